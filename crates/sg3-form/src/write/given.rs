//! Values to put into a form, by place; the last layer that speaks counts.

use crate::layout::build::limits::MOST_ROWS;
use crate::layout::column::{ArrayInput, MemberSource};
use crate::layout::table::FormTable;
use sg3_calc::{Datum, Evidence, Layer, MemberEntry, Value};
use sg3_lang::Model;
use sg3_lang::model::{DimensionId, QuantityId};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// What is known where nothing is.
static NOTHING: Evidence = Evidence { status: None, range: None, source: None, confidential: None, comment: None };

type MemberKeys = Box<[Arc<str>]>;

/// Layers, ready to be asked.
pub(crate) struct GivenValues<'a> {
    layers: &'a [Layer],
    /// For each place, the number of the layer and what it says.
    at: HashMap<(QuantityId, MemberKeys), (usize, &'a Datum)>,
    /// The same for values of all places at once.
    everywhere: HashMap<QuantityId, (usize, &'a Datum)>,
    /// All that is said of an input.
    of: HashMap<QuantityId, Vec<&'a Datum>>,
}

impl<'a> GivenValues<'a> {
    /// Looks through the layers once.
    pub(crate) fn of(layers: &'a [Layer]) -> GivenValues<'a> {
        let mut given = GivenValues { layers, at: HashMap::new(), everywhere: HashMap::new(), of: HashMap::new() };
        for (number, layer) in layers.iter().enumerate() {
            for datum in &layer.values {
                given.of.entry(datum.quantity).or_default().push(datum);
                match &datum.place {
                    Some(place) => given.at.insert((datum.quantity, place.clone()), (number, datum)),
                    None => given.everywhere.insert(datum.quantity, (number, datum)),
                };
            }
        }
        given
    }

    /// The value of a place.
    pub(crate) fn value(&self, quantity: QuantityId, place: MemberKeys) -> Option<&'a Value> {
        self.datum(quantity, place).map(|datum| &datum.value)
    }

    /// Every value of an input with what is known of it; an empty one where nothing is known.
    pub(crate) fn values_with_evidence(&self, quantity: QuantityId) -> impl Iterator<Item = (&'a Value, &'a Evidence)> {
        let all = self.of.get(&quantity).into_iter().flatten();
        all.map(|datum| (&datum.value, datum.evidence.as_deref().unwrap_or(&NOTHING)))
    }

    /// The value of a place with what is known of it.
    pub(crate) fn value_with_evidence(
        &self,
        quantity: QuantityId,
        place: MemberKeys,
    ) -> Option<(&'a Value, &'a Evidence)> {
        self.datum(quantity, place).map(|datum| (&datum.value, datum.evidence.as_deref().unwrap_or(&NOTHING)))
    }

    /// Whether nothing is given.
    pub(crate) fn is_empty(&self) -> bool {
        self.at.is_empty() && self.everywhere.is_empty()
    }

    fn datum(&self, quantity: QuantityId, place: MemberKeys) -> Option<&'a Datum> {
        let everywhere = self.everywhere.get(&quantity).copied();
        let here = self.at.get(&(quantity, place)).copied();
        let winner = match (here, everywhere) {
            (Some(here), Some(everywhere)) if everywhere.0 > here.0 => Some(everywhere),
            (here, everywhere) => here.or(everywhere),
        };
        winner.map(|(_, datum)| datum)
    }

    /// The rows of a table to which the filler adds them, each once, in order of first mention.
    pub(crate) fn list_rows(&self, model: &Model, table: &FormTable) -> Vec<GivenRow> {
        match table.listed_dimension() {
            Some(dimension) => self.list_members(model, dimension),
            None => self.list_places(table).into_iter().map(GivenRow::at).collect(),
        }
    }

    /// The codes of members that somebody has listed in another workbook, in order of first mention.
    pub(crate) fn list_codes(&self, dimension: DimensionId) -> Vec<Arc<str>> {
        let mut seen = HashSet::new();
        let entries = self.layers.iter().flat_map(|layer| &layer.members).filter(|entry| entry.dimension == dimension);
        entries.map(|entry| &entry.key).filter(|key| seen.insert(*key)).cloned().collect()
    }

    /// The members that the layers list, as last described; if they list none, those that values name.
    fn list_members(&self, model: &Model, dimension: DimensionId) -> Vec<GivenRow> {
        let mut rows: Vec<GivenRow> = Vec::new();
        let mut position: HashMap<&str, usize> = HashMap::new();
        let entries = self.layers.iter().flat_map(|layer| &layer.members).filter(|entry| entry.dimension == dimension);
        for entry in entries {
            if let Some(found) = position.get(&*entry.key) {
                rows[*found] = GivenRow::of(entry);
            } else {
                position.insert(&entry.key, rows.len());
                rows.push(GivenRow::of(entry));
            }
        }
        if rows.is_empty() { self.list_named_members(model, dimension) } else { rows }
    }

    fn list_named_members(&self, model: &Model, dimension: DimensionId) -> Vec<GivenRow> {
        let mut seen = HashSet::new();
        let data = self.layers.iter().flat_map(|layer| &layer.values);
        let keys = data.flat_map(|datum| {
            let axes = model.quantity(datum.quantity).axes.iter();
            let places = axes.zip(datum.place.iter().flat_map(|place| place.iter()));
            places.filter(|(axis, _)| axis.dimension == dimension).map(|(_, key)| key)
        });
        keys.filter(|key| seen.insert(*key)).map(|key| GivenRow::at(vec![key.clone()])).collect()
    }

    fn list_places(&self, table: &FormTable) -> Vec<Vec<Arc<str>>> {
        let mut seen = HashSet::new();
        let mut rows = Vec::new();
        for datum in self.layers.iter().flat_map(|layer| &layer.values) {
            let Some(place) = &datum.place else { continue };
            let mut inputs = table.array_inputs().filter(|input| input.quantity == datum.quantity);
            let row = inputs.find_map(|input| find_row_members(table, input, place));
            rows.extend(row.filter(|row| seen.insert(row.clone())));
        }
        // of a list that is kept elsewhere, each member has its row: its code was typed there
        if let [axis] = &table.axes[..] {
            let codes = self.list_codes(axis.dimension);
            let listed = codes.into_iter().take(MOST_ROWS).map(|code| vec![code]);
            rows.extend(listed.filter(|row| seen.insert(row.clone())));
        }
        rows
    }
}

/// A row that the filler would add.
pub(crate) struct GivenRow {
    /// A member for each axis of the table.
    pub members: Vec<Arc<str>>,
    /// What people see for the member; empty where values alone name it.
    pub label: String,
    /// What it is counted in.
    pub unit: String,
}

impl GivenRow {
    fn of(entry: &MemberEntry) -> GivenRow {
        let unit = entry.unit.clone().unwrap_or_default();
        GivenRow { members: vec![entry.key.clone()], label: entry.label.clone(), unit }
    }

    fn at(members: Vec<Arc<str>>) -> GivenRow {
        GivenRow { members, label: String::new(), unit: String::new() }
    }
}

/// The members of the row that holds a place, if it stands in this column: of `routing[data, radio]` in the column of
/// `radio` it is `data`, in that of `transmission` there is none.
fn find_row_members(table: &FormTable, input: &ArrayInput, place: &[Arc<str>]) -> Option<Vec<Arc<str>>> {
    if input.place.len() != place.len() {
        return None;
    }
    let mut row: Vec<Option<Arc<str>>> = vec![None; table.axes.len()];
    for (source, key) in input.place.iter().zip(place) {
        match source {
            MemberSource::RowAxis(axis) => row[*axis] = Some(key.clone()),
            MemberSource::Heading(member) if member != key => return None,
            MemberSource::Heading(_) => {}
        }
    }
    row.into_iter().collect()
}
