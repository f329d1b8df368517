//! What the screen shows of an operator's own cells and they do not hold: number formats, and characters that nobody sees.

use super::changes::{apply, line};
use rust_xlsxwriter as writer;
use sg3_lang::{Diagnostics, Severity};
use sg3_mapping::{MappingRule, SourceFile};
use sg3_workbook::Workbook;

/// A file of two accounts whose amounts have a number format, and what was found when it was opened.
fn theirs(code: &str, amounts: [&str; 2]) -> (SourceFile, Diagnostics) {
    let mut book = writer::Workbook::new();
    let sheet = book.add_worksheet().set_name("Costs").unwrap();
    let format = writer::Format::new().set_num_format(code);
    sheet.write_string(0, 0, "Account").unwrap().write_string(0, 1, "Amount").unwrap();
    for (row, amount) in (1..).zip(amounts) {
        sheet.write_string(row, 0, "Rent of exchanges").unwrap();
        match amount.parse::<f64>() {
            Ok(number) => sheet.write_number_with_format(row, 1, number, &format).unwrap(),
            Err(_) => sheet.write_string(row, 1, amount).unwrap(),
        };
    }
    let mut found = Diagnostics::default();
    let mut workbook = Workbook::open(book.save_to_buffer().unwrap(), "theirs.xlsx").unwrap();
    (SourceFile::of_workbook(&mut workbook, &mut found), found)
}

fn asked(code: &str, rule: MappingRule) -> Vec<String> {
    let rule = MappingRule { file: "theirs.xlsx".to_owned(), sheet: "Costs".to_owned(), ..rule };
    let (_, said) = apply(vec![rule], &[theirs(code, ["4218", "31"]).0]);
    said.into_iter().filter(|said| said.starts_with("shown-otherwise")).collect()
}

#[test]
fn a_format_that_the_factor_does_not_take_into_account_is_asked_about() {
    let rule = || line("network.operating_cost[access]", "B2:B3");
    let said = asked("#,##0\" million\"", rule());
    let expected = "shown-otherwise the screen shows 4,218,000,000 for 4218, by its number format; 4218 was read; likewise in 1 more cell of the line";
    assert_eq!(said, [expected]);
    assert_eq!(asked("#,##0\" million\"", MappingRule { factor: 1e6, ..rule() }), [""; 0]);
    assert_eq!(asked("#,##0\" million\"", MappingRule { comment: "their format".to_owned(), ..rule() }), [""; 0]);
    assert_eq!(asked("#,##0,", rule()), [""; 0]);
    assert_eq!(asked("#,##0,", MappingRule { factor: 1e3, ..rule() }).len(), 1);
    assert_eq!([asked("0.00", rule()).len(), asked("[h]:mm", rule()).len()], [0, 1]);
}

#[test]
fn characters_that_nobody_sees_are_told_once_and_passed_over() {
    let (file, found) = theirs("0", ["\u{202a}4218\u{202c}", "3\u{200b}1"]);
    assert_eq!([file.number(0, 1, 1), file.number(0, 2, 1)], [Some(4218.0), Some(31.0)]);
    let told: Vec<String> = found.iter().map(|message| message.message.clone()).collect();
    let expected = "the cell contains the invisible characters U+202A, U+202C, without which it was read; likewise in 1 more cell of the sheet";
    assert_eq!(told, [expected]);
    assert!(found.iter().all(|message| message.severity == Severity::Note));
    let text = "Account,Amount\nRent\u{200b},\u{200e}5\n";
    let mut found = Diagnostics::default();
    let file = SourceFile::of_text(text.as_bytes(), "theirs.csv", &mut found);
    assert_eq!((file.number(0, 1, 1), found.iter().count()), (Some(5.0), 1));
    let (_, plain) = theirs("0", ["4218", "n/a"]);
    assert_eq!(plain.iter().count(), 0);
}
