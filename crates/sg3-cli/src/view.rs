//! What is shown on a terminal: diagnostics, tables, models, explanations. Text only; [`output`](crate::output) prints it.

pub(crate) mod count;
pub(crate) mod diagnostics;
mod evidence;
mod message;
pub(crate) mod report;
pub(crate) mod show;
pub(crate) mod table;
