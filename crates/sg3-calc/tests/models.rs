//! Every figure of every case of every model comes out.

use sg3_calc::{functions, run_cases};
use sg3_lang::{Diagnostics, Library, Sources, check};
use std::path::{Path, PathBuf};

fn documents(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("the folder of models").map(|entry| entry.expect("an entry").path()) {
        match entry.is_dir() {
            true => documents(&entry, found),
            false if entry.extension().is_some_and(|ending| ending == "md") && !entry.ends_with("README.md") => {
                found.push(entry)
            }
            false => {}
        }
    }
}

#[test]
fn every_case_passes() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../models");
    let mut paths = Vec::new();
    documents(&folder, &mut paths);
    paths.sort();
    let text = |name: &str| std::fs::read_to_string(folder.join(name).with_extension("md")).ok();
    let mut failures = Vec::new();
    for path in paths {
        let name = path.strip_prefix(&folder).expect("within").with_extension("").display().to_string();
        let (mut sources, mut diagnostics) = (Sources::default(), Diagnostics::default());
        let file = sources.add(&name, std::fs::read_to_string(&path).expect("readable"));
        let library = Library { functions: functions::ALL, documents: &text };
        let Some(model) = check(&mut sources, file, library, &mut diagnostics) else {
            failures.extend(diagnostics.iter().map(|diagnostic| format!("{name}: {}", diagnostic.message)));
            continue;
        };
        for figure in run_cases(&model).into_iter().flat_map(|case| case.figures) {
            let line = sources.line_and_column(figure.span).0;
            failures.extend(figure.diagnostic.map(|diagnostic| format!("{name}:{line}: {}", diagnostic.message)));
        }
    }
    assert!(failures.is_empty(), "{} failures\n{}", failures.len(), failures.join("\n"));
}
