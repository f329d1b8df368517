//! Any text is answered with words: documents with their words shuffled, dropped, doubled and mistaken for each other are read, formatted, checked and, where
//! they still mean something, computed, without a panic.

use proptest::prelude::*;
use sg3_calc::{Layer, bind, diagnose, evaluate, functions, plan, run_cases};
use sg3_lang::{Diagnostics, Library, Sources, check, format};

/// A document with every form of item and expression.
const WHOLE: &str = include_str!("../damage/whole.md");

/// Words that may come in anywhere.
const WORDS: [&str; 24] = [
    "(",
    ")",
    "[",
    "]",
    "|",
    ",",
    ":",
    "=",
    "-",
    "^",
    "over",
    "with",
    "where",
    "beyond",
    "simultaneous",
    "input",
    "\n",
    "\n    ",
    "0",
    "1e300",
    "year",
    "\"",
    "all",
    "first",
];

#[derive(Debug, Clone)]
enum Edit {
    Drop(usize),
    Double(usize),
    Swap(usize, usize),
    Insert(usize, &'static str),
    /// The word becomes another of the document.
    Copy(usize, usize),
}

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    let at = || any::<usize>();
    let edit = prop_oneof![
        at().prop_map(Edit::Drop),
        at().prop_map(Edit::Double),
        (at(), at()).prop_map(|(one, other)| Edit::Swap(one, other)),
        (at(), prop::sample::select(&WORDS[..])).prop_map(|(at, word)| Edit::Insert(at, word)),
        (at(), at()).prop_map(|(from, to)| Edit::Copy(from, to)),
    ];
    prop::collection::vec(edit, 1..4)
}

/// Words, signs and blanks, which together are the text.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces: Vec<&str> = Vec::new();
    let mut start = 0;
    let kind = |letter: char| if letter.is_alphanumeric() || letter == '_' { 0 } else { letter as u32 + 1 };
    for (at, letter) in text.char_indices().skip(1) {
        let before = text[..at].chars().next_back().expect("the first letter is skipped");
        if kind(before) != kind(letter) {
            pieces.push(&text[start..at]);
            start = at;
        }
    }
    pieces.push(&text[start..]);
    pieces
}

fn damaged(edits: &[Edit]) -> String {
    let mut pieces = pieces(WHOLE);
    for edit in edits {
        let count = pieces.len();
        match edit {
            Edit::Drop(at) => drop(pieces.remove(at % count)),
            Edit::Double(at) => pieces.insert(at % count, pieces[at % count]),
            Edit::Swap(one, other) => pieces.swap(one % count, other % count),
            Edit::Insert(at, word) => pieces.insert(at % count, word),
            Edit::Copy(from, to) => pieces[to % count] = pieces[from % count],
        }
    }
    pieces.concat()
}

/// Whether there is still a model; if so it is computed.
fn survives(text: &str) -> bool {
    let mut sources = Sources::default();
    let file = sources.add("damaged", text);
    let library = Library { functions: functions::ALL, documents: &|_| None };
    let mut diagnostics = Diagnostics::default();
    let once = format(text);
    assert_eq!(format(&once), once);
    let Some(model) = check(&mut sources, file, library, &mut diagnostics) else {
        assert!(diagnostics.has_errors());
        return false;
    };
    run_cases(&model);
    let inputs = bind(&model, &[Layer::default()], &mut diagnostics);
    let results = evaluate(&model, &plan(&model), &inputs);
    diagnose(&model, &inputs, &results, &mut diagnostics);
    true
}

#[test]
fn the_whole_document_is_right() {
    assert!(survives(WHOLE));
}

/// `FUZZ=20000` tries that many documents instead of 80.
fn cases() -> u32 {
    std::env::var("FUZZ").ok().and_then(|count| count.parse().ok()).unwrap_or(80)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn damage_is_answered_with_words(edits in edits()) {
        survives(&damaged(&edits));
    }

    #[test]
    fn depth_is_answered_with_words(opening in prop::sample::select(&["(", "-", "not ", "abs(", "if a > 1 then a else ", "a + ", "a ^ ", "(a with a = ", "sum(", "b["][..]), times in 1usize..2_000) {
        let text = format!("# T\n```sg3\ninput a \"A\" : ratio\noutput x \"X\" : ratio = {}a\n```\n", opening.repeat(times));
        survives(&text);
    }
}
