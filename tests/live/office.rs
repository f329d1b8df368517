//! LibreOffice as a judge: workbooks by the dozen in one call, with a profile that makes it work out what it opens.

use crate::book;
use crate::catalogue::for_office;
use crate::written::{Key, Written};
use calamine::{Data, Reader, Xlsx};
use ironcalc::base::cell::CellValue;
use std::collections::HashMap;
use std::io::Cursor;
use std::path::PathBuf;
use std::process::Command;
use std::sync::LazyLock;

/// Without this it shows the values that were written, and agrees with anything.
const PROFILE: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="ODFRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>"#;

/// Each workbook that it judges as it saves it.
pub(crate) static SAVED: LazyLock<Option<Vec<Vec<u8>>>> =
    LazyLock::new(|| recalculated(&for_office().map(book::of).collect::<Vec<_>>()));

/// Workbooks that one call takes: what it opens it keeps in memory, and of some hundreds it leaves out the last ones without a word.
const AT_ONCE: usize = 60;

/// The workbooks as LibreOffice saves them; nothing where it is not installed.
///
/// With `REQUIRE_SOFFICE` set it must be.
pub(crate) fn recalculated(books: &[&[u8]]) -> Option<Vec<Vec<u8>>> {
    let side_by_side = std::thread::available_parallelism().map_or(1, usize::from);
    let portion = books.len().div_ceil(side_by_side).clamp(1, AT_ONCE);
    let portions: Vec<&[&[u8]]> = books.chunks(portion).collect();
    let saved: Option<Vec<_>> = portions.chunks(side_by_side).map(recalculated_side_by_side).collect();
    saved.map(|saved| saved.into_iter().flatten().flatten().collect())
}

/// One call for each portion, all at the same time.
fn recalculated_side_by_side(portions: &[&[&[u8]]]) -> Option<Vec<Vec<Vec<u8>>>> {
    std::thread::scope(|threads| {
        let calls: Vec<_> = portions.iter().map(|books| threads.spawn(|| recalculated_at_once(books))).collect();
        calls.into_iter().map(|call| call.join().expect("a call that ends")).collect()
    })
}

fn recalculated_at_once(books: &[&[u8]]) -> Option<Vec<Vec<u8>>> {
    let folder = tempfile::tempdir().expect("a folder for a while");
    let profile = folder.path().join("profile/user");
    std::fs::create_dir_all(&profile).expect("a folder for the profile");
    std::fs::write(profile.join("registrymodifications.xcu"), PROFILE).expect("the profile");
    let names: Vec<PathBuf> = (0..books.len()).map(|number| folder.path().join(format!("book{number}.xlsx"))).collect();
    for (name, book) in names.iter().zip(books) {
        std::fs::write(name, book).expect("a workbook");
    }
    let out = folder.path().join("out");
    let ran = Command::new("soffice")
        .arg(format!("-env:UserInstallation=file://{}", folder.path().join("profile").display()))
        .args(["--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir"])
        .arg(&out)
        .args(&names)
        .output();
    match ran {
        Ok(output) if output.status.success() => {}
        Ok(output) => panic!("soffice failed: {}", String::from_utf8_lossy(&output.stderr)),
        Err(_) if std::env::var_os("REQUIRE_SOFFICE").is_some() => panic!("soffice is not installed"),
        Err(_) => return None,
    }
    let saved = |name: &PathBuf| std::fs::read(out.join(name.file_name().expect("a file"))).expect("a saved workbook");
    Some(names.iter().map(saved).collect())
}

/// The values of a saved workbook, by the sheets of the one that was written.
pub(crate) fn values(bytes: &[u8], written: &Written) -> HashMap<Key, CellValue> {
    let mut book = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    let mut values = HashMap::new();
    for (sheet, name) in written.names.iter().enumerate() {
        let range = book.worksheet_range(name).expect("every sheet is saved");
        let (top, left) = range.start().unwrap_or((0, 0));
        for (row, column, value) in range.used_cells() {
            let key = (sheet as u32, (row as u32 + top + 1) as i32, (column as u32 + left + 1) as i32);
            values.insert(key, value_of(value));
        }
    }
    values
}

fn value_of(data: &Data) -> CellValue {
    match data {
        Data::Int(number) => CellValue::Number(*number as f64),
        Data::Float(number) => CellValue::Number(*number),
        Data::DateTime(date) => CellValue::Number(date.as_f64()),
        Data::Bool(yes) => CellValue::Boolean(*yes),
        Data::Error(error) => CellValue::String(format!("#{error:?}")),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => CellValue::String(text.clone()),
        Data::Empty => CellValue::None,
    }
}
