//! The list of sheets without those that have no part: leftovers of dialogs and macros, which spreadsheet programs pass over.

use crate::formats::xml::attributes::find_unescaped;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// Copies the list of sheets, if it names any without a part. Its form was checked before.
pub(crate) fn drop_partless_sheets(book: Vec<u8>) -> Vec<u8> {
    let (mut reader, mut dropped) = (Reader::from_reader(&*book), Vec::new());
    let mut start = 0;
    while let Ok(event) = reader.read_event() {
        let end = reader.buffer_position() as usize;
        match event {
            Event::Empty(element) if is_partless(&element) => dropped.push(start..end),
            Event::Eof => break,
            _ => {}
        }
        start = end;
    }
    let mut kept = book;
    dropped.into_iter().rev().for_each(|range| drop(kept.drain(range)));
    kept
}

fn is_partless(element: &BytesStart<'_>) -> bool {
    element.local_name().as_ref() == "sheet" && find_unescaped(element, "id").is_some_and(|id| id.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sheets_without_a_part_are_left_out() {
        let book = |more: &str| format!("<workbook><sheets><sheet name='A' r:id='r1'/>{more}</sheets></workbook>");
        let odd = book("<sheet name='Dialog1' state='veryHidden' r:id=''/>");
        assert_eq!(drop_partless_sheets(odd.into_bytes()), book("").into_bytes());
        let plain = book("<sheet name='B' r:id='r2'/>");
        assert_eq!(drop_partless_sheets(plain.clone().into_bytes()), plain.into_bytes());
    }
}
