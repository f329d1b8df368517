//! The catalogue is a library like that of a region, and a library is only ever added to.

use crate::typed;
use sg3_tests::{documents, root};
use std::fs;

#[test]
fn the_catalogue_is_a_library_whose_cases_and_samples_pass() {
    let printed = typed::output_of("sg3 test --library .", &root());
    assert!(!printed.contains("exit:"), "{printed}");
    let description = fs::read_to_string(root().join("library.toml")).expect("a description");
    let samples = description.matches("[[sample]]").count();
    assert!(printed.contains(&format!("{samples} samples, 0 failed")), "{printed}");
}

/// What is missing is counted for each language; of French nothing is.
#[test]
fn every_model_of_the_catalogue_is_complete_in_french() {
    let printed = typed::output_of("sg3 test --library .", &root());
    let complete = printed.lines().filter(|line| line.ends_with(" fr: complete")).count();
    assert_eq!(complete, documents(&root().join("models")).len(), "{printed}");
    let work = tempfile::tempdir().expect("a folder to work in");
    typed::output_of("sg3 new --library west --title West --region Isles", work.path());
    typed::output_of("sg3 new retail/tariff --library west --language fr", work.path());
    let printed = typed::output_of("sg3 test --library west", work.path());
    assert!(printed.contains("retail/tariff fr: ") && printed.contains(" not yet translated"), "{printed}");
}

#[test]
fn the_catalogue_has_the_version_of_the_program() {
    let version = |file: &str| {
        let text = fs::read_to_string(root().join(file)).expect("a description");
        let line = text.lines().find(|line| line.starts_with("version = ")).expect("a version");
        line.to_owned()
    };
    assert_eq!(version("library.toml"), version("Cargo.toml"));
}

/// Nothing is written of two files if one of them is there, whoever wrote it and whatever it is.
#[test]
fn what_is_there_stays_and_nothing_is_written_beside_it() {
    let work = tempfile::tempdir().expect("a folder to work in");
    fs::write(work.path().join("tariff.fr.toml"), "\"Mine\" = \"Mien\"").expect("a file");
    let printed = typed::output_of("sg3 new tariff", work.path());
    assert!(printed.contains("refusing to overwrite `tariff.fr.toml`") && printed.contains("exit: 2"), "{printed}");
    assert_eq!(fs::read_to_string(work.path().join("tariff.fr.toml")).expect("a file"), "\"Mine\" = \"Mien\"");
    assert_eq!(fs::read_dir(work.path()).expect("a folder").count(), 1);
    fs::create_dir(work.path().join("cost.md")).expect("a folder");
    let printed = typed::output_of("sg3 new cost", work.path());
    assert!(printed.contains("refusing to overwrite `cost.md`"), "{printed}");
    assert_eq!(fs::read_dir(work.path()).expect("a folder").count(), 2);
}

/// A model of the catalogue has an edition by where its file lies; one of any other folder has none.
#[test]
fn a_path_within_a_library_names_the_library() {
    let named = typed::output_of("sg3 run models/tour/mobile.md samples/tour/operator.xlsx --set wacc=0.1", &root());
    assert!(named.contains("(mobile.md, sg3 catalogue 0.1.0)"), "{named}");
    let work = tempfile::tempdir().expect("a folder to work in");
    fs::copy(root().join("models/tour/mobile.md"), work.path().join("mobile.md")).expect("a copy");
    let line = format!("sg3 run mobile.md {} --set wacc=0.1", root().join("samples/tour/operator.xlsx").display());
    let printed = typed::output_of(&line, work.path());
    assert!(printed.contains("(mobile.md)"), "{printed}");
}
