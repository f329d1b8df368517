//! A code that is also a word for nothing is the code where the list has it, and what a form is filled with is read back.

use crate::book::{Book, Cell};
use crate::complete;
use crate::model;
use sg3_calc::{Datum, Layer, MemberEntry, Origin, Value};
use sg3_form::{Layout, RequestPart, write_form, write_request};
use sg3_lang::Model;
use sg3_lang::model::Owner;

const COUNTRIES: &str = "# Roaming\n\n```sg3\ndimension country \"Country\" from input\n\
    dimension entry \"Line\" from rows\ndimension kind \"Kind\"\n    nil \"Nothing\"\n    na \"Other\"\n    x \"NIL\"\n\
    input country_of[entry] \"Country\" : country\ninput kind_of[entry] \"Kind\" : kind\ninput amount[entry] \"Amount\" : money\n\
    input rate[country] \"Rate\" : ratio\n\
    output all[country] \"All\" : money = rate * sum(amount over entry where kind_of == x by country_of)\n```\n";

fn layer(model: &Model, codes: &[&str], countries: &[&str], kinds: &[&str]) -> Layer {
    let mut layer = Layer { name: "test".to_owned(), ..Layer::default() };
    let member = |dimension: &str, key: &str, label: &str| MemberEntry {
        dimension: model.find_dimension(dimension).unwrap(),
        key: key.into(),
        label: label.to_owned(),
        unit: None,
        origin: Origin::Case,
    };
    let datum = |input: &str, key: &str, value: Value| Datum {
        quantity: model.find_quantity(input).unwrap(),
        place: Some([key.into()].into()),
        value,
        origin: Origin::Case,
        evidence: None,
    };
    for code in codes {
        layer.members.push(member("country", code, &format!("Country {code}")));
        layer.values.push(datum("rate", code, Value::Number(1.0)));
    }
    for (row, (country, kind)) in countries.iter().zip(kinds).enumerate() {
        let row = (row + 1).to_string();
        layer.members.push(member("entry", &row, &row));
        layer.values.push(datum("country_of", &row, Value::Text((*country).to_owned())));
        layer.values.push(datum("kind_of", &row, Value::Text((*kind).to_owned())));
        layer.values.push(datum("amount", &row, Value::Number(5.0)));
    }
    layer
}

fn said(layer: &Layer, input: &str, model: &Model) -> Vec<Value> {
    let quantity = model.find_quantity(input).unwrap();
    layer.values.iter().filter(|datum| datum.quantity == quantity).map(|datum| datum.value.clone()).collect()
}

#[test]
fn codes_that_are_words_for_nothing_come_back() {
    let model = model::model(COUNTRIES);
    let layout = Layout::of(&model, Owner::Operator);
    let codes = ["NA", "ND", "n/a", "x", "nil", "-"];
    let filled = layer(&model, &codes, &codes, &["nil", "na", "x", "nil", "na", "x"]);
    let (read, found) = Book::of(write_form(&model, &layout, std::slice::from_ref(&filled))).read(&model, &layout);
    assert!(found.is_empty(), "{found:?}");
    for input in ["country_of", "kind_of"] {
        assert_eq!(said(&read, input, &model), said(&filled, input, &model));
    }
}

#[test]
fn where_the_list_has_no_such_code_the_word_says_nothing() {
    let model = model::model(COUNTRIES);
    let layout = Layout::of(&model, Owner::Operator);
    let filled = layer(&model, &["FR"], &["FR"], &["nil"]);
    let mut book = Book::of(write_form(&model, &layout, std::slice::from_ref(&filled)));
    let at = book.find("Line", "FR");
    book.put("Line", at, Cell::Text("NA".to_owned()));
    let (read, found) = book.read(&model, &layout);
    assert!(found.is_empty(), "{found:?}");
    assert_eq!(said(&read, "country_of", &model), [Value::NotAvailable("NA".to_owned())]);
}

const OF_TWO: &str = "# Sites\n\n```sg3\ndimension site \"Site\" from input\ninput rent[site] \"Rent\" : money\n\
    regulator input allowed[site] \"Allowed rent\" : money\noutput all \"All\" : money = sum(rent + allowed over site)\n```\n";

/// The codes in the form of the regulator, made with what the operator has listed.
fn codes_of_the_regulator(values: &[Layer], last_year: &[Layer]) -> Vec<String> {
    let model = model::model(OF_TWO);
    let layout = Layout::of(&model, Owner::Regulator);
    let book = Book::of(write_request(&[RequestPart { model: &model, layout: &layout, values, last_year }]));
    let (sheet, (row, column)) = book
        .sheets
        .iter()
        .find_map(|(name, cells)| {
            let key = |cell: &Cell| matches!(cell, Cell::Text(text) if text == "@code site");
            cells.iter().find(|(_, cell)| key(cell)).map(|(at, _)| (name.clone(), *at))
        })
        .unwrap();
    let (_, cells) = book.sheets.iter().find(|(name, _)| *name == sheet).unwrap();
    let below = cells.iter().filter(|((at, of), _)| *at > row + 1 && *of == column);
    let texts = below.filter_map(|(_, cell)| match cell {
        Cell::Text(text) if text.starts_with("SITE") => Some(text.clone()),
        _ => None,
    });
    texts.collect()
}

#[test]
fn a_code_typed_by_one_stands_in_the_form_of_the_other() {
    let operator = complete(&model::model(OF_TWO), Owner::Operator, 4);
    let typed = ["SITE-01", "SITE-02"];
    assert_eq!(codes_of_the_regulator(std::slice::from_ref(&operator), &[]), typed);
    assert_eq!(codes_of_the_regulator(&[], std::slice::from_ref(&operator)), typed);
    assert_eq!(codes_of_the_regulator(&[], &[]), [""; 0]);
}
