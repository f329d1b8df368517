//! Which of four states a cell of the data is in.

/// What the data say of a cell. Only a blank has the stand-in that the model declares.
///
/// What is not given has no figure, and no formula that needs it has one either: `and`, `or`, `if` and `where` pass such a cell over
/// only where it could not change their result. A cell that cannot be read is therefore kept beside the numbers, not among them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellState {
    /// There is a value, from the data or proposed by the model.
    Given,
    /// Nobody says anything; it may have a stand-in.
    Blank,
    /// Somebody says that there is no value: it is not available, or not applicable.
    Withheld,
    /// Something stands there that is no value of the input: an error, other words, a formula that was never calculated.
    Unreadable,
}

impl CellState {
    /// One word for tables: `given`, `blank`, `withheld`, `unreadable`.
    pub fn label(self) -> &'static str {
        match self {
            CellState::Given => "given",
            CellState::Blank => "blank",
            CellState::Withheld => "withheld",
            CellState::Unreadable => "unreadable",
        }
    }
}
