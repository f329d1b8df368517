//! Lists of theirs: what the confirmed mapping of an operator's ledger, register and counts gives is what is true of them.

use super::Count;
use super::changes::a_year_later;
use super::operator::Operator;
use super::truth::{said, truth};
use sg3_form::Respondent;
use sg3_lang::model::Owner;
use sg3_lang::{Diagnostics, Model};
use sg3_mapping::{Applied, CERTAIN_FROM, Figure, ProposalOptions, SourceCell, SourceRow, SourceValue};
use std::collections::BTreeMap;

fn applied(operator: &Operator, mapping: &sg3_mapping::Mapping) -> (Applied, Diagnostics) {
    let mut found = Diagnostics::default();
    let (files, dictionary) = (&operator.files, &operator.dictionary);
    let applied = sg3_mapping::apply(mapping, files, &operator.model, dictionary, "mapping.csv", &mut found);
    (applied, found)
}

#[test]
fn confirmed_lists_give_exactly_what_is_true() {
    let operator = Operator::halmar();
    let (applied, found) = applied(&operator, &operator.confirmed());
    assert!(found.is_empty(), "{:#?}", found.iter().collect::<Vec<_>>());
    let (read, truth) = (said(&operator, &applied), truth(&operator.model));
    assert_eq!(read.len(), truth.len());
    for (figure, value) in &truth {
        assert_eq!(read.get(figure), Some(value), "{figure}");
    }
    assert!(truth.len() > 15_000);
}

#[test]
fn subtotals_of_a_ledger_are_held_against_its_accounts() {
    let operator = Operator::halmar();
    let (applied, _) = applied(&operator, &operator.confirmed());
    let totals = &applied.reconciliation.totals;
    let grand = totals.iter().filter(|total| total.label == "Grand total").count();
    assert!(totals.len() > 60 && grand == 2, "{totals:#?}");
    assert!(totals.iter().all(|total| total.adds_up() && total.is_taken()));
}

#[test]
fn an_unknown_word_or_code_is_told_once_at_its_cell() {
    let operator = Operator::halmar();
    let mut mapping = operator.confirmed();
    mapping.meanings.retain(|meaning| meaning.word != "Receivables");
    let centre = mapping.rules.iter_mut().find(|entry| entry.figure.to_string() == "centre[*]").expect("a line");
    centre.cells[0].top += 1;
    let (_, found) = applied(&operator, &mapping);
    let told: Vec<String> =
        found.iter().map(|message| format!("{:?} {} {}", message.place, message.message, message.label)).collect();
    let receivables: Vec<&String> =
        told.iter().filter(|told| told.contains("`Receivables` is not in the list for Kind")).collect();
    assert!(
        receivables.len() == 1
            && receivables[0].contains("Chart of accounts!C")
            && receivables[0].contains("and 11 more"),
        "{told:#?}"
    );
    assert!(
        told.iter()
            .any(|told| told.contains("TB 2024!C") && told.contains("`1100` is not in the list for Cost centre")),
        "{told:#?}"
    );
}

/// By figure, with a star for what lists fill: every value; of a dimension its members.
fn values(operator: &Operator, mapping: &sg3_mapping::Mapping) -> BTreeMap<String, BTreeMap<String, String>> {
    let mut mapping = mapping.clone();
    // What words mean is counted apart.
    let words = operator.confirmed().meanings;
    mapping.meanings = words;
    let (applied, _) = applied(operator, &mapping);
    let mut values: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    for (figure, value) in said(operator, &applied) {
        let own = Figure::parse(&figure).expect("a figure");
        let quantity = operator.model.quantity(operator.model.find_quantity(&own.input).expect("an input"));
        let star = |(axis, key): (&sg3_lang::model::Axis, &std::sync::Arc<str>)| {
            let dimension = operator.model.dimension(axis.dimension);
            if dimension.is_from_data() && dimension.step.is_none() { "*".into() } else { key.clone() }
        };
        let place = quantity.axes.iter().zip(&own.place).map(star).collect();
        values.entry(Figure { input: own.input, place }.to_string()).or_default().insert(figure, value);
    }
    let is_time = |member: &&sg3_calc::MemberEntry| operator.model.dimension(member.dimension).step.is_some();
    for member in applied.layer.members.iter().filter(|member| !is_time(member)) {
        let name = format!("{}[*]", operator.model.dimension(member.dimension).name);
        values.entry(name).or_default().insert(member.key.to_string(), member.label.clone());
    }
    values
}

/// What stands in the report about lists: columns and single figures of the proposal, and words, with all words and with half of them.
pub(crate) fn report(wrong: &mut Vec<String>) -> (String, Count) {
    let (all, words) = counted(&Operator::halmar(), wrong);
    let (fewer, fewer_words) = counted(&Operator::halmar().with_fewer_words(), &mut Vec::new());
    let mut rows = all.row("halmar, columns and figures") + &words.row("halmar, words");
    rows +=
        &(fewer.row("the same with half the dictionary, columns and figures") + &fewer_words.row("the same, words"));
    let mut certain = all;
    [words, fewer, fewer_words].into_iter().for_each(|count| certain.add(count));
    (rows, certain)
}

fn counted(operator: &Operator, wrong: &mut Vec<String>) -> (Count, Count) {
    let (confirmed, proposed) = (operator.confirmed(), operator.proposed());
    let (is, was) = (values(operator, &proposed), values(operator, &confirmed));
    let mut lines: BTreeMap<String, bool> = BTreeMap::new();
    for entry in proposed.rules.iter().filter(|entry| !entry.is_open()) {
        *lines.entry(entry.figure.to_string()).or_insert(true) &=
            entry.confidence.is_some_and(|sure| sure >= CERTAIN_FROM);
    }
    let mut count = Count { figures: was.len(), ..Count::default() };
    for (figure, is_certain) in &lines {
        let is_right = was.get(figure).is_some_and(|values| is.get(figure) == Some(values));
        count.add(Count::of_one(is_right, *is_certain));
        if !is_right {
            wrong.push(format!("* halmar, `{figure}`\n"));
        }
    }
    if std::env::var_os("MISSED").is_some() {
        wrong.extend(
            was.keys()
                .filter(|figure| !lines.contains_key(*figure))
                .map(|figure| format!("- missed halmar, `{figure}`\n")),
        );
    }
    (count, words(&operator.model, &confirmed, &proposed, wrong))
}

fn words(
    model: &Model,
    confirmed: &sg3_mapping::Mapping,
    proposed: &sg3_mapping::Mapping,
    wrong: &mut Vec<String>,
) -> Count {
    // What the model calls by the same word needs no meaning.
    let listed = model.dimensions.iter().flat_map(sg3_lang::model::Dimension::listed);
    let known: Vec<String> =
        listed.flat_map(|member| [member.key.to_lowercase(), member.label.to_lowercase()]).collect();
    let asked = confirmed.meanings.iter().filter(|meaning| !known.contains(&meaning.word.to_lowercase())).count();
    let mut count = Count { figures: asked, ..Count::default() };
    for meaning in proposed.meanings.iter().filter(|meaning| !meaning.key.is_empty()) {
        let is_right = confirmed
            .meanings
            .iter()
            .any(|other| (&other.of, &other.word, &other.key) == (&meaning.of, &meaning.word, &meaning.key));
        count.add(Count::of_one(is_right, meaning.confidence.is_some_and(|sure| sure >= CERTAIN_FROM)));
        if !is_right {
            wrong.push(format!("* halmar, “{}” of `{}` taken for `{}`\n", meaning.word, meaning.of, meaning.key));
        }
    }
    count
}

/// The books a year later: rows moved, one account more at the end of the chart, of a kind that was not there before.
fn next_year(operator: &Operator) -> Vec<sg3_mapping::SourceFile> {
    let mut files: Vec<sg3_mapping::SourceFile> = operator.files.iter().map(a_year_later).collect();
    let chart = files[0].find("Chart of accounts").expect("a sheet");
    let rows = &mut files[0].sheets[chart].rows;
    let row = rows.last().expect("accounts").row + 1;
    let texts = ["799990", "Data centres", "Digital ventures"];
    let cells = (0..)
        .zip(texts)
        .map(|(column, text)| SourceCell { column, value: SourceValue::Words(text.to_owned()) })
        .collect();
    rows.push(SourceRow { row, cells });
    files
}

#[test]
fn next_year_lists_are_found_again_and_only_what_is_new_is_asked() {
    let operator = Operator { files: next_year(&Operator::halmar()), ..Operator::halmar() };
    let (last, respondent) = (operator.confirmed(), Respondent::One(Owner::Operator));
    let (files, dictionary) = (&operator.files, &operator.dictionary);
    let renewed = sg3_mapping::renew(&last, &operator.model, respondent, files, dictionary, ProposalOptions::default());
    let unconfirmed: Vec<String> = renewed
        .mapping
        .rules
        .iter()
        .filter(|entry| !entry.is_open() && entry.confirmed.is_empty())
        .map(|entry| entry.figure.to_string())
        .collect();
    assert!(unconfirmed.is_empty(), "{unconfirmed:?}");
    assert_eq!((renewed.new, renewed.words), (0, 1));
    let new = &renewed.mapping.meanings[0];
    assert_eq!((&*new.of, &*new.word, &*new.key), ("kind", "Digital ventures", ""));
    let (applied, found) = applied(&operator, &renewed.mapping);
    let told: Vec<String> = found.iter().map(|message| format!("{:?} {}", message.place, message.message)).collect();
    assert!(
        told.iter().any(|told| told.contains("Chart of accounts!C933") && told.contains("`Digital ventures`")),
        "{told:#?}"
    );
    let read = said(&operator, &applied);
    let figures = truth(&operator.model);
    // Rows of the ledger and cells of the counts are known by where they stand, and years have moved on.
    let same =
        figures.iter().filter(|(figure, value)| read.get(&figure.replace(",2024]", ",2025]")) == Some(value)).count();
    let by_place = figures
        .keys()
        .filter(|figure| {
            ["amount[", "opening_amount[", "account_of[", "centre_of["].iter().any(|of| figure.starts_with(of))
                || figure.contains("_measured")
                || figure.contains("measured_")
                || figure.contains("driver_of[")
        })
        .count();
    assert!(same + by_place >= figures.len(), "{same} and {by_place} of {}", figures.len());
    // the word without a meaning is no blank
    assert_eq!(read.len(), figures.len() + 1);
}
