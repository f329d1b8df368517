//! Every mistake a user can make has a folder `tests/diagnostics/<slug>/` that makes it: `model.md`, data if needed, and in
//! `expected.txt` the exact output of `sg3 check model.md`, or of the command in `command.txt`. `UPDATE=1` rewrites.

use crate::typed;
use sg3_lang::diagnostic::catalogue::SLUGS;
use std::fs;
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/diagnostics")
}

fn slugs() -> Vec<String> {
    let entries =
        fs::read_dir(folder()).expect("the folder of diagnostics").flatten().filter(|entry| entry.path().is_dir());
    let mut slugs: Vec<String> = entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    slugs.sort();
    slugs
}

#[test]
fn every_mistake_is_told_as_expected() {
    let wrong: Vec<String> = slugs().iter().filter_map(|slug| difference(slug)).collect();
    assert!(wrong.is_empty(), "{}\nUPDATE=1 accepts what is printed now", wrong.join("\n"));
}

#[test]
fn every_folder_makes_the_mistake_it_is_named_after() {
    let told = |slug: &String| fs::read_to_string(folder().join(slug).join("expected.txt")).unwrap_or_default();
    let silent: Vec<String> = slugs().into_iter().filter(|slug| !told(slug).contains(&format!("[{slug}]"))).collect();
    assert!(silent.is_empty(), "nothing is said of {silent:?}");
}

#[test]
fn every_kind_of_mistake_has_a_folder() {
    let shown = slugs();
    let missing: Vec<&str> =
        SLUGS.iter().map(|(slug, _)| *slug).filter(|slug| !shown.iter().any(|shown| shown == slug)).collect();
    assert!(missing.is_empty(), "no folder shows {missing:?}");
}

/// What is expected beside what is printed, where the two differ.
fn difference(slug: &str) -> Option<String> {
    let here = folder().join(slug);
    let typed = fs::read_to_string(here.join("command.txt")).unwrap_or_else(|_| "sg3 check model.md".to_owned());
    let found = typed::output_of(typed.trim(), &here);
    let file = here.join("expected.txt");
    let expected = fs::read_to_string(&file).unwrap_or_default().replace("\r\n", "\n");
    (!typed::agrees(&file, &expected, &found)).then(|| format!("{slug}: expected\n{expected}\nfound\n{found}"))
}
