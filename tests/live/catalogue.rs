//! Every model with data: its cases.

use sg3_calc::{Inputs, Results, evaluate, functions, inputs_of_case, plan};
use sg3_lang::{Diagnostics, Library, Model, Sources, check};
use std::path::{Path, PathBuf};

/// A model with data and results.
pub struct Example {
    pub name: String,
    pub sources: Sources,
    pub model: Model,
    pub inputs: Inputs,
    pub results: Results,
}

pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Documents that do not pass yet, each with what was seen. `ONLY=annualisation` tries one of them in every test.
const NOT_YET: [(&str, &str); 7] = [
    (
        "annualisation.md",
        "a quotient of differences loses eight digits where rate and trend all but agree; residues of checks",
    ),
    ("building-blocks.md", "residues: LibreOffice makes zero of them, and what only hands them on is measured by them"),
    ("economic-depreciation.md", "residues, as above"),
    (
        "fully-distributed.md",
        "cells that are #N/A where the engine has values: apportionment in a case without all data, another `account_of`",
    ),
    ("hybrid.md", "residues, as above"),
    ("lric.md", "a residue in LibreOffice"),
    ("ramsey.md", "once the search has converged, the sign of a residue decides its further steps"),
];

/// All cases of all documents below a folder of the repository.
pub fn examples(folder: &str) -> Vec<Example> {
    let only = std::env::var("ONLY").unwrap_or_default();
    documents(&root().join(folder))
        .iter()
        .filter(|path| path.display().to_string().contains(&only))
        .filter(|path| !only.is_empty() || !NOT_YET.iter().any(|(name, _)| path.ends_with(name)))
        .flat_map(|path| cases(path))
        .collect()
}

fn documents(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder of documents").flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(documents(&path));
        } else if path.extension().is_some_and(|extension| extension == "md") && !path.ends_with("README.md") {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn model(path: &Path) -> (Sources, Model) {
    let mut sources = Sources::default();
    let text = std::fs::read_to_string(path).expect("a document");
    let file = sources.add(path.display().to_string(), text);
    let catalogue = |name: &str| std::fs::read_to_string(root().join("models").join(format!("{name}.md"))).ok();
    let library = Library { functions: functions::ALL, documents: &catalogue };
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
        Example { name, sources: sources.clone(), model: model.clone(), inputs, results }
    };
    model.cases.iter().map(example).collect()
}
