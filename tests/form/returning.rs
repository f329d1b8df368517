//! A form that is returned: nothing lost, marks where something was found, answers carried on.

use crate::book::{Book, Cell};
use crate::complete;
use crate::model;
use sg3_calc::{Layer, Value, bind, question};
use sg3_form::{Layout, Leftovers, RequestPart, read_submission, write_feedback, write_form, write_request};
use sg3_lang::{Diagnostics, Model};
use sg3_workbook::Workbook;

pub(crate) const TEXT: &str = "# Rents\n\n```sg3\ndimension site \"Site\" from input\ninput rent[site] \"Rent\" : money/year\n\
    input wacc \"Cost of capital\" : 1/year 0..20 plausible 5%..30%\noutput all \"All\" : money/year^2 = wacc * sum(rent over site)\n```\n";

/// What came of reading a form and returning it.
pub(crate) struct Round {
    pub layer: Layer,
    pub remains: Leftovers,
    pub diagnostics: Diagnostics,
    pub bytes: Vec<u8>,
}

/// Reads, questions and returns a form.
pub(crate) fn round(model: &Model, layout: &Layout, bytes: Vec<u8>) -> Round {
    let mut diagnostics = Diagnostics::default();
    let mut workbook = Workbook::open(bytes, "sent.xlsx").unwrap();
    let (layer, _, remains) = read_submission(&mut workbook, model, layout, &mut diagnostics);
    let inputs = bind(model, std::slice::from_ref(&layer), &mut diagnostics);
    question(model, std::slice::from_ref(&layer), &inputs, &mut diagnostics);
    let bytes = write_feedback(model, layout, &layer, &remains, &diagnostics, &Default::default());
    Round { layer, remains, diagnostics, bytes }
}

/// A form with a share that is too large, rents, words that are none, and remarks.
pub(crate) fn sent(model: &Model, layout: &Layout) -> Book {
    let mut book = Book::of(write_form(model, layout, &[]));
    let wacc = book.at("General", "@value", "wacc");
    book.put("General", wacc, Cell::Number(12.5));
    let (top, column) = book.find("Site", "rent");
    let first = top + 3;
    for (number, rent) in [41e6, 38e6, 44e6, 40e6].into_iter().enumerate() {
        let row = first + number as u32;
        book.put("Site", (row, 1), Cell::Text(format!("S{number}"))).put("Site", (row, column), Cell::Number(rent));
    }
    book.put("Site", (first + 4, 1), Cell::Text("S4".into()));
    book.put("Site", (first + 4, column), Cell::Text("=HYPERLINK(\"http://x\")".into()));
    book.put("Site", (first + 4, column + 3), Cell::Text("@SUM(1+9) see annex".into()));
    book.put("Site", (first + 5, column + 3), Cell::Number(4711.0));
    book
}

#[test]
fn findings_keep_their_numbers_and_answers_until_they_are_closed() {
    let model = model::model(TEXT);
    let layout = Layout::of(&model, sg3_lang::model::Owner::Operator);
    let first = round(&model, &layout, sent(&model, &layout).bytes());
    let number = first.diagnostics.iter().find(|message| message.slug == "implausible").unwrap().number();

    let mut book = Book::of(first.bytes);
    let row = book.find("Findings", &number).0;
    let answer = book.find("Findings", "@answer").1;
    book.put("Findings", (row, answer), Cell::Text("decided by the ministry".into()));
    let second = round(&model, &layout, book.bytes());
    assert_eq!(state(&second.bytes, &number), "answered");
    let kept = second.remains.answers.iter().find(|answer| answer.number == number).unwrap();
    assert_eq!(kept.answer, "decided by the ministry");

    let mut book = Book::of(second.bytes);
    let wacc = book.at("General", "@value", "wacc");
    book.put("General", wacc, Cell::Number(0.125));
    let third = round(&model, &layout, book.bytes());
    assert!(third.diagnostics.iter().all(|message| message.number() != number));
    assert_eq!(state(&third.bytes, &number), "closed");
}

fn state(bytes: &[u8], number: &str) -> String {
    let book = Book::of(bytes.to_vec());
    let (row, column) = (book.find("Findings", number).0, book.find("Findings", "@state").1);
    let (_, cells) = book.sheets.iter().find(|(name, _)| name == "Findings").unwrap();
    match &cells[&(row, column)] {
        Cell::Text(text) => text.clone(),
        other => format!("{other:?}"),
    }
}

#[test]
fn notes_of_people_stay_on_their_cells_and_findings_stand_below() {
    let model = model::model(TEXT);
    let layout = Layout::of(&model, sg3_lang::model::Owner::Operator);
    let book = sent(&model, &layout);
    let (row, column) = book.at("General", "@value", "wacc");
    let bytes = book.bytes_with_note("General", (row, column), "see the decision of 2023");
    let first = round(&model, &layout, bytes);
    let note = |bytes: &[u8]| {
        let workbook = Workbook::open(bytes.to_vec(), "return.xlsx").unwrap();
        let sheet = workbook.sheet("General").unwrap();
        workbook
            .comments(sheet)
            .into_iter()
            .find(|comment| (comment.row, comment.column) == (row, column))
            .unwrap()
            .text
    };
    let written = note(&first.bytes);
    assert!(written.starts_with("see the decision of 2023") && written.contains("12.5 %"), "{written}");
    let again = round(&model, &layout, first.bytes);
    assert_eq!(note(&again.bytes), written);
}

#[test]
fn what_the_returned_form_no_longer_shows_is_asked_until_it_is_answered() {
    let model = model::model(TEXT);
    let layout = Layout::of(&model, sg3_lang::model::Owner::Operator);
    let mut book = sent(&model, &layout);
    let wacc = book.at("General", "@value", "wacc");
    book.put("General", wacc, Cell::Formula("[Budget.xlsx]S!A1".into(), "0.125".into()));
    let first = round(&model, &layout, book.bytes());
    let of = |round: &Round| {
        round
            .diagnostics
            .iter()
            .filter(|m| m.slug == "formula-in-input")
            .map(sg3_lang::Diagnostic::number)
            .collect::<Vec<_>>()
    };
    let second = round(&model, &layout, first.bytes.clone());
    assert_eq!(of(&first), of(&second));
    assert_eq!(of(&first).len(), 1);
}

/// A form in thousands, with a range, a total of one's own, and last year's column.
fn in_thousands(model: &Model) -> (Layout, Vec<u8>) {
    let layout = Layout::of(model, sg3_lang::model::Owner::Operator);
    let with_last_year = layout.clone().with_last_year();
    let last = complete(model, sg3_lang::model::Owner::Operator, 4);
    let part = RequestPart { model, layout: &with_last_year, values: &[], last_year: &[last] };
    let mut book = Book::of(write_request(&[part]));
    let mut put = |sheet: &str, column: &str, row: &str, cell: Cell| {
        let at = book.at(sheet, column, row);
        book.put(sheet, at, cell);
    };
    put("Cover", "@value", "Cost", Cell::Text("thousands".into()));
    put("Cost", "operating_cost", "local", Cell::Number(41.25));
    put("Cost", "#concerns", "local", Cell::Text("Operating cost".into()));
    put("Cost", "#status", "local", Cell::Text("estimated".into()));
    put("Cost", "#least", "local", Cell::Number(38.0));
    put("Cost", "#most", "local", Cell::Number(44.5));
    put("Cost", "operating_cost#last", "local", Cell::Number(4.0));
    put("Sign-off", "own", "operating_cost", Cell::Number(41.25));
    (layout, book.bytes())
}

#[test]
fn amounts_come_back_in_the_scale_of_their_sheet_and_last_year_beside_them() {
    let model = model::everything();
    let (layout, bytes) = in_thousands(&model);
    let first = round(&model, &layout, bytes);
    let book = Book::of(first.bytes.clone());
    let number = |sheet: &str, column: &str, row: &str| {
        let (_, cells) = book.sheets.iter().find(|(name, _)| name == sheet).unwrap();
        match cells[&book.at(sheet, column, row)] {
            Cell::Number(number) => number,
            ref other => panic!("{other:?}"),
        }
    };
    assert_eq!(number("Cost", "operating_cost", "local"), 41.25);
    assert_eq!(number("Cost", "#least", "local"), 38.0);
    assert_eq!(number("Cost", "#most", "local"), 44.5);
    assert_eq!(number("Cost", "operating_cost#last", "local"), 4.0);
    assert_eq!(number("Sign-off", "own", "operating_cost"), 41.25);
    let (_, cells) = book.sheets.iter().find(|(name, _)| name == "Cover").unwrap();
    assert_eq!(cells[&book.at("Cover", "@value", "Cost")], Cell::Text("thousands".into()));

    let again = round(&model, &layout, first.bytes.clone());
    let cost = model.find_quantity("operating_cost").unwrap();
    let of = |layer: &Layer| layer.values.iter().find(|datum| datum.quantity == cost).cloned().unwrap();
    assert_eq!(of(&again.layer).value, Value::Number(41_250.0));
    assert_eq!(of(&again.layer).evidence, of(&first.layer).evidence);
    assert_eq!(again.layer.last_year.len(), first.layer.last_year.len());
}

#[test]
fn a_jump_from_last_years_column_is_asked_about_whichever_scale_it_was_typed_in() {
    let model = model::everything();
    let (layout, bytes) = in_thousands(&model);
    let jumps = |bytes: Vec<u8>| {
        let diagnostics = round(&model, &layout, bytes).diagnostics;
        let jumps = diagnostics.iter().filter(|message| message.slug == "jump" && message.message.contains("local"));
        jumps.map(|message| message.message.clone()).collect::<Vec<_>>()
    };
    let told = jumps(bytes.clone());
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].contains("times last year's figure"), "{told:?}");
    let mut book = Book::of(bytes);
    let last = book.at("Cost", "operating_cost#last", "local");
    // in thousands as this year's, or in units as the form writes it: neither is a jump
    for typed in [40.0, 40_000.0] {
        book.put("Cost", last, Cell::Number(typed));
        assert!(jumps(book.bytes()).is_empty());
    }
}

#[test]
fn volumes_of_another_year_than_the_accounts_are_asked_about() {
    let model = model::everything();
    let layout = Layout::of(&model, sg3_lang::model::Owner::Operator);
    let mut book = Book::of(write_form(&model, &layout, &[complete(&model, sg3_lang::model::Owner::Operator, 4)]));
    let mut put = |row: &str, day: f64| {
        let at = book.at("Cover", "@value", row);
        book.put("Cover", at, Cell::Day(day));
    };
    put("year_end", 45_473.0);
    put("volumes_end", 45_657.0);
    let told = book.read(&model, &layout).1;
    let about = |message: &sg3_lang::Diagnostic| message.message.contains("volumes the year to 2024-12-31");
    assert_eq!(told.iter().filter(|message| about(message)).count(), 1, "{told:?}");
    let at = book.at("Cover", "@value", "volumes_end");
    book.put("Cover", at, Cell::Day(45_473.0));
    assert!(book.read(&model, &layout).1.is_empty());
}

#[test]
fn a_matrix_wider_than_fourteen_columns_has_last_year_to_its_right() {
    let members: String = (1..=20).map(|number| format!("    e{number} \"Element {number}\"\n")).collect();
    let model = model::model(&format!(
        "# Wide\n\n```sg3\ndimension service \"Service\"\n    voice \"Calls\"\n    data \"Data\"\n\ndimension element \"Element\"\n{members}\n\
         input cost[service, element] \"Cost\" : money/year\noutput all \"All\" : money/year = sum(cost over service, element)\n```\n"
    ));
    let layout = Layout::of(&model, sg3_lang::model::Owner::Operator);
    let with_last_year = layout.clone().with_last_year();
    let values = complete(&model, sg3_lang::model::Owner::Operator, 4);
    let part =
        RequestPart { model: &model, layout: &with_last_year, values: &[], last_year: std::slice::from_ref(&values) };
    let mut book = Book::of(write_request(&[part]));
    let sheet = book.sheets.iter().map(|(name, _)| name.clone()).find(|name| name == "Cost").unwrap();
    for (key, number) in [("cost[element=e20]", 4e9), ("cost[element=e20]#last", 4e7)] {
        let at = book.at(&sheet, key, "voice");
        book.put(&sheet, at, Cell::Number(number));
    }
    let read = round(&model, &layout, book.bytes());
    assert!(read.layer.last_year.len() > 30);
    assert!(read.diagnostics.iter().any(|message| message.slug == "jump" && message.message.contains("voice, e20")));
    assert!(Book::of(read.bytes).find(&sheet, "cost[element=e20]#last").1 > 20);
}
