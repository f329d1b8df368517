//! The form: drawn, filled, moved about, read.

#[path = "form/book.rs"]
mod book;
#[path = "form/fill.rs"]
mod fill;
#[path = "form/model.rs"]
mod model;
#[path = "form/random.rs"]
mod random;

use book::Book;
use fill::{complete, said};
use proptest::prelude::*;
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

/// Rows and columns inserted, sheets renamed and in another order.
fn moved(mut book: Book, (row, column): (u32, u32)) -> Book {
    let after = |position: u32, inserted: u32| if position >= inserted { position + 1 } else { position };
    let names: Vec<String> = book.sheets.iter().map(|(name, _)| name.clone()).collect();
    for name in names {
        book.shift(&name, |(r, c)| (after(r, row), after(c, column)));
    }
    book.sheets.reverse();
    for (number, (name, _)) in book.sheets.iter_mut().enumerate() {
        *name = format!("Sheet{number}");
    }
    book
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]
    #[test]
    fn any_filled_form_says_what_was_filled_wherever_it_stands(
        text in random::texts(), seed in 0_u64..1000, at in (0_u32..20, 0_u32..6)
    ) {
        let model = model::model(&text);
        let layout = Layout::of(&model, Owner::Operator);
        let layer = complete(&model, Owner::Operator, seed);
        let book = moved(Book::of(template(&model, &layout, std::slice::from_ref(&layer))), at);
        let (read, diagnostics) = book.read(&model, &layout);
        let messages: Vec<_> = diagnostics.iter().collect();
        prop_assert!(messages.is_empty(), "{messages:#?}\n{text}");
        prop_assert_eq!(said(&read), said(&layer), "{}", text);
    }
}
