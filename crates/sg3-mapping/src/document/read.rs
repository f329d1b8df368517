//! A mapping back from its workbook or its CSV twin: tables are found by their keys, mistakes are told by their cells.

use super::{column, pages};
use crate::rules::answer::Answer;
use crate::rules::mapping::{Accepted, Audited, MappedFile, Mapping};
use crate::rules::meaning::WordMeaning;
use crate::rules::rule::MappingRule;
use sg3_calc::Origin;
use sg3_form::layout::key;
use sg3_form::tables::block::Block;
use sg3_form::tables::grid::{Page, PageCell, PageRow};
use sg3_form::tables::{block, grid};
use sg3_form::values::number::{ParsedNumber, parse_number};
use sg3_lang::diagnostic::DataPlace;
use sg3_lang::{Diagnostic, Diagnostics, Place, Severity};
use sg3_workbook::{Content, Hidden, Shown, Visibility, Workbook, format_address};
use std::sync::Arc;

/// Reads a mapping from its workbook; nothing if it is none.
pub(crate) fn read_workbook(workbook: &mut Workbook, diagnostics: &mut Diagnostics) -> Option<Mapping> {
    let file = workbook.file().to_owned();
    let pages: Vec<Page> =
        (0..workbook.sheets().len()).map(|sheet| grid::read_page(workbook, &file, sheet, diagnostics)).collect();
    read_pages(&pages, &file, false, diagnostics)
}

/// Reads a mapping from its CSV twin; nothing if it is none.
pub(crate) fn read_csv(text: &str, file: &str, diagnostics: &mut Diagnostics) -> Option<Mapping> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let mut rows = Vec::new();
    for record in reader.records() {
        match record {
            Ok(record) => rows.push(csv_row(&record)),
            Err(error) => {
                let at = format!("line {}", error.position().map_or(1, csv::Position::line));
                let place = Place::Data(DataPlace { file: file.to_owned(), at });
                diagnostics.add(Diagnostic::new(
                    "unreadable-file",
                    Severity::Error,
                    place,
                    format!("not a CSV file: {error}"),
                ));
                return None;
            }
        }
    }
    read_pages(
        &[Page {
            number: 0,
            name: "".into(),
            rows,
            hidden: Hidden::default(),
            visibility: Visibility::Shown,
            is_pointed: false,
        }],
        file,
        true,
        diagnostics,
    )
}

fn csv_row(record: &csv::StringRecord) -> PageRow {
    let line = record.position().map_or(1, csv::Position::line);
    let cell = |(column, text): (usize, &str)| {
        let text = text.strip_prefix('\'').unwrap_or(text);
        let content = Content::Text(text.to_owned());
        (!text.is_empty()).then_some(PageCell { column: column as u32, shown: Shown::Itself, content, formula: None })
    };
    PageRow { row: (line - 1) as u32, cells: record.iter().enumerate().filter_map(cell).collect() }
}

struct PageReader<'a> {
    file: Arc<str>,
    is_text: bool,
    mapping: Mapping,
    diagnostics: &'a mut Diagnostics,
}

fn read_pages(pages: &[Page], file: &str, is_text: bool, diagnostics: &mut Diagnostics) -> Option<Mapping> {
    let blocks: Vec<(&Page, Block)> =
        pages.iter().flat_map(|page| block::find_blocks(page).into_iter().map(move |block| (page, block))).collect();
    if !blocks.iter().any(|(_, block)| block.key == "mapping") {
        let place = Place::Data(DataPlace { file: file.to_owned(), at: "all sheets".to_owned() });
        let message = "this is not a mapping: no table of a mapping was found".to_owned();
        let help =
            "make one with `sg3 map MODEL SOURCE-FILES -o mapping.xlsx`; keep its hidden first column and hidden rows";
        diagnostics.add(Diagnostic::new("wrong-mapping", Severity::Error, place, message).help(help));
        return None;
    }
    let mut reader = PageReader { file: file.into(), is_text, mapping: Mapping::default(), diagnostics };
    for (page, block) in &blocks {
        let rows =
            block.rows(page).iter().filter(|row| !row.has_text(block.column, |text| text.starts_with(key::MARK)));
        rows.for_each(|row| reader.read_row(page, block, row));
    }
    Some(reader.mapping)
}

impl PageReader<'_> {
    fn read_row(&mut self, page: &Page, block: &Block, row: &PageRow) {
        let text = |key: &str| block.position(key).and_then(|column| row.words(column)).unwrap_or_default();
        match &*block.key {
            "mapping" => self.entry(page, block, row),
            "about" => match &*text("@label") {
                pages::MODEL => self.mapping.model = text("@value"),
                pages::YEAR => self.mapping.year = text("@value").parse().ok(),
                _ => {}
            },
            "files" if !text("@file").is_empty() => {
                self.mapping.files.push(MappedFile { name: text("@file"), fingerprint: text("@fingerprint") });
            }
            "unused" if !text("@accepted").is_empty() => {
                let (file, sheet, label, reason) = (text("@file"), text("@sheet"), text("@label"), text("@accepted"));
                self.mapping.accepted.push(Accepted { file, sheet, label, reason });
            }
            "words" if !text("@of").is_empty() && !text("@word").is_empty() => {
                self.mapping.meanings.push(WordMeaning {
                    of: text("@of"),
                    word: text("@word"),
                    key: text("@meaning"),
                    confidence: match parse_number(&text("@confidence")) {
                        ParsedNumber::Number(value) => Some(value),
                        _ => None,
                    },
                    near: text("@near"),
                    confirmed: text("@confirmed"),
                    comment: text("@comment"),
                });
            }
            "findings" if !text("@answer").is_empty() => {
                let (at, found, answer) = (text("@where"), text("@found"), text("@answer"));
                self.mapping.answers.push(Answer { at, found, answer });
            }
            "audited" if !text("@inputs").is_empty() => self.audited(page, block, row),
            "sign-off" if !text("@value").is_empty() => self.mapping.signed.push((text("@label"), text("@value"))),
            _ => {}
        }
    }

    fn entry(&mut self, page: &Page, block: &Block, row: &PageRow) {
        let at = block.position("@cells").unwrap_or(block.column);
        let mut rule = MappingRule { origin: self.origin(page, row, at), ..MappingRule::default() };
        let mut is_said = false;
        for (position, key) in &block.columns {
            let Some(column) = column::find_column(key) else { continue };
            let Some(cell) = row.cell(*position).filter(|cell| !cell.is_blank()) else { continue };
            let Some(read) = column.read(&mut rule, &cell.words().unwrap_or_default()) else { continue };
            is_said = true;
            if let Err(wrong) = read {
                self.complain(page, row, *position, wrong);
            }
        }
        if is_said && !rule.figure.input.is_empty() {
            self.mapping.rules.push(rule);
        } else if is_said && !rule.cells.is_empty() {
            self.complain(
                page,
                row,
                at,
                "the row does not state the figure to which it relates: copy a row that does".to_owned(),
            );
        }
    }

    fn audited(&mut self, page: &Page, block: &Block, row: &PageRow) {
        let text = |key: &str| block.position(key).and_then(|column| row.words(column)).unwrap_or_default();
        let number = |key: &str| match parse_number(&text(key)) {
            ParsedNumber::Number(value) | ParsedNumber::Percent(value) => Some(value),
            _ => None,
        };
        let at = block.position("@amount").unwrap_or(block.column);
        let Some(amount) = number("@amount") else {
            return self.complain(page, row, at, "an audited figure has no amount".to_owned());
        };
        let inputs = text("@inputs")
            .split([',', ';', '+'])
            .map(|input| input.trim().to_owned())
            .filter(|input| !input.is_empty())
            .collect();
        let origin = self.origin(page, row, at);
        self.mapping.audited.push(Audited {
            label: text("@label"),
            amount,
            inputs,
            within: number("@within").unwrap_or(0.0),
            origin,
        });
    }

    fn origin(&self, page: &Page, row: &PageRow, column: u32) -> Origin {
        if self.is_text {
            Origin::Line { file: self.file.clone(), line: row.row + 1 }
        } else {
            Origin::Cell { file: self.file.clone(), sheet: page.name.clone(), row: row.row, column }
        }
    }

    fn complain(&mut self, page: &Page, row: &PageRow, column: u32, message: String) {
        let at = if self.is_text {
            format!("line {}", row.row + 1)
        } else {
            format!("{}!{}", page.name, format_address(row.row, column))
        };
        let place = Place::Data(DataPlace { file: self.file.to_string(), at });
        let message = Diagnostic::new("wrong-mapping", Severity::Error, place, message);
        self.diagnostics.add(message.help("correct the cell; the rest of the row was read"));
    }
}
