//! Mistakes that fit among the other figures, planted into samples one at a time: `findings/africa.md` and `findings/bands.md`
//! say what is planted and what must be asked of it, and a comment beside the planted figures is an answer.

use crate::typed;
use sg3_tests::root;
use std::fs;
use toml::{Table, Value};

/// A row of a table of mistakes, below a heading that names the model and its data.
struct Mistake {
    data: String,
    planted: Vec<String>,
    asked: String,
}

/// The words between backquotes.
fn quoted(cell: &str) -> Vec<String> {
    cell.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

fn mistakes() -> Vec<Mistake> {
    let mut mistakes = Vec::new();
    for file in ["africa", "bands"] {
        let text = fs::read_to_string(root().join(format!("tests/findings/{file}.md"))).expect("a list of mistakes");
        let mut data = "";
        for line in text.lines() {
            data = line.strip_prefix("## ").unwrap_or(data);
            if let [_, planted, asked] = line.trim_matches('|').split(" | ").collect::<Vec<_>>()[..]
                && let [asked] = &quoted(asked)[..]
            {
                mistakes.push(Mistake { data: data.to_owned(), planted: quoted(planted), asked: asked.clone() });
            }
        }
    }
    mistakes
}

/// The table in which the last of some names stands; tables on the way are made.
fn table_of<'a>(table: &'a mut Table, names: &[&str]) -> &'a mut Table {
    names.iter().fold(table, |table, name| {
        let inner = table.entry(*name).or_insert_with(|| Value::Table(Table::new()));
        inner.as_table_mut().expect("a name is of a table or of a figure")
    })
}

/// `network.life[access]` as names from the outside in.
fn names(place: &str) -> Vec<&str> {
    place.trim_end_matches(']').split(['.', '[']).flat_map(|names| names.split(", ")).collect()
}

/// What the files of a sample say of an input.
fn sample(data: &str, input: &str) -> Value {
    let found = data.split(' ').skip(1).find_map(|file| {
        let text = fs::read_to_string(root().join(file)).expect("a file of the sample");
        let table: Table = text.parse().expect("TOML");
        let mut names = names(input).into_iter();
        let outermost = table.get(names.next()?)?.clone();
        names.try_fold(outermost, |value, name| value.get(name).cloned())
    });
    found.unwrap_or_else(|| panic!("{data} has no `{input}`"))
}

fn scaled(value: &Value, factor: f64) -> Value {
    match value {
        Value::Table(table) => {
            Value::Table(table.iter().map(|(key, value)| (key.clone(), scaled(value, factor))).collect())
        }
        Value::Integer(number) => Value::Float(*number as f64 * factor),
        Value::Float(number) => Value::Float(number * factor),
        other => other.clone(),
    }
}

/// The place of what is planted, its figures, and whether they are said to be audited.
fn figures<'a>(data: &str, planted: &'a str) -> (&'a str, Value, bool) {
    let Some((input, factor)) = planted.split_once(" * ") else {
        let (place, figure) = planted.split_once(" = ").expect("`place = figure` or `input * factor`");
        return (place, Value::Float(figure.parse().expect("a figure")), false);
    };
    let (factor, status) = factor.split_once(' ').unwrap_or((factor, ""));
    (input, scaled(&sample(data, input), factor.parse().expect("a factor")), status == "audited")
}

/// Adds what is planted, and its evidence.
fn plant(overlay: &mut Table, data: &str, planted: &str, comment: Option<&str>) {
    let (place, figures, is_audited) = figures(data, planted);
    let names = names(place);
    let (last, outer) = names.split_last().expect("a name");
    table_of(overlay, outer).insert((*last).to_owned(), figures);
    let evidence = [&["evidence"], &names[..]].concat();
    let words = [("status", is_audited.then_some("audited")), ("comment", comment)];
    for (word, text) in words.into_iter().filter_map(|(word, text)| Some((word, text?))) {
        table_of(overlay, &evidence).insert(word.to_owned(), Value::String(text.to_owned()));
    }
}

/// Kind and subject of everything that is asked of the sample with what is planted.
fn asked(data: &str, planted: &[String], comment: Option<&str>) -> Vec<String> {
    let work = tempfile::tempdir().expect("a folder to work in");
    let mut overlay = Table::new();
    planted.iter().for_each(|planted| plant(&mut overlay, data, planted, comment));
    let file = work.path().join("planted.toml");
    fs::write(&file, overlay.to_string()).expect("a file can be written");
    let found = typed::output_of(&format!("sg3 check {data} {} --format json", file.display()), &root());
    let found = &found[..=found.rfind('}').expect("JSON")];
    let found: serde_json::Value = serde_json::from_str(found).expect("JSON");
    let all = found["diagnostics"].as_array().expect("a list").iter();
    let word = |one: &serde_json::Value, name: &str| one[name].as_str().unwrap_or_default().to_owned();
    all.map(|one| format!("{} {}", word(one, "slug"), word(one, "subject"))).collect()
}

#[test]
fn mistakes_that_fit_among_the_figures_are_asked_about() {
    let mistakes = mistakes();
    let wrong = mistakes.iter().filter_map(|Mistake { data, planted, asked: expected }| {
        let found = asked(data, planted, None);
        (!found.contains(expected)).then(|| format!("{planted:?}: expected {expected}, found {found:?}"))
    });
    let wrong: Vec<String> = wrong.collect();
    assert!(mistakes.len() > 20 && wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_comment_beside_the_figures_is_an_answer() {
    let wrong = mistakes().into_iter().filter_map(|Mistake { data, planted, asked: expected }| {
        let found = asked(&data, &planted, Some("this is how it was"));
        found.contains(&expected).then(|| format!("{planted:?}: {expected} is asked although there is a comment"))
    });
    let wrong: Vec<String> = wrong.collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_samples_as_they_are_pass_without_a_word() {
    let mut samples: Vec<String> = mistakes().into_iter().map(|mistake| mistake.data).collect();
    samples.dedup();
    for data in samples {
        assert_eq!(asked(&data, &[], None), [""; 0], "{data}");
    }
}
