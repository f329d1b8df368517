//! Which part each sheet of a binary workbook is.

use super::workbook::list_sheets;
use crate::container::part::part_key;
use crate::container::shared_bytes::SharedBytes;
use crate::formats::package::Package;
use crate::formats::package::parts::PackageParts;
use crate::formats::package::relations::find_target;
use crate::refusal::Refusal;

/// Reads it from the clean copy.
pub(crate) fn read_package(copy: SharedBytes) -> Result<Package, Refusal> {
    let mut parts = PackageParts::open(copy)?;
    let relations = parts.read_relations("xl/_rels/workbook.bin.rels");
    let sheets = list_sheets(&parts.read_part("xl/workbook.bin").unwrap_or_default());
    let parts = sheets
        .into_iter()
        .filter_map(|(name, id)| Some((name, part_key(&format!("xl/{}", find_target(&relations, &id)?)))))
        .collect();
    Ok(Package { parts, ..Package::default() })
}
