//! Tables of a folder, and texts with `{…}` that are filled from them.

use std::collections::{BTreeMap, HashMap};
use std::error::Error;
use std::fs;
use std::path::Path;

/// A row: text by the name of its column.
pub(crate) type Record = BTreeMap<String, String>;

/// Rows in order, found by what stands in their first column.
pub(crate) struct Table {
    /// Name of its first column.
    pub key: String,
    pub records: Vec<Record>,
    numbers: HashMap<String, usize>,
}

impl Table {
    fn of(rows: impl Iterator<Item = Vec<(String, String)>>) -> Table {
        let mut table = Table { key: String::new(), records: Vec::new(), numbers: HashMap::new() };
        for row in rows {
            let (name, key) = row.first().cloned().unwrap_or_default();
            table.key = name;
            table.numbers.entry(key).or_insert(table.records.len());
            table.records.push(row.into_iter().collect());
        }
        table
    }

    /// Reads a CSV file; one of the Western code page with semicolons has decimal commas as well.
    fn read(path: &Path) -> Result<Table, Box<dyn Error>> {
        let bytes = fs::read(path)?;
        let text =
            String::from_utf8(bytes).unwrap_or_else(|bad| bad.as_bytes().iter().map(|byte| *byte as char).collect());
        let is_dump = text.lines().next().is_some_and(|heads| heads.contains(';'));
        let delimiter = if is_dump { b';' } else { b',' };
        let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).from_reader(text.as_bytes());
        let heads = reader.headers()?.clone();
        let rows: Vec<csv::StringRecord> = reader.records().collect::<Result<_, _>>()?;
        let written = |cell: &str| if is_dump { cell.replace(',', ".") } else { cell.to_owned() };
        let row = |row: &csv::StringRecord| heads.iter().map(str::to_owned).zip(row.iter().map(written)).collect();
        Ok(Table::of(rows.iter().map(row)))
    }
}

/// The tables of an operator by name.
pub(crate) struct Tables(BTreeMap<String, Table>);

impl Tables {
    /// One CSV file or every one of a folder, and words as tables with the columns `key` and `word`.
    pub(crate) fn read(place: &Path, words: &BTreeMap<String, Vec<[String; 2]>>) -> Result<Tables, Box<dyn Error>> {
        let mut tables = BTreeMap::new();
        let paths = if place.is_dir() {
            fs::read_dir(place)?.map(|entry| Ok(entry?.path())).collect::<std::io::Result<Vec<_>>>()?
        } else {
            vec![place.to_owned()]
        };
        for path in paths.iter().filter(|path| path.extension().is_some_and(|ending| ending == "csv")) {
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            tables.insert(name, Table::read(path)?);
        }
        for (name, words) in words {
            let row = |[key, word]: &[String; 2]| vec![("key".into(), key.clone()), ("word".into(), word.clone())];
            tables.insert(name.clone(), Table::of(words.iter().map(row)));
        }
        Ok(Tables(tables))
    }

    /// A table by its name.
    pub(crate) fn get(&self, name: &str) -> Result<&Table, Box<dyn Error>> {
        self.0.get(name).ok_or_else(|| format!("there is no table `{name}`").into())
    }

    /// Rows whose columns say what they must; `2024*` stands for all that begins so.
    pub(crate) fn rows(
        &self,
        name: &str,
        keep: &BTreeMap<String, String>,
        of: &Record,
    ) -> Result<Vec<Record>, Box<dyn Error>> {
        let mut kept = self.get(name)?.records.clone();
        for (column, wanted) in keep {
            let wanted = self.fill(wanted, of)?;
            if kept.iter().any(|row| !row.contains_key(column)) {
                return Err(format!("`{name}` has no column `{column}`").into());
            }
            kept.retain(|row| match wanted.strip_suffix('*') {
                Some(start) => row[column].starts_with(start),
                None => row[column] == wanted,
            });
        }
        Ok(kept)
    }

    /// A text with what each `{…}` leads to; empty where one leads to nothing.
    pub(crate) fn fill(&self, text: &str, record: &Record) -> Result<String, Box<dyn Error>> {
        let (mut filled, mut rest) = (String::new(), text);
        while let Some((before, after)) = rest.split_once('{') {
            let (path, after) = after.split_once('}').ok_or_else(|| format!("`}}` is missing in `{text}`"))?;
            let found = self.follow(path, record)?;
            if found.is_empty() {
                return Ok(String::new());
            }
            filled = filled + before + found;
            rest = after;
        }
        Ok(filled + rest)
    }

    /// The first of several paths, divided by `|`, that leads to something.
    pub(crate) fn follow<'t>(&'t self, paths: &'t str, record: &'t Record) -> Result<&'t str, Box<dyn Error>> {
        for path in paths.split('|') {
            let found = self.follow_one(path.trim(), record)?;
            if !found.is_empty() {
                return Ok(found);
            }
        }
        Ok("")
    }

    /// `centre > centres.label`: the column `centre` of this row, then `label` in the row of `centres` with that key.
    /// `'–'` is itself.
    fn follow_one<'t>(&'t self, path: &'t str, record: &'t Record) -> Result<&'t str, Box<dyn Error>> {
        if let Some(itself) = path.strip_prefix('\'') {
            return Ok(itself.trim_end_matches('\''));
        }
        let mut steps = path.split('>').map(str::trim);
        let first = steps.next().unwrap_or_default();
        let mut found = record.get(first).ok_or_else(|| format!("there is no column `{first}`"))?.as_str();
        for step in steps {
            let (name, column) = step.split_once('.').unwrap_or((step, "word"));
            let table = self.get(name)?;
            let Some(number) = table.numbers.get(found) else { return Ok("") };
            found = table.records[*number].get(column).ok_or_else(|| format!("`{name}` has no column `{column}`"))?;
        }
        Ok(found)
    }
}
