//! Whether it adds up: their totals against the parts taken, amounts not used, inputs against audited figures.

pub(crate) mod lists;
pub(crate) mod tell;
pub(crate) mod totals;
pub(crate) mod unused;
pub(crate) mod used;

use crate::dictionary::Dictionary;
use crate::entry::{Audited, Mapping};
use crate::foreign::Foreign;
use crate::found;
use crate::lexicon::Lexicon;
use crate::taken::Taken;
use crate::target::Members;
use sg3_form::Respondent;
use sg3_lang::Model;
use sg3_workbook::address;
use used::Used;

/// Parts of what is not used that are smaller than this share of what is, are not worth a message.
pub(crate) const MATERIAL: f64 = 0.001;

/// Totals told beside each other.
pub(crate) const ROUNDING: f64 = 1e-6;

/// How a mapping adds up.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Reconciliation {
    /// Their totals over what is taken.
    pub totals: Vec<Total>,
    /// Amounts that are not used, largest first.
    pub unused: Vec<Unused>,
    /// Audited figures.
    pub audited: Vec<Balance>,
    /// Cells that count more than once.
    pub twice: Vec<Twice>,
}

/// A cell of theirs, by number of file and sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Number of the file.
    pub file: usize,
    /// Number of the sheet.
    pub sheet: usize,
    /// From zero.
    pub row: u32,
    /// From zero.
    pub column: u32,
}

/// A total of theirs.
#[derive(Debug, Clone, PartialEq)]
pub struct Total {
    /// Where it is.
    pub at: Place,
    /// Its label.
    pub label: String,
    /// What it says.
    pub amount: f64,
    /// What its parts add up to; nothing if no rows above do.
    pub parts: Option<f64>,
    /// The parts of it that are taken.
    pub taken: f64,
}

/// An amount that is not used.
#[derive(Debug, Clone, PartialEq)]
pub struct Unused {
    /// Where it is.
    pub at: Place,
    /// Its label.
    pub label: String,
    /// The heading of its column.
    pub heading: String,
    /// What it says.
    pub amount: f64,
    /// With its scale.
    pub size: f64,
    /// Whether others of its column are used.
    pub beside_used: bool,
    /// Whether its label says that several members share it.
    pub is_shared: bool,
    /// The reason for which somebody accepts it; empty if nobody does.
    pub accepted: String,
}

/// An audited figure, and what inputs add up to.
#[derive(Debug, Clone, PartialEq)]
pub struct Balance {
    /// The figure.
    pub audited: Audited,
    /// The sum of what is mapped to its inputs.
    pub mapped: f64,
}

/// A cell that counts more than once.
#[derive(Debug, Clone, PartialEq)]
pub struct Twice {
    /// Where it is.
    pub at: Place,
    /// Lines that take it, or take a total and its part.
    pub lines: (usize, usize),
    /// Whether one line takes the total of which the other takes a part.
    pub is_total: bool,
}

/// Adds up.
pub fn reconcile(
    mapping: &Mapping,
    files: &[Foreign],
    model: &Model,
    dictionary: &Dictionary,
    lines: &[(usize, Taken)],
) -> Reconciliation {
    let lexicon = Lexicon::of(model, dictionary, &Members::of_model(model, Respondent::Everyone));
    let found = found::find(files, &lexicon);
    let used = Used::of(mapping, model, files, lines);
    let mut sums =
        Reconciliation { audited: balances(mapping, lines), twice: used.twice.clone(), ..Reconciliation::default() };
    let of_lists = lists::totals(mapping, files, lines, &mut sums);
    for found in &found {
        totals::add(found, files, &used, &mut sums);
        unused::add(found, files, (&used, &of_lists), (mapping, &lexicon), &mut sums);
    }
    sums.unused.sort_by(|a, b| b.size.abs().total_cmp(&a.size.abs()).then(a.at.cmp(&b.at)));
    sums
}

fn balances(mapping: &Mapping, lines: &[(usize, Taken)]) -> Vec<Balance> {
    let mapped = |audited: &Audited| -> f64 {
        let of = lines.iter().filter(|(line, _)| audited.inputs.contains(&mapping.entries[*line].figure.input));
        of.map(|(line, taken)| taken.value(&mapping.entries[*line])).fold(0.0, |sum, value| sum + value)
    };
    mapping.audited.iter().map(|audited| Balance { audited: audited.clone(), mapped: mapped(audited) }).collect()
}

impl Balance {
    /// Whether the two agree.
    pub fn holds(&self) -> bool {
        (self.mapped - self.audited.amount).abs() <= self.audited.within * self.audited.amount.abs() + ROUNDING
    }
}

impl Total {
    /// Whether its parts add up to it, but for rounding.
    pub fn adds_up(&self) -> bool {
        self.parts.is_some_and(|parts| (parts - self.amount).abs() <= self.amount.abs() * 1e-6 + 2.0)
    }

    /// Whether all of it is taken.
    pub fn is_taken(&self) -> bool {
        self.parts.is_some_and(|parts| (parts - self.taken).abs() <= parts.abs() * 1e-9 + ROUNDING)
    }
}

/// `Charges!D14`.
pub fn written(place: Place, files: &[Foreign]) -> String {
    let sheet = &files[place.file].sheets[place.sheet];
    if sheet.is_text {
        format!("line {}", place.row + 1)
    } else {
        format!("{}!{}", sheet.name, address(place.row, place.column))
    }
}
