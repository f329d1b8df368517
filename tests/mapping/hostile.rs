//! Files that nobody would send: whatever they hold, there is a proposal or a message, and never a panic.

use proptest::prelude::*;
use sg3_form::Respondent;
use sg3_lang::Diagnostics;
use sg3_lang::model::Owner;
use sg3_mapping::{Mapping, ProposalOptions, RowFilter, Share, SourceFile};
use sg3_workbook::CellRange;
use std::sync::LazyLock;

static MODEL: LazyLock<sg3_lang::Model> = LazyLock::new(crate::operator::model);
static OF_LISTS: LazyLock<sg3_lang::Model> = LazyLock::new(|| crate::operator::model_of("top-down/fully-distributed"));
static WORDS: LazyLock<sg3_mapping::Dictionary> = LazyLock::new(|| crate::operator::dictionary(&|_| true));

fn cell() -> impl Strategy<Value = String> {
    let words = [
        "",
        "Total",
        "2024",
        "62",
        "urban",
        "Minutes (000)",
        "1,234",
        "-5.5",
        "1e308",
        "n/a",
        "الإجمالي",
        "合计",
        "6201",
        "\u{202e}x",
        "%",
        "=1+1",
    ];
    prop_oneof![
        prop::sample::select(words.to_vec()).prop_map(str::to_owned),
        "\\PC{0,8}",
        (-1e9..1e9_f64).prop_map(|number| number.to_string())
    ]
}

fn everything(bytes: &[u8]) {
    for model in [&*MODEL, &*OF_LISTS] {
        let mut found = Diagnostics::default();
        let files = [SourceFile::of_text(bytes, "theirs.csv", &mut found)];
        let proposed = sg3_mapping::propose(model, Respondent::Everyone, &files, &WORDS, ProposalOptions::default());
        let applied = sg3_mapping::apply(&proposed, &files, model, &WORDS, "m.csv", &mut found);
        let text = proposed.csv(model, &files, &applied.reconciliation);
        let read = Mapping::of_text(&text, "m.csv", &mut found).expect("our own twin is read");
        assert_eq!(read.rules.len(), proposed.rules.len());
        assert_eq!(read.meanings.len(), proposed.meanings.len());
        sg3_mapping::renew(&read, model, Respondent::One(Owner::Operator), &files, &WORDS, ProposalOptions::default());
    }
}

/// Lines for lists that nobody would write, over any table.
fn lists(rows: &[Vec<String>], keys: &str, cells: &str, rule: &str) {
    let mut found = Diagnostics::default();
    let text: Vec<String> = rows.iter().map(|row| row.join(";").replace('"', "")).collect();
    let files = [SourceFile::of_text(text.join("\n").as_bytes(), "theirs.csv", &mut found)];
    let figures = [
        "account[*]",
        "entry[*]",
        "kind_of[*]",
        "account_of[*]",
        "amount[*,2024]",
        "routing[*,*]",
        "year[*]",
        "amount[*,*]",
    ];
    let line = |figure: &&str| sg3_mapping::MappingRule {
        figure: sg3_mapping::Figure::parse(figure).expect("a figure"),
        cells: CellRange::parse(cells).into_iter().collect(),
        keys: sg3_mapping::MemberKeys::parse(keys).unwrap_or_default(),
        rows: RowFilter::parse(rule).unwrap_or_default(),
        ..sg3_mapping::MappingRule::default()
    };
    let mapping = Mapping { rules: figures.iter().map(line).collect(), ..Mapping::default() };
    let applied = sg3_mapping::apply(&mapping, &files, &OF_LISTS, &WORDS, "m.csv", &mut found);
    mapping.workbook(&OF_LISTS, &files, &applied.reconciliation);
    sg3_mapping::renew(&mapping, &OF_LISTS, Respondent::Everyone, &files, &WORDS, ProposalOptions::default());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_table_is_mapped_somehow(rows in prop::collection::vec(prop::collection::vec(cell(), 0..7), 0..40)) {
        let lines: Vec<String> = rows.iter().map(|row| row.iter().map(|cell| format!("\"{}\"", cell.replace('"', ""))).collect::<Vec<_>>().join(";")).collect();
        everything(lines.join("\n").as_bytes());
    }

    #[test]
    fn any_line_for_a_list_is_read_or_told(
        rows in prop::collection::vec(prop::collection::vec(cell(), 0..7), 0..30),
        keys in "(A|B|1|XFD|A, 2|)",
        cells in "(A:A|A1:C9|B2|A1:XFD1048576|C3:C3)",
        rule in "(|A: [*]|B: not T[*]|C: 1[*], not 12[*])",
    ) {
        lists(&rows, &keys, &cells, &rule);
    }

    #[test]
    fn any_bytes_are_a_text(bytes in prop::collection::vec(any::<u8>(), 0..2000)) {
        everything(&bytes);
    }

    #[test]
    fn any_words_are_a_rule_a_share_an_area_or_none(text in "\\PC{0,20}") {
        let _ = (RowFilter::parse(&text), Share::parse(&text), CellRange::parse(&text), sg3_mapping::Figure::parse(&text));
    }

    #[test]
    fn any_mapping_is_read_or_refused(text in "(sg3:mapping,@figure,@cells,@rows,@factor\n)?(\\PC{0,30}\n){0,6}") {
        let mut found = Diagnostics::default();
        let mapping = Mapping::of_text(&text, "m.csv", &mut found);
        prop_assert!(mapping.is_some() || !found.is_empty());
    }
}

#[test]
fn cells_far_away_cost_nothing() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    sheet
        .write(0, 0, "Minutes")
        .unwrap()
        .write(1_048_575, 16_383, 5.0)
        .unwrap()
        .write(3, 0, "Urban")
        .unwrap()
        .write(3, 1, 7.0)
        .unwrap();
    let mut workbook = sg3_workbook::Workbook::open(book.save_to_buffer().unwrap(), "far.xlsx").unwrap();
    let files = [SourceFile::of_workbook(&mut workbook, &mut Diagnostics::default())];
    let proposed = sg3_mapping::propose(&MODEL, Respondent::Everyone, &files, &WORDS, ProposalOptions::default());
    assert!(!proposed.rules.is_empty());
}
