//! What each cell format of an Office workbook shows of a number.

use crate::formats::xml::attributes::find_unescaped;
use crate::limits;
use crate::number_format::Shown;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::HashMap;

/// By the number of the cell format. The part was examined before.
pub(crate) fn list_shown(styles: &[u8]) -> Vec<Shown> {
    let (mut codes, mut formats, mut is_within) = (HashMap::new(), Vec::new(), false);
    let mut reader = Reader::from_reader(styles);
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Start(element) | Event::Empty(element) => match element.local_name().as_ref() {
                "numFmt" => codes.extend(read_code(&element)),
                "cellXfs" => is_within = true,
                "xf" if is_within && (formats.len() as u64) < limits::FORMATS => {
                    formats.push(find_number(&element, "numFmtId").unwrap_or(0));
                }
                _ => {}
            },
            Event::End(element) if element.local_name().as_ref() == "cellXfs" => is_within = false,
            Event::Eof => break,
            _ => {}
        }
    }
    let shown = |number: &u32| codes.get(number).copied().unwrap_or_else(|| Shown::of_built_in(*number));
    formats.iter().map(shown).collect()
}

fn read_code(element: &BytesStart<'_>) -> Option<(u32, Shown)> {
    let code = find_unescaped(element, "formatCode")?;
    Some((find_number(element, "numFmtId")?, Shown::of_code(&code)))
}

fn find_number(element: &BytesStart<'_>, name: &str) -> Option<u32> {
    find_unescaped(element, name)?.parse().ok()
}
