//! Every case of every model, and of the documents in `language/`: published figures and rules of the language.

use sg3_calc::{functions, run_cases};
use sg3_lang::{Diagnostics, Library, Model, Sources, check};
use sg3_tests::{documents, root};
use std::path::Path;

pub(crate) fn model(path: &Path) -> Model {
    let mut sources = Sources::default();
    let text = std::fs::read_to_string(path).expect("a document");
    let file = sources.add(path.display().to_string(), text);
    let catalogue = |name: &str| std::fs::read_to_string(root().join("models").join(format!("{name}.md"))).ok();
    let library = Library { functions: functions::ALL, documents: &|name| catalogue(name).map(Into::into) };
    let mut diagnostics = Diagnostics::default();
    let model = check(&mut sources, file, library, &mut diagnostics);
    assert!(diagnostics.is_empty(), "{}: {diagnostics:#?}", path.display());
    model.expect("no complaint, so there is a model")
}

/// What does not come out as the cases say.
fn failures(path: &Path) -> Vec<String> {
    let model = model(path);
    assert!(!model.cases.is_empty(), "{} has no case", path.display());
    let mut failures = Vec::new();
    for result in run_cases(&model) {
        let case = &model.cases[result.case].label;
        for figure in result.figures.iter().filter(|figure| !figure.passed) {
            let (name, found) = (&figure.name, figure.found);
            failures.push(format!("{} · {case}: {name} is {found}, expected {:?}", path.display(), figure.expected));
        }
    }
    failures
}

fn all_cases_hold(folder: &str) {
    let failures: Vec<String> = documents(&root().join(folder)).iter().flat_map(|path| failures(path)).collect();
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

#[test]
fn models_give_the_figures_of_their_cases() {
    all_cases_hold("models");
}

#[test]
fn the_language_does_what_its_documents_say() {
    all_cases_hold("tests/language");
}

#[test]
fn a_wrong_figure_fails() {
    let path = root().join("tests/language/worlds.md");
    let wrong = std::fs::read_to_string(path)
        .expect("a document")
        .replace("expect dearer[2025] = 60", "expect dearer[2025] = 61");
    let mut sources = Sources::default();
    let file = sources.add("wrong", wrong);
    let library = Library { functions: functions::ALL, documents: &|_| None };
    let model = check(&mut sources, file, library, &mut Diagnostics::default()).expect("the document is right");
    let failed = run_cases(&model).iter().flat_map(|case| &case.figures).filter(|figure| !figure.passed).count();
    assert_eq!(failed, 1);
}
