//! What one cell says: a number in any country's way of writing, a day, yes or no, a member by code or label.
//!
//! Forms and workbooks of other makers are read with the same rules: what is clear is taken, what has two readings is
//! refused with both, and nothing is guessed.
//!
//! ```
//! use sg3_form::values::number::{ParsedNumber, parse_number};
//! assert_eq!(parse_number("1 234,5"), ParsedNumber::Number(1234.5));
//! assert_eq!(parse_number("1,234"), ParsedNumber::Either(1234.0, 1.234));
//! ```

pub mod currency;
pub mod matcher;
pub(crate) mod no_day;
pub mod no_value;
pub mod number;
pub mod percent;
pub(crate) mod scale;
pub mod shown;
pub mod text;
pub mod value;
