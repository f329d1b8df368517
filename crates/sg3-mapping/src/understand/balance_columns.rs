//! The columns of a list in which balances stand: with signs, on two sides, or beside a word for the side.

use super::side_mark::SideMark;

/// Columns, by position in their list, that hold one balance for each row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum BalanceColumns {
    /// Debit positive, credit negative.
    Signed(usize),
    /// Two columns of amounts without signs.
    Sides {
        /// Debits.
        debit: usize,
        /// Credits.
        credit: usize,
    },
    /// Amounts without signs, with a word beside them that says on which side they stand.
    Marked(usize, SideMark),
}

impl BalanceColumns {
    /// The first column of amounts.
    pub(crate) fn first(&self) -> usize {
        match self {
            BalanceColumns::Signed(column) | BalanceColumns::Marked(column, _) => *column,
            BalanceColumns::Sides { debit, .. } => *debit,
        }
    }

    /// All columns of amounts.
    pub(crate) fn all(&self) -> Vec<usize> {
        match self {
            BalanceColumns::Sides { debit, credit } => vec![*debit, *credit],
            _ => vec![self.first()],
        }
    }
}
