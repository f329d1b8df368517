//! Results as a workbook of live formulas: what is wanted of the model, and why it may not fit.

use crate::report::number;
use crate::session::{Computed, Session, Task};
use crate::trouble::Trouble;
use crate::{edition, layers};
use clap::Args;
use sg3_calc::Value;
use sg3_lang::Model;
use sg3_lang::model::{Kind, QuantityId};
use sg3_live::{Book, Edition, MOST_FORMULAS, Material, NotLive};

const PART: &str = "--part ";
const OUTPUTS_ONLY: &str = "--outputs-only";

/// The part of a model written to a workbook
#[derive(Debug, Clone, Default, Args)]
pub struct Portion {
    /// In a workbook: only this output or heading, with everything it depends on
    #[arg(long = "part", value_name = "OUTPUT")]
    parts: Vec<String>,
    /// In a workbook: only outputs, with everything they depend on, without checks
    #[arg(long)]
    outputs_only: bool,
    /// In a workbook: the date of writing shown in it; by default today
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    dated: Option<String>,
}

impl Portion {
    /// Whether anything is asked for that only a workbook can do.
    pub fn is_asked(&self) -> bool {
        self.outputs_only || !self.parts.is_empty()
    }

    /// What was asked for, as typed.
    pub fn words(&self) -> Vec<String> {
        let parts = self.parts.iter().map(|part| format!("{PART}{part}"));
        parts.chain(self.outputs_only.then(|| OUTPUTS_ONLY.to_owned())).collect()
    }

    /// From what was asked for, as typed.
    pub fn of_words(words: &[String]) -> Portion {
        let parts = words.iter().filter_map(|word| word.strip_prefix(PART).map(str::to_owned)).collect();
        Portion { parts, outputs_only: words.iter().any(|word| word == OUTPUTS_ONLY), dated: None }
    }

    /// The workbook of a run, as it was made from these files, by a mapping and with settings.
    pub fn write(
        &self,
        computed: &Computed,
        session: &Session,
        files: &[String],
        mapping: Option<&String>,
        settings: &[String],
    ) -> Result<Drawn, Trouble> {
        let plain = edition::of_model(&session.sources, &computed.model, self.dated.clone());
        let (data, mappings) = (edition::files(Task::data_of(files))?, edition::files(mapping)?);
        let (settings, mistakes) = (settings.to_vec(), edition::mistakes(&session.diagnostics));
        let edition = Edition { data, mappings, settings, mistakes, ..plain };
        self.draw(computed, session, &edition)
    }

    /// The workbook. Where the whole is more than programs can bear, what neither results nor checks need is left out.
    pub fn draw(&self, computed: &Computed, session: &Session, edition: &Edition) -> Result<Drawn, Trouble> {
        let Computed { model, inputs, results } = computed;
        let material = Material { model, sources: &session.sources, inputs, results };
        let wanted = self.wanted(computed)?;
        let mut left_out = Vec::new();
        let book = match sg3_live::book(material, &wanted, !self.is_asked()) {
            Err(NotLive::TooMany(_) | NotLive::TooLarge(..)) if !self.is_asked() => {
                let book = sg3_live::book(material, &outputs(model), true).map_err(|reason| self.refusal(reason))?;
                left_out = wanted.into_iter().filter(|id| book.of_quantity(*id).is_none()).collect();
                book
            }
            book => book.map_err(|reason| self.refusal(reason))?,
        };
        let note = without(model, &left_out);
        let portion = self.words().into_iter().chain(note.clone()).collect();
        let edition = Edition { portion, ..edition.clone() };
        let bytes = sg3_live::workbook(&book, material, &edition);
        // its results are all outputs
        let of_outputs = |reason| Portion { outputs_only: true, ..self.clone() }.refusal(reason);
        let bytes = bytes.map_err(of_outputs)?;
        Ok(Drawn { book, bytes, note })
    }

    fn wanted(&self, computed: &Computed) -> Result<Vec<QuantityId>, Trouble> {
        let model = &computed.model;
        if !self.is_asked() {
            return Ok(model.quantity_ids().filter(|id| computed.results.array(*id).is_some()).collect());
        }
        let outputs = outputs(model);
        if self.parts.is_empty() {
            return Ok(outputs);
        }
        let mut wanted = Vec::new();
        for part in &self.parts {
            let before = wanted.len();
            wanted.extend(outputs.iter().copied().filter(|id| is_part(model, *id, part)));
            if wanted.len() == before {
                return Err(no_part(model, part));
            }
        }
        Ok(wanted)
    }
}

impl Portion {
    fn refusal(&self, reason: NotLive) -> Trouble {
        match reason {
            NotLive::TooMany(count) => Trouble::new(format!(
                "the workbook would have {} formulas; spreadsheet programs can handle at most {}",
                number::shown(count as f64),
                number::shown(MOST_FORMULAS as f64)
            ))
            .help(self.way_out()),
            NotLive::TooLarge(sheet, rows, columns) => Trouble::new(format!(
                "the sheet {sheet} would have {} rows and {} columns; a sheet is limited to 1,048,576 and 16,384",
                number::shown(rows as f64),
                number::shown(columns as f64)
            ))
            .help(self.way_out()),
            NotLive::Obstacles(obstacles) => {
                let told = obstacles.iter().map(|obstacle| format!("`{}`: {}", obstacle.quantity, obstacle.reason));
                let told = told.collect::<Vec<_>>().join("; ");
                Trouble::new(format!("some formulas cannot be written in a workbook: {told}"))
                    .help("ask for a part without them: `--part OUTPUT`; .json, .csv and .md have all figures")
            }
        }
    }

    /// What can be asked for that is less.
    fn way_out(&self) -> &'static str {
        match (self.outputs_only, self.parts.is_empty()) {
            (_, false) => "ask for fewer parts, or lists with fewer members; .json, .csv and .md have all figures",
            (true, true) => "ask for a part: `--part OUTPUT`; .json, .csv and .md have all figures",
            (false, true) => "ask for outputs alone: `--outputs-only`, or for a part: `--part OUTPUT`",
        }
    }
}

/// A day of the calendar, as typed.
fn day(typed: &str) -> Result<String, String> {
    match layers::value::of_words(&Kind::Date, typed) {
        Value::Date(serial) => Ok(number::day(serial)),
        _ => Err("write the date as 2025-06-30".to_owned()),
    }
}

/// A workbook.
pub struct Drawn {
    /// Which cell holds what.
    pub book: Book,
    /// The file.
    pub bytes: Vec<u8>,
    /// What it has no room for, in words.
    pub note: Option<String>,
}

fn without(model: &Model, left_out: &[QuantityId]) -> Option<String> {
    let names: Vec<&str> = left_out.iter().map(|id| &*model.quantity(*id).name).collect();
    let names = names.join("`, `");
    (!names.is_empty()).then(|| {
        format!("without `{names}`: no result and no check depends on it, and the workbook would exceed its limits")
    })
}

fn outputs(model: &Model) -> Vec<QuantityId> {
    model.outputs().map(|(id, _)| id).collect()
}

/// Whether an output has this name, or stands under this heading.
fn is_part(model: &Model, id: QuantityId, part: &str) -> bool {
    let quantity = model.quantity(id);
    let heading = model.sections.get(quantity.section).map(|section| &section.title);
    *quantity.name == *part || heading.is_some_and(|heading| heading.eq_ignore_ascii_case(part))
}

fn no_part(model: &Model, part: &str) -> Trouble {
    let names = model.outputs().map(|(_, quantity)| &*quantity.name);
    let near = sg3_lang::diagnostic::near_miss(part, names);
    Trouble::new(format!("there is no output and no heading with outputs named `{part}`"))
        .help(near.unwrap_or_else(|| "`sg3 show MODEL` lists the outputs".to_owned()))
}
