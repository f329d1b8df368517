//! `unit(place)`: the unit of whichever member a reading is at.

use super::checker::Checker;
use super::scope::Scope;
use crate::model::{DimensionId, Expression, Index, IndexBase, Kind, MemberRef, Node, QuantityId, Type};
use crate::unit::{Base, Unit, UnitPlace};
use std::sync::Arc;

impl Checker<'_> {
    /// The kind of the quantity, with `unit(axis)` replaced by what the axis is at.
    pub(super) fn type_of_read(&self, scope: &Scope, quantity: QuantityId, places: &[Index]) -> Type {
        let quantity = self.model.quantity(quantity);
        let Kind::Number(unit) = &quantity.kind else { return Type::Of(quantity.kind.clone()) };
        let rewrite = |name: &str| {
            let position = quantity.axes.iter().position(|axis| &*axis.name == name)?;
            Some(self.unit_place_of_index(scope, quantity.axes[position].dimension, &places[position]))
        };
        Type::number(unit.substitute(&|place| self.unit_of_member(place.replace_axes(&rewrite))))
    }

    /// `unit(place)`, or the member's own unit where the place is a member.
    fn unit_of_member(&self, place: UnitPlace) -> Unit {
        if let UnitPlace::Member(dimension, key) = &place {
            let members =
                self.names.dimensions.get(dimension).map(|position| self.model.dimensions[*position].listed());
            let member = members.unwrap_or(&[]).iter().find(|member| member.key == *key);
            if let Some(unit) = member.and_then(|member| member.unit.clone()) {
                return unit;
            }
        }
        Unit::of_base(Base::Of(place))
    }

    fn unit_place_of_index(&self, scope: &Scope, dimension: DimensionId, index: &Index) -> UnitPlace {
        let dimension = self.model.dimension(dimension);
        let fixed = |key: Arc<str>| UnitPlace::Member(dimension.name.clone(), key);
        match (&index.base, &index.shift) {
            (IndexBase::Axis(id), None) => UnitPlace::Axis(scope.axis(*id).name.clone()),
            (IndexBase::Axis(id), Some(_)) => {
                let name = scope.axis(*id).name.clone();
                UnitPlace::Expression(format!("{name} shifted").into(), vec![name])
            }
            (IndexBase::Member(MemberRef::Position(position)), _) => {
                fixed(dimension.listed().get(*position).map_or("".into(), |member| member.key.clone()))
            }
            (IndexBase::Member(MemberRef::Key(key)), _) => fixed(key.clone()),
            (IndexBase::First, _) => fixed("first".into()),
            (IndexBase::Last | IndexBase::All, _) => fixed("last".into()),
            (IndexBase::Value(value), _) => self.unit_place(value, scope),
        }
    }

    /// The place of `unit(...)` that an expression of a member stands for.
    pub(super) fn unit_place(&self, value: &Expression, scope: &Scope) -> UnitPlace {
        let Node::Read(read) = &value.node else {
            return UnitPlace::Expression("...".into(), scope.names());
        };
        let quantity = self.model.quantity(read.quantity);
        let places = quantity.axes.iter().zip(&read.places);
        let places =
            places.map(|(axis, index)| (axis.name.clone(), self.unit_place_of_index(scope, axis.dimension, index)));
        UnitPlace::Quantity(quantity.name.clone(), places.collect())
    }
}
