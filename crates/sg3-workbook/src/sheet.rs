//! What is known of a sheet before its cells are read.

use calamine::SheetVisible;

/// A sheet with cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Its name on the tab.
    pub name: String,
    /// Whether people see it.
    pub visibility: Visibility,
}

/// Whether people see a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Visibility {
    /// It has a tab.
    Shown,
    /// It can be shown from the menu.
    Hidden,
    /// It can be shown by a macro only.
    VeryHidden,
}

impl From<&calamine::Sheet> for Sheet {
    fn from(sheet: &calamine::Sheet) -> Sheet {
        let visibility = match sheet.visible {
            SheetVisible::Visible => Visibility::Shown,
            SheetVisible::Hidden => Visibility::Hidden,
            SheetVisible::VeryHidden => Visibility::VeryHidden,
        };
        Sheet { name: sheet.name.clone(), visibility }
    }
}
