//! What somebody does to a workbook in a spreadsheet program, as a word of transcripts; IronCalc does it.
//!
//! `edit FILE 'In Traffic!H12 = 0.12' 'delete row Tariffs!9' 'insert column Tariffs!C' 'rename sheet Tariffs to Mine'`

use ironcalc::base::Model;
use std::path::Path;

/// Does everything in turn and saves the workbook under the same name. As much is said as such a program says: nothing.
pub(crate) fn edit(words: &[String], folder: &Path) -> String {
    let (file, steps) = words.split_first().expect("a file to edit");
    let path = folder.join(file);
    let bytes = std::fs::read(&path).expect("a workbook");
    let workbook = ironcalc::import::load_from_xlsx_bytes(&bytes, "book", "en", "UTC").expect("a workbook");
    let mut model = Model::from_workbook(workbook, "en").expect("a workbook");
    steps.iter().for_each(|words| step(&mut model, words));
    model.evaluate();
    let saved = ironcalc::export::save_xlsx_to_writer(&model, std::io::Cursor::new(Vec::new())).expect("it is saved");
    std::fs::write(path, saved.into_inner()).expect("it is saved");
    String::new()
}

fn step(model: &mut Model, words: &str) {
    let done = match words.split_once(" = ") {
        Some((cell, content)) => {
            let (sheet, row, column) = place(model, cell);
            model.set_user_input(sheet, row, column, content.to_owned())
        }
        None => structure(model, words),
    };
    done.unwrap_or_else(|error| panic!("`{words}` cannot be done: {error}"));
}

/// Rows, columns and sheets.
fn structure(model: &mut Model, words: &str) -> Result<(), String> {
    let (what, rest) =
        words.match_indices(' ').nth(1).map(|(at, _)| words.split_at(at)).expect("two words and a place");
    let at = rest.trim();
    match what {
        "delete row" | "insert row" => {
            let (sheet, row) = at.rsplit_once('!').expect("a sheet and a row");
            let (sheet, row) = (number(model, sheet), row.parse().expect("a row"));
            if what == "delete row" { model.delete_rows(sheet, row, 1) } else { model.insert_rows(sheet, row, 1) }
        }
        "delete column" | "insert column" => {
            let (sheet, _, column) = place(model, &format!("{at}1"));
            if what == "delete column" {
                model.delete_columns(sheet, column, 1)
            } else {
                model.insert_columns(sheet, column, 1)
            }
        }
        "insert sheet" => model.add_sheet(at),
        "delete sheet" => delete_sheet(model, at),
        "rename sheet" => {
            let (was, is) = at.split_once(" to ").expect("two names");
            model.rename_sheet(was, is)
        }
        _ => Err("no spreadsheet program does that".to_owned()),
    }
}

/// A sheet with the names that belong to it.
fn delete_sheet(model: &mut Model, name: &str) -> Result<(), String> {
    let sheet = number(model, name);
    let id = model.workbook.worksheets[sheet as usize].sheet_id;
    model.workbook.defined_names.retain(|name| name.sheet_id != Some(id));
    model.delete_sheet(sheet)
}

fn number(model: &Model, name: &str) -> u32 {
    let names = model.workbook.get_worksheet_names();
    names.iter().position(|other| other == name).unwrap_or_else(|| panic!("there is no sheet {name}")) as u32
}

/// Sheet from 0, row and column from 1.
fn place(model: &Model, cell: &str) -> (u32, i32, i32) {
    let (sheet, address) = cell.rsplit_once('!').expect("a sheet and a cell");
    let (row, column) = sg3_workbook::parse_address(address).expect("a cell");
    (number(model, sheet), row as i32 + 1, column as i32 + 1)
}
