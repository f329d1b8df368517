//! OpenDocument (.ods): one part of XML holds all sheets, in which rows and cells that are alike are written once with a number.

pub(crate) mod examine;
pub(crate) mod indents;
pub(crate) mod sheet_extent;
pub(crate) mod shown;
