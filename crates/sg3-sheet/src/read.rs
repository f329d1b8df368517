//! A filled form back to data: tables are found by their machine keys, whatever was moved, inserted or renamed.
//!
//! Blank cells say nothing. Whether values are in range, and what is missing, is not asked here.

pub(crate) mod block;
mod codes;
mod entry;
mod fixed;
pub(crate) mod grid;
mod identity;
mod index;
mod matcher;
mod messages;
mod missing;
pub(crate) mod number;
mod open;
mod report;
mod tally;
mod units;
mod unknown;
mod value;

use crate::Workbook;
use crate::layout::Layout;
use block::Block;
use entry::Entries;
use grid::Page;
use index::Index;
use matcher::Matchers;
use messages::Messages;
use report::Cell;
use sg3_calc::Layer;
use sg3_lang::diagnostic::DataPlace;
use sg3_lang::{Diagnostic, Diagnostics, Model, Place, Severity};
use std::collections::HashMap;
use std::sync::Arc;

pub use identity::{Identity, identity, model_name};

/// Everything that reading a form needs to know, and what it has found so far.
pub(crate) struct Reading<'a> {
    model: &'a Model,
    index: Index<'a>,
    matchers: Matchers,
    file: Arc<str>,
    layer: Layer,
    entries: Entries,
    seen: missing::Seen,
    /// Members that rows of this workbook make, by number of sheet and row.
    rows: HashMap<(usize, u32), Arc<str>>,
    messages: Messages<'a>,
}

/// Reads what a form says. Every mistake is named by sheet and cell; what is clear is read all the same.
///
/// ```
/// # use sg3_lang::{Diagnostics, Library, Sources, check, model::Owner};
/// # let mut sources = Sources::default();
/// # let text = "# Lines\n```sg3\ninput lines \"Lines\" : line default 12\noutput twice \"Twice\" : line = 2 * lines\n```\n";
/// # let file = sources.add("lines", text);
/// # let library = Library { functions: &[], documents: &|_| None };
/// # let mut diagnostics = Diagnostics::default();
/// # let model = check(&mut sources, file, library, &mut diagnostics).unwrap();
/// use sg3_sheet::{Layout, Workbook, read, template};
/// let layout = Layout::of(&model, Owner::Operator);
/// let form = template(&model, &layout, &[]);
///
/// let mut workbook = Workbook::open(form, "lines.xlsx").unwrap();
/// let layer = read(&mut workbook, &model, &layout, &mut diagnostics);
/// assert_eq!(layer.values[0].value, sg3_calc::Value::Number(12.0));
/// assert_eq!(layer.values[0].origin.to_string(), "lines.xlsx  General!D6");
/// assert!(diagnostics.is_empty());
/// ```
pub fn read(workbook: &mut Workbook, model: &Model, layout: &Layout, diagnostics: &mut Diagnostics) -> Layer {
    let file = &*workbook.file().to_owned();
    let same_version = identity::compare(workbook, layout, diagnostics);
    let pages: Vec<Page> =
        (0..workbook.sheets().len()).map(|sheet| grid::page(workbook, file, sheet, diagnostics)).collect();
    let blocks: Vec<(&Page, Block)> =
        pages.iter().flat_map(|page| block::blocks(page).into_iter().map(move |block| (page, block))).collect();
    let mut reading = Reading::new(file, model, layout, diagnostics);
    if !layout.sheets.is_empty() && !blocks.iter().any(|(_, block)| reading.index.table(block).is_some()) {
        reading.not_a_form();
        return reading.layer;
    }
    open::members(&mut reading, &blocks);
    for (page, block) in &blocks {
        reading.block(page, block);
    }
    missing::tell(&mut reading, same_version);
    reading.messages.finish(file);
    reading.layer
}

impl<'a> Reading<'a> {
    fn new(file: &str, model: &'a Model, layout: &'a Layout, diagnostics: &'a mut Diagnostics) -> Reading<'a> {
        let file: Arc<str> = file.into();
        Reading {
            model,
            index: Index::of(layout),
            matchers: Matchers::of_model(model),
            layer: Layer { name: file.to_string(), ..Layer::default() },
            file,
            entries: Entries::default(),
            seen: missing::Seen::default(),
            rows: HashMap::new(),
            messages: Messages::new(diagnostics),
        }
    }

    fn block(&mut self, page: &Page, block: &Block) {
        let Some((_, table)) = self.index.table(block) else {
            return unknown::table(self, page, block);
        };
        let columns = missing::first_seen(self, page, block, self.index.columns(block));
        unknown::columns(self, page, block);
        match table.is_open() {
            true => open::read(self, page, block, table, &columns),
            false => fixed::read(self, page, block, &columns),
        }
    }

    fn cell(&self, page: &Page, row: u32, column: u32) -> Cell {
        Cell { file: self.file.clone(), sheet: page.name.clone(), row, column }
    }

    fn not_a_form(&mut self) {
        let place = Place::Data(DataPlace { file: self.file.to_string(), at: "all sheets".to_owned() });
        let message = format!("no table of the form of `{}` was found", self.model.name);
        let help = "fill the form that was made for this model; its hidden first column and hidden rows must stay";
        self.messages.add(Diagnostic::new("wrong-form", Severity::Error, place, message).help(help));
    }
}
