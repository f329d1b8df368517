//! The texts that a model is made of, and places in them.

/// Which text of [`Sources`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FileId(pub u32);

/// A stretch of one text, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// The text it lies in.
    pub file: FileId,
    /// Its first byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// From the start of this to the end of `other`.
    pub fn to(self, other: Span) -> Span {
        Span { end: other.end.max(self.end), ..self }
    }
}

/// One text with the name under which people know it.
#[derive(Debug, Clone)]
pub struct Source {
    /// A catalogue name (`finance/cost-of-capital`) or a path as the user typed it.
    pub name: String,
    /// All of the text, as it was read.
    pub text: String,
}

/// All texts of one check.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    files: Vec<Source>,
}

impl Sources {
    /// Adds a text and gives the id by which places name it.
    pub fn add(&mut self, name: impl Into<String>, text: impl Into<String>) -> FileId {
        self.files.push(Source { name: name.into(), text: text.into() });
        FileId(self.files.len() as u32 - 1)
    }

    /// The text behind an id.
    pub fn get(&self, file: FileId) -> &Source {
        &self.files[file.0 as usize]
    }

    /// The text added under a name.
    pub fn find(&self, name: &str) -> Option<FileId> {
        self.find_source(|source| source.name == name)
    }

    /// The same text added under the name before.
    pub fn find_same(&self, name: &str, text: &str) -> Option<FileId> {
        self.find_source(|source| source.name == name && source.text == text)
    }

    fn find_source(&self, is_wanted: impl Fn(&Source) -> bool) -> Option<FileId> {
        self.files.iter().position(is_wanted).map(|position| FileId(position as u32))
    }

    /// The words at a place.
    pub fn slice(&self, span: Span) -> &str {
        &self.get(span.file).text[span.start as usize..span.end as usize]
    }

    /// Line and column of the start of a place, both from one; the column counts characters.
    ///
    /// ```
    /// use sg3_lang::{Sources, Span};
    /// let mut sources = Sources::default();
    /// let file = sources.add("a", "one\ntwo");
    /// assert_eq!(sources.line_and_column(Span { file, start: 5, end: 6 }), (2, 2));
    /// ```
    pub fn line_and_column(&self, span: Span) -> (usize, usize) {
        let before = &self.get(span.file).text[..span.start as usize];
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
    }
}
