//! What a form prints: rows that say something, and a page of room for those that are added.

use crate::fill::complete;
use crate::model;
use sg3_calc::Layer;
use sg3_form::{Layout, write_form};
use sg3_lang::model::Owner;
use std::collections::HashMap;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// Parts of a workbook by name.
fn unpack(bytes: Vec<u8>) -> HashMap<String, String> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = HashMap::new();
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).unwrap();
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        parts.insert(part.name().unwrap().into_owned(), text);
    }
    parts
}

fn attribute<'a>(element: &'a str, name: &str) -> Option<&'a str> {
    element.split(&format!(" {name}=\"")).nth(1)?.split('"').next()
}

/// For each style of a cell whether spreadsheets print it without content: it has a border or a colour.
fn seen_styles(styles: &str) -> Vec<bool> {
    let formats = styles.split("<cellXfs").nth(1).unwrap().split("</cellXfs>").next().unwrap();
    let is_plain =
        |format: &str| attribute(format, "borderId") == Some("0") && attribute(format, "fillId") == Some("0");
    formats.split("<xf ").skip(1).map(|format| !is_plain(&format!(" {format}"))).collect()
}

/// The last row of each sheet that is printed, and all that cells are prepared for.
fn printed_rows(bytes: Vec<u8>) -> Vec<(usize, usize)> {
    let parts = unpack(bytes);
    let seen = seen_styles(&parts["xl/styles.xml"]);
    let is_printed = |cell: &str| {
        cell.contains("<f>") || cell.contains("<v>") || seen[attribute(cell, "s").map_or(0, |s| s.parse().unwrap())]
    };
    let mut names: Vec<&String> = parts.keys().filter(|name| name.starts_with("xl/worksheets/sheet")).collect();
    names.sort();
    let sheets = names.into_iter().map(|name| {
        let rows: Vec<&str> = parts[name].split("<row ").skip(1).collect();
        let number = |row: &str| attribute(&format!(" {row}"), "r").unwrap().parse::<usize>().unwrap();
        let printed =
            rows.iter().copied().filter(|row| row.split("<c ").skip(1).any(|cell| is_printed(&format!(" {cell}"))));
        (printed.map(number).max().unwrap_or(0), rows.iter().copied().map(number).max().unwrap_or(0))
    });
    sheets.collect()
}

#[test]
fn rows_that_nobody_has_reached_are_not_printed() {
    let model = model::everything();
    let layout = Layout::of(&model, Owner::Operator);
    let sheets = printed_rows(write_form(&model, &layout, &[]));
    assert!(sheets.iter().all(|(printed, _)| *printed <= 80), "{sheets:?}");
    let prepared = sheets.iter().filter(|(printed, all)| *all >= printed + 180).count();
    assert!(prepared >= 2, "rows are prepared all the same: {sheets:?}");
}

#[test]
fn every_row_that_is_given_is_printed() {
    let model = model::everything();
    let layout = Layout::of(&model, Owner::Operator);
    let layer = complete(&model, Owner::Operator, 4);
    let first = layer.members[0].clone();
    let many = (0..150).map(|number| sg3_calc::MemberEntry { key: format!("m{number}").into(), ..first.clone() });
    let layer = Layer { members: many.collect(), values: Vec::new(), ..layer };
    let sheets = printed_rows(write_form(&model, &layout, &[layer]));
    assert!(sheets.iter().any(|(printed, _)| *printed >= 150), "{sheets:?}");
}

#[test]
fn a_row_is_drawn_when_it_is_reached() {
    let model = model::everything();
    let parts = unpack(write_form(&model, &Layout::of(&model, Owner::Operator), &[]));
    let rules = parts.values().flat_map(|part| part.split("<conditionalFormatting ").skip(1));
    let of_rows: Vec<&str> = rules.filter(|rule| rule.contains("COUNTA(")).collect();
    assert!(!of_rows.is_empty());
    for rule in of_rows {
        let first: String = attribute(&format!(" {rule}"), "sqref").unwrap().split(':').next().unwrap().to_owned();
        let row: usize = first.trim_start_matches(|letter: char| letter.is_alphabetic()).parse().unwrap();
        let above = format!("{}:", row - 1);
        assert!(rule.contains(&above), "the first of the rows looks at the one above: {rule}");
    }
}
