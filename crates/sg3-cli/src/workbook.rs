//! Results as a workbook of live formulas: what is wanted of the model, and why it may not fit.

use crate::session::{Computed, Session};
use crate::trouble::Trouble;
use clap::Args;
use sg3_lang::Model;
use sg3_lang::model::QuantityId;
use sg3_sheet::live::{self, MOST_FORMULAS, Material, NotLive};

/// What of a model goes into a workbook
#[derive(Debug, Args)]
pub struct Portion {
    /// In a workbook: only this output or heading with all that it needs
    #[arg(long = "part", value_name = "OUTPUT")]
    parts: Vec<String>,
    /// In a workbook: only outputs with all that they need, no checks
    #[arg(long)]
    outputs_only: bool,
}

impl Portion {
    /// Whether anything is asked for that only a workbook can do.
    pub fn is_asked(&self) -> bool {
        self.outputs_only || !self.parts.is_empty()
    }

    /// The bytes of the workbook.
    pub fn write(&self, computed: &Computed, session: &Session) -> Result<Vec<u8>, Trouble> {
        let Computed { model, inputs, results } = computed;
        let material = Material { model, sources: &session.sources, inputs, results };
        let wanted = self.wanted(computed)?;
        let book = live::book(material, &wanted, !self.is_asked()).map_err(refusal)?;
        Ok(live::workbook(&book, material))
    }

    fn wanted(&self, computed: &Computed) -> Result<Vec<QuantityId>, Trouble> {
        let model = &computed.model;
        if !self.is_asked() {
            return Ok(model.quantity_ids().filter(|id| computed.results.array(*id).is_some()).collect());
        }
        let outputs: Vec<QuantityId> = model.outputs().map(|(id, _)| id).collect();
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

fn refusal(reason: NotLive) -> Trouble {
    match reason {
        NotLive::TooMany(count) => Trouble::new(format!(
            "the workbook would have {count} formulas; {MOST_FORMULAS} are the most that programs can bear"
        ))
        .help("ask for a part: `--part OUTPUT`, or `--outputs-only`"),
        NotLive::Obstacles(obstacles) => {
            let told = obstacles.iter().map(|obstacle| format!("`{}`: {}", obstacle.quantity, obstacle.reason));
            Trouble::new(format!(
                "some formulas cannot be written in a workbook: {}",
                told.collect::<Vec<_>>().join("; ")
            ))
            .help("ask for a part without them: `--part OUTPUT`; .json, .csv and .md have all figures")
        }
    }
}
