//! The members of each dimension as a run has them: from the model, or from the data.

use super::layer::MemberEntry;
use sg3_lang::model::{Dimension, MemberRef, Members};
use std::collections::HashMap;
use std::sync::Arc;

/// The members of one dimension, in order.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct MemberList {
    /// The keys, each once.
    pub keys: Vec<Arc<str>>,
    /// What forms and reports call the members.
    pub labels: Vec<String>,
    /// What each is counted in, for display.
    pub units: Vec<Option<String>>,
    /// Position in the model's own list; the own position for members from data.
    pub positions: Vec<usize>,
    /// Value of the member if the dimension is numbered, else its position.
    pub numbers: Vec<f64>,
    by_key: HashMap<Arc<str>, usize>,
    by_position: HashMap<usize, usize>,
}

impl MemberList {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// Whether nobody has listed any.
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    /// Where the member of a key is.
    pub fn find(&self, key: &str) -> Option<usize> {
        self.by_key.get(key).copied()
    }

    /// Where the member that the model means is; nothing if it was left out or never listed.
    pub fn locate(&self, member: &MemberRef) -> Option<usize> {
        match member {
            MemberRef::Key(key) => self.find(key),
            MemberRef::Position(position) => self.by_position.get(position).copied(),
        }
    }

    /// All members that the model itself lists.
    pub(crate) fn of_model(dimension: &Dimension) -> MemberList {
        let mut list = MemberList::default();
        match &dimension.members {
            Members::Listed(members) => {
                for (position, member) in members.iter().enumerate() {
                    let unit = member.unit.as_ref().map(ToString::to_string);
                    list.push(member.key.clone(), member.label.clone(), unit, position, dimension);
                }
            }
            Members::Numbers(first, last) | Members::Proposed(first, last) => {
                for number in *first..=*last {
                    let key: Arc<str> = number.to_string().into();
                    list.push(key.clone(), key.to_string(), None, (number - first) as usize, dimension);
                }
            }
            _ => {}
        }
        list
    }

    /// Adds a member from the data, or corrects its label if it is there.
    pub(crate) fn add(&mut self, entry: &MemberEntry, dimension: &Dimension) {
        match self.find(&entry.key) {
            Some(position) => {
                self.labels[position].clone_from(&entry.label);
                self.units[position] = entry.unit.clone().or_else(|| self.units[position].take());
            }
            None => {
                self.push(entry.key.clone(), entry.label.clone(), entry.unit.clone(), self.len(), dimension);
            }
        }
    }

    /// Adds a member of which nothing but the key is known.
    pub(crate) fn add_key(&mut self, key: &Arc<str>, dimension: &Dimension) {
        if self.find(key).is_none() {
            self.push(key.clone(), key.to_string(), None, self.len(), dimension);
        }
    }

    /// All subsets of a list, by bit mask.
    pub(crate) fn subsets_of(members: &MemberList, dimension: &Dimension) -> MemberList {
        let mut list = MemberList::default();
        for mask in 0..1_usize << members.len() {
            let inside = (0..members.len()).filter(|member| mask >> member & 1 == 1);
            let keys: Vec<&str> = inside.clone().map(|member| &*members.keys[member]).collect();
            let labels: Vec<&str> = inside.map(|member| &*members.labels[member]).collect();
            let key = if keys.is_empty() { "none".to_string() } else { keys.join("+") };
            let label = if labels.is_empty() { "none".to_string() } else { labels.join(", ") };
            list.push(key.into(), label, None, mask, dimension);
        }
        list
    }

    /// Only these members of a list, in this order; keys it does not have are left out.
    pub(crate) fn shortened(&self, keys: &[Arc<str>], dimension: &Dimension) -> MemberList {
        let mut list = MemberList::default();
        for place in keys.iter().filter_map(|key| self.find(key)) {
            let (key, label, unit) = (self.keys[place].clone(), self.labels[place].clone(), self.units[place].clone());
            list.push(key, label, unit, self.positions[place], dimension);
        }
        list
    }

    /// In ascending order, where members are numbers: years that are listed late are not late years.
    pub(crate) fn ascending(self, dimension: &Dimension) -> MemberList {
        if !dimension.is_numbered() || self.numbers.is_sorted() {
            return self;
        }
        let mut places: Vec<usize> = (0..self.len()).collect();
        places.sort_by(|one, other| self.numbers[*one].total_cmp(&self.numbers[*other]));
        let mut list = MemberList::default();
        for place in places {
            let (key, label, unit) = (self.keys[place].clone(), self.labels[place].clone(), self.units[place].clone());
            list.push(key, label, unit, list.len(), dimension);
        }
        list
    }

    fn push(&mut self, key: Arc<str>, label: String, unit: Option<String>, position: usize, dimension: &Dimension) {
        let place = self.len();
        let number = if dimension.is_numbered() { key.parse().ok() } else { None };
        self.by_key.entry(key.clone()).or_insert(place);
        self.by_position.entry(position).or_insert(place);
        self.keys.push(key);
        self.labels.push(label);
        self.units.push(unit);
        self.positions.push(position);
        self.numbers.push(number.unwrap_or(place as f64));
    }
}
