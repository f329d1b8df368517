//! The page of the catalogue is what the program says of it; and every model is found by what a person knows of it.

use crate::typed;
use std::fs;
use std::path::{Path, PathBuf};

const HEAD: &str = "# The models of the catalogue\n\nWhose each method is, what it follows, and what is the authors' own. \
Written by `sg3 models --format markdown` from the lines before the title\nof each document; `sg3 models --group Africa`, \
`--recommendation D.140`, `--method LRIC` and words in any language find one.\n\n";

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

#[test]
fn the_page_is_what_the_program_says() {
    let file = root().join("models/CATALOGUE.md");
    let found = HEAD.to_owned() + &typed::output_of("sg3 models --format markdown", &root());
    let expected = fs::read_to_string(&file).unwrap_or_default().replace("\r\n", "\n");
    assert!(typed::agrees(&file, &expected, &found), "models/CATALOGUE.md is not up to date: UPDATE=1 writes it");
}

#[test]
fn every_document_says_whose_it_is_and_what_is_ours() {
    let page = typed::output_of("sg3 models --format markdown", &root());
    let silent = page.lines().filter(|line| line.starts_with("| [")).filter(|line| {
        let cells: Vec<&str> = line.split(" | ").collect();
        cells[2] == "–" || cells[4] == "–" || cells[6].starts_with('–')
    });
    assert_eq!(silent.collect::<Vec<_>>(), Vec::<&str>::new());
}

#[test]
fn a_model_is_found_by_group_recommendation_method_and_word_in_any_language() {
    let names = |query: &str| {
        let page = typed::output_of(&format!("sg3 models {query} --format markdown"), &root());
        let names = page.lines().filter_map(|line| Some(line.strip_prefix("| [`")?.split_once('`')?.0.to_owned()));
        names.collect::<Vec<String>>()
    };
    assert_eq!(names("--group africa")[0].split('/').next(), Some("regional"), "its own stand first");
    assert!(names("--recommendation D.600").contains(&"regional/africa".to_owned()));
    assert!(names("--method ramsey").contains(&"top-down/ramsey".to_owned()));
    for word in ["squeeze", "ciseau"] {
        assert!(names(word).contains(&"tariffs/margin-squeeze".to_owned()), "{word}");
    }
    assert!(!names("squeeze").contains(&"regional/africa".to_owned()));
    let nothing = typed::output_of("sg3 models --method alchemy", &root());
    assert!(nothing.contains("no model is what was looked for") && nothing.ends_with("exit: 2\n"), "{nothing}");
}
