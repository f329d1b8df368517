//! One folder for each format, in which examining and reading stand side by side.

pub mod csv;
pub(crate) mod defence;
pub(crate) mod laid_out;
pub(crate) mod ods;
pub(crate) mod xls;
pub(crate) mod xlsb;
pub(crate) mod xlsx;
pub(crate) mod xml;
