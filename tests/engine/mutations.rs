//! How many slips the unit checker catches: every factor of every formula of every model, dropped or turned over.
//!
//! `mutations.md` holds the shares; `UPDATE=1` rewrites it.

use sg3_calc::functions;
use sg3_lang::model::{BinaryOperator, Expression, Node};
use sg3_lang::{Diagnostics, FileId, Library, Model, Sources, Span, check};
use sg3_tests::{documents, root};
use std::fmt::Write;
use std::path::PathBuf;

fn document(name: &str) -> Option<String> {
    std::fs::read_to_string(root().join("models").join(format!("{name}.md"))).ok()
}

fn checked(name: &str, text: &str) -> (Option<Model>, FileId) {
    let mut sources = Sources::default();
    let file = sources.add(name, text);
    let library = Library { functions: functions::ALL, documents: &|name| document(name).map(Into::into) };
    (check(&mut sources, file, library, &mut Diagnostics::default()), file)
}

/// Names of all models, in order.
fn models() -> Vec<String> {
    let folder = root().join("models");
    let name = |path: PathBuf| {
        let inside = path.strip_prefix(&folder).expect("a document of the folder").with_extension("");
        inside.to_string_lossy().replace('\\', "/")
    };
    documents(&folder).into_iter().map(name).collect()
}

/// What a product or quotient becomes by a slip: one factor left out, or the quotient turned over.
fn slips(text: &str, expression: &Expression) -> Vec<(Span, String)> {
    let Node::Binary(operator, left, right) = &expression.node else { return Vec::new() };
    let words = |side: &Expression| &text[side.span.start as usize..side.span.end as usize];
    let (one, two) = (words(left), words(right));
    let slips = match operator {
        BinaryOperator::Multiply => vec![one.to_string(), two.to_string()],
        BinaryOperator::Divide => vec![one.to_string(), format!("({two}) / ({one})")],
        _ => Vec::new(),
    };
    slips.into_iter().map(|slip| (expression.span, format!("({slip})"))).collect()
}

fn mutants(name: &str, text: &str) -> Vec<String> {
    let (model, file) = checked(name, text);
    let model = model.unwrap_or_else(|| panic!("{name} is not right"));
    let mut found = Vec::new();
    for definition in model.quantities.iter().filter_map(|quantity| quantity.definition()) {
        for formula in definition.body.expressions() {
            formula.walk(&mut |inner| {
                if inner.span.file == file {
                    found.extend(slips(text, inner));
                }
            });
        }
    }
    found.sort();
    found.dedup();
    let replaced =
        |(span, slip): (Span, String)| [&text[..span.start as usize], &slip, &text[span.end as usize..]].concat();
    found.into_iter().map(replaced).collect()
}

#[test]
fn most_slips_of_a_factor_are_caught_by_the_units() {
    let mut report = String::from("| model | slips | caught by the units |\n|---|--:|--:|\n");
    let (mut all, mut all_caught) = (0, 0);
    for name in models() {
        let text = document(&name).expect("a model of the catalogue");
        let mutants = mutants(&name, &text);
        let caught = mutants.iter().filter(|mutant| checked(&name, mutant).0.is_none()).count();
        let share = 100.0 * caught as f64 / mutants.len().max(1) as f64;
        writeln!(report, "| {name} | {} | {share:.0} % |", mutants.len()).expect("writing to a string");
        (all, all_caught) = (all + mutants.len(), all_caught + caught);
    }
    let share = 100.0 * all_caught as f64 / all.max(1) as f64;
    writeln!(report, "| all | {all} | {share:.0} % |").expect("writing to a string");
    let path = root().join("tests/mutations.md");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, &report).expect("the report can be written");
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    assert_eq!(report, expected, "run with UPDATE=1 and look at the difference");
    assert!(share > 60.0, "units catch only {share:.0} % of the slips");
}
