//! Formulas that are written once and hold for many cells.

use crate::address::parse_address;
use crate::formats::xml::attributes::read_attributes;
use crate::refusal::Refusal;
use quick_xml::events::BytesStart;

/// The number of a shared formula, and the first cell that it is for, where it is written.
pub(crate) type Sharing = (u64, Option<(u32, u32)>);

/// How a formula is shared; nothing if it is not.
pub(crate) fn read_sharing(element: &BytesStart<'_>) -> Result<Option<Sharing>, Refusal> {
    let [kind, number, cells] = read_attributes(element, ["t", "si", "ref"])?;
    if kind.as_deref() != Some("shared") {
        return Ok(None);
    }
    let number = number.and_then(|number| number.parse().ok());
    let number = number.ok_or_else(|| Refusal::damaged("a shared formula has no number"))?;
    let Some(cells) = cells else { return Ok(Some((number, None))) };
    let start = find_first(&cells).ok_or_else(|| Refusal::damaged("a shared formula applies to no cells"))?;
    Ok(Some((number, Some(start))))
}

/// The first cell of `B1:B9`.
fn find_first(cells: &str) -> Option<(u32, u32)> {
    let (first, last) = cells.split_once(':').unwrap_or((cells, cells));
    parse_address(last).and(parse_address(first))
}
