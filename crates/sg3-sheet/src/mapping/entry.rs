//! What a mapping says: which cells of theirs make up which figure of the model.

use super::rule::Rule;
use crate::Area;
use sg3_calc::Origin;
use std::sync::Arc;

/// A mapping of foreign files to the inputs of a model, as it is confirmed and signed.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Mapping {
    /// Name of the model.
    pub model: String,
    /// The year that figures are of, if tables show one.
    pub year: Option<i32>,
    /// Files that it was made for.
    pub files: Vec<File>,
    /// Lines, in order of the model's inputs.
    pub entries: Vec<Entry>,
    /// Figures of audited accounts to which inputs must add up.
    pub audited: Vec<Audited>,
    /// Amounts of theirs that somebody accepts as not used, with the reason.
    pub accepted: Vec<Accepted>,
    /// Who prepared and who confirmed it, and when, as written.
    pub signed: Vec<(String, String)>,
}

/// A file of theirs.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct File {
    /// Without its folder.
    pub name: String,
    /// What changes when any of its cells changes.
    pub fingerprint: String,
}

/// A line of the mapping: cells of theirs that add to one figure. Several lines of one figure are added.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// `minutes[urban]`.
    pub figure: Figure,
    /// What they call the member, where their rows make members.
    pub member_label: String,
    /// File of theirs, without its folder.
    pub file: String,
    /// Sheet of theirs.
    pub sheet: String,
    /// Cells whose numbers are added; none if the line is open.
    pub cells: Vec<Area>,
    /// Cells among them that are left out.
    pub left_out: Vec<Area>,
    /// Which rows count.
    pub rows: Rule,
    /// Their label.
    pub label: String,
    /// The cell where it stands.
    pub label_at: Option<(u32, u32)>,
    /// Their heading of the column.
    pub heading: String,
    /// Thousands, millions, seconds: what numbers are multiplied by.
    pub factor: f64,
    /// Whether it is deducted.
    pub is_negative: bool,
    /// The part that goes to this figure.
    pub share: Share,
    /// Their currency.
    pub currency: String,
    /// Units of the model's money for one of theirs.
    pub rate: f64,
    /// From 0 to 1, of a proposal.
    pub confidence: Option<f64>,
    /// Why it was proposed.
    pub why: String,
    /// What else it might have been.
    pub near: String,
    /// Who confirmed it, or `yes`.
    pub confirmed: String,
    /// Of whoever confirms it.
    pub comment: String,
    /// Where the line stands in the mapping.
    pub origin: Origin,
}

/// A figure of the model.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Figure {
    /// Name of the input.
    pub input: String,
    /// A member for each axis.
    pub place: Vec<Arc<str>>,
}

/// A part of a sum.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Share {
    /// All of it.
    #[default]
    All,
    /// A fixed share.
    Fixed(f64),
    /// A key of theirs: one cell, over another if there is one, on a sheet of the same file.
    Key(KeyCell, Option<KeyCell>),
}

/// A cell of a key, on the line's own sheet unless it names one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyCell {
    /// A sheet of the same file.
    pub sheet: Option<String>,
    /// Row and column, from zero.
    pub at: (u32, u32),
}

/// A figure of audited accounts.
#[derive(Debug, Clone, PartialEq)]
pub struct Audited {
    /// What it is called.
    pub label: String,
    /// In the model's money.
    pub amount: f64,
    /// Inputs that add up to it.
    pub inputs: Vec<String>,
    /// How far off they may be, as a share.
    pub within: f64,
    /// Where it stands in the mapping.
    pub origin: Origin,
}

/// An amount of theirs that is not used, and why that is right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accepted {
    /// File of theirs.
    pub file: String,
    /// Sheet of theirs.
    pub sheet: String,
    /// Their label.
    pub label: String,
    /// Why.
    pub reason: String,
}

impl Figure {
    /// Reads `minutes[urban]`.
    pub fn parse(text: &str) -> Option<Figure> {
        let text = text.trim();
        let (input, place) = match text.split_once('[') {
            Some((input, rest)) => (input, rest.strip_suffix(']')?.split(',').map(|key| key.trim().into()).collect()),
            None => (text, Vec::new()),
        };
        let is_name = !input.is_empty() && !input.contains([']', ' ']);
        is_name.then(|| Figure { input: input.to_owned(), place })
    }
}

impl std::fmt::Display for Figure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.place.is_empty() {
            true => f.write_str(&self.input),
            false => write!(f, "{}[{}]", self.input, self.place.join(",")),
        }
    }
}

impl Default for Entry {
    fn default() -> Entry {
        Entry {
            figure: Figure::default(),
            member_label: String::new(),
            file: String::new(),
            sheet: String::new(),
            cells: Vec::new(),
            left_out: Vec::new(),
            rows: Rule::default(),
            label: String::new(),
            label_at: None,
            heading: String::new(),
            factor: 1.0,
            is_negative: false,
            share: Share::All,
            currency: String::new(),
            rate: 1.0,
            confidence: None,
            why: String::new(),
            near: String::new(),
            confirmed: String::new(),
            comment: String::new(),
            origin: Origin::Default,
        }
    }
}

impl Entry {
    /// Whether nobody has said yet which cells it is.
    pub fn is_open(&self) -> bool {
        self.cells.is_empty()
    }

    /// What the sum of the cells is multiplied by, but for the share.
    pub fn multiplier(&self) -> f64 {
        self.factor * self.rate * if self.is_negative { -1.0 } else { 1.0 }
    }
}

impl Share {
    /// Reads `35 %`, `0.35`, `Keys!D5`, `D5/D12`; nothing if it is none of these.
    pub fn parse(text: &str) -> Option<Share> {
        use crate::read::number::{Reading, number};
        let text = text.trim();
        match number(text) {
            _ if text.is_empty() => Some(Share::All),
            Reading::Number(share) | Reading::Percent(share) => Some(Share::Fixed(share)),
            _ => match text.split_once('/') {
                Some((one, all)) => Some(Share::Key(KeyCell::parse(one)?, Some(KeyCell::parse(all)?))),
                None => Some(Share::Key(KeyCell::parse(text)?, None)),
            },
        }
    }
}

impl std::fmt::Display for Share {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Share::All => Ok(()),
            Share::Fixed(share) => write!(f, "{share}"),
            Share::Key(one, None) => write!(f, "{one}"),
            Share::Key(one, Some(all)) => write!(f, "{one}/{all}"),
        }
    }
}

impl KeyCell {
    fn parse(text: &str) -> Option<KeyCell> {
        let text = text.trim();
        let (sheet, cell) = match text.rsplit_once('!') {
            Some((sheet, cell)) => (Some(sheet.trim_matches('\'').to_owned()), cell),
            None => (None, text),
        };
        Some(KeyCell { sheet, at: crate::parse_address(&cell.replace('$', ""))? })
    }
}

impl std::fmt::Display for KeyCell {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if let Some(sheet) = &self.sheet {
            write!(f, "{sheet}!")?;
        }
        f.write_str(&crate::address(self.at.0, self.at.1))
    }
}
