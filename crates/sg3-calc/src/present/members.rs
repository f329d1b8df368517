//! Members that are known before any data: listed, numbered, or subsets of such.

use sg3_lang::Unit;
use sg3_lang::model::{DimensionId, Kind, Members, Model, Quantity};
use std::collections::HashSet;
use std::sync::Arc;

/// A dimension with more subsets than this is not spelled out.
const SUBSETS_OF_AT_MOST: usize = 6;

/// A member that needs no data to be known.
#[derive(Debug, Clone, PartialEq)]
pub struct Known {
    /// Key by which formulas and data name it.
    pub key: Arc<str>,
    /// Label for people; it need not tell members apart.
    pub label: String,
    /// What it is counted in.
    pub unit: Option<Unit>,
}

/// The members, in order, unless the data list them.
pub fn known(model: &Model, dimension: DimensionId) -> Option<Vec<Known>> {
    match &model.dimension(dimension).members {
        Members::Listed(members) => Some(members.iter().map(listed).collect()),
        Members::Numbers(first, last) | Members::Proposed(first, last) => {
            Some((*first..=*last).map(numbered).collect())
        }
        Members::Subsets(of) => known(model, *of).filter(|of| of.len() <= SUBSETS_OF_AT_MOST).map(|of| subsets(&of)),
        Members::FromInput | Members::FromRows => None,
    }
}

/// How many members are known; none if the data list them.
pub fn count(model: &Model, dimension: DimensionId) -> Option<usize> {
    match &model.dimension(dimension).members {
        Members::Listed(members) => Some(members.len()),
        Members::Numbers(first, last) | Members::Proposed(first, last) => usize::try_from(last - first + 1).ok(),
        Members::Subsets(_) => known(model, dimension).map(|members| members.len()),
        Members::FromInput | Members::FromRows => None,
    }
}

/// Whether any unit of the model is that of a member of the dimension, so that its members need units.
pub fn is_counted(model: &Model, dimension: DimensionId) -> bool {
    model.quantities.iter().any(|quantity| {
        let unit = quantity.unit();
        quantity.axes.iter().any(|axis| axis.dimension == dimension && unit.depends_on(&axis.name))
    })
}

fn listed(member: &sg3_lang::model::Member) -> Known {
    Known { key: member.key.clone(), label: member.label.clone(), unit: member.unit.clone() }
}

fn numbered(number: i64) -> Known {
    Known { key: number.to_string().into(), label: number.to_string(), unit: None }
}

fn subsets(of: &[Known]) -> Vec<Known> {
    (0..1_usize << of.len()).map(|mask| subset(of, mask)).collect()
}

fn subset(of: &[Known], mask: usize) -> Known {
    let inside: Vec<&Known> =
        of.iter().enumerate().filter(|(bit, _)| mask >> bit & 1 == 1).map(|(_, known)| known).collect();
    let key = inside.iter().map(|known| &*known.key).collect::<Vec<_>>().join("+");
    let label = inside.iter().map(|known| &*known.label).collect::<Vec<_>>().join(" + ");
    if inside.is_empty() {
        return Known { key: "none".into(), label: "None".into(), unit: None };
    }
    Known { key: key.into(), label, unit: None }
}

/// What people choose from a list: labels if they tell the members apart, else keys. A label that is the key of another
/// member would be read as that other.
pub fn list_words(known: &[Known]) -> Vec<String> {
    let labels: HashSet<String> = known.iter().map(|known| known.label.trim().to_lowercase()).collect();
    let keys: HashSet<String> = known.iter().map(|known| known.key.to_lowercase()).collect();
    let names_another = |known: &Known| {
        let label = known.label.trim().to_lowercase();
        label != known.key.to_lowercase() && keys.contains(&label)
    };
    let tell_apart = labels.len() == known.len() && !labels.contains("") && !known.iter().any(names_another);
    known.iter().map(|known| if tell_apart { known.label.trim().to_owned() } else { known.key.to_string() }).collect()
}

/// What people see for the member that a value of the quantity names.
pub fn word_of(model: &Model, quantity: &Quantity, key: &str) -> String {
    let Kind::Member(dimension) = quantity.kind else { return key.to_owned() };
    let members = known(model, dimension).unwrap_or_default();
    let position = members.iter().position(|member| &*member.key == key);
    position.map_or(key.to_owned(), |position| list_words(&members).swap_remove(position))
}
