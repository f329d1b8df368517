//! A rule of a mapping: cells of a source file that add to one figure, or a column that fills a list.

use super::figure::{EACH, Figure};
use super::keys::MemberKeys;
use super::row_filter::RowFilter;
use super::share::Share;
use sg3_calc::{Evidence, Origin, Status};
use sg3_workbook::CellRange;

/// A rule of the mapping: cells of the source that add to one figure. Several rules of one figure are added.
#[derive(Debug, Clone, PartialEq)]
pub struct MappingRule {
    /// `minutes[urban]`.
    pub figure: Figure,
    /// What the source calls the member, where rows make members.
    pub member_label: String,
    /// Source file, without its folder.
    pub file: String,
    /// Sheet of the source.
    pub sheet: String,
    /// Cells whose numbers are added; none if the rule is open.
    pub cells: Vec<CellRange>,
    /// Of a list: where the members of each value stand, one for each `*` of the figure.
    pub keys: Vec<MemberKeys>,
    /// Cells among them that are left out.
    pub left_out: Vec<CellRange>,
    /// Which rows count.
    pub rows: RowFilter,
    /// The label in the source.
    pub label: String,
    /// The cell where it stands.
    pub label_at: Option<(u32, u32)>,
    /// The heading of the column in the source.
    pub heading: String,
    /// Thousands, millions, seconds: what numbers are multiplied by.
    pub factor: f64,
    /// Whether it is deducted.
    pub is_negative: bool,
    /// The part that goes to this figure.
    pub share: Share,
    /// The currency of the amounts.
    pub currency: String,
    /// Units of the model's money for one of the source.
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
    /// Where the rule stands in the mapping.
    pub origin: Origin,
}

impl Default for MappingRule {
    fn default() -> MappingRule {
        MappingRule {
            figure: Figure::default(),
            member_label: String::new(),
            file: String::new(),
            sheet: String::new(),
            cells: Vec::new(),
            keys: Vec::new(),
            left_out: Vec::new(),
            rows: RowFilter::default(),
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

impl MappingRule {
    /// Whether nobody has said yet which cells it is.
    pub fn is_open(&self) -> bool {
        self.cells.is_empty()
    }

    /// Whether it is a column of the source that fills a column of the model: one value for each row.
    pub fn is_list(&self) -> bool {
        self.figure.place.iter().any(|key| **key == *EACH)
    }

    /// What must stand where the label was: of `Salaries … Rent` the first of the rows, of a list the heading of its column.
    pub fn first_label(&self) -> &str {
        if self.is_list() {
            self.heading.rsplit(" · ").next().unwrap_or_default()
        } else {
            self.label.split(" … ").next().unwrap_or(&self.label)
        }
    }

    /// What is known of its values beside their amounts.
    pub fn evidence(&self) -> Option<Evidence> {
        let evidence = Evidence {
            status: self.status,
            range: None,
            source: not_blank(&self.source),
            confidential: not_blank(&self.confidential),
            comment: not_blank(&self.comment),
        };
        (!evidence.is_empty()).then_some(evidence)
    }

    /// What the sum of the cells is multiplied by, but for the share.
    pub fn multiplier(&self) -> f64 {
        self.factor * self.rate * if self.is_negative { -1.0 } else { 1.0 }
    }
}

fn not_blank(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}
