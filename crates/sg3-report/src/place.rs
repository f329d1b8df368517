//! Where a message points: into a text that can be shown, at a cell of a workbook, or nowhere.

use sg3_lang::diagnostic::DataPlace;
use sg3_lang::{Place, Sources, Span};

/// What stands for the file of a setting.
const SETTING: &str = "--set";

/// A place as it can be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Location {
    /// A stretch of a text that is at hand.
    Text(Span),
    /// `operator.xlsx  Traffic!C4`
    Cell(String),
    /// Nothing to show.
    Nowhere,
}

/// A line of a data file that is at hand is shown as text, any other place of data by name.
pub fn locate(sources: &Sources, place: &Place) -> Location {
    match place {
        Place::Text(span) => Location::Text(*span),
        Place::Data(place) => line(sources, place).map_or_else(|| Location::Cell(cell(place)), Location::Text),
        Place::Nowhere => Location::Nowhere,
    }
}

/// The number of the line, if the place is one.
pub(crate) fn line_number(place: &DataPlace) -> Option<usize> {
    place.at.strip_prefix("line ")?.parse().ok()
}

fn cell(place: &DataPlace) -> String {
    let parts = [&*place.file, &*place.at].into_iter().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(if place.file == SETTING { " " } else { "  " })
}

fn line(sources: &Sources, place: &DataPlace) -> Option<Span> {
    let file = sources.find(&place.file)?;
    let text = &sources.get(file).text;
    let line = text.split_inclusive('\n').nth(line_number(place)?.checked_sub(1)?)?;
    let before = line.as_ptr() as usize - text.as_ptr() as usize;
    let start = before + (line.len() - line.trim_start().len());
    Some(Span { file, start: start as u32, end: (start + line.trim().len()) as u32 })
}
