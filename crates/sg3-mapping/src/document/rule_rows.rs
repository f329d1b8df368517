//! Lines of the mapping as rows of a table.

use super::column::{RuleColumn, RuleRow};
use super::page::{PageColumn, PageTable};
use crate::apply::selection::Selection;
use crate::apply::{cell_range, selection};
use crate::rules::figure::EACH;
use crate::rules::kind;
use crate::rules::mapping::Mapping;
use crate::rules::rule::MappingRule;
use crate::source::file::SourceFile;
use crate::understand::measure::UnitKind;
use sg3_calc::present::{members as members_of_present, phrase, unit};
use sg3_lang::model::{Kind, Quantity};
use sg3_lang::{Diagnostics, Model};
use sg3_workbook::format_address;

/// A row for each line.
pub(crate) fn rule_table(
    mapping: &Mapping,
    model: &Model,
    files: &[SourceFile],
    rules: &[&MappingRule],
    columns: &[&'static RuleColumn],
) -> PageTable {
    let heads = columns
        .iter()
        .map(|c| PageColumn { key: c.key, heading: c.heading, width: c.width, is_asked: c.is_asked })
        .collect();
    let only = mapping.files.len() <= 1;
    let lines = rules.iter().map(|rule| rule_row(rule, model, files, only));
    let rows = lines.map(|line| columns.iter().map(|column| column.write(&line)).collect()).collect();
    PageTable { key: "mapping", title: "", columns: heads, rows }
}

fn rule_row<'a>(rule: &'a MappingRule, model: &Model, files: &[SourceFile], only: bool) -> RuleRow<'a> {
    let is_shown = !rule.is_open();
    let stands = if is_shown { selection::locate_rule(rule, files, only, &mut Diagnostics::default()) } else { None };
    let selection = stands.and_then(|at| selection::select_at(rule, files, at, &mut Diagnostics::default()));
    let quantity = model.find_quantity(&rule.figure.input).map(|id| model.quantity(id));
    let listed = kind::dimension_listed(model, rule).filter(|_| rule.is_list()).map(|id| model.dimension(id));
    let asked = quantity.map(|quantity| &quantity.label).or(listed.map(|dimension| &dimension.label));
    let member = match listed {
        Some(_) => "each of your rows".to_owned(),
        None => quantity.map_or(String::new(), |quantity| member_label(model, quantity, rule)),
    };
    let is_amount = quantity.is_some_and(|quantity| adds_up(quantity, rule));
    RuleRow {
        rule,
        asked: asked.unwrap_or(&rule.figure.input).clone(),
        member,
        unit: quantity.map_or(String::new(), |quantity| unit::anywhere(model, quantity)),
        blank: quantity.map_or(String::new(), blank_text),
        count: stands.map_or(0, |at| cell_range::count_cells(rule, files, at)),
        link: stands.and_then(|at| rule_link(rule, &files[at.file], at.sheet, selection.as_ref())),
        amount: selection.filter(|_| is_amount).map(|selection| selection.value(rule)),
    }
}

/// Lives and shares of a list add up to nothing.
fn adds_up(quantity: &Quantity, rule: &MappingRule) -> bool {
    let is_number = matches!(quantity.kind, Kind::Number(_));
    is_number && (!rule.is_list() || UnitKind::of(quantity) == UnitKind::Money)
}

/// What stands between the labels of several axes.
const BETWEEN_LABELS: &str = " · ";

fn member_label(model: &Model, quantity: &Quantity, rule: &MappingRule) -> String {
    let axes = quantity.axes.iter().zip(&rule.figure.place).enumerate();
    let labels = axes.map(|(number, (axis, key))| {
        if **key == *EACH {
            return format!("each {}", phrase::within(&model.dimension(axis.dimension).label));
        }
        let known = members_of_present::known(model, axis.dimension).unwrap_or_default();
        let found = known.into_iter().find(|member| member.key == *key).map(|member| member.label);
        found.or_else(|| source_label(rule, number, quantity.axes.len())).unwrap_or_else(|| key.to_string())
    });
    labels.collect::<Vec<_>>().join(BETWEEN_LABELS)
}

/// What the operator calls the member along an axis, if the mapping says it.
///
/// A proposal has the label of one member. A mapping that was read back has what its page shows, the labels of all axes: `Revenue · 2024`, of which
/// the second axis is called `2024` and not the whole once more.
fn source_label(rule: &MappingRule, axis: usize, axes: usize) -> Option<String> {
    let labels: Vec<&str> = rule.member_label.split(BETWEEN_LABELS).collect();
    let own = if axes > 1 && labels.len() == axes { labels[axis] } else { &rule.member_label };
    (!own.is_empty()).then(|| own.to_owned())
}

fn blank_text(quantity: &Quantity) -> String {
    let Some(input) = quantity.input() else { return String::new() };
    match (input.blank, &input.default) {
        (Some(value), _) => format!("taken as {}", phrase::number(quantity, value)),
        (None, Some(_)) if matches!(quantity.kind, Kind::Number(_)) => "the model proposes a figure".to_owned(),
        _ => "cannot be computed".to_owned(),
    }
}

/// `file:///theirs.xlsx#'Charges'!C7`, if the name of the file is a plain one.
fn rule_link(rule: &MappingRule, file: &SourceFile, sheet: usize, selection: Option<&Selection>) -> Option<String> {
    let area = rule.cells.first()?;
    let first = selection.map(|selection| format_address(selection.cells[0].row, selection.cells[0].column));
    let cells = if rule.rows.is_empty() || rule.is_list() { area.to_string() } else { first? };
    cells_link(file, sheet, &cells)
}

/// The same, of any cells.
pub(crate) fn cells_link(file: &SourceFile, sheet: usize, cells: &str) -> Option<String> {
    let sheet = &file.sheets[sheet];
    let fits = !sheet.is_text && is_plain(file.name()) && is_plain(&sheet.name) && file.name().len() < 120;
    fits.then(|| format!("file:///{}#'{}'!{cells}", file.name(), sheet.name))
}

fn is_plain(name: &str) -> bool {
    name.chars().all(|letter| letter.is_alphanumeric() || " ._-()&".contains(letter))
}
