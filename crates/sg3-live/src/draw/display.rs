//! How the figures of a block are shown, and in which currency.

use super::canvas::Canvas;
use super::cell_style::CellStyle;
use super::writer::Format;
use crate::book::stored_layout::WorkbookVersion;
use crate::book::{Block, Role};
use sg3_calc::present::shown::display_of;
use sg3_calc::present::unit;
use sg3_calc::residues;
use sg3_lang::model::{Display, DisplayScale, Quantity};

/// Less than this, and no format but one with an exponent shows a digit.
const TINY: f64 = 1e-5;
/// A figure of which formats show no decimals: what amounts that cancel have left is shown as 0.
const RESIDUE_AS: f64 = 1000.0;

impl Canvas<'_> {
    /// As the model declares it. Beside cells in which figures are typed nothing is scaled but per cent, which spreadsheets take as they
    /// are typed: who types 4,218 under a format in millions would see 0. Workbooks before the third version knew per cent of shares only.
    pub(super) fn display(&self, block: &Block) -> Display {
        let Some(quantity) = self.shown_quantity(block) else { return Display::default() };
        let percent = Display { scale: DisplayScale::Percent, ..Display::default() };
        if self.material.version < WorkbookVersion::Third {
            return if unit::is_share(quantity) { percent } else { Display::default() };
        }
        let display = display_of(quantity);
        let is_scaled = matches!(display.scale, DisplayScale::Thousands | DisplayScale::Millions);
        if is_scaled && quantity.input().is_some() { unscaled(display) } else { display }
    }

    /// The code of the currency, if the data say it. Workbooks before the third version showed `money`.
    pub(super) fn currency(&self) -> Option<&str> {
        self.material.inputs.currency.as_deref().filter(|_| self.material.version >= WorkbookVersion::Third)
    }

    /// Whether all that a block holds is what amounts that cancel have left.
    fn holds_residues(&self, block: &Block) -> bool {
        let largest =
            block.values.iter().filter(|value| value.is_finite()).fold(0.0_f64, |most, it| most.max(it.abs()));
        let (Some(id), true) = (block.quantity.filter(|_| block.role == Role::Quantity), largest < TINY) else {
            return false;
        };
        let found = residues(self.material.model, self.material.inputs, self.material.results, id);
        largest > 0.0 && block.values.iter().zip(found).all(|(value, residue)| residue || *value == 0.0)
    }

    /// The values that say how many digits are shown.
    fn legible<'v>(&self, block: &Block, values: &'v [f64]) -> &'v [f64] {
        if self.holds_residues(block) { &[RESIDUE_AS] } else { values }
    }

    /// The format of cells of a block.
    pub(super) fn cell_format(&self, block: &Block, style: CellStyle, values: &[f64]) -> Format {
        self.styles.cell(self.material.model, block, style, (self.legible(block, values), self.display(block)))
    }

    /// The format of changes of these figures of a block.
    pub(super) fn change_format(&self, block: &Block, values: &[f64]) -> Format {
        self.styles.change(self.material.model, block, (self.legible(block, values), self.display(block)))
    }

    fn shown_quantity(&self, block: &Block) -> Option<&Quantity> {
        block.quantity.filter(|_| block.role.holds_quantity()).map(|id| self.material.model.quantity(id))
    }
}

/// The same in the unit itself, with decimals of its own.
pub(super) fn unscaled(display: Display) -> Display {
    Display { scale: DisplayScale::Unit, decimals: None, ..display }
}
