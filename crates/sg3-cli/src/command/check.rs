//! `sg3 check MODEL DATA...`

use crate::session::{Session, Task};
use crate::trouble::{Trouble, Verdict};
use crate::{output, receipt, render, spare, world};
use clap::{Args, ValueEnum};
use serde::Serialize;
use sg3_form::Language;
use sg3_lang::Model;

/// Check a model and data for it, and list all findings
#[derive(Debug, Args)]
pub struct Check {
    /// A model and data files; a filled form alone identifies its model
    #[arg(required = true, value_names = ["MODEL", "DATA"])]
    files: Vec<String>,
    /// Write the form with the findings beside its values; with `--map`, the mapping
    #[arg(short, long, value_name = "RETURN")]
    output: Option<String>,
    /// Set an input, overriding all files: `wacc=0.11`, `minutes[urban]=5`
    #[arg(long = "set", value_name = "NAME=VALUE")]
    settings: Vec<String>,
    /// A mapping by which source workbooks other than forms are read (see `sg3 map`)
    #[arg(long, value_name = "MAPPING")]
    map: Option<String>,
    /// List form texts not yet translated into LANGUAGE, such as fr
    #[arg(long, value_name = "LANGUAGE")]
    language: Option<String>,
    /// Output format
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

/// How messages are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Text for reading
    Text,
    /// JSON for editors and other programs
    Json,
    /// A Markdown table for documents
    Markdown,
}

impl Check {
    /// Checks the model; and with data, all that a run would say of them.
    pub fn run(self) -> Result<Verdict, Trouble> {
        if let Some(path) = &self.output {
            world::takes_a_form(path)?;
            returns_a_mapping(path, self.map.is_some())?;
            spare::read(path, self.files.iter().chain(&self.map))?;
        }
        let mut session = Session::default();
        if let Some(language) = &self.language {
            return untranslated(&mut session, &self.files, language);
        }
        let task = Task::of(&self.files, self.map.as_deref())?;
        let model = match (task.data.is_empty() && self.settings.is_empty(), &self.output) {
            (true, _) => session.check(&task.text),
            (false, None) => session.question(task, &self.settings)?,
            (false, Some(path)) if self.map.is_some() => session.mapped(task, &self.settings, path)?,
            (false, Some(path)) => session.returned(task, &self.settings, path)?,
        };
        match self.format {
            Format::Text => say(&session, model.as_ref()),
            Format::Json => list(&session),
            Format::Markdown => {
                output::print(&render::markdown(&session.sources, &session.diagnostics))?;
                Ok(Verdict::of(&session.diagnostics))
            }
        }
    }
}

/// What is printed for programs.
#[derive(Serialize)]
struct Found {
    /// One for each workbook.
    receipts: Vec<receipt::Received>,
    /// What is wrong, or worth a look.
    diagnostics: Vec<render::Message>,
}

/// Lists what the forms of a model say in no other words than English.
fn untranslated(session: &mut Session, files: &[String], language: &str) -> Result<Verdict, Trouble> {
    let text = world::model(&files[0])?;
    let Some(model) = session.check(&text) else { return Ok(session.finish()) };
    let translations = world::translations(&text.name, &files[1..])?;
    Language::of(language, &translations).map_err(Trouble::new)?;
    let missing = sg3_form::language::missing(&model, language, &translations);
    match missing.is_empty() {
        true => output::print(&format!("{}: all form texts are translated into `{language}`\n", model.name))?,
        false => {
            let words = render::counted(missing.len(), "form text");
            let lines: String = missing.iter().map(|words| format!("  {words}\n")).collect();
            output::print(&format!("{}: {words} not yet translated into `{language}`\n{lines}", model.name))?;
        }
    }
    Ok(session.finish())
}

fn say(session: &Session, model: Option<&Model>) -> Result<Verdict, Trouble> {
    session.received.iter().try_for_each(|received| output::print(&receipt::text(received)))?;
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
    let receipts: Vec<_> = session.received.iter().map(receipt::json).collect();
    let found = Found { receipts, diagnostics: messages };
    let text = serde_json::to_string_pretty(&found).expect("messages are plain text and numbers");
    output::print(&(text + "\n"))?;
    Ok(Verdict::of(&session.diagnostics))
}

/// Findings about files of others go back in the workbook of their mapping.
fn returns_a_mapping(path: &str, is_mapped: bool) -> Result<(), Trouble> {
    match is_mapped && !path.ends_with(".xlsx") {
        true => Err(Trouble::new(format!("`{path}` is not a workbook"))
            .help("name a file ending in .xlsx to which the mapping is written")),
        false => Ok(()),
    }
}
