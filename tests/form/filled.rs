//! A filled form, and what is said of it.

use crate::book::{Book, Cell};
use crate::fill::complete;
use crate::model;
use sg3_calc::{Datum, Layer, Value};
use sg3_form::{Layout, write_form};
use sg3_lang::model::Owner;
use sg3_lang::{Diagnostics, Model, Place, Severity};

/// A form with everything filled, to be spoilt.
pub(crate) struct Filled {
    pub model: Model,
    pub layout: Layout,
    pub layer: Layer,
    pub book: Book,
}

pub(crate) fn filled() -> Filled {
    let model = model::everything();
    let layout = Layout::of(&model, Owner::Operator);
    let layer = complete(&model, Owner::Operator, 4);
    let book = Book::of(write_form(&model, &layout, std::slice::from_ref(&layer)));
    Filled { model, layout, layer, book }
}

impl Filled {
    /// Puts a text into a cell.
    pub(crate) fn text(&mut self, sheet: &str, at: (u32, u32), text: &str) -> &mut Filled {
        self.book.put(sheet, at, Cell::Text(text.to_owned()));
        self
    }

    pub(crate) fn read(&self) -> (Layer, Vec<String>) {
        let (layer, diagnostics) = self.book.read(&self.model, &self.layout);
        (layer, told(&diagnostics))
    }

    /// What is said, if it is one thing.
    pub(crate) fn said(&self) -> String {
        let (_, told) = self.read();
        assert_eq!(told.len(), 1, "{told:#?}");
        told.into_iter().next().unwrap()
    }

    /// The value that was read of an input at a place.
    pub(crate) fn value(&self, input: &str, place: &[&str]) -> Option<Value> {
        let quantity = self.model.find_quantity(input).unwrap();
        let here = |datum: &&Datum| {
            datum.quantity == quantity
                && datum.place.as_ref().unwrap().iter().map(|key| &**key).eq(place.iter().copied())
        };
        self.read().0.values.iter().find(here).map(|datum| datum.value.clone())
    }
}

/// `error wrong-value Traffic!D3: message (help)`.
fn told(diagnostics: &Diagnostics) -> Vec<String> {
    let line = |message: &sg3_lang::Diagnostic| {
        let severity = if message.severity == Severity::Error { "error" } else { "warning" };
        let Place::Data(place) = &message.place else { panic!("no place") };
        let help = message.help.as_ref().map(|help| format!(" ({help})")).unwrap_or_default();
        assert_eq!(place.file, "filled.xlsx");
        format!("{severity} {} {}: {}{help}", message.slug, place.at, message.message)
    };
    diagnostics.iter().map(line).collect()
}

/// A cell with a price.
pub(crate) fn price(filled: &Filled) -> (u32, u32) {
    filled.book.at("Traffic", "price", "voice")
}
