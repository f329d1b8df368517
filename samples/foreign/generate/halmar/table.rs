//! What is true, as tables that `sg3 run` reads.

use std::path::Path;

/// A CSV file that grows row by row.
pub struct Table {
    name: &'static str,
    text: String,
}

impl Table {
    /// An empty table.
    pub fn new(name: &'static str, header: &str) -> Table {
        Table { name, text: format!("{header}\n") }
    }

    /// Adds a row.
    pub fn row<const N: usize>(&mut self, cells: [String; N]) {
        let quoted = |cell: &String| if cell.contains(',') { format!("\"{cell}\"") } else { cell.clone() };
        self.text += &cells.iter().map(quoted).collect::<Vec<_>>().join(",");
        self.text.push('\n');
    }

    /// Writes the file.
    pub fn write(self, folder: &Path) -> std::io::Result<()> {
        std::fs::write(folder.join(self.name), self.text)
    }
}
