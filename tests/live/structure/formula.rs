//! Formulas: length, nesting, arguments, sheets that are there, functions under the name by which files keep them.

use crate::package::Element;
use crate::reads;

const LONGEST: usize = 8_192;
const MOST_ARGUMENTS: usize = 255;
const DEEPEST: usize = 64;

pub(super) fn check(sheet: &Element, names: &[String], faults: &mut Vec<String>) {
    for cell in sheet.below("c") {
        if let Some(formula) = cell.child("f") {
            let found = fault(&formula.text, names);
            faults.extend(found.map(|fault| format!("{}: {fault}: {}", cell.get("r"), formula.text)));
        }
    }
}

fn fault(formula: &str, names: &[String]) -> Option<&'static str> {
    let shape = Shape::of(formula);
    let unknown = |(sheet, ..): &reads::Cells| !sheet.is_empty() && !names.contains(sheet);
    match () {
        () if formula.encode_utf16().count() > LONGEST => Some("it is too long"),
        () if formula.is_empty() || formula.starts_with('=') => Some("it is empty, or begins with a sign"),
        () if !shape.is_closed => Some("it is not closed"),
        () if shape.deepest > DEEPEST => Some("it is too deep"),
        () if shape.most_arguments > MOST_ARGUMENTS => Some("it has too many arguments"),
        () if reads::of(formula, "").iter().any(unknown) => Some("it reads a sheet that is not there"),
        () if shape.functions.iter().any(|name| name.contains('.') && !name.starts_with("_xlfn.")) => {
            Some("it has a function that files keep under another name")
        }
        () if formula.contains("#REF!") => Some("it has lost what it read"),
        () => None,
    }
}

/// How a formula is built.
#[derive(Default)]
struct Shape {
    functions: Vec<String>,
    deepest: usize,
    most_arguments: usize,
    is_closed: bool,
}

impl Shape {
    fn of(formula: &str) -> Shape {
        let mut shape = Shape::default();
        let (mut arguments, mut quote, mut name) = (Vec::new(), None, String::new());
        let mut closed_too_often = false;
        for letter in formula.chars() {
            match (quote, letter) {
                (Some(mark), _) if letter == mark => quote = None,
                (Some(_), _) => {}
                (None, '"' | '\'') => quote = Some(letter),
                (None, '(') => {
                    arguments.push(1);
                    shape.functions.extend(Some(name.clone()).filter(|name| !name.is_empty()));
                }
                (None, ')') => match arguments.pop() {
                    Some(count) => shape.most_arguments = shape.most_arguments.max(count),
                    None => closed_too_often = true,
                },
                (None, ',') => arguments.iter_mut().last().into_iter().for_each(|count| *count += 1),
                _ => {}
            }
            shape.deepest = shape.deepest.max(arguments.len());
            if letter.is_alphanumeric() || letter == '.' || letter == '_' { name.push(letter) } else { name.clear() }
        }
        shape.is_closed = arguments.is_empty() && quote.is_none() && !closed_too_often;
        shape
    }
}
