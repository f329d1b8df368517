//! The form saved as a binary workbook (.xlsb).

use crate::book::{Book, Cell, Cells};
use crate::fill::{complete, said};
use crate::model;
use sg3_calc::{Evidence, Layer, Status};
use sg3_form::{Layout, read_form, read_identity, read_model_names, write_form};
use sg3_lang::Diagnostics;
use sg3_lang::model::Owner;
use sg3_tests::binary::{cell, formatted, row, sheet_of, text, workbook};
use sg3_workbook::Workbook;
use std::fmt::Write;
use std::sync::Arc;

const NUMBER: u16 = 5;
const TRUTH: u16 = 4;
const TEXT: u16 = 6;
/// A formula with the text that it came to.
const FORMULA: u16 = 8;

fn binary(book: &Book) -> Vec<u8> {
    let sheets: Vec<(&str, Vec<u8>)> = book.sheets.iter().map(|(name, cells)| (&**name, sheet(cells))).collect();
    let properties = properties(&book.properties);
    workbook(&sheets, &[("docProps/custom.xml", properties.as_bytes())])
}

fn sheet(cells: &Cells) -> Vec<u8> {
    let (mut records, mut last) = (Vec::new(), None);
    for ((at, column), cell) in cells {
        if last != Some(*at) {
            records.extend(row(*at));
            last = Some(*at);
        }
        records.extend(of_cell(*column, cell));
    }
    sheet_of(&records)
}

fn of_cell(column: u32, held: &Cell) -> Vec<u8> {
    match held {
        Cell::Number(number) | Cell::Shown(number, _) => cell(NUMBER, column, &number.to_le_bytes()),
        Cell::Day(day) => formatted(NUMBER, column, 1, &day.to_le_bytes()),
        Cell::YesNo(yes) => cell(TRUTH, column, &[u8::from(*yes)]),
        Cell::Text(words) => cell(TEXT, column, &text(words)),
        Cell::Formula(_, result) => cell(FORMULA, column, &[text(result), vec![0; 10]].concat()),
    }
}

fn properties(properties: &[(String, String)]) -> String {
    let mut all = String::new();
    for (number, (name, value)) in properties.iter().enumerate() {
        let _ = write!(all, "<property pid='{}' name='{name}'><vt:lpwstr>{value}</vt:lpwstr></property>", number + 2);
    }
    format!("<Properties xmlns:vt='vt'>{all}</Properties>")
}

/// Evidence of every kind, on the figures of one row and another.
fn with_evidence(mut layer: Layer) -> Layer {
    let audited = Evidence {
        status: Some(Status::Audited),
        source: Some("Trial balance".to_owned()),
        confidential: Some("prices of rivals".to_owned()),
        comment: Some("Année 2025".to_owned()),
        ..Evidence::default()
    };
    let estimated = Evidence { status: Some(Status::Estimated), range: Some((1.0, 1e9)), ..Evidence::default() };
    for (number, datum) in layer.values.iter_mut().enumerate().filter(|(number, _)| number % 3 == 0) {
        datum.evidence = Some(Arc::new(if number % 2 == 0 { audited.clone() } else { estimated.clone() }));
    }
    layer
}

fn opened(bytes: Vec<u8>, model: &sg3_lang::Model, layout: &Layout) -> (Layer, Vec<sg3_lang::Diagnostic>) {
    let mut diagnostics = Diagnostics::default();
    let mut workbook = Workbook::open(bytes, "filled").map_err(|refusal| refusal.to_string()).unwrap();
    assert_eq!(read_model_names(&mut workbook), ["test/model"]);
    let known = read_identity(&mut workbook).unwrap();
    assert_eq!(&*known.fingerprints, &[layout.fingerprint()][..]);
    let layer = read_form(&mut workbook, model, layout, &mut diagnostics);
    (layer, diagnostics.iter().cloned().collect())
}

#[test]
fn a_binary_form_says_the_same_from_the_same_cells() {
    let model = model::everything();
    let layout = Layout::of(&model, Owner::Operator);
    let layer = with_evidence(complete(&model, Owner::Operator, 7));
    let form = write_form(&model, &layout, std::slice::from_ref(&layer));
    let (of_xlsx, told) = opened(form.clone(), &model, &layout);
    let (of_xlsb, told_too) = opened(binary(&Book::of(form)), &model, &layout);
    assert_eq!(told_too, told);
    assert_eq!(of_xlsb.values.len(), of_xlsx.values.len());
    for (binary, other) in of_xlsb.values.iter().zip(&of_xlsx.values) {
        assert_eq!((binary.quantity, &binary.place, &binary.value), (other.quantity, &other.place, &other.value));
        assert_eq!((binary.origin.to_string(), &binary.evidence), (other.origin.to_string(), &other.evidence));
    }
    assert_eq!(said(&of_xlsb), said(&of_xlsx));
    let known = of_xlsb.values.iter().filter_map(|datum| datum.evidence.as_ref());
    assert!(
        known.clone().any(|known| known.range.is_some()) && known.clone().any(|known| known.confidential.is_some())
    );
}

#[test]
fn mistakes_in_a_binary_form_are_told_at_their_cells() {
    let model = model::everything();
    let layout = Layout::of(&model, Owner::Operator);
    let mut book = Book::of(write_form(&model, &layout, &[complete(&model, Owner::Operator, 7)]));
    let price = book.at("Traffic", "price", "data");
    let cost = book.at("Cost", "operating_cost", "transit");
    book.put("Traffic", price, Cell::Text("twelve".to_owned()));
    book.put("Cost", cost, Cell::Formula("A1".to_owned(), "néant".to_owned()));
    let (of_xlsx, told) = opened(book.bytes(), &model, &layout);
    let (of_xlsb, told_too) = opened(binary(&book), &model, &layout);
    assert_eq!(said(&of_xlsb), said(&of_xlsx));
    assert_eq!(
        told_too.iter().map(|told| told.slug).collect::<Vec<_>>(),
        told.iter().map(|told| told.slug).collect::<Vec<_>>()
    );
    assert_eq!(
        told_too.iter().map(|told| &told.place).collect::<Vec<_>>(),
        told.iter().map(|told| &told.place).collect::<Vec<_>>()
    );
}
