//! Names of sheets and defined names.

use crate::package::Parts;
use std::collections::HashSet;

/// Names of sheets, in order.
pub(super) fn of_sheets(parts: &Parts) -> Vec<String> {
    let workbook = parts.get("xl/workbook.xml");
    let sheets = workbook.into_iter().flat_map(|workbook| workbook.all("sheets", "sheet"));
    sheets.map(|sheet| sheet.get("name").to_owned()).collect()
}

pub(super) fn check(parts: &Parts, faults: &mut Vec<String>) {
    let names = of_sheets(parts);
    let mut seen = HashSet::new();
    for name in &names {
        if !is_sheet_name(name) || !seen.insert(name.to_lowercase()) {
            faults.push(format!("a sheet cannot be called {name:?}"));
        }
    }
    if names.is_empty() {
        faults.push("there is no sheet".to_owned());
    }
    let mut seen = HashSet::new();
    let workbook = parts.get("xl/workbook.xml");
    for name in workbook.into_iter().flat_map(|workbook| workbook.all("definedNames", "definedName")) {
        let (text, sheet) = (name.get("name"), name.number("localSheetId"));
        if !is_defined_name(text) || !seen.insert((text.to_lowercase(), sheet)) {
            faults.push(format!("nothing can be named {text:?}"));
        }
        let quoted = |sheet: &String| format!("'{}'!", sheet.replace('\'', "''"));
        let reads =
            |sheet: &String| [format!("{sheet}!"), quoted(sheet)].iter().any(|read| name.text.starts_with(read));
        if !names.iter().any(reads) || sheet.is_some_and(|sheet| sheet >= names.len()) {
            faults.push(format!("{text} names what is not there: {}", name.text));
        }
    }
}

fn is_sheet_name(name: &str) -> bool {
    !name.is_empty()
        && name.encode_utf16().count() <= 31
        && !name.contains(['[', ']', ':', '*', '?', '/', '\\'])
        && !name.starts_with('\'')
        && !name.ends_with('\'')
        && !name.eq_ignore_ascii_case("history")
}

/// Letters, digits, points and lines; not what a cell or a row and column is called.
fn is_defined_name(name: &str) -> bool {
    let first = |letter: char| letter.is_alphabetic() || letter == '_' || letter == '\\';
    let plain = |letter: char| letter.is_alphanumeric() || matches!(letter, '_' | '.' | '\\');
    let is_place = |name: &str| {
        let letters = name.to_uppercase();
        let rest = letters.trim_start_matches(|letter: char| letter.is_ascii_digit() || letter == 'R' || letter == 'C');
        sg3_workbook::parse_address(&letters).is_some() || rest.is_empty()
    };
    name.chars().next().is_some_and(first) && name.chars().all(plain) && name.chars().count() <= 255 && !is_place(name)
}
