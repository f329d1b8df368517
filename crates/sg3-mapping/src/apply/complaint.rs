//! Complaints about a rule, at its own place in the mapping.

use crate::rules::rule::MappingRule;
use sg3_lang::diagnostic::DataPlace;
use sg3_lang::{Diagnostic, Place, Severity};
use sg3_workbook::format_address;

/// A complaint about the rule itself.
pub(crate) fn rule_error(rule: &MappingRule, message: String, help: &str) -> Diagnostic {
    Diagnostic::new("wrong-mapping", Severity::Error, rule_place(&rule.origin), message).help(help)
}

/// Where a rule of the mapping stands.
pub(crate) fn rule_place(origin: &sg3_calc::Origin) -> Place {
    match origin {
        sg3_calc::Origin::Cell { file, sheet, row, column } => {
            data_place(file, format!("{sheet}!{}", format_address(*row, *column)))
        }
        sg3_calc::Origin::Line { file, line } => data_place(file, format!("line {line}")),
        _ => Place::Nowhere,
    }
}

fn data_place(file: &str, at: String) -> Place {
    Place::Data(DataPlace { file: file.to_owned(), at })
}
