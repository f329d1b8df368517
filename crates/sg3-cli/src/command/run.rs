//! `sg3 run MODEL DATA...`

use crate::command::format::Format;
use crate::session::{Session, Task};
use crate::trouble::{Trouble, Verdict};
use crate::workbook::Portion;
use crate::{output, spare, world};
use clap::Args;
use sg3_lang::diagnostic::near_miss;
use sg3_lang::model::QuantityId;
use sg3_report::{Computed, Report, write_csv_folder};

/// Results of a model
#[derive(Debug, Args)]
pub struct Run {
    /// A model and files of data; a filled form alone knows its model
    #[arg(required = true, value_names = ["MODEL", "DATA"])]
    files: Vec<String>,
    /// An input, over all files: `wacc=0.11`, `minutes[urban]=5`
    #[arg(long = "set", value_name = "NAME=VALUE")]
    settings: Vec<String>,
    /// A quantity to print, whether or not it is an output; all outputs where none is named
    #[arg(long = "only", value_name = "NAME")]
    only: Vec<String>,
    /// What a mapping says about workbooks that are no forms (see `sg3 map`)
    #[arg(long, value_name = "MAPPING")]
    map: Option<String>,
    /// Write to a file; its ending says the format: .xlsx (live formulas), .json, .csv, .md, .txt; a path that
    /// ends in / is a folder of CSV files, one for each quantity
    #[arg(short, long, value_name = "FILE")]
    output: Option<String>,
    /// Say on what the outputs rest: audited, measured, estimated, ... (tables and JSON)
    #[arg(long)]
    evidence: bool,
    /// How results are printed
    #[arg(long, value_enum)]
    format: Option<Format>,
    #[command(flatten)]
    portion: Portion,
}

impl Run {
    /// Computes and prints.
    pub fn run(self) -> Result<Verdict, Trouble> {
        let live = self.is_live();
        let form = if live { None } else { Some(self.form()?) };
        self.output.iter().try_for_each(|path| spare::read(path, self.files.iter().chain(&self.map)))?;
        let mut session = Session::default();
        let computed = session.compute(Task::of(&self.files, self.map.as_deref())?, &self.settings)?;
        if let Some(computed) = computed {
            match (form, &self.output) {
                (None, Some(path)) => {
                    let mapping = self.map.as_ref();
                    let drawn = self.portion.write(&computed, &session, &self.files, mapping, &self.settings)?;
                    world::write(path, &drawn.bytes)?;
                    drawn.note.iter().for_each(|note| output::complain(&format!("note: {path} is {note}\n")));
                }
                (_, Some(path)) if is_folder(path) && self.format.is_none() => {
                    let wanted = self.wanted(&computed, true)?;
                    world::write_folder(path, &write_csv_folder(&report_of(&computed, &session, &wanted)))?;
                }
                (form, _) => self.report(&computed, &session, form.unwrap_or(Format::Table))?,
            }
        }
        Ok(session.finish())
    }

    fn report(&self, computed: &Computed, session: &Session, form: Format) -> Result<(), Trouble> {
        let report = report_of(computed, session, &self.wanted(computed, form == Format::Json)?);
        let report = if self.evidence { report.with_evidence(computed) } else { report };
        self.write(&form.write(&report, self.output.is_none()))
    }

    /// What is named; else the outputs, or for other programs everything.
    fn wanted(&self, computed: &Computed, everything: bool) -> Result<Vec<QuantityId>, Trouble> {
        if self.only.is_empty() && !everything {
            return Ok(computed.model.outputs().map(|(id, _)| id).collect());
        }
        self.only.iter().map(|name| named(computed, name)).collect()
    }

    /// Whether the file is a workbook of live formulas.
    fn is_live(&self) -> bool {
        let ends = |path: &String| path.to_lowercase().ends_with(".xlsx");
        self.format.is_none() && self.output.as_ref().is_some_and(ends)
    }

    fn form(&self) -> Result<Format, Trouble> {
        if self.portion.is_asked() {
            return Err(Trouble::new("`--part` and `--outputs-only` are for workbooks").help("add `-o result.xlsx`"));
        }
        let by_ending = self.output.as_deref().filter(|path| !is_folder(path)).map(Format::of_file).transpose()?;
        Ok(self.format.or(by_ending).unwrap_or(Format::Table))
    }

    fn write(&self, text: &str) -> Result<(), Trouble> {
        match &self.output {
            Some(path) => world::write(path, text.as_bytes()),
            None => output::print(text),
        }
    }
}

/// Whether a path is meant as a folder.
fn is_folder(path: &str) -> bool {
    path.ends_with(['/', '\\'])
}

fn report_of(computed: &Computed, session: &Session, wanted: &[QuantityId]) -> Report {
    Report::of(computed, &session.sources, &session.diagnostics, wanted)
}

fn named(computed: &Computed, name: &str) -> Result<QuantityId, Trouble> {
    let names = || computed.model.quantities.iter().map(|quantity| &*quantity.name);
    let unknown = || Trouble::new(format!("the model has no `{name}`")).maybe_help(near_miss(name, names()));
    computed.model.find_quantity(name).ok_or_else(unknown)
}
