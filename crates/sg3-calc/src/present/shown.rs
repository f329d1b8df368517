//! How a figure is shown: as its head declares, else shares in per cent and everything else as it is.

use super::unit::is_share;
use sg3_lang::model::{Display, DisplayScale, Quantity};

/// How figures of a quantity are shown, in every face alike.
pub fn display_of(quantity: &Quantity) -> Display {
    let scale = if is_share(quantity) { DisplayScale::Percent } else { DisplayScale::Unit };
    quantity.shown.unwrap_or(Display { scale, ..Display::default() })
}

/// Whether figures are shown in per cent.
pub fn is_percent(quantity: &Quantity) -> bool {
    display_of(quantity).scale == DisplayScale::Percent
}
