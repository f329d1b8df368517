//! How figures are shown to people, where the model says so.

/// `shown as statement in millions to 1`: what people see of a figure. Its value stays what it is, and other programs get that.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Display {
    /// In what it is counted on the page.
    pub scale: DisplayScale,
    /// Decimals on the page; nothing where the figures themselves say how many.
    pub decimals: Option<u8>,
    /// Whether it is part of a statement: what is negative stands in brackets, and a dash for nothing.
    pub statement: bool,
}

/// In what a figure is counted on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum DisplayScale {
    /// In its unit.
    #[default]
    Unit,
    /// In hundredths.
    Percent,
    /// In thousands of its unit.
    Thousands,
    /// In millions of its unit.
    Millions,
}

impl DisplayScale {
    /// Each with the words by which a model names it; the unit itself needs none.
    pub(crate) const WORDS: [(&str, DisplayScale); 3] =
        [("%", DisplayScale::Percent), ("thousands", DisplayScale::Thousands), ("millions", DisplayScale::Millions)];

    /// How many of what is shown are one of the unit, as a power of ten: 2 for per cent.
    ///
    /// ```
    /// assert_eq!(sg3_lang::model::DisplayScale::Millions.power(), -6);
    /// ```
    pub fn power(self) -> i32 {
        match self {
            DisplayScale::Unit => 0,
            DisplayScale::Percent => 2,
            DisplayScale::Thousands => -3,
            DisplayScale::Millions => -6,
        }
    }
}
