//! What earlier versions wrote is read alike: `tests/golden/VERSION/cases.toml` says what must come of which file.

use crate::{spreadsheet, typed};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The cases of one version.
#[derive(serde::Deserialize)]
struct Cases {
    run: Vec<Run>,
    verify: Vec<Verify>,
}

/// Data that give figures.
#[derive(serde::Deserialize)]
struct Run {
    what: String,
    model: String,
    data: String,
    figures: String,
    /// What has changed in today's model of this name, and why.
    differs: Option<String>,
}

/// A workbook of formulas in which nothing was changed.
#[derive(serde::Deserialize)]
struct Verify {
    workbook: String,
}

/// A value by quantity, members and unit.
type Figures = BTreeMap<Vec<String>, String>;

fn golden() -> PathBuf {
    sg3_tests::root().join("tests/golden")
}

fn versions() -> Vec<PathBuf> {
    let entries = fs::read_dir(golden()).expect("golden inputs").flatten().map(|entry| entry.path());
    let mut versions: Vec<PathBuf> = entries.filter(|path| path.is_dir()).collect();
    versions.sort();
    versions
}

fn cases(version: &Path) -> Cases {
    let text = fs::read_to_string(version.join("cases.toml")).expect("cases");
    toml::from_str(&text).expect("cases in TOML")
}

/// Rows of results without the label, which is for people.
fn figures(path: &Path) -> Figures {
    let mut rows = csv::Reader::from_path(path).expect("figures");
    let head = rows.headers().expect("a head").clone();
    let position = |name: &str| head.iter().position(|column| column == name).expect("a column");
    let value = position("value");
    let is_key = |column: &str| column == "quantity" || column == "unit" || column.starts_with("member");
    let keys: Vec<usize> = (0..head.len()).filter(|column| is_key(&head[*column])).collect();
    let rows = rows.records().map(|row| row.expect("a row"));
    rows.map(|row| (keys.iter().map(|key| row[*key].to_owned()).collect(), row[value].to_owned())).collect()
}

/// What a model makes of the data of a case.
fn computed(version: &Path, model: &str, case: &Run) -> Result<Figures, String> {
    let folder = tempfile::tempdir().expect("a folder to work in");
    let output = folder.path().join("figures.csv");
    let line = format!("sg3 run {model} {} -o {}", case.data, output.display());
    let printed = typed::output_of(&line, version);
    if output.is_file() { Ok(figures(&output)) } else { Err(printed) }
}

/// The first figure that is not as it was.
fn difference(expected: &Figures, found: &Figures) -> Option<String> {
    let changed = expected.iter().find(|(key, value)| found.get(*key) != Some(value));
    let changed = changed.map(|(key, value)| format!("{key:?}: {value} became {:?}", found.get(key)));
    changed.or_else(|| (expected.len() != found.len()).then(|| format!("{} became {}", expected.len(), found.len())))
}

#[test]
fn data_of_earlier_versions_give_the_figures_they_gave() {
    for version in versions() {
        for case in cases(&version).run {
            let expected = figures(&version.join(&case.figures));
            assert!(expected.values().any(|value| value.parse::<f64>().is_ok()), "{}: no figures", case.what);
            let found = computed(&version, &format!("models/{}.md", case.model), &case);
            let found = found.unwrap_or_else(|printed| panic!("{}: {printed}", case.what));
            assert_eq!(difference(&expected, &found), None, "{}", case.what);
        }
    }
}

#[test]
fn what_has_changed_in_the_catalogue_since_then_is_said() {
    for version in versions() {
        for case in cases(&version).run {
            let expected = figures(&version.join(&case.figures));
            let found = computed(&version, &case.model, &case);
            let change = found.map_or_else(Some, |found| difference(&expected, &found));
            match (&case.differs, change) {
                (None, Some(change)) => panic!("{}: {change}; say in `differs` what changed and why", case.what),
                (Some(_), None) => panic!("{}: `differs` says a change, and there is none", case.what),
                _ => {}
            }
        }
    }
}

#[test]
fn workbooks_of_earlier_versions_are_found_unchanged() {
    for version in versions() {
        for case in cases(&version).verify {
            let printed = typed::output_of(&format!("sg3 verify {} --format json", case.workbook), &version);
            assert!(!printed.contains("exit:"), "{}: {printed}", case.workbook);
        }
    }
}

#[test]
fn models_of_earlier_versions_pass_their_cases() {
    for version in versions() {
        let printed = typed::output_of("sg3 test models", &version);
        // those cases could not yet say which checks are meant to fail
        let is_of_figure = |line: &&str| line.starts_with("error[") && !line.contains("]: the check `");
        let wrong: Vec<&str> = printed.lines().filter(is_of_figure).collect();
        assert!(wrong.is_empty() && printed.contains(" cases, "), "{printed}");
    }
}

#[test]
fn a_changed_figure_and_a_missing_one_are_found() {
    let expected = figures(&golden().join("0.1/figures/tour.csv"));
    let mut found = expected.clone();
    let key = found.keys().next().expect("a figure").clone();
    found.insert(key.clone(), "0.1".to_owned());
    assert!(difference(&expected, &found).is_some_and(|change| change.contains("became Some(\"0.1\")")));
    found.remove(&key);
    assert!(difference(&expected, &found).is_some());
}

#[test]
fn a_form_kept_as_a_folder_gives_a_workbook_that_verifies() {
    let work = tempfile::tempdir().expect("a folder to work in");
    let result = work.path().join("result.xlsx").display().to_string();
    let folder = "forms/cost-allocation/";
    let version = golden().join("0.1");
    let printed = typed::output_of(&format!("sg3 run top-down/cost-allocation {folder} -o {result}"), &version);
    assert!(!printed.contains("exit:"), "{printed}");
    let printed = typed::output_of(&format!("sg3 verify {result} top-down/cost-allocation {folder}"), &version);
    assert!(printed.contains("No formula, label or delivered figure was changed"), "{printed}");
}

#[test]
fn a_change_in_a_workbook_of_an_earlier_version_is_found() {
    let work = tempfile::tempdir().expect("a folder to work in");
    fs::copy(golden().join("0.1/live/tour.xlsx"), work.path().join("tour.xlsx")).expect("a workbook");
    spreadsheet::edit(&["tour.xlsx".to_owned(), "Checks!B11 = Most cost is recovered".to_owned()], work.path());
    let line = format!("sg3 verify {}", work.path().join("tour.xlsx").display());
    let printed = typed::output_of(&line, &golden().join("0.1"));
    assert!(printed.contains("Most cost is recovered") && printed.contains("exit: 1"), "{printed}");
}
