//! What stands beside values: above whole columns, beside rows, or for one value alone.
//!
//! What is said of one value wins over what is said of its row, and that over what is said of its column, piece by
//! piece.

use crate::layout::evidence::EvidenceField;
use crate::layout::key;
use crate::read::column_evidence::read_column_evidence;
use crate::read::evidence_cells::read_annotation;
use crate::read::index::KnownColumn;
use crate::read::reading::Reading;
use crate::read::source_cell::SourceCell;
use crate::read::value_evidence::Annotation;
use crate::tables::block::Block;
use crate::tables::grid::{Page, PageRow};
use crate::values::text::fold_case;
use sg3_calc::Evidence;
use sg3_lang::diagnostic::near_miss;
use sg3_lang::model::QuantityId;
use std::sync::Arc;

/// Where the pieces stand in a table, and what is said of whole columns.
pub(crate) struct TableAnnotations {
    /// Pieces about rows, with their columns.
    of_rows: Vec<(u32, EvidenceField)>,
    /// Pieces about one value, with the key of its column.
    of_values: Vec<(u32, String, EvidenceField)>,
    /// By position of the column with values.
    of_columns: Vec<(u32, Arc<Evidence>)>,
    /// What stands above the columns of this workbook, in whatever language.
    headings: Vec<(u32, String)>,
}

/// What a row says: of all its values, or of those at some positions.
struct RowAnnotation {
    annotation: Annotation,
    concerns: Vec<u32>,
}

impl TableAnnotations {
    /// Of a table as it stands in a workbook.
    pub(crate) fn of(reading: &mut Reading, page: &Page, block: &Block, values: &[KnownColumn]) -> TableAnnotations {
        let fields = block.columns.iter().filter_map(|(position, key)| Some((*position, EvidenceField::of_key(key)?)));
        let (of_rows, of_values): (Vec<_>, Vec<_>) = fields.partition(|(_, (of, _))| of.is_empty());
        let of_columns = read_column_evidence(reading, page, block, values);
        TableAnnotations {
            of_rows: of_rows.into_iter().map(|(position, (_, field))| (position, field)).collect(),
            of_values: of_values.into_iter().map(|(position, (of, field))| (position, of.to_owned(), field)).collect(),
            of_columns,
            headings: read_headings(page, block, values),
        }
    }

    /// What is known of the values of a row, in order; the input is the one that the row asks for, if it asks for one.
    pub(crate) fn read_row(
        &self,
        reading: &mut Reading,
        page: &Page,
        row: &PageRow,
        values: &[KnownColumn],
        input: Option<QuantityId>,
    ) -> Vec<Annotation> {
        if self.is_silent(row) {
            return vec![Annotation::default(); values.len()];
        }
        let inputs = values.iter().map(|value| value.input().or(input));
        let is_scaled: Vec<bool> = inputs.map(|input| input.is_some_and(|input| reading.is_scaled(input))).collect();
        let of_row = self.read_row_annotation(reading, page, row, values, &is_scaled);
        let pairs = values.iter().zip(is_scaled);
        pairs.map(|(value, is_scaled)| self.combine_value(reading, page, row, (value, is_scaled), &of_row)).collect()
    }

    /// Whether nothing is said beside a row, nor above its columns; so it is in nearly all rows of a long table.
    fn is_silent(&self, row: &PageRow) -> bool {
        let positions = self.of_rows.iter().map(|(position, _)| position);
        let mut positions = positions.chain(self.of_values.iter().map(|(position, ..)| position));
        self.of_columns.is_empty() && !positions.any(|position| row.cell(*position).is_some())
    }

    fn combine_value(
        &self,
        reading: &mut Reading,
        page: &Page,
        row: &PageRow,
        (value, is_scaled): (&KnownColumn, bool),
        of_row: &RowAnnotation,
    ) -> Annotation {
        let of_column =
            self.of_columns.iter().find(|(position, _)| *position == value.position).map(|(_, annotation)| annotation);
        let concerns = of_row.concerns.is_empty() || of_row.concerns.contains(&value.position);
        let of_row = if concerns { of_row.annotation.clone() } else { Annotation::default() };
        let own = self.of_values.iter().filter(|(_, of, _)| *of == value.column.key);
        let own: Vec<(u32, EvidenceField)> = own.map(|(position, _, field)| (*position, *field)).collect();
        let own = read_annotation(reading, page, row, &own, is_scaled);
        inherit_evidence(inherit_evidence(own, of_row.evidence.as_ref(), of_row.status_cell), of_column, None)
    }

    fn read_row_annotation(
        &self,
        reading: &mut Reading,
        page: &Page,
        row: &PageRow,
        values: &[KnownColumn],
        is_scaled: &[bool],
    ) -> RowAnnotation {
        let concerns = self.find_concerned(reading, page, row, values);
        let about = match (&concerns[..], values) {
            ([one], _) => Some(*one),
            ([], [value]) => Some(value.position),
            _ => None,
        };
        let about = values.iter().position(|value| Some(value.position) == about);
        let scale = about.is_some_and(|about| is_scaled[about]);
        let mut annotation = read_annotation(reading, page, row, &self.of_rows, scale);
        if about.is_none() && annotation.evidence.as_ref().is_some_and(|evidence| evidence.range.is_some()) {
            let cell = self.locate_field(reading, page, row, EvidenceField::Least);
            let message = "a range is given for a row of several figures; it was not read";
            let help = "choose in the column before the status the figure to which it applies";
            reading.messages.add(cell.warning("wrong-status", message, help));
            annotation.evidence =
                annotation.evidence.map(|known| Arc::new(Evidence { range: None, ..(*known).clone() }));
        }
        RowAnnotation { annotation, concerns }
    }

    /// The positions of the columns that the row speaks of; none if it speaks of all.
    fn find_concerned(&self, reading: &mut Reading, page: &Page, row: &PageRow, values: &[KnownColumn]) -> Vec<u32> {
        let cell = self.of_rows.iter().find(|(_, field)| *field == EvidenceField::Concerns);
        let Some((position, words)) = cell.and_then(|(position, _)| Some((*position, row.text_or_code(*position)?)))
        else {
            return Vec::new();
        };
        let mut found = Vec::new();
        for name in self.split_names(values, &words) {
            match self.find_named_column(values, name) {
                Some(one) => found.push(one),
                None => report_unknown_column(reading, &reading.cell(page, row.row, position), name, values),
            }
        }
        found
    }

    /// The headings that are named: `Voice; Data` are two, and `Voice, local` is one if there is such a heading.
    fn split_names<'a>(&self, values: &[KnownColumn], words: &'a str) -> Vec<&'a str> {
        if self.find_named_column(values, words).is_some() {
            return vec![words];
        }
        let parts = words.split(BETWEEN_FIGURES[0]).flat_map(|part| {
            if self.find_named_column(values, part.trim()).is_some() {
                vec![part]
            } else {
                part.split(BETWEEN_FIGURES[1]).collect()
            }
        });
        parts.map(str::trim).filter(|name| !name.is_empty()).collect()
    }

    /// The position of the column of these words: its heading as it stands there, its heading in the layout, or its
    /// key.
    fn find_named_column(&self, values: &[KnownColumn], words: &str) -> Option<u32> {
        let folded = fold_case(words);
        let has_heading = |position: u32| {
            self.headings
                .iter()
                .find(|(other, _)| *other == position)
                .is_some_and(|(_, text)| fold_case(text) == folded)
        };
        let named = values.iter().find(|value| {
            has_heading(value.position) || fold_case(&value.column.heading) == folded || value.column.key == words
        });
        named.map(|value| value.position)
    }

    fn locate_field(&self, reading: &Reading, page: &Page, row: &PageRow, field: EvidenceField) -> SourceCell {
        let position = self.of_rows.iter().find(|(_, other)| *other == field).map_or(0, |(position, _)| *position);
        reading.cell(page, row.row, position)
    }
}

/// What stands between the names of several figures, in the languages of forms; commas may stand in a name, too.
const BETWEEN_FIGURES: [&[char]; 2] = [&[';', '；', '؛'], &[',', '，', '、', '،']];

fn report_unknown_column(reading: &mut Reading, cell: &SourceCell, words: &str, values: &[KnownColumn]) {
    let message = format!(
        "`{words}` is not a column of the table; the entry was applied to the other columns named, or to the whole row"
    );
    let known = values.iter().map(|value| &*value.column.heading);
    let help = near_miss(words, known).unwrap_or_else(|| "choose from the list in the cell".to_owned());
    reading.messages.add(cell.warning("wrong-status", message, help));
}

/// What is said of the narrower, and where it is silent of the wider: a status of one value beside the source of its
/// column.
fn inherit_evidence(annotation: Annotation, wider: Option<&Arc<Evidence>>, status_cell: Option<u32>) -> Annotation {
    let status_cell = annotation.status_cell.or(status_cell);
    let evidence = match (annotation.evidence, wider) {
        (Some(own), Some(wider)) => Some(Arc::new((*own).clone().or(wider))),
        (own, wider) => own.or_else(|| wider.cloned()),
    };
    Annotation { evidence, status_cell }
}

fn read_headings(page: &Page, block: &Block, values: &[KnownColumn]) -> Vec<(u32, String)> {
    let row = block.rows(page).iter().find(|row| row.has_text(block.column, |mark| mark == key::HEADING));
    values.iter().filter_map(|value| Some((value.position, row?.text_or_code(value.position)?))).collect()
}
