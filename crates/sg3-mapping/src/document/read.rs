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
    PageRow { row: (line - 1) as u32, cells: record.iter().enumerate().filter_map(csv_cell).collect() }
}

fn csv_cell((column, text): (usize, &str)) -> Option<PageCell> {
    let text = text.strip_prefix('\'').unwrap_or(text);
    let content = Content::Text(text.to_owned());
    (!text.is_empty()).then_some(PageCell { column: column as u32, shown: Shown::Itself, content, formula: None })
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

/// The fields of a row, by the keys of its table.
struct Fields<'a> {
    block: &'a Block,
    row: &'a PageRow,
}

impl Fields<'_> {
    fn text(&self, key: &str) -> String {
        self.block.position(key).and_then(|column| self.row.text_or_code(column)).unwrap_or_default()
    }

    fn number(&self, key: &str) -> Option<f64> {
        match parse_number(&self.text(key)) {
            ParsedNumber::Number(value) | ParsedNumber::Percent(value) => Some(value),
            _ => None,
        }
    }
}

impl PageReader<'_> {
    fn read_row(&mut self, page: &Page, block: &Block, row: &PageRow) {
        let fields = Fields { block, row };
        match &*block.key {
            "mapping" => self.entry(page, block, row),
            "about" => match &*fields.text("@label") {
                pages::MODEL => self.mapping.model = fields.text("@value"),
                pages::YEAR => self.mapping.year = fields.text("@value").parse().ok(),
                _ => {}
            },
            "files" if !fields.text("@file").is_empty() => {
                self.mapping
                    .files
                    .push(MappedFile { name: fields.text("@file"), fingerprint: fields.text("@fingerprint") });
            }
            "unused" if !fields.text("@accepted").is_empty() => {
                let (file, sheet, label, reason) =
                    (fields.text("@file"), fields.text("@sheet"), fields.text("@label"), fields.text("@accepted"));
                self.mapping.accepted.push(Accepted { file, sheet, label, reason });
            }
            "words" if !fields.text("@of").is_empty() && !fields.text("@word").is_empty() => {
                self.mapping.meanings.push(WordMeaning {
                    of: fields.text("@of"),
                    word: fields.text("@word"),
                    key: fields.text("@meaning"),
                    confidence: match parse_number(&fields.text("@confidence")) {
                        ParsedNumber::Number(value) => Some(value),
                        _ => None,
                    },
                    near: fields.text("@near"),
                    confirmed: fields.text("@confirmed"),
                    comment: fields.text("@comment"),
                });
            }
            "findings" if !fields.text("@answer").is_empty() => {
                let (at, found, answer) = (fields.text("@where"), fields.text("@found"), fields.text("@answer"));
                self.mapping.answers.push(Answer { at, found, answer });
            }
            "audited" if !fields.text("@inputs").is_empty() => self.audited(page, block, row),
            "sign-off" if !fields.text("@value").is_empty() => {
                self.mapping.signed.push((fields.text("@label"), fields.text("@value")));
            }
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
            let Some(read) = column.read(&mut rule, &cell.text_or_code().unwrap_or_default()) else { continue };
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
        let fields = Fields { block, row };
        let at = block.position("@amount").unwrap_or(block.column);
        let Some(amount) = fields.number("@amount") else {
            return self.complain(page, row, at, "an audited figure has no amount".to_owned());
        };
        let inputs = fields
            .text("@inputs")
            .split([',', ';', '+'])
            .map(|input| input.trim().to_owned())
            .filter(|input| !input.is_empty())
            .collect();
        let origin = self.origin(page, row, at);
        self.mapping.audited.push(Audited {
            label: fields.text("@label"),
            amount,
            inputs,
            within: fields.number("@within").unwrap_or(0.0),
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
