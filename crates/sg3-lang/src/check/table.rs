//! Tables: which member each row and column stands for, and what is missing.

use super::checker::Checker;
use super::operators::plain_number;
use super::scope::Scope;
use crate::ast;
use crate::diagnostic::Diagnostic;
use crate::member_ranges::{member_ranges, quote_ranges};
use crate::model::{Axis, DimensionId, Entry, Expression, Kind, MemberRef, Members, Table, Type};
use crate::source::Span;
use crate::unit::{Base, Unit, UnitPlace};

/// What a table is for.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Purpose {
    /// It defines a quantity: every member must have a formula.
    Definition,
    /// It proposes or gives values: what is not named stays open.
    Values,
}

/// A value cell with its key cells by axis.
type Keyed<'t> = (Vec<(usize, &'t ast::Cell)>, &'t ast::Cell);

/// What a table defines.
pub(super) struct Wanted<'a> {
    pub axes: &'a [Axis],
    pub kind: &'a Kind,
    pub declared: Span,
    pub purpose: Purpose,
}

impl Checker<'_> {
    pub(super) fn table(&mut self, scope: &mut Scope, written: &ast::Table, wanted: &Wanted) -> Table {
        let mut entries: Vec<Entry> = Vec::new();
        let cells = self.cells(written, wanted);
        let is_understood = cells.is_some();
        for (keys, cell) in cells.unwrap_or_default() {
            let Some(place) = self.places_of_keys(&keys, wanted) else { continue };
            if let Some(first) = entries.iter().find(|entry| entry.place == place) {
                let diagnostic = Diagnostic::error("wrong-table", cell.span, "these members appear in the table twice");
                self.diagnostics.add(diagnostic.note(first.span, "first given here"));
            }
            let value = cell.value.as_ref().map(|value| self.cell(scope, value, &place, wanted));
            entries.push(Entry { place, value, span: cell.span });
        }
        // what names members comes before `else`
        entries.sort_by_key(|entry| entry.place.iter().filter(|place| place.is_none()).count());
        let table = Table { entries, axes: wanted.axes.len() };
        if wanted.purpose == Purpose::Definition && is_understood {
            self.complain_of_missing_rows(&table, wanted, written.span);
        }
        table
    }

    /// Every value cell with its keys, by axis: key columns name the first axes, a header row the last; the axes between
    /// stay in scope for the cells, and so do those that `use ... over` has appended. Nothing if the table does not fit its axes.
    fn cells<'t>(&mut self, written: &'t ast::Table, wanted: &Wanted) -> Option<Vec<Keyed<'t>>> {
        let axes = wanted.axes.len() - written.appended;
        let first = &written.rows[0];
        let header = !written.inline && first[0].value.is_none();
        let keys = if header { first.iter().take_while(|cell| cell.value.is_none()).count() } else { first.len() - 1 };
        if keys == 0 || keys + usize::from(header) > axes {
            self.complain_of_form(written, wanted);
            return None;
        }
        let mut cells = Vec::new();
        for row in written.rows.iter().skip(usize::from(header)) {
            if row.len() != first.len() {
                let message = format!("this row has {} cells where {} are expected", row.len(), first.len());
                self.diagnostics.add(Diagnostic::error("wrong-table", row[0].span, message));
                continue;
            }
            for column in keys..row.len() {
                let above = header.then(|| (axes - 1, &first[column]));
                cells.push((row[..keys].iter().enumerate().chain(above).collect(), &row[column]));
            }
        }
        Some(cells)
    }

    fn complain_of_form(&mut self, written: &ast::Table, wanted: &Wanted) {
        let help = "a header row has a blank cell above each key column; without a header each row is a key for each of the first axes, then the value";
        let message = match wanted.axes {
            [] => "a table needs an axis, and there is none here".to_string(),
            axes => format!("the table does not fit the axes `{}`", axis_names(axes)),
        };
        self.diagnostics.add(Diagnostic::error("wrong-table", written.span, message).help(help));
    }

    fn places_of_keys(&mut self, keys: &[(usize, &ast::Cell)], wanted: &Wanted) -> Option<Vec<Option<MemberRef>>> {
        let mut places = vec![None; wanted.axes.len()];
        let mut right = true;
        for (axis, cell) in keys {
            match self.place_of_key(cell, wanted.axes[*axis].dimension) {
                Some(place) => places[*axis] = place,
                None => right = false,
            }
        }
        right.then_some(places)
    }

    /// The member that a key cell names; `Some(None)` is `else`.
    fn place_of_key(&mut self, cell: &ast::Cell, dimension: DimensionId) -> Option<Option<MemberRef>> {
        let Some(value) = &cell.value else {
            self.diagnostics.add(Diagnostic::error("wrong-table", cell.span, "a key is missing here"));
            return None;
        };
        match &value.node {
            ast::Node::Else => Some(None),
            _ => self.member_of_key(value, dimension).map(Some),
        }
    }

    /// The member that a key names.
    pub(super) fn member_of_key(&mut self, value: &ast::Expression, dimension: DimensionId) -> Option<MemberRef> {
        let key: String = match &value.node {
            ast::Node::Text(text) => text.to_string(),
            ast::Node::Number(number, _) => number.to_string(),
            _ => {
                let Some(name) = value.as_name() else {
                    self.diagnostics.add(Diagnostic::error("wrong-table", value.span, "expected the key of a member"));
                    return None;
                };
                name.text.to_string()
            }
        };
        match self.key(&key, Some(dimension), value.span).node {
            crate::model::Node::Member(_, member) => Some(member),
            _ => None,
        }
    }

    fn cell(
        &mut self,
        scope: &mut Scope,
        value: &ast::Expression,
        place: &[Option<MemberRef>],
        wanted: &Wanted,
    ) -> Expression {
        let kind = self.kind_at(wanted.kind, place, wanted.axes);
        if wanted.purpose == Purpose::Values || plain_number(value).is_some() {
            return self.literal_of(value, &kind, wanted.declared);
        }
        let expected = if let Kind::Member(dimension) = &kind { Some(*dimension) } else { None };
        let mut checked = self.expression(scope, value, expected);
        if let Type::Of(found) = &checked.of {
            checked.of = Type::Of(self.kind_at(found, place, wanted.axes));
        }
        self.fits(&kind, &checked, wanted.declared, "declared here");
        checked
    }

    /// The kind at a place: in the row of a member, `unit(element)` is the unit of that member.
    fn kind_at(&self, kind: &Kind, place: &[Option<MemberRef>], axes: &[Axis]) -> Kind {
        let Kind::Number(unit) = kind else { return kind.clone() };
        Kind::Number(unit.substitute(&|member| {
            let own = if let UnitPlace::Axis(name) = member { self.unit_at(name, place, axes) } else { None };
            own.unwrap_or_else(|| Unit::of_base(Base::Of(member.clone())))
        }))
    }

    /// The unit of the member that a place has along an axis.
    fn unit_at(&self, axis: &str, place: &[Option<MemberRef>], axes: &[Axis]) -> Option<Unit> {
        let position = axes.iter().position(|own| &*own.name == axis)?;
        let Some(MemberRef::Position(member)) = place[position] else { return None };
        self.model.dimension(axes[position].dimension).listed().get(member)?.unit.clone()
    }

    /// Complains of members without a formula, and of blank cells.
    fn complain_of_missing_rows(&mut self, table: &Table, wanted: &Wanted, span: Span) {
        let mut missing: Vec<Vec<String>> = Vec::new();
        self.for_each_place(wanted.axes, &mut |place| {
            let entry = table.entries.iter().find(|entry| entry.fits(place));
            if entry.is_none_or(|entry| entry.value.is_none()) {
                missing.push(self.names_of_place(wanted.axes, place));
            }
        });
        if missing.is_empty() {
            return;
        }
        let places: Vec<Vec<&str>> = missing.iter().map(|place| place.iter().map(String::as_str).collect()).collect();
        let message = format!("the table does not cover {}", quote_ranges(&member_ranges(&places), 4));
        let help = "add the rows, or `| else | ... |` for all members that are not named";
        self.diagnostics.add(Diagnostic::error("missing-row", span, message).help(help));
    }

    /// Every place that the model itself can list; members from the data stand as one that is not named.
    fn for_each_place(&self, axes: &[Axis], visit: &mut impl FnMut(&[Option<MemberRef>])) {
        let counts: Vec<usize> = axes.iter().map(|axis| self.count(axis.dimension)).collect();
        let total: usize = counts.iter().map(|count| (*count).max(1)).product();
        for number in 0..total.min(1_000_000) {
            let mut rest = number;
            let place = axes.iter().zip(&counts).rev().map(|(axis, count)| {
                let member = rest % (*count).max(1);
                rest /= (*count).max(1);
                (*count > 0).then(|| self.model.dimension(axis.dimension).reference(member))
            });
            let mut place: Vec<_> = place.collect();
            place.reverse();
            visit(&place);
        }
    }

    fn count(&self, dimension: DimensionId) -> usize {
        match &self.model.dimension(dimension).members {
            Members::Listed(members) => members.len(),
            Members::Numbers(first, last) | Members::Proposed(first, last) => (last - first + 1).max(0) as usize,
            _ => 0,
        }
    }

    fn names_of_place(&self, axes: &[Axis], place: &[Option<MemberRef>]) -> Vec<String> {
        let names = axes.iter().zip(place).map(|(axis, member)| match member {
            Some(MemberRef::Position(position)) => self.member_name(axis.dimension, *position),
            Some(MemberRef::Key(key)) => key.to_string(),
            None => format!("any {}", axis.name),
        });
        names.collect()
    }

    fn member_name(&self, dimension: DimensionId, position: usize) -> String {
        match &self.model.dimension(dimension).members {
            Members::Listed(members) => members[position].key.to_string(),
            Members::Numbers(first, _) => (first + position as i64).to_string(),
            _ => position.to_string(),
        }
    }

    /// A table that says one value for every place.
    pub(super) fn table_of_one(&mut self, value: &ast::Expression, wanted: &Wanted) -> Table {
        let value = self.literal_of(value, wanted.kind, wanted.declared);
        let span = value.span;
        let entry = Entry { place: vec![None; wanted.axes.len()], value: Some(value), span };
        Table { entries: vec![entry], axes: wanted.axes.len() }
    }

    /// A body as a table of values.
    pub(super) fn values(&mut self, body: &ast::Body, wanted: &Wanted) -> Table {
        match body {
            ast::Body::Formula(value) => self.table_of_one(value, wanted),
            ast::Body::Table(table) => self.table(&mut Scope::default(), table, wanted),
        }
    }
}

fn axis_names(axes: &[Axis]) -> String {
    axes.iter().map(|axis| &*axis.name).collect::<Vec<_>>().join(", ")
}
