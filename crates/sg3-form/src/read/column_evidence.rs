//! What the lines above the rows of a table say of whole columns.

use crate::layout::key;
use crate::read::evidence_cells::{read_confidentiality, read_status};
use crate::read::index::KnownColumn;
use crate::read::reading::Reading;
use crate::tables::block::Block;
use crate::tables::grid::{Page, PageRow};
use sg3_calc::Evidence;
use std::sync::Arc;

/// By position of each column with values. The first column of an array input speaks for all its columns, which add
/// what they say themselves: "measured" above `minutes[year=2024]` is so for 2025 too, unless "estimated" stands there.
pub(crate) fn read_column_evidence(
    reading: &mut Reading,
    page: &Page,
    block: &Block,
    values: &[KnownColumn],
) -> Vec<(u32, Arc<Evidence>)> {
    let lines: Vec<&PageRow> = block.rows(page).iter().filter(|row| row.has_text(block.column, is_line)).collect();
    if lines.is_empty() {
        return Vec::new();
    }
    let mut known: Vec<(u32, Arc<Evidence>)> = Vec::new();
    for value in values {
        let own = read_lines(reading, page, block, &lines, value.position);
        let first =
            values.iter().find(|other| other.asks_same_input(value)).filter(|other| other.position != value.position);
        let shared = first.and_then(|first| known.iter().find(|(position, _)| *position == first.position));
        let evidence = shared.map_or(own.clone(), |(_, shared)| own.or(shared));
        if !evidence.is_empty() {
            known.push((value.position, Arc::new(evidence)));
        }
    }
    known
}

fn is_line(mark: &str) -> bool {
    [key::STATUS, key::SOURCE, key::CONFIDENTIAL].contains(&mark)
}

fn read_lines(reading: &mut Reading, page: &Page, block: &Block, lines: &[&PageRow], position: u32) -> Evidence {
    let mut evidence = Evidence::default();
    for line in lines {
        let Some(cell) = line.filled_cell(position) else { continue };
        let at = reading.cell(page, line.row, position);
        match line.text_or_code(block.column).as_deref() {
            Some(key::STATUS) => evidence.status = read_status(reading, &at, cell),
            Some(key::SOURCE) => evidence.source = cell.text_or_code(),
            _ => evidence.confidential = read_confidentiality(reading, &at, cell, None),
        }
    }
    evidence
}
