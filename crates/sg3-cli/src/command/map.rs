//! `sg3 map MODEL SOURCE-FILES -o mapping.xlsx`

use crate::layers::foreign;
use crate::report::plain_table;
use crate::session::Session;
use crate::trouble::{Trouble, Verdict};
use crate::{output, spare, world};
use clap::Args;
use sg3_form::Respondent;
use sg3_lang::model::Owner;
use sg3_lang::{Diagnostics, Model};
use sg3_mapping::Mapping;
use sg3_mapping::{CERTAIN_FROM, Dictionary, Entry, Foreign, Wishes};

/// Propose how an operator's own workbooks fill the inputs of a model
#[derive(Debug, Args)]
pub struct Map {
    /// A model of the catalogue, or a path ending in .md
    model: String,
    /// The operator's own workbooks and text files, unchanged
    #[arg(required = true, value_name = "SOURCE-FILES")]
    files: Vec<String>,
    /// The mapping to write: .xlsx to review, correct and sign, .csv for version control
    #[arg(short, long, value_name = "MAPPING")]
    output: String,
    /// An earlier mapping to update, such as last year's
    #[arg(long = "map", value_name = "MAPPING")]
    last: Option<String>,
    /// The year of the figures; by default the last year in the files
    #[arg(long)]
    year: Option<i32>,
    /// Map the inputs of all respondents, not only those of the operator
    #[arg(long)]
    everyone: bool,
    /// Additional synonyms: lines of `name,words`
    #[arg(long, value_name = "WORDS.csv")]
    words: Vec<String>,
}

/// What came of it.
struct Outcome {
    mapping: Mapping,
    /// Lines that are as they were, that have moved, that are new; words that are new.
    kept: Option<[usize; 4]>,
}

impl Map {
    /// Proposes, writes, and says how much.
    pub fn run(self) -> Result<Verdict, Trouble> {
        if !self.output.ends_with(".xlsx") && !self.output.ends_with(".csv") {
            return Err(
                Trouble::new(format!("`{}` is not a mapping", self.output)).help("name a file ending in .xlsx or .csv")
            );
        }
        spare::read(&self.output, self.files.iter().chain(&self.last))?;
        if self.last.is_none() {
            spare::filled(&self.output, "a new proposal")?;
        }
        let mut session = Session::default();
        let mut text = world::model(&self.model)?;
        text.name = world::catalogue_name(&text).unwrap_or(text.name);
        if let Some(model) = session.check(&text) {
            self.map(&model, &mut session.diagnostics)?;
        }
        Ok(session.finish())
    }

    fn map(&self, model: &Model, diagnostics: &mut Diagnostics) -> Result<(), Trouble> {
        let dictionary = foreign::dictionary(&self.words, diagnostics)?;
        let mut files = Vec::new();
        for path in &self.files {
            files.extend(foreign::theirs(path, diagnostics)?);
        }
        if files.is_empty() {
            return Ok(());
        }
        let Some(outcome) = self.outcome(model, &files, &dictionary, diagnostics)? else { return Ok(()) };
        self.write(model, &files, &dictionary, &outcome.mapping)?;
        output::print(&summary(&outcome, model, &self.output)?)
    }

    fn outcome(
        &self,
        model: &Model,
        files: &[Foreign],
        dictionary: &Dictionary,
        diagnostics: &mut Diagnostics,
    ) -> Result<Option<Outcome>, Trouble> {
        let respondent = if self.everyone { Respondent::Everyone } else { Respondent::One(Owner::Operator) };
        let wishes = Wishes { year: self.year };
        let Some(last) = &self.last else {
            let mapping = sg3_mapping::propose(model, respondent, files, dictionary, wishes);
            return Ok(Some(Outcome { mapping, kept: None }));
        };
        let last = foreign::mapping(last, diagnostics)?;
        Ok(last.map(|last| {
            let renewed = sg3_mapping::renew(&last, model, respondent, files, dictionary, wishes);
            Outcome { mapping: renewed.mapping, kept: Some([renewed.kept, renewed.moved, renewed.new, renewed.words]) }
        }))
    }

    fn write(
        &self,
        model: &Model,
        files: &[Foreign],
        dictionary: &Dictionary,
        mapping: &Mapping,
    ) -> Result<(), Trouble> {
        let applied = sg3_mapping::apply(mapping, files, model, dictionary, &self.output, &mut Diagnostics::default());
        let sums = &applied.reconciliation;
        match self.output.ends_with(".csv") {
            true => world::write(&self.output, mapping.csv(model, files, sums).as_bytes()),
            false => world::write(&self.output, &mapping.workbook(model, files, sums)),
        }
    }
}

/// How many figures of every input were found, and how surely.
fn summary(outcome: &Outcome, model: &Model, file: &str) -> Result<String, Trouble> {
    let mut rows = Vec::new();
    let lists = model.dimensions.iter().map(|dimension| (&dimension.name, &dimension.label));
    let inputs = model.inputs().map(|(_, quantity, _)| (&quantity.name, &quantity.label));
    for (name, label) in lists.chain(inputs) {
        let of: Vec<&Entry> = outcome.mapping.entries.iter().filter(|entry| entry.figure.input == **name).collect();
        if of.is_empty() {
            continue;
        }
        let count = |is: &dyn Fn(&Entry) -> bool| match of.iter().filter(|entry| is(entry)).count() {
            0 => String::new(),
            count => count.to_string(),
        };
        let certain = |entry: &Entry| !entry.is_open() && entry.confidence.is_none_or(|sure| sure >= CERTAIN_FROM);
        rows.push(vec![
            name.to_string(),
            label.clone(),
            count(&|entry| !entry.confirmed.is_empty()),
            count(&|entry| entry.confirmed.is_empty() && certain(entry)),
            count(&|entry| entry.confirmed.is_empty() && !entry.is_open() && !certain(entry)),
            count(&Entry::is_open),
        ]);
    }
    let table = plain_table(&["Input", "", "Confirmed", "Certain", "Likely", "Open"], rows, &[2, 3, 4, 5]);
    let (words, kept) = (words(&outcome.mapping), outcome.kept.map_or(String::new(), renewed));
    Ok(format!(
        "{table}{words}{kept}Review, correct and confirm `{file}`, then: `sg3 run {} ... --map {file}`\n",
        model.name
    ))
}

/// How many words of theirs have a meaning, and how many have none.
fn words(mapping: &Mapping) -> String {
    let unclear = mapping.meanings.iter().filter(|meaning| meaning.key.is_empty()).count();
    match (mapping.meanings.len() - unclear, unclear) {
        (0, 0) => String::new(),
        (known, 0) => format!("Source terms with a meaning in the model: {known}.\n"),
        (known, unclear) => {
            format!("Source terms with a meaning in the model: {known}; without: {unclear}, see the page `Words`.\n")
        }
    }
}

/// What is as it was, and what is new.
fn renewed([kept, moved, new, words]: [usize; 4]) -> String {
    let first = if new + words > 0 { " New lines come first." } else { "" };
    let words = if words > 0 { format!("; new terms: {words}") } else { String::new() };
    format!("Lines unchanged: {kept}, moved: {moved}, new: {new}{words}.{first}\n")
}
