//! Where the READMEs of the crates, tests and measurements point to, something is.

use crate::{crate_names, crates};
use std::fs;
use std::path::{Path, PathBuf};

/// The READMEs that tell where code is.
fn pages() -> Vec<PathBuf> {
    let root = sg3_tests::root();
    let own = ["crates/README.md", "tests/README.md", "benches/README.md"].map(|page| root.join(page));
    let of_crates = crate_names().into_iter().map(|name| crates().join(name).join("README.md"));
    own.into_iter().chain(of_crates).filter(|page| page.is_file()).collect()
}

/// Names of files between backquotes: with a folder, and an ending of code or text.
fn named_files(text: &str) -> impl Iterator<Item = &str> {
    let quoted = text.split('`').skip(1).step_by(2);
    quoted
        .filter(|word| word.contains('/') && [".rs", ".md", ".toml", ".sh"].iter().any(|ending| word.ends_with(ending)))
        .filter(|word| !word.contains(['*', '{', '<', ' ']))
}

/// Whether a file is there, as seen from the page, its crate, the crates or the repository.
fn exists(page: &Path, name: &str) -> bool {
    let folder = page.parent().expect("a page is in a folder");
    let starts = [folder.to_owned(), folder.join("src"), crates(), sg3_tests::root()];
    starts.iter().any(|start| start.join(name).is_file())
}

#[test]
fn what_a_readme_names_is_there() {
    let mut gone = Vec::new();
    for page in pages() {
        let text = fs::read_to_string(&page).expect("a README");
        let missing = named_files(&text).filter(|name| !exists(&page, name));
        gone.extend(missing.map(|name| format!("{}: {name}", page.display())));
    }
    assert!(gone.is_empty(), "{gone:#?}");
}

#[test]
fn a_file_that_is_gone_is_missed() {
    let page = crates().join("README.md");
    assert_eq!(
        named_files("see `sg3-lang/src/nothing.rs` and `word`").collect::<Vec<_>>(),
        ["sg3-lang/src/nothing.rs"]
    );
    assert!(!exists(&page, "sg3-lang/src/nothing.rs") && exists(&page, "sg3-lang/src/lib.rs"));
}
