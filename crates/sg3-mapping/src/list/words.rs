//! What words of theirs mean, proposed.

use super::Meaning;
use super::column::meant;
use super::ground::Ground;
use super::keyed::Candidate;
use super::propose::confidence;
use crate::propose::OPEN_BELOW;
use crate::target::Members;
use sg3_form::read::matcher::fold;
use sg3_lang::model::{DimensionId, Kind};

/// Columns with more words than this are no options.
const MOST: usize = 100;

/// A meaning for every word of a column that the model does not know as it is.
pub fn meanings(ground: &Ground, options: &Members, candidate: &Candidate) -> Vec<Meaning> {
    let quantity = ground.model.quantity(candidate.quantity);
    let Kind::Member(dimension) = quantity.kind else { return Vec::new() };
    let column = ground.column(candidate.at);
    if ground.model.dimension(dimension).is_from_data() || column.distinct.len() > MOST {
        return Vec::new();
    }
    let is_known = |word: &&String| ground.known.get(&dimension).is_some_and(|known| known.contains(&fold(word)));
    let own = ground.model.dimension(dimension);
    let of = if own.anonymous { quantity.name.to_string() } else { own.name.to_string() };
    column
        .distinct
        .iter()
        .filter(|word| !is_known(word))
        .map(|word| meaning(ground, options, dimension, &of, word))
        .collect()
}

fn meaning(ground: &Ground, options: &Members, dimension: DimensionId, of: &str, word: &str) -> Meaning {
    let fits = meant(ground, dimension, word);
    let members = options.of(dimension).unwrap_or_default();
    let told = |(position, fit): &(usize, f64)| format!("{} ({:.0} %)", members[*position].0, 100.0 * fit);
    let sure = fits.first().map(|(_, fit)| confidence(*fit, fits.get(1).map_or(0.0, |(_, fit)| *fit)));
    let is_sure = sure.is_some_and(|sure| sure >= OPEN_BELOW);
    Meaning {
        of: of.to_owned(),
        word: word.to_owned(),
        key: if is_sure { members[fits[0].0].0.to_string() } else { String::new() },
        confidence: sure.filter(|_| is_sure),
        near: fits.iter().skip(usize::from(is_sure)).take(2).map(told).collect::<Vec<_>>().join(", "),
        ..Meaning::default()
    }
}
