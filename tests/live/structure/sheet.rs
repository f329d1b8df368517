//! A sheet: order of elements, cells in order and within their lists, areas, links, what is asked of entries.

use super::{names, styles};
use crate::package::{Element, Parts};
use std::collections::HashSet;

/// Elements of a sheet in the order of the standard (CT_Worksheet).
const ORDER: [&str; 38] = [
    "sheetPr",
    "dimension",
    "sheetViews",
    "sheetFormatPr",
    "cols",
    "sheetData",
    "sheetCalcPr",
    "sheetProtection",
    "protectedRanges",
    "scenarios",
    "autoFilter",
    "sortState",
    "dataConsolidate",
    "customSheetViews",
    "mergeCells",
    "phoneticPr",
    "conditionalFormatting",
    "dataValidations",
    "hyperlinks",
    "printOptions",
    "pageMargins",
    "pageSetup",
    "headerFooter",
    "rowBreaks",
    "colBreaks",
    "customProperties",
    "cellWatches",
    "ignoredErrors",
    "smartTags",
    "drawing",
    "legacyDrawing",
    "legacyDrawingHF",
    "picture",
    "oleObjects",
    "controls",
    "webPublishItems",
    "tableParts",
    "extLst",
];
/// More letters than this no cell holds.
const MOST_LETTERS: usize = 32_767;
const TALLEST: f64 = 409.5;
const WIDEST: f64 = 255.0;
const DEEPEST: usize = 7;
const MOST_LINKS: usize = 65_530;

pub(super) fn check(sheet: &Element, parts: &Parts, faults: &mut Vec<String>) {
    order(sheet, faults);
    rows(sheet, parts, faults);
    areas(sheet, faults);
    entries(sheet, faults);
    links(sheet, parts, faults);
    for condition in sheet.below("cfRule").iter().filter_map(|rule| rule.number("dxfId")) {
        if condition >= styles::counts(parts).1 {
            faults.push(format!("a condition has the look {condition}"));
        }
    }
    for column in sheet.all("cols", "col") {
        let width: f64 = column.get("width").parse().unwrap_or(0.0);
        if width > WIDEST || column.number("min") > column.number("max") {
            faults.push(format!("a column is {width} wide"));
        }
    }
    let foot = sheet
        .child("headerFooter")
        .map_or(0, |foot| foot.children.iter().map(|part| part.text.len()).max().unwrap_or(0));
    if foot > 255 {
        faults.push(format!("the foot has {foot} letters"));
    }
}

fn order(sheet: &Element, faults: &mut Vec<String>) {
    let places: Vec<Option<usize>> =
        sheet.children.iter().map(|child| ORDER.iter().position(|name| *name == child.name)).collect();
    let repeats = |name: &str| name == "conditionalFormatting";
    for (pair, children) in places.windows(2).zip(sheet.children.windows(2)) {
        let (before, after) = (&children[0].name, &children[1].name);
        if pair[0] > pair[1] || (pair[0] == pair[1] && !repeats(before)) {
            faults.push(format!("{after} stands behind {before}"));
        }
    }
    if places.contains(&None) || sheet.child("sheetData").is_none() {
        faults.push("it has an element that no sheet has, or no cells".to_owned());
    }
}

fn rows(sheet: &Element, parts: &Parts, faults: &mut Vec<String>) {
    let (looks, _) = styles::counts(parts);
    let texts: Vec<usize> =
        parts.get("xl/sharedStrings.xml").map(|texts| texts.children.iter().map(letters).collect()).unwrap_or_default();
    let mut last: Option<(u32, u32)> = None;
    let mut last_row = 0;
    for row in sheet.all("sheetData", "row") {
        let number = row.number("r").unwrap_or(0);
        let height: f64 = row.get("ht").parse().unwrap_or(0.0);
        if number <= last_row || height > TALLEST || row.number("outlineLevel").unwrap_or(0) > DEEPEST {
            faults.push(format!("row {number} is not in order, or {height} high, or too deep"));
        }
        last_row = number;
        for cell in &row.children {
            let place = sg3_workbook::parse_address(cell.get("r"));
            if place.is_none() || place <= last || place.is_some_and(|(row, _)| row as usize + 1 != number) {
                faults.push(format!("{} is not in order", cell.get("r")));
            }
            last = place;
            content(cell, looks, &texts, faults);
        }
    }
}

/// How many letters a shared text has, as programs count them.
fn letters(text: &Element) -> usize {
    let own: usize = text.below("t").iter().map(|part| part.text.encode_utf16().count()).sum();
    own
}

fn content(cell: &Element, looks: usize, texts: &[usize], faults: &mut Vec<String>) {
    let at = cell.get("r");
    if cell.number("s").is_some_and(|look| look >= looks) {
        faults.push(format!("{at} has the look {}", cell.get("s")));
    }
    let value = cell.child("v").map(|value| &*value.text).unwrap_or_default();
    let is_sound = match cell.get("t") {
        "s" => value.parse().is_ok_and(|text: usize| texts.get(text).is_some_and(|letters| *letters <= MOST_LETTERS)),
        "b" => matches!(value, "0" | "1"),
        "e" => value.starts_with('#'),
        "str" => cell.child("f").is_some() && value.encode_utf16().count() <= MOST_LETTERS,
        "" | "n" => cell.children.is_empty() || value.parse().is_ok_and(f64::is_finite),
        _ => false,
    };
    if !is_sound {
        faults.push(format!("{at} holds {value:?}"));
    }
}

type Area = (u32, u32, u32, u32);

fn area(text: &str) -> Option<Area> {
    let (from, to) = text.split_once(':').unwrap_or((text, text));
    let ((top, left), (bottom, right)) = (sg3_workbook::parse_address(from)?, sg3_workbook::parse_address(to)?);
    (top <= bottom && left <= right).then_some((top, left, bottom, right))
}

/// Merged cells are more than one, and none is merged twice.
fn areas(sheet: &Element, faults: &mut Vec<String>) {
    let mut merged: Vec<Area> = Vec::new();
    for text in sheet.all("mergeCells", "mergeCell").map(|cell| cell.get("ref")) {
        let own = area(text).filter(|(top, left, bottom, right)| (top, left) != (bottom, right));
        let meets =
            |own: &Area, other: &Area| own.0 <= other.2 && other.0 <= own.2 && own.1 <= other.3 && other.1 <= own.3;
        match own.filter(|own| !merged.iter().any(|other| meets(own, other))) {
            Some(own) => merged.push(own),
            None => faults.push(format!("{text} cannot be merged")),
        }
    }
}

/// What is asked of entries, and said of them, has its limits.
fn entries(sheet: &Element, faults: &mut Vec<String>) {
    for asked in sheet.all("dataValidations", "dataValidation") {
        let long = |attribute: &str, most: usize| asked.get(attribute).encode_utf16().count() > most;
        let formulas = asked.children.iter().any(|formula| formula.text.encode_utf16().count() > 255);
        let texts = long("promptTitle", 32) || long("errorTitle", 32) || long("prompt", 255) || long("error", 225);
        let places = asked.get("sqref").split(' ').any(|place| area(place).is_none());
        if formulas || texts || places {
            faults.push(format!("what is asked of {} is too long, or of no cell", asked.get("sqref")));
        }
    }
}

/// Links lead to cells of sheets that are there.
fn links(sheet: &Element, parts: &Parts, faults: &mut Vec<String>) {
    let names = names::of_sheets(parts);
    let mut seen = HashSet::new();
    for link in sheet.all("hyperlinks", "hyperlink") {
        let to = link.get("location");
        let place = to.rsplit_once('!').map(|(sheet, place)| (sheet.trim_matches('\'').replace("''", "'"), place));
        let leads = place.is_some_and(|(sheet, place)| names.contains(&sheet) && area(place).is_some());
        if !leads || !seen.insert(link.get("ref")) {
            faults.push(format!("{} leads to {to}, or twice", link.get("ref")));
        }
    }
    if seen.len() > MOST_LINKS {
        faults.push(format!("there are {} links", seen.len()));
    }
}
