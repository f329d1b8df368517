//! What nobody should find in a workbook: words that became formulas, and formulas that need themselves.

use crate::catalogue::{everything, examples};
use crate::written::Written;
use crate::{book, reads};
use std::collections::HashMap;

#[test]
fn words_that_look_like_formulas_stay_words() {
    let example = examples("tests/language").find(|example| example.name.starts_with("labels")).expect("it");
    let mut workbook = sg3_workbook::Workbook::open(book::of(example).to_vec(), "labels.xlsx").expect("a workbook");
    let pages = sg3_live::verify::read_sheets(&mut workbook).expect("its sheets");
    for words in
        ["=1+1 as the title", "=cmd|'/c calc'!A1", "@SUM(1+1)", "-2+3", "'quoted'", "+1", "=2*3", "=FALSE()", "=plain"]
    {
        let cells = pages.iter().flat_map(|page| page.cells.values());
        let found: Vec<_> =
            cells.filter(|cell| cell.content == sg3_workbook::Content::Text(words.to_owned())).collect();
        assert!(!found.is_empty(), "{words} is somewhere");
        let is_read = |text: &str| text.starts_with('\'') || text.contains("INDEX(");
        for cell in found {
            let formula = cell.formula.as_ref().and_then(|formula| formula.text.as_deref());
            assert!(formula.is_none_or(is_read), "{words} is a formula: {formula:?}");
        }
    }
}

#[test]
fn no_formula_needs_itself() {
    for example in everything() {
        assert_eq!(circle(book::written(example)), None, "{}", example.name);
    }
}

#[test]
fn a_circle_would_be_found() {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let page = workbook.add_worksheet();
    page.write_formula(0, 0, "=B1+1").expect("a cell");
    page.write_formula(0, 1, "=SUM(A1:A2)").expect("a cell");
    let written = Written::of(&workbook.save_to_buffer().expect("a workbook"));
    assert!(circle(&written).is_some());
}

/// A formula that needs itself in the end.
fn circle(written: &Written) -> Option<String> {
    let mut state: HashMap<(u32, i32, i32), bool> = HashMap::new();
    let mut keys: Vec<_> = written.formulas.keys().copied().collect();
    keys.sort_unstable();
    for start in keys {
        let mut open = vec![(start, false)];
        while let Some((key, is_done)) = open.pop() {
            if is_done {
                state.insert(key, true);
                continue;
            }
            match state.get(&key) {
                Some(true) => continue,
                Some(false) => return Some(format!("{key:?}")),
                None => {}
            }
            state.insert(key, false);
            open.push((key, true));
            for read in formulas_read(written, key) {
                match state.get(&read) {
                    Some(true) => {}
                    Some(false) => return Some(format!("{key:?} and {read:?}")),
                    None => open.push((read, false)),
                }
            }
        }
    }
    None
}

fn formulas_read(written: &Written, key: (u32, i32, i32)) -> Vec<(u32, i32, i32)> {
    let mut found = Vec::new();
    for (name, top, bottom, left, right) in reads::of(&written.formulas[&key], &written.names[key.0 as usize]) {
        let Some(sheet) = written.names.iter().position(|other| *other == name) else { continue };
        for row in top..=bottom {
            for column in left..=right {
                let read = (sheet as u32, row, column);
                found.extend(written.formulas.contains_key(&read).then_some(read));
            }
        }
    }
    found
}
