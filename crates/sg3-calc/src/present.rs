//! Numbers, cells and places as people read them.

pub(crate) mod display;
pub(crate) mod labels;
