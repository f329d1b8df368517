//! What a workbook is made from.

use crate::book::stored_layout::WorkbookVersion;
use crate::verify::SheetCells;
use sg3_calc::{Inputs, Others, Results};
use sg3_lang::Sources;
use sg3_lang::model::{DimensionId, Model};
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
    /// Which members of a dimension it leaves out, where it does not have them all: of those data and results are.
    pub left_out: Option<LeftOut<'a>>,
    /// In which people read it. Model and inputs have the words of their own in it already.
    pub language: &'a Language,
}

impl<'a> Material<'a> {
    /// A run of all members, arranged as today.
    pub fn of(
        model: &'a Model,
        sources: &'a Sources,
        inputs: &'a Inputs,
        results: &'a Results,
        language: &'a Language,
    ) -> Material<'a> {
        Material { model, sources, inputs, results, version: WorkbookVersion::default(), left_out: None, language }
    }
}

/// What a workbook leaves out.
#[derive(Clone, Copy)]
pub struct LeftOut<'a> {
    /// Some of whose members it leaves out.
    pub dimension: DimensionId,
    /// Where it is known from what the others come to.
    pub others: OthersFrom<'a>,
}

/// Where it is known from what the members come to that a workbook leaves out.
#[derive(Clone, Copy)]
pub enum OthersFrom<'a> {
    /// A run of all members.
    Run(&'a Others),
    /// The sheets of a workbook that leaves them out, which has no more than that.
    Sheets(&'a [SheetCells]),
}
