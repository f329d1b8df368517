//! What a workbook is made from.

use crate::book::stored_layout::WorkbookVersion;
use sg3_calc::{Inputs, Results};
use sg3_lang::Sources;
use sg3_lang::model::Model;
use sg3_language::Language;

/// What a workbook is made from.
#[derive(Clone, Copy)]
pub struct Material<'a> {
    /// The method.
    pub model: &'a Model,
    /// The text of the method, from which formulas are quoted.
    pub sources: &'a Sources,
    /// The data.
    pub inputs: &'a Inputs,
    /// What the engine computes from them.
    pub results: &'a Results,
    /// How it is arranged: as today, unless it is compared with one that was written before.
    pub version: WorkbookVersion,
    /// In which people read it. Model and inputs have the words of their own in it already.
    pub language: &'a Language,
}
