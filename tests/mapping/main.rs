//! Files of fictional operators: what is proposed for them is counted, and what is confirmed gives exactly their figures.

mod changes;
mod coincidence;
mod hostile;
mod ledgers;
mod lists;
mod operator;
mod screen;
mod shapes;
mod shared;
mod truth;

use operator::{OPERATORS, Operator};
use sg3_form::Respondent;
use sg3_lang::model::Owner;
use sg3_lang::{Diagnostics, Severity};
use sg3_mapping::{CERTAIN_FROM, Mapping, ProposalOptions, Understood};
use std::collections::BTreeMap;

#[test]
fn a_confirmed_mapping_gives_exactly_the_figures() {
    for operator in OPERATORS.map(Operator::open) {
        let mut found = Diagnostics::default();
        let mapping = operator.confirmed();
        let applied = sg3_mapping::apply(
            &mapping,
            &operator.files,
            &operator.model,
            &operator.dictionary,
            "mapping.csv",
            &mut found,
        );
        let errors: Vec<_> = found.iter().filter(|message| message.severity == Severity::Error).collect();
        assert!(errors.is_empty(), "{}: {errors:#?}", operator.name);
        let read = operator::values(&operator.model, &applied.layer);
        let truth = operator.truth();
        assert_eq!(read.keys().collect::<Vec<_>>(), truth.keys().collect::<Vec<_>>(), "{}", operator.name);
        for (figure, value) in truth {
            let error = (read[&figure] - value).abs();
            assert!(
                error <= 1e-9 * value.abs(),
                "{}: {figure} is {} and should be {value}",
                operator.name,
                read[&figure]
            );
        }
    }
}

#[test]
fn files_understood_once_give_what_they_give_understood_anew() {
    for operator in OPERATORS.map(Operator::open).into_iter().chain([Operator::halmar()]) {
        let (respondent, files) = (Respondent::One(Owner::Operator), &operator.files);
        let understood = Understood::of(&operator.model, respondent, files, &operator.dictionary);
        let mapping = understood.propose(ProposalOptions::default());
        assert_eq!(mapping, operator.proposed(), "{}", operator.name);
        let (mut once, mut anew) = (Diagnostics::default(), Diagnostics::default());
        let applied = understood.apply(&mapping, "m", &mut once);
        let again = sg3_mapping::apply(&mapping, files, &operator.model, &operator.dictionary, "m", &mut anew);
        assert_eq!(format!("{:?}", applied.layer), format!("{:?}", again.layer), "{}", operator.name);
        assert_eq!(applied.reconciliation, again.reconciliation, "{}", operator.name);
        assert!(once.iter().eq(anew.iter()), "{}", operator.name);
    }
}

#[test]
fn a_mapping_comes_back_from_its_workbook_and_from_its_twin() {
    for operator in OPERATORS.map(Operator::open) {
        let proposed = operator.proposed();
        let sums = sg3_mapping::Reconciliation::default();
        let bytes = proposed.workbook(&operator.model, &operator.files, &sums);
        let mut found = Diagnostics::default();
        let mut workbook = sg3_workbook::Workbook::open(bytes, "m.xlsx").expect("our own workbook");
        let from_workbook = Mapping::of_workbook(&mut workbook, &mut found).expect("our own mapping");
        let from_twin = Mapping::of_text(&proposed.csv(&operator.model, &operator.files, &sums), "m.csv", &mut found)
            .expect("our own twin");
        assert!(found.is_empty(), "{}: {:#?}", operator.name, found.iter().collect::<Vec<_>>());
        let plain = |mapping: &Mapping| {
            let mut plain = operator::without_origins(mapping);
            plain.rules.sort_by(|a, b| a.figure.cmp(&b.figure));
            plain
        };
        assert_eq!(plain(&from_workbook), plain(&from_twin), "{}", operator.name);
        let cells = |mapping: &Mapping| {
            plain(mapping)
                .rules
                .iter()
                .map(|e| (e.figure.clone(), e.cells.clone(), e.rows.clone(), e.factor))
                .collect::<Vec<_>>()
        };
        assert_eq!(cells(&from_twin), cells(&proposed), "{}", operator.name);
        // what was read and is written again says the same, also where the label of a figure names a member and a year
        let written = |mapping: &Mapping| mapping.csv(&operator.model, &operator.files, &sums);
        assert_eq!(written(&from_twin), written(&proposed), "{}", operator.name);
    }
}

/// How many figures of an operator are proposed, and how many of them are right.
#[derive(Default, Clone, Copy)]
pub struct Count {
    figures: usize,
    proposed: usize,
    right: usize,
    certain: usize,
    certain_right: usize,
}

impl Count {
    fn row(&self, name: &str) -> String {
        let share = |part: usize, all: usize| {
            if all == 0 { "–".to_owned() } else { format!("{:.1} %", 100.0 * part as f64 / all as f64) }
        };
        format!(
            "| {name} | {} | {} | {} | {} | {} | {} |\n",
            self.figures,
            self.proposed,
            share(self.right, self.proposed),
            share(self.right, self.figures),
            self.certain,
            share(self.certain_right, self.certain),
        )
    }

    /// A proposal that is right or wrong.
    fn of_one(is_right: bool, is_certain: bool) -> Count {
        Count {
            figures: 0,
            proposed: 1,
            right: usize::from(is_right),
            certain: usize::from(is_certain),
            certain_right: usize::from(is_certain && is_right),
        }
    }

    fn add(&mut self, other: Count) {
        self.figures += other.figures;
        self.proposed += other.proposed;
        self.right += other.right;
        self.certain += other.certain;
        self.certain_right += other.certain_right;
    }
}

#[test]
fn proposals_are_as_good_as_their_report_says() {
    let mut wrong = Vec::new();
    let (rows, all) = counted(&|operator| operator, &mut wrong);
    let (fewer, all_fewer) = counted(&Operator::with_fewer_words, &mut Vec::new());
    let (lists, certain) = lists::report(&mut wrong);
    let (balances, of_balances) = shapes::report("trial balance");
    let (registers, of_registers) = shapes::report("register");
    let report = operator::REPORT.replace("{rows}", &rows).replace("{fewer}", &fewer).replace("{lists}", &lists);
    let report = report.replace("{balances}", &balances).replace("{registers}", &registers);
    let report = report + &wrong.join("");
    let file = operator::folder().join("quality.md");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&file, &report).expect("the report can be written");
    }
    let known = std::fs::read_to_string(&file).unwrap_or_default().replace("\r\n", "\n");
    assert_eq!(known, report, "UPDATE=1 accepts what is measured now");
    assert!(all.right * 100 >= 95 * all.proposed && all.right * 100 >= 85 * all.figures, "{rows}");
    assert!(of_balances.right * 10 >= 9 * of_balances.figures, "balances are found:\n{balances}");
    for count in [of_balances, of_registers] {
        let likely = (count.right - count.certain_right, count.proposed - count.certain);
        assert!(count.certain_right == count.certain && likely.0 * 10 >= 9 * likely.1, "{balances}{registers}");
    }
    for count in [all, all_fewer, certain] {
        assert!(
            count.certain_right * 100 >= 98 * count.certain,
            "what is called certain must be right:\n{rows}{fewer}"
        );
    }
}

/// A row for every operator and one for all.
fn counted(with: &dyn Fn(Operator) -> Operator, wrong: &mut Vec<String>) -> (String, Count) {
    let (mut rows, mut all) = (String::new(), Count::default());
    for operator in OPERATORS.map(Operator::open).map(with) {
        let count = count(&operator, wrong);
        rows += &count.row(operator.name);
        all.add(count);
    }
    rows += &all.row("**all**");
    (rows, all)
}

fn count(operator: &Operator, wrong: &mut Vec<String>) -> Count {
    let truth = operator.truth();
    let proposed = operator.proposed();
    let mut found = Diagnostics::default();
    let applied =
        sg3_mapping::apply(&proposed, &operator.files, &operator.model, &operator.dictionary, "proposal", &mut found);
    let read = operator::values(&operator.model, &applied.layer);
    // Members that their rows make have keys of our own; what they are called tells them apart.
    let mut count = Count { figures: truth.len(), ..Count::default() };
    let by_figure: BTreeMap<String, &sg3_mapping::MappingRule> =
        proposed.rules.iter().filter(|entry| !entry.is_open()).map(|entry| (entry.figure.to_string(), entry)).collect();
    for (figure, entry) in &by_figure {
        let is_right = truth
            .get(figure)
            .is_some_and(|value| read.get(figure).is_some_and(|read| (read - value).abs() <= 1e-9 * value.abs()));
        let is_certain = entry.confidence.is_some_and(|sure| sure >= CERTAIN_FROM);
        count.add(Count::of_one(is_right, is_certain));
        if !is_right {
            let sure = 100.0 * entry.confidence.unwrap_or(0.0);
            wrong.push(format!(
                "* {}, `{figure}`: {}!{}, {sure:.0} %; {}\n",
                operator.name,
                entry.sheet,
                cells(entry),
                entry.why
            ));
        }
    }
    if std::env::var_os("MISSED").is_some() {
        for figure in truth.keys().filter(|figure| !by_figure.contains_key(*figure)) {
            let near = proposed
                .rules
                .iter()
                .find(|entry| entry.figure.to_string() == **figure)
                .map_or("no such figure", |entry| &entry.near);
            wrong.push(format!("- missed {}, `{figure}`: {near}\n", operator.name));
        }
    }
    count
}

fn cells(entry: &sg3_mapping::MappingRule) -> String {
    entry.cells.iter().map(std::string::ToString::to_string).collect::<Vec<_>>().join(", ")
}
