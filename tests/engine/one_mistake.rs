//! One mistake of syntax is one message or two, never ten more: a sign is taken from each model, here and there.

use sg3_calc::functions;
use sg3_lang::{Diagnostics, Library, LibraryDocument, Severity, Sources, check};
use sg3_tests::{documents, root};

/// Signs without which an item cannot be read.
const SIGNS: [char; 8] = ['(', ')', '[', ']', '"', ':', ',', '='];
/// How many are taken from each model, one at a time.
const TAKEN: usize = 30;
/// A mistake, and at most one message about what stands beside it.
const MOST: usize = 2;

fn messages(text: &str) -> Diagnostics {
    let mut sources = Sources::default();
    let file = sources.add("broken", text);
    let document = |name: &str| {
        std::fs::read_to_string(root().join("models").join(format!("{name}.md"))).ok().map(LibraryDocument::from)
    };
    let mut diagnostics = Diagnostics::default();
    check(&mut sources, file, Library { functions: functions::ALL, documents: &document }, &mut diagnostics);
    diagnostics
}

fn errors(diagnostics: &Diagnostics) -> Vec<&str> {
    let errors = diagnostics.iter().filter(|message| message.severity == Severity::Error);
    errors.map(|message| &*message.message).collect()
}

/// The text without one of its signs, evenly spread over the formulas.
fn broken(text: &str) -> Vec<String> {
    let mut signs = Vec::new();
    let mut in_formulas = false;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        in_formulas = if line.starts_with("```") { line.starts_with("```sg3") } else { in_formulas };
        if in_formulas {
            signs.extend(line.match_indices(SIGNS).map(|(at, _)| start + at));
        }
        start += line.len();
    }
    let every = (signs.len() / TAKEN).max(1);
    signs.iter().step_by(every).map(|at| [&text[..*at], &text[at + 1..]].concat()).collect()
}

#[test]
fn one_mistake_of_syntax_brings_no_ten_others() {
    let (mut all, mut too_many) = (0, Vec::new());
    for path in documents(&root().join("models")) {
        let text = std::fs::read_to_string(&path).expect("a model").replace("\r\n", "\n");
        for text in broken(&text) {
            let diagnostics = messages(&text);
            if diagnostics.iter().any(|message| message.slug == "syntax") {
                all += 1;
                too_many.extend(Some(errors(&diagnostics).join("\n")).filter(|_| errors(&diagnostics).len() > MOST));
            }
        }
    }
    assert!(all > 300, "{all} mistakes of syntax are too few to tell");
    assert!(too_many.is_empty(), "{} of {all}:\n{}", too_many.len(), too_many.join("\n\n"));
}

/// A name that is read and wrong is told wherever it is used: the count sees what follows.
#[test]
fn a_name_that_nothing_defines_is_told_at_each_place() {
    let text = std::fs::read_to_string(root().join("models/tour/mobile.md")).expect("a model");
    let renamed = text.replacen("dimension element", "dimension elements", 1);
    assert!(renamed != text && errors(&messages(&renamed)).len() > MOST);
}
