//! What a mapping says: which cells of theirs make up which figure of the model.

use crate::document::findings::Answer;
use crate::list::Meaning;
use crate::list::keys::Keys;
use crate::rule::Rule;
use crate::share::Share;
use sg3_calc::{Evidence, Origin, Status};
use sg3_workbook::Area;
use std::sync::Arc;

/// In place of a member: every member that their rows name.
pub const EACH: &str = "*";

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
    /// What words of theirs mean.
    pub meanings: Vec<Meaning>,
    /// Figures of audited accounts to which inputs must add up.
    pub audited: Vec<Audited>,
    /// Amounts of theirs that somebody accepts as not used, with the reason.
    pub accepted: Vec<Accepted>,
    /// What was answered to findings.
    pub answers: Vec<Answer>,
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
    /// Of a list: where the members of each value stand, one for each `*` of the figure.
    pub keys: Vec<Keys>,
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
    /// How the figure was come by.
    pub status: Option<Status>,
    /// The document, system or method it comes from.
    pub source: String,
    /// Why it may not be published; empty if it may.
    pub confidential: String,
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
            keys: Vec::new(),
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
            status: None,
            source: String::new(),
            confidential: String::new(),
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

    /// Whether it is a column of theirs that fills a column of ours: one value for each of their rows.
    pub fn is_list(&self) -> bool {
        self.figure.place.iter().any(|key| **key == *EACH)
    }

    /// What must stand where the label was: of `Salaries … Rent` the first of the rows, of a list the heading of its column.
    pub fn first_label(&self) -> &str {
        match self.is_list() {
            true => self.heading.rsplit(" · ").next().unwrap_or_default(),
            false => self.label.split(" … ").next().unwrap_or(&self.label),
        }
    }

    /// What is known of its values beside their amounts.
    pub fn evidence(&self) -> Option<Evidence> {
        let said = |text: &String| Some(text.clone()).filter(|text| !text.is_empty());
        let evidence = Evidence {
            status: self.status,
            range: None,
            source: said(&self.source),
            confidential: said(&self.confidential),
            comment: said(&self.comment),
        };
        (!evidence.is_empty()).then_some(evidence)
    }

    /// What the sum of the cells is multiplied by, but for the share.
    pub fn multiplier(&self) -> f64 {
        self.factor * self.rate * if self.is_negative { -1.0 } else { 1.0 }
    }
}
