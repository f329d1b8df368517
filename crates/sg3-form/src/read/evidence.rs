//! What stands beside values: above whole columns, beside rows, or for one value alone.
//!
//! What is said of one value wins over what is said of its row, and that over what is said of its column, piece by piece.

use super::Reading;
use super::block::Block;
use super::grid::{Page, PageRow};
use super::index::Known;
use super::matcher::fold;
use super::pieces::{claim, pieces, status};
use super::report::Cell;
use crate::layout::column_content::Holds;
use crate::layout::evidence::Fact;
use crate::layout::key;
use sg3_calc::{Evidence, Value};
use sg3_lang::diagnostic::near_miss;
use sg3_lang::model::QuantityId;
use std::sync::Arc;

/// Evidence with the cell that gives the status, where a value follows from it.
#[derive(Clone, Default)]
pub struct Said {
    /// What is known.
    pub evidence: Option<Arc<Evidence>>,
    /// Where the status is said of the row or the value itself, rather than of the column.
    pub status: Option<u32>,
}

impl Said {
    /// What holds beside a value: where it is not available, a status of its whole column is not about it.
    pub fn beside(&self, value: &Value) -> Said {
        match &self.evidence {
            Some(known) if self.status.is_none() && matches!(value, Value::NotAvailable(_)) => {
                let known = Evidence { status: None, ..(**known).clone() };
                Said { evidence: Some(known).filter(|known| !known.is_empty()).map(Arc::new), status: None }
            }
            _ => self.clone(),
        }
    }
}

/// Where the pieces stand in a table, and what is said of whole columns.
pub struct Beside {
    /// Pieces about rows, with their columns.
    of_rows: Vec<(u32, Fact)>,
    /// Pieces about one value, with the key of its column.
    of_values: Vec<(u32, String, Fact)>,
    /// By position of the column with values.
    of_columns: Vec<(u32, Arc<Evidence>)>,
    /// What stands above the columns of this workbook, in whatever language.
    headings: Vec<(u32, String)>,
}

/// What a row says: of all its values, or of those at some positions.
struct OfRow {
    said: Said,
    concerns: Vec<u32>,
}

impl Beside {
    /// Of a table as it stands in a workbook.
    pub fn of(reading: &mut Reading, page: &Page, block: &Block, values: &[Known]) -> Beside {
        let facts = block.columns.iter().filter_map(|(position, key)| Some((*position, Fact::of_key(key)?)));
        let (of_rows, of_values): (Vec<_>, Vec<_>) = facts.partition(|(_, (of, _))| of.is_empty());
        let of_columns = of_columns(reading, page, block, values);
        Beside {
            of_rows: of_rows.into_iter().map(|(position, (_, fact))| (position, fact)).collect(),
            of_values: of_values.into_iter().map(|(position, (of, fact))| (position, of.to_owned(), fact)).collect(),
            of_columns,
            headings: headings(page, block, values),
        }
    }

    /// What is known of the values of a row, in order; the input is the one that the row asks for, if it asks for one.
    pub fn row(
        &self,
        reading: &mut Reading,
        page: &Page,
        row: &PageRow,
        values: &[Known],
        input: Option<QuantityId>,
    ) -> Vec<Said> {
        if self.is_silent(row) {
            return vec![Said::default(); values.len()];
        }
        let inputs: Vec<Option<QuantityId>> = values.iter().map(|value| value.input().or(input)).collect();
        let is_scaled: Vec<bool> =
            inputs.iter().map(|input| input.is_some_and(|input| reading.is_scaled(input))).collect();
        let of_row = self.of_row(reading, page, row, values, &is_scaled);
        let pairs = values.iter().zip(is_scaled);
        pairs.map(|(value, is_scaled)| self.value(reading, page, row, (value, is_scaled), &of_row)).collect()
    }

    /// Whether nothing is said beside a row, nor above its columns; so it is in nearly all rows of a long table.
    fn is_silent(&self, row: &PageRow) -> bool {
        let positions = self.of_rows.iter().map(|(position, _)| position);
        let mut positions = positions.chain(self.of_values.iter().map(|(position, ..)| position));
        self.of_columns.is_empty() && !positions.any(|position| row.cell(*position).is_some())
    }

    fn value(
        &self,
        reading: &mut Reading,
        page: &Page,
        row: &PageRow,
        (value, is_scaled): (&Known, bool),
        of_row: &OfRow,
    ) -> Said {
        let of_column = self.of_columns.iter().find(|(position, _)| *position == value.position).map(|(_, said)| said);
        let concerns = of_row.concerns.is_empty() || of_row.concerns.contains(&value.position);
        let of_row = if concerns { of_row.said.clone() } else { Said::default() };
        let own = self.of_values.iter().filter(|(_, of, _)| *of == value.column.key);
        let own: Vec<(u32, Fact)> = own.map(|(position, _, fact)| (*position, *fact)).collect();
        let own = pieces(reading, page, row, &own, is_scaled);
        below(below(own, of_row.evidence.as_ref(), of_row.status), of_column, None)
    }

    fn of_row(&self, reading: &mut Reading, page: &Page, row: &PageRow, values: &[Known], is_scaled: &[bool]) -> OfRow {
        let concerns = self.concerns(reading, page, row, values);
        let about = match (&concerns[..], values) {
            ([one], _) => Some(*one),
            ([], [value]) => Some(value.position),
            _ => None,
        };
        let about = values.iter().position(|value| Some(value.position) == about);
        let scale = about.is_some_and(|about| is_scaled[about]);
        let mut said = pieces(reading, page, row, &self.of_rows, scale);
        if about.is_none() && said.evidence.as_ref().is_some_and(|evidence| evidence.range.is_some()) {
            let cell = self.cell(reading, page, row, Fact::Least);
            let message = "a range is given for a row of several figures; it was not read";
            let help = "choose in the column before the status the figure to which it applies";
            reading.messages.add(cell.warning("wrong-status", message, help));
            said.evidence = said.evidence.map(|known| Arc::new(Evidence { range: None, ..(*known).clone() }));
        }
        OfRow { said, concerns }
    }

    /// The positions of the columns that the row speaks of; none if it speaks of all.
    fn concerns(&self, reading: &mut Reading, page: &Page, row: &PageRow, values: &[Known]) -> Vec<u32> {
        let cell = self.of_rows.iter().find(|(_, fact)| *fact == Fact::Concerns);
        let Some((position, words)) = cell.and_then(|(position, _)| Some((*position, row.words(*position)?))) else {
            return Vec::new();
        };
        if let Some(one) = self.named(values, &words) {
            return vec![one];
        }
        let parts = words.split(BETWEEN_FIGURES[0]).flat_map(|part| match self.named(values, part.trim()) {
            Some(_) => vec![part],
            None => part.split(BETWEEN_FIGURES[1]).collect(),
        });
        let mut found = Vec::new();
        for words in parts.map(str::trim).filter(|words| !words.is_empty()) {
            match self.named(values, words) {
                Some(one) => found.push(one),
                None => no_column(reading, &reading.cell(page, row.row, position), words, values),
            }
        }
        found
    }

    /// The position of the column of these words.
    fn named(&self, values: &[Known], words: &str) -> Option<u32> {
        let heading = |value: &Known| self.headings.iter().find(|(position, _)| *position == value.position);
        let names = |value: &&Known| {
            let is_above = heading(value).is_some_and(|(_, heading)| fold(heading) == fold(words));
            is_above || fold(&value.column.heading) == fold(words) || value.column.key == words
        };
        values.iter().find(names).map(|value| value.position)
    }

    fn cell(&self, reading: &Reading, page: &Page, row: &PageRow, fact: Fact) -> Cell {
        let position = self.of_rows.iter().find(|(_, other)| *other == fact).map_or(0, |(position, _)| *position);
        reading.cell(page, row.row, position)
    }
}

/// What stands between the names of several figures, in the languages of forms; commas may stand in a name, too.
const BETWEEN_FIGURES: [&[char]; 2] = [&[';', '；', '؛'], &[',', '，', '、', '،']];

fn no_column(reading: &mut Reading, cell: &Cell, words: &str, values: &[Known]) {
    let message = format!(
        "`{words}` is not a column of the table; the entry was applied to the other columns named, or to the whole row"
    );
    let known = values.iter().map(|value| &*value.column.heading);
    let help = near_miss(words, known).unwrap_or_else(|| "choose from the list in the cell".to_owned());
    reading.messages.add(cell.warning("wrong-status", message, help));
}

/// Pieces, and where they are silent those of what they belong to.
fn below(said: Said, wider: Option<&Arc<Evidence>>, status: Option<u32>) -> Said {
    let status = said.status.or(status);
    let evidence = match (said.evidence, wider) {
        (Some(own), Some(wider)) => Some(Arc::new((*own).clone().or(wider))),
        (own, wider) => own.or_else(|| wider.cloned()),
    };
    Said { evidence, status }
}

fn headings(page: &Page, block: &Block, values: &[Known]) -> Vec<(u32, String)> {
    let row = block.rows(page).iter().find(|row| row.has_text(block.column, |mark| mark == key::HEADING));
    let heading = |value: &Known| Some((value.position, row?.words(value.position)?));
    values.iter().filter_map(heading).collect()
}

fn of_columns(reading: &mut Reading, page: &Page, block: &Block, values: &[Known]) -> Vec<(u32, Arc<Evidence>)> {
    let is_line = |mark: &str| [key::STATUS, key::SOURCE, key::CONFIDENTIAL].contains(&mark);
    let lines: Vec<&PageRow> = block.rows(page).iter().filter(|row| row.has_text(block.column, is_line)).collect();
    if lines.is_empty() {
        return Vec::new();
    }
    let mut said: Vec<(u32, Arc<Evidence>)> = Vec::new();
    for value in values {
        let own = of_column(reading, page, block, &lines, value.position);
        let first =
            values.iter().find(|other| other.asks_for_same(value)).filter(|other| other.position != value.position);
        let shared = first.and_then(|first| said.iter().find(|(position, _)| *position == first.position));
        let evidence = shared.map_or(own.clone(), |(_, shared)| own.or(shared));
        if !evidence.is_empty() {
            said.push((value.position, Arc::new(evidence)));
        }
    }
    said
}

fn of_column(reading: &mut Reading, page: &Page, block: &Block, lines: &[&PageRow], position: u32) -> Evidence {
    let mut evidence = Evidence::default();
    for line in lines {
        let Some(cell) = line.cell(position).filter(|cell| !cell.is_blank()) else { continue };
        let at = reading.cell(page, line.row, position);
        match line.words(block.column).as_deref() {
            Some(key::STATUS) => evidence.status = status(reading, &at, cell),
            Some(key::SOURCE) => evidence.source = cell.words(),
            _ => evidence.confidential = claim(reading, &at, cell, None),
        }
    }
    evidence
}

impl Known<'_> {
    /// The input whose values it holds, if it holds one's.
    pub fn input(&self) -> Option<QuantityId> {
        match &self.column.holds {
            Holds::Values(ask) => Some(ask.quantity),
            _ => None,
        }
    }

    /// Whether two columns hold values of one array input.
    fn asks_for_same(&self, other: &Known) -> bool {
        self.input().is_some() && self.input() == other.input()
    }
}
