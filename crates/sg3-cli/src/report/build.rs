//! Results to a report.

use super::{Cell, Dimension, Member, Quantity, Report, Status, Value, checks, evidence, options};
use crate::render;
use crate::session::{Computed, Session};
use sg3_calc::{Array, MemberList};
use sg3_lang::model::{Axis, DimensionId, Kind, QuantityId};
use sg3_lang::{Base, Unit, UnitPlace};

impl Report {
    /// With what the outputs rest on.
    pub fn with_evidence(self, computed: &Computed) -> Report {
        Report { evidence: Some(evidence::of(computed)), ..self }
    }

    /// Everything that a run has worked out; of quantities only those asked for, if any are.
    pub fn of(computed: &Computed, session: &Session, only: &[QuantityId]) -> Report {
        let model = &computed.model;
        let wanted = |id: &QuantityId| only.is_empty() || only.contains(id);
        let mut quantities: Vec<Quantity> =
            model.quantity_ids().filter(wanted).filter_map(|id| quantity(computed, id)).collect();
        quantities.iter_mut().for_each(|quantity| quantity.output |= !only.is_empty());
        Report {
            model: model.name.clone(),
            title: model.title.clone(),
            options: options::in_force(computed),
            dimensions: dimensions(computed),
            quantities,
            checks: checks::all(computed),
            evidence: None,
            diagnostics: render::json(&session.sources, &session.diagnostics),
        }
    }
}

fn dimensions(computed: &Computed) -> Vec<Dimension> {
    let ids = (0..computed.model.dimensions.len() as u32).map(DimensionId);
    let named = ids.filter(|id| !computed.model.dimension(*id).anonymous);
    let dimension = |id: DimensionId| {
        let dimension = computed.model.dimension(id);
        let members = members(computed.inputs.members_of(id));
        Dimension { name: dimension.name.to_string(), label: dimension.label.clone(), members }
    };
    named.map(dimension).collect()
}

fn members(list: &MemberList) -> Vec<Member> {
    let texts = list.keys.iter().zip(&list.labels).zip(&list.units);
    texts.map(|((key, label), unit)| Member { key: key.clone(), label: label.clone(), unit: unit.clone() }).collect()
}

fn quantity(computed: &Computed, id: QuantityId) -> Option<Quantity> {
    let quantity = computed.model.quantity(id);
    let array = computed.results.array(id)?;
    let dimension = |axis: &Axis| computed.model.dimension(axis.dimension).name.to_string();
    Some(Quantity {
        name: quantity.name.to_string(),
        label: quantity.label.clone(),
        section: computed.model.sections.get(quantity.section).map_or_else(String::new, |s| s.title.clone()),
        unit: kind_words(computed, &quantity.kind),
        axes: quantity.axes.iter().map(|axis| axis.name.to_string()).collect(),
        dimensions: quantity.axes.iter().map(dimension).collect(),
        output: quantity.output,
        cells: (0..array.cells.len()).map(|offset| cell(computed, id, array, offset)).collect(),
    })
}

fn cell(computed: &Computed, id: QuantityId, array: &Array, offset: usize) -> Cell {
    let quantity = computed.model.quantity(id);
    let place = array.place(offset);
    let value = value(computed, &quantity.kind, array.cells[offset]);
    Cell {
        members: keys(computed, &quantity.axes, &place),
        status: if value.is_some() { Status::Ok } else { Status::Missing },
        value,
        unit: computed.unit_at(id, &place),
    }
}

/// The key of each member of a place.
pub(super) fn keys(computed: &Computed, axes: &[Axis], place: &[usize]) -> Vec<std::sync::Arc<str>> {
    let key = |(axis, at): (&Axis, &usize)| computed.inputs.members_of(axis.dimension).keys[*at].clone();
    axes.iter().zip(place).map(key).collect()
}

/// A number as the value of a kind; nothing if it is bad.
pub fn value(computed: &Computed, kind: &Kind, number: f64) -> Option<Value> {
    let whole = number as usize;
    match kind {
        _ if number.is_nan() => None,
        Kind::Number(_) => Some(Value::Number(number)),
        Kind::YesNo => Some(Value::YesNo(number != 0.0)),
        Kind::Date => Some(Value::Text(super::number::day(number))),
        Kind::Member(dimension) => {
            computed.inputs.members_of(*dimension).keys.get(whole).map(|key| Value::Text(key.to_string()))
        }
    }
}

/// The unit, or the words for what is no number.
fn kind_words(computed: &Computed, kind: &Kind) -> String {
    match kind {
        Kind::Number(unit) => unit.to_string(),
        Kind::YesNo => "yes/no".to_owned(),
        Kind::Date => "date".to_owned(),
        Kind::Member(dimension) => match computed.model.dimension(*dimension) {
            one_of if one_of.anonymous => "one of".to_owned(),
            dimension => dimension.name.to_string(),
        },
    }
}

impl Computed {
    /// The unit of a cell: that of its members, where units differ from member to member.
    pub fn unit_at(&self, id: QuantityId, place: &[usize]) -> String {
        let quantity = self.model.quantity(id);
        let Kind::Number(unit) = &quantity.kind else { return kind_words(self, &quantity.kind) };
        let of_member = |wanted: &UnitPlace| {
            let UnitPlace::Axis(name) = wanted else { return None };
            let (axis, at) = quantity.axes.iter().zip(place).find(|(axis, _)| axis.name == *name)?;
            self.inputs.members_of(axis.dimension).units[*at].as_deref().map(Unit::named)
        };
        let unchanged = |wanted: &UnitPlace| Unit::of_base(Base::Of(wanted.clone()));
        unit.substitute(&|wanted| of_member(wanted).unwrap_or_else(|| unchanged(wanted))).to_string()
    }
}
