//! Excel 5 to 2003 (.xls).

pub(crate) mod biff;
pub(crate) mod examine;
