//! The shapes in which a form is kept: a workbook, one file of comma-separated values, or a folder of such files.

use crate::failure::Failure;
use crate::files::Files;
use sg3_workbook::csv;

impl Files<'_> {
    /// Whether a form can be written there.
    pub fn takes_form(&self, path: &str) -> Result<(), Failure> {
        if path.ends_with(".xlsx") || path.ends_with(".csv") || self.is_folder(path) {
            return Ok(());
        }
        Err(Failure::new(format!("`{path}` is not a workbook"))
            .help("name a file ending in .xlsx, one ending in .csv, or a folder ending in /"))
    }

    /// Writes a form in the shape that the path asks for.
    pub fn write_form(&self, path: &str, form: Vec<u8>) -> Result<(), Failure> {
        match path {
            _ if path.ends_with(".xlsx") => self.write(path, &form),
            _ if path.ends_with(".csv") => self.write(path, csv::write_single(form).as_bytes()),
            _ => {
                let files: Vec<(String, String)> =
                    csv::write_files(form).into_iter().map(|file| (file.name, file.text)).collect();
                self.write_folder(&format!("{}/", path.trim_end_matches(['/', '\\'])), &files)
            }
        }
    }
}
