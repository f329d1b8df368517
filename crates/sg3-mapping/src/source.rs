//! Operators' own workbooks and text files, as sheets of cells: nothing is understood yet but what is a number.

pub(crate) mod cell;
pub(crate) mod convention;
pub(crate) mod file;
pub(crate) mod fingerprint;
pub(crate) mod invisible;
pub(crate) mod row;
pub(crate) mod sheet;
pub(crate) mod sides;
pub(crate) mod text;
pub(crate) mod tokens;
pub(crate) mod written_days;
