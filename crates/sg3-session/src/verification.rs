//! Compares a workbook of live formulas that comes back with what was delivered.

mod data;
mod effect;

pub use data::{Change, Effect, OwnFigure, Verification};

use crate::failure::Failure;
use crate::layers::open::open_all;
use crate::portion::Portion;
use crate::provenance::edition_of_model;
use crate::session::Session;
use crate::task::Task;
use sg3_language::translate_model;
use sg3_live::verify;
use sg3_live::verify::{Comparison, SheetCells};
use sg3_live::{Provenance, WorkbookVersion};
use sg3_report::Computed;
use sg3_workbook::Workbook;

/// A workbook that came back, and what it says of itself.
#[derive(Clone, Copy)]
struct Delivered<'r> {
    sheets: &'r [SheetCells],
    edition: &'r Provenance,
    version: WorkbookVersion,
}

impl Session<'_> {
    /// Compares a workbook with a fresh one, made of the model and data that are named, else of those that it names and holds itself.
    /// Nothing if the model is wrong.
    pub fn verify(&mut self, workbook: &str, names: &[String]) -> Result<Option<Verification>, Failure> {
        let mut opened = Workbook::open(self.files.read(workbook)?, workbook)?;
        let sheets = &verify::read_sheets(&mut opened)?;
        let model = verify::find_model(&opened, sheets).ok_or_else(|| not_live(workbook))?;
        let edition = &verify::read_provenance(sheets);
        let language = verify::find_language(&opened, sheets);
        let versions = verify::find_version(&opened).map_or(WorkbookVersion::ALL.to_vec(), |version| vec![version]);
        let reader = self.language.clone();
        self.speak(language.as_deref().unwrap_or("en"))?;
        let nearest = self.nearest(&versions, names, (&model, workbook), (sheets, edition));
        self.language = reader;
        let Some((computed, comparison)) = nearest? else { return Ok(None) };
        let against_itself = Task::data_of(self.files, names).is_empty();
        let is_excerpt = against_itself && !Portion::of_options(&edition.portion).areas.is_empty();
        let plain = verification(workbook, edition, &computed, comparison, is_excerpt);
        let now = edition_of_model(self.files, &self.sources, &computed.model, None);
        Ok(Some(Verification {
            same_model: digests(&now) == digests(edition),
            libraries_now: editions(&now),
            against_itself,
            ..plain
        }))
    }

    /// What a fresh workbook of the version that is nearest differs in, in the language of the session; nothing if the model is wrong.
    fn nearest(
        &mut self,
        versions: &[WorkbookVersion],
        names: &[String],
        named: (&str, &str),
        (sheets, edition): (&[SheetCells], &Provenance),
    ) -> Result<Option<(Computed, Comparison)>, Failure> {
        let mut nearest: Option<(Computed, Comparison)> = None;
        let found = self.diagnostics.clone();
        for version in versions.iter().copied() {
            self.diagnostics = found.clone();
            let delivered = Delivered { sheets, edition, version };
            let Some(computed) = self.delivered(names, named, delivered)? else { return Ok(None) };
            let comparison = self.compare(&computed, delivered)?;
            if nearest.as_ref().is_none_or(|(_, known)| comparison.changes.len() < known.changes.len()) {
                nearest = Some((computed, comparison));
            }
            if nearest.as_ref().is_some_and(|(_, comparison)| comparison.changes.is_empty()) {
                break;
            }
        }
        Ok(nearest)
    }

    /// The model with the data that are named, else with those that the workbook holds.
    fn delivered(
        &mut self,
        names: &[String],
        named: (&str, &str),
        Delivered { sheets, edition, version }: Delivered,
    ) -> Result<Option<Computed>, Failure> {
        let libraries = Some(editions(edition).join(", ")).filter(|words| !words.is_empty());
        let task = self.delivered_task(names, named, libraries)?;
        let plan = match version {
            WorkbookVersion::First => sg3_calc::plan_of_first_version,
            _ => sg3_calc::plan,
        };
        if !task.data.is_empty() {
            return self.compute_planned(task, &edition.settings, &|model| Ok(plan(model)));
        }
        self.learn_words_of(&task.model.name)?;
        let Some(model) = self.check(&task.model) else { return Ok(None) };
        let model = translate_model(&model, &self.language);
        let inputs = verify::read_inputs(sheets, &model);
        let results = sg3_calc::evaluate(&model, &plan(&model), &inputs);
        Ok(Some(Computed { model, inputs, results }))
    }

    fn delivered_task(
        &self,
        names: &[String],
        (named, workbook): (&str, &str),
        libraries: Option<String>,
    ) -> Result<Task, Failure> {
        let data = Task::data_of(self.files, names);
        let model = match names.first().filter(|_| data.len() < names.len()) {
            Some(model) => self.files.model(model)?,
            None => self.files.model_named_in(named, workbook, libraries)?,
        };
        Ok(Task { model, data: open_all(self.files, data)? })
    }

    fn compare(
        &self,
        computed: &Computed,
        Delivered { sheets, edition, version }: Delivered,
    ) -> Result<Comparison, Failure> {
        let drawn = self.draw_live(&Portion::of_options(&edition.portion), computed, edition, version, Some(sheets))?;
        let mut fresh = Workbook::open(drawn.bytes, "a fresh workbook")?;
        let fresh = verify::read_sheets(&mut fresh)?;
        let Some(selection) = &drawn.selection else {
            return Ok(verify::compare(&drawn.book, &computed.inputs, &fresh, sheets));
        };
        let comparison = verify::compare(&drawn.book, &selection.inputs, &fresh, sheets);
        let own = comparison.own.into_iter().map(|entered| selection.of_whole(computed, entered)).collect();
        Ok(Comparison { own, ..comparison })
    }
}

/// What tells the texts of a model from others, whatever they are called.
fn digests(edition: &Provenance) -> Vec<&str> {
    edition.documents.iter().map(|document| &*document.sha256).collect()
}

fn editions(edition: &Provenance) -> Vec<String> {
    edition.libraries.iter().map(|library| library.edition.clone()).collect()
}

/// The comparison as plain data, with the effects worked out.
///
/// Of some members alone the engine does not know the results: what figures do is then seen in the workbook, or with the data of all.
fn verification(
    workbook: &str,
    edition: &Provenance,
    computed: &Computed,
    comparison: Comparison,
    is_excerpt: bool,
) -> Verification {
    let changes: Vec<Change> = comparison.changes.into_iter().map(change).collect();
    let figures = comparison.own.iter().map(|own| effect::replacing_figure(computed, own));
    let figures: Vec<OwnFigure> = if is_excerpt {
        figures.map(|figure| OwnFigure { changes_most: None, ..figure }).collect()
    } else {
        figures.collect()
    };
    let results = (!is_excerpt).then(|| effect::results_with(computed, &comparison.own));
    Verification {
        workbook: workbook.to_owned(),
        model: computed.model.name.clone(),
        libraries: editions(edition),
        libraries_now: Vec::new(),
        written: edition.written.clone(),
        same_model: true,
        against_itself: false,
        is_unchanged: changes.iter().all(|change| change.harmless),
        changes,
        figures,
        is_excerpt,
        results: results.as_ref().map(|results| effect::differences(computed, results)).unwrap_or_default(),
        failing: results.as_ref().map(|results| effect::failing_checks(computed, results)).unwrap_or_default(),
    }
}

fn change(change: verify::Change) -> Change {
    Change {
        kind: change.kind.label(),
        harmless: change.kind.is_harmless(),
        sheet: change.sheet,
        at: change.at,
        what: change.what,
        was: change.was,
        is: change.is,
    }
}

fn not_live(path: &str) -> Failure {
    Failure::new(format!("`{path}` is not a workbook that `sg3 run MODEL DATA -o result.xlsx` wrote"))
        .help("to read a filled form, use `sg3 check`")
}
