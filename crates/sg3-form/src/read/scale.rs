//! In what the amounts of money of a sheet are given: units, thousands or millions, as its cover says.

use super::Reading;
use super::block::Block;
use super::grid::Page;
use super::matcher::fold;
use crate::language::choice;
use crate::layout::key;
use sg3_calc::present::unit;
use sg3_lang::model::QuantityId;
use std::collections::HashMap;

/// In what amounts are given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Scale {
    /// As they are.
    #[default]
    Units,
    /// A thousand to one.
    Thousands,
    /// A million to one.
    Millions,
}

impl Scale {
    /// All, as a form lists them.
    pub const ALL: [Scale; 3] = [Scale::Units, Scale::Thousands, Scale::Millions];

    /// `units`, `thousands`, `millions`.
    pub fn word(self) -> &'static str {
        match self {
            Scale::Units => "units",
            Scale::Thousands => "thousands",
            Scale::Millions => "millions",
        }
    }

    /// The amount that is meant; its decimal point is moved, so nothing is rounded.
    ///
    /// ```
    /// assert_eq!(sg3_form::Scale::Thousands.apply(1.1), 1100.0);
    /// ```
    pub fn apply(self, amount: f64) -> f64 {
        match self {
            Scale::Units => amount,
            Scale::Thousands => moved(amount, 3),
            Scale::Millions => moved(amount, 6),
        }
    }
}

impl Scale {
    /// What stands for an amount in this scale.
    ///
    /// ```
    /// assert_eq!(sg3_form::Scale::Thousands.write(1100.0), 1.1);
    /// ```
    pub fn write(self, amount: f64) -> f64 {
        match self {
            Scale::Units => amount,
            Scale::Thousands => moved(amount, -3),
            Scale::Millions => moved(amount, -6),
        }
    }
}

fn moved(amount: f64, digits: i32) -> f64 {
    format!("{amount:e}")
        .split_once('e')
        .and_then(|(mantissa, exponent)| format!("{mantissa}e{}", exponent.parse::<i32>().ok()? + digits).parse().ok())
        .unwrap_or(amount)
}

/// The scale of each sheet, by its name in the blank form.
pub type Scales = HashMap<String, Scale>;

/// Reads the scales that the cover gives.
pub fn scales(reading: &mut Reading, blocks: &[(&Page, Block)]) -> Scales {
    let mut scales = Scales::new();
    for (page, block) in blocks.iter().filter(|(_, block)| block.key == key::SCALES) {
        let Some(position) = block.position(key::VALUE) else { continue };
        for row in block.rows(page) {
            let Some(sheet) = row.words(block.column).filter(|mark| !mark.starts_with(key::MARK)) else { continue };
            let Some(words) = row.words(position) else { continue };
            match Scale::ALL.into_iter().find(|scale| scale.word() == fold(&choice::english(&words))) {
                Some(scale) => drop(scales.insert(sheet, scale)),
                None => unknown(reading, page, row.row, position, &words),
            }
        }
    }
    scales
}

fn unknown(reading: &mut Reading, page: &Page, row: u32, position: u32, words: &str) {
    let message = format!("`{words}` is not a valid scale; amounts of the sheet were read as units");
    let cell = reading.cell(page, row, position);
    reading.messages.add(cell.error("wrong-form", message, "choose units, thousands or millions"));
}

impl Reading<'_> {
    /// The scale of a sheet.
    pub(crate) fn scale(&self, page: &Page) -> Scale {
        self.sheets.get(&page.name).copied().unwrap_or_default()
    }

    /// The same by the mark of the sheet, before the sheets were gone through.
    pub(crate) fn marked_scale(&self, page: &Page) -> Scale {
        page.sheet().and_then(|sheet| self.scales.get(sheet)).copied().unwrap_or_default()
    }

    /// Whether the values of an input are amounts, which the scale of their sheet is about.
    pub(crate) fn is_scaled(&self, input: QuantityId) -> bool {
        unit::is_amount(self.model.quantity(input))
    }
}
