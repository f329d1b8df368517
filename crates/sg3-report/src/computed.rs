//! Everything that a run has worked out, and how a cell of it is named.

use crate::data::Value;
use sg3_calc::present::shown::display_of;
use sg3_calc::present::unit::{in_currency, scaled};
use sg3_calc::{Inputs, Results};
use sg3_lang::model::{Axis, Kind, QuantityId};
use sg3_lang::{Base, Model, Unit, UnitPlace};
use std::sync::Arc;

/// Everything that a run has worked out.
pub struct Computed {
    /// The model, checked against its own declarations.
    pub model: Model,
    /// The data, bound to it.
    pub inputs: Inputs,
    /// Arrays of all quantities and the answers of all checks.
    pub results: Results,
}

impl Computed {
    /// The key of each member of a place.
    pub fn keys(&self, axes: &[Axis], place: &[usize]) -> Vec<Arc<str>> {
        let members = axes.iter().map(|axis| self.inputs.members_of(axis.dimension));
        members.zip(place).map(|(members, at)| members.keys[*at].clone()).collect()
    }

    /// A number as the value of a kind; nothing if it is bad.
    pub fn value(&self, kind: &Kind, number: f64) -> Option<Value> {
        let whole = number as usize;
        match kind {
            _ if number.is_nan() => None,
            Kind::Number(_) => Some(Value::Number(number)),
            Kind::YesNo => Some(Value::YesNo(number != 0.0)),
            Kind::Date => Some(Value::Text(sg3_lang::day::write(number))),
            Kind::Member(dimension) => {
                self.inputs.members_of(*dimension).keys.get(whole).map(|key| Value::Text(key.to_string()))
            }
        }
    }

    /// What people call a number that is a member; nothing of other kinds.
    pub fn label_of_value(&self, kind: &Kind, number: f64) -> Option<String> {
        let Kind::Member(dimension) = kind else { return None };
        let label = self.inputs.members_of(*dimension).labels.get(number as usize).filter(|_| !number.is_nan())?;
        Some(label.clone()).filter(|label| !label.is_empty())
    }

    /// The unit of a kind, or the words for what is no number.
    pub fn unit_of_kind(&self, kind: &Kind) -> String {
        match kind {
            Kind::Number(unit) => unit.to_string(),
            Kind::YesNo => "yes/no".to_owned(),
            Kind::Date => "date".to_owned(),
            Kind::Member(dimension) => match self.model.dimension(*dimension) {
                one_of if one_of.anonymous => "one of".to_owned(),
                dimension => dimension.name.to_string(),
            },
        }
    }

    /// The unit of a cell: that of its members, where units differ from member to member.
    pub fn unit_at(&self, id: QuantityId, place: &[usize]) -> String {
        let kind = &self.model.quantity(id).kind;
        self.number_unit_at(id, place).map_or_else(|| self.unit_of_kind(kind), |unit| unit.to_string())
    }

    /// The unit of a cell as people see it: in the currency of the data, in per cent, thousands or millions.
    pub fn shown_unit_at(&self, id: QuantityId, place: &[usize]) -> String {
        let quantity = self.model.quantity(id);
        let Some(unit) = self.number_unit_at(id, place) else { return self.unit_of_kind(&quantity.kind) };
        in_currency(&scaled(&unit, display_of(quantity)), self.inputs.currency.as_deref())
    }

    fn number_unit_at(&self, id: QuantityId, place: &[usize]) -> Option<Unit> {
        let quantity = self.model.quantity(id);
        let Kind::Number(unit) = &quantity.kind else { return None };
        Some(unit.substitute(&|wanted| {
            self.unit_of_member(&quantity.axes, place, wanted)
                .unwrap_or_else(|| Unit::of_base(Base::Of(wanted.clone())))
        }))
    }

    /// Nothing where the data do not say in what the member is counted.
    fn unit_of_member(&self, axes: &[Axis], place: &[usize], wanted: &UnitPlace) -> Option<Unit> {
        let UnitPlace::Axis(name) = wanted else { return None };
        let (axis, at) = axes.iter().zip(place).find(|(axis, _)| axis.name == *name)?;
        self.inputs.members_of(axis.dimension).units[*at].as_deref().map(Unit::named)
    }
}
