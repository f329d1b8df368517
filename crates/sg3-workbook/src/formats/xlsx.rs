//! Office Open XML (.xlsx, .xlsm).

pub(crate) mod comments;
pub(crate) mod dates;
pub(crate) mod gather;
pub(crate) mod held;
pub(crate) mod office;
pub(crate) mod package;
pub(crate) mod place;
pub(crate) mod plain;
pub(crate) mod read;
pub(crate) mod relations;
pub(crate) mod rich_text;
pub(crate) mod shared_formula;
pub(crate) mod strings;
pub(crate) mod styles;
pub(crate) mod value;
