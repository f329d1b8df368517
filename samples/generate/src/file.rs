//! CSV files, and exact amounts in hundredths.

use std::fmt::Display;
use std::fs;
use std::path::{Path, PathBuf};

/// A CSV file that grows row by row.
pub(crate) struct File {
    path: PathBuf,
    text: String,
}

impl File {
    /// An empty file with its header.
    pub(crate) fn new(folder: &Path, name: &str, header: &str) -> File {
        File { path: folder.join(name), text: format!("{header}\n") }
    }

    /// Adds a row.
    pub(crate) fn row(&mut self, cells: &[&dyn Display]) {
        let cells: Vec<String> = cells.iter().map(|cell| quoted(&cell.to_string())).collect();
        self.text += &cells.join(",");
        self.text.push('\n');
    }

    /// Writes the file.
    pub(crate) fn write(self) -> std::io::Result<()> {
        fs::write(self.path, self.text)
    }
}

fn quoted(cell: &str) -> String {
    if cell.contains(',') { format!("\"{cell}\"") } else { cell.to_owned() }
}

/// An amount in hundredths of the currency.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Cents(pub i64);

impl Cents {
    /// The nearest hundredth.
    pub(crate) fn of(amount: f64) -> Cents {
        Cents((amount * 100.0).round() as i64)
    }
}

impl Display for Cents {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        write!(f, "{sign}{}.{:02}", self.0.abs() / 100, self.0.abs() % 100)
    }
}

impl std::iter::Sum for Cents {
    fn sum<I: Iterator<Item = Cents>>(amounts: I) -> Cents {
        Cents(amounts.map(|amount| amount.0).sum())
    }
}
