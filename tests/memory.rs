//! The memory of the whole process while bombs and the largest honest files are read. One test alone, since it measures the process.

use sg3_tests::build;
use sg3_workbook::Workbook;
use std::time::{Duration, Instant};

const LIMIT: usize = 512 << 20;

/// The most memory the process ever had, where the system tells.
fn peak() -> Option<usize> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM"))?;
    Some(line.split_whitespace().nth(1)?.parse::<usize>().ok()? << 10)
}

fn forget_peak() {
    // Not everywhere allowed; then the peak only gets larger.
    let _ = std::fs::write("/proc/self/clear_refs", "5");
}

/// Opens a file and reads it, and says whether it was read, how long it took and how much memory.
fn measure(what: &str, bytes: Vec<u8>) -> (bool, Duration) {
    forget_peak();
    let start = Instant::now();
    let read = Workbook::open(bytes, "a.xlsx").and_then(|mut book| book.read(0, |_| ()));
    let (took, most) = (start.elapsed(), peak().unwrap_or(0));
    assert!(most < LIMIT, "{what} took {} MiB", most >> 20);
    (read.is_ok(), took)
}

fn bomb(start: &str, filling: &str, end: &str, length: usize) -> Vec<u8> {
    build::xlsx_with(&(start.to_owned() + &filling.repeat(length / filling.len()) + end), &[])
}

#[test]
fn no_file_takes_more_than_512_mib() {
    let head = "<worksheet><sheetData><row r='1'><c r='A1' t='inlineStr'><is><t>";
    let foot = "</t></is></c></row></sheetData></worksheet>";
    for length in [100 << 20, 130 << 20] {
        let (read, took) = measure("one string", bomb(head, "x", foot, length));
        assert!(!read && took < Duration::from_secs(2));
        let (read, took) = measure("white space", bomb("<worksheet><sheetData/></worksheet>", " ", "", length));
        assert!(!read && took < Duration::from_secs(2));
    }
    honest_strings();
    honest_repeats();
}

/// Many strings that differ, near the limit of one part.
fn honest_strings() {
    let mut state = 1u64;
    let mut word = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        format!("{state:016x}")
    };
    let strings: String =
        (0..400_000).map(|_| format!("<si><t>{}{}{}{}</t></si>", word(), word(), word(), word())).collect();
    let rows: String =
        (1..=400_000).map(|row| format!("<row r='{row}'><c r='A{row}' t='s'><v>{}</v></c></row>", row - 1)).collect();
    let strings = format!("<sst uniqueCount='400000'>{strings}</sst>");
    let bytes = build::xlsx_with(&build::sheet(&rows), &[("xl/sharedStrings.xml", strings.as_bytes())]);
    drop((strings, rows));
    assert!(measure("strings", bytes).0);
}

/// As many places as an OpenDocument sheet may have.
fn honest_repeats() {
    let cell =
        "<table:table-cell table:number-columns-repeated=\"30\" office:value-type=\"float\" office:value=\"1\"/>";
    let rows = format!("<table:table-row table:number-rows-repeated=\"99000\">{cell}</table:table-row>");
    assert!(measure("repeats", build::ods(&rows)).0);
}
