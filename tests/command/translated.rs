//! Every kind of mistake is told in every language: of each folder of `tests/diagnostics`, whatever is said has a translation.

use crate::typed;
use serde_json::Value;
use sg3_language::Language;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn folders() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/diagnostics");
    let entries = fs::read_dir(folder).expect("the folder of diagnostics").flatten();
    entries.map(|entry| entry.path()).filter(|path| path.is_dir()).collect()
}

/// Labels of the models in the folders, which are told as they are; translations of models are beside those.
const OF_MODELS: [&str; 9] = [
    "Cost",
    "Lines",
    "Margin",
    "Operating cost",
    "Price",
    "Revenue by service is the revenue audited",
    "Share of the capital",
    "Shares add to one",
    "Volume",
];

/// What the program says of a folder: messages, what stands at places, remedies.
fn told_in(folder: &Path) -> Vec<String> {
    let typed = fs::read_to_string(folder.join("command.txt")).unwrap_or_else(|_| "sg3 check model.md".to_owned());
    let found = typed::output_of(&format!("{} --format json", typed.trim()), folder);
    let Some(Ok(found)) = serde_json::Deserializer::from_str(&found).into_iter::<Value>().next() else { return vec![] };
    let messages = found["diagnostics"].as_array().cloned().unwrap_or_default();
    let notes = messages.iter().flat_map(|message| message["notes"].as_array().cloned().unwrap_or_default());
    let texts =
        messages.iter().cloned().chain(notes).flat_map(|of| ["message", "label", "help"].map(|key| of[key].clone()));
    texts.filter_map(|text| text.as_str().map(str::to_owned)).collect()
}

/// Whether a text has words of the program: such as stand outside names and figures, and are no label of a model.
fn has_words(text: &str) -> bool {
    let outside: String = text.split('`').step_by(2).collect();
    outside.chars().filter(|letter| letter.is_alphabetic()).count() > 2 && !OF_MODELS.contains(&text)
}

#[test]
fn every_mistake_is_told_in_every_language() {
    let told: BTreeSet<String> =
        folders().iter().flat_map(|folder| told_in(folder)).filter(|text| has_words(text)).collect();
    assert!(told.len() > 150, "only {} texts were told", told.len());
    for code in Language::known().filter(|code| *code != "en") {
        let language = Language::of(code, &[]).unwrap();
        let english: Vec<&String> = told.iter().filter(|text| language.translate(text) == **text).collect();
        assert!(english.is_empty(), "{} not in `{code}`:\n{english:#?}", english.len());
    }
}
