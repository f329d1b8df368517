//! Files of data and settings to layers: whatever the format, values of inputs and members of dimensions, each with its origin.
//!
//! What a value must be is not asked here; only what cannot be placed at all is a message.

mod builder;
mod csv;
pub(crate) mod data;
pub(crate) mod form_addresses;
pub(crate) mod mapped;
pub(crate) mod open;
pub(crate) mod period;
pub(crate) mod reader;
pub(crate) mod setting;
pub(crate) mod submissions;
mod toml;
pub(crate) mod value;
mod workbook;
