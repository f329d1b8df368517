//! `sg3 run MODEL DATA...`

use crate::report::{Form, Report, folder};
use crate::session::{Session, Task};
use crate::trouble::{Trouble, Verdict};
use crate::workbook::Portion;
use crate::{output, world};
use clap::Args;

/// Results of a model
#[derive(Debug, Args)]
pub struct Run {
    /// A model and files of data; a filled form alone knows its model
    #[arg(required = true, value_names = ["MODEL", "DATA"])]
    files: Vec<String>,
    /// An input, over all files: `wacc=0.11`, `minutes[urban]=5`
    #[arg(long = "set", value_name = "NAME=VALUE")]
    settings: Vec<String>,
    /// Write to a file; its ending says the format: .xlsx (live formulas), .json, .csv, .md, .txt; a path that
    /// ends in / is a folder of CSV files, one for each quantity
    #[arg(short, long, value_name = "FILE")]
    output: Option<String>,
    /// How results are printed
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
        let mut session = Session::default();
        let computed = session.compute(Task::of(&self.files)?, &self.settings)?;
        if let Some(computed) = computed {
            match (form, &self.output) {
                (None, Some(path)) => {
                    world::write(path, &self.portion.write(&computed, &session, &self.files, &self.settings)?)?
                }
                (_, Some(path)) if is_folder(path) && self.format.is_none() => {
                    world::write_folder(path, &folder::write(&Report::of(&computed, &session)))?;
                }
                (form, _) => {
                    let report = Report::of(&computed, &session);
                    self.write(&form.unwrap_or(Form::Table).write(&report, self.output.is_none()))?;
                }
            }
        }
        Ok(session.finish())
    }

    /// Whether the file is a workbook of live formulas.
    fn is_live(&self) -> bool {
        let ends = |path: &String| path.to_lowercase().ends_with(".xlsx");
        self.format.is_none() && self.output.as_ref().is_some_and(ends)
    }

    fn form(&self) -> Result<Form, Trouble> {
        if self.portion.is_asked() {
            return Err(Trouble::new("`--part` and `--outputs-only` are for workbooks").help("add `-o result.xlsx`"));
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
