//! What people change in a mapping, and what changes from year to year.

use crate::operator::{OPERATORS, Operator, values};
use sg3_form::Respondent;
use sg3_lang::model::Owner;
use sg3_lang::{Diagnostics, Severity};
use sg3_mapping::{Accepted, Audited, Mapping, MappingRule, ProposalOptions, RowFilter, Share, SourceFile};
use sg3_workbook::CellRange;

pub(super) fn theirs(text: &str) -> SourceFile {
    SourceFile::of_text(text.as_bytes(), "theirs.csv", &mut Diagnostics::default())
}

/// A line for a figure, as somebody would write it.
pub(super) fn line(figure: &str, cells: &str) -> MappingRule {
    let cells = cells.split(", ").filter_map(CellRange::parse).collect();
    let figure = sg3_mapping::Figure::parse(figure).expect("a figure");
    MappingRule { figure, cells, file: "theirs.csv".to_owned(), confirmed: "me".to_owned(), ..MappingRule::default() }
}

pub(super) fn apply(rules: Vec<MappingRule>, files: &[SourceFile]) -> (Vec<(String, f64)>, Vec<String>) {
    told(&Mapping { rules, ..Mapping::default() }, files)
}

fn told(mapping: &Mapping, files: &[SourceFile]) -> (Vec<(String, f64)>, Vec<String>) {
    let model = crate::operator::model();
    let mut found = Diagnostics::default();
    let dictionary = crate::operator::dictionary(&|_| true);
    let applied = sg3_mapping::apply(mapping, files, &model, &dictionary, "mapping.csv", &mut found);
    let said = found.iter().map(|message| format!("{} {}", message.slug, message.message)).collect();
    (values(&model, &applied.layer).into_iter().collect(), said)
}

const LEDGER: &str = "Account,Description,Amount\n6010,Diesel,100\n6020,Spare parts,200\n6211,Rent of exchanges,300\n6281,Fines,50\n6300,Site rent,1000\n,Total,1650\n,Key north,0.25\n";

#[test]
fn accounts_are_taken_by_their_beginnings() {
    let entry = MappingRule {
        rows: RowFilter::parse("A: 60*, 62*, not 6281*").unwrap(),
        ..line("network.operating_cost[access]", "C:C")
    };
    let (values, _) = apply(vec![entry], &[theirs(LEDGER)]);
    assert_eq!(values, [("network.operating_cost[access]".to_owned(), 600.0)]);
}

#[test]
fn a_row_is_split_by_a_key_and_several_lines_are_added() {
    let part = |figure: &str, share: &str| MappingRule { share: Share::parse(share).unwrap(), ..line(figure, "C6") };
    let rules = vec![
        part("network.operating_cost[access]", "C8"),
        part("network.operating_cost[local_switching]", "75 %"),
        MappingRule { factor: 1e3, is_negative: true, ..line("network.operating_cost[access]", "C2:C3") },
    ];
    let (values, said) = apply(rules, &[theirs(LEDGER)]);
    let expected = [
        ("network.operating_cost[access]".to_owned(), 250.0 - 300_000.0),
        ("network.operating_cost[local_switching]".to_owned(), 750.0),
    ];
    assert_eq!(values, expected);
    assert!(!said.iter().any(|said| said.starts_with("counted-twice")), "{said:?}");
}

#[test]
fn what_is_counted_twice_is_told() {
    let rules =
        vec![line("network.operating_cost[access]", "C2:C3"), line("network.operating_cost[local_switching]", "C3")];
    let (_, said) = apply(rules, &[theirs(LEDGER)]);
    assert!(said.iter().any(|said| said.starts_with("counted-twice the cell is taken")), "{said:?}");
    let rules = vec![line("network.operating_cost[access]", "C7"), line("network.depreciation[access]", "C3")];
    let (_, said) = apply(rules, &[theirs(LEDGER)]);
    assert!(said.iter().any(|said| said.starts_with("counted-twice the total and one of its parts")), "{said:?}");
}

#[test]
fn totals_and_what_is_not_used_are_told_unless_accepted() {
    let file = theirs(&LEDGER.replace("1650", "1700"));
    let rules = vec![MappingRule {
        rows: RowFilter::parse("A: 6*, not 63*").unwrap(),
        ..line("network.operating_cost[access]", "C:C")
    }];
    let mut mapping = Mapping { rules, ..Mapping::default() };
    let (_, said) = told(&mapping, std::slice::from_ref(&file));
    assert!(
        said.iter().any(|said| said == "not-reconciled `Total` is 1700, and no rows above add up to it"),
        "{said:?}"
    );
    assert!(said.iter().any(|said| said.contains("the largest is `Site rent`: 1000")), "{said:?}");
    for label in ["Site rent", "Key north"] {
        let reason = "charged elsewhere".to_owned();
        mapping.accepted.push(Accepted { file: String::new(), sheet: String::new(), label: label.to_owned(), reason });
    }
    let (_, said) = told(&mapping, &[file]);
    assert!(!said.iter().any(|said| said.starts_with("amount-not-used")), "{said:?}");
}

#[test]
fn audited_figures_are_held_against_what_is_mapped() {
    let audited = |amount| Audited {
        label: "Operating cost".to_owned(),
        amount,
        inputs: vec!["network.operating_cost".to_owned()],
        within: 0.001,
        origin: sg3_calc::Origin::Default,
    };
    for (amount, agrees) in [(1650.5, true), (1700.0, false)] {
        let rules = vec![line("network.operating_cost[access]", "C2:C6")];
        let mapping = Mapping { rules, audited: vec![audited(amount)], ..Mapping::default() };
        let (_, said) = told(&mapping, &[theirs(LEDGER)]);
        assert_eq!(said.iter().any(|said| said.starts_with("not-reconciled Operating cost")), !agrees, "{said:?}");
    }
}

/// The same file a year later: years moved on, two rows more above the table.
pub(crate) fn a_year_later(foreign: &SourceFile) -> SourceFile {
    let mut later = foreign.clone();
    for row in later.sheets.iter_mut().flat_map(|sheet| &mut sheet.rows) {
        row.row += if row.row > 0 { 2 } else { 0 };
        for cell in &mut row.cells {
            if let sg3_mapping::SourceValue::Words(text) | sg3_mapping::SourceValue::Typed(text, _) = &mut cell.value {
                *text = text.replace("2024", "2025").replace("2023", "2024");
            }
        }
    }
    for area in later.sheets.iter_mut().flat_map(|sheet| &mut sheet.merged).filter(|area| area.top > 0) {
        (area.top, area.bottom) = (area.top + 2, area.bottom + 2);
    }
    later
        .sheets
        .iter_mut()
        .for_each(|sheet| sheet.name = sheet.name.replace("2024", "2025").replace("2023", "2024").into());
    later
}

#[test]
fn next_year_the_mapping_is_found_again_where_rows_have_moved() {
    for operator in OPERATORS.map(Operator::open).into_iter().filter(|operator| operator.name != "littoral") {
        let last = operator.confirmed();
        let files = [a_year_later(&operator.files[0])];
        let respondent = Respondent::One(Owner::Operator);
        let renewed = sg3_mapping::renew(
            &last,
            &operator.model,
            respondent,
            &files,
            &operator.dictionary,
            ProposalOptions::default(),
        );
        let mut found = Diagnostics::default();
        let applied =
            sg3_mapping::apply(&renewed.mapping, &files, &operator.model, &operator.dictionary, "m", &mut found);
        let read = values(&operator.model, &applied.layer);
        let same = operator
            .truth()
            .iter()
            .filter(|(figure, value)| read.get(*figure).is_some_and(|read| (read - *value).abs() <= 1e-9 * value.abs()))
            .count();
        // What cannot be known again by a label is proposed anew, and nobody has confirmed it.
        assert!(same * 100 >= operator.truth().len() * 90, "{}: {same} of {}", operator.name, operator.truth().len());
        assert!(renewed.kept + renewed.moved + renewed.new >= same);
    }
}

#[test]
fn a_label_that_moved_is_not_read_silently() {
    let operator = Operator::open(OPERATORS[0]);
    let mapping = operator.confirmed();
    let mut found = Diagnostics::default();
    let files = [a_year_later(&operator.files[0])];
    let applied = sg3_mapping::apply(&mapping, &files, &operator.model, &operator.dictionary, "m", &mut found);
    let moved =
        found.iter().filter(|message| message.slug == "label-moved" && message.severity == Severity::Error).count();
    assert!(moved > 50, "{moved}");
    let read = values(&operator.model, &applied.layer);
    assert!(!read.keys().any(|figure| figure.starts_with("minutes[")), "a figure of the wrong row was read");
}

#[test]
fn findings_go_back_in_the_mapping_and_answers_stay() {
    let file = theirs(LEDGER);
    let rules = vec![line("network.operating_cost[access]", "C2:C4")];
    let mut mapping = Mapping { rules, ..Mapping::default() };
    let (model, dictionary) = (crate::operator::model(), crate::operator::dictionary(&|_| true));
    let mut found = Diagnostics::default();
    let files = [file];
    let applied = sg3_mapping::apply(&mapping, &files, &model, &dictionary, "m", &mut found);
    let unused = found.iter().find(|message| message.slug == "amount-not-used").expect("a finding").message.clone();
    let answer = sg3_mapping::Answer {
        at: "line 6".to_owned(),
        found: unused,
        answer: "rented sites are not asked for".to_owned(),
    };
    mapping.answers = vec![answer];
    let again = |bytes: Vec<u8>| {
        let mut workbook = sg3_workbook::Workbook::open(bytes, "m.xlsx").expect("a workbook");
        Mapping::of_workbook(&mut workbook, &mut Diagnostics::default()).expect("a mapping").answers
    };
    let told = again(mapping.returned(&model, &files, &applied.reconciliation, &found));
    // What is not found any more was answered all the same.
    let silent = again(mapping.returned(&model, &files, &applied.reconciliation, &Diagnostics::default()));
    let written = again(mapping.workbook(&model, &files, &applied.reconciliation));
    for kept in [told, silent, written] {
        assert_eq!(kept, mapping.answers);
    }
}
