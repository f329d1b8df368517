//! Comments on cells (Excel says notes): what people write beside a figure rather than in it.

/// A comment on a cell.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Comment {
    /// Row, counted from zero.
    pub row: u32,
    /// Column, counted from zero.
    pub column: u32,
    /// What was written, without its letters' looks.
    pub text: String,
}
