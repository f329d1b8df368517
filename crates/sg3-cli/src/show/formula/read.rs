//! A cell of another quantity: its label, and the places that do not follow from the axes in scope.

use super::Formula;
use crate::show::value;
use sg3_lang::model::{Axis, Index, IndexBase, Read};

impl Formula<'_> {
    /// `“Minutes carried”`, `“Price”[element, first]`.
    pub(super) fn read(self, read: &Read) -> String {
        let quantity = self.model.quantity(read.quantity);
        let beyond = read.beyond.iter().map(|beyond| format!(" (beyond the first: {})", self.words(beyond)));
        let places = self.places(&read.places, &quantity.axes);
        format!("“{}”{places}{}", quantity.label, beyond.collect::<String>())
    }

    /// The places between brackets; nothing if every one is the axis of that name.
    pub(super) fn places(self, places: &[Index], axes: &[Axis]) -> String {
        let follows = |(index, axis): (&Index, &Axis)| match index.base {
            IndexBase::Axis(id) => index.shift.is_none() && self.scope[id.0 as usize].name == axis.name,
            _ => false,
        };
        if places.len() == axes.len() && places.iter().zip(axes).all(follows) {
            return String::new();
        }
        let words: Vec<String> = places.iter().enumerate().map(|(at, index)| self.index(index, axes.get(at))).collect();
        format!("[{}]", words.join(", "))
    }

    fn index(self, index: &Index, axis: Option<&Axis>) -> String {
        let base = match &index.base {
            IndexBase::Axis(id) => self.axis(*id),
            IndexBase::Member(member) => {
                axis.map_or_else(|| "…".to_owned(), |axis| value::key(self.model, axis.dimension, member))
            }
            IndexBase::First => "first".to_owned(),
            IndexBase::Last => "last".to_owned(),
            IndexBase::Value(value) => self.words(value),
            IndexBase::All => "all".to_owned(),
        };
        let shift = index.shift.iter().map(|shift| format!(" + {}", self.words(shift)));
        (base + &shift.collect::<String>()).replace("+ −", "− ")
    }
}
