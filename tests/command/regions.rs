//! The page of the groups: every command on it gives what stands beside it.

use crate::typed;
use std::fs;
use std::path::Path;

/// A row of a table: its command, and what it is said to give.
fn command_and_figure(line: &str) -> Option<(&str, &str)> {
    let cells: Vec<&str> = line.strip_prefix("| ")?.strip_suffix(" |")?.split(" | ").collect();
    let [.., command, figure] = cells[..] else { return None };
    Some((command.strip_prefix('`')?.strip_suffix('`').filter(|command| command.starts_with("sg3 "))?, figure))
}

/// What a command gives: a figure with its unit, or the count of the cases.
fn figure_of(printed: &str) -> String {
    let first = printed.lines().next().unwrap_or_default();
    let figure = first.split_once(" = ").map(|(_, figure)| figure);
    figure.or(printed.lines().last()).unwrap_or_default().to_owned()
}

#[test]
fn every_command_of_the_page_gives_its_figure() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let file = root.join("samples/REGIONS.md");
    let page = fs::read_to_string(&file).expect("a page").replace("\r\n", "\n");
    let rows = page.lines().filter_map(command_and_figure);
    assert!(rows.clone().count() > 50, "the rows of the page are found");
    let found = page.lines().map(|line| match command_and_figure(line) {
        Some((command, figure)) => {
            let head = line.strip_suffix(&format!("{figure} |")).expect("the figure is the last cell");
            format!("{head}{} |\n", figure_of(&typed::output_of(command, &root)))
        }
        None => format!("{line}\n"),
    });
    let found: String = found.collect();
    let different = page.lines().zip(found.lines()).filter(|(said, printed)| said != printed);
    let different: Vec<(&str, &str)> = different.collect();
    assert!(typed::agrees(&file, &page, &found), "UPDATE=1 writes it: {different:#?}");
}
