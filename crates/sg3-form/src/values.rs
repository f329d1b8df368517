//! What one cell says: numbers, days, yes and no, members, scale. Reading forms and mapping share it.

pub mod matcher;
pub(crate) mod no_value;
pub mod number;
pub(crate) mod scale;
pub mod text;
pub mod value;
