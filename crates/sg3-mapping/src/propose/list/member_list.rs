//! Which lists of the source name the members of which dimension: accounts, cost centres, assets, products.

use super::context::{ColumnRef, ListContext};
use crate::source::cell::SourceValue;
use crate::understand::coded_label::split_coded_label;
use crate::understand::concept::Concept;
use crate::understand::list::ListColumn;
use crate::understand::member_key;
use crate::weights::lists::{ANSWERED, BY_ANSWER, BY_HEAD, BY_TITLE, CODE_LETTERS, MOST_ANSWERS, NAMES_LIST, OF_NAMES};
use sg3_lang::model::{DimensionId, Kind, Members, QuantityId};
use std::collections::{BTreeMap, BTreeSet};

/// The list that names the members of a dimension.
#[derive(Debug, Clone, Copy)]
pub(crate) struct MemberList {
    /// The column with their names.
    pub(crate) names: ColumnRef,
    /// The column with their codes; nothing if words that recur are members.
    pub(crate) keys: Option<ColumnRef>,
    /// From 0 to 1.
    pub(crate) score: f64,
    /// The next best.
    pub(crate) rival: f64,
}

/// The best list for each dimension.
pub(crate) fn find_member_lists(context: &ListContext) -> BTreeMap<DimensionId, MemberList> {
    let mut scored: Vec<(f64, DimensionId, ColumnRef)> = Vec::new();
    for dimension in keyed_dimensions(context) {
        scored.extend(context.columns().filter_map(|at| Some((score_codes(context, dimension, at)?, dimension, at))));
    }
    scored.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)).then(a.2.cmp(&b.2)));
    let (mut member_lists, mut taken) = (BTreeMap::new(), BTreeSet::new());
    for (score, dimension, at) in &scored {
        if member_lists.contains_key(dimension) || taken.contains(at) {
            continue;
        }
        let names = name_column(context, *dimension, *at);
        let others = scored.iter().filter(|other| (other.1 == *dimension) != (other.2 == *at) && other.2 != names);
        let rival = others.map(|other| other.0).fold(0.0, f64::max);
        member_lists.insert(*dimension, MemberList { names, keys: Some(*at), score: *score, rival });
        taken.insert(*at);
    }
    for dimension in keyed_dimensions(context) {
        if !member_lists.contains_key(&dimension)
            && let Some(member_list) = find_word_list(context, dimension)
        {
            member_lists.insert(dimension, member_list);
        }
    }
    member_lists
}

fn keyed_dimensions<'g>(context: &'g ListContext) -> impl Iterator<Item = DimensionId> + 'g {
    let listed = context.listed.iter().copied();
    listed.filter(|dimension| matches!(context.model.dimension(*dimension).members, Members::FromInput))
}

/// A column of codes, each another, below words for the dimension; better the more of its inputs stand beside.
fn score_codes(context: &ListContext, dimension: DimensionId, at: ColumnRef) -> Option<f64> {
    let list = &context.lists[at.0];
    let concept = Concept::Dimension(dimension);
    let meant = context.codes_of(at, dimension).max(context.codes_of_accounts(dimension, at));
    let is_list = context.column(at).is_unique(list.count) || repeats_accounts(context, dimension, at);
    if meant < NAMES_LIST || !is_list || context.column(at).days > 0 {
        return None;
    }
    let answers = context.along(dimension).filter(|id| is_answered_beside(context, *id, at)).count().min(MOST_ANSWERS);
    let about = context.about(at.0, concept);
    let looks = if looks_like_codes(context.column(at)) { 1.0 } else { OF_NAMES };
    Some((BY_HEAD * meant + BY_TITLE * about + BY_ANSWER * answers as f64).min(1.0) * looks)
}

/// Whether a trial balance says accounts several times, always with the same name: a row for each cost centre.
fn repeats_accounts(context: &ListContext, dimension: DimensionId, at: ColumnRef) -> bool {
    let names = name_column(context, dimension, at);
    if context.codes_of_accounts(dimension, at) == 0.0 || names == at {
        return false;
    }
    let member_list = MemberList { names, keys: Some(at), score: 0.0, rival: 0.0 };
    let pairs: BTreeSet<(String, String)> = members_of_list(context, &member_list).into_iter().collect();
    let keys: BTreeSet<&str> = pairs.iter().map(|(key, _)| &**key).collect();
    keys.len() * 100 >= pairs.len() * 99
}

/// Whether another column of the list means an input.
fn is_answered_beside(context: &ListContext, id: QuantityId, at: ColumnRef) -> bool {
    let others = (0..context.lists[at.0].columns.len()).filter(|column| *column != at.1);
    others.map(|column| context.head((at.0, column), Concept::Quantity(id))).fold(0.0, f64::max) >= NAMES_LIST
}

/// Short, and of one word; or such a word with a name behind it.
fn looks_like_codes(column: &ListColumn) -> bool {
    let is_short = |text: &str| text.chars().count() <= CODE_LETTERS && !text.contains(' ');
    let codes = column.distinct.iter().filter(|text| is_short(text) || split_coded_label(text).is_some());
    codes.count() * 10 >= column.distinct.len() * 9
}

/// The words beside the codes that say what each is, and that answer nothing that is asked.
fn name_column(context: &ListContext, dimension: DimensionId, (list, keys): ColumnRef) -> ColumnRef {
    let mut behind = (keys + 1..context.lists[list].columns.len()).map(|column| (list, column));
    behind.find(|at| is_name(context, dimension, *at)).unwrap_or((list, keys))
}

fn is_name(context: &ListContext, dimension: DimensionId, at: ColumnRef) -> bool {
    let column = context.column(at);
    let mut asked = context.along(dimension).map(|id| context.head(at, Concept::Quantity(id)));
    column.is_words() && column.filled * 10 >= context.lists[at.0].count * 7 && !asked.any(|fit| fit >= ANSWERED)
}

/// A column of words that recur, and that mean the dimension or an input whose values are its members.
fn find_word_list(context: &ListContext, dimension: DimensionId) -> Option<MemberList> {
    let names = context.asked.iter().filter(|id| names_members(context, **id, dimension));
    let concepts: Vec<Concept> =
        std::iter::once(Concept::Dimension(dimension)).chain(names.map(|id| Concept::Quantity(*id))).collect();
    let recurring = context.columns().filter(|at| context.column(*at).recurs() || context.column(*at).repeats_codes());
    let mut found: Vec<(f64, ColumnRef)> = recurring
        .map(|at| (concepts.iter().map(|concept| context.head(at, *concept)).fold(0.0, f64::max), at))
        .collect();
    found.retain(|(meant, _)| *meant >= NAMES_LIST);
    found.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let (score, at) = *found.first()?;
    let rival = found.get(1).map_or(0.0, |(score, _)| *score);
    Some(MemberList { names: at, keys: None, score, rival })
}

/// Whether the values of an input are members of a dimension.
fn names_members(context: &ListContext, id: QuantityId, dimension: DimensionId) -> bool {
    matches!(context.model.quantity(id).kind, Kind::Member(of) if of == dimension)
}

/// Keys with names of the members that a list names.
pub(crate) fn members_of_list(context: &ListContext, member_list: &MemberList) -> Vec<(String, String)> {
    let Some(keys) = member_list.keys else {
        return context
            .column(member_list.names)
            .distinct
            .iter()
            .map(|word| (member_key::member_key(word), word.clone()))
            .collect();
    };
    let list = &context.lists[keys.0];
    let sheet = &context.files[list.file].sheets[list.sheet];
    let (of_keys, of_names) = (context.column(keys).column, context.column(member_list.names).column);
    list.records(sheet)
        .filter_map(|row| {
            let key = row.cell(of_keys).map(SourceValue::text)?;
            Some((key.clone(), row.cell(of_names).map_or(key, SourceValue::text)))
        })
        .collect()
}
