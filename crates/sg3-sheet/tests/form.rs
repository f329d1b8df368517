//! The form: drawn, filled, moved about, read.

#[path = "form/fill.rs"]
mod fill;
#[path = "form/model.rs"]
mod model;

use fill::{Book, complete, said};
use sg3_lang::model::Owner;
use sg3_sheet::{Layout, template};

#[test]
fn the_same_form_is_the_same_bytes() {
    let model = model::everything();
    let layout = Layout::of(&model, Owner::Operator);
    let bytes = template(&model, &layout, &[]);
    assert_eq!(bytes, template(&model, &layout, &[]));
    if let Some(path) = std::env::var_os("FORM") {
        std::fs::write(path, template(&model, &layout, &[])).unwrap();
    }
    if let Some(path) = std::env::var_os("FILLED") {
        std::fs::write(path, template(&model, &layout, &[complete(&model, Owner::Operator, 4)])).unwrap();
    }
}

#[test]
fn a_filled_form_says_what_was_filled() {
    let model = model::everything();
    let layout = Layout::of(&model, Owner::Operator);
    let layer = complete(&model, Owner::Operator, 4);
    let book = Book::of(template(&model, &layout, &[layer.clone()]));
    let (read, diagnostics) = book.read(&model, &layout);
    assert_eq!(diagnostics.iter().map(|d| format!("{d:?}")).collect::<Vec<_>>(), Vec::<String>::new());
    assert_eq!(said(&read), said(&layer));
}
