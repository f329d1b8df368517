//! What every sheet is drawn from.

use super::styles::Styles;
use crate::book::member_numbers::MemberNumbers;
use crate::book::stored_layout::WorkbookVersion;
use crate::book::{Block, Book};
use crate::material::Material;
use crate::provenance::Provenance;
use sg3_calc::Origin;
use sg3_lang::model::{DimensionId, QuantityId};
use std::collections::HashSet;

/// What every sheet is drawn from.
pub(super) struct Canvas<'a> {
    pub(super) book: &'a Book,
    pub(super) material: Material<'a>,
    pub(super) provenance: &'a Provenance,
    pub(super) styles: Styles,
    pub(super) numbers: MemberNumbers,
    /// Whether the language of the model is written from right to left.
    pub(super) right_to_left: bool,
    /// By dimension: labels, in small letters, that more than one member has.
    shared_labels: Vec<HashSet<String>>,
}

impl<'a> Canvas<'a> {
    pub(super) fn new(book: &'a Book, material: Material<'a>, provenance: &'a Provenance) -> Canvas<'a> {
        Canvas {
            book,
            material,
            provenance,
            styles: Styles::new(material.language),
            numbers: MemberNumbers::of(material.model, material.inputs),
            right_to_left: material.language.is_right_to_left() || is_right_to_left(&material.model.title),
            shared_labels: material.inputs.members.iter().map(|list| shared(&list.labels)).collect(),
        }
    }

    /// Where a figure comes from: the same whoever calls the program from wherever. Workbooks of the first version had paths as typed.
    pub(super) fn origin(&self, quantity: QuantityId, cell: usize) -> Option<Origin> {
        let origin = self.material.inputs.origin(quantity, cell)?;
        let is_first = self.material.version == WorkbookVersion::First;
        Some(if is_first { origin.clone() } else { origin.without_folder() })
    }

    /// The same in words: what comes from no file is said in the language of the workbook.
    pub(super) fn origin_in_words(&self, origin: &Origin) -> String {
        match origin {
            Origin::Default | Origin::Blank | Origin::Case => self.translate_briefly(&origin.to_string()),
            Origin::Cell { .. } | Origin::Line { .. } | Origin::Setting(_) => origin.to_string(),
        }
    }

    /// The name of the model, as a workbook tells it.
    pub(super) fn model_name(&self) -> &str {
        let is_first = self.material.version == WorkbookVersion::First;
        if is_first { &self.material.model.name } else { self.material.model.known_name() }
    }

    /// What people see for a member: its label.
    pub(super) fn label(&self, dimension: DimensionId, position: usize) -> &str {
        &self.material.inputs.members_of(dimension).labels[position]
    }

    /// By which the data name a member.
    pub(super) fn key(&self, dimension: DimensionId, position: usize) -> &str {
        &self.material.inputs.members_of(dimension).keys[position]
    }

    /// The word by which a member is chosen: its label, or its key where labels do not tell members apart.
    pub(super) fn choice_label(&self, dimension: DimensionId, position: usize) -> &str {
        let members = self.material.inputs.members_of(dimension);
        let is_clear = !self.shared_labels[dimension.0 as usize].contains(&members.labels[position].to_lowercase());
        if is_clear { &members.labels[position] } else { &members.keys[position] }
    }

    /// The labels of the members at a place along some axes, outermost first.
    pub(super) fn labels(&self, block: &Block, axes: impl Iterator<Item = usize>, place: &[usize]) -> String {
        let labels = axes.map(|axis| self.label(block.axes[axis].dimension, place[axis]));
        labels.collect::<Vec<_>>().join(" · ")
    }

    /// The labels of a row, outermost axis first.
    pub(super) fn row_label(&self, block: &Block, place: &[usize]) -> String {
        self.labels(block, block.down(), place)
    }
}

/// Labels that occur more than once, whatever their capitals.
fn shared(labels: &[String]) -> HashSet<String> {
    let mut seen = HashSet::new();
    labels.iter().map(|label| label.to_lowercase()).filter(|label| !seen.insert(label.clone())).collect()
}

/// Whether the first letter of a text is one that is written from right to left.
fn is_right_to_left(text: &str) -> bool {
    let first = text.chars().find(|letter| letter.is_alphabetic());
    first.is_some_and(|letter| matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fefc}'))
}
