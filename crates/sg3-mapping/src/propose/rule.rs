//! What every proposed rule says alike: the figure, and where its cells are.

use crate::rules::figure::Figure;
use crate::rules::rule::MappingRule;
use crate::source::file::SourceFile;
use sg3_workbook::CellRange;

/// A rule for cells of a sheet.
pub(crate) fn rule_for_cells(source: &SourceFile, sheet: usize, figure: Figure, cells: Vec<CellRange>) -> MappingRule {
    MappingRule {
        figure,
        file: source.name().to_owned(),
        sheet: source.sheets[sheet].name.to_string(),
        cells,
        ..MappingRule::default()
    }
}
