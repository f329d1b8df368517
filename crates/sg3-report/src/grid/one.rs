//! Outputs over one dimension: a row for each member, a column for each output.

use super::cell::{common_unit, dimension, texts};
use super::data::{Grid, UNIT};
use crate::data::{Cell, Dimension, Member, Quantity, Report};

/// Least width of a column of labels.
const LABEL: usize = 16;

/// Members down, outputs across.
pub(crate) fn grid(report: &Report, outputs: &[&Quantity]) -> Grid {
    let dimension = dimension(report, &outputs[0].dimensions[0]);
    let head = member_heads(dimension).into_iter().chain(outputs.iter().flat_map(|quantity| heads(quantity)));
    let labels = member_heads(dimension).len();
    let columns: Vec<Column> = outputs.iter().map(|quantity| Column::of(quantity)).collect();
    let rows = dimension.members.iter().enumerate().map(|(at, member)| {
        let cells = columns.iter().flat_map(|column| column.at(at));
        member_texts(labels, member).into_iter().chain(cells).collect()
    });
    Grid { title: String::new(), head: head.collect(), rows: rows.collect(), labels, ..Grid::default() }
}

/// Characters that the columns of the members need.
pub(crate) fn keys_width(dimension: &Dimension) -> usize {
    let key = dimension.members.iter().map(|member| member.key.chars().count()).max().unwrap_or(0) + 3;
    key + usize::from(has_labels(dimension)) * (LABEL + 3)
}

/// Characters that the columns of an output need.
pub(crate) fn width(quantity: &Quantity) -> usize {
    let values = texts(quantity).iter().map(|text| text.chars().count()).max().unwrap_or(0);
    let units = quantity.cells.iter().map(|cell| cell.shown_unit.chars().count()).max().unwrap_or(0);
    let name = quantity.name.chars().count().max(values);
    if common_unit(&quantity.cells).is_some() { name.max(units) + 3 } else { name + units + 6 }
}

/// Label, name and unit of an output; a column more where units differ.
fn heads(quantity: &Quantity) -> Vec<Vec<String>> {
    let start = vec![quantity.label.clone(), quantity.name.clone()];
    match common_unit(&quantity.cells) {
        Some(unit) => vec![start.into_iter().chain([unit.to_owned()]).collect()],
        None => vec![start, vec![UNIT.to_owned()]],
    }
}

/// The texts of an output, each with its unit where units differ.
struct Column<'q> {
    cells: &'q [Cell],
    texts: Vec<String>,
    one_unit: bool,
}

impl Column<'_> {
    fn of(quantity: &Quantity) -> Column<'_> {
        let one_unit = common_unit(&quantity.cells).is_some();
        Column { cells: &quantity.cells, texts: texts(quantity), one_unit }
    }

    fn at(&self, row: usize) -> Vec<String> {
        let unit = (!self.one_unit).then(|| self.cells[row].shown_unit.clone());
        std::iter::once(self.texts[row].clone()).chain(unit).collect()
    }
}

/// The key, and the label where it says more.
pub(crate) fn member_heads(dimension: &Dimension) -> Vec<Vec<String>> {
    let heads = [dimension.label.clone(), String::new()];
    heads.into_iter().take(1 + usize::from(has_labels(dimension))).map(|head| vec![head]).collect()
}

/// As many texts as there are headings: the key, and the label where it says more.
pub(crate) fn member_texts(headings: usize, member: &Member) -> Vec<String> {
    let texts = [member.key.to_string(), member.label.clone()];
    texts.into_iter().take(headings).collect()
}

fn has_labels(dimension: &Dimension) -> bool {
    dimension.members.iter().any(|member| !member.label.eq_ignore_ascii_case(&member.key))
}
