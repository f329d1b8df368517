//! The files of an operator in `samples/foreign`, and what is true of them.

use sg3_calc::{Layer, Origin, Value};
use sg3_form::Respondent;
use sg3_lang::model::Owner;
use sg3_lang::{Diagnostics, Library, Model, Sources};
use sg3_mapping::{Dictionary, Mapping, ProposalOptions, SourceFile};
pub(crate) use sg3_tests::root;
use sg3_workbook::Workbook;
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

/// Folder and file.
pub(crate) const OPERATORS: [(&str, &str); 6] = [
    ("bafing", "bafing.xlsx"),
    ("nile", "nile.xlsx"),
    ("jade", "jade.xlsx"),
    ("altiplano", "altiplano.xls"),
    ("savanna", "savanna.xlsx"),
    ("littoral", "littoral.csv"),
];

/// What stands above the counts.
pub(crate) const REPORT: &str = "\
# How good proposals are

Measured on the files of this folder by `tests/mapping`, with the dictionaries of `models/synonyms`. A proposal is right if
it gives the very figure of `figures.csv`. *Precision* is the share of proposals that are right, *recall* the share of figures that are
proposed rightly; what is in doubt is left open. The same people wrote the files and the dictionaries, so expect less of files never seen.

| operator | figures | proposed | precision | recall | called certain | of which right |
|---|--:|--:|--:|--:|--:|--:|
{rows}
The same with every other synonym taken out of the dictionaries, as a file would be whose words nobody foresaw:

| operator | figures | proposed | precision | recall | called certain | of which right |
|---|--:|--:|--:|--:|--:|--:|
{fewer}
Lists are counted by columns: a column is right if it gives every value of the list that is true, thousands of them for the ledger and the register, and
no other. Words are those of their lists that the model names otherwise.

| operator | asked | proposed | precision | recall | called certain | of which right |
|---|--:|--:|--:|--:|--:|--:|
{lists}
## Shapes that nothing is tuned to

Trial balances and registers of [`samples/shapes`](../shapes/README.md), for `top-down/fully-distributed`. Whoever wrote them had read neither the dictionaries nor
this; no head of theirs is in a dictionary because it is there. How mapping works was mended while they were measured, and in every language the
forms of “thousand” and “million” were completed when a Russian shape showed that one was missing, so expect somewhat less of others. A balance is right if the account and its amount to the last digit are; of an asset cost, day and class are asked. Operators' own files are not
published here, so none is counted.

| trial balance | balances | proposed | precision | recall | called certain | of which right |
|---|--:|--:|--:|--:|--:|--:|
{balances}
| register | cost, day, class | proposed | precision | recall | called certain | of which right |
|---|--:|--:|--:|--:|--:|--:|
{registers}
## Proposals that are wrong

";

/// An operator with everything that is needed to map him.
pub(crate) struct Operator {
    pub name: &'static str,
    pub files: Vec<SourceFile>,
    pub model: Model,
    pub dictionary: Dictionary,
}

pub(crate) fn folder() -> PathBuf {
    root().join("samples/foreign")
}

impl Operator {
    pub(crate) fn open((name, file): (&'static str, &'static str)) -> Operator {
        let bytes = fs::read(folder().join(name).join(file)).expect("a file of the samples");
        let mut found = Diagnostics::default();
        let foreign = if file.ends_with(".csv") {
            SourceFile::of_text(&bytes, file, &mut found)
        } else {
            SourceFile::of_workbook(&mut Workbook::open(bytes, file).expect("a workbook"), &mut found)
        };
        assert!(found.is_empty(), "{:?}", found.iter().collect::<Vec<_>>());
        Operator { name, files: vec![foreign], model: model(), dictionary: dictionary(&|_| true) }
    }

    /// The operator whose lists fill the top-down model, from three workbooks.
    pub(crate) fn halmar() -> Operator {
        let open = |file: &str| {
            let bytes = fs::read(folder().join("halmar").join(file)).expect("a file of the samples");
            SourceFile::of_workbook(&mut Workbook::open(bytes, file).expect("a workbook"), &mut Diagnostics::default())
        };
        let files = ["ledger.xlsx", "assets.xlsx", "network.xlsx"].map(open).into();
        let model = model_of("top-down/fully-distributed");
        Operator { name: "halmar", files, model, dictionary: dictionary(&|_| true) }
    }

    /// The same operator, with a dictionary of half the words.
    pub(crate) fn with_fewer_words(self) -> Operator {
        Operator { dictionary: dictionary(&|line| line % 2 == 0), ..self }
    }

    pub(crate) fn confirmed(&self) -> Mapping {
        let text = fs::read_to_string(folder().join(self.name).join("mapping.csv")).expect("a confirmed mapping");
        let mut found = Diagnostics::default();
        let mapping = Mapping::of_text(&text, "mapping.csv", &mut found).expect("a mapping");
        assert!(found.is_empty(), "{:?}", found.iter().collect::<Vec<_>>());
        mapping
    }

    pub(crate) fn proposed(&self) -> Mapping {
        sg3_mapping::propose(
            &self.model,
            Respondent::One(Owner::Operator),
            &self.files,
            &self.dictionary,
            ProposalOptions::default(),
        )
    }

    pub(crate) fn truth(&self) -> BTreeMap<String, f64> {
        let text = fs::read_to_string(folder().join(self.name).join("figures.csv")).expect("true figures");
        let line = |line: &str| {
            let (figure, value) = line.rsplit_once(',')?;
            Some((figure.trim_matches('"').to_owned(), value.parse().ok()?))
        };
        text.lines().filter_map(line).collect()
    }
}

/// The model that the operators answer.
pub(crate) fn model() -> Model {
    model_of("regional/africa")
}

/// A model of the catalogue.
pub(crate) fn model_of(name: &str) -> Model {
    let text = |name: &str| fs::read_to_string(root().join(format!("models/{name}.md"))).ok();
    let mut sources = Sources::default();
    let file = sources.add(name, text(name).expect("a model"));
    let library = Library { functions: sg3_calc::functions::ALL, documents: &|name| text(name).map(Into::into) };
    sg3_lang::check(&mut sources, file, library, &mut Diagnostics::default()).expect("a model without mistakes")
}

/// All languages; of what they call members and inputs only lines of some numbers.
pub(crate) fn dictionary(keep: &dyn Fn(usize) -> bool) -> Dictionary {
    let mut dictionary = Dictionary::default();
    let mut files: Vec<PathBuf> = fs::read_dir(root().join("models/synonyms"))
        .expect("dictionaries")
        .flatten()
        .map(|entry| entry.path())
        .collect();
    files.sort();
    for file in files.iter().filter(|file| file.extension().is_some_and(|ending| ending == "csv")) {
        let mut found = Diagnostics::default();
        let text = fs::read_to_string(file).expect("a dictionary");
        let lines =
            text.lines().enumerate().filter(|(number, line)| line.starts_with('@') || *number == 0 || keep(*number));
        let kept: Vec<&str> = lines.map(|(_, line)| line).collect();
        dictionary.add(&file.to_string_lossy(), &kept.join("\n"), &mut found);
        assert!(found.is_empty(), "{:?}", found.iter().collect::<Vec<_>>());
    }
    dictionary
}

/// Values by figure, without those that could not be read.
pub(crate) fn values(model: &Model, layer: &Layer) -> BTreeMap<String, f64> {
    let value = |datum: &sg3_calc::Datum| {
        let place = datum.place.clone().unwrap_or_default();
        let figure =
            sg3_mapping::Figure { input: model.quantity(datum.quantity).name.to_string(), place: place.to_vec() };
        match datum.value {
            Value::Number(value) => Some((figure.to_string(), value)),
            Value::Unreadable(_) => None,
            _ => panic!("{figure} is no number"),
        }
    };
    layer.values.iter().filter_map(value).collect()
}

/// The same mapping wherever it was read from.
pub(crate) fn without_origins(mapping: &Mapping) -> Mapping {
    let mut mapping = mapping.clone();
    mapping.rules.iter_mut().for_each(|entry| entry.origin = Origin::Default);
    mapping
}
