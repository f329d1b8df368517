//! What of a model goes into a workbook of live formulas.

use crate::layers::value::parse_value;
use sg3_calc::Value;
use sg3_lang::model::Kind;

const PART: &str = "--part ";
const MEMBERS: &str = "--areas ";
/// A cell takes so many keys and can still be read.
const AREAS_ON_A_LINE: usize = 20;
const OUTPUTS_ONLY: &str = "--outputs-only";

/// What of a model goes into a workbook; everything if nothing is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Portion {
    /// Only these outputs and headings with all that they need.
    pub parts: Vec<String>,
    /// Only outputs with all that they need, no checks.
    pub outputs_only: bool,
    /// Only these members of the dimension whose members are alike, by key, or so many of them, and the others by what they come to.
    pub areas: Vec<String>,
}

impl Portion {
    /// Whether less than everything is asked for.
    pub fn is_asked(&self) -> bool {
        self.outputs_only || !self.parts.is_empty()
    }

    /// What was asked for, as typed.
    pub(crate) fn options(&self) -> Vec<String> {
        let parts = self.parts.iter().map(|part| format!("{PART}{part}"));
        let areas = self.areas.chunks(AREAS_ON_A_LINE).map(|keys| format!("{MEMBERS}{}", keys.join(",")));
        parts.chain(self.outputs_only.then(|| OUTPUTS_ONLY.to_owned())).chain(areas).collect()
    }

    /// From what was asked for, as typed.
    pub(crate) fn of_options(options: &[String]) -> Portion {
        let parts = options.iter().filter_map(|option| option.strip_prefix(PART).map(str::to_owned)).collect();
        let areas = options.iter().filter_map(|option| option.strip_prefix(MEMBERS)).flat_map(|keys| keys.split(','));
        Portion {
            parts,
            outputs_only: options.iter().any(|option| option == OUTPUTS_ONLY),
            areas: areas.map(str::to_owned).collect(),
        }
    }
}

/// A day of the calendar, as typed.
///
/// ```
/// assert_eq!(sg3_session::parse_day("2025-06-30"), Ok("2025-06-30".to_owned()));
/// assert!(sg3_session::parse_day("2025-13-01").is_err());
/// ```
pub fn parse_day(typed: &str) -> Result<String, String> {
    match parse_value(&Kind::Date, typed) {
        Value::Date(serial) => Ok(sg3_lang::day::write(serial)),
        _ => Err("write the date as 2025-06-30".to_owned()),
    }
}
