//! `sg3 verify result.xlsx`

use crate::session::{Computed, Session, Task};
use crate::trouble::{Trouble, Verdict};
use crate::verification::Verification;
use crate::workbook::Portion;
use crate::{edition, layers, output, world};
use clap::{Args, ValueEnum};
use sg3_live::Edition;
use sg3_live::verify;
use sg3_live::verify::Page;
use sg3_workbook::{Refusal, Workbook};

/// Show what was changed in a workbook of live formulas, and the effect of the changes on the results
///
/// The workbook is compared with a fresh one, made from the model that it names and the data that it contains; name a model
/// and data to compare with those instead.
#[derive(Debug, Args)]
pub struct Verify {
    /// The returned workbook
    #[arg(value_name = "RESULT.xlsx")]
    workbook: String,
    /// A model and data files
    #[arg(value_names = ["MODEL", "DATA"])]
    files: Vec<String>,
    /// Output format
    #[arg(long, value_enum, default_value = "table")]
    format: Format,
}

/// How it is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Tables for reading
    Table,
    /// JSON for other programs
    Json,
}

impl Verify {
    /// Compares and prints.
    pub fn run(self) -> Result<Verdict, Trouble> {
        let mut workbook = Workbook::open(world::bytes(&self.workbook)?, &self.workbook).map_err(trouble)?;
        let returned = sg3_live::verify::pages(&mut workbook).map_err(trouble)?;
        let named = verify::live_model(&workbook, &returned).ok_or_else(|| not_live(&self.workbook))?;
        let mut session = Session::default();
        let edition = verify::stored_edition(&returned);
        let Some(computed) = self.computed(&mut session, &named, &returned, &edition)? else {
            return Ok(session.finish());
        };
        let now = edition::of_model(&session.sources, &computed.model, None);
        let is_same_model = now.documents == edition.documents;
        let portion = Portion::of_words(&edition.portion);
        let drawn = portion.draw(&computed, &session, &edition)?;
        let mut fresh = Workbook::open(drawn.bytes, "a fresh workbook").map_err(trouble)?;
        let fresh = sg3_live::verify::pages(&mut fresh).map_err(trouble)?;
        let comparison = verify::compare(&drawn.book, &computed.inputs, &fresh, &returned);
        let known = (is_same_model, Task::data_of(&self.files).is_empty());
        let verification = Verification::of(&self.workbook, &edition, known, &computed, comparison);
        output::print(&match self.format {
            Format::Table => verification.table(),
            Format::Json => verification.json(),
        })?;
        Ok(if verification.is_unchanged { Verdict::Fine } else { Verdict::Wrong })
    }

    /// The model with the data that are named, else with those that the workbook holds.
    fn computed(
        &self,
        session: &mut Session,
        named: &str,
        returned: &[Page],
        edition: &Edition,
    ) -> Result<Option<Computed>, Trouble> {
        let files = if self.files.is_empty() { vec![named.to_owned()] } else { self.files.clone() };
        let task = match Task::data_of(&files).len() == files.len() {
            true => Task { text: world::model(named)?, data: open(&files)? },
            false => Task { text: world::model(&files[0])?, data: open(&files[1..])? },
        };
        if !task.data.is_empty() {
            return session.compute(task, &edition.settings);
        }
        let Some(model) = session.check(&task.text) else { return Ok(None) };
        let inputs = verify::stored_inputs(returned, &model);
        let results = sg3_calc::evaluate(&model, &sg3_calc::plan(&model), &inputs);
        Ok(Some(Computed { model, inputs, results }))
    }
}

fn open(paths: &[String]) -> Result<Vec<layers::Data>, Trouble> {
    paths.iter().map(|path| layers::open(path)).collect()
}

fn trouble(refusal: Refusal) -> Trouble {
    Trouble::new(refusal.message).help(refusal.remedy)
}

fn not_live(path: &str) -> Trouble {
    Trouble::new(format!("`{path}` is not a workbook that `sg3 run MODEL DATA -o result.xlsx` wrote"))
        .help("to read a filled form, use `sg3 check`")
}
