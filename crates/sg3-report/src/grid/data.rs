//! A grid of texts: whatever draws it needs to know no more.

/// Columns of values that a reader still takes in.
pub(crate) const MOST_ACROSS: usize = 6;
/// Headings that no model has.
const OWN: [&str; 3] = ["Result", UNIT, "Value"];
/// Heading of a column of units.
pub(crate) const UNIT: &str = "Unit";

use sg3_language::Language;

/// A table of finished texts, to be drawn in any medium.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Grid {
    /// What stands above it; empty if the columns say everything.
    pub title: String,
    /// Lines of each heading.
    pub head: Vec<Vec<String>>,
    /// Rows of cells.
    pub rows: Vec<Vec<String>>,
    /// How many of the first columns are labels rather than values.
    pub labels: usize,
    /// Columns of units, which are labels too.
    pub units: Vec<usize>,
    /// What stands between the whole digits and the decimals of its values.
    pub decimal_mark: char,
}

impl Grid {
    /// Whether a column holds labels rather than values.
    pub fn is_label(&self, column: usize) -> bool {
        column < self.labels || self.units.contains(&column)
    }

    /// With its own headings in a language; those of the model are in it already.
    pub(crate) fn in_language(mut self, language: &Language) -> Grid {
        self.units = (0..self.head.len()).filter(|column| self.head[*column] == [UNIT]).collect();
        self.decimal_mark = language.decimal_mark();
        let own = self.head.iter_mut().filter(|lines| matches!(&lines[..], [one] if OWN.contains(&&**one)));
        own.flatten().for_each(|line| *line = language.translate(line));
        self
    }
}

/// The grids under one heading.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// The heading of the document.
    pub section: String,
    /// Whether these are the results that the decision is about.
    pub is_headline: bool,
    /// Its grids.
    pub grids: Vec<Grid>,
}

impl Part {
    /// The heading, unless the title of the whole report has said it.
    pub fn heading(&self, title: &str) -> Option<&str> {
        Some(&*self.section).filter(|section| *section != title)
    }
}
