//! What the model computes from the files of fictional operators with the mappings that their accountants confirmed:
//! `samples/foreign/*/expected.txt` is exactly what `sg3 run` prints. `UPDATE=1` rewrites.

mod command;

use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Folders with a confirmed mapping, each with the file that it is for.
fn operators() -> Vec<(String, String)> {
    let folders = fs::read_dir(root().join("samples/foreign")).expect("samples").flatten().map(|entry| entry.path());
    let mut operators: Vec<(String, String)> = folders
        .filter(|folder| folder.join("mapping.csv").is_file())
        .map(|folder| {
            let name = folder.file_name().expect("a folder").to_string_lossy().into_owned();
            let theirs = ["xls", "xlsx", "csv"]
                .iter()
                .map(|ending| format!("{name}.{ending}"))
                .find(|file| folder.join(file).is_file());
            (name, theirs.expect("a file of theirs"))
        })
        .collect();
    operators.sort();
    operators
}

#[test]
fn confirmed_mappings_give_the_expected_results() {
    assert_eq!(operators().len(), 6);
    for (name, file) in operators() {
        let folder = format!("samples/foreign/{name}");
        let mapping = fs::read_to_string(root().join(&folder).join("mapping.csv")).expect("a mapping");
        let pools = if mapping.contains("network.common_cost[") { "" } else { "samples/foreign/pools.toml " };
        let data = format!("samples/foreign/form.toml {pools}{folder}/{file} samples/foreign/regulator.toml");
        let line = format!("sg3 run regional/africa {data} --map {folder}/mapping.csv");
        let found = command::output_of(&line, &root());
        let expected = root().join(&folder).join("expected.txt");
        let said = fs::read_to_string(&expected).unwrap_or_default().replace("\r\n", "\n");
        assert!(command::agrees(&expected, &said, &found), "{name}: expected\n{said}\nfound\n{found}");
    }
}
