//! Where data come from, down to the cell.

use std::fmt;
use std::sync::Arc;

/// Where a value comes from.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Origin {
    /// A cell of a workbook, counted from zero.
    Cell {
        /// The file, as the user named it.
        file: Arc<str>,
        /// The sheet, by its name.
        sheet: Arc<str>,
        /// The row, from zero.
        row: u32,
        /// The column, from zero.
        column: u32,
    },
    /// A line of a text file, counted from one.
    Line {
        /// The file, as the user named it.
        file: Arc<str>,
        /// The line, from one.
        line: u32,
    },
    /// A setting of the command line, as typed.
    Setting(Arc<str>),
    /// The model's own proposal.
    Default,
    /// What the model says a blank means.
    Blank,
    /// A case of the model.
    Case,
}

impl fmt::Display for Origin {
    /// `operator.xlsx  Traffic!C4`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Origin::Cell { file, sheet, row, column } => {
                write!(f, "{file}  {sheet}!{}{}", column_letters(*column), row + 1)
            }
            Origin::Line { file, line } => write!(f, "{file}  line {line}"),
            Origin::Setting(text) => write!(f, "--set {text}"),
            Origin::Default => f.write_str("proposed by the model"),
            Origin::Blank => f.write_str("blank"),
            Origin::Case => f.write_str("given in the case"),
        }
    }
}

impl Origin {
    /// The same with the name of the file alone: where it stands on a machine is nothing that a file of results should say.
    ///
    /// ```
    /// let typed = sg3_calc::Origin::Line { file: "work/2024/data.csv".into(), line: 7 };
    /// assert_eq!(typed.without_folder().to_string(), "data.csv  line 7");
    /// ```
    pub fn without_folder(&self) -> Origin {
        let mut origin = self.clone();
        if let Origin::Cell { file, .. } | Origin::Line { file, .. } = &mut origin {
            let whole = file.trim_end_matches(['/', '\\']);
            *file = whole.rsplit(['/', '\\']).next().unwrap_or(whole).into();
        }
        origin
    }
}

/// `0` is `A`, `26` is `AA`.
pub fn column_letters(column: u32) -> String {
    let rest = if column < 26 { String::new() } else { column_letters(column / 26 - 1) };
    rest + &char::from(b'A' + (column % 26) as u8).to_string()
}
