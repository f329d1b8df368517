//! Cases: what is given, what is expected, and whether the model has it.

use super::checker::Checker;
use super::merged::Merged;
use super::operators::plain_number;
use super::scope::Scope;
use super::table::{Purpose, Wanted};
use crate::ast::{self, GivenValue, ItemKind};
use crate::diagnostic::{Diagnostic, near_miss};
use crate::model::{
    Case, DimensionId, Entry, Expect, ExpectedValue, Given, Index, IndexBase, Kind, MemberRef, Node, QuantityId, Table,
};
use crate::source::Span;
use std::collections::BTreeSet;
use std::sync::Arc;

impl Checker<'_> {
    pub(super) fn cases(&mut self, merged: &Merged) {
        for part in &merged.items {
            if let ItemKind::Case(case) = &part.item.kind {
                let checked = self.case(&part.item, case);
                self.check_members_of_case(&checked);
                self.model.cases.push(checked);
            }
        }
    }

    fn case(&mut self, item: &ast::Item, case: &ast::Case) -> Case {
        Case {
            label: case.label.to_string(),
            givens: self.givens(&case.givens),
            expects: case.expects.iter().filter_map(|expect| self.expect(expect)).collect(),
            failing: case.failing.iter().filter_map(|name| self.failing_check(name)).collect(),
            source: item.source.as_deref().map(String::from),
            note: item.note.as_deref().map(String::from),
            span: item.span,
        }
    }

    fn failing_check(&mut self, name: &ast::Name) -> Option<(usize, Span)> {
        let found = self.model.checks.iter().position(|check| check.name == name.text);
        if found.is_none() {
            let message = format!("there is no check `{}`", name.text);
            let help = near_miss(&name.text, self.model.checks.iter().map(|check| &*check.name));
            self.diagnostics.add(Diagnostic::error("wrong-expect", name.span, message).maybe_help(help));
        }
        found.map(|check| (check, name.span))
    }

    fn givens(&mut self, givens: &[ast::Given]) -> Vec<Given> {
        givens.iter().filter_map(|given| self.given(given)).collect()
    }

    fn given(&mut self, given: &ast::Given) -> Option<Given> {
        if let Some(position) = self.names.dimensions.get(&given.place.name.text) {
            return self.given_members(DimensionId(*position as u32), given);
        }
        let Some(id) = self.quantity_of(&given.place.name.text) else {
            let diagnostic = self.names.unknown(&given.place.name, "input, quantity or dimension", &[]);
            self.diagnostics.add(diagnostic);
            return None;
        };
        let quantity = self.model.quantity(id);
        let (axes, kind, declared) = (quantity.axes.clone(), quantity.kind.clone(), quantity.span);
        let place = self.fixed_place(id, &given.place)?;
        let open: Vec<_> =
            axes.iter().zip(&place).filter(|(_, member)| member.is_none()).map(|(axis, _)| axis.clone()).collect();
        let wanted = Wanted { axes: &open, kind: &kind, declared, purpose: Purpose::Values };
        let table = match &given.value {
            GivenValue::One(value) => self.table_of_one(value, &wanted),
            GivenValue::Table(table) => self.table(&mut Scope::default(), table, &wanted),
            GivenValue::Keys(_) => return self.wrong_given(given, "only a dimension is given as a list of keys"),
        };
        Some(Given::Values(id, spread(table, &place), given.place.span))
    }

    fn given_members(&mut self, dimension: DimensionId, given: &ast::Given) -> Option<Given> {
        let keys: Vec<&ast::Expression> = match &given.value {
            GivenValue::One(key) => vec![key],
            GivenValue::Keys(keys) => keys.iter().collect(),
            GivenValue::Table(_) => return self.wrong_given(given, "a dimension is given as a list of keys"),
        };
        let mut members: Vec<Arc<str>> = Vec::new();
        for key in keys {
            self.member_of_key(key, dimension)?;
            members.push(match &key.node {
                ast::Node::Number(number, _) => number.to_string().into(),
                ast::Node::Text(text) => text.clone(),
                _ => key.as_name()?.text.clone(),
            });
        }
        if let Some(missing) = self.missing_in_period(dimension, &members) {
            return self.wrong_given(given, &format!("the years of a case have a gap: `{missing}` is missing"));
        }
        Some(Given::Members(dimension, members, given.place.span))
    }

    /// The first number that a case leaves out between others, where the data set a period.
    fn missing_in_period(&self, dimension: DimensionId, members: &[Arc<str>]) -> Option<i64> {
        let numbers: BTreeSet<i64> = members.iter().filter_map(|key| key.parse().ok()).collect();
        let mut following = numbers.iter().map(|number| number + 1);
        let gap = following.find(|next| !numbers.contains(next)).filter(|next| Some(next) < numbers.last());
        gap.filter(|_| self.model.dimension(dimension).is_proposed())
    }

    fn wrong_given<T>(&mut self, given: &ast::Given, message: &str) -> Option<T> {
        self.diagnostics.add(Diagnostic::error("wrong-given", given.place.span, message));
        None
    }

    /// A member, or nothing, for each axis.
    fn fixed_place(&mut self, id: QuantityId, place: &ast::Place) -> Option<Vec<Option<MemberRef>>> {
        let place = &self.with_keys_of_the_data(id, place);
        let mentioned = self.mentioned(&mut Scope::default(), id, place)?;
        let members: Option<Vec<Option<MemberRef>>> = mentioned.into_iter().map(fixed_member).collect();
        if members.is_none() {
            self.diagnostics.add(Diagnostic::error("wrong-given", place.span, "places in a case are named by members"));
        }
        members
    }

    /// Members of dimensions from the data are known to the case alone: their keys are taken as words.
    fn with_keys_of_the_data(&self, id: QuantityId, place: &ast::Place) -> ast::Place {
        let axes = &self.model.quantity(id).axes;
        let mut place = place.clone();
        for index in &mut place.indices {
            let key: Arc<str> = match &index.base {
                ast::IndexBase::Place(inner) if inner.indices.is_empty() => inner.name.text.clone(),
                ast::IndexBase::Number(number) => number.to_string().into(),
                _ => continue,
            };
            let is_listed = axes.iter().any(|axis| self.find_member(axis.dimension, &key).is_some());
            if !is_listed && axes.iter().any(|axis| self.model.has_keys_of_data(axis.dimension)) {
                index.base = ast::IndexBase::Text(key);
            }
        }
        name_data_axes(&mut place, axes, |axis| self.model.has_keys_of_data(axis.dimension));
        place
    }

    fn expect(&mut self, expect: &ast::Expect) -> Option<Expect> {
        let Some(id) = self.quantity_of(&expect.place.name.text) else {
            let diagnostic = self.names.unknown(&expect.place.name, "quantity", &[]);
            self.diagnostics.add(Diagnostic { slug: "wrong-expect", ..diagnostic });
            return None;
        };
        let place: Option<Vec<MemberRef>> = self.fixed_place(id, &expect.place)?.into_iter().collect();
        let Some(place) = place else {
            let quantity = self.model.quantity(id);
            let message = format!("name a member for each axis of `{}`", quantity.name);
            let diagnostic = Diagnostic::error("wrong-expect", expect.place.span, message);
            self.diagnostics.add(diagnostic.note(quantity.span, "defined here"));
            return None;
        };
        let value = match &expect.value {
            Some(value) => Some(self.expected_value(id, value, expect.within)?),
            None => None,
        };
        Some(Expect { quantity: id, place, value, givens: self.givens(&expect.givens), span: expect.span })
    }

    /// The figure with its margin: as stated, or half of the last digit printed.
    fn expected_value(
        &mut self,
        id: QuantityId,
        value: &ast::Expression,
        within: Option<f64>,
    ) -> Option<ExpectedValue> {
        let quantity = self.model.quantity(id);
        let (kind, declared) = (quantity.kind.clone(), quantity.span);
        if let (Kind::Number(_), Some(number)) = (&kind, plain_number(value)) {
            let margin = within.unwrap_or_else(|| half_digit(value));
            return Some(ExpectedValue::Number(number, margin));
        }
        match self.literal_of(value, &kind, declared).node {
            Node::Literal(number) if !number.is_nan() => Some(ExpectedValue::Number(number, 0.0)),
            Node::Member(_, member) => Some(ExpectedValue::Member(member)),
            _ => None,
        }
    }
}

/// The member that an index names, or none of an axis left open; nothing if it is anything else.
fn fixed_member(index: Option<Index>) -> Option<Option<MemberRef>> {
    match index.map(|index| index.base) {
        Some(IndexBase::Member(member)) => Some(Some(member)),
        None => Some(None),
        Some(_) => None,
    }
}

fn half_digit(value: &ast::Expression) -> f64 {
    match &value.node {
        ast::Node::Number(_, half_digit) => *half_digit,
        ast::Node::Unary(_, operand) => half_digit(operand),
        _ => 0.0,
    }
}

/// Gives keys of the data, which could belong to any such axis, to those axes in order.
fn name_data_axes(
    place: &mut ast::Place,
    axes: &[crate::model::Axis],
    from_data: impl Fn(&crate::model::Axis) -> bool,
) {
    let named: Vec<Arc<str>> =
        place.indices.iter().filter_map(|index| index.axis.as_ref()).map(|a| a.text.clone()).collect();
    let mut free = axes.iter().filter(|axis| from_data(axis) && !named.contains(&axis.name));
    for index in place.indices.iter_mut().filter(|index| index.axis.is_none()) {
        if matches!(index.base, ast::IndexBase::Text(_)) {
            index.axis = free.next().map(|axis| ast::Name { text: axis.name.clone(), span: index.span });
        }
    }
}

/// A table over the open axes as one over all.
fn spread(table: Table, place: &[Option<MemberRef>]) -> Table {
    let entries = table.entries.into_iter().map(|entry| {
        let mut open = entry.place.into_iter();
        let place = place.iter().map(|member| member.clone().or_else(|| open.next().flatten()));
        Entry { place: place.collect(), ..entry }
    });
    Table { entries: entries.collect(), axes: place.len() }
}
