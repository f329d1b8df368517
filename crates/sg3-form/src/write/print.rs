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
/// What one page shows at its full size, in widths of a zero.
const ZEROS_OF_PAGE: f64 = 114.0;
const A4: u8 = 9;

/// A sheet of words goes over as many pages as it is long, and is as wide as one.
pub(crate) fn print_one_page_wide(sheet: &mut Worksheet) {
    sheet.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0).set_margins(0.5, 0.5, 0.6, 0.7, 0.3, 0.3);
    sheet.set_footer("&C&8&A&R&8&P / &N");
}

/// Ends a sheet of words: keys are hidden, it prints one page wide, and only how it looks may be changed.
pub(crate) fn finish_sheet(sheet: &mut Worksheet) -> Result<(), XlsxError> {
    sheet.set_column_hidden(0)?;
    print_one_page_wide(sheet);
    sheet.protect_with_options(&allow_formatting());
    Ok(())
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
    let first = sum_widths(widths, |column| column < split);
    let second = sum_widths(widths, |column| column >= split || column <= labels);
    let widest = f64::max(first.min(WIDTH_OF_PAGE), second);
    let scale = (100.0 * ZEROS_OF_PAGE / widest).clamp(40.0, 90.0);
    page.set_landscape().set_paper_size(A4).set_print_scale(scale as u16);
    page.set_margins(0.5, 0.5, 0.6, 0.7, 0.3, 0.3).set_vertical_page_breaks(&[u32::from(split)])?;
    page.set_footer(cells::format_footer(&form.model.title));
    page.set_repeat_columns(1, labels)?;
    if let [only] = &sheet.tables[..] {
        page.set_repeat_rows(0, only.first_row() - 1)?;
    }
    Ok(())
}

fn sum_widths(widths: &ColumnWidths, on_page: impl Fn(u16) -> bool) -> f64 {
    widths.iter().filter(|(column, _)| on_page(**column)).map(|(_, width)| width).sum()
}

/// The first column of the second page.
fn find_page_break(widths: &ColumnWidths, margin: u16) -> u16 {
    let mut together = 0.0;
    let mut split = margin;
    for (column, width) in widths {
        together += width;
        if together > LEGIBLE {
            break;
        }
        split = column + 1;
    }
    split.max(margin)
}

/// The same, but so that neither the bounds of a range nor a status and what it concerns are torn apart.
fn keep_pairs_together(sheet: &FormSheet, split: u16) -> u16 {
    const PAIRS: [(EvidenceField, EvidenceField); 2] =
        [(EvidenceField::Concerns, EvidenceField::Status), (EvidenceField::Least, EvidenceField::Most)];
    let is_torn = sheet.tables.iter().any(|table| PAIRS.into_iter().any(|pair| tears(table, pair, split)));
    if is_torn { split - 1 } else { split }
}

fn tears(table: &FormTable, (one, other): (EvidenceField, EvidenceField), split: u16) -> bool {
    table.evidence_column(other) == Some(split.into())
        && table.evidence_column(one).is_some_and(|one| one + 1 == u32::from(split))
}

/// The last column that says what a row is, in all tables of the sheet.
fn count_labels(sheet: &FormSheet) -> u16 {
    let labels = sheet.tables.iter().map(|table| {
        let columns = table.columns.iter();
        columns.take_while(|column| matches!(column.content, ColumnContent::Label(_) | ColumnContent::Code(_))).count()
    });
    labels.min().unwrap_or(1).max(1) as u16
}

/// Keys and labels stay; how they look may be changed.
pub(crate) fn allow_formatting() -> ProtectionOptions {
    ProtectionOptions {
        format_cells: true,
        format_columns: true,
        format_rows: true,
        insert_columns: true,
        insert_rows: true,
        ..ProtectionOptions::new()
    }
}
