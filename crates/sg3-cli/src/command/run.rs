//! `sg3 run MODEL DATA...`

use crate::report::{Form, Report};
use crate::session::{Session, Task};
use crate::trouble::{Trouble, Verdict};
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
    /// What a mapping says about workbooks that are no forms (see `sg3 map`)
    #[arg(long, value_name = "MAPPING")]
    map: Option<String>,
    /// Write to a file; its ending says the format: .json, .csv, .md, .txt
    #[arg(short, long, value_name = "FILE")]
    output: Option<String>,
    /// How results are printed
    #[arg(long, value_enum)]
    format: Option<Form>,
}

impl Run {
    /// Computes and prints.
    pub fn run(self) -> Result<Verdict, Trouble> {
        let form = self.form()?;
        let mut session = Session::default();
        let computed = session.compute(Task::of(&self.files, self.map.as_deref())?, &self.settings)?;
        if let Some(computed) = computed {
            let report = Report::of(&computed, &session);
            self.write(&form.write(&report, self.output.is_none()))?;
        }
        Ok(session.finish())
    }

    fn form(&self) -> Result<Form, Trouble> {
        let by_ending = self.output.as_deref().map(Form::of_file).transpose()?;
        Ok(self.format.or(by_ending).unwrap_or(Form::Table))
    }

    fn write(&self, text: &str) -> Result<(), Trouble> {
        match &self.output {
            Some(path) => world::write(path, text.as_bytes()),
            None => output::print(text),
        }
    }
}
