//! What is true of the lists of an operator, and what was read of them, as people write it.

use crate::operator::{Operator, folder};
use sg3_calc::Value;
use sg3_lang::Model;
use sg3_lang::model::Kind;
use sg3_mapping::{Applied, Figure};
use std::collections::BTreeMap;
use std::fs;

/// Values by figure, as people write them.
pub(crate) fn said(operator: &Operator, applied: &Applied) -> BTreeMap<String, String> {
    let value = |datum: &sg3_calc::Datum| {
        let quantity = operator.model.quantity(datum.quantity);
        let place = datum.place.clone().unwrap_or_default().to_vec();
        let written = match &datum.value {
            Value::Number(number) => rounded(*number),
            Value::Text(text) | Value::NotAvailable(text) | Value::Unreadable(text) => text.clone(),
            Value::YesNo(yes) => yes.to_string(),
            Value::Date(day) => (*day as i64).to_string(),
        };
        (Figure { input: quantity.name.to_string(), place }.to_string(), written)
    };
    applied.layer.values.iter().map(value).collect()
}

fn rounded(number: f64) -> String {
    format!("{number:.9e}")
}

/// All tables of `true/`: first the members of a row, then its values.
pub(crate) fn truth(model: &Model) -> BTreeMap<String, String> {
    let mut truth = BTreeMap::new();
    for file in fs::read_dir(folder().join("halmar/true")).expect("true tables").flatten() {
        let mut reader = csv::Reader::from_path(file.path()).expect("a table");
        let heads: Vec<String> = reader.headers().expect("a head").iter().map(str::to_owned).collect();
        for record in reader.records().flatten() {
            let is_member = |head: &String| model.dimensions.iter().any(|dimension| *dimension.name == **head);
            let place: Vec<_> =
                heads.iter().zip(&record).take_while(|(head, _)| is_member(head)).map(|(_, key)| key.into()).collect();
            for (head, text) in heads.iter().zip(&record).filter(|(_, text)| !text.is_empty()) {
                if let Some(id) = model.find_quantity(head) {
                    let figure = Figure { input: head.clone(), place: place.clone() };
                    truth.insert(figure.to_string(), written(&model.quantity(id).kind, text));
                }
            }
        }
    }
    truth
}

fn written(kind: &Kind, text: &str) -> String {
    match kind {
        Kind::Number(_) => rounded(text.parse().expect("a number")),
        Kind::Date => serial(text).to_string(),
        _ => text.to_owned(),
    }
}

/// Days since 30 December 1899, by counting.
fn serial(day: &str) -> i64 {
    let parts: Vec<i64> = day.split('-').map(|part| part.parse().expect("a number")).collect();
    let is_leap = |year: i64| year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let months = |year: i64| [31, 28 + i64::from(is_leap(year)), 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let years: i64 = (1900..parts[0]).map(|year| 365 + i64::from(is_leap(year))).sum();
    years + months(parts[0])[..parts[1] as usize - 1].iter().sum::<i64>() + parts[2] + 1
}
