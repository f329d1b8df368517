//! The lists from which cells of a form are chosen, and where they stand.

use crate::layout::column::ColumnContent;
use crate::layout::own_sheets;
use crate::layout::sheet::Layout;
use crate::layout::table::FormTable;
use crate::write::given::GivenValues;
use sg3_calc::present::members;
use sg3_calc::present::members::Known;
use sg3_lang::Model;
use sg3_lang::model::{DimensionId, Kind};
use sg3_language::Language;
use sg3_workbook::write::cells;
use std::collections::HashSet;
use std::sync::Arc;

/// First row of words.
pub(crate) const FIRST: u32 = 4;

/// The dimensions on the sheet; each has a column of words and a column of keys.
pub(crate) struct ChoiceLists {
    /// Name of the sheet.
    pub(crate) name: String,
    pub(crate) lists: Vec<(DimensionId, Vec<Known>)>,
}

impl ChoiceLists {
    /// What the inputs of a form choose from.
    pub(crate) fn of(
        (model, layout): (&Model, &Layout),
        given: &[&GivenValues],
        number: usize,
        language: &Language,
    ) -> ChoiceLists {
        let tables = layout.tables().map(|(_, table)| table);
        let mut dimensions: Vec<DimensionId> = tables.flat_map(|table| find_dimensions(model, table)).collect();
        dimensions.sort_unstable();
        dimensions.dedup();
        let known = dimensions.into_iter().map(|dimension| {
            let listed = || list_given_codes(layout, given, dimension);
            (dimension, members::known(model, dimension).unwrap_or_else(listed))
        });
        let lists = language.translate_briefly(own_sheets::LISTS);
        let name = if number == 0 { lists } else { format!("{lists} {}", number + 1) };
        ChoiceLists { name, lists: known.filter(|(_, members)| !members.is_empty()).collect() }
    }

    /// Whether nothing is chosen from a list.
    pub(crate) fn is_empty(&self) -> bool {
        self.lists.is_empty()
    }

    /// Where the words of a dimension stand.
    pub(crate) fn range(&self, dimension: DimensionId) -> Option<String> {
        let position = self.lists.iter().position(|(listed, _)| *listed == dimension)?;
        let count = self.lists[position].1.len() as u32;
        Some(cells::format_absolute_range(&self.name, list_column(position), FIRST, FIRST + count - 1))
    }
}

/// The codes that somebody has typed in another workbook; what this one lists itself is chosen from there.
fn list_given_codes(layout: &Layout, given: &[&GivenValues], dimension: DimensionId) -> Vec<Known> {
    if layout.listing(dimension).is_some() {
        return Vec::new();
    }
    let mut seen: HashSet<Arc<str>> = HashSet::new();
    let codes = given.iter().flat_map(|given| given.list_codes(dimension));
    codes
        .filter(|code| seen.insert(code.clone()))
        .map(|code| Known { label: code.to_string(), key: code, unit: None })
        .collect()
}

fn find_dimensions(model: &Model, table: &FormTable) -> Vec<DimensionId> {
    let kinds = table.value_columns().flat_map(|(_, column)| match &column.content {
        ColumnContent::Values(ask) => vec![ask.quantity],
        _ => table.fixed_rows().iter().filter_map(|row| row.asks).collect(),
    });
    let of_kind = kinds.filter_map(|quantity| match model.quantity(quantity).kind {
        Kind::Member(dimension) => Some(dimension),
        _ => None,
    });
    let of_codes = table.axes.iter().map(|axis| axis.dimension).filter(|_| table.is_open());
    of_kind.chain(of_codes).collect()
}

pub(crate) fn list_column(position: usize) -> u16 {
    position as u16 * 3 + 1
}
