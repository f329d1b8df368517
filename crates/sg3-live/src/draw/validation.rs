//! What the column for other figures accepts: words from a list where words are meant.

use super::address::{member_list, moving};
use super::canvas::Canvas;
use super::writer::{DataValidation, DataValidationErrorStyle, Formula, Worksheet, XlsxError};
use crate::book::stored_layout::members;
use crate::book::{Block, Role};
use sg3_lang::model::Kind;
use sg3_workbook::write::text::shorten;

/// Lets the cells for other figures accept what can be used.
/// What is said of anything else.
const ON_ERROR: &str = "A value entered here replaces the delivered figure. It must be of the same kind; delete it to restore the delivered figure.";

pub(super) fn add_validation(canvas: &Canvas, page: &mut Worksheet, block: &Block) -> Result<(), XlsxError> {
    let (Role::Override, Some(place)) = (block.role, block.place) else { return Ok(()) };
    if block.cells() == 0 {
        return Ok(());
    }
    let rule = match block.kind {
        Kind::YesNo => {
            DataValidation::new().allow_list_strings(&["yes", "no"].map(|word| canvas.translate_briefly(word)))?
        }
        Kind::Member(dimension) => {
            let Some(list) = canvas.book.list(dimension) else { return Ok(()) };
            let words = member_list(list, members::WORD);
            DataValidation::new().allow_list_formula(Formula::new(format!("={}", canvas.translate_formula(&words))))
        }
        Kind::Number(_) | Kind::Date => {
            let first = moving(place.row, place.column);
            DataValidation::new().allow_custom(Formula::new(format!("=ISNUMBER({first})")))
        }
    };
    let rule = rule
        .set_error_style(DataValidationErrorStyle::Stop)
        .set_error_message(shorten(&canvas.translate_briefly(ON_ERROR), 255))?;
    let (last_row, last_column) = (place.row + block.rows() as u32 - 1, place.column + block.columns() as u16 - 1);
    page.add_data_validation(place.row, place.column, last_row, last_column, &rule)?;
    Ok(())
}
