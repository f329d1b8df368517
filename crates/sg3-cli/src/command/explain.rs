//! `sg3 explain MODEL DATA... FIGURE`

use super::verdict::{Verdict, conclude};
use crate::io::terminal::print;
use crate::view::explanation::draw_explanation;
use clap::{Args, ValueEnum};
use sg3_report::write_json;
use sg3_session::{ExplainedFigure, Failure, Figure, Session, Task, explain};

/// Show how a figure is derived, down to its input cells
#[derive(Debug, Args)]
#[command(override_usage = "sg3 explain [OPTIONS] <MODEL> [DATA]... <FIGURE>")]
pub(crate) struct Explain {
    /// A model, data files (a filled form alone identifies its model), and last the figure: `tariff[urban]`
    #[arg(required = true, value_name = "MODEL DATA FIGURE")]
    words: Vec<String>,
    /// Set an input, overriding all files: `wacc=0.11`, `minutes[urban]=5`
    #[arg(long = "set", value_name = "NAME=VALUE")]
    settings: Vec<String>,
    /// A mapping by which source workbooks other than forms are read (see `sg3 map`)
    #[arg(long, value_name = "MAPPING")]
    map: Option<String>,
    /// Number of levels of formulas to show
    #[arg(long, value_name = "N", default_value_t = 5)]
    depth: usize,
    /// Layer forms of different operators, periods or currencies
    #[arg(long)]
    blend: bool,
    /// The language of labels and messages, or two side by side: en, fr, es, ar, zh, ru; `ar-EG` for its digits
    #[arg(long, value_name = "LANGUAGE")]
    language: Option<String>,
    /// Output format
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

/// How the figure is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Text for reading
    Text,
    /// JSON for other programs
    Json,
}

impl Explain {
    /// Computes, and prints the tree.
    pub(crate) fn run(self, session: &mut Session) -> Result<Verdict, Failure> {
        session.blend = self.blend;
        self.language.iter().try_for_each(|language| session.speak(language))?;
        let (words, files) = self.words.split_last().filter(|(_, files)| !files.is_empty()).ok_or_else(too_few)?;
        let figure = Figure::parse(words).ok_or_else(|| not_a_figure(words))?;
        let task = Task::open(session.files, files, self.map.as_deref())?;
        if let Some(computed) = session.compute(task, &self.settings, std::slice::from_ref(&figure.name))? {
            let explained = explain(&computed, &figure, self.depth)?;
            print(&match self.format {
                Format::Text => draw_explanation(&explained, self.depth, &computed, session),
                Format::Json => write_json(&ExplainedFigure::of(&explained, &session.sources)),
            })?;
        }
        Ok(conclude(session))
    }
}

fn not_a_figure(words: &str) -> Failure {
    Failure::new(format!("`{words}` is not a figure")).help("for example `tariff[urban]`")
}

fn too_few() -> Failure {
    Failure::new("a model and a figure are needed").help("for example `sg3 explain MODEL DATA 'tariff[urban]'`")
}
