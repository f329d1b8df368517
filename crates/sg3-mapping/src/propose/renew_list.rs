//! Rules for lists, found again: their heads may have moved, and their rows are as many as there are now.

use super::renew_search::Relocation;
use crate::document::parse::write_areas;
use crate::rules::keys::MemberKeys;
use crate::rules::rule::MappingRule;
use crate::source::sheet::SourceSheet;
use crate::source::tokens::normalize;
use crate::weights::lists::MOST_GAP;
use sg3_workbook::CellRange;

impl Relocation<'_> {
    /// The rule where its list is now; nothing if it is not to be found.
    pub(crate) fn list_again(&self, rule: &MappingRule, fresh: &[MappingRule]) -> Option<MappingRule> {
        let (file, sheet) = self.locate(rule)?;
        let source = &self.files[file].sheets[sheet];
        let same =
            |other: &&MappingRule| other.figure == rule.figure && other.sheet == *source.name && !other.is_open();
        let proposed = fresh.iter().find(same);
        let again = self.renamed(rule, (file, sheet));
        let found = match rule.label_at {
            Some(at) => column_below_head(&again, source, at)?,
            // A table with codes on two sides is known by its codes alone.
            None => MappingRule { cells: proposed?.cells.clone(), keys: proposed?.keys.clone(), ..again },
        };
        // Columns of keys may have moved by themselves.
        let keys = proposed.filter(|own| own.cells == found.cells && own.keys.len() == found.keys.len());
        let found = MappingRule { keys: keys.map_or(found.keys.clone(), |own| own.keys.clone()), ..found };
        Some(if found.cells == rule.cells { found } else { with_last_cells(found, rule) })
    }
}

/// What has changed, for whoever looks at the rule.
fn with_last_cells(found: MappingRule, was: &MappingRule) -> MappingRule {
    let then = write_areas(&was.cells);
    let why = if was.why.is_empty() { format!("was {then}") } else { format!("was {then}; {}", was.why) };
    MappingRule { why, ..found }
}

/// The column below the same words, down to the last row of the list.
fn column_below_head(rule: &MappingRule, sheet: &SourceSheet, (row, column): (u32, u32)) -> Option<MappingRule> {
    let wanted = normalize(rule.first_label());
    let places = sheet.rows.iter().flat_map(|own| own.cells.iter().map(|cell| (own.row, cell)));
    let nearest = places
        .filter(|(_, cell)| normalize(&cell.says.shown()) == wanted)
        .map(|(row, cell)| (row, cell.column))
        .min_by_key(|(other, of)| (of.abs_diff(column), other.abs_diff(row)))?;
    let (down, right) = (i64::from(nearest.0) - i64::from(row), i64::from(nearest.1) - i64::from(column));
    let moved = |at: u32, by: i64| u32::try_from(i64::from(at) + by).ok();
    let area = rule.cells.first()?;
    let (top, left) = (moved(area.top, down)?, moved(area.left, right)?);
    let keys: Option<Vec<MemberKeys>> = rule
        .keys
        .iter()
        .map(|keys| match keys {
            MemberKeys::Column(column) => moved(*column, right).map(MemberKeys::Column),
            MemberKeys::Row(row) => moved(*row, down).map(MemberKeys::Row),
        })
        .collect();
    let keys = keys?;
    let tells = keys.iter().find_map(|keys| match keys {
        MemberKeys::Column(column) => Some(*column),
        MemberKeys::Row(_) => None,
    });
    let bottom = last_row(sheet, rule, top, tells.unwrap_or(left));
    let cells = vec![CellRange { top, bottom, left, right: left + (area.right - area.left) }];
    Some(MappingRule { cells, keys, label_at: Some(nearest), ..rule.clone() })
}

/// The last row that counts before a gap.
fn last_row(sheet: &SourceSheet, rule: &MappingRule, top: u32, column: u32) -> u32 {
    let mut last = top;
    let mut filled = top;
    for row in sheet.between(top, sg3_workbook::ROWS - 1) {
        if row.row > filled + MOST_GAP {
            break;
        }
        filled = row.row;
        if row.cell(column).is_some() && rule.rows.holds(row) {
            last = row.row;
        }
    }
    last
}
