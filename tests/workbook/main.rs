//! Hostile, damaged and foreign files: a clear refusal or the right cells, never a panic, never the end of the process.

mod alike;
mod damage;
mod formats;
mod lenient;
mod ods;
mod shown;
mod xls;
mod xlsb;
mod xlsx;
mod zips;

use sg3_workbook::{Content, Finding, Refusal, Workbook};

/// Cells by sheet and address, and what was odd about them.
type Read = (Vec<(String, Content)>, Vec<Finding>);

/// All cells of a workbook as `Sheet!A1 content`, with the findings.
fn read(bytes: Vec<u8>) -> Result<Read, Refusal> {
    let mut workbook = Workbook::open(bytes, "form.xlsx")?;
    let (mut cells, mut findings) = (Vec::new(), Vec::new());
    for place in 0..workbook.sheets().len() {
        let name = workbook.sheets()[place].name.clone();
        findings.extend(workbook.read(place, |cell| cells.push((format!("{name}!{}", cell.address()), cell.content)))?);
        workbook.hidden(place);
        workbook.comments(place);
    }
    Ok((cells, findings))
}

/// The refusal of a file.
#[track_caller]
fn refused(bytes: Vec<u8>) -> Refusal {
    let refusal = read(bytes).expect_err("this file must be refused");
    assert!(!refusal.message.is_empty() && !refusal.message.contains('\n') && !refusal.remedy.is_empty());
    refusal
}

fn number(cell: &str, value: f64) -> (String, Content) {
    (format!("S!{cell}"), Content::Number(value))
}
