//! What is read of .xlsx is what the workbook reader reads of it, cell by cell, and however the cells are written.

use crate::damage::{changes, garbled, parts};
use calamine::{DataRef, Reader, Xlsx, XlsxError, XlsxFormulaMetadata};
use proptest::prelude::*;
use sg3_tests::build::{real, sheet, xlsx_with, zip};
use sg3_workbook::{Content, Workbook};
use std::collections::HashSet;
use std::io::{Cursor, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

/// Sheet, place, value and formula of a cell, as text.
type Said = (String, u32, u32, String, Option<String>);

/// What this crate reads.
fn ours(bytes: Vec<u8>) -> Option<Vec<Said>> {
    let mut book = Workbook::open(bytes, "a.xlsx").ok()?;
    let mut said = Vec::new();
    for number in 0..book.sheets().len() {
        let sheet = book.sheets()[number].name.clone();
        let read = book.read(number, |cell| {
            let formula = cell.formula.map(|formula| formula.text.unwrap_or_default());
            said.push((sheet.clone(), cell.row, cell.column, of_content(&cell.content), formula));
        });
        read.ok()?;
    }
    Some(said)
}

fn of_content(content: &Content) -> String {
    match content {
        Content::Number(number) => format!("number {number}"),
        Content::Text(text) => format!("text {text}"),
        Content::YesNo(yes) => format!("yes {yes}"),
        Content::Date(day) => format!("date {day}"),
        Content::Error(error) => format!("error {error}"),
        Content::Empty => String::new(),
    }
}

/// What the workbook reader reads, and what ends it: nothing if all was read, else whether it was its own failure, at an error that it
/// does not know or at numbers that it does not expect.
fn theirs(bytes: Vec<u8>) -> (Vec<Said>, Option<bool>) {
    let (mut said, mut seen) = (Vec::new(), HashSet::new());
    let each = |sheet: &str, place: (u32, u32), value: String, formula: Option<String>| {
        let blank = value.is_empty() && formula.is_none();
        if !blank && seen.insert((sheet.to_owned(), place)) {
            said.push((sheet.to_owned(), place.0, place.1, value, formula));
        }
    };
    let ended = catch_unwind(AssertUnwindSafe(|| each_of_theirs(bytes, each)));
    let failed = |error| matches!(error, XlsxError::CellError(_));
    (said, ended.map_or(Some(true), |ended| ended.err().map(failed)))
}

fn each_of_theirs(
    bytes: Vec<u8>,
    mut each: impl FnMut(&str, (u32, u32), String, Option<String>),
) -> Result<(), XlsxError> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes))?;
    let late = if book.has_1904_epoch() { 1462.0 } else { 0.0 };
    for sheet in book.sheet_names() {
        let mut cells = book.worksheet_cells_reader(&sheet)?;
        let mut shared = Vec::new();
        while let Some(cell) = cells.next_cell_with_formula_metadata()? {
            let formula = cell.formula.map(|formula| match formula {
                XlsxFormulaMetadata::Normal { formula } => formula,
                XlsxFormulaMetadata::Shared { shared_index, range, formula } => {
                    shared.push((shared_index, formula.clone(), range.map_or(cell.pos, |range| range.start)));
                    formula
                }
                XlsxFormulaMetadata::SharedDerived { shared_index } => derived(&shared, shared_index, cell.pos),
                _ => String::new(),
            });
            // Without the sign that opens it, if a file writes that too.
            let formula = formula.map(|text| text.strip_prefix('=').map(str::to_owned).unwrap_or(text));
            each(&sheet, cell.pos, of_theirs(cell.value, late), formula);
        }
    }
    Ok(())
}

fn derived(shared: &[(usize, String, (u32, u32))], number: usize, place: (u32, u32)) -> String {
    let known = shared.iter().rev().find(|(other, ..)| *other == number);
    known.and_then(|(_, text, start)| calamine::expand_shared_formula(text, *start, place).ok()).unwrap_or_default()
}

fn of_theirs(value: DataRef<'_>, late: f64) -> String {
    match value {
        DataRef::Float(number) if number.is_finite() => format!("number {number}"),
        DataRef::Float(number) => format!("error {number}"),
        DataRef::Int(number) => format!("number {number}"),
        DataRef::String(text) => format!("text {text}"),
        DataRef::SharedString(text) => format!("text {text}"),
        DataRef::Bool(yes) => format!("yes {yes}"),
        DataRef::DateTime(date) if date.is_duration() => format!("number {}", date.as_f64()),
        DataRef::DateTime(date) => format!("date {}", date.as_f64() + late),
        DataRef::Error(error) => format!("error {error}"),
        DataRef::Empty => String::new(),
        other => format!("{other:?}"),
    }
}

/// All .xlsx files in a folder and below.
fn workbooks(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let below = |path: PathBuf| if path.is_dir() { workbooks(&path) } else { vec![path] };
    let is_one = |path: &PathBuf| path.extension().is_some_and(|end| end == "xlsx" || end == "xlsm");
    entries.flat_map(below).filter(is_one).collect()
}

fn samples() -> Vec<PathBuf> {
    workbooks(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../samples"))
}

#[test]
fn the_samples_are_read_as_the_workbook_reader_reads_them() {
    let samples = samples();
    assert!(samples.len() > 5);
    for path in samples {
        let bytes = std::fs::read(&path).unwrap();
        let (expected, ended) = theirs(bytes.clone());
        assert_eq!(ended, None, "{}", path.display());
        assert!(ours(bytes).unwrap() == expected, "{}", path.display());
    }
}

/// The same file with every part changed.
fn rewritten(bytes: Vec<u8>, change: impl Fn(String) -> String) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let parts: Vec<(String, Vec<u8>)> = (0..archive.len())
        .map(|index| {
            let mut part = archive.by_index(index).unwrap();
            let mut bytes = Vec::new();
            part.read_to_end(&mut bytes).unwrap();
            (
                part.name().unwrap().to_string(),
                String::from_utf8(bytes)
                    .map_or_else(std::string::FromUtf8Error::into_bytes, |text| change(text).into_bytes()),
            )
        })
        .collect();
    zip(&parts.iter().map(|(name, bytes)| (&**name, &**bytes)).collect::<Vec<_>>())
}

#[test]
fn cells_are_the_same_however_they_are_written() {
    for bytes in samples().into_iter().map(|path| std::fs::read(path).unwrap()).chain([real()]) {
        let Some(plain) = ours(bytes.clone()) else { panic!("the samples are read") };
        for change in [("<c r=", "<c  r="), ("<v>", "<v >"), ("\"/>", "\" />"), ("</v></c>", "</v> </c>")] {
            let otherwise = rewritten(bytes.clone(), |text| text.replace(change.0, change.1));
            assert!(ours(otherwise).unwrap() == plain, "{change:?}");
        }
    }
}

fn cases() -> u32 {
    std::env::var("FUZZ").ok().and_then(|cases| cases.parse().ok()).unwrap_or(1000)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_garbled_part_is_read_no_other_way(which in 0..3_usize, changes in changes()) {
        let (sheet, strings, styles) = parts();
        let mut all = [sheet.into_bytes(), strings.as_bytes().to_vec(), styles.as_bytes().to_vec()];
        all[which] = garbled(&all[which], &changes);
        let more: [(&str, &[u8]); 3] = [("xl/worksheets/sheet1.xml", &all[0]), ("xl/sharedStrings.xml", &all[1]), ("xl/styles.xml", &all[2])];
        let bytes = xlsx_with("", &more);
        if let Some(read) = ours(bytes.clone()) {
            let (expected, ended) = theirs(bytes);
            match ended {
                None => prop_assert_eq!(read, expected),
                Some(true) => prop_assert!(read.starts_with(&expected)),
                Some(false) => prop_assert!(false, "what the workbook reader refuses was read: {:?}", read),
            }
        }
    }
}

#[test]
fn text_and_values_of_every_kind_are_read_alike() {
    let rows = "<row r='1'><c r='A1' t='str'><v>a_x000D_ &lt;b&gt; &#233;</v></c><c r='B1' t='inlineStr'><is><r><t> x </t></r>\
        <rPh><t>no</t></rPh><r><t xml:space='preserve'> y_x0041_ </t></r></is></c><c r='C1' t='b'><v> true </v></c>\
        <c r='D1' t='n'><v>1e3</v></c><c r='E1' t='inlineStr'><is/></c><c r='F1' t='str'><f>\"\"</f><v></v></c>\
        <c r='G1' t='d'><v>2024-01-31</v></c><c r='H1' t='e'><v>#N/A</v></c><c r='I1' s='1'><v>45000</v></c></row>";
    let styles = "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='yyyy-mm-dd'/></numFmts><cellXfs><xf numFmtId='0'/>\
        <xf numFmtId='164'/></cellXfs></styleSheet>";
    let bytes = xlsx_with(&sheet(rows), &[("xl/styles.xml", styles.as_bytes())]);
    let (mut expected, ended) = theirs(bytes.clone());
    assert_eq!(ended, None);
    expected.iter_mut().filter(|said| said.2 == 6).for_each(|said| said.3 = "date 45322".to_owned());
    assert_eq!(ours(bytes).unwrap(), expected);
}
