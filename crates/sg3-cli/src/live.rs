//! The workbook of live formulas, with what it says of itself: which day, which texts, which files.

use crate::report::number;
use crate::session::{Computed, Session};
use crate::trouble::Trouble;
use crate::world;
use sg3_lang::model::{Model, QuantityId};
use sg3_lang::{FileId, Sources};
use sg3_sheet::live::{self, Digest, Edition, Material, NotLive};
use sha2::{Digest as _, Sha256};
use std::time::{SystemTime, UNIX_EPOCH};

/// Days from that on which spreadsheets begin to count to that on which clocks do.
const EPOCH: f64 = 25_569.0;
const SECONDS_OF_A_DAY: u64 = 86_400;
/// More obstacles than this are not read.
const MOST_OBSTACLES: usize = 10;

/// The bytes of the workbook.
pub fn workbook(computed: &Computed, sources: &Sources, edition: &Edition) -> Result<Vec<u8>, Trouble> {
    let Computed { model, inputs, results } = computed;
    let material = Material { model, sources, inputs, results };
    let has_values = |id: &QuantityId| results.array(*id).is_some();
    let wanted: Vec<QuantityId> = model.outputs().map(|(id, _)| id).filter(has_values).collect();
    let book = live::book(material, &wanted, true).map_err(refusal)?;
    Ok(live::workbook(&book, material, edition))
}

/// Which edition of a model and of data it is.
pub fn edition(
    session: &Session,
    model: &Model,
    data: &[String],
    settings: &[String],
    written: Option<String>,
) -> Result<Edition, Trouble> {
    let digest = |path: &String| Ok(Digest { name: path.clone(), sha256: sha256(&world::bytes(path)?) });
    Ok(Edition {
        written: written.unwrap_or_else(today),
        program: concat!("sg3 ", env!("CARGO_PKG_VERSION")).to_owned(),
        documents: documents(&session.sources, model),
        data: data.iter().map(digest).collect::<Result<_, Trouble>>()?,
        settings: settings.to_vec(),
    })
}

/// The texts that a model is made of, in the order in which its parts name them.
fn documents(sources: &Sources, model: &Model) -> Vec<Digest> {
    let mut files: Vec<FileId> = Vec::new();
    let spans = model.quantities.iter().map(|quantity| quantity.span).chain(model.dimensions.iter().map(|it| it.span));
    for file in spans.map(|span| span.file) {
        if !files.contains(&file) {
            files.push(file);
        }
    }
    let digest = |file: FileId| {
        let source = sources.get(file);
        Digest { name: source.name.clone(), sha256: sha256(source.text.as_bytes()) }
    };
    files.into_iter().map(digest).collect()
}

fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The day by the clock of the machine, in universal time.
fn today() -> String {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |past| past.as_secs());
    number::day((seconds / SECONDS_OF_A_DAY) as f64 + EPOCH)
}

fn refusal(reason: NotLive) -> Trouble {
    match reason {
        NotLive::TooMany(formulas) => Trouble::new(format!(
            "the workbook would have {formulas} formulas; it holds at most {}",
            live::MOST_FORMULAS
        )),
        NotLive::Obstacles(obstacles) => {
            let lines = obstacles.iter().take(MOST_OBSTACLES);
            let lines: Vec<String> =
                lines.map(|obstacle| format!("`{}`: {}", obstacle.quantity, obstacle.reason)).collect();
            Trouble::new("the model cannot be written as formulas of a workbook").help(lines.join("\n      "))
        }
    }
}
