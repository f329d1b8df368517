//! Pages, tables and cells of the document, before they are drawn or written.

/// A page.
pub(crate) struct Page {
    /// On its tab.
    pub(crate) name: &'static str,
    /// Its heading.
    pub(crate) title: String,
    /// What to do with it.
    pub(crate) words: String,
    /// From top to bottom.
    pub(crate) tables: Vec<PageTable>,
}

/// A table of a page.
pub(crate) struct PageTable {
    /// Machine key.
    pub(crate) key: &'static str,
    /// Above it; nothing if the heading of the page says it.
    pub(crate) title: &'static str,
    /// Its columns.
    pub(crate) columns: Vec<PageColumn>,
    /// Its rows.
    pub(crate) rows: Vec<Vec<DocumentCell>>,
}

impl PageTable {
    /// The column of a key on the sheet, where it stands right of the machine keys.
    pub(crate) fn position(&self, key: &str) -> Option<u16> {
        (1_u16..).zip(&self.columns).find(|(_, head)| head.key == key).map(|(column, _)| column)
    }
}

/// A column of a table.
pub(crate) struct PageColumn {
    /// Machine key.
    pub(crate) key: &'static str,
    /// What people see.
    pub(crate) heading: &'static str,
    /// As the width of so many digits.
    pub(crate) width: f64,
    /// Whether people fill it.
    pub(crate) is_asked: bool,
}

/// What a cell of the mapping holds.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum DocumentCell {
    /// Nothing.
    Blank,
    /// Words.
    Text(String),
    /// A number.
    Number(f64),
    /// Words, and where they lead.
    Link(String, String),
}

impl DocumentCell {
    /// Words, or nothing.
    pub(crate) fn text(text: &str) -> DocumentCell {
        if text.is_empty() { DocumentCell::Blank } else { DocumentCell::Text(text.to_owned()) }
    }

    /// Words that lead somewhere, if they do.
    pub(crate) fn link(text: &str, to: &Option<String>) -> DocumentCell {
        match to {
            Some(to) if !text.is_empty() => DocumentCell::Link(text.to_owned(), to.clone()),
            _ => DocumentCell::text(text),
        }
    }

    /// A factor; one is not written.
    pub(crate) fn factor(factor: f64) -> DocumentCell {
        if factor == 1.0 { DocumentCell::Blank } else { DocumentCell::Number(factor) }
    }
}

pub(crate) const fn column(key: &'static str, heading: &'static str, width: f64) -> PageColumn {
    PageColumn { key, heading, width, is_asked: false }
}

pub(crate) const fn asked_column(key: &'static str, heading: &'static str, width: f64) -> PageColumn {
    PageColumn { key, heading, width, is_asked: true }
}
