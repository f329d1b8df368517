//! Tables of theirs with codes on two sides: routing factors, keys by department.

use super::find::List;
use super::ground::Ground;
use super::keyed::{Candidate, each, figure, year_of};
use super::keys::Keys;
use super::propose::cells;
use crate::entry::{Entry, Figure};
use crate::lexicon::Concept;
use crate::rule::{Pattern, Rule};
use sg3_lang::model::{DimensionId, Kind, QuantityId};
use sg3_workbook::Area;

/// A column of codes names members, nearly all of it.
const NAMED: f64 = 0.9;

/// How well the columns across must be known.
const MOST_HEADS: f64 = 0.6;

/// A table with codes on two sides: its columns across, and the column of codes beside.
struct Crossed {
    beside: usize,
    across: Vec<usize>,
    score: f64,
}

fn crossed(ground: &Ground, list: usize, down: DimensionId, over: DimensionId) -> Option<Crossed> {
    let across = ground.across(list, over);
    let numeric =
        ground.lists[list].columns.iter().filter(|column| column.numbers > 0 && column.numbers * 2 > column.filled);
    let share = across.len() as f64 / numeric.count().max(1) as f64;
    if across.len() < 3 || share < MOST_HEADS {
        return None;
    }
    let named = (0..across[0]).map(|column| (column, ground.names((list, column), down)));
    let (beside, named) = named.fold((0, 0.0), |best, next| if next.1 > best.1 { next } else { best });
    (named >= NAMED).then(|| Crossed { beside, across, score: named * (0.9 + 0.1 * share.min(1.0)) })
}

impl Crossed {
    /// Runs of columns across as areas.
    fn areas(&self, list: &List, (top, bottom): (u32, u32)) -> Vec<Area> {
        let mut areas: Vec<Area> = Vec::new();
        for column in self.across.iter().map(|column| list.columns[*column].column) {
            match areas.last_mut().filter(|last| last.right + 1 == column) {
                Some(last) => last.right = column,
                None => areas.push(Area { top, bottom, left: column, right: column }),
            }
        }
        areas
    }

    /// Only rows with a code count: below them stand totals.
    fn rule(&self, list: &List) -> Rule {
        Rule::one(list.columns[self.beside].column, [Pattern::anything()])
    }
}

/// Every filled cell of a table is a member, with one code beside it and one above.
pub fn rows(ground: &Ground, dimension: DimensionId, year: Option<i32>, all: &mut Vec<Candidate>) {
    let inputs: Vec<QuantityId> = ground.along(dimension).collect();
    let reference = |id: &QuantityId| match ground.model.quantity(*id).kind {
        Kind::Member(of) => Some((*id, of)),
        _ => None,
    };
    let references: Vec<(QuantityId, DimensionId)> = inputs.iter().filter_map(reference).collect();
    let [one, other] = references[..] else { return };
    for list in 0..ground.lists.len() {
        for (down, over) in [(one, other), (other, one)] {
            let Some(crossed) = crossed(ground, list, down.1, over.1) else { continue };
            let own = &ground.lists[list];
            let table = |figure: Figure| Entry {
                rows: crossed.rule(own),
                ..cells(ground, figure, own, crossed.areas(own, own.span))
            };
            let made = vec![Entry { why: "every filled cell is one".to_owned(), ..table(each(ground, dimension)) }];
            let above = Entry {
                rows: Rule::default(),
                ..cells(
                    ground,
                    figure(ground, ground.model.quantity(over.0), None),
                    own,
                    crossed.areas(own, (own.head, own.head)),
                )
            };
            let left = own.columns[crossed.beside].column;
            let beside = Area { top: own.span.0, bottom: own.span.1, left, right: left };
            let beside = Entry {
                rows: crossed.rule(own),
                ..cells(ground, figure(ground, ground.model.quantity(down.0), None), own, vec![beside])
            };
            let mut push = |id: QuantityId, column: usize, of: Option<i32>, line: Entry, why: &str| {
                let (score, why, at) = (crossed.score, why.to_owned(), (list, column));
                all.push(Candidate {
                    quantity: id,
                    year: of,
                    at,
                    score,
                    line,
                    made: made.clone(),
                    why,
                    refers: None,
                    is_scaled: false,
                });
            };
            push(over.0, crossed.across[1], None, above, "its codes are in the row above");
            push(down.0, crossed.beside, None, beside, "its codes are in the column beside");
            for id in inputs.iter().filter(|id| matches!(ground.model.quantity(**id).kind, Kind::Number(_))) {
                let quantity = ground.model.quantity(*id);
                let Some(of) = year_of(ground, quantity, (list, crossed.across[0]), year) else { continue };
                push(
                    *id,
                    crossed.across[0],
                    of,
                    table(figure(ground, quantity, of)),
                    "codes beside and above are known",
                );
            }
        }
    }
}

/// Inputs along two dimensions: codes of one beside, of the other above; which input it is, its title says.
pub fn two_sided(ground: &Ground, year: Option<i32>, all: &mut Vec<Candidate>) {
    for id in &ground.asked {
        let quantity = ground.model.quantity(*id);
        let axes = ground.members(quantity);
        let ([one, other], Kind::Number(_)) = (&axes[..], &quantity.kind) else { continue };
        for list in 0..ground.lists.len() {
            for (down, over) in [(*one, *other), (*other, *one)] {
                let Some(crossed) = crossed(ground, list, down, over) else { continue };
                let at = (list, crossed.across[0]);
                let Some(of) = year_of(ground, quantity, at, year) else { continue };
                let own = &ground.lists[list];
                let (beside, above) = (Keys::Column(own.columns[crossed.beside].column), Keys::Row(own.head));
                let keys = if down == *one { vec![beside, above] } else { vec![above, beside] };
                let about = ground.about(list, Concept::Quantity(*id));
                let figure = figure(ground, quantity, of);
                let line =
                    Entry { keys, rows: crossed.rule(own), ..cells(ground, figure, own, crossed.areas(own, own.span)) };
                let why = format!("codes beside and above are known; title fits {:.0} %", 100.0 * about);
                let score = crossed.score * (0.55 + 0.45 * about);
                all.push(Candidate {
                    quantity: *id,
                    year: of,
                    at,
                    score,
                    line,
                    made: Vec::new(),
                    why,
                    refers: None,
                    is_scaled: false,
                });
            }
        }
    }
}
