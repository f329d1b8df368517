//! What the model computes from the files of fictional operators with the mappings that their accountants confirmed:
//! `samples/foreign/*/expected.txt` is exactly what `sg3 run` prints. `UPDATE=1` rewrites.

use crate::typed;
use sg3_tests::root;
use std::fs;

/// Folders with a confirmed mapping for `regional/africa`, each with the file that it is for.
fn operators() -> Vec<(String, String)> {
    let folders = fs::read_dir(root().join("samples/foreign")).expect("samples").flatten().map(|entry| entry.path());
    let mut operators: Vec<(String, String)> = folders
        .filter(|folder| folder.join("figures.csv").is_file())
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
        let found = typed::output_of(&line, &root());
        let expected = root().join(&folder).join("expected.txt");
        let said = fs::read_to_string(&expected).unwrap_or_default().replace("\r\n", "\n");
        assert!(typed::agrees(&expected, &said, &found), "{name}: expected\n{said}\nfound\n{found}");
    }
}

/// The operator whose three workbooks fill the top-down model.
const HALMAR: &str = "samples/foreign/halmar";

fn halmar(data: &str) -> String {
    let (years, regulator) = (format!("{HALMAR}/years.toml"), format!("{HALMAR}/regulator.toml"));
    typed::output_of(&format!("sg3 run top-down/fully-distributed {years} {data} {regulator}"), &root())
}

#[test]
fn lists_of_an_operator_fill_the_top_down_model() {
    let found =
        halmar(&format!("{HALMAR}/ledger.xlsx {HALMAR}/assets.xlsx {HALMAR}/network.xlsx --map {HALMAR}/mapping.csv"));
    let expected = root().join(HALMAR).join("expected.txt");
    let said = fs::read_to_string(&expected).unwrap_or_default().replace("\r\n", "\n");
    assert!(typed::agrees(&expected, &said, &found), "expected\n{said}\nfound\n{found}");
}

#[test]
fn their_lists_give_what_the_true_tables_give() {
    let tables = fs::read_dir(root().join(HALMAR).join("true")).expect("true tables").flatten();
    let mut tables: Vec<String> =
        tables.map(|table| format!("{HALMAR}/true/{}", table.file_name().to_string_lossy())).collect();
    tables.sort();
    let results = |found: String| -> Vec<String> {
        found.lines().filter(|line| line.starts_with(['│', '┌', '└'])).map(str::to_owned).collect()
    };
    let of_tables = results(halmar(&tables.join(" ")));
    let of_lists = results(halmar(&format!(
        "{HALMAR}/ledger.xlsx {HALMAR}/assets.xlsx {HALMAR}/network.xlsx --map {HALMAR}/mapping.csv"
    )));
    assert!(of_tables.len() > 500);
    assert_eq!(of_tables, of_lists);
}
