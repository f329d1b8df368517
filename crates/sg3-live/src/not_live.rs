//! Why a model and its data cannot be written as a workbook of formulas.

/// What cannot be written as formulas.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Obstacle {
    /// The name of the quantity.
    pub quantity: String,
    /// What stands in the way.
    pub reason: String,
}

/// Why there is no workbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotLive {
    /// Some formulas cannot be written in a spreadsheet.
    Obstacles(Vec<Obstacle>),
    /// There would be so many formulas.
    TooMany(usize),
    /// This sheet would have so many rows and columns, more than a sheet holds.
    TooLarge(String, usize, usize),
}
