//! What the terminal tells of cells stands in the form that goes back: on each cell, and on the sheet of findings.

use crate::book::{Book, Cell};
use crate::model;
use sg3_calc::{bind, diagnose, evaluate, plan};
use sg3_form::{Layout, read_submission, write_feedback, write_form};
use sg3_lang::model::Owner;
use sg3_lang::{Diagnostics, Model};
use sg3_workbook::{Workbook, format_address};

const TEXT: &str = "# Lines\n\n```sg3\ndimension area \"Area\" 1..7\ninput lines[area] \"Lines in service\" : line\n\
    input share[area] \"Share of the peak\" : ratio 0..1 default 0.5\nregulator input fee \"Fee of a line\" : money/line\n\
    input least \"Least\" : line default 100\noutput busy \"Busy lines\" : line = sum(lines * share over area)\noutput paid \"Fees\" : money = fee * busy\n\
    check enough \"More than a hundred lines\"\n    busy > least\n```\n";

/// The form sent back, after everything was found that can be.
fn returned(model: &Model, fill: impl Fn(&mut Book)) -> Vec<u8> {
    let layout = Layout::of(model, Owner::Operator);
    let mut book = Book::of(write_form(model, &layout, &[]));
    fill(&mut book);
    let mut diagnostics = Diagnostics::default();
    let mut workbook = Workbook::open(book.bytes(), "sent.xlsx").unwrap();
    let (layer, _, leftovers) = read_submission(&mut workbook, model, &layout, &mut diagnostics);
    let inputs = bind(model, std::slice::from_ref(&layer), &mut diagnostics);
    let results = evaluate(model, &plan(model), &inputs);
    diagnose(model, &inputs, &results, &mut diagnostics);
    write_feedback(model, &layout, &layer, &leftovers, &diagnostics, &Default::default())
}

fn put(book: &mut Book, column: &str, area: u32, cell: Cell) {
    let at = book.at("General", column, &area.to_string());
    book.put("General", at, cell);
}

/// The cells of the sheet that have a note with these words.
fn noted(bytes: &[u8], words: &str) -> Vec<String> {
    let workbook = Workbook::open(bytes.to_vec(), "return.xlsx").unwrap();
    let notes = workbook.comments(workbook.sheet("General").unwrap());
    let found = notes.into_iter().filter(|note| note.text.contains(words));
    found.map(|note| format_address(note.row, note.column)).collect()
}

/// What the sheet of findings says in a column.
fn said(bytes: &[u8], column: &str) -> Vec<String> {
    let book = Book::of(bytes.to_vec());
    let (row, column) = book.find("Findings", column);
    let (_, cells) = book.sheets.iter().find(|(name, _)| name == "Findings").unwrap();
    let texts = cells.iter().filter(|((at, of), _)| *at > row + 1 && *of == column);
    let texts = texts.filter_map(|(_, cell)| match cell {
        Cell::Text(text) => Some(text.clone()),
        _ => None,
    });
    texts.collect()
}

#[test]
fn every_cell_without_a_figure_is_noted_and_named() {
    let model = model::model(TEXT);
    let bytes = returned(&model, |book| put(book, "lines", 2, Cell::Number(40.0)));
    assert_eq!(noted(&bytes, "no figure is given: Lines in service").len(), 6, "all but that of the second area");
    let found = said(&bytes, "@found");
    let missing: Vec<&String> = found.iter().filter(|words| words.starts_with("no figure is given")).collect();
    let [only] = missing[..] else { panic!("the fee is asked of others: {found:?}") };
    assert_eq!(only.matches("General!").count(), 5, "those beside the first: {only}");
}

#[test]
fn a_form_with_all_figures_has_no_such_notes() {
    let model = model::model(TEXT);
    let bytes = returned(&model, |book| (1..=7).for_each(|area| put(book, "lines", area, Cell::Number(40.0))));
    assert_eq!(noted(&bytes, "no figure is given"), [""; 0]);
}

#[test]
fn more_cells_are_told_with_how_each_was_read() {
    let model = model::model(TEXT);
    let bytes = returned(&model, |book| {
        (1..=7).for_each(|area| put(book, "lines", area, Cell::Text(format!("{area} 000,5"))));
    });
    assert_eq!(noted(&bytes, "is text; it was read as").len(), 7);
    let found = said(&bytes, "@found");
    let told = found.iter().find(|words| words.contains("likewise in 6 more cells")).unwrap();
    assert_eq!(told.lines().count(), 7, "{told}");
    assert!(told.lines().last().unwrap().ends_with("7 000,5 is text; it was read as 7000.5"), "{told}");
}

#[test]
fn a_check_that_does_not_hold_is_a_finding_of_the_return() {
    let model = model::model(TEXT);
    let filled =
        |lines: f64| returned(&model, |book| (1..=7).for_each(|area| put(book, "lines", area, Cell::Number(lines))));
    let tells = |bytes: &[u8]| said(bytes, "@found").iter().any(|words| words.contains("enough"));
    assert!(tells(&filled(3.0)));
    assert!(!tells(&filled(300.0)));
}

#[test]
fn a_figure_out_of_range_is_told_as_people_see_it() {
    let model = model::model(TEXT);
    let bytes = returned(&model, |book| {
        (1..=7).for_each(|area| put(book, "lines", area, Cell::Number(40.0)));
        put(book, "share", 3, Cell::Number(1.5));
    });
    let found = said(&bytes, "@found");
    assert!(found.iter().any(|words| words == "Share of the peak is 150 %, but must be 0..100 %"), "{found:?}");
}
