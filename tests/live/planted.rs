//! Mistakes put into a workbook on purpose: a test that does not find them tests nothing.

use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// The workbook with another value written beside the first formula of a sheet that is a sum of products.
pub fn wrong_value(bytes: &[u8]) -> Vec<u8> {
    changed(bytes, |xml| {
        let formula = xml.find("<f>SUMPRODUCT(")?;
        let start = formula + xml[formula..].find("<v>")? + 3;
        let end = start + xml[start..].find("</v>")?;
        Some(format!("{}999{}", &xml[..start], &xml[end..]))
    })
}

/// The workbook with an addition turned into a subtraction, and the value left as it was.
pub fn wrong_formula(bytes: &[u8]) -> Vec<u8> {
    changed(bytes, |xml| {
        let sum = xml.match_indices("<f>").find_map(|(start, _)| {
            let formula = &xml[start..start + xml[start..].find("</f>")?];
            formula.find('+').map(|plus| start + plus)
        })?;
        Some(format!("{}-{}", &xml[..sum], &xml[sum + 1..]))
    })
}

fn changed(bytes: &[u8], change: impl Fn(&str) -> Option<String>) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a workbook");
    let mut copy = ZipWriter::new(Cursor::new(Vec::new()));
    let mut done = false;
    for number in 0..archive.len() {
        let mut part = archive.by_index(number).expect("a part");
        let name = part.name().expect("a name").into_owned();
        let mut content = Vec::new();
        part.read_to_end(&mut content).expect("a readable part");
        if !done
            && name.contains("worksheets/sheet")
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
