//! The form: drawn, filled, moved about, read.

mod binary_form;
mod book;
mod codes;
mod evidence;
mod fill;
mod filled;
mod fuzz;
mod kept;
mod languages;
mod model;
mod moved;
mod percent;
mod printed;
mod random;
mod reading;
mod receipt;
mod required;
mod returning;
mod screen;
mod text;
mod told;
mod validation;

use book::Book;
use fill::{complete, said};
use proptest::prelude::*;
use sg3_calc::{Layer, Value};
use sg3_form::{Layout, Respondent, write_form};
use sg3_lang::model::Owner;

#[test]
fn the_same_form_is_the_same_bytes() {
    let model = model::everything();
    let layout = Layout::of(&model, Owner::Operator);
    assert_eq!(write_form(&model, &layout, &[]), write_form(&model, &layout, &[]));
}

#[test]
fn a_blank_form_says_what_the_model_proposes() {
    let model = model::everything();
    let layout = Layout::of(&model, Owner::Operator);
    let (read, diagnostics) = Book::of(write_form(&model, &layout, &[])).read(&model, &layout);
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    let values: Vec<&Value> = read.values.iter().map(|datum| &datum.value).collect();
    let [share, days, no, method] = values[..] else { panic!("{values:?}") };
    assert_eq!((share, days), (&Value::Number(0.1), &Value::Number(365.0)));
    assert_eq!((no, method), (&Value::YesNo(false), &Value::Text("annuity".to_owned())));
}

#[test]
fn values_bring_the_members_that_nobody_lists() {
    let model = model::everything();
    let layout = Layout::of(&model, Owner::Operator);
    let layer = complete(&model, Owner::Operator, 4);
    let nameless = Layer { members: Vec::new(), ..layer.clone() };
    let (read, _) = Book::of(write_form(&model, &layout, &[nameless])).read(&model, &layout);
    assert_eq!(read.values.len(), layer.values.len());
}

#[test]
fn the_last_layer_that_speaks_counts() {
    let model = model::everything();
    let layout = Layout::of(&model, Owner::Operator);
    let first = complete(&model, Owner::Operator, 4);
    let mut second = complete(&model, Owner::Operator, 8);
    second.values.truncate(40);
    let (read, _) = Book::of(write_form(&model, &layout, &[first.clone(), second.clone()])).read(&model, &layout);
    let (said, second) = (said(&read), said(&second));
    assert!(second.iter().all(|value| said.contains(value)));
}

#[test]
fn every_place_of_the_blank_form_has_an_address() {
    let model = model::everything();
    let layout = Layout::of(&model, Owner::Operator);
    let layer = complete(&model, Owner::Operator, 4);
    let (read, _) = Book::of(write_form(&model, &layout, &[layer])).read(&model, &layout);
    for datum in &read.values {
        let place = datum.place.as_ref().unwrap();
        if let Some(address) = layout.address(datum.quantity, place) {
            assert!(datum.origin.to_string().ends_with(&format!("  {address}")), "{} {address}", datum.origin);
        }
    }
    let price = model.find_quantity("price").unwrap();
    assert_eq!(layout.address(price, &["data".into()]).unwrap().to_string(), "Traffic!D30");
}

/// Rows and columns inserted, sheets renamed and in another order.
fn shifted(mut book: Book, (row, column): (u32, u32)) -> Book {
    let after = |position: u32, inserted: u32| if position >= inserted { position + 1 } else { position };
    book.sheets.reverse();
    for (number, (name, cells)) in book.sheets.iter_mut().enumerate() {
        *name = format!("Sheet{number}");
        let shifted = std::mem::take(cells).into_iter();
        *cells = shifted.map(|((r, c), cell)| ((after(r, row), after(c, column)), cell)).collect();
    }
    book
}

/// Members that this form lists, and values.
fn of_form(layer: &Layer, layout: &Layout) -> Vec<String> {
    let members = layer.members.iter().filter(|entry| layout.listing(entry.dimension).is_some()).cloned();
    said(&Layer { members: members.collect(), ..layer.clone() })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn any_filled_form_says_what_was_filled_wherever_it_stands(
        text in random::texts(), seed in 0_u64..1000, at in (0_u32..20, 0_u32..6)
    ) {
        let model = model::model(&text);
        for owner in Respondent::ALL {
            let layout = Layout::of(&model, owner);
            let layer = complete(&model, owner, seed);
            let book = shifted(Book::of(write_form(&model, &layout, std::slice::from_ref(&layer))), at);
            let (read, diagnostics) = book.read(&model, &layout);
            let messages: Vec<_> = diagnostics.iter().collect();
            prop_assert!(messages.is_empty(), "{messages:#?}\n{text}");
            prop_assert_eq!(said(&read), of_form(&layer, &layout), "{}", text);
        }
    }
}
