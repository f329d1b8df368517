//! The languages of a form: its layout in the words of one, or of two side by side, and words to choose from back to English.

pub(crate) mod choice;
pub(crate) mod layout;

pub use choice::to_english;
pub use layout::{lay_out_translated, translate_layouts};
