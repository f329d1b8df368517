//! Evidence beside values.

use crate::book::{Book, Cell};
use crate::fill::{complete, said};
use crate::{model, random};
use proptest::prelude::*;
use sg3_calc::{Datum, Evidence, Layer, Status, Value};
use sg3_form::{Layout, Receipt, Respondent, read_with_receipt, write_form};
use sg3_lang::model::{Axis, Owner};
use sg3_lang::{Diagnostics, Model, Severity};
use sg3_workbook::Workbook;
use std::sync::Arc;

/// Evidence for every value: the same for all of an input, but for one place of one input, and for inputs without axes.
fn with_evidence(model: &Model, mut layer: Layer, seed: u64) -> Layer {
    // in a row of years, one year may differ from its column or the whole row may, but not both
    let is_series = |axes: &[Axis]| axes.len() == 1 && model.dimension(axes[0].dimension).step.is_some();
    let alone = model.inputs().filter(|(_, quantity, _)| !is_series(&quantity.axes)).map(|(id, ..)| id).next();
    let mut is_first = true;
    for datum in &mut layer.values {
        let number = u64::from(datum.quantity.0) + seed;
        let mut evidence = of_input(number);
        if Some(datum.quantity) == alone && std::mem::take(&mut is_first) {
            evidence = exception();
        }
        if matches!(datum.value, Value::NotAvailable(_)) {
            evidence.status = None;
        }
        datum.evidence = Some(evidence).filter(|evidence| !evidence.is_empty()).map(Arc::new);
    }
    layer
}

fn of_input(number: u64) -> Evidence {
    Evidence {
        status: [Some(Status::Audited), Some(Status::Measured), Some(Status::Unaudited), None][number as usize % 4],
        source: (!number.is_multiple_of(3)).then(|| format!("document {number}")),
        confidential: number.is_multiple_of(5).then(|| "trade secret".to_owned()),
        ..Evidence::default()
    }
}

fn exception() -> Evidence {
    Evidence {
        status: Some(Status::Estimated),
        range: Some((-5.0, 1e6)),
        source: Some("a sample".to_owned()),
        confidential: Some("contract".to_owned()),
        comment: Some("counters were lost in March".to_owned()),
    }
}

/// What is known of each value, in an order of its own.
fn known(layer: &Layer) -> Vec<String> {
    let one = |datum: &Datum| format!("{:?} {:?} {:?}", datum.quantity, datum.place, datum.evidence);
    let mut known: Vec<String> = layer.values.iter().map(one).collect();
    known.sort();
    known
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn evidence_comes_back_as_it_was_sent(text in random::texts(), seed in 0_u64..1000) {
        let model = model::model(&text);
        let layout = Layout::of(&model, Respondent::Everyone);
        let layer = with_evidence(&model, complete(&model, Respondent::Everyone, seed), seed);
        let (read, diagnostics) = Book::of(write_form(&model, &layout, std::slice::from_ref(&layer))).read(&model, &layout);
        prop_assert!(!diagnostics.has_errors(), "{diagnostics:#?}\n{text}");
        prop_assert_eq!(said(&read), said(&layer), "{}", text);
        prop_assert_eq!(known(&read), known(&layer), "{}", text);
    }
}

/// The operator's form of the model with everything, blank.
pub(crate) fn blank() -> (Model, Layout, Book) {
    let model = model::everything();
    let layout = Layout::of(&model, Owner::Operator);
    let mut book = Book::of(write_form(&model, &layout, &[]));
    // as a program leaves it that writes cells and computes nothing
    let (top, total) = book.find("Sign-off", "own");
    book.sheet("Sign-off").retain(|(row, column), _| *row <= top || *column != total - 1);
    (model, layout, book)
}

pub(crate) fn receipt(model: &Model, layout: &Layout, book: &Book) -> (Layer, Receipt, Vec<String>) {
    let mut diagnostics = Diagnostics::default();
    let mut workbook = Workbook::open(book.bytes(), "filled.xlsx").map_err(|_| "refused").unwrap();
    let (layer, receipt) = read_with_receipt(&mut workbook, model, layout, &mut diagnostics);
    let told = diagnostics.iter().map(|message| {
        let severity = if message.severity == Severity::Error { "error" } else { "warning" };
        format!("{severity} {} {}", message.slug, message.message)
    });
    (layer, receipt, told.collect())
}

pub(crate) fn text(words: &str) -> Cell {
    Cell::Text(words.to_owned())
}

pub(crate) fn datum<'a>(layer: &'a Layer, model: &Model, name: &str, place: &[&str]) -> Option<&'a Datum> {
    let id = model.find_quantity(name).unwrap();
    let place: Vec<Arc<str>> = place.iter().map(|key| (*key).into()).collect();
    layer.values.iter().find(|datum| datum.quantity == id && datum.place.as_deref() == Some(&place[..]))
}

#[test]
fn a_status_may_be_the_whole_answer() {
    let (model, layout, mut book) = blank();
    let (row, column) = (book.at("Traffic", "price", "voice").0, book.find("Traffic", "#status").1);
    book.put("Traffic", (row, column), text("Nil")).put("Traffic", (row + 1, column), text("not available"));
    let (layer, _, told) = receipt(&model, &layout, &book);
    assert_eq!(told, Vec::<String>::new());
    assert_eq!(datum(&layer, &model, "price", &["voice"]).unwrap().value, Value::Number(0.0));
    let missing = datum(&layer, &model, "price", &["data"]).unwrap();
    assert_eq!(missing.value, Value::NotAvailable("not available".to_owned()));
    assert_eq!(missing.evidence.as_ref().unwrap().status, Some(Status::NotAvailable));
}

#[test]
fn a_status_that_does_not_fit_its_value_is_told() {
    let (model, layout, mut book) = blank();
    let value = book.at("Traffic", "price", "voice");
    let (row, column) = (value.0, book.find("Traffic", "#status").1);
    book.put("Traffic", (row, column), text("audited"));
    let (_, _, told) = receipt(&model, &layout, &book);
    assert_eq!(told, ["warning wrong-status the status is \"audited\", but there is no figure"]);
    book.put("Traffic", (row, column), text("nil")).put("Traffic", value, Cell::Number(3.0));
    let (layer, _, told) = receipt(&model, &layout, &book);
    assert_eq!(told, ["error wrong-status the status is \"nil\", which is zero, but there is another value"]);
    let refused = datum(&layer, &model, "price", &["voice"]).expect("it is not blank");
    assert_eq!(refused.value, Value::Unreadable("3".to_owned()));
}

#[test]
fn rows_say_what_differs_from_their_columns() {
    let (model, layout, mut book) = blank();
    let sheet = "Cost";
    let cost = book.at(sheet, "operating_cost", "@status");
    let staff = (cost.0, book.find(sheet, "staff").1);
    book.put(sheet, cost, text("audited")).put(sheet, staff, text("measured"));
    let (row, status) = book.at(sheet, "#status", "transit");
    let concerns = (row, book.find(sheet, "#concerns").1);
    book.put(sheet, (row, status), text("estimated")).put(sheet, concerns, text("Staff"));
    for at in [row - 1, row] {
        book.put(sheet, (at, cost.1), Cell::Number(7.0)).put(sheet, (at, staff.1), Cell::Number(2.0));
    }
    let (layer, _, told) = receipt(&model, &layout, &book);
    assert_eq!(told, Vec::<String>::new());
    let status = |name, member| datum(&layer, &model, name, &[member]).unwrap().evidence.as_ref().unwrap().status;
    assert_eq!(status("operating_cost", "transit"), Some(Status::Audited));
    assert_eq!(status("staff", "transit"), Some(Status::Estimated));
    assert_eq!(status("staff", "local"), Some(Status::Measured));
}

#[test]
fn what_is_said_may_concern_several_figures_of_a_row() {
    let (model, layout, mut book) = blank();
    let (sheet, member) = ("Cost", "transit");
    let (row, status) = book.at(sheet, "#status", member);
    let concerns = (row, book.find(sheet, "#concerns").1);
    book.put(sheet, (row, status), text("estimated")).put(sheet, concerns, text("Staff; net book value"));
    for name in ["operating_cost", "net_assets", "staff"] {
        let column = book.find(sheet, name).1;
        // of the row above nothing is said, so that no line above the columns says it all
        book.put(sheet, (row - 1, column), Cell::Number(1.0)).put(sheet, (row, column), Cell::Number(2.0));
    }
    let (layer, _, told) = receipt(&model, &layout, &book);
    assert_eq!(told, Vec::<String>::new());
    let status = |layer: &Layer, name| {
        datum(layer, &model, name, &[member]).unwrap().evidence.as_ref().and_then(|evidence| evidence.status)
    };
    let all = |layer: &Layer| ["operating_cost", "net_assets", "staff"].map(|name| status(layer, name));
    assert_eq!(all(&layer), [None, Some(Status::Estimated), Some(Status::Estimated)]);

    let again = Book::of(write_form(&model, &layout, &[layer]));
    let (_, cells) = again.sheets.iter().find(|(name, _)| name == sheet).unwrap();
    assert_eq!(cells.get(&concerns), Some(&text("Net book value; Staff")));
    assert_eq!(all(&receipt(&model, &layout, &again).0), [None, Some(Status::Estimated), Some(Status::Estimated)]);

    book.put(sheet, concerns, text("Staff, Stuff"));
    let (layer, _, told) = receipt(&model, &layout, &book);
    assert_eq!(all(&layer), [None, None, Some(Status::Estimated)]);
    assert!(told.len() == 1 && told[0].contains("`Stuff` is not a column of the table"), "{told:?}");
}

#[test]
fn what_stands_beside_values_does_not_make_another_version() {
    let model = model::everything();
    let layout = Layout::of(&model, Owner::Operator);
    assert_eq!(layout.clone().with_last_year().fingerprint(), layout.fingerprint());
}
