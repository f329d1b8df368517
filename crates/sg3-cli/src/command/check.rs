//! `sg3 check MODEL DATA...`

use super::verdict::{Verdict, conclude};
use crate::io::overwrite::refuse_over_input;
use crate::io::terminal::print;
use crate::view::checked::{draw_no_mistakes, draw_untranslated};
use crate::view::receipt::draw_receipt;
use clap::{Args, ValueEnum};
use serde::Serialize;
use sg3_lang::Model;
use sg3_report::{Message, messages, write_findings, write_json};
use sg3_session::{Failure, Received, Session, Task};

/// Check a model and data for it, and list all findings
#[derive(Debug, Args)]
pub(crate) struct Check {
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
    /// The language of messages: en, fr, es, ar, zh, ru. Of a model without data: list its texts that are not yet translated into it;
    /// the exit status is 1 if there are any
    #[arg(long, value_name = "LANGUAGE")]
    language: Option<String>,
    /// Layer forms of different operators, periods or currencies
    #[arg(long)]
    blend: bool,
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

/// What is printed for programs.
#[derive(Serialize)]
struct Found<'s> {
    /// One for each workbook.
    receipts: &'s [Received],
    /// What is wrong, or worth a look.
    diagnostics: Vec<Message>,
}

impl Check {
    /// Checks the model; and with data, all that a run would say of them.
    pub(crate) fn run(self, session: &mut Session) -> Result<Verdict, Failure> {
        session.blend = self.blend;
        if let Some(path) = &self.output {
            session.files.takes_form(path)?;
            self.takes_mapping(path)?;
            refuse_over_input(path, self.files.iter().chain(&self.map))?;
        }
        let translations = Task::translations_of(session.files, &self.files).filter(|_| self.settings.is_empty());
        match (&self.language, translations) {
            (Some(language), Some(tables)) => return self.print_untranslated(session, tables, language),
            (language, _) => language.iter().try_for_each(|language| session.speak(language))?,
        }
        let model = self.checked(session)?;
        match self.format {
            Format::Text => print_for_people(session, model.as_ref()),
            Format::Json => print_for_programs(session),
            Format::Markdown => {
                print(&write_findings(&session.sources, &session.diagnostics))?;
                Ok(Verdict::of(&session.diagnostics))
            }
        }
    }

    /// The model, unless it is wrong; the session has all that was found.
    fn checked(&self, session: &mut Session) -> Result<Option<Model>, Failure> {
        let task = Task::open(session.files, &self.files, self.map.as_deref())?;
        if !task.has_data() && self.settings.is_empty() {
            return Ok(session.check(&task.model));
        }
        match &self.output {
            None => session.question(task, &self.settings),
            Some(path) if self.map.is_some() => session.return_mapping(task, &self.settings, path),
            Some(path) => session.return_form(task, &self.settings, path),
        }
    }

    /// Findings about an operator's own files go back in the workbook of their mapping.
    fn takes_mapping(&self, path: &str) -> Result<(), Failure> {
        if self.map.is_some() && !path.ends_with(".xlsx") {
            return Err(Failure::new(format!("`{path}` is not a workbook"))
                .help("name a file ending in .xlsx to which the mapping is written"));
        }
        Ok(())
    }

    /// Lists what the forms of a model say in no other language than English.
    fn print_untranslated(&self, session: &mut Session, tables: &[String], language: &str) -> Result<Verdict, Failure> {
        session.speak(language).or_else(|failure| if tables.is_empty() { Err(failure) } else { Ok(()) })?;
        let untranslated = session.untranslated(&self.files[0], tables, language)?;
        if let Some(untranslated) = &untranslated {
            print(&draw_untranslated(untranslated, language))?;
        }
        let is_complete = untranslated.is_none_or(|untranslated| untranslated.texts.is_empty());
        Ok(if is_complete { conclude(session) } else { conclude(session).max(Verdict::Wrong) })
    }
}

fn print_for_people(session: &Session, model: Option<&Model>) -> Result<Verdict, Failure> {
    session.received.iter().try_for_each(|received| print(&draw_receipt(received, &session.language)))?;
    if session.diagnostics.is_empty() {
        print(&model.map_or_else(String::new, |model| draw_no_mistakes(model, &session.language)))?;
    }
    Ok(conclude(session))
}

fn print_for_programs(session: &Session) -> Result<Verdict, Failure> {
    let diagnostics = messages(&session.sources, &session.diagnostics);
    print(&write_json(&Found { receipts: &session.received, diagnostics }))?;
    Ok(Verdict::of(&session.diagnostics))
}
