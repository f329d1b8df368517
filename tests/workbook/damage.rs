//! Real workbooks, cut off and garbled.

use crate::{read, xls, xlsb};
use proptest::prelude::*;
use sg3_tests::build::{ods, real, sheet, xlsx_with};
use std::sync::LazyLock;

static REAL: LazyLock<Vec<u8>> = LazyLock::new(real);

/// One of each format.
static SAMPLES: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| {
    let row = "<table:table-row><table:table-cell office:value-type=\"float\" office:value=\"1\"/></table:table-row>";
    vec![REAL.clone(), ods(row), xls::sample(), xlsb::sample()]
});

#[test]
fn the_samples_themselves_are_read() {
    for bytes in SAMPLES.iter() {
        assert!(!read(bytes.clone()).unwrap().0.is_empty());
    }
}

#[test]
fn a_file_cut_off_anywhere_is_refused() {
    for bytes in SAMPLES.iter() {
        for end in (0..bytes.len()).step_by(1 + bytes.len() / 700) {
            // What an old Excel file has behind its last sheet may be missing.
            if let Err(refusal) = read(bytes[..end].to_vec()) {
                assert!(
                    ["damaged-workbook", "not-a-workbook", "hostile-workbook"].contains(&refusal.slug),
                    "{end}: {refusal}"
                );
            } else {
                assert!(bytes.starts_with(b"\xD0\xCF"), "{end} of {} was read", bytes.len());
            }
        }
    }
}

/// Unpacked, so that a changed byte changes the content and not only a checksum.
pub(crate) fn parts() -> (String, &'static str, &'static str) {
    let rows: String = (1..30)
        .map(|row| format!("<row r='{row}'><c r='A{row}' t='s'><v>0</v></c><c r='B{row}'><f t='shared' si='0' ref='B1:B9'>C{row}</f><v>2.5</v></c></row>"))
        .collect();
    let strings = "<sst count='1' uniqueCount='1'><si><r><t>a</t></r><rPh><t>b</t></rPh></si></sst>";
    let styles = "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='yyyy'/></numFmts><cellXfs><xf numFmtId='164'/></cellXfs></styleSheet>";
    (sheet(&rows), strings, styles)
}

pub(crate) fn garbled(bytes: &[u8], changes: &[(prop::sample::Index, u8)]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for (place, value) in changes {
        let at = place.index(bytes.len());
        bytes[at] = *value;
    }
    bytes
}

pub(crate) fn changes() -> impl Strategy<Value = Vec<(prop::sample::Index, u8)>> {
    let byte = prop_oneof![any::<u8>(), prop::sample::select(b"<>/='\"&;!0199AZaz-".to_vec())];
    prop::collection::vec((any::<prop::sample::Index>(), byte), 1..6)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_garbled_file_is_refused_or_read(which in 0..4usize, changes in changes()) {
        let _ = read(garbled(&SAMPLES[which], &changes));
    }

    #[test]
    fn any_garbled_part_is_refused_or_read(which in 0..3, changes in changes()) {
        let (sheet, strings, styles) = parts();
        let (mut sheet, mut strings, mut styles) = (sheet.into_bytes(), strings.as_bytes().to_vec(), styles.as_bytes().to_vec());
        match which {
            0 => sheet = garbled(&sheet, &changes),
            1 => strings = garbled(&strings, &changes),
            _ => styles = garbled(&styles, &changes),
        }
        let more: [(&str, &[u8]); 3] = [("xl/worksheets/sheet1.xml", &sheet), ("xl/sharedStrings.xml", &strings), ("xl/styles.xml", &styles)];
        let _ = read(xlsx_with("", &more));
    }

    #[test]
    fn any_garbled_record_is_refused_or_read(changes in changes()) {
        let _ = read(xls::wrapped(&garbled(&xls::book(), &changes)));
        let _ = read(xlsb::with_sheet(&garbled(&xlsb::sheet(), &changes)));
        let _ = read(xlsb::with_book(&garbled(&xlsb::book(), &changes)));
    }

    #[test]
    fn bytes_of_any_kind_are_refused(bytes in prop::collection::vec(any::<u8>(), 0..600), start in 0..3usize) {
        let head: &[u8] = [&b""[..], b"PK\x03\x04", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"][start];
        prop_assert!(read([head, &bytes].concat()).is_err());
    }
}
