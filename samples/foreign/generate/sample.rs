//! A foreign file with what is true of it.

use sg3_lang::{Diagnostics, Library, Model, Sources};
use sg3_mapping::{Dictionary, Entry, Figure, Foreign, Mapping, Rule};
use sg3_workbook::{Area, Workbook};
use std::error::Error;
use std::path::Path;

/// Who confirmed the mappings.
const CONFIRMED: &str = "A. Accountant";

/// A foreign file with what is true of it.
pub struct Sample {
    /// File name.
    pub file: &'static str,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Lines that map it.
    pub entries: Vec<Entry>,
    /// Figures that it holds.
    pub truth: Vec<(String, f64)>,
    /// The year of its figures.
    pub year: i32,
}

/// What a line says besides its figure and cells.
#[derive(Default, Clone)]
pub struct Line<'a> {
    pub sheet: &'a str,
    pub label: &'a str,
    pub label_at: Option<(u32, u32)>,
    pub heading: &'a str,
    pub factor: f64,
    pub negative: bool,
    pub rows: &'a str,
    pub left_out: &'a str,
    pub currency: &'a str,
    pub member: &'a str,
}

impl Sample {
    pub fn new(file: &'static str) -> Sample {
        Sample { file, bytes: Vec::new(), entries: Vec::new(), truth: Vec::new(), year: 2024 }
    }

    /// A figure, true by what was written there: `value` in their unit.
    pub fn line(&mut self, figure: &str, value: f64, cells: &str, line: &Line) {
        let areas = |text: &str| text.split(", ").filter_map(Area::parse).collect();
        let factor = if line.factor == 0.0 { 1.0 } else { line.factor };
        let entry = Entry {
            figure: Figure::parse(figure).expect("a figure"),
            member_label: line.member.to_owned(),
            file: self.file.to_owned(),
            sheet: line.sheet.to_owned(),
            cells: areas(cells),
            left_out: areas(line.left_out),
            rows: Rule::parse(line.rows).expect("a rule"),
            label: line.label.to_owned(),
            label_at: line.label_at,
            heading: line.heading.to_owned(),
            factor,
            is_negative: line.negative,
            currency: line.currency.to_owned(),
            confirmed: CONFIRMED.to_owned(),
            ..Entry::default()
        };
        let value = value * factor * if line.negative { -1.0 } else { 1.0 };
        match self.truth.iter_mut().find(|(other, _)| other == figure) {
            Some((_, sum)) => *sum += value,
            None => self.truth.push((figure.to_owned(), value)),
        }
        self.entries.push(entry);
    }

    /// The file, `figures.csv` and `mapping.csv` in a folder of its own.
    pub fn write(self, folder: &Path) -> Result<(), Box<dyn Error>> {
        let name = self.file.split('.').next().unwrap_or(self.file);
        let folder = folder.join(name);
        std::fs::create_dir_all(&folder)?;
        let written = if self.file.ends_with(".xls") { format!("{}x", self.file) } else { self.file.to_owned() };
        std::fs::write(folder.join(written), &self.bytes)?;
        let lines: Vec<String> = self.truth.iter().map(|(figure, value)| format!("\"{figure}\",{value}")).collect();
        std::fs::write(folder.join("figures.csv"), format!("figure,value\n{}\n", lines.join("\n")))?;
        let model = model();
        let theirs = self.theirs(&folder)?;
        let file = sg3_mapping::File { name: theirs.name().to_owned(), fingerprint: theirs.fingerprint.clone() };
        let mapping = Mapping {
            model: model.name.clone(),
            year: Some(self.year),
            files: vec![file],
            entries: self.entries,
            ..Mapping::default()
        };
        let (files, mut found) = ([theirs], Diagnostics::default());
        let applied = sg3_mapping::apply(&mapping, &files, &model, &Dictionary::default(), "mapping.csv", &mut found);
        let errors: Vec<String> = found
            .iter()
            .filter(|message| message.severity == sg3_lang::Severity::Error)
            .map(|message| format!("{:?} {}", message.place, message.message))
            .collect();
        assert!(errors.is_empty(), "{errors:#?}");
        std::fs::write(folder.join("mapping.csv"), mapping.csv(&model, &files, &applied.reconciliation))?;
        Ok(())
    }

    fn theirs(&self, folder: &Path) -> Result<Foreign, Box<dyn Error>> {
        let path = folder.join(self.file);
        let bytes = if self.file.ends_with(".xls") { std::fs::read(path)? } else { self.bytes.clone() };
        let mut found = Diagnostics::default();
        Ok(match self.file.ends_with(".csv") {
            true => Foreign::of_text(&bytes, self.file, &mut found),
            false => Foreign::of_workbook(&mut Workbook::open(bytes, self.file)?, &mut found),
        })
    }
}

fn model() -> Model {
    model_of("regional/africa")
}

/// A model of the catalogue.
pub fn model_of(name: &str) -> Model {
    let text = |name: &str| std::fs::read_to_string(format!("models/{name}.md")).ok();
    let mut sources = Sources::default();
    let file = sources.add(name, text(name).expect("run it in the folder of the project"));
    let library = Library { functions: sg3_calc::functions::ALL, documents: &text };
    sg3_lang::check(&mut sources, file, library, &mut Diagnostics::default()).expect("a model of the catalogue")
}

/// A workbook that is the same on any day.
pub fn book() -> Result<rust_xlsxwriter::Workbook, rust_xlsxwriter::XlsxError> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let day = rust_xlsxwriter::ExcelDateTime::from_ymd(2025, 3, 1)?;
    book.set_properties(&rust_xlsxwriter::DocProperties::new().set_creation_datetime(&day));
    Ok(book)
}
