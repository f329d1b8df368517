//! Which edition of the model and the data a workbook shows: what neither of them knows of itself.

/// Said on the first sheet, and in the properties of the workbook.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Edition {
    /// The day of writing, as `2025-06-30`.
    pub written: String,
    /// The program and its version.
    pub program: String,
    /// The documents of the model: the model itself, then those that it uses.
    pub documents: Vec<Digest>,
    /// The files of data, in order; later ones win.
    pub data: Vec<Digest>,
    /// What says how files that are no forms were read.
    pub mappings: Vec<Digest>,
    /// Settings over all files, as typed.
    pub settings: Vec<String>,
    /// What was wrong with the data, checks apart, which the workbook asks itself.
    pub mistakes: Vec<String>,
    /// If only parts of the model were asked for: which, as typed.
    pub portion: Vec<String>,
}

/// A text or file, and what tells it from any other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Digest {
    /// The name by which the user knows it.
    pub name: String,
    /// SHA-256, in hexadecimal digits.
    pub sha256: String,
}
