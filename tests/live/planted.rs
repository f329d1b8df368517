//! Mistakes put into a workbook on purpose: a test that does not find them tests nothing.

use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// The workbook with another value written beside the first formula of a sheet that is a sum of products.
pub(crate) fn wrong_value(bytes: &[u8]) -> Vec<u8> {
    changed(bytes, |xml| {
        let formula = xml.find("<f>SUMPRODUCT(")?;
        let start = formula + xml[formula..].find("<v>")? + 3;
        let end = start + xml[start..].find("</v>")?;
        Some(format!("{}999{}", &xml[..start], &xml[end..]))
    })
}

/// The workbook with an addition turned into a subtraction, and the value left as it was.
pub(crate) fn wrong_formula(bytes: &[u8]) -> Vec<u8> {
    changed(bytes, |xml| {
        let sum = xml.match_indices("<f>").find_map(|(start, _)| {
            let formula = &xml[start..start + xml[start..].find("</f>")?];
            formula.find('+').map(|plus| start + plus)
        })?;
        Some(format!("{}-{}", &xml[..sum], &xml[sum + 1..]))
    })
}

/// Whether a part is a sheet of blocks: of the pages before them some formulas come to the same whatever is done to them.
fn is_of_blocks(name: &str) -> bool {
    let number = name.strip_prefix("xl/worksheets/sheet").and_then(|rest| rest.strip_suffix(".xml"));
    number.and_then(|number| number.parse().ok()).is_some_and(|number: usize| number > sg3_live::PAGES_BEFORE)
}

/// The workbook with the first occurrence of a text in a part replaced.
pub(crate) fn replaced(bytes: &[u8], part: &str, from: &str, to: &str) -> Vec<u8> {
    let change = |xml: &str| xml.contains(from).then(|| xml.replacen(from, to, 1));
    rewritten(bytes, &|name| name == part, &change)
}

fn changed(bytes: &[u8], change: impl Fn(&str) -> Option<String>) -> Vec<u8> {
    rewritten(bytes, &is_of_blocks, &change)
}

/// The workbook with a change in the first part that fits and has something to change.
fn rewritten(bytes: &[u8], fits: &dyn Fn(&str) -> bool, change: &dyn Fn(&str) -> Option<String>) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a workbook");
    let mut copy = ZipWriter::new(Cursor::new(Vec::new()));
    let mut done = false;
    for number in 0..archive.len() {
        let mut part = archive.by_index(number).expect("a part");
        let name = part.name().expect("a name").into_owned();
        let mut content = Vec::new();
        part.read_to_end(&mut content).expect("a readable part");
        if !done
            && fits(&name)
            && let Some(text) = change(std::str::from_utf8(&content).expect("XML"))
        {
            (content, done) = (text.into_bytes(), true);
        }
        copy.start_file(name, SimpleFileOptions::default()).expect("a new part");
        copy.write_all(&content).expect("room in memory");
    }
    assert!(done, "there is something to change");
    copy.finish().expect("a workbook").into_inner()
}
