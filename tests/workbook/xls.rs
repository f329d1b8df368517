//! Workbooks of old Excel, written record by record.

use crate::{number, read, refused};
use sg3_workbook::{Content, Workbook};

/// A compound file with one stream, in small sectors as Excel writes it; its length must need no second table.
pub(crate) fn compound(name: &str, stream: &[u8]) -> Vec<u8> {
    let mut stream = stream.to_vec();
    stream.resize(stream.len().max(4096).next_multiple_of(512), 0);
    let sectors = stream.len() / 512;
    let tables = (sectors + 1).div_ceil(127);
    let mut file = vec![0; 512];
    file[..8].copy_from_slice(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
    put(&mut file, 24, &[0x3E, 0, 3, 0, 0xFE, 0xFF, 9, 0, 6, 0]);
    for (at, value) in [(44, tables as u32), (48, tables as u32), (56, 4096), (60, END), (68, END)] {
        put(&mut file, at, &value.to_le_bytes());
    }
    file[76..].fill(0xFF);
    (0..tables).for_each(|n| put(&mut file, 76 + 4 * n, &(n as u32).to_le_bytes()));
    let mut next: Vec<u32> = vec![0xFFFF_FFFD; tables];
    next.push(END);
    next.extend((1..sectors as u32).map(|n| tables as u32 + 1 + n));
    next.push(END);
    next.resize(tables * 128, 0xFFFF_FFFF);
    file.extend(next.iter().flat_map(|n| n.to_le_bytes()));
    file.extend(entry("Root Entry", END, 0));
    file.extend(entry(name, tables as u32 + 1, stream.len() as u32));
    file.resize(file.len() + 256, 0);
    file.extend(stream);
    file
}

const END: u32 = 0xFFFF_FFFE;

fn put(file: &mut [u8], at: usize, bytes: &[u8]) {
    file[at..at + bytes.len()].copy_from_slice(bytes);
}

fn entry(name: &str, start: u32, length: u32) -> Vec<u8> {
    let mut entry = vec![0; 128];
    let letters: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    put(&mut entry, 0, &letters);
    put(&mut entry, 64, &(letters.len() as u16 + 2).to_le_bytes());
    entry[66] = 2;
    put(&mut entry, 116, &start.to_le_bytes());
    put(&mut entry, 120, &length.to_le_bytes());
    entry
}

pub(crate) fn record(kind: u16, body: &[u8]) -> Vec<u8> {
    [&kind.to_le_bytes()[..], &(body.len() as u16).to_le_bytes(), body].concat()
}

fn start(kind: u8) -> Vec<u8> {
    record(0x0809, &[0, 6, kind, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])
}

fn float(row: u16, column: u16, value: f64) -> Vec<u8> {
    record(0x0203, &[&row.to_le_bytes()[..], &column.to_le_bytes(), &[0, 0], &value.to_le_bytes()].concat())
}

fn shared(row: u16, column: u16) -> Vec<u8> {
    record(0x00FD, &[&row.to_le_bytes()[..], &column.to_le_bytes(), &[0; 6]].concat())
}

fn formula(row: u16, tokens: &[u8]) -> Vec<u8> {
    let head = [&row.to_le_bytes()[..], &[2, 0, 0, 0], &4f64.to_le_bytes(), &[0; 6]].concat();
    record(0x0006, &[&head[..], &(tokens.len() as u16).to_le_bytes(), tokens].concat())
}

/// The stream of a workbook with one sheet `S` of these records, and these before the list of sheets.
fn book_of(globals: &[u8], cells: &[u8]) -> Vec<u8> {
    let list = |at: u32| record(0x0085, &[&at.to_le_bytes()[..], &[0, 0, 1, 0, b'S']].concat());
    let front = [start(5), globals.to_vec(), list(0), record(0x000A, &[])].concat();
    let place = front.len() as u32;
    [start(5), globals.to_vec(), list(place), record(0x000A, &[]), start(16), cells.to_vec(), record(0x000A, &[])]
        .concat()
}

/// A stream with a bit of everything.
pub(crate) fn book() -> Vec<u8> {
    let strings = record(0x00FC, &[&[1, 0, 0, 0, 1, 0, 0, 0, 3, 0, 0][..], b"abc"].concat());
    let extent = record(0x0200, &[0, 0, 0, 0, 9, 0, 0, 0, 0, 0, 4, 0, 0, 0]);
    let several = record(0x00BD, &[3, 0, 1, 0, 0, 0, 2, 0, 0, 0, 0, 0, 6, 0, 0, 0, 2, 0]);
    let cells = [extent, float(0, 0, 1.5), shared(1, 1), several, formula(5, &[0x1E, 2, 0, 0x1E, 2, 0, 3])].concat();
    book_of(&strings, &cells)
}

pub(crate) fn wrapped(book: &[u8]) -> Vec<u8> {
    compound("Workbook", book)
}

pub(crate) fn sample() -> Vec<u8> {
    wrapped(&book())
}

pub(crate) fn with(globals: &[u8], cells: &[u8]) -> Vec<u8> {
    wrapped(&book_of(globals, cells))
}

#[test]
fn cells_and_formulas_are_read() {
    let mut book = Workbook::open(sample(), "a.xls").unwrap();
    let mut cells = Vec::new();
    assert!(
        book.read(0, |cell| cells.push((cell.address(), cell.content, cell.formula.and_then(|f| f.text))))
            .unwrap()
            .is_empty()
    );
    let text = |t: &str| Some(t.to_owned());
    let expected = [
        ("A1".to_owned(), Content::Number(1.5), None),
        ("B2".to_owned(), Content::Text("abc".into()), None),
        ("B4".to_owned(), Content::Number(0.0), None),
        ("C4".to_owned(), Content::Number(1.0), None),
        ("C6".to_owned(), Content::Number(4.0), text("2+2")),
    ];
    assert_eq!(cells, expected);
}

#[test]
fn a_shared_formula_is_known_to_be_one() {
    let mut book = Workbook::open(with(&[], &formula(0, &[1, 0, 0, 0, 0])), "a.xls").unwrap();
    let mut formulas = Vec::new();
    book.read(0, |cell| formulas.push(cell.formula)).unwrap();
    assert_eq!(formulas.len(), 1);
    assert!(formulas[0].as_ref().is_some_and(|formula| formula.text.is_none()));
}

#[test]
fn a_far_corner_is_refused_by_sheet_and_cell() {
    let refusal = refused(with(&[], &[float(0, 0, 1.0), float(65_535, 65_535, 1.0)].concat()));
    assert_eq!((refusal.slug, refusal.sheet.as_deref()), ("too-large-workbook", Some("S")));
    assert_eq!(refusal.cell.as_deref(), Some("CRXP65536"));
}

#[test]
fn an_announced_extent_is_not_believed() {
    for extent in
        [[0, 0, 0, 0, 255, 255, 255, 127, 0, 0, 255, 255, 0, 0], [9, 0, 0, 0, 1, 0, 0, 0, 0, 0, 255, 255, 0, 0]]
    {
        let cells = [record(0x0200, &extent), float(0, 0, 1.0)].concat();
        assert_eq!(read(with(&[], &cells)).unwrap().0, [number("A1", 1.0)]);
    }
}

#[test]
fn one_long_string_in_many_cells_is_refused() {
    let long = [&[1, 0, 0, 0, 1, 0, 0, 0, 0x40, 0x1F, 0][..], &[b'x'; 8000]].concat();
    let cells: Vec<u8> = (0..5000).flat_map(|row| shared(row, 0)).collect();
    assert_eq!(refused(with(&record(0x00FC, &long), &cells)).slug, "too-large-workbook");
}

#[test]
fn a_formula_of_spaces_is_refused() {
    let tokens = [&[0x16][..], &[0x19, 0x40, 0, 255].repeat(500)].concat();
    let cells: Vec<u8> = (0..600).flat_map(|row| formula(row, &tokens)).collect();
    assert_eq!(refused(with(&[], &cells)).slug, "too-large-workbook");
    assert_eq!(refused(with(&[], &formula(0, &[0x16; 3000]))).slug, "hostile-workbook");
}

#[test]
fn a_cell_given_twice_is_found() {
    let (cells, findings) = read(with(&[], &[float(0, 0, 1.0), float(0, 0, 2.0)].concat())).unwrap();
    assert_eq!((cells.len(), findings[0].slug, findings[0].cell.as_str()), (1, "cell-given-twice", "A1"));
}

#[test]
fn continuations_without_end_are_refused() {
    let strings = [record(0x00FC, &[0; 8]), record(0x003C, &[]).repeat(20_000)].concat();
    assert_eq!(refused(with(&strings, &float(0, 0, 1.0))).slug, "hostile-workbook");
}

#[test]
fn chains_in_a_circle_are_refused() {
    // The stream and the directory, each led back to its own start.
    let first = 512 + 4;
    for (at, value) in [(first, 1u32), (first + 4 * 8, 2)] {
        let mut bytes = sample();
        put(&mut bytes, at, &value.to_le_bytes());
        // A stream may claim any length.
        put(&mut bytes, 1024 + 128 + 120, &0x7FFF_FFFFu32.to_le_bytes());
        assert_eq!(refused(bytes).slug, "hostile-workbook");
    }
    // A list of tables that goes on in itself.
    let mut bytes = sample();
    put(&mut bytes, 68, &3u32.to_le_bytes());
    put(&mut bytes, 512 + 3 * 512 + 508 + 512, &3u32.to_le_bytes());
    assert!(read(bytes).is_err());
}

#[test]
fn encryption_is_said_to_be_so() {
    assert_eq!(refused(compound("EncryptedPackage", &[1; 5000])).slug, "encrypted-workbook");
    let with_password = with(&record(0x002F, &[1, 0, 0, 0, 0, 0]), &float(0, 0, 1.0));
    assert_eq!(refused(with_password).slug, "encrypted-workbook");
    assert!(refused(compound("WordDocument", &[1; 5000])).message.contains("text document"));
    assert_eq!(refused(compound("Anything", &[1; 5000])).slug, "not-a-workbook");
}
