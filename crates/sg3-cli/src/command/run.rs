//! `sg3 run MODEL DATA...`

use crate::report::{Form, Report, folder};
use crate::session::{Computed, Session, Task};
use crate::trouble::{Trouble, Verdict};
use crate::workbook::Portion;
use crate::{output, spare, world};
use clap::Args;
use sg3_lang::diagnostic::near_miss;
use sg3_lang::model::QuantityId;

/// Compute the results of a model from data
#[derive(Debug, Args)]
pub struct Run {
    /// A model and data files; a filled form alone identifies its model
    #[arg(required = true, value_names = ["MODEL", "DATA"])]
    files: Vec<String>,
    /// Set an input, overriding all files: `wacc=0.11`, `minutes[urban]=5`
    #[arg(long = "set", value_name = "NAME=VALUE")]
    settings: Vec<String>,
    /// A quantity to print, whether or not it is an output; by default all outputs
    #[arg(long = "only", value_name = "NAME")]
    only: Vec<String>,
    /// A mapping by which source workbooks other than forms are read (see `sg3 map`)
    #[arg(long, value_name = "MAPPING")]
    map: Option<String>,
    /// Write to a file in the format of its ending: .xlsx (live formulas), .json, .csv, .md, .txt; a path that
    /// ends in / is a folder of CSV files, one for each quantity
    #[arg(short, long, value_name = "FILE")]
    output: Option<String>,
    /// Show the evidence on which the outputs rest: audited, measured, estimated, ... (tables and JSON)
    #[arg(long)]
    evidence: bool,
    /// Output format
    #[arg(long, value_enum)]
    format: Option<Form>,
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
                    world::write_folder(path, &folder::write(&Report::of(&computed, &session, &wanted)))?;
                }
                (form, _) => self.report(&computed, &session, form.unwrap_or(Form::Table))?,
            }
        }
        Ok(session.finish())
    }

    fn report(&self, computed: &Computed, session: &Session, form: Form) -> Result<(), Trouble> {
        let report = Report::of(computed, session, &self.wanted(computed, form == Form::Json)?);
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

    fn form(&self) -> Result<Form, Trouble> {
        if self.portion.is_asked() {
            return Err(
                Trouble::new("`--part` and `--outputs-only` apply to workbooks only").help("add `-o result.xlsx`")
            );
        }
        let by_ending = self.output.as_deref().filter(|path| !is_folder(path)).map(Form::of_file).transpose()?;
        Ok(self.format.or(by_ending).unwrap_or(Form::Table))
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

fn named(computed: &Computed, name: &str) -> Result<QuantityId, Trouble> {
    let names = || computed.model.quantities.iter().map(|quantity| &*quantity.name);
    let unknown = || Trouble::new(format!("the model has no `{name}`")).maybe_help(near_miss(name, names()));
    computed.model.find_quantity(name).ok_or_else(unknown)
}
