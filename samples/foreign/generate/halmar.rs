//! Halmar Telephone and Wireless, an operator of fictional islands: three workbooks for the model `top-down/fully-distributed`.
//!
//! Its ledger, its register of assets and what its network department counts, each as the department that keeps it would send it. What is
//! true of them stands in `true/`, as tables that `sg3 run` reads without any mapping.

mod assets;
mod books;
mod names;
mod network;
mod page;
mod table;

use sg3_lang::Diagnostics;
use sg3_workbook::Workbook;
use sg3_mapping::{Dictionary, Entry, Foreign, Mapping, Meaning};
use std::error::Error;
use std::path::Path;
use table::Table;

/// A workbook with the lines that map it and what is true of it.
pub struct Part {
    file: &'static str,
    bytes: Vec<u8>,
    entries: Vec<Entry>,
    meanings: Vec<Meaning>,
    tables: Vec<Table>,
}

/// Writes the workbooks, the truth and the confirmed mapping.
pub fn write(folder: &Path) -> Result<(), Box<dyn Error>> {
    let folder = folder.join("halmar");
    std::fs::create_dir_all(folder.join("true"))?;
    let assets = assets::Assets::drawn();
    let parts = [books::part(&assets)?, assets.part()?, network::part()?];
    let (mut files, mut mapping) = (Vec::new(), Mapping { year: Some(2024), ..Mapping::default() });
    mapping.model = "top-down/fully-distributed".to_owned();
    for part in parts {
        std::fs::write(folder.join(part.file), &part.bytes)?;
        let mut workbook = Workbook::open(part.bytes, part.file)?;
        let theirs = Foreign::of_workbook(&mut workbook, &mut Diagnostics::default());
        mapping.files.push(sg3_mapping::File { name: theirs.name().to_owned(), fingerprint: theirs.fingerprint.clone() });
        mapping.entries.extend(part.entries);
        mapping.meanings.extend(part.meanings);
        files.push(theirs);
        part.tables.into_iter().try_for_each(|table| table.write(&folder.join("true")))?;
    }
    let (model, mut found) = (crate::sample::model_of(&mapping.model), Diagnostics::default());
    let applied = sg3_mapping::apply(&mapping, &files, &model, &Dictionary::default(), "mapping.csv", &mut found);
    let errors: Vec<String> = found
        .iter()
        .filter(|message| message.severity == sg3_lang::Severity::Error)
        .map(|message| format!("{:?} {} {:?}", message.place, message.message, message.help))
        .collect();
    assert!(errors.is_empty(), "{errors:#?}");
    std::fs::write(folder.join("mapping.csv"), mapping.csv(&model, &files, &applied.reconciliation))?;
    Ok(())
}
