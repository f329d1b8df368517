//! What words of the source mean, proposed.

use super::candidate::ColumnCandidate;
use super::column_fit::members_meant;
use super::context::ListContext;
use crate::propose::confidence::confidence;
use crate::rules::meaning::WordMeaning;
use crate::understand::members::Members;
use crate::weights::OPEN_BELOW;
use crate::weights::lists::MOST_WORDS;
use sg3_form::values::text::fold_case;
use sg3_lang::model::{DimensionId, Kind};

/// A meaning for every word of a column that the model does not know as it is.
pub(crate) fn propose_meanings(
    context: &ListContext,
    options: &Members,
    candidate: &ColumnCandidate,
) -> Vec<WordMeaning> {
    let quantity = context.model.quantity(candidate.quantity);
    let Kind::Member(dimension) = quantity.kind else { return Vec::new() };
    let column = context.column(candidate.at);
    if context.model.dimension(dimension).is_from_data() || column.distinct.len() > MOST_WORDS {
        return Vec::new();
    }
    let known = context.known.get(&dimension);
    let own = context.model.dimension(dimension);
    let of = if own.anonymous { quantity.name.to_string() } else { own.name.to_string() };
    column
        .distinct
        .iter()
        .filter(|word| !known.is_some_and(|known| known.contains(&fold_case(word))))
        .map(|word| propose_meaning(context, options, dimension, &of, word))
        .collect()
}

fn propose_meaning(
    context: &ListContext,
    options: &Members,
    dimension: DimensionId,
    of: &str,
    word: &str,
) -> WordMeaning {
    let fits = members_meant(context, dimension, word);
    let members = options.of(dimension).unwrap_or_default();
    let sure = fits.first().map(|(_, fit)| confidence(*fit, fits.get(1).map_or(0.0, |(_, fit)| *fit)));
    let is_sure = sure.is_some_and(|sure| sure >= OPEN_BELOW);
    let others = fits.iter().skip(usize::from(is_sure)).take(2);
    let near = others.map(|(position, fit)| format!("{} ({:.0} %)", members[*position].0, 100.0 * fit));
    WordMeaning {
        of: of.to_owned(),
        word: word.to_owned(),
        key: if is_sure { members[fits[0].0].0.to_string() } else { String::new() },
        confidence: sure.filter(|_| is_sure),
        near: near.collect::<Vec<_>>().join(", "),
        ..WordMeaning::default()
    }
}
