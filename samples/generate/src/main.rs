//! Draws the sample workbooks from the tables and layouts that stand beside them; `README.md` in this folder says how.

mod foreign;
mod national;
mod table;

use std::error::Error;
use std::path::Path;

const USAGE: &str = "sg3-samples foreign FOLDER | sg3-samples national-operator TABLES FIGURES";

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        ["foreign", folder] => foreign::draw_all(Path::new(folder)),
        ["national-operator", tables, figures] => national::draw(Path::new(tables), Path::new(figures)),
        _ => Err(USAGE.into()),
    }
}
