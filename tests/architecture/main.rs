//! The house as it is drawn in `crates/README.md`: which crate may use which, who alone names an outside library, how large rooms are, and that
//! files need each other in one direction.
//!
//! `mutual_recursion.md` names the files that truly need each other; whatever else stands in a circle fails, and so does a name on
//! that list that stands in none.

mod circles;
mod imports;
mod manifests;
mod modules;
mod paths;
mod sizes;

use modules::Module;
use std::fs;
use std::path::{Path, PathBuf};

/// The folder that holds the crates.
fn crates() -> PathBuf {
    sg3_tests::root().join("crates")
}

/// Names of the crates, in order.
fn crate_names() -> Vec<String> {
    let entries = fs::read_dir(crates()).expect("the folder of crates").flatten();
    let folders = entries.filter(|entry| entry.path().join("Cargo.toml").is_file());
    let mut names: Vec<String> = folders.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// All Rust files below a folder.
fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// Every file of every crate as a module.
fn all_modules() -> Vec<Module> {
    let of_crate = |name: &String| {
        let source = crates().join(name).join("src");
        let files = rust_files(&source);
        files.into_iter().map(|file| Module::read(name, &source, &file)).collect::<Vec<_>>()
    };
    crate_names().iter().flat_map(of_crate).collect()
}
