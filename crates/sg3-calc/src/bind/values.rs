//! Values of inputs, layer by layer: of each cell the last layer that says anything counts, also if it cannot be read.

use super::evidence::Evidence;
use super::inputs::{Inputs, shape_of};
use super::layer::{Datum, Layer, Remark};
use super::member_list::MemberList;
use super::origin::Origin;
use super::outside::{Outside, note_outside};
use super::resolve::{describe, resolve};
use super::value::Value;
use crate::array::Array;
use crate::plausibility::slip::slip;
use crate::present::labels::place_of;
use crate::present::phrase;
use sg3_lang::diagnostic::{Diagnostic, Diagnostics, Severity, near_miss};
use sg3_lang::invisible;
use sg3_lang::model::{Axis, DimensionId, Model, QuantityId};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// Values on members that are known.
pub(crate) fn bind_values(
    model: &Model,
    layers: &[Layer],
    members: Vec<MemberList>,
    diagnostics: &mut Diagnostics,
) -> Inputs {
    let mut binder = Binder::new(model, members, diagnostics);
    layers.iter().for_each(|layer| binder.layer(layer));
    binder.finish()
}

struct Binder<'a> {
    model: &'a Model,
    members: Vec<MemberList>,
    arrays: Vec<Option<Array>>,
    origins: Vec<Vec<Option<Origin>>>,
    evidence: Vec<Vec<Option<Arc<Evidence>>>>,
    unreadable: BTreeMap<(QuantityId, usize), Arc<str>>,
    /// What the layer that is being read has outside a period.
    outside: Outside,
    diagnostics: &'a mut Diagnostics,
}

/// What is known where nothing is.
static NOTHING: Evidence = Evidence { status: None, range: None, source: None, confidential: None, comment: None };

/// A value, `NaN` if it is said that there is none; or the text that cannot be read as one.
type Said = Result<f64, Arc<str>>;

impl<'a> Binder<'a> {
    fn new(model: &'a Model, members: Vec<MemberList>, diagnostics: &'a mut Diagnostics) -> Binder<'a> {
        let count = model.quantities.len();
        let (arrays, origins, evidence) = (vec![None; count], vec![Vec::new(); count], vec![Vec::new(); count]);
        let (unreadable, outside) = (BTreeMap::new(), Outside::new());
        let mut binder = Binder { model, members, arrays, origins, evidence, unreadable, outside, diagnostics };
        model.inputs().for_each(|(id, ..)| binder.open(id));
        binder
    }

    /// A quantity that is given: all missing at first.
    fn open(&mut self, id: QuantityId) {
        let array = Array::bad(shape_of(self.model, &self.members, id));
        self.origins[id.0 as usize] = vec![None; array.cells.len()];
        self.arrays[id.0 as usize] = Some(array);
    }

    fn layer(&mut self, layer: &Layer) {
        let mut seen: HashMap<QuantityId, Vec<Option<&Origin>>> = HashMap::new();
        for datum in &layer.values {
            if self.model.quantity(datum.quantity).input().is_none() {
                self.unknown_input(datum);
                continue;
            }
            let Some(cells) = self.cells(datum) else { continue };
            let value = self.value(datum);
            for cell in cells {
                let seen = seen.entry(datum.quantity).or_insert_with(|| vec![None; self.count(datum.quantity)]);
                if let Some(first) = seen[cell].replace(&datum.origin) {
                    self.duplicate(datum, first);
                }
                self.set(datum, cell, &value);
            }
        }
        layer.remarks.iter().for_each(|remark| self.remark(remark));
        let outside = std::mem::take(&mut self.outside);
        note_outside(self.model, &self.members, (&layer.name, &outside), self.diagnostics);
    }

    /// Adds what a layer says of values that stand in earlier ones. How a value was come by, only its own layer can say.
    fn remark(&mut self, remark: &Remark) {
        let position = remark.quantity.0 as usize;
        let axes = &self.model.quantity(remark.quantity).axes;
        let Some(array) = self.arrays[position].as_ref() else { return };
        let wanted: Vec<(&Axis, &Option<Arc<str>>)> = axes.iter().zip(&remark.place).collect();
        let is_meant = |place: &[usize]| {
            wanted.iter().zip(place).all(|((axis, key), at)| {
                key.as_ref().is_none_or(|key| self.members[axis.dimension.0 as usize].find(key) == Some(*at))
            })
        };
        let cells = (0..array.cells.len()).filter(|cell| self.origins[position][*cell].is_some());
        let cells: Vec<usize> = cells.filter(|cell| is_meant(&array.place(*cell))).collect();
        let about = Evidence { status: None, ..remark.evidence.clone() };
        if cells.is_empty() {
            return;
        }
        self.evidence[position].resize(self.origins[position].len(), None);
        for cell in cells {
            let known = self.evidence[position][cell].take();
            self.evidence[position][cell] = Some(Arc::new(about.clone().or(known.as_deref().unwrap_or(&NOTHING))));
        }
    }

    fn count(&self, id: QuantityId) -> usize {
        self.origins[id.0 as usize].len()
    }

    fn set(&mut self, datum: &Datum, cell: usize, value: &Said) {
        let position = datum.quantity.0 as usize;
        let array = self.arrays[position].as_mut().expect("opened for every input");
        array.cells[cell] = value.as_ref().map_or(f64::NAN, |value| *value);
        match value {
            Ok(_) => self.unreadable.remove(&(datum.quantity, cell)),
            Err(text) => self.unreadable.insert((datum.quantity, cell), text.clone()),
        };
        self.origins[position][cell] = Some(datum.origin.clone());
        let evidence = &mut self.evidence[position];
        if datum.evidence.is_some() {
            evidence.resize(self.origins[position].len(), None);
        }
        if let Some(known) = evidence.get_mut(cell) {
            known.clone_from(&datum.evidence);
        }
    }

    /// The cells that a datum speaks of; none if a member is unknown.
    fn cells(&mut self, datum: &Datum) -> Option<Vec<usize>> {
        let array = self.arrays[datum.quantity.0 as usize].as_ref().expect("opened for every input");
        let Some(place) = &datum.place else { return Some((0..array.cells.len()).collect()) };
        let axes = &self.model.quantity(datum.quantity).axes;
        let mut positions = Vec::new();
        let mut unknown = None;
        for (axis, key) in axes.iter().zip(place.iter()) {
            match self.members[axis.dimension.0 as usize].find(key) {
                Some(position) => positions.push(position),
                None => unknown = Some((axis.dimension, key.clone())),
            }
        }
        let cell = (positions.len() == axes.len()).then(|| vec![array.offset(&positions)]);
        let number = unknown.as_ref().and_then(|(dimension, key)| self.outside_period(*dimension, key));
        if let (Some((dimension, _)), Some(number)) = (&unknown, number) {
            self.outside.entry(*dimension).or_default().insert(number);
        } else if let Some((dimension, key)) = unknown {
            let unseen = invisible::describe(&key).map(|found| format!("; it contains {found}")).unwrap_or_default();
            let message = format!("`{key}` is not a member of `{}`{unseen}", self.model.dimension(dimension).name);
            let help = near_miss(&key, self.members[dimension.0 as usize].keys.iter().map(|key| &**key));
            self.complain("unknown-member", datum, message, help);
        }
        cell
    }

    /// The number of a member that the period could have held.
    fn outside_period(&self, dimension: DimensionId, key: &str) -> Option<i64> {
        key.parse().ok().filter(|_| self.model.dimension(dimension).is_proposed())
    }

    /// What a datum says; what cannot be used is reported, and unreadable.
    fn value(&mut self, datum: &Datum) -> Said {
        let quantity = self.model.quantity(datum.quantity);
        match resolve(&datum.value, &quantity.kind, &self.members) {
            _ if matches!(datum.value, Value::Unreadable(_)) => Err(datum.value.to_string().into()),
            Err((expected, help)) => {
                let message = format!("{} must be {expected}, not {}", quantity.label, describe(&datum.value));
                self.complain("wrong-value", datum, message, help);
                Err(datum.value.to_string().into())
            }
            Ok(Some(value)) if self.is_out_of_range(datum, value) => Err(datum.value.to_string().into()),
            Ok(value) => Ok(value.unwrap_or(f64::NAN)),
        }
    }

    fn is_out_of_range(&mut self, datum: &Datum, value: f64) -> bool {
        let quantity = self.model.quantity(datum.quantity);
        let range = quantity.input().and_then(|input| input.range);
        let Some(range) = range.filter(|range| !range.contains(value)) else { return false };
        let (figure, bounds) = (phrase::figure(quantity, value), phrase::range(quantity, &range));
        let message = format!("{} is {figure}, but must be {bounds}", quantity.label);
        let help = slip(value, &range, &quantity.unit());
        self.complain("out-of-range", datum, message, help);
        true
    }

    fn unknown_input(&mut self, datum: &Datum) {
        let name = self.model.quantity(datum.quantity).name.clone();
        self.complain("unknown-input", datum, format!("`{name}` is computed by the model; data cannot give it"), None);
    }

    fn duplicate(&mut self, datum: &Datum, first: &Origin) {
        let name = &self.model.quantity(datum.quantity).name;
        let at = datum.place.as_ref().map_or(String::new(), |place| format!("[{}]", place.join(", ")));
        let message = format!("`{name}{at}` has two values in one file");
        let diagnostic = Diagnostic::new("duplicate-value", Severity::Error, place_of(&datum.origin), message);
        self.diagnostics.add(diagnostic.note_at(place_of(first), "the other value"));
    }

    fn complain(&mut self, slug: &'static str, datum: &Datum, message: String, help: Option<String>) {
        let at = datum.place.as_ref().map_or(String::new(), |place| format!("[{}]", place.join(", ")));
        let subject = format!("{}{at}", self.model.quantity(datum.quantity).name);
        let diagnostic = Diagnostic::new(slug, Severity::Error, place_of(&datum.origin), message);
        self.diagnostics.add(diagnostic.about(subject).maybe_help(help));
    }

    fn finish(self) -> Inputs {
        let arrays = self.arrays.into_iter().map(|array| array.map(Arc::new)).collect();
        Inputs {
            members: self.members.into(),
            arrays,
            origins: self.origins,
            evidence: self.evidence,
            unreadable: self.unreadable,
            ..Inputs::default()
        }
    }
}
