//! A form that is returned: nothing lost, marks where something was found, answers carried on.

use crate::book::{Book, Cell};
use crate::model;
use sg3_calc::{Layer, bind, question};
use sg3_lang::{Diagnostics, Model};
use sg3_sheet::{Layout, Remains, Workbook, returned, submission, template};

const TEXT: &str = "# Rents\n\n```sg3\ndimension site \"Site\" from input\ninput rent[site] \"Rent\" : money/year\n\
    input wacc \"Cost of capital\" : 1/year 0..20 plausible 5%..30%\noutput all \"All\" : money/year^2 = wacc * sum(rent over site)\n```\n";

struct Round {
    layer: Layer,
    remains: Remains,
    diagnostics: Diagnostics,
    bytes: Vec<u8>,
}

/// Reads, questions and returns a form.
fn round(model: &Model, layout: &Layout, bytes: Vec<u8>) -> Round {
    let mut diagnostics = Diagnostics::default();
    let mut workbook = Workbook::open(bytes, "sent.xlsx").unwrap();
    let (layer, _, remains) = submission(&mut workbook, model, layout, &mut diagnostics);
    let inputs = bind(model, std::slice::from_ref(&layer), &mut diagnostics);
    question(model, std::slice::from_ref(&layer), &inputs, &mut diagnostics);
    let bytes = returned(model, layout, &layer, &remains, &diagnostics, &Default::default());
    Round { layer, remains, diagnostics, bytes }
}

fn sent(model: &Model, layout: &Layout) -> Book {
    let mut book = Book::of(template(model, layout, &[]));
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

fn texts(bytes: &[u8]) -> Vec<(String, bool)> {
    let mut workbook = Workbook::open(bytes.to_vec(), "return.xlsx").unwrap();
    let mut texts = Vec::new();
    for sheet in 0..workbook.sheets().len() {
        workbook
            .read(sheet, |cell| {
                if let sg3_sheet::Content::Text(text) = &cell.content {
                    texts.push((text.clone(), cell.formula.is_some()));
                }
            })
            .unwrap();
    }
    texts
}

#[test]
fn nothing_that_was_entered_is_lost_and_none_of_it_becomes_a_formula() {
    let model = model::model(TEXT);
    let layout = Layout::of(&model, sg3_lang::model::Owner::Operator);
    let first = round(&model, &layout, sent(&model, &layout).bytes());
    let texts = texts(&first.bytes);
    for words in ["=HYPERLINK(\"http://x\")", "@SUM(1+9) see annex", "4711", "S4"] {
        assert!(texts.iter().any(|(text, formula)| text == words && !formula), "{words} in {texts:?}");
    }
    let again = round(&model, &layout, first.bytes.clone());
    let said = |layer: &Layer| {
        layer.values.iter().map(|datum| format!("{:?} {:?}", datum.place, datum.value)).collect::<Vec<_>>()
    };
    assert_eq!(said(&again.layer), said(&first.layer));
    assert_eq!(again.remains.refused.len(), 1);
    assert!(again.remains.strays.iter().any(|stray| stray.text == "4711" && stray.at.starts_with("Site!")));
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
        round.diagnostics.iter().filter(|m| m.slug == "formula-in-input").map(|m| m.number()).collect::<Vec<_>>()
    };
    let second = round(&model, &layout, first.bytes.clone());
    assert_eq!(of(&first), of(&second));
    assert_eq!(of(&first).len(), 1);
}
