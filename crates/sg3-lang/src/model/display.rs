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

    /// The figure that people see of a value.
    ///
    /// ```
    /// use sg3_lang::model::DisplayScale;
    /// assert_eq!(DisplayScale::Millions.of(4_218_000.0), 4.218);
    /// assert_eq!(DisplayScale::Percent.of(0.125), 12.5);
    /// ```
    pub fn of(self, value: f64) -> f64 {
        match self {
            DisplayScale::Unit => value,
            DisplayScale::Percent => value * 100.0,
            DisplayScale::Thousands => value / 1e3,
            DisplayScale::Millions => value / 1e6,
        }
    }
}
