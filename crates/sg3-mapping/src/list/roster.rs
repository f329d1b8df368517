//! Which lists of theirs name the members of which dimension: accounts, cost centres, assets, products.

use super::find::Column;
use super::ground::{At, Ground};
use crate::lexicon::Concept;
use crate::listing;
use sg3_lang::model::{DimensionId, Kind, Members};
use std::collections::{BTreeMap, BTreeSet};

/// A head must mean a dimension so well.
const MEANT: f64 = 0.5;

/// For each input that the same list answers.
const ANSWERS: f64 = 0.06;

const MOST_ANSWERS: usize = 4;

/// Names are rarely what other lists refer to.
const OF_NAMES: f64 = 0.75;

/// A column whose head means an input so well is no name.
const ANSWERED: f64 = 0.6;

/// Codes are short.
const CODE_LETTERS: usize = 16;

/// The list that names the members of a dimension.
#[derive(Debug, Clone, Copy)]
pub struct Roster {
    /// The column with their names.
    pub names: At,
    /// The column with their codes; nothing if words that recur are members.
    pub keys: Option<At>,
    /// From 0 to 1.
    pub score: f64,
    /// The next best.
    pub rival: f64,
}

/// The best list for each dimension.
pub fn find(ground: &Ground) -> BTreeMap<DimensionId, Roster> {
    let mut scored: Vec<(f64, DimensionId, At)> = Vec::new();
    for dimension in named(ground) {
        scored.extend(ground.columns().filter_map(|at| Some((of_codes(ground, dimension, at)?, dimension, at))));
    }
    scored.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)).then(a.2.cmp(&b.2)));
    let (mut rosters, mut taken) = (BTreeMap::new(), BTreeSet::new());
    for (score, dimension, at) in &scored {
        if rosters.contains_key(dimension) || taken.contains(at) {
            continue;
        }
        let names = names(ground, *dimension, *at);
        let others = scored.iter().filter(|other| (other.1 == *dimension) != (other.2 == *at) && other.2 != names);
        let rival = others.map(|other| other.0).fold(0.0, f64::max);
        rosters.insert(*dimension, Roster { names, keys: Some(*at), score: *score, rival });
        taken.insert(*at);
    }
    for dimension in named(ground) {
        if !rosters.contains_key(&dimension)
            && let Some(roster) = of_words(ground, dimension)
        {
            rosters.insert(dimension, roster);
        }
    }
    rosters
}

fn named<'g>(ground: &'g Ground) -> impl Iterator<Item = DimensionId> + 'g {
    let is_named = |dimension: &DimensionId| matches!(ground.model.dimension(*dimension).members, Members::FromInput);
    ground.listed.iter().copied().filter(is_named)
}

/// A column of codes, each another, below words for the dimension; better the more of its inputs stand beside.
fn of_codes(ground: &Ground, dimension: DimensionId, at: At) -> Option<f64> {
    let list = &ground.lists[at.0];
    let concept = Concept::Dimension(dimension);
    let meant = ground.codes_of(at, dimension);
    if meant < MEANT || !ground.column(at).is_unique(list.records) || ground.column(at).days > 0 {
        return None;
    }
    let is_answered = |id: &sg3_lang::model::QuantityId| {
        let others = (0..list.columns.len()).filter(|column| *column != at.1);
        others.map(|column| ground.head((at.0, column), Concept::Quantity(*id))).fold(0.0, f64::max) >= MEANT
    };
    let answers = ground.along(dimension).filter(is_answered).count().min(MOST_ANSWERS);
    let about = ground.about(at.0, concept);
    let looks = if looks_like_codes(ground.column(at)) { 1.0 } else { OF_NAMES };
    Some((0.62 * meant + 0.14 * about + ANSWERS * answers as f64).min(1.0) * looks)
}

/// Short, and of one word.
fn looks_like_codes(column: &Column) -> bool {
    let is_code = |text: &String| text.chars().count() <= CODE_LETTERS && !text.contains(' ');
    column.distinct.iter().filter(|text| is_code(text)).count() * 10 >= column.distinct.len() * 9
}

/// The words beside the codes that say what each is, and that answer nothing that is asked.
fn names(ground: &Ground, dimension: DimensionId, (list, keys): At) -> At {
    let columns = &ground.lists[list].columns;
    let answers = |at: At| {
        let asked = ground.along(dimension).map(|id| ground.head(at, Concept::Quantity(id)));
        asked.fold(0.0, f64::max) >= ANSWERED
    };
    let is_name = |column: &usize| {
        let own = &columns[*column];
        own.is_words() && own.filled * 10 >= ground.lists[list].records * 7 && !answers((list, *column))
    };
    (list, (keys + 1..columns.len()).find(is_name).unwrap_or(keys))
}

/// A column of words that recur, and that mean the dimension or an input whose values are its members.
fn of_words(ground: &Ground, dimension: DimensionId) -> Option<Roster> {
    let refer = |id: &&sg3_lang::model::QuantityId| matches!(ground.model.quantity(**id).kind, Kind::Member(of) if of == dimension);
    let concepts: Vec<Concept> = std::iter::once(Concept::Dimension(dimension))
        .chain(ground.asked.iter().filter(refer).map(|id| Concept::Quantity(*id)))
        .collect();
    let meant = |at: At| concepts.iter().map(|concept| ground.head(at, *concept)).fold(0.0, f64::max);
    let recurs = |at: &At| {
        let column = ground.column(*at);
        column.is_words() && column.distinct.len() > 1 && column.distinct.len() * 2 <= column.filled
    };
    let mut found: Vec<(f64, At)> = ground.columns().filter(recurs).map(|at| (meant(at), at)).collect();
    found.retain(|(meant, _)| *meant >= MEANT);
    found.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let (score, at) = *found.first()?;
    let rival = found.get(1).map_or(0.0, |(score, _)| *score);
    Some(Roster { names: at, keys: None, score, rival })
}

/// Keys with names of the members that a list names.
pub fn members(ground: &Ground, roster: &Roster) -> Vec<(String, String)> {
    let Some(keys) = roster.keys else {
        return ground.column(roster.names).distinct.iter().map(|word| (listing::key(word), word.clone())).collect();
    };
    let list = &ground.lists[keys.0];
    let sheet = &ground.files[list.file].sheets[list.sheet];
    let (of_keys, of_names) = (ground.column(keys).column, ground.column(roster.names).column);
    let rows = sheet.between(list.span.0, list.span.1).iter().filter(|row| list.rule.holds(row));
    let text = |says: &crate::foreign::Says| says.text();
    rows.filter_map(|row| {
        let key = row.cell(of_keys).map(text)?;
        Some((key.clone(), row.cell(of_names).map_or(key, text)))
    })
    .collect()
}
