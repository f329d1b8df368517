//! What is shown on a terminal: diagnostics, tables, models, explanations. Text only; [`terminal`](crate::io::terminal) prints it.

mod alignment;
pub(crate) mod catalogue;
pub(crate) mod checked;
pub(crate) mod count;
pub(crate) mod diagnostics;
mod evidence;
pub(crate) mod explanation;
pub(crate) mod form_request;
pub(crate) mod library;
pub(crate) mod mapping;
mod message;
pub(crate) mod receipt;
pub(crate) mod report;
pub(crate) mod show;
pub(crate) mod table;
pub(crate) mod verification;
