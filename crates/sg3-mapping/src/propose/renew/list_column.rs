//! Rules for lists, found again: their heads may have moved, and their rows are as many as there are now.

use super::relocation::{Relocation, distance, moved, nearest_cell};
use crate::document::parse::write_areas;
use crate::rules::keys::MemberKeys;
use crate::rules::row_test::RowTest;
use crate::rules::rule::MappingRule;
use crate::source::sheet::SourceSheet;
use crate::source::tokens::normalize;
use crate::weights::lists::MOST_GAP;
use sg3_workbook::CellRange;

/// Last year's rule for a list where its list is now; nothing if it is not to be found.
pub(crate) fn find_list_again(
    search: &Relocation,
    rule: &MappingRule,
    sheet: &SourceSheet,
    renamed: MappingRule,
) -> Option<MappingRule> {
    let here = search.fresh.iter().filter(|other| other.sheet == *sheet.name && !other.is_open());
    let proposed = here.into_iter().find(|other| other.figure == rule.figure);
    let found = match rule.label_at {
        Some(at) => column_below_head(&renamed, sheet, at)?,
        // A table with codes on two sides is known by its codes alone.
        None => MappingRule { cells: proposed?.cells.clone(), keys: proposed?.keys.clone(), ..renamed },
    };
    // Columns of keys may have moved by themselves.
    let keys = proposed.filter(|own| own.cells == found.cells && own.keys.len() == found.keys.len());
    let found = MappingRule { keys: keys.map_or(found.keys.clone(), |own| own.keys.clone()), ..found };
    Some(if found.cells == rule.cells { found } else { with_last_cells(found, rule) })
}

/// What has changed, for whoever looks at the rule.
fn with_last_cells(found: MappingRule, was: &MappingRule) -> MappingRule {
    let then = write_areas(&was.cells);
    let why = if was.why.is_empty() { format!("was {then}") } else { format!("was {then}; {}", was.why) };
    MappingRule { why, ..found }
}

/// The column below the same words, down to the last row of the list.
fn column_below_head(rule: &MappingRule, sheet: &SourceSheet, head: (u32, u32)) -> Option<MappingRule> {
    let wanted = normalize(rule.first_label());
    let now = nearest_cell(sheet, head, |cell| normalize(&cell.value.shown()) == wanted)?;
    let (down, right) = distance(head, now);
    let area = rule.cells.first()?;
    let (top, left) = (moved(area.top, down)?, moved(area.left, right)?);
    let keys: Vec<MemberKeys> = rule.keys.iter().map(|keys| moved_keys(keys, (down, right))).collect::<Option<_>>()?;
    let column_of_keys = keys.iter().find_map(|keys| match keys {
        MemberKeys::Column(column) => Some(*column),
        MemberKeys::Row(_) => None,
    });
    let bottom = last_row(sheet, rule, top, column_of_keys.unwrap_or(left));
    let cells = vec![CellRange { top, bottom, left, right: left + (area.right - area.left) }];
    Some(MappingRule { cells, keys, label_at: Some(now), ..rule.clone() })
}

fn moved_keys(keys: &MemberKeys, (down, right): (i64, i64)) -> Option<MemberKeys> {
    match keys {
        MemberKeys::Column(column) => moved(*column, right).map(MemberKeys::Column),
        MemberKeys::Row(row) => moved(*row, down).map(MemberKeys::Row),
    }
}

/// The last row that counts before a gap.
fn last_row(sheet: &SourceSheet, rule: &MappingRule, top: u32, column: u32) -> u32 {
    let mut last = top;
    let mut filled = top;
    let rows = sheet.between(top, sg3_workbook::ROWS - 1);
    let test = RowTest::of(&rule.rows, rows);
    for row in rows {
        if row.row > filled + MOST_GAP {
            break;
        }
        filled = row.row;
        if row.cell(column).is_some() && test.holds(row) {
            last = row.row;
        }
    }
    last
}
