//! What is not as it was delivered.

use super::entered_figure::EnteredFigure;

/// What is not as it was delivered.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Comparison {
    /// Changes, in the order of the workbook.
    pub changes: Vec<Change>,
    /// Figures that the user entered in place of those delivered.
    pub own: Vec<EnteredFigure>,
}

/// One cell, row, column or sheet that is not as it was delivered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What was done to the cell, row, column or sheet.
    pub kind: ChangeKind,
    /// The sheet, as the returned workbook calls it; as delivered if it is gone.
    pub sheet: String,
    /// The cell in the returned workbook, a row (`12`), or nothing for a sheet.
    pub at: String,
    /// The label of the row.
    pub what: String,
    /// What stood there, from shortly before where it differs.
    pub was: String,
    /// What stands there now, from the same place on.
    pub is: String,
}

/// What was done to a cell, row, column or sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChangeKind {
    /// The cell has another formula.
    Formula,
    /// A figure or words where a formula stood.
    FormulaReplaced,
    /// The cell has another text.
    Label,
    /// Another figure among those delivered.
    Figure,
    /// Something in a cell that was blank.
    Added,
    /// A row that is gone.
    RowGone,
    /// A row that is new.
    RowAdded,
    /// A column that is gone.
    ColumnGone,
    /// A column that is new.
    ColumnAdded,
    /// A sheet that is gone.
    SheetGone,
    /// A sheet that is new.
    SheetAdded,
    /// A sheet of another name.
    SheetRenamed,
    /// How results are shown on the sheet Control.
    Setting,
}

impl Change {
    /// The same in a cell of a figure delivered, where nothing is merely added.
    pub(super) fn of_figure(self) -> Change {
        let kind = if self.kind == ChangeKind::Added { ChangeKind::Figure } else { self.kind };
        Change { kind, ..self }
    }

    /// A change of a whole sheet.
    pub(super) fn of_sheet(kind: ChangeKind, sheet: String, was: String, is: String) -> Change {
        Change { kind, sheet, at: String::new(), what: String::new(), was, is }
    }
}

impl ChangeKind {
    /// Whether the workbook still computes what was delivered: only settings, and additions beside it, leave it so.
    pub fn is_harmless(self) -> bool {
        matches!(
            self,
            ChangeKind::Setting
                | ChangeKind::Added
                | ChangeKind::RowAdded
                | ChangeKind::ColumnAdded
                | ChangeKind::SheetAdded
        )
    }

    /// A short description: `formula changed`.
    pub fn label(self) -> &'static str {
        match self {
            ChangeKind::Formula => "formula changed",
            ChangeKind::FormulaReplaced => "formula replaced",
            ChangeKind::Label => "label changed",
            ChangeKind::Figure => "delivered figure changed",
            ChangeKind::Added => "cell added",
            ChangeKind::RowGone => "row deleted",
            ChangeKind::RowAdded => "row added",
            ChangeKind::ColumnGone => "column deleted",
            ChangeKind::ColumnAdded => "column added",
            ChangeKind::SheetGone => "sheet deleted",
            ChangeKind::SheetAdded => "sheet added",
            ChangeKind::SheetRenamed => "sheet renamed",
            ChangeKind::Setting => "display setting",
        }
    }
}
