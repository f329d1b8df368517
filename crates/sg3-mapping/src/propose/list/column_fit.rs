//! How well a column of the source is the column of an input, by its head and by what it holds.

use super::context::{ColumnRef, ListContext};
use crate::understand::concept::Concept;
use crate::weights::lists::{BY_CODES_ALONE, HEAD_OF_MEMBERS, LEAST_OPTIONS, MOST_OPTIONS, OPTION, OTHER_UNIT, REFERS};
use sg3_lang::model::{DimensionId, Kind, QuantityId};

/// How well a column is the column of an input; nothing if it holds something else.
pub(crate) fn fit_column(context: &ListContext, id: QuantityId, at: ColumnRef) -> Option<f64> {
    let quantity = context.model.quantity(id);
    let column = context.column(at);
    if column.filled == 0 {
        return None;
    }
    let of = match quantity.kind {
        Kind::Member(dimension) => Some(Concept::Dimension(dimension)),
        _ => None,
    };
    let head = context.head_alone(at, Concept::Quantity(id), of);
    match quantity.kind {
        Kind::Number(_) => {
            let agrees = context.measured(at, quantity).agrees != Some(false);
            (column.numbers * 10 >= column.filled * 9).then_some(if agrees { head } else { head * OTHER_UNIT })
        }
        Kind::Date => (column.days * 10 >= column.filled * 9).then_some(head),
        Kind::YesNo => column.is_words().then_some(head),
        Kind::Member(dimension) => fit_member_column(context, dimension, at, head),
    }
}

/// A column of codes or words that name members: what it holds speaks as loudly as its head.
fn fit_member_column(context: &ListContext, dimension: DimensionId, at: ColumnRef, head: f64) -> Option<f64> {
    let is_from_data = context.model.dimension(dimension).is_from_data();
    let named = if is_from_data { context.names(at, dimension) } else { share_of_options(context, dimension, at) };
    let by_codes = if is_from_data && context.are_all_codes(at, dimension) { BY_CODES_ALONE } else { 0.0 };
    let over = head.max(HEAD_OF_MEMBERS * context.head(at, Concept::Dimension(dimension))).max(by_codes);
    let least = if is_from_data { REFERS } else { 0.0 };
    (named >= least && over > 0.0).then(|| libm::sqrt(over * named.max(LEAST_OPTIONS)))
}

/// The share of the words of a column that mean options of the model.
fn share_of_options(context: &ListContext, dimension: DimensionId, at: ColumnRef) -> f64 {
    let column = context.column(at);
    let members = context.known.get(&dimension).map_or(0, std::collections::HashSet::len);
    if column.distinct.len() > MOST_OPTIONS || column.distinct.len() > members.max(2) * 2 {
        return 0.0;
    }
    let best = column.distinct.iter().filter_map(|word| members_meant(context, dimension, word).first().copied());
    best.filter(|(_, fit)| *fit >= OPTION).count() as f64 / column.distinct.len().max(1) as f64
}

/// The members of a dimension that a word may mean, by position, best first.
pub(crate) fn members_meant(context: &ListContext, dimension: DimensionId, word: &str) -> Vec<(usize, f64)> {
    let meaning = context.lexicon.meaning(word);
    let members = meaning.iter().filter_map(|(concept, fit)| match concept {
        Concept::Member(of, position) if *of == dimension => Some((*position, *fit)),
        _ => None,
    });
    members.collect()
}

/// The list and the dimension that a column refers to, where it names members that lists of the source name.
pub(crate) fn dimension_referred(context: &ListContext, id: QuantityId, at: ColumnRef) -> Option<(usize, DimensionId)> {
    let Kind::Member(dimension) = context.model.quantity(id).kind else { return None };
    let is_named = context.model.dimension(dimension).is_from_data() && context.names(at, dimension) >= REFERS;
    is_named.then_some((at.0, dimension))
}
