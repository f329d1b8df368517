//! How sheets are printed, what stays in sight, and what may be changed.

use crate::layout::column::ColumnContent;
use crate::layout::evidence::EvidenceField;
use crate::layout::sheet::FormSheet;
use crate::layout::table::FormTable;
use crate::write::context::FormContext;
use crate::write::widths::ColumnWidths;
use rust_xlsxwriter::{ProtectionOptions, Worksheet, XlsxError};
use sg3_workbook::write::cells;

/// Wider sheets go over several pages; this is what one page shows.
const WIDTH_OF_PAGE: f64 = 200.0;

/// What one page shows at a scale that can still be read well.
const LEGIBLE: f64 = 155.0;

/// What one page shows at its full size.
const NOUGHTS_OF_PAGE: f64 = 114.0;

const A4: u8 = 9;

/// A sheet of words goes over as many pages as it is long, and is as wide as one.
pub fn print_one_page_wide(sheet: &mut Worksheet) {
    sheet.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0).set_margins(0.5, 0.5, 0.6, 0.7, 0.3, 0.3);
    sheet.set_footer("&C&8&A&R&8&P / &N");
}

/// What stays in sight: the head of the sheet, or of its only table, and what says which row it is.
pub(crate) fn freeze_head(sheet: &FormSheet, page: &mut Worksheet) -> Result<(), XlsxError> {
    let (row, column) = match &sheet.tables[..] {
        [only] => (only.first_row(), only.value_columns().next().map_or(1, |(position, _)| position as u16 + 1)),
        _ => (2, 2),
    };
    page.set_freeze_panes(row, column)?;
    Ok(())
}

/// Values first, and as much evidence as fits beside them; the rest on the next page, with the labels repeated.
pub(crate) fn set_up_page(
    form: &FormContext,
    sheet: &FormSheet,
    page: &mut Worksheet,
    widths: &ColumnWidths,
) -> Result<(), XlsxError> {
    let labels = count_labels(sheet);
    let margin = sheet.tables.iter().map(|table| table.margin as u16).min().unwrap_or(0);
    let split = keep_pairs_together(sheet, find_page_break(widths, margin));
    let part =
        |of: &dyn Fn(u16) -> bool| widths.iter().filter(|(column, _)| of(**column)).map(|(_, width)| width).sum();
    let (first, second): (f64, f64) =
        (part(&|column| column < split), part(&|column| column >= split || column <= labels));
    let widest = f64::max(first.min(WIDTH_OF_PAGE), second);
    let scale = (100.0 * NOUGHTS_OF_PAGE / widest).clamp(40.0, 90.0);
    page.set_landscape().set_paper_size(A4).set_print_scale(scale as u16);
    page.set_margins(0.5, 0.5, 0.6, 0.7, 0.3, 0.3).set_vertical_page_breaks(&[u32::from(split)])?;
    page.set_footer(cells::footer(&form.model.title));
    page.set_repeat_columns(1, labels)?;
    if let [only] = &sheet.tables[..] {
        page.set_repeat_rows(0, only.first_row() - 1)?;
    }
    Ok(())
}

/// The first column of the second page.
fn find_page_break(widths: &ColumnWidths, margin: u16) -> u16 {
    let mut together = 0.0;
    let fits = |(_, width): &(&u16, &f64)| {
        together += **width;
        together <= LEGIBLE
    };
    widths.iter().take_while(fits).map(|(column, _)| *column + 1).last().unwrap_or(margin).max(margin)
}

/// The same, but so that neither the bounds of a range nor a status and what it concerns are torn apart.
fn keep_pairs_together(sheet: &FormSheet, split: u16) -> u16 {
    const PAIRS: [(EvidenceField, EvidenceField); 2] =
        [(EvidenceField::Concerns, EvidenceField::Status), (EvidenceField::Least, EvidenceField::Most)];
    let is_torn = |table: &FormTable, (one, other): (EvidenceField, EvidenceField)| {
        table.evidence_column(other) == Some(split.into())
            && table.evidence_column(one).is_some_and(|one| one + 1 == u32::from(split))
    };
    let is_torn = sheet.tables.iter().any(|table| PAIRS.into_iter().any(|pair| is_torn(table, pair)));
    if is_torn { split - 1 } else { split }
}

/// The last column that says what a row is.
fn count_labels(sheet: &FormSheet) -> u16 {
    let about = |table: &FormTable| {
        table
            .columns
            .iter()
            .take_while(|column| matches!(column.content, ColumnContent::Label(_) | ColumnContent::Code(_)))
            .count()
    };
    sheet.tables.iter().map(about).min().unwrap_or(1).max(1) as u16
}

/// Keys and labels stay; looks may be changed.
pub fn allow_formatting() -> ProtectionOptions {
    ProtectionOptions {
        format_cells: true,
        format_columns: true,
        format_rows: true,
        insert_columns: true,
        insert_rows: true,
        ..ProtectionOptions::new()
    }
}
