//! One message for what all cells of a column have in common.

use crate::read::messages::Messages;
use sg3_lang::Diagnostic;
use std::collections::HashMap;

/// Kinds of what is told once for a column.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum ColumnIssue {
    /// Cells hold formulas that take values from these files.
    Formula(Vec<String>),
    /// Cells hold text that was read as a number or date.
    Text,
    /// Cells hold numbers of which the screen shows others.
    Shown,
    /// Cells hold codes with characters that nobody sees.
    Invisible,
    /// Cells hold a code that is not known.
    Code(String),
}

/// The first message of each kind and column, and those that followed.
#[derive(Default)]
pub(crate) struct ColumnTally {
    entries: Vec<(Diagnostic, Vec<Diagnostic>)>,
    positions: HashMap<(ColumnIssue, u32), usize>,
}

impl ColumnTally {
    /// Keeps the message of a cell with the first of its column.
    pub(crate) fn add(&mut self, common: ColumnIssue, column: u32, diagnostic: impl FnOnce() -> Diagnostic) {
        let last = self.entries.len();
        let position = *self.positions.entry((common, column)).or_insert(last);
        match self.entries.get_mut(position) {
            Some((_, others)) => others.push(diagnostic()),
            None => self.entries.push((diagnostic(), Vec::new())),
        }
    }

    /// Tells what was kept.
    pub(crate) fn report(self, messages: &mut Messages) {
        for (mut diagnostic, others) in self.entries {
            if !others.is_empty() {
                let (count, cells) = (others.len(), if others.len() == 1 { "cell" } else { "cells" });
                diagnostic.message += &format!("; likewise in {count} more {cells} of the column");
                diagnostic.likewise = others.into_iter().map(|other| (other.place, other.message)).collect();
            }
            messages.add(diagnostic);
        }
    }
}
