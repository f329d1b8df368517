//! The sheet of words to choose from: options of inputs and members that the model lists.

use super::Form;
use crate::language::Language;
use crate::layout::Layout;
use crate::layout::column_content::Holds;
use rust_xlsxwriter::{Worksheet, XlsxError};
use sg3_calc::present::members;
use sg3_calc::present::members::Known;
use sg3_lang::Model;
use sg3_lang::model::{DimensionId, Kind};
use sg3_workbook::write::cells;

/// Name of the sheet.
pub const NAME: &str = "Lists";

/// First row of words.
const FIRST: u32 = 4;

/// The dimensions on the sheet; each has a column of words and a column of keys.
pub struct Lists {
    /// Name of the sheet.
    name: String,
    lists: Vec<(DimensionId, Vec<Known>)>,
}

impl Lists {
    /// What the inputs of a form choose from.
    pub fn of(model: &Model, layout: &Layout, number: usize, language: &Language) -> Lists {
        let tables = layout.tables().map(|(_, table)| table);
        let mut dimensions: Vec<DimensionId> = tables.flat_map(|table| chosen(model, table)).collect();
        dimensions.sort_unstable();
        dimensions.dedup();
        let known = dimensions.into_iter().filter_map(|dimension| Some((dimension, members::known(model, dimension)?)));
        let lists = language.brief(NAME);
        let name = if number == 0 { lists } else { format!("{lists} {}", number + 1) };
        Lists { name, lists: known.filter(|(_, members)| !members.is_empty()).collect() }
    }

    /// Whether nothing is chosen from a list.
    pub fn is_empty(&self) -> bool {
        self.lists.is_empty()
    }

    /// Where the words of a dimension stand.
    pub fn range(&self, dimension: DimensionId) -> Option<String> {
        let position = self.lists.iter().position(|(listed, _)| *listed == dimension)?;
        let count = self.lists[position].1.len() as u32;
        Some(cells::absolute(&self.name, column(position), FIRST, FIRST + count - 1))
    }
}

fn chosen(model: &Model, table: &crate::layout::Table) -> Vec<DimensionId> {
    let kinds = table.value_columns().flat_map(|(_, column)| match &column.holds {
        Holds::Values(ask) => vec![ask.quantity],
        _ => table.fixed_rows().iter().filter_map(|row| row.asks).collect(),
    });
    let of_kind = kinds.filter_map(|quantity| match model.quantity(quantity).kind {
        Kind::Member(dimension) => Some(dimension),
        _ => None,
    });
    let of_codes = table.axes.iter().map(|axis| axis.dimension).filter(|_| table.is_open());
    of_kind.chain(of_codes).collect()
}

fn column(position: usize) -> u16 {
    position as u16 * 3 + 1
}

/// Draws the sheet.
pub fn draw(form: &Form, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    sheet.set_name(&form.lists.name)?;
    sheet.set_right_to_left(form.language.is_right_to_left());
    sheet.set_screen_gridlines(false).set_column_width(0, 2)?;
    cells::text(sheet, 0, 1, &form.say(NAME), &form.styles.title)?;
    let words = "Entries allowed in cells with a list: the words, or the codes.";
    cells::text(sheet, 1, 1, &form.tell(words), &form.styles.quiet)?;
    for (position, (dimension, members)) in form.lists.lists.iter().enumerate() {
        list(form, sheet, column(position), &form.model.dimension(*dimension).label, members)?;
    }
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    sheet.set_freeze_panes(FIRST, 0)?;
    sheet.protect();
    Ok(())
}

fn list(form: &Form, sheet: &mut Worksheet, column: u16, label: &str, members: &[Known]) -> Result<(), XlsxError> {
    let words = members::words(members);
    let widest = words.iter().map(|word| word.chars().count()).max().unwrap_or(0).max(label.chars().count());
    sheet.set_column_width(column, widest.clamp(14, 40) as f64 + 4.0)?;
    sheet.set_column_width(column + 1, 14)?.set_column_width(column + 2, 3)?;
    cells::text(sheet, FIRST - 1, column, label, &form.styles.heading)?;
    cells::text(sheet, FIRST - 1, column + 1, &form.say("Code"), &form.styles.heading)?;
    for (row, (known, word)) in (FIRST..).zip(members.iter().zip(&words)) {
        cells::text(sheet, row, column, word, &form.styles.label)?;
        cells::text(sheet, row, column + 1, &known.key, &form.styles.unit)?;
    }
    Ok(())
}
