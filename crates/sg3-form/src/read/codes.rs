//! Codes of rows: given once, and found again where other tables refer to them.

use crate::layout::table::{OpenRows, TableRows};
use crate::read::reading::Reading;
use crate::read::source_cell::SourceCell;
use crate::read::tally::{ColumnIssue, ColumnTally};
use crate::values::text::fold_case;
use crate::values::value::Complaint;
use sg3_calc::present::phrase;
use sg3_lang::Severity;
use sg3_lang::invisible;
use sg3_lang::model::{DimensionId, Kind};
use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// The codes of one list.
pub(crate) struct RowCodes {
    /// All numbers that stand in the column, on unused rows too; known once a row needs another.
    written: Option<HashSet<String>>,
    /// Those that rows have, with their first cell.
    claimed: HashMap<String, SourceCell>,
    /// The last number that was given to a row without one.
    last: usize,
}

impl RowCodes {
    /// Of a list of so many rows at most.
    pub(crate) fn of(rows: usize) -> RowCodes {
        RowCodes { written: None, claimed: HashMap::with_capacity(rows), last: 0 }
    }

    /// The code of a row, if it has one that no row above has.
    pub(crate) fn claim_code(
        &mut self,
        reading: &mut Reading,
        words: Option<String>,
        cell: &SourceCell,
    ) -> Option<Arc<str>> {
        let Some(words) = words else {
            let message = "the row has no code; it was not read";
            reading.messages.add(cell.error("unknown-member", message, "give the row its own short code"));
            return None;
        };
        let words = strip_code(words, |complaint| reading.messages.add(cell.report(Severity::Note, complaint)));
        if let Some(first) = self.claimed.get(&fold_case(&words)) {
            let message = format!("the code `{words}` is given twice: here and in `{}`", first.at());
            let help = "give each row its own code, or combine them into one row; the first was read";
            let diagnostic = cell.error("duplicate-value", message, help).note_at(first.place(), "first given here");
            reading.messages.add(diagnostic);
            None
        } else {
            self.claimed.insert(fold_case(&words), cell.clone());
            Some(words.into())
        }
    }

    /// The number of a row; the next free one if it has none, or that of another row.
    ///
    /// Rows of a ledger come without numbers, or with the same one after copying: an entry must not be lost for that.
    /// What is written in the column is asked for only then.
    pub(crate) fn claim_number(
        &mut self,
        reading: &mut Reading,
        words: Option<String>,
        cell: &SourceCell,
        dimension: DimensionId,
        written: &dyn Fn() -> HashSet<String>,
    ) -> Arc<str> {
        let words = words
            .map(|words| strip_code(words, |complaint| reading.messages.add(cell.report(Severity::Note, complaint))));
        if let Some(words) = &words
            && let Entry::Vacant(free) = self.claimed.entry(fold_case(words))
        {
            free.insert(cell.clone());
            return words.as_str().into();
        }
        let number = self.find_free_number(written);
        if let Some(words) = words.filter(|_| is_referred_to(reading, dimension)) {
            let message = format!("two rows have the number `{words}`; this one was read as `{number}`");
            reading.messages.add(cell.warning("duplicate-value", message, "give each row its own number"));
        }
        self.claimed.insert(fold_case(&number), cell.clone());
        number.into()
    }

    fn find_free_number(&mut self, written: &dyn Fn() -> HashSet<String>) -> String {
        let written = self.written.get_or_insert_with(written);
        self.last =
            (self.last + 1..).find(|number| !written.contains(&number.to_string())).expect("numbers do not run out");
        self.last.to_string()
    }
}

/// The member that a cell refers to.
pub(crate) fn find_member(
    reading: &mut Reading,
    words: Option<String>,
    cell: &SourceCell,
    dimension: DimensionId,
    tally: &mut ColumnTally,
) -> Option<Arc<str>> {
    let label = &reading.model.dimension(dimension).label;
    let Some(words) = words else {
        let message = format!("the row has no {}; it was not read", phrase::within(label));
        reading.messages.add(cell.error("unknown-member", message, "enter the code to which the row relates"));
        return None;
    };
    let words = strip_code(words, |complaint| {
        tally.add(ColumnIssue::Invisible, cell.column, || cell.report(Severity::Note, complaint));
    });
    let Some(matcher) = reading.matchers.get(dimension) else { return Some(words.into()) };
    let found = matcher.find(&words);
    if found.is_none() {
        let message = format!("`{words}` is not in the list for {label}; the row was not read");
        let complaint = Complaint { slug: "unknown-member", message, help: matcher.remedy(&words) };
        tally.add(ColumnIssue::Code(words), cell.column, || cell.report(Severity::Error, complaint));
    }
    found
}

/// A code without what nobody sees in it, which is told: other data name the code as it is typed.
fn strip_code(words: String, tell: impl FnOnce(Complaint)) -> String {
    let Some(found) = invisible::describe(&words) else { return words };
    let stripped = invisible::strip(&words).trim().to_owned();
    let message = format!("the code contains {found}; it was read as `{stripped}`");
    tell(Complaint { slug: "wrong-value", message, help: Some("type the code again".to_owned()) });
    stripped
}

/// Whether anything in the form names members of the dimension: a code of a row elsewhere, or a value.
pub(crate) fn is_referred_to(reading: &Reading, dimension: DimensionId) -> bool {
    let is_coded = reading.index.tables.iter().any(|(_, table)| {
        table.rows == TableRows::Open(OpenRows::Reference) && table.axes.iter().any(|axis| axis.dimension == dimension)
    });
    is_coded || reading.model.inputs().any(|(_, quantity, _)| quantity.kind == Kind::Member(dimension))
}
