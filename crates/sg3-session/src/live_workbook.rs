//! Results as a workbook of live formulas: what is wanted of the model, and why it may not fit.

use crate::excerpt::Selection;
use crate::failure::Failure;
use crate::portion::Portion;
use crate::provenance::{digests, edition_of_model, mistakes};
use crate::session::Session;
use crate::task::Task;
use sg3_calc::display_number;
use sg3_lang::Model;
use sg3_lang::diagnostic::near_miss;
use sg3_lang::model::QuantityId;
use sg3_live::verify::SheetCells;
use sg3_live::{Book, MOST_FORMULAS, Material, NotLive, Provenance, WorkbookVersion, build_book, write_workbook};
use sg3_report::Computed;

/// From what a run was made, as it is told in its workbook.
#[derive(Debug, Clone)]
pub struct RunFiles<'r> {
    /// Names of the model and of files of data.
    pub names: &'r [String],
    /// File of the mapping, where the data are an operator's own workbooks.
    pub mapping: Option<&'r String>,
    /// Settings over all files, as typed.
    pub settings: &'r [String],
    /// The day of writing; today if none is named.
    pub dated: Option<String>,
}

/// A workbook of live formulas.
pub struct LiveWorkbook<'s> {
    /// Which cell holds what.
    pub(crate) book: Book,
    /// The workbook to write, an `.xlsx`.
    pub bytes: Vec<u8>,
    /// What it has no room for, in words.
    pub note: Option<String>,
    /// The members that it has, where it does not have all.
    pub(crate) selection: Option<Selection<'s>>,
}

impl Session<'_> {
    /// The workbook of a run.
    pub fn live_workbook(
        &self,
        portion: &Portion,
        computed: &Computed,
        run: &RunFiles,
    ) -> Result<LiveWorkbook<'static>, Failure> {
        let data = digests(self.files, Task::data_of(self.files, run.names))?;
        let mappings = digests(self.files, run.mapping.map(std::slice::from_ref).unwrap_or_default())?;
        let (settings, mistakes) = (run.settings.to_vec(), mistakes(&self.diagnostics));
        let plain = edition_of_model(self.files, &self.sources, &computed.model, run.dated.clone());
        let edition = Provenance { data, mappings, settings, mistakes, ..plain };
        self.draw_live(portion, computed, &edition, WorkbookVersion::default(), None)
    }

    /// The workbook of an edition. Where the whole is more than programs can bear, what neither results nor checks need is left out.
    pub(crate) fn draw_live<'s>(
        &self,
        portion: &Portion,
        computed: &Computed,
        edition: &Provenance,
        version: WorkbookVersion,
        stored: Option<&'s [SheetCells]>,
    ) -> Result<LiveWorkbook<'s>, Failure> {
        let selection = Selection::of(portion, computed, stored)?;
        let Computed { model, .. } = computed;
        let inputs = selection.as_ref().map_or(&computed.inputs, |selection| &selection.inputs);
        let results = selection.as_ref().map_or(&computed.results, |selection| &selection.results);
        let left_out = selection.as_ref().map(Selection::left_out);
        let (sources, language) = (&self.sources, &self.language);
        let material = Material { model, sources, inputs, results, version, left_out, language };
        let keys = selection.as_ref().map(Selection::keys).unwrap_or_default();
        let portion = &Portion { areas: keys, ..portion.clone() };
        let wanted = wanted(portion, computed)?;
        let mut not_needed = Vec::new();
        let book = match build_book(material, &wanted, !portion.is_asked()) {
            Err(NotLive::TooMany(_) | NotLive::TooLarge(..)) if !portion.is_asked() => {
                let book =
                    build_book(material, &outputs(model), true).map_err(|reason| refusal(portion, model, reason))?;
                not_needed = wanted.into_iter().filter(|id| book.of_quantity(*id).is_none()).collect();
                book
            }
            book => book.map_err(|reason| refusal(portion, model, reason))?,
        };
        let note = without(model, &not_needed);
        let left_out = selection.as_ref().map(|selection| selection.digest(model, &book));
        let edition = Provenance {
            left_out,
            portion: portion.options().into_iter().chain(note.clone()).collect(),
            ..edition.clone()
        };
        // its results are all outputs
        let of_outputs = Portion { outputs_only: true, ..portion.clone() };
        let bytes = write_workbook(&book, material, &edition).map_err(|reason| refusal(&of_outputs, model, reason))?;
        Ok(LiveWorkbook { book, bytes, note, selection })
    }
}

/// The quantities that a portion asks for.
fn wanted(portion: &Portion, computed: &Computed) -> Result<Vec<QuantityId>, Failure> {
    let model = &computed.model;
    if !portion.is_asked() {
        return Ok(model.quantity_ids().filter(|id| computed.results.array(*id).is_some()).collect());
    }
    let outputs = outputs(model);
    if portion.parts.is_empty() {
        return Ok(outputs);
    }
    let mut wanted = Vec::new();
    for part in &portion.parts {
        let before = wanted.len();
        wanted.extend(outputs.iter().copied().filter(|id| is_part(model, *id, part)));
        if wanted.len() == before {
            return Err(no_part(model, part));
        }
    }
    Ok(wanted)
}

fn refusal(portion: &Portion, model: &Model, reason: NotLive) -> Failure {
    match reason {
        NotLive::TooMany(count) => Failure::new(format!(
            "the workbook would have {} formulas; spreadsheet programs can handle at most {}",
            display_number(count as f64),
            display_number(MOST_FORMULAS as f64)
        ))
        .help(way_out(portion, model)),
        NotLive::TooLarge(sheet, rows, columns) => Failure::new(format!(
            "the sheet {sheet} would have {} rows and {} columns; a sheet is limited to 1,048,576 and 16,384",
            display_number(rows as f64),
            display_number(columns as f64)
        ))
        .help(way_out(portion, model)),
        NotLive::Obstacles(obstacles) => {
            let causes = obstacles.iter().map(|obstacle| format!("`{}`: {}", obstacle.quantity, obstacle.reason));
            let causes = causes.collect::<Vec<_>>().join("; ");
            Failure::new(format!("some formulas cannot be written in a workbook: {causes}"))
                .help("ask for a part without them: `--part OUTPUT`; .json, .csv and .md have all figures")
        }
    }
}

/// What can be asked for that is less.
fn way_out(portion: &Portion, model: &Model) -> &'static str {
    if portion.areas.is_empty() && model.alike_dimensions().next().is_some() {
        return "ask for some of the areas, with the others by what they come to: `--areas 10`";
    }
    match (portion.outputs_only, portion.parts.is_empty()) {
        (_, false) => "ask for fewer parts, or lists with fewer members; .json, .csv and .md have all figures",
        (true, true) => "ask for a part: `--part OUTPUT`; .json, .csv and .md have all figures",
        (false, true) => "ask for outputs alone: `--outputs-only`, or for a part: `--part OUTPUT`",
    }
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

fn no_part(model: &Model, part: &str) -> Failure {
    let names = model.outputs().map(|(_, quantity)| &*quantity.name);
    let near = near_miss(part, names);
    Failure::new(format!("there is no output and no heading with outputs named `{part}`"))
        .help(near.unwrap_or_else(|| "`sg3 show MODEL` lists the outputs".to_owned()))
}
