//! In what amounts of money are given: units, thousands or millions.

use std::collections::HashMap;

/// In what amounts are given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Scale {
    /// Amounts as they are.
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
    pub fn label(self) -> &'static str {
        match self {
            Scale::Units => "units",
            Scale::Thousands => "thousands",
            Scale::Millions => "millions",
        }
    }

    /// The power of ten that one of them is.
    pub(crate) fn power(self) -> i8 {
        match self {
            Scale::Units => 0,
            Scale::Thousands => 3,
            Scale::Millions => 6,
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
            _ => move_point(amount, self.power().into()),
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
            _ => move_point(amount, -i32::from(self.power())),
        }
    }
}

/// An amount with its decimal point moved: nothing is rounded.
pub(crate) fn move_point(amount: f64, digits: i32) -> f64 {
    format!("{amount:e}")
        .split_once('e')
        .and_then(|(mantissa, exponent)| format!("{mantissa}e{}", exponent.parse::<i32>().ok()? + digits).parse().ok())
        .unwrap_or(amount)
}

/// The scale of each sheet, by its name in the blank form.
pub(crate) type SheetScales = HashMap<String, Scale>;
