//! Office Open XML (.xlsx, .xlsm): XML parts, whose cells and strings are taken along while they are examined.
//!
//! What was examined is what is read: the workbook reader does not get these parts, and no part is gone through twice.

pub(crate) mod examine;
pub(crate) mod read;
pub(crate) mod sheet_cells;
pub(crate) mod sheet_list;
pub(crate) mod text_pool;
