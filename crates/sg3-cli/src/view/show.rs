//! A model as it is, without data: as a table, as mathematics, its inputs by who answers for them.

mod formula;
mod inputs;
mod mathematics;
mod section;
mod table;
mod value;

pub(crate) use inputs::draw_inputs;
pub(crate) use mathematics::draw_mathematics;
pub(crate) use table::draw_table;
