//! IronCalc as a judge: every formula worked out again, and compared with the value that was written beside it.

use crate::reads;
use ironcalc::base::Model;
use ironcalc::base::cell::CellValue;
use std::collections::HashMap;

const ARITHMETIC: f64 = 1e-12;
const DISTRIBUTION: f64 = 1e-9;

/// Values by sheet, row and column.
pub type Sheets = HashMap<(u32, i32, i32), CellValue>;

pub fn open(bytes: &[u8]) -> Model<'static> {
    let workbook = ironcalc::import::load_from_xlsx_bytes(bytes, "book", "en", "UTC").expect("a workbook");
    Model::from_workbook(workbook, "en").expect("a model")
}

pub fn values(model: &Model) -> Sheets {
    let mut values = Sheets::new();
    for cell in model.get_all_cells() {
        let value = model.get_cell_value_by_index(cell.index, cell.row, cell.column).expect("a cell");
        values.insert((cell.index, cell.row, cell.column), value);
    }
    values
}

/// Every formula whose value differs from the one written beside it.
pub fn differences(bytes: &[u8]) -> Vec<String> {
    let mut model = open(bytes);
    let written = values(&model);
    model.evaluate();
    let names = model.workbook.get_worksheet_names();
    let mut found = Vec::new();
    for cell in model.get_all_cells() {
        let Ok(Some(formula)) = model.get_cell_formula(cell.index, cell.row, cell.column) else { continue };
        let key = (cell.index, cell.row, cell.column);
        let now = model.get_cell_value_by_index(cell.index, cell.row, cell.column).expect("a cell");
        let size = size(&written, &names, &formula, key);
        let tolerance = if formula.contains(".DIST") { DISTRIBUTION } else { ARITHMETIC };
        if !same(&written[&key], &now, size * tolerance) {
            let name = &names[cell.index as usize];
            let column = sg3_sheet::column_letters(cell.column as u32 - 1);
            found.push(format!(
                "{name}!{column}{} {formula}: {:?} became {now:?} (size {size:e})",
                cell.row, written[&key]
            ));
        }
    }
    found
}

/// The largest magnitude that a cell reads, its own included.
fn size(values: &Sheets, names: &[String], formula: &str, key: (u32, i32, i32)) -> f64 {
    let mut largest = magnitude(values.get(&key));
    for (sheet, first, last, left, right) in reads::of(formula, &names[key.0 as usize]) {
        let Some(sheet) = names.iter().position(|name| *name == sheet) else { continue };
        for row in first..=last {
            for column in left..=right {
                largest = largest.max(magnitude(values.get(&(sheet as u32, row, column))));
            }
        }
    }
    largest
}

fn magnitude(value: Option<&CellValue>) -> f64 {
    match value {
        Some(CellValue::Number(number)) => number.abs(),
        _ => 0.0,
    }
}

/// Errors are alike; numbers may be apart by the tolerance.
fn same(written: &CellValue, now: &CellValue, tolerance: f64) -> bool {
    match (written, now) {
        (CellValue::Number(written), CellValue::Number(now)) => (written - now).abs() <= tolerance,
        (CellValue::String(written), CellValue::String(now)) => {
            written == now || (written.starts_with('#') && now.starts_with('#'))
        }
        (CellValue::None, CellValue::String(now)) | (CellValue::String(now), CellValue::None) => now.is_empty(),
        (CellValue::None, CellValue::None) => true,
        _ => false,
    }
}
