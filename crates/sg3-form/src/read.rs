//! A filled form back to data: tables are found by their machine keys, whatever was moved, inserted or renamed.
//!
//! Blank cells say nothing. Whether values are in range, and what is missing, is not asked here.

pub(crate) mod answers;
pub(crate) mod codes;
pub(crate) mod column_evidence;
pub(crate) mod compile_receipt;
pub(crate) mod control_totals;
pub(crate) mod cover_facts;
pub(crate) mod entry;
pub(crate) mod evidence;
pub(crate) mod evidence_cells;
pub(crate) mod filled_places;
pub(crate) mod fixed_rows;
pub(crate) mod hidden_values;
pub(crate) mod identity;
pub(crate) mod index;
pub(crate) mod keep_leftovers;
pub(crate) mod leftovers;
pub(crate) mod listed_members;
pub(crate) mod listed_years;
pub(crate) mod messages;
pub(crate) mod missing;
pub(crate) mod open_rows;
pub(crate) mod period;
pub(crate) mod reading;
pub(crate) mod receipt;
pub(crate) mod scales;
pub(crate) mod seen;
pub(crate) mod shared_inputs;
pub(crate) mod source_cell;
pub(crate) mod status;
pub(crate) mod tally;
pub(crate) mod units;
pub(crate) mod unknown;
pub(crate) mod value_evidence;

use crate::layout::key;
use crate::layout::sheet::Layout;

use crate::read::leftovers::Leftovers;
use crate::read::reading::Reading;
use crate::read::receipt::Receipt;
use crate::read::shared_inputs::SharedInputs;
use crate::tables::block::{Block, find_blocks};
use crate::tables::grid::{Page, read_page};
use sg3_calc::Layer;
use sg3_lang::diagnostic::DataPlace;
use sg3_lang::{Diagnostic, Diagnostics, Model, Place, Severity};
use sg3_workbook::Workbook;
use std::collections::HashSet;

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
/// use sg3_form::{Layout, read_form, write_form};
/// use sg3_workbook::Workbook;
/// let layout = Layout::of(&model, Owner::Operator);
/// let form = write_form(&model, &layout, &[]);
///
/// let mut workbook = Workbook::open(form, "lines.xlsx").unwrap();
/// let layer = read_form(&mut workbook, &model, &layout, &mut diagnostics);
/// assert_eq!(layer.values[0].value, sg3_calc::Value::Number(12.0));
/// assert_eq!(layer.values[0].origin.to_string(), "lines.xlsx  General!D6");
/// assert!(diagnostics.is_empty());
/// ```
pub fn read_form(workbook: &mut Workbook, model: &Model, layout: &Layout, diagnostics: &mut Diagnostics) -> Layer {
    read_with_receipt(workbook, model, layout, diagnostics).0
}

/// Reads what a form says, and writes the receipt for it.
pub fn read_with_receipt(
    workbook: &mut Workbook,
    model: &Model,
    layout: &Layout,
    diagnostics: &mut Diagnostics,
) -> (Layer, Receipt) {
    let (layer, receipt, _) = read_all(workbook, model, layout, None, diagnostics);
    (layer, receipt)
}

/// The same, and keeps what no layer holds: cells that could not be understood, notes, answers to findings, and everything that
/// stands outside the form.
pub fn read_submission(
    workbook: &mut Workbook,
    model: &Model,
    layout: &Layout,
    diagnostics: &mut Diagnostics,
) -> (Layer, Receipt, Leftovers) {
    read_all(workbook, model, layout, Some(HashSet::new()), diagnostics)
}

fn read_all(
    workbook: &mut Workbook,
    model: &Model,
    layout: &Layout,
    taken: Option<HashSet<(usize, u32, u32)>>,
    diagnostics: &mut Diagnostics,
) -> (Layer, Receipt, Leftovers) {
    let file = &*workbook.file().to_owned();
    let found = identity::compare_identity(workbook, layout, diagnostics);
    let pages: Vec<Page> =
        (0..workbook.sheets().len()).map(|sheet| read_page(workbook, file, sheet, diagnostics)).collect();
    let blocks: Vec<(&Page, Block)> =
        pages.iter().flat_map(|page| find_blocks(page).into_iter().map(move |block| (page, block))).collect();
    let mut reading = Reading::new(file, model, layout, diagnostics);
    reading.shared = SharedInputs::of(layout, found.shared, &blocks);
    reading.read_cells = taken;
    reading.layer.blanks_take_proposals = found.blanks_take_proposals;
    if !layout.sheets.is_empty() && !blocks.iter().any(|(_, block)| reading.index.find_table(block).is_some()) {
        reading.report_not_a_form();
        return (reading.layer, Receipt::default(), reading.leftovers);
    }
    reading.named_scales = scales::read_scales(&mut reading, &blocks);
    reading.sheet_scales = pages.iter().map(|page| (page.name.clone(), reading.marked_scale(page))).collect();
    listed_members::read_members(&mut reading, &blocks);
    listed_years::list_years(&mut reading, &blocks);
    for (page, block) in &blocks {
        reading.read_block(page, block);
        hidden_values::report_hidden(&mut reading, page, block);
    }
    period::question_period(&mut reading, &blocks);
    keep_leftovers::keep_leftovers(&mut reading, workbook, &pages);
    missing::report_missing(&mut reading, found.same_version);
    let receipt = compile_receipt::compile_receipt(&mut reading, &blocks);
    reading.layer.currency = receipt.submission.currency_code().map(Into::into);
    reading.messages.finish(file);
    (reading.layer, receipt, reading.leftovers)
}

impl Reading<'_> {
    fn read_block(&mut self, page: &Page, block: &Block) {
        if block.key == key::FINDINGS {
            let answers = answers::read_answers(page, block);
            answers.iter().filter_map(|answer| answer.reopen(&self.file)).for_each(|again| self.messages.add(again));
            return self.leftovers.answers.extend(answers);
        }
        let Some((_, table)) = self.index.find_table(block) else {
            return unknown::report_unknown_table(self, page, block);
        };
        let mut columns = self.index.find_columns(block);
        columns.retain(|known| known.input().is_none_or(|input| self.is_own_input(page, input)));
        let columns = missing::drop_repeated(self, page, block, columns);
        unknown::report_unknown_columns(self, page, block);
        if table.is_open() {
            open_rows::read_rows(self, page, block, table, &columns);
        } else {
            fixed_rows::read_rows(self, page, block, &columns);
        }
    }

    fn report_not_a_form(&mut self) {
        let place = Place::Data(DataPlace { file: self.file.to_string(), at: "all sheets".to_owned() });
        let message = format!("no table of the form of `{}` was found", self.model.name);
        let help = "fill the form that was made for this model; its hidden first column and hidden rows must stay";
        self.messages.add(Diagnostic::new("wrong-form", Severity::Error, place, message).help(help));
    }
}
