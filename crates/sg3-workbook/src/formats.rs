//! One folder for each format, in which examining and reading stand side by side; beside them what several formats share.

pub(crate) mod catch_panic;
pub mod csv;
pub(crate) mod extent;
pub(crate) mod in_memory;
pub(crate) mod ods;
pub(crate) mod package;
pub(crate) mod xls;
pub(crate) mod xlsb;
pub(crate) mod xlsx;
pub(crate) mod xml;
