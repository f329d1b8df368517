//! Cost centres: copies of each group, of unequal size.

use super::tables::{Group, Tables};

/// A cost centre.
pub(super) struct Centre<'t> {
    pub key: String,
    pub label: String,
    pub group: &'t Group,
    /// Number of its region; one more than there are is the head office.
    pub region: usize,
    /// Cost in millions in the first year.
    pub cost: f64,
}

/// All centres.
pub(super) fn all(tables: &Tables) -> Vec<Centre<'_>> {
    tables.groups.iter().flat_map(|group| copies(group, &tables.accounts.regions)).collect()
}

fn copies<'t>(group: &'t Group, regions: &'t [String]) -> impl Iterator<Item = Centre<'t>> {
    let names = group.copies(regions);
    let many = names.len();
    let total: f64 = (0..many).map(weight).sum();
    names.into_iter().enumerate().map(move |(copy, name)| Centre {
        key: if many == 1 { group.key.clone() } else { format!("{}_{}", group.key, copy + 1) },
        label: if name.is_empty() { group.label.clone() } else { format!("{}, {name}", group.label) },
        group,
        region: regions.iter().position(|region| region == name).unwrap_or(regions.len()),
        cost: group.millions * weight(copy) / total,
    })
}

fn weight(copy: usize) -> f64 {
    1.0 + 0.6 * ((copy * 5 + 3) % 8) as f64 / 8.0
}
