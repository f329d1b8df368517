//! Every model with data: its cases.

use crate::written::Written;
use sg3_calc::{Inputs, Results, bind, evaluate, functions, inputs_of_case, plan};
use sg3_form::Layout;
use sg3_lang::model::Owner;
use sg3_lang::{Diagnostics, Library, Model, Sources, check};
use sg3_live::Book;
use sg3_tests::documents;
pub(crate) use sg3_tests::root;
use std::path::{Path, PathBuf};
use std::sync::{LazyLock, OnceLock};

/// A model with data and results.
pub(crate) struct Example {
    pub name: String,
    /// The document.
    pub path: PathBuf,
    pub sources: Sources,
    pub model: Model,
    pub inputs: Inputs,
    pub results: Results,
    /// The workbook and which cell holds what, once it is made.
    pub book: OnceLock<(Book, Vec<u8>)>,
    /// The workbook as it is read, once it is.
    pub written: OnceLock<Written>,
}

impl Example {
    /// The same without a workbook, to be changed.
    pub(crate) fn anew(&self) -> Example {
        Example {
            name: self.name.clone(),
            path: self.path.clone(),
            sources: self.sources.clone(),
            model: self.model.clone(),
            inputs: self.inputs.clone(),
            results: self.results.clone(),
            book: OnceLock::new(),
            written: OnceLock::new(),
        }
    }
}

/// How many cases of one document LibreOffice is given.
const CASES_FOR_OFFICE: usize = 2;

/// Every case of every document, made once for all tests.
static ALL: LazyLock<Vec<Example>> =
    LazyLock::new(|| ["models", "tests/language"].into_iter().flat_map(made).chain(samples()).collect());

/// Models with the form that a fictional operator filled; the tour's leaves the cost of capital to the regulator. That of the
/// national operator is too large for every test run.
const SAMPLES: [(&str, &str); 12] = [
    ("models/tour/mobile.md", "samples/tour/operator.xlsx"),
    ("models/regional/africa.md", "samples/africa/operator.xlsx"),
    ("models/top-down/cost-allocation.md", "samples/cost-allocation/operator.xlsx"),
    ("models/top-down/common-cost.md", "samples/common-cost/operator.xlsx"),
    ("models/top-down/ramsey.md", "samples/common-cost/demand.xlsx"),
    ("models/top-down/lric.md", "samples/lric/operator.xlsx"),
    ("models/top-down/current-cost.md", "samples/current-cost/operator.xlsx"),
    ("models/top-down/hybrid.md", "samples/hybrid/operator.xlsx"),
    ("models/finance/cost-of-capital.md", "samples/cost-of-capital/cost-of-capital.xlsx"),
    ("models/finance/annualisation.md", "samples/cost-of-capital/annualisation.xlsx"),
    ("models/finance/economic-depreciation.md", "samples/cost-of-capital/economic-depreciation.xlsx"),
    ("models/finance/building-blocks.md", "samples/building-blocks/operator.xlsx"),
];

fn samples() -> impl Iterator<Item = Example> {
    let only = std::env::var("ONLY").unwrap_or_default();
    let samples = SAMPLES.into_iter().filter(move |(_, form)| form.contains(&only));
    samples.map(|(document, form)| sample(&root().join(document), &root().join(form)))
}

fn sample(document: &Path, form: &Path) -> Example {
    let (sources, model) = model(document);
    let name = form.display().to_string();
    let mut workbook = sg3_workbook::Workbook::open(std::fs::read(form).expect("a form"), &name).expect("a form");
    let owner = sg3_form::read_identity(&mut workbook).and_then(|identity| identity.owner);
    let layout = Layout::of(&model, owner.unwrap_or(Owner::Operator.into()));
    let mut diagnostics = Diagnostics::default();
    let layer = sg3_form::read_form(&mut workbook, &model, &layout, &mut diagnostics);
    let inputs = bind(&model, &[layer], &mut diagnostics);
    let results = evaluate(&model, &plan(&model), &inputs);
    let (book, written, path) = (OnceLock::new(), OnceLock::new(), form.to_owned());
    Example { name, path, sources, model, inputs, results, book, written }
}

/// All cases of all documents below a folder of the repository; `ONLY=annualisation` picks some of them, with the tour.
pub(crate) fn examples(folder: &str) -> impl Iterator<Item = &'static Example> {
    let folder = root().join(folder);
    ALL.iter().filter(move |example| example.path.starts_with(&folder))
}

pub(crate) fn everything() -> impl Iterator<Item = &'static Example> {
    ALL.iter()
}

/// What LibreOffice judges too, which takes its time: the samples, and of each document the first cases, whose formulas are those of all its
/// others; with `EVERY_CASE` set, everything.
pub(crate) fn for_office() -> impl Iterator<Item = &'static Example> {
    let all = std::env::var_os("EVERY_CASE").is_some();
    let is_first = move |number: usize| {
        let of_document = ALL[..number].iter().filter(|other| other.path == ALL[number].path);
        all || of_document.count() < CASES_FOR_OFFICE
    };
    ALL.iter().enumerate().filter(move |(number, _)| is_first(*number)).map(|(_, example)| example)
}

/// The model that most tests look at closely.
pub(crate) fn tour() -> &'static Example {
    examples("models/tour").next().expect("it has a case")
}

fn made(folder: &str) -> Vec<Example> {
    let only = std::env::var("ONLY").unwrap_or_default();
    documents(&root().join(folder))
        .iter()
        .filter(|path| path.ends_with("tour/mobile.md") || path.display().to_string().contains(&only))
        .flat_map(|path| cases(path))
        .collect()
}

fn model(path: &Path) -> (Sources, Model) {
    let mut sources = Sources::default();
    let text = std::fs::read_to_string(path).expect("a document");
    let file = sources.add(path.display().to_string(), text);
    let catalogue = |name: &str| std::fs::read_to_string(root().join("models").join(format!("{name}.md"))).ok();
    let library = Library { functions: functions::ALL, documents: &|name| catalogue(name).map(Into::into) };
    let mut diagnostics = Diagnostics::default();
    let model = check(&mut sources, file, library, &mut diagnostics);
    (sources, model.unwrap_or_else(|| panic!("{}: {diagnostics:#?}", path.display())))
}

fn cases(path: &Path) -> Vec<Example> {
    let (sources, model) = model(path);
    let example = |case: &sg3_lang::model::Case| {
        let inputs = inputs_of_case(&model, case, &[]);
        let results = evaluate(&model, &plan(&model), &inputs);
        let name = format!("{} · {}", path.file_stem().expect("a name").to_string_lossy(), case.label);
        let (book, written) = (OnceLock::new(), OnceLock::new());
        let (path, sources, model) = (path.to_owned(), sources.clone(), model.clone());
        Example { name, path, sources, model, inputs, results, book, written }
    };
    model.cases.iter().map(example).collect()
}
