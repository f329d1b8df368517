//! A model from text, data from words.

use sg3_calc::{Datum, Inputs, Layer, MemberEntry, Origin, Results, Value, bind, evaluate, functions, plan, run_cases};
use sg3_lang::{Diagnostics, Library, Model, Sources, check};
use std::sync::Arc;

/// The checked model of a text without its fences.
pub(crate) fn model(text: &str) -> Model {
    let (mut sources, mut diagnostics) = (Sources::default(), Diagnostics::default());
    let file = sources.add("test", format!("# Test\n\n```sg3\n{text}\n```\n"));
    let library = Library { functions: functions::ALL, documents: &|_| None };
    let model = check(&mut sources, file, library, &mut diagnostics);
    let messages: Vec<&String> = diagnostics.iter().map(|diagnostic| &diagnostic.message).collect();
    model.unwrap_or_else(|| panic!("the text is wrong: {messages:#?}"))
}

/// Every case of the text must come out.
pub(crate) fn holds(text: &str) {
    let model = model(text);
    let figures: Vec<_> = run_cases(&model).into_iter().flat_map(|case| case.figures).collect();
    let failed: Vec<String> =
        figures.iter().filter_map(|figure| figure.diagnostic.as_ref()).map(|d| d.message.clone()).collect();
    assert!(failed.is_empty() && !figures.is_empty(), "{failed:#?}");
}

/// A layer: `service: voice, data` lists members, `volume[voice] = 3` says a value.
pub(crate) fn layer(model: &Model, name: &str, lines: &[&str]) -> Layer {
    let mut layer = Layer { name: name.to_string(), ..Layer::default() };
    for (number, line) in lines.iter().enumerate() {
        let origin = Origin::Line { file: name.into(), line: number as u32 + 1 };
        match line.split_once(" = ") {
            Some((place, value)) => layer.values.push(datum(model, place, value, origin)),
            None => layer.members.extend(members(model, line, &origin)),
        }
    }
    layer
}

fn datum(model: &Model, place: &str, value: &str, origin: Origin) -> Datum {
    let (name, place) = match place.split_once('[') {
        None => (place, None),
        Some((name, keys)) => (name, Some(keys.trim_end_matches(']').split(", ").map(Arc::from).collect())),
    };
    let quantity = model.find_quantity(name).unwrap_or_else(|| panic!("no `{name}`"));
    let value = match (value, value.parse()) {
        (_, Ok(number)) => Value::Number(number),
        ("n/a", _) => Value::NotAvailable("n/a".into()),
        _ => Value::Text(value.to_string()),
    };
    Datum { quantity, place, value, origin, evidence: None }
}

fn members(model: &Model, line: &str, origin: &Origin) -> Vec<MemberEntry> {
    let (dimension, keys) = line.split_once(": ").expect("`dimension: keys`");
    let dimension = model.find_dimension(dimension).expect("a dimension of the model");
    let entry = |key: &str| MemberEntry {
        dimension,
        key: key.into(),
        label: key.to_uppercase(),
        unit: None,
        origin: origin.clone(),
    };
    keys.split(", ").map(entry).collect()
}

/// Bound and evaluated, with everything there was to say about the data.
pub(crate) fn run(model: &Model, layers: &[Layer]) -> (Inputs, Results, Diagnostics) {
    let mut diagnostics = Diagnostics::default();
    let inputs = bind(model, layers, &mut diagnostics);
    let results = evaluate(model, &plan(model), &inputs);
    (inputs, results, diagnostics)
}

/// The values of a quantity.
pub(crate) fn values(model: &Model, results: &Results, name: &str) -> Vec<f64> {
    let id = model.find_quantity(name).unwrap_or_else(|| panic!("no `{name}`"));
    results.array(id).unwrap_or_else(|| panic!("`{name}` was not computed")).cells.clone()
}

/// Slug and message of everything that was said.
pub(crate) fn said(diagnostics: &Diagnostics) -> Vec<(&'static str, String)> {
    diagnostics.iter().map(|diagnostic| (diagnostic.slug, diagnostic.message.clone())).collect()
}
