//! Codes of rows: given once, and found again where other tables refer to them.

use super::Reading;
use super::matcher::fold;
use super::report::Cell;
use super::tally::{Common, Tally};
use super::value::Complaint;
use crate::layout::{Open, Rows, words};
use sg3_lang::Severity;
use sg3_lang::model::DimensionId;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// The codes of one list.
pub struct Codes {
    /// All numbers that stand in the column, on unused rows too.
    written: HashSet<String>,
    /// Those that are taken, with their first cell.
    taken: HashMap<String, Cell>,
    next: usize,
}

impl Codes {
    /// Of a column with these numbers, if its rows are numbered.
    pub fn of(written: impl Iterator<Item = String>) -> Codes {
        Codes { written: written.map(|code| fold(&code)).collect(), taken: HashMap::new(), next: 1 }
    }

    /// The code of a row, if it has one that no row above has.
    pub fn code(&mut self, reading: &mut Reading, words: Option<String>, cell: &Cell) -> Option<Arc<str>> {
        let Some(words) = words else {
            let message = "the row has no code; it was not read";
            reading.messages.add(cell.error("unknown-member", message, "give the row a short code of its own"));
            return None;
        };
        match self.taken.get(&fold(&words)) {
            Some(first) => {
                let message = format!("the code `{words}` is given twice: here and in `{}`", first.at());
                let help = "give each row a code of its own, or make them one row; the first was read";
                let diagnostic =
                    cell.error("duplicate-value", message, help).note_at(first.place(), "first given here");
                reading.messages.add(diagnostic);
                None
            }
            None => {
                self.taken.insert(fold(&words), cell.clone());
                Some(words.into())
            }
        }
    }

    /// The number of a row; the next free one if it has none, or that of another row.
    pub fn number(
        &mut self,
        reading: &mut Reading,
        words: Option<String>,
        cell: &Cell,
        dimension: DimensionId,
    ) -> Arc<str> {
        let free = words.clone().filter(|words| !self.taken.contains_key(&fold(words)));
        let number = free.unwrap_or_else(|| self.next_free());
        if let Some(words) = words.filter(|words| *words != number && is_referred_to(reading, dimension)) {
            let message = format!("two rows have the number `{words}`; this one was read as `{number}`");
            reading.messages.add(cell.warning("duplicate-value", message, "give each row a number of its own"));
        }
        self.taken.insert(fold(&number), cell.clone());
        number.into()
    }

    fn next_free(&mut self) -> String {
        let written = &self.written;
        let number =
            (self.next..).find(|number| !written.contains(&number.to_string())).expect("numbers do not run out");
        self.next = number + 1;
        number.to_string()
    }
}

/// The member that a cell refers to.
pub fn find(
    reading: &mut Reading,
    words: Option<String>,
    cell: &Cell,
    dimension: DimensionId,
    tally: &mut Tally,
) -> Option<Arc<str>> {
    let label = &reading.model.dimension(dimension).label;
    let Some(words) = words else {
        let message = format!("the row has no {}; it was not read", words::within(label));
        reading.messages.add(cell.error("unknown-member", message, "write the code that the row is about"));
        return None;
    };
    let Some(matcher) = reading.matchers.get(dimension) else { return Some(words.into()) };
    let found = matcher.find(&words);
    if found.is_none() {
        let message = format!("`{words}` is not in the list for {label}; the row was not read");
        let complaint = Complaint { slug: "unknown-member", message, help: matcher.remedy(&words) };
        tally.add(Common::Code(words), cell.column, || cell.complain(Severity::Error, complaint));
    }
    found
}

fn is_referred_to(reading: &Reading, dimension: DimensionId) -> bool {
    reading.index.tables.iter().any(|(_, table)| {
        table.rows == Rows::Open(Open::Reference) && table.axes.iter().any(|axis| axis.dimension == dimension)
    })
}
