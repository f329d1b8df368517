//! OpenDocument (.ods).

pub(crate) mod examine;
pub(crate) mod table;
