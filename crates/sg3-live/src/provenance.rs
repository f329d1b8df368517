//! From which texts and data a workbook was made: what neither the model nor the data know of themselves.

/// Written on the first sheet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Provenance {
    /// The day of writing, as `2025-06-30`.
    pub written: String,
    /// The program and its version.
    pub program: String,
    /// The libraries that the documents are of.
    pub libraries: Vec<NamedLibrary>,
    /// The documents of the model: the model itself, then those that it uses.
    pub documents: Vec<Digest>,
    /// The files of data, in order; later ones win.
    pub data: Vec<Digest>,
    /// The mappings by which files of others were read.
    pub mappings: Vec<Digest>,
    /// Settings over all files, as typed.
    pub settings: Vec<String>,
    /// What was wrong with the data, checks apart, which the workbook computes itself.
    pub mistakes: Vec<String>,
    /// The list of which members are left out, and what tells the figures that stand for them from any others.
    pub left_out: Option<Digest>,
    /// If only parts of the model were asked for: which, as typed.
    pub portion: Vec<String>,
}

/// A library of models, as it is named to people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedLibrary {
    /// Its title and version.
    pub edition: String,
    /// Its region, its licence, and the documents that the model has of it.
    pub contents: String,
}

/// A text or file, and what tells it from any other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Digest {
    /// The name by which the user knows it.
    pub name: String,
    /// SHA-256, in hexadecimal digits.
    pub sha256: String,
}
