//! Operators' own workbooks, true figures and mappings: drawn from a layout and tables, each operator in its folder.

mod cells;
mod draw;
mod figures;
mod layout;
mod list;
mod looks;
mod mapping;

use crate::table::Tables;
use layout::Layout;
use std::error::Error;
use std::fs;
use std::path::Path;

/// Draws the operators of all folders that have a layout.
pub(crate) fn draw_all(folder: &Path) -> Result<(), Box<dyn Error>> {
    for entry in fs::read_dir(folder)? {
        let operator = entry?.path();
        if operator.join("layout.toml").is_file() {
            draw_one(&operator).map_err(|error| format!("{}: {error}", operator.display()))?;
        }
    }
    Ok(())
}

fn draw_one(folder: &Path) -> Result<(), Box<dyn Error>> {
    let layout: Layout = toml::from_str(&fs::read_to_string(folder.join("layout.toml"))?)?;
    let tables = Tables::read(&folder.join(&layout.tables), &layout.words)?;
    draw::write_books(folder, &layout, &tables)?;
    if !layout.figures.is_empty() {
        fs::write(folder.join("figures.csv"), figures::text(&layout.figures, &tables)?)?;
    }
    mapping::renew(folder)
}
