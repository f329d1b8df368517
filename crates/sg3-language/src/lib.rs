//! What people read, in seven languages: the words of the program, the words of models from files beside them, and how
//! figures are written.
//!
//! A translation is a table from English to another language, word for word as the English is written:
//!
//! ```toml
//! "Minutes carried" = "Minutes acheminées"
//! "At least {}."    = "Au moins {}."
//! ```
//!
//! So a label that several models use is translated once, and a label whose English has changed is missing rather than
//! wrong. `{}` stands for any words, which are translated on their own. Machine keys have no language: what was written in
//! any is read by any.

mod language;
mod model;
mod number;
mod number_format;
mod own_words;
mod pattern;
mod single_language;
mod translation;
mod unit;

pub use language::{Language, Translate};
pub use model::{UnlikeTerm, find_unlike_terms, find_untranslated, list_words, translate_model};
pub use translation::{BETWEEN, Translation};
pub use unit::UnitWords;
