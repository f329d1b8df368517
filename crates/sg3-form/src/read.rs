//! A filled form back to data: tables are found by their machine keys, whatever was moved, inserted or renamed.
//!
//! Blank cells say nothing. Whether values are in range, and what is missing, is not asked here.

pub(crate) mod answers;
pub mod block;
pub(crate) mod codes;
pub(crate) mod entry;
pub(crate) mod evidence;
pub(crate) mod fixed;
pub mod grid;
pub mod hidden;
pub(crate) mod identity;
pub(crate) mod index;
pub mod matcher;
pub(crate) mod messages;
pub(crate) mod missing;
pub(crate) mod nothing;
pub mod number;
pub(crate) mod open;
pub(crate) mod period;
pub(crate) mod pieces;
pub(crate) mod receipt;
pub(crate) mod remains;
pub(crate) mod report;
pub(crate) mod scale;
pub(crate) mod shared;
pub(crate) mod status;
pub(crate) mod tally;
pub(crate) mod units;
pub(crate) mod unknown;
pub mod value;

use crate::layout::{Layout, key};
use block::Block;
use entry::Entries;
use grid::Page;
use index::{Index, Known};
use matcher::Matchers;
use messages::Messages;
use receipt::Receipt;
use remains::Remains;
use report::Cell;
use scale::Scale;
use sg3_calc::Layer;
use sg3_lang::diagnostic::DataPlace;
use sg3_lang::{Diagnostic, Diagnostics, Model, Place, Severity};
use sg3_workbook::Workbook;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

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
    remains: Remains,
    /// Cells that were read as values, if what else there is will be asked for.
    taken: Option<HashSet<(usize, u32, u32)>>,
    scales: scale::Scales,
    /// What the form asks for other models too; nothing if it is of this one alone.
    shared: Option<shared::Sharing>,
    /// The scale of each sheet by its name as it is now.
    sheets: HashMap<Arc<str>, Scale>,
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
/// use sg3_form::{Layout, read, template};
/// use sg3_workbook::Workbook;
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
    receive(workbook, model, layout, diagnostics).0
}

/// Reads what a form says, and writes the receipt for it.
pub fn receive(
    workbook: &mut Workbook,
    model: &Model,
    layout: &Layout,
    diagnostics: &mut Diagnostics,
) -> (Layer, Receipt) {
    let (layer, receipt, _) = all(workbook, model, layout, None, diagnostics);
    (layer, receipt)
}

/// The same, and keeps what no layer holds: cells that could not be understood, notes, answers to findings, and everything that
/// stands outside the form.
pub fn submission(
    workbook: &mut Workbook,
    model: &Model,
    layout: &Layout,
    diagnostics: &mut Diagnostics,
) -> (Layer, Receipt, Remains) {
    all(workbook, model, layout, Some(HashSet::new()), diagnostics)
}

fn all(
    workbook: &mut Workbook,
    model: &Model,
    layout: &Layout,
    taken: Option<HashSet<(usize, u32, u32)>>,
    diagnostics: &mut Diagnostics,
) -> (Layer, Receipt, Remains) {
    let file = &*workbook.file().to_owned();
    let found = identity::compare(workbook, layout, diagnostics);
    let pages: Vec<Page> =
        (0..workbook.sheets().len()).map(|sheet| grid::page(workbook, file, sheet, diagnostics)).collect();
    let blocks: Vec<(&Page, Block)> =
        pages.iter().flat_map(|page| block::blocks(page).into_iter().map(move |block| (page, block))).collect();
    let mut reading = Reading::new(file, model, layout, diagnostics);
    reading.shared = shared::Sharing::of(layout, found.shared, &blocks);
    reading.taken = taken;
    if !layout.sheets.is_empty() && !blocks.iter().any(|(_, block)| reading.index.table(block).is_some()) {
        reading.not_a_form();
        return (reading.layer, Receipt::default(), reading.remains);
    }
    reading.scales = scale::scales(&mut reading, &blocks);
    reading.sheets = pages.iter().map(|page| (page.name.clone(), reading.marked_scale(page))).collect();
    open::members(&mut reading, &blocks);
    for (page, block) in &blocks {
        reading.block(page, block);
        hidden::tell(&mut reading, page, block);
    }
    period::ask(&mut reading, &blocks);
    remains::keep(&mut reading, workbook, &pages);
    missing::tell(&mut reading, found.same_version);
    let receipt = receipt::receipt(&mut reading, &blocks);
    reading.messages.finish(file);
    (reading.layer, receipt, reading.remains)
}

impl<'a> Reading<'a> {
    fn new(file: &str, model: &'a Model, layout: &'a Layout, diagnostics: &'a mut Diagnostics) -> Reading<'a> {
        let file: Arc<str> = file.into();
        Reading {
            model,
            index: Index::of(layout),
            matchers: Matchers::of_model(model, &layout.synonyms),
            layer: Layer { name: file.to_string(), ..Layer::default() },
            file,
            entries: Entries::default(),
            seen: missing::Seen::default(),
            rows: HashMap::new(),
            messages: Messages::new(diagnostics),
            remains: Remains::default(),
            taken: None,
            scales: scale::Scales::new(),
            shared: None,
            sheets: HashMap::new(),
        }
    }

    fn block(&mut self, page: &Page, block: &Block) {
        if block.key == key::FINDINGS {
            let answers = answers::of(page, block);
            answers
                .iter()
                .filter_map(|answer| answer.unanswered(&self.file))
                .for_each(|again| self.messages.add(again));
            return self.remains.answers.extend(answers);
        }
        let Some((_, table)) = self.index.table(block) else {
            return unknown::table(self, page, block);
        };
        let own = |known: &Known| known.input().is_none_or(|input| self.is_own(page, input));
        let columns = self.index.columns(block).into_iter().filter(own).collect();
        let columns = missing::first_seen(self, page, block, columns);
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
