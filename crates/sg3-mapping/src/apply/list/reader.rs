//! What rules for lists are read with.

use super::members::ListedMembers;
use crate::apply::cell_range::SheetRef;
use crate::rules::rule::MappingRule;
use crate::source::file::SourceFile;
use sg3_form::values::matcher::Matchers;
use sg3_lang::Model;
use sg3_lang::model::{Quantity, QuantityId};

/// What lists are read with.
pub(crate) struct ListReader<'a> {
    pub(crate) model: &'a Model,
    pub(crate) files: &'a [SourceFile],
    pub(crate) roll: ListedMembers,
    pub(crate) matchers: Matchers,
}

/// A rule, the input that it fills, and where it stands.
#[derive(Clone, Copy)]
pub(crate) struct ListRule<'a> {
    pub(crate) rule: &'a MappingRule,
    pub(crate) quantity: &'a Quantity,
    pub(crate) id: QuantityId,
    pub(crate) at: SheetRef,
    pub(crate) share: f64,
}
