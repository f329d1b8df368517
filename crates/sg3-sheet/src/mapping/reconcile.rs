//! Whether it adds up: their totals against the parts taken, amounts not used, inputs against audited figures.

mod tell;

use super::dictionary::Dictionary;
use super::entry::{Audited, Mapping};
use super::foreign::Foreign;
use super::found::{self, Found};
use super::lexicon::Lexicon;
use super::measure::Wanted;
use super::period;
use super::taken::Taken;
use super::target::Members;
use crate::{Respondent, address};
use sg3_lang::Model;
use std::collections::{BTreeMap, BTreeSet};

pub use tell::tell;

/// Parts of what is not used that are smaller than this share of what is, are not worth a message.
const MATERIAL: f64 = 0.001;
/// Totals told beside each other.
const ROUNDING: f64 = 1e-6;

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
    let used = Used::of(mapping, lines);
    let mut sums =
        Reconciliation { audited: balances(mapping, lines), twice: used.twice.clone(), ..Reconciliation::default() };
    for found in &found {
        totals(found, files, &used, &mut sums);
        unused(found, files, &used, (mapping, &lexicon), &mut sums);
    }
    sums.unused.sort_by(|a, b| b.size.abs().total_cmp(&a.size.abs()).then(a.at.cmp(&b.at)));
    sums
}

/// Every cell taken, with the line and the share.
struct Used {
    cells: BTreeMap<Place, (usize, f64)>,
    columns: BTreeSet<(usize, usize, u32)>,
    twice: Vec<Twice>,
}

impl Used {
    fn of(mapping: &Mapping, lines: &[(usize, Taken)]) -> Used {
        let mut used = Used { cells: BTreeMap::new(), columns: BTreeSet::new(), twice: Vec::new() };
        for (line, taken) in lines {
            for cell in &taken.cells {
                let at = Place { file: taken.file, sheet: taken.sheet, row: cell.row, column: cell.column };
                used.columns.insert((at.file, at.sheet, at.column));
                let (first, share) = used.cells.entry(at).or_insert((*line, 0.0));
                let same = mapping.entries[*first].figure.input == mapping.entries[*line].figure.input;
                *share += taken.share;
                if *share > 1.0 + ROUNDING && same && first != line {
                    used.twice.push(Twice { at, lines: (*first, *line), is_total: false });
                }
            }
        }
        used
    }
}

fn totals(found: &Found, files: &[Foreign], used: &Used, sums: &mut Reconciliation) {
    let table = &found.table;
    for head in table.heads.iter().filter(|head| used.columns.contains(&(found.file, table.sheet, head.column))) {
        let at = |line: usize| Place {
            file: found.file,
            sheet: table.sheet,
            row: table.lines[line].row,
            column: head.column,
        };
        let number = |line: usize| files[found.file].number(table.sheet, table.lines[line].row, head.column);
        for (line, total) in table.lines.iter().enumerate().filter(|(_, line)| line.is_total) {
            let Some(amount) = number(line) else { continue };
            let leaves = leaves(found, line);
            let taken: f64 =
                leaves.iter().filter_map(|leaf| Some(number(*leaf)? * used.cells.get(&at(*leaf))?.1)).sum();
            let own = used.cells.get(&at(line));
            let inside = leaves.iter().find_map(|leaf| used.cells.get(&at(*leaf)).map(|(line, _)| *line));
            if let (Some((own, _)), Some(inside)) = (own, inside) {
                sums.twice.push(Twice { at: at(line), lines: (*own, inside), is_total: true });
            }
            let is_near = inside.is_some()
                || (leaves.is_empty() && neighbours(found, line).any(|line| used.cells.contains_key(&at(line))));
            if is_near && own.is_none() {
                let parts = (!leaves.is_empty()).then(|| leaves.iter().filter_map(|leaf| number(*leaf)).sum());
                sums.totals.push(Total { at: at(line), label: total.label.clone(), amount, parts, taken });
            }
        }
    }
}

/// The lines that a total is the sum of, and that are no totals themselves.
fn leaves(found: &Found, line: usize) -> Vec<usize> {
    let mut leaves = Vec::new();
    let mut waiting = found.table.lines[line].parts.clone();
    while let Some(part) = waiting.pop() {
        match found.table.lines[part].parts.is_empty() {
            true => leaves.push(part),
            false => waiting.extend(&found.table.lines[part].parts),
        }
    }
    leaves.sort_unstable();
    leaves
}

/// Lines right above a total, back to the total before.
fn neighbours(found: &Found, line: usize) -> impl Iterator<Item = usize> + '_ {
    (0..line).rev().take_while(|above| !found.table.lines[*above].is_total)
}

fn unused(
    found: &Found,
    files: &[Foreign],
    used: &Used,
    (mapping, lexicon): (&Mapping, &Lexicon),
    sums: &mut Reconciliation,
) {
    let table = &found.table;
    let foreign = &files[found.file];
    for (position, head) in table.heads.iter().enumerate() {
        let column = &found.columns[position];
        let is_other_year = column.year.is_some_and(|own| mapping.year.is_some_and(|year| own != year));
        if column.is_aside || is_other_year || column.is_movement {
            continue;
        }
        let beside_used = used.columns.contains(&(found.file, table.sheet, head.column));
        let scale = found.measured(0, position, Wanted::Money, lexicon).factor;
        // Records say their year themselves.
        let is_of_year =
            |label: &str| period::year(label).is_none_or(|own| mapping.year.is_none_or(|year| own == year));
        for line in table.lines.iter().filter(|line| !line.is_total && is_of_year(&line.label)) {
            let at = Place { file: found.file, sheet: table.sheet, row: line.row, column: head.column };
            let Some(amount) = foreign.number(table.sheet, line.row, head.column) else { continue };
            if amount == 0.0 || used.cells.contains_key(&at) {
                continue;
            }
            let accepted = mapping
                .accepted
                .iter()
                .find(|accepted| accepted.label == line.label && accepted.sheet == *foreign.sheets[table.sheet].name);
            sums.unused.push(Unused {
                at,
                label: line.label.clone(),
                heading: head.words.join(" · "),
                amount,
                size: amount * scale,
                beside_used,
                accepted: accepted.map(|accepted| accepted.reason.clone()).unwrap_or_default(),
            });
        }
    }
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
