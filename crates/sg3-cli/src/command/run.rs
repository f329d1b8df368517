//! `sg3 run MODEL DATA...`

use super::format::Format;
use super::portion::PortionArguments;
use super::verdict::{Verdict, conclude};
use crate::io::overwrite::refuse_over_input;
use crate::io::terminal::{print, print_message};
use clap::Args;
use sg3_lang::diagnostic::near_miss;
use sg3_lang::model::QuantityId;
use sg3_report::{Computed, Report, write_csv_folder};
use sg3_session::{Failure, Portion, RunFiles, Session, Task};

/// Compute the results of a model from data
#[derive(Debug, Args)]
pub(crate) struct Run {
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
    /// The language of tables, documents, workbooks and messages, or two side by side: en, fr, es, ar, zh, ru; `ar-EG` for its digits
    #[arg(long, value_name = "LANGUAGE")]
    language: Option<String>,
    /// Show the evidence on which the outputs rest: audited, measured, estimated, ... (tables and JSON)
    #[arg(long)]
    evidence: bool,
    /// Layer forms of different operators, periods or currencies
    #[arg(long)]
    blend: bool,
    /// Output format
    #[arg(long, value_enum)]
    format: Option<Format>,
    #[command(flatten)]
    portion: PortionArguments,
}

impl Run {
    /// Computes and prints.
    pub(crate) fn run(self, session: &mut Session) -> Result<Verdict, Failure> {
        session.blend = self.blend;
        self.language.iter().try_for_each(|language| session.speak(language))?;
        let format = if self.is_live() { None } else { Some(self.format()?) };
        self.output.iter().try_for_each(|path| refuse_over_input(path, self.files.iter().chain(&self.map)))?;
        let task = Task::open(session.files, &self.files, self.map.as_deref())?;
        if let Some(computed) = session.compute(task, &self.settings, &self.only)? {
            self.deliver(session, &computed, format)?;
        }
        Ok(conclude(session))
    }

    /// Writes or prints what was computed.
    fn deliver(&self, session: &Session, computed: &Computed, format: Option<Format>) -> Result<(), Failure> {
        match (format, &self.output) {
            (None, Some(path)) => self.write_workbook(session, computed, path),
            (_, Some(path)) if is_folder(path) && self.format.is_none() => {
                let report = report_of(session, computed, &self.wanted(computed, true)?);
                session.files.write_folder(path, &write_csv_folder(&report))
            }
            (format, _) => self.write_report(session, computed, format.unwrap_or(Format::Table)),
        }
    }

    fn write_workbook(&self, session: &Session, computed: &Computed, path: &str) -> Result<(), Failure> {
        let (names, mapping, settings) = (&*self.files, self.map.as_ref(), &*self.settings);
        let run = RunFiles { names, mapping, settings, dated: self.portion.dated.clone() };
        let workbook = session.live_workbook(&self.portion.portion(), computed, &run)?;
        session.files.write(path, &workbook.bytes)?;
        workbook.note.iter().for_each(|note| print_message(&format!("note: {path} is {note}\n")));
        Ok(())
    }

    fn write_report(&self, session: &Session, computed: &Computed, format: Format) -> Result<(), Failure> {
        let report = report_of(session, computed, &self.wanted(computed, format == Format::Json)?);
        let report = if self.evidence { report.with_evidence(computed) } else { report };
        let text = format.write(&report, self.output.is_none());
        match &self.output {
            Some(path) => session.files.write(path, text.as_bytes()),
            None => print(&text),
        }
    }

    /// What is named; else the outputs, or for other programs everything.
    fn wanted(&self, computed: &Computed, everything: bool) -> Result<Vec<QuantityId>, Failure> {
        if self.only.is_empty() && !everything {
            return Ok(computed.model.outputs().map(|(id, _)| id).collect());
        }
        self.only.iter().map(|name| named(computed, name)).collect()
    }

    /// Whether the file is a workbook of live formulas.
    fn is_live(&self) -> bool {
        self.format.is_none() && self.output.as_ref().is_some_and(|path| path.to_lowercase().ends_with(".xlsx"))
    }

    fn format(&self) -> Result<Format, Failure> {
        if self.portion.portion() != Portion::default() {
            return Err(Failure::new("`--part`, `--outputs-only` and `--areas` apply to workbooks only")
                .help("add `-o result.xlsx`"));
        }
        let by_ending = self.output.as_deref().filter(|path| !is_folder(path)).map(Format::of_file).transpose()?;
        Ok(self.format.or(by_ending).unwrap_or(Format::Table))
    }
}

/// Whether a path is meant as a folder.
fn is_folder(path: &str) -> bool {
    path.ends_with(['/', '\\'])
}

fn report_of(session: &Session, computed: &Computed, wanted: &[QuantityId]) -> Report {
    Report::of(computed, &session.sources, &session.diagnostics, wanted).in_language(&session.language)
}

fn named(computed: &Computed, name: &str) -> Result<QuantityId, Failure> {
    computed.model.find_quantity(name).ok_or_else(|| {
        let names = computed.model.quantities.iter().map(|quantity| &*quantity.name);
        Failure::new(format!("the model has no `{name}`")).maybe_help(near_miss(name, names))
    })
}
