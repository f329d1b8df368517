//! Trial balances and registers of assets as operators of the world keep them, each with its truth: drawn from words of a language and a layout.

mod assets;
mod balances;
mod book;
mod days;
mod grid;
mod layout;
mod lines;
mod numbers;
mod others;
mod page;
mod record;
mod truth;
mod words;

use layout::{Kind, Layout};
use record::Record;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use words::Words;

/// Draws a file and its truth for each layout, and the list of them all.
pub(crate) fn draw_all(folder: &Path) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(folder.join("files"))?;
    fs::create_dir_all(folder.join("true"))?;
    let mut list = truth::list();
    for path in layouts(folder)? {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        draw_one(folder, &path, &name, &mut list).map_err(|error| format!("{name}: {error}"))?;
    }
    Ok(list.write(&folder.join("shapes.csv"))?)
}

/// In the order of their names, which no file system keeps.
fn layouts(folder: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let entries = fs::read_dir(folder.join("layouts"))?.map(|entry| Ok(entry?.path()));
    let mut paths: Vec<PathBuf> = entries.collect::<std::io::Result<_>>()?;
    paths.sort();
    Ok(paths)
}

fn draw_one(folder: &Path, layout: &Path, name: &str, list: &mut truth::Table) -> Result<(), Box<dyn Error>> {
    let layout: Layout = toml::from_str(&fs::read_to_string(layout)?)?;
    let words = folder.join("words").join(format!("{}.toml", layout.language));
    let words: Words = toml::from_str(&fs::read_to_string(words)?)?;
    let records: Vec<Record> = match layout.kind {
        Kind::TrialBalance => balances::draw(&layout, &words)?,
        Kind::Register => assets::draw(&layout, &words)?,
    };
    let sheets = others::sheets(&layout, &words, &records)?;
    let file = format!("{name}.{}", layout.file);
    book::write(&folder.join("files").join(&file), &sheets, &layout)?;
    truth::table(&layout, &records).write(&folder.join("true").join(format!("{name}.csv")))?;
    list.row(&truth::entry(&file, &layout, &words, &records));
    Ok(())
}
