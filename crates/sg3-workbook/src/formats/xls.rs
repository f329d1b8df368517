//! Excel 5 to 2003 (.xls): a compound file whose stream `Workbook` is one binary record after another (BIFF).

pub(crate) mod examine;
pub(crate) mod formula;
pub(crate) mod globals;
pub(crate) mod records;
pub(crate) mod sheet;
pub(crate) mod stream;
pub(crate) mod strings;
pub(crate) mod totals;
