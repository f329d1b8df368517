//! Opens a file of data by what its name says it is.

use super::data::Data;
use super::workbook;
use crate::failure::Failure;
use crate::file_name::extension;
use crate::files::Files;
use sg3_workbook::csv;

/// Opens files of data, in order.
pub(crate) fn open_all(files: Files, names: &[String]) -> Result<Vec<Data>, Failure> {
    names.iter().map(|name| open(files, name)).collect()
}

/// Opens one file, or the folder of a form.
pub(crate) fn open(files: Files, path: &str) -> Result<Data, Failure> {
    match extension(path).as_deref() {
        _ if files.is_folder(path) => workbook::open_folder(files, path),
        Some("csv") => open_csv(files, path),
        Some("toml") => Ok(Data::Toml(path.to_owned(), files.read_text(path)?)),
        Some("xlsx" | "xlsm" | "xlsb" | "xls" | "ods") => Ok(workbook::open(files.read(path)?, path)),
        _ => Err(Failure::new(format!("`{path}` is neither a model of the catalogue nor a data file")).help(
            "a model is a catalogue name or a path ending in .md; data files end in .xlsx, .xlsb, .xls, .ods, .csv or .toml, or are a folder of CSV files",
        )),
    }
}

fn open_csv(files: Files, path: &str) -> Result<Data, Failure> {
    let bytes = files.read(path)?;
    if csv::is_form(&bytes) {
        return Ok(workbook::open_text(bytes, path));
    }
    Ok(Data::Csv(path.to_owned(), csv::encoding::unify_line_ends(files.read_text(path)?)))
}
