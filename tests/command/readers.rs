//! Whichever reader meets it, text that is no value of an input is unreadable, and no stand-in takes its place; and what a run writes
//! does not depend on where its data lie.

use crate::{spreadsheet, typed};
use proptest::prelude::*;
use std::fs;
use std::path::Path;

const MODEL: &str = "# Amounts\n\n```sg3\ninput amount \"Amount\" : ratio >= 0 or 5\ninput life \"Life\" : year 1..60 default 8\n\
    output twice \"Twice\" : ratio = 2 * amount\noutput years \"Years\" : year = life\n```\n";

/// The state of an input, its value and that of its output, as `sg3 explain` gives them for programs.
fn explained(data: &str, figure: &str, folder: &Path) -> serde_json::Value {
    let printed = typed::output_of(&format!("sg3 explain model.md {data} {figure} --format json"), folder);
    let end = printed.find("\n}\n").map_or(printed.len(), |end| end + 3);
    serde_json::from_str(&printed[..end]).unwrap_or_else(|error| panic!("{error}: {printed}"))
}

fn folder() -> tempfile::TempDir {
    let work = tempfile::tempdir().expect("a folder to work in");
    fs::write(work.path().join("model.md"), MODEL).expect("a model");
    work
}

/// Files that give the same text as both inputs, one for each reader.
fn files(text: &str, folder: &Path) -> [&'static str; 4] {
    let quoted = text.replace('"', "\"\"");
    fs::write(folder.join("data.csv"), format!("input,value\namount,\"{quoted}\"\nlife,\"{quoted}\"\n")).expect("data");
    let escaped = text.replace('\\', "\\\\").replace('"', "\\\"");
    fs::write(folder.join("data.toml"), format!("amount = \"{escaped}\"\nlife = \"{escaped}\"\n")).expect("data");
    typed::output_of("sg3 template model.md -o form.xlsx", folder);
    let cells = ["D6", "D7"].map(|cell| format!("General!{cell} = {text}"));
    spreadsheet::edit(&["form.xlsx".to_owned(), cells[0].clone(), cells[1].clone()], folder);
    typed::output_of("sg3 template model.md -o twin.csv --fill form.xlsx", folder);
    ["data.csv", "data.toml", "form.xlsx", "twin.csv"]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn words_are_unreadable_for_every_reader(text in "[a-m]{2,7}( [a-z]{3,5})?") {
        let work = folder();
        for file in files(&text, work.path()) {
            for (input, output) in [("amount", "twice"), ("life", "years")] {
                let found = explained(file, input, work.path());
                prop_assert_eq!(&found["state"], "unreadable", "{} in {}: {}", &text, file, &found);
                prop_assert_eq!(&found["unreadable"], &*text);
                prop_assert!(explained(file, output, work.path())["value"].is_null());
            }
        }
    }
}

#[test]
fn what_is_a_value_is_given_for_every_reader() {
    let work = folder();
    for file in files("12", work.path()) {
        assert_eq!(explained(file, "amount", work.path())["state"], "given", "{file}");
        assert_eq!(explained(file, "years", work.path())["value"], 12.0, "{file}");
    }
}

#[test]
fn a_proposal_that_was_cleared_in_a_form_is_blank_and_one_that_no_data_have_stands() {
    let work = folder();
    typed::output_of("sg3 template model.md -o form.xlsx", work.path());
    let stands = explained("", "life", work.path());
    assert_eq!((&stands["state"], &stands["value"]), (&"given".into(), &8.0.into()));
    assert_eq!(explained("form.xlsx", "life", work.path())["value"], 8.0, "the form was sent out with the proposal");
    spreadsheet::edit(&["form.xlsx".to_owned(), "General!D7 = ".to_owned()], work.path());
    let cleared = explained("form.xlsx", "life", work.path());
    assert_eq!((&cleared["state"], cleared["value"].is_null()), (&"blank".into(), true), "{cleared}");
    assert_eq!(explained("form.xlsx", "amount", work.path())["value"], 5.0, "`or` stands in for a blank");
}

#[test]
fn the_same_data_give_the_same_bytes_wherever_they_lie() {
    let work = folder();
    fs::create_dir_all(work.path().join("far/away")).expect("a folder");
    fs::write(work.path().join("far/away/data.toml"), "amount = 3\n").expect("data");
    fs::write(work.path().join("data.toml"), "amount = 3\n").expect("data");
    fs::copy(work.path().join("model.md"), work.path().join("far/model.md")).expect("a model");
    for (model, data, result) in [("model.md", "data.toml", "one"), ("far/model.md", "far/away/data.toml", "other")] {
        for ending in ["xlsx", "json", "csv", "md"] {
            let dated = if ending == "xlsx" { " --dated 2025-06-30" } else { "" };
            typed::output_of(&format!("sg3 run {model} {data} -o {result}.{ending}{dated}"), work.path());
        }
    }
    for ending in ["xlsx", "json", "csv", "md"] {
        let [one, other] = ["one", "other"].map(|name| fs::read(work.path().join(format!("{name}.{ending}"))));
        assert_eq!(one.expect("a result"), other.expect("a result"), "{ending}");
    }
}
