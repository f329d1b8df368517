//! What spreadsheet programs demand of a file before they open it, and what nobody should find in it.

use crate::catalogue::{Example, everything, examples};
use crate::written::Written;
use crate::{book, reads};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::io::{Cursor, Read};
use zip::ZipArchive;

type Parts = BTreeMap<String, Vec<u8>>;

fn parts(bytes: &[u8]) -> Parts {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a workbook");
    let mut parts = Parts::new();
    for number in 0..archive.len() {
        let mut part = archive.by_index(number).expect("a part");
        let mut content = Vec::new();
        part.read_to_end(&mut content).expect("a readable part");
        let name = part.name().expect("a name").into_owned();
        assert!(parts.insert(name.clone(), content).is_none(), "{name} is there once");
    }
    parts
}

/// Calls `visit` for every element; fails where the part is not well formed.
fn for_each_element(part: &str, content: &[u8], mut visit: impl FnMut(&BytesStart)) {
    let mut reader = Reader::from_reader(content);
    reader.config_mut().check_end_names = true;
    let mut open = 0;
    loop {
        match reader.read_event().unwrap_or_else(|error| panic!("{part}: {error}")) {
            Event::Start(element) => {
                open += 1;
                visit(&element);
            }
            Event::Empty(element) => visit(&element),
            Event::End(_) => open -= 1,
            Event::DocType(_) => panic!("{part} declares a document type"),
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(open, 0, "{part} is closed");
}

fn attribute(element: &BytesStart, name: &str) -> Option<String> {
    let found = element.try_get_attribute(name).expect("well-formed attributes")?;
    Some(found.value.into_owned())
}

#[test]
fn packages_are_whole() {
    for example in everything() {
        let parts = parts(book::of(example));
        let mut types = Vec::new();
        for_each_element("content types", &parts["[Content_Types].xml"], |element| {
            types.extend(attribute(element, "PartName").or_else(|| attribute(element, "Extension")));
        });
        for (name, content) in &parts {
            let ending = name.rsplit('.').next().unwrap_or_default();
            let has_type = types.iter().any(|known| known == ending || known.trim_start_matches('/') == name);
            assert!(has_type, "{}: {name} has a type", example.name);
            for_each_element(name, content, |_| {});
            if name.ends_with(".rels") {
                relations(example, name, content, &parts);
            }
        }
    }
}

/// Every relation leads to a part of the package, or within the workbook.
fn relations(example: &Example, name: &str, content: &[u8], parts: &Parts) {
    let folder = name.rsplit_once("_rels/").map_or("", |(folder, _)| folder);
    let mut ids = HashSet::new();
    for_each_element(name, content, |element| {
        let Some(target) = attribute(element, "Target") else { return };
        assert!(ids.insert(attribute(element, "Id")), "{}: {name} names a relation twice", example.name);
        assert_eq!(attribute(element, "TargetMode"), None, "{}: {target} is outside", example.name);
        let path = resolved(folder, &target);
        assert!(parts.contains_key(&path), "{}: {name} leads to {path}", example.name);
    });
}

fn resolved(folder: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut path: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in target.split('/') {
        match part {
            ".." => drop(path.pop()),
            part => path.push(part),
        }
    }
    path.join("/")
}

#[test]
fn names_of_sheets_are_legal() {
    for example in everything() {
        let names = &book::written(example).names;
        let mut seen = HashSet::new();
        for name in names {
            let is_legal = !name.is_empty()
                && name.encode_utf16().count() <= 31
                && !name.contains(['[', ']', ':', '*', '?', '/', '\\'])
                && !name.starts_with('\'')
                && !name.ends_with('\'')
                && !name.eq_ignore_ascii_case("history");
            assert!(is_legal && seen.insert(name.to_lowercase()), "{}: {name}", example.name);
        }
    }
}

#[test]
fn cells_stand_in_order_and_text_is_never_a_formula() {
    for example in everything() {
        for (name, content) in parts(book::of(example)).iter().filter(|(name, _)| name.contains("worksheets/sheet")) {
            let mut last = None;
            for_each_element(name, content, |element| {
                if element.name().as_ref() != "c" {
                    return;
                }
                let place =
                    attribute(element, "r").and_then(|place| sg3_sheet::parse_address(&place)).expect("a place");
                assert!(last < Some(place), "{}: {name} {place:?}", example.name);
                last = Some(place);
            });
        }
    }
}

#[test]
fn words_that_look_like_formulas_stay_words() {
    let example = examples("tests/language").find(|example| example.name.starts_with("labels")).expect("it");
    let mut workbook = sg3_sheet::Workbook::open(book::of(example).to_vec(), "labels.xlsx").expect("a workbook");
    let pages = sg3_sheet::live::verify::pages(&mut workbook).expect("its sheets");
    for words in
        ["=1+1 as the title", "=cmd|'/c calc'!A1", "@SUM(1+1)", "-2+3", "'quoted'", "+1", "=2*3", "=FALSE()", "=plain"]
    {
        let cells = pages.iter().flat_map(|page| page.cells.values());
        let found: Vec<_> = cells.filter(|cell| cell.content == sg3_sheet::Content::Text(words.to_owned())).collect();
        assert!(!found.is_empty(), "{words} is somewhere");
        let is_read = |text: &str| text.starts_with('\'') || text.contains("INDEX(");
        for cell in found {
            let formula = cell.formula.as_ref().and_then(|formula| formula.text.as_deref());
            assert!(formula.is_none_or(is_read), "{words} is a formula: {formula:?}");
        }
    }
}

#[test]
fn no_formula_has_more_arguments_than_a_function_takes() {
    for example in everything() {
        for formula in book::written(example).formulas.values() {
            assert!(most_arguments(formula) <= 255, "{}: {formula}", example.name);
        }
    }
}

/// Of all functions in a formula, the most that one is given.
fn most_arguments(formula: &str) -> usize {
    let (mut most, mut open, mut quote) = (1, vec![1], None);
    for letter in formula.chars() {
        match (quote, letter) {
            (Some(mark), _) if letter == mark => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') => quote = Some(letter),
            (None, '(') => open.push(1),
            (None, ')') => most = most.max(open.pop().unwrap_or(1)),
            (None, ',') => *open.last_mut().expect("commas stand in brackets") += 1,
            _ => {}
        }
    }
    most
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
