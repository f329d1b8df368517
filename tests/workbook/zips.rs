//! Archives that are not what they say.

use crate::refused;
use sg3_tests::build::{real, sheet, xlsx_with, zip};
use std::time::{Duration, Instant};

fn position(bytes: &[u8], needle: &[u8]) -> usize {
    bytes.windows(needle.len()).rposition(|w| w == needle).unwrap()
}

#[test]
fn a_bomb_is_refused_at_once() {
    let bytes = xlsx_with(&(sheet("") + &" ".repeat(130 << 20)), &[]);
    let start = Instant::now();
    let refusal = refused(bytes);
    assert_eq!(refusal.slug, "too-large-workbook");
    assert!(refusal.message.contains("xl/worksheets/sheet1.xml"), "{refusal}");
    assert!(start.elapsed() < Duration::from_secs(1));
}

#[test]
fn a_part_packed_too_tightly_is_refused() {
    let refusal = refused(xlsx_with(&(sheet("") + &" ".repeat(20 << 20)), &[]));
    assert_eq!((refusal.slug, refusal.message.contains("200 times")), ("hostile-workbook", true));
}

#[test]
fn many_parts_that_are_large_together_are_refused() {
    // Not packed too tightly, so that only the total is too much.
    let part: String = (0..60_000u32)
        .map(|n| format!("{:016x}{}", u64::from(n).wrapping_mul(0x9E37_79B9_7F4A_7C15), "x".repeat(984)))
        .collect();
    let names: Vec<String> = (2..9).map(|n| format!("xl/worksheets/sheet{n}.xml")).collect();
    let more: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), part.as_bytes())).collect();
    let refusal = refused(xlsx_with(&sheet(""), &more));
    assert!(refusal.message.contains("the workbook expands"), "{refusal}");
}

/// The directory declares a small part; the part is larger.
#[test]
fn a_lying_directory_is_found_out() {
    let mut bytes = xlsx_with(&sheet(&"<row/>".repeat(10_000)), &[]);
    let name = position(&bytes, b"xl/worksheets/sheet1.xml");
    // In the directory the name begins 46 bytes after the entry, the size stands at 24.
    bytes[name - 46 + 24..name - 46 + 28].copy_from_slice(&100u32.to_le_bytes());
    let refusal = refused(bytes);
    // The archive library looks as well, and first.
    assert!(refusal.message.contains("declare"), "{refusal}");
}

#[test]
fn encrypted_entries_are_said_to_be() {
    let mut bytes = xlsx_with(&sheet(""), &[]);
    let name = position(&bytes, b"xl/workbook.xml");
    bytes[name - 46 + 8] |= 1;
    assert_eq!(refused(bytes).slug, "encrypted-workbook");
}

#[test]
fn entries_without_end_are_refused() {
    let names: Vec<String> = (0..10_001).map(|n| format!("xl/media/{n}")).collect();
    let parts: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b""[..])).collect();
    assert_eq!(refused(zip(&parts)).slug, "hostile-workbook");
}

#[test]
fn two_entries_of_one_name_are_refused() {
    let strings: &[u8] = b"<sst/>";
    let bytes = xlsx_with(&sheet(""), &[("xl/sharedStrings.xml", strings), ("xl/SharedStrings.xml", strings)]);
    assert_eq!(refused(bytes).slug, "hostile-workbook");
    let mut bytes = xlsx_with(&sheet(""), &[("xl/aharedStrings.xml", strings), ("xl/sharedStrings.xml", strings)]);
    while let Some(at) = bytes.windows(9).position(|w| w == b"aharedStr") {
        bytes[at] = b's';
    }
    assert_eq!(refused(bytes).slug, "hostile-workbook");
}

#[test]
fn other_archives_are_not_workbooks() {
    assert_eq!(refused(zip(&[("a.txt", b"x")])).slug, "not-a-workbook");
    assert!(refused(zip(&[("word/document.xml", b"<w/>")])).message.contains("text document"));
    assert_eq!(refused(zip(&[])).slug, "not-a-workbook");
}

#[test]
fn other_files_are_not_workbooks() {
    for (bytes, says) in [
        (&b""[..], "empty"),
        (b"a;b;c\n1;2;3\n", "plain text"),
        (b"<html><table>", "web or XML page"),
        (b"%PDF-1.7", "PDF"),
    ] {
        let refusal = refused(bytes.to_vec());
        assert_eq!((refusal.slug, refusal.message.contains(says)), ("not-a-workbook", true), "{refusal}");
    }
}

#[test]
fn pictures_and_macros_may_be_of_any_size() {
    let noise = vec![0; 40 << 20];
    let bytes = xlsx_with(
        &sheet("<row r='1'><c r='A1'><v>1</v></c></row>"),
        &[("xl/media/image1.png", &noise), ("xl/vbaProject.bin", &noise)],
    );
    assert_eq!(crate::read(bytes).unwrap().0, [crate::number("A1", 1.0)]);
}

#[test]
fn a_file_beyond_the_limit_is_refused_by_its_length() {
    let mut bytes = real();
    bytes.resize(65 << 20, 0);
    assert_eq!(refused(bytes).slug, "too-large-workbook");
}
