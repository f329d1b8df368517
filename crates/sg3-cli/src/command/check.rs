//! `sg3 check MODEL DATA...`

use crate::session::{Session, Task};
use crate::trouble::{Trouble, Verdict};
use crate::{output, render};
use clap::{Args, ValueEnum};
use sg3_lang::Model;

/// Mistakes of a model, and of data for it
#[derive(Debug, Args)]
pub struct Check {
    /// A model and files of data; a filled form alone knows its model
    #[arg(required = true, value_names = ["MODEL", "DATA"])]
    files: Vec<String>,
    /// What a mapping says about workbooks that are no forms (see `sg3 map`)
    #[arg(long, value_name = "MAPPING")]
    map: Option<String>,
    /// How messages are printed
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

/// How messages are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people
    Text,
    /// For editors
    Json,
}

impl Check {
    /// Checks the model, and the data against it.
    pub fn run(self) -> Result<Verdict, Trouble> {
        let mut session = Session::default();
        let task = Task::of(&self.files, self.map.as_deref())?;
        let model = session.check(&task.text);
        if let (Some(model), false) = (&model, task.data.is_empty()) {
            session.bind(model, task.data, &[])?;
        }
        match self.format {
            Format::Text => say(&session, model.as_ref()),
            Format::Json => list(&session),
        }
    }
}

fn say(session: &Session, model: Option<&Model>) -> Result<Verdict, Trouble> {
    if session.diagnostics.is_empty() {
        output::print(&model.map_or_else(String::new, praise))?;
    }
    Ok(session.finish())
}

fn praise(model: &Model) -> String {
    let parts = [
        (model.inputs().count(), "input"),
        (model.outputs().count(), "output"),
        (model.checks.len(), "check"),
        (model.cases.len(), "case"),
    ];
    let parts = parts.map(|(number, word)| render::counted(number, word)).join(", ");
    format!("{}: no mistakes ({parts})\n", model.name)
}

fn list(session: &Session) -> Result<Verdict, Trouble> {
    let messages = render::json(&session.sources, &session.diagnostics);
    let text = serde_json::to_string_pretty(&messages).expect("messages are plain text and numbers");
    output::print(&(text + "\n"))?;
    Ok(Verdict::of(&session.diagnostics))
}
