//! A sheet for some blocks: its name, its heading, and the prose of the model under that heading.

use super::block_order::SheetKey;
use crate::book::{BlockId, BlockSheet, CounterfactualId, Purpose};
use crate::lower::lowering::Lowering;
use sg3_calc::present::section;
use sg3_language::BETWEEN;
use sg3_workbook::write::sheet_name;

/// A sheet whose name none of those before it has.
pub(super) fn new_sheet(lowering: &Lowering, key: &SheetKey, blocks: Vec<BlockId>, before: &[String]) -> BlockSheet {
    let model = lowering.material.model;
    // a model without headings has one of ours
    let title_of = |head: &usize| lowering.material.language.translate_label(&section::title(model, *head));
    let (title, wanted, purpose, prose) = match key {
        SheetKey::Inputs(head) => {
            let title = title_of(head);
            let fill = |words: &str, title: &str| lowering.material.language.fill(words, &[("title", title)]);
            let wanted = fill("In {title}", in_one_language(&title));
            (fill("{title}: figures", &title), wanted, Purpose::Inputs, Vec::new())
        }
        SheetKey::Calculations(head) => {
            let title = title_of(head);
            (title.clone(), title, Purpose::Calculations, prose(&model.sections[*head].prose))
        }
        SheetKey::Counterfactual(number) => {
            let title = lowering.book.counterfactuals[*number as usize].clone();
            (title.title.clone(), title.title, Purpose::Counterfactual(CounterfactualId(*number)), title.replacements)
        }
    };
    BlockSheet {
        name: sheet_name::make_unique(in_one_language(&wanted), before),
        title,
        purpose,
        prose,
        blocks,
        end: 0,
    }
}

/// Of a title in two languages the first: a tab has no room for both.
fn in_one_language(title: &str) -> &str {
    title.split(BETWEEN).next().unwrap_or(title)
}

/// The paragraphs of a text, without lists, tables and marks of emphasis.
fn prose(text: &str) -> Vec<String> {
    text.split("\n\n")
        .map(|paragraph| paragraph.split_whitespace().collect::<Vec<_>>().join(" "))
        .filter(|paragraph| !paragraph.is_empty() && !paragraph.starts_with(['|', '-', '#', '`']))
        .map(|paragraph| paragraph.replace(['*', '`'], ""))
        .collect()
}
