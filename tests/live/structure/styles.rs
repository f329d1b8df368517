//! Looks: each that is used is there, and there are no more than programs bear.

use crate::package::{Element, Parts};
use std::collections::HashSet;

/// Lists of looks, and what a cell's look calls an entry of theirs.
const LISTS: [(&str, &str); 3] = [("fonts", "fontId"), ("fills", "fillId"), ("borders", "borderId")];
/// Formats up to this number are built in.
const BUILT_IN: usize = 163;
const MOST_LOOKS: usize = 64_000;
const MOST_FORMATS: usize = 200;
const MOST_FONTS: usize = 512;

pub(super) fn check(parts: &Parts, faults: &mut Vec<String>) {
    let Some(styles) = parts.get("xl/styles.xml") else { return faults.push("there are no styles".to_owned()) };
    let count = |list: &str| styles.child(list).map_or(0, |list| list.children.len());
    let formats: HashSet<usize> =
        styles.all("numFmts", "numFmt").filter_map(|format| format.number("numFmtId")).collect();
    for look in styles.all("cellXfs", "xf").chain(styles.all("cellStyleXfs", "xf")) {
        for (list, attribute) in LISTS {
            if look.number(attribute).is_some_and(|id| id >= count(list)) {
                faults.push(format!("a look has {attribute} {}", look.get(attribute)));
            }
        }
        if look.number("numFmtId").is_some_and(|id| id > BUILT_IN && !formats.contains(&id)) {
            faults.push(format!("a look has the format {}", look.get("numFmtId")));
        }
    }
    for (list, most) in [("cellXfs", MOST_LOOKS), ("numFmts", MOST_FORMATS), ("fonts", MOST_FONTS)] {
        if count(list) > most {
            faults.push(format!("there are {} {list}", count(list)));
        }
    }
    for list in ["cellXfs", "numFmts", "fonts", "fills", "borders", "dxfs"].iter().filter_map(|list| styles.child(list))
    {
        if list.number("count").is_some_and(|said| said != list.children.len()) {
            faults.push(format!("{} are said to be {}", list.name, list.get("count")));
        }
    }
    for format in styles.all("numFmts", "numFmt") {
        let code = format.get("formatCode");
        if code.chars().count() > 255 || code.matches('"').count() % 2 == 1 {
            faults.push(format!("{code:?} is no format"));
        }
    }
}

/// How many looks cells, and conditions, have to choose from.
pub(super) fn counts(parts: &Parts) -> (usize, usize) {
    let styles = parts.get("xl/styles.xml");
    let count =
        |list: &str| styles.and_then(|styles| styles.child(list)).map_or(0, |list: &Element| list.children.len());
    (count("cellXfs"), count("dxfs"))
}
