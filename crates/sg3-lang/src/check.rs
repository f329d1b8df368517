//! [`Document`](crate::ast::Document) to [`Model`]: names, heads, formulas with their shapes and units, order, cases.
//!
//! Every pass goes over everything and adds what is wrong; there is a model exactly when no error was added.

mod alike;
mod call;
mod case_members;
mod cases;
mod checker;
mod counterfactual;
mod definition;
mod display;
mod expression;
mod follow_ups;
mod group;
mod guard;
mod heads;
mod index;
mod instance;
mod is_given;
mod known_constants;
mod library;
mod linear;
mod lint;
mod magnitude;
mod member_order;
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
mod repeat;
mod scope;
mod share;
mod spreadsheet_functions;
mod statistics;
mod table;
mod unit_place;
mod units;

pub use library::{Library, LibraryDocument};

use crate::diagnostic::Diagnostics;
use crate::model::Model;
use crate::source::{FileId, Sources};
use checker::Checker;
use follow_ups::FollowUps;
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
    checker.model.libraries.clone_from(&merged.libraries);
    checker.heads(&merged);
    checker.displays(&merged);
    checker.definitions(&merged);
    checker.checks(&merged);
    checker.cases(&merged);
    checker.order();
    checker.alike();
    checker.lint();
    let model = checker.model;
    let follow_ups = FollowUps::of(sources, &merged.unread);
    found.iter().filter(|message| !follow_ups.hold(message)).for_each(|message| diagnostics.add(message.clone()));
    (!diagnostics.has_errors()).then_some(model)
}
