//! Members that a case names and does not have: a figure for one of them would be passed over, and the case still pass.

use super::checker::Checker;
use crate::diagnostic::{Diagnostic, near_miss};
use crate::model::{Axis, Case, DimensionId, Given, MemberRef};
use crate::source::Span;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The members that a case lists, by dimension.
type Lists<'c> = BTreeMap<DimensionId, &'c [Arc<str>]>;

impl Checker<'_> {
    /// Complains of members that the lists of a case do not have.
    pub(super) fn check_members_of_case(&mut self, case: &Case) {
        let lists = lists_of(&case.givens);
        let mut unknown = self.find_unlisted(&lists, &case.givens);
        for expect in &case.expects {
            let mut own = lists.clone();
            own.extend(lists_of(&expect.givens));
            unknown.extend(self.find_unlisted(&own, &expect.givens));
            let axes = &self.model.quantity(expect.quantity).axes;
            let place: Vec<Option<MemberRef>> = expect.place.iter().cloned().map(Some).collect();
            unknown.extend(unlisted_at(&own, axes, &place).map(|(dimension, key)| (dimension, key, expect.span)));
        }
        unknown.sort_by_key(|(dimension, key, span)| (*span, *dimension, key.clone()));
        unknown.dedup();
        unknown.iter().for_each(|(dimension, key, span)| self.complain_of_member(*dimension, key, *span, &lists));
    }

    fn find_unlisted(&self, lists: &Lists, givens: &[Given]) -> Vec<(DimensionId, Arc<str>, Span)> {
        let mut unknown = Vec::new();
        for given in givens {
            let Given::Values(id, table, span) = given else { continue };
            let axes = &self.model.quantity(*id).axes;
            let places = table.entries.iter().flat_map(|entry| unlisted_at(lists, axes, &entry.place));
            unknown.extend(places.map(|(dimension, key)| (dimension, key, *span)));
        }
        unknown
    }

    fn complain_of_member(&mut self, dimension: DimensionId, key: &str, span: Span, lists: &Lists) {
        let listed = lists.get(&dimension).copied().unwrap_or_default();
        let name = &self.model.dimension(dimension).name;
        let message = format!("`{key}` is no member of `{name}` in this case");
        let help = near_miss(key, listed.iter().map(|key| &**key));
        let help = help.unwrap_or_else(|| {
            let listed: Vec<String> = listed.iter().map(|key| format!("`{key}`")).collect();
            format!(
                "the case lists {}; where a table could be of several axes, name a member of each",
                listed.join(", ")
            )
        });
        self.diagnostics.add(Diagnostic::error("wrong-given", span, message).help(help));
    }
}

fn lists_of(givens: &[Given]) -> Lists<'_> {
    let lists = givens.iter().filter_map(|given| match given {
        Given::Members(dimension, keys, _) => Some((*dimension, &**keys)),
        Given::Values(..) => None,
    });
    lists.collect()
}

/// The members of a place that the lists do not have.
fn unlisted_at<'a>(
    lists: &'a Lists,
    axes: &'a [Axis],
    place: &'a [Option<MemberRef>],
) -> impl Iterator<Item = (DimensionId, Arc<str>)> + 'a {
    axes.iter().zip(place).filter_map(|(axis, member)| {
        let (Some(MemberRef::Key(key)), Some(listed)) = (member, lists.get(&axis.dimension)) else { return None };
        (!listed.contains(key)).then(|| (axis.dimension, key.clone()))
    })
}
