//! How well a column of theirs is the column of an input, by its head and by what it holds.

use super::ground::{At, Ground};
use crate::lexicon::Concept;
use sg3_lang::model::{DimensionId, Kind, QuantityId};

/// Words of a column that are looked up.
const SAMPLE: usize = 60;

/// A word means an option if it fits so well.
const OPTION: f64 = 0.5;

/// What a column of the wrong unit counts for.
const CONTRADICTED: f64 = 0.35;

/// How well a column is the column of an input; nothing if it holds something else.
pub fn fit(ground: &Ground, id: QuantityId, at: At) -> Option<f64> {
    let quantity = ground.model.quantity(id);
    let column = ground.column(at);
    if column.filled == 0 {
        return None;
    }
    let of = match quantity.kind {
        Kind::Member(dimension) => Some(Concept::Dimension(dimension)),
        _ => None,
    };
    let head = ground.head_alone(at, Concept::Quantity(id), of);
    match quantity.kind {
        Kind::Number(_) => {
            let agrees = ground.measured(at, quantity).agrees != Some(false);
            (column.numbers * 10 >= column.filled * 9).then_some(if agrees { head } else { head * CONTRADICTED })
        }
        Kind::Date => (column.days * 10 >= column.filled * 9).then_some(head),
        Kind::YesNo => column.is_words().then_some(head),
        Kind::Member(dimension) => member(ground, dimension, at, head),
    }
}

/// A column of codes or words that name members: what it holds speaks as loudly as its head.
fn member(ground: &Ground, dimension: DimensionId, at: At, head: f64) -> Option<f64> {
    let is_from_data = ground.model.dimension(dimension).is_from_data();
    let named = if is_from_data { ground.names(at, dimension) } else { options(ground, dimension, at) };
    let over = head.max(0.9 * ground.head(at, Concept::Dimension(dimension)));
    let least = if is_from_data { 0.8 } else { 0.0 };
    (named >= least && over > 0.0).then(|| libm::sqrt(over * named.max(0.3)))
}

/// The share of the words of a column that mean options of the model.
fn options(ground: &Ground, dimension: DimensionId, at: At) -> f64 {
    let column = ground.column(at);
    let members = ground.known.get(&dimension).map_or(0, |known| known.len());
    if column.distinct.len() > SAMPLE || column.distinct.len() > members.max(2) * 2 {
        return 0.0;
    }
    let means = |word: &&String| meant(ground, dimension, word).first().is_some_and(|(_, fit)| *fit >= OPTION);
    column.distinct.iter().filter(means).count() as f64 / column.distinct.len().max(1) as f64
}

/// The members of a dimension that a word may mean, by position, best first.
pub fn meant(ground: &Ground, dimension: DimensionId, word: &str) -> Vec<(usize, f64)> {
    let meaning = ground.lexicon.meaning(word);
    let of = |(concept, fit): &(Concept, f64)| match concept {
        Concept::Member(of, position) if *of == dimension => Some((*position, *fit)),
        _ => None,
    };
    meaning.iter().filter_map(of).collect()
}

/// The list and the dimension that a column refers to, where it names members that lists of theirs name.
pub fn refers(ground: &Ground, id: QuantityId, at: At) -> Option<(usize, DimensionId)> {
    let Kind::Member(dimension) = ground.model.quantity(id).kind else { return None };
    let is_named = ground.model.dimension(dimension).is_from_data() && ground.names(at, dimension) >= 0.8;
    is_named.then_some((at.0, dimension))
}
