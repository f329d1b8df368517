//! [`Document`](crate::ast::Document) to [`Model`]: names, heads, formulas with their shapes and units, order, cases.
//!
//! Every pass goes over everything and adds what is wrong; there is a model exactly when no error was added.

mod call;
mod cases;
mod checker;
mod counterfactual;
mod definition;
mod display;
mod expression;
mod group;
mod heads;
mod instance;
mod is_given;
mod library;
mod linear;
mod lint;
mod magnitude;
mod merged;
mod misplaced;
mod names;
mod need;
mod operators;
mod order;
mod place;
mod question;
mod reduced_axes;
mod reduction;
mod scope;
mod share;
mod spreadsheet_functions;
mod table;
mod unit_place;
mod units;

pub use library::Library;

use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::model::Model;
use crate::source::{FileId, Sources};
use checker::Checker;
use names::Names;

/// Checks a document and what it uses; the texts of used documents are added to `sources`.
///
/// ```
/// use sg3_lang::{Diagnostics, Library, Sources, check};
/// let mut sources = Sources::default();
/// let text = "# A\n```sg3\ninput lines \"Lines\" : line >= 0\noutput twice \"Twice\" : line = 2 * lines\n```\n";
/// let file = sources.add("a", text);
/// let mut diagnostics = Diagnostics::default();
/// let library = Library { functions: &[], documents: &|_| None };
/// let model = check(&mut sources, file, library, &mut diagnostics).expect("the text is right");
/// assert_eq!(model.outputs().count(), 1);
/// ```
pub fn check(sources: &mut Sources, file: FileId, library: Library, diagnostics: &mut Diagnostics) -> Option<Model> {
    let merged = instance::merge(sources, file, library, diagnostics);
    let mut found = Diagnostics::default();
    let names = Names::collect(&merged, &mut found);
    let mut checker = Checker::new(sources.get(file).name.clone(), names, library.functions, &mut found);
    checker.heads(&merged);
    checker.displays(&merged);
    checker.definitions(&merged);
    checker.checks(&merged);
    checker.cases(&merged);
    checker.order();
    checker.lint();
    let model = checker.model;
    found.iter().filter(|message| !follows_from_unread(sources, &merged, message)).for_each(|message| {
        diagnostics.add(message.clone());
    });
    (!diagnostics.has_errors()).then_some(model)
}

/// Whether a message is about a name whose own item could not be read, which was told.
fn follows_from_unread(sources: &Sources, merged: &merged::Merged, message: &Diagnostic) -> bool {
    let Place::Text(span) = message.place else { return false };
    let word = sources.slice(span).split('[').next().unwrap_or_default().trim();
    merged.unread.iter().any(|name| **name == *word)
}
