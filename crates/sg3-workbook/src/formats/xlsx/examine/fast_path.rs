//! Cells as nearly all programs write them: `<c r="B7" s="3" t="s"><v>12</v></c>`, with `<f>A7*2</f>` before the value, and
//! `<c r="B7" s="3"/>`.
//!
//! What is taken here is whole, flat and short, so none of the limits can be exceeded within it; anything written in
//! another way is left to the XML reader.

use super::value::ValueKind;
use crate::address::{COLUMNS, ROWS};
use crate::formats::xlsx::sheet_cells::NO_FORMAT;
use quick_xml::escape::unescape;
use std::borrow::Cow;

/// A cell, and the bytes that it takes.
#[derive(Debug, PartialEq)]
pub(crate) struct PlainCell<'a> {
    pub(crate) row: u32,
    pub(crate) column: u32,
    pub(crate) format: u32,
    pub(crate) kind: ValueKind,
    pub(crate) formula: Option<Cow<'a, str>>,
    pub(crate) value: Option<Cow<'a, str>>,
    pub(crate) length: usize,
}

/// The cell at the front, if it is written plainly.
pub(crate) fn read_cell(bytes: &[u8]) -> Option<PlainCell<'_>> {
    let rest = bytes.strip_prefix(b"<c r=\"")?;
    let (column, rest) = read_letters(rest)?;
    let (row, rest) = read_digits(rest)?;
    let row = row.checked_sub(1).filter(|row| *row < ROWS)?;
    let column = column.checked_sub(1).filter(|column| *column < COLUMNS)?;
    let (format, rest) = read_format(rest.strip_prefix(b"\"")?)?;
    let (kind, rest) = read_kind(rest)?;
    if let Some(rest) = rest.strip_prefix(b"/>") {
        return Some(PlainCell {
            row,
            column,
            format,
            kind,
            formula: None,
            value: None,
            length: bytes.len() - rest.len(),
        });
    }
    let (formula, rest) = read_formula(rest.strip_prefix(b">")?)?;
    let (value, rest) = read_text(rest.strip_prefix(b"<v>")?)?;
    let length = bytes.len() - rest.strip_prefix(b"</v></c>")?.len();
    Some(PlainCell { row, column, format, kind, formula, value: Some(value), length })
}

fn read_letters(bytes: &[u8]) -> Option<(u32, &[u8])> {
    let count = bytes.iter().take(4).take_while(|letter| letter.is_ascii_uppercase()).count();
    let (letters, rest) = bytes.split_at_checked(count).filter(|_| (1..=3).contains(&count))?;
    Some((letters.iter().fold(0, |sum, letter| sum * 26 + u32::from(letter - b'A') + 1), rest))
}

/// A number of up to seven digits.
fn read_digits(bytes: &[u8]) -> Option<(u32, &[u8])> {
    let count = bytes.iter().take(8).take_while(|digit| digit.is_ascii_digit()).count();
    let (digits, rest) = bytes.split_at_checked(count).filter(|_| (1..=7).contains(&count))?;
    Some((digits.iter().fold(0, |sum, digit| sum * 10 + u32::from(digit - b'0')), rest))
}

fn read_format(bytes: &[u8]) -> Option<(u32, &[u8])> {
    let Some(rest) = bytes.strip_prefix(b" s=\"") else { return Some((NO_FORMAT, bytes)) };
    let (format, rest) = read_digits(rest)?;
    Some((format, rest.strip_prefix(b"\"")?))
}

fn read_kind(bytes: &[u8]) -> Option<(ValueKind, &[u8])> {
    let Some(rest) = bytes.strip_prefix(b" t=\"") else { return Some((ValueKind::Unmarked, bytes)) };
    let length = rest.iter().take(4).position(|letter| *letter == b'"')?;
    let kind = ValueKind::of(std::str::from_utf8(&rest[..length]).ok());
    (kind != ValueKind::Other).then_some((kind, &rest[length + 1..]))
}

fn read_formula(bytes: &[u8]) -> Option<(Option<Cow<'_, str>>, &[u8])> {
    let Some(rest) = bytes.strip_prefix(b"<f>") else { return Some((None, bytes)) };
    let (formula, rest) = read_text(rest)?;
    Some((Some(formula), rest.strip_prefix(b"</f>")?))
}

/// Bytes in which a text must end.
const LONGEST_TEXT: usize = 1 << 16;

/// Text up to the next tag, if it is short and has no ends of lines to be made alike.
fn read_text(bytes: &[u8]) -> Option<(Cow<'_, str>, &[u8])> {
    // In pieces, which the compiler searches many bytes at a time; most texts end in the first.
    let pieces = bytes[..bytes.len().min(LONGEST_TEXT)].chunks(64);
    let before = 64 * pieces.clone().take_while(|piece| !piece.contains(&b'<')).count();
    let length = before + bytes.get(before..)?.iter().position(|letter| *letter == b'<').filter(|at| *at < 64)?;
    let (text, rest) = bytes.split_at(length);
    let text = std::str::from_utf8(text).ok().filter(|text| !text.contains('\r'))?;
    let meant = if text.contains('&') { unescape(text).ok()? } else { Cow::Borrowed(text) };
    Some((meant, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_cells_are_taken_and_no_more_than_they() {
        let text = "<c r=\"B7\" s=\"3\" t=\"str\"><f>A7&gt;1</f><v>&lt;é</v></c><c r=\"C7\"/>";
        let plain = read_cell(text.as_bytes()).unwrap();
        assert_eq!((plain.row, plain.column, plain.format, plain.kind), (6, 1, 3, ValueKind::Text));
        assert_eq!((plain.formula.as_deref(), plain.value.as_deref()), (Some("A7>1"), Some("<é")));
        assert_eq!(&text[plain.length..], "<c r=\"C7\"/>");
        let blank = read_cell(b"<c r=\"XFD1048576\"/>").unwrap();
        assert_eq!((blank.row, blank.column, blank.format, blank.value), (1_048_575, 16_383, NO_FORMAT, None));
        let long = format!("<c r=\"A1\"><v>{}</v></c>", "1".repeat(200));
        assert_eq!(read_cell(long.as_bytes()).unwrap().value.unwrap().len(), 200);
    }

    #[test]
    fn what_is_written_otherwise_is_left() {
        for text in [
            "<c r=\"XFE1\"/>",
            "<c r=\"A0\"/>",
            "<c r=\"A1048577\"/>",
            "<c r='A1'/>",
            "<c r=\"a1\"/>",
            "<c r=\"A1\"  s=\"2\"/>",
            "<c r=\"A1\" t=\"inlineStr\"><is><t>a</t></is></c>",
            "<c r=\"A1\" t=\"x\"><v>1</v></c>",
            "<c r=\"A1\"><v>1&none;</v></c>",
            "<c r=\"A1\"><v>1<!---->0</v></c>",
            "<c r=\"A1\"><v>1\r\n</v></c>",
            "<c r=\"A1\"><f t=\"shared\">1</f><v>1</v></c>",
            "<c r=\"A1\"><v>1</v></v>",
            "<c r=\"A1\"><v>1</v><v>1</v></c>",
            "<c r=\"A1\"><v>1",
            "<c r=\"A1",
        ] {
            assert_eq!(read_cell(text.as_bytes()), None, "{text}");
        }
        assert_eq!(read_cell(b"<c r=\"A1\"><v>\xFF</v></c>"), None);
        assert_eq!(read_cell(format!("<c r=\"A1\"><v>{}</v></c>", "1".repeat(1 << 17)).as_bytes()), None);
    }
}
