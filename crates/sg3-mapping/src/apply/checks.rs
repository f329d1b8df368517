//! Whether a mapping may be applied as it is: confirmed, for just these files, in one currency.

use super::locate;
use crate::rules::mapping::Mapping;
use crate::source::file::SourceFile;
use sg3_lang::diagnostic::DataPlace;
use sg3_lang::{Diagnostic, Diagnostics, Place, Severity};
use std::collections::BTreeSet;

/// Whether somebody has confirmed the lines, for just these files.
pub(crate) fn check_confirmed(mapping: &Mapping, files: &[SourceFile], name: &str, diagnostics: &mut Diagnostics) {
    let used = mapping.rules.iter().filter(|rule| !rule.is_open());
    let (all, open) =
        used.fold((0, 0), |(all, open), rule| (all + 1, open + usize::from(rule.confirmed.trim().is_empty())));
    if open > 0 {
        let message = format!("{open} of {all} lines of the mapping are unconfirmed proposals");
        let help = "review each line, and enter the name of the person confirming it in the column `Confirmed by`";
        diagnostics
            .add(Diagnostic::new("not-confirmed", Severity::Warning, page_of(name, "Mapping"), message).help(help));
    }
    for known in mapping.files.iter().filter(|known| !known.fingerprint.is_empty()) {
        let given = locate::find_file(&known.name, files, mapping.files.len() <= 1).map(|number| &files[number]);
        if let Some(given) = given.filter(|given| given.fingerprint != known.fingerprint) {
            let message =
                format!("`{}` is not the file that the mapping was confirmed for: some cells differ", given.name());
            let help = "update the mapping with `sg3 map ... --map`; labels were checked, amounts cannot be checked";
            diagnostics
                .add(Diagnostic::new("not-confirmed", Severity::Warning, page_of(name, "About"), message).help(help));
        }
    }
}

/// A page of the mapping.
fn page_of(name: &str, page: &str) -> Place {
    Place::Data(DataPlace { file: name.to_owned(), at: page.to_owned() })
}

/// Amounts of several currencies are not added as they are. The currency of those that are, if it is one.
pub(crate) fn check_currencies(mapping: &Mapping, name: &str, diagnostics: &mut Diagnostics) -> Option<String> {
    let as_they_are: BTreeSet<&str> = mapping
        .rules
        .iter()
        .filter(|rule| !rule.is_open() && rule.rate == 1.0 && !rule.currency.is_empty())
        .map(|rule| &*rule.currency)
        .collect();
    if as_they_are.len() > 1 {
        let all: Vec<&str> = as_they_are.into_iter().collect();
        let message = format!("amounts in {} are taken at a rate of 1", all.join(" and "));
        let help = "enter the exchange rate beside every line that is not in the currency of the model: annual average for flows, year-end rate for stocks";
        diagnostics
            .add(Diagnostic::new("wrong-mapping", Severity::Error, page_of(name, "Mapping"), message).help(help));
        return None;
    }
    as_they_are.first().map(|currency| (*currency).to_owned())
}
