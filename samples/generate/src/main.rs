//! Draws the sample workbooks from the tables and layouts that stand beside them; `README.md` in this folder says how.

mod country;
mod file;
mod foreign;
mod national;
mod random;
mod shapes;
mod table;

use std::error::Error;
use std::path::Path;

const USAGE: &str = "sg3-samples foreign FOLDER | sg3-samples shapes FOLDER | sg3-samples national-operator TABLES FIGURES | sg3-samples country TABLES COUNT FOLDER";

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        ["foreign", folder] => foreign::draw_all(Path::new(folder)),
        ["shapes", folder] => shapes::draw_all(Path::new(folder)),
        ["national-operator", tables, figures] => national::draw(Path::new(tables), Path::new(figures)),
        ["country", tables, count, folder] => country::draw(Path::new(tables), count.parse()?, Path::new(folder)),
        _ => Err(USAGE.into()),
    }
}
