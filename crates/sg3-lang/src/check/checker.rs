//! What all parts of the checker share: the model as it grows, the names, the complaints.

use super::names::Names;
use crate::diagnostic::Diagnostics;
use crate::function::Function;
use crate::model::Model;
use crate::provenance::Provenance;
use crate::source::FileId;

/// The model as far as it is known, and what is needed to know more.
pub(super) struct Checker<'a> {
    pub model: Model,
    pub names: Names,
    /// Of each quantity, the text that gave it each of its axes: its own, or one that repeats it by `use ... over`.
    pub axis_files: Vec<Vec<FileId>>,
    pub functions: &'static [Function],
    pub diagnostics: &'a mut Diagnostics,
}

impl<'a> Checker<'a> {
    pub(super) fn new(
        name: String,
        names: Names,
        functions: &'static [Function],
        diagnostics: &'a mut Diagnostics,
    ) -> Checker<'a> {
        let model = Model {
            name,
            title: String::new(),
            provenance: Provenance::default(),
            libraries: Vec::new(),
            sections: Vec::new(),
            units: Vec::new(),
            dimensions: Vec::new(),
            quantities: Vec::new(),
            checks: Vec::new(),
            cases: Vec::new(),
            order: Vec::new(),
        };
        Checker { model, names, axis_files: Vec::new(), functions, diagnostics }
    }
}
