//! Lists of members and places as people read them: numbers that follow one another are one range.

use std::collections::BTreeMap;

/// Numbers that follow one another are written out as long as they are so few.
const WRITTEN_OUT: usize = 2;

/// Some places that are written as one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberRange {
    /// `2025 to 2044`, `voice, 2025 to 2044`.
    pub text: String,
    /// Of how many places.
    pub count: usize,
}

/// Places, each of so many keys, with those as one that differ by numbers that follow one another; in their order, as far
/// as they stay apart.
///
/// ```
/// use sg3_lang::member_ranges::member_ranges;
/// let years = ["2025", "2026", "2027", "2030"].map(|year| vec!["voice", year]);
/// let texts: Vec<String> = member_ranges(&years).into_iter().map(|range| range.text).collect();
/// assert_eq!(texts, ["voice, 2025 to 2027", "voice, 2030"]);
/// ```
pub fn member_ranges(places: &[Vec<&str>]) -> Vec<MemberRange> {
    let keys = places.first().map_or(0, Vec::len);
    let along = (0..keys.max(1)).rev().map(|key| ranges_along(places, key));
    along.min_by_key(Vec::len).unwrap_or_default()
}

/// Single members, with numbers that follow one another as one.
pub fn ranges_of_keys<'k>(keys: impl IntoIterator<Item = &'k str>) -> Vec<String> {
    let places: Vec<Vec<&str>> = keys.into_iter().map(|key| vec![key]).collect();
    member_ranges(&places).into_iter().map(|range| range.text).collect()
}

/// The first of some ranges, each between backquotes, and how many places more there are.
///
/// ```
/// use sg3_lang::member_ranges::{member_ranges, quote_ranges};
/// let keys = ["a", "b", "c"].map(|key| vec![key]);
/// assert_eq!(quote_ranges(&member_ranges(&keys), 2), "`a`, `b` and 1 more");
/// ```
pub fn quote_ranges(ranges: &[MemberRange], most: usize) -> String {
    let shown: Vec<String> = ranges.iter().take(most).map(|range| format!("`{}`", range.text)).collect();
    let more: usize = ranges.iter().skip(most).map(|range| range.count).sum();
    format!("{}{}", shown.join(", "), if more > 0 { format!(" and {more} more") } else { String::new() })
}

/// Ranges along one of the keys; the places are grouped by the others, in the order in which each group comes up.
fn ranges_along(places: &[Vec<&str>], key: usize) -> Vec<MemberRange> {
    let mut number_of_group: BTreeMap<Vec<&str>, usize> = BTreeMap::new();
    let mut groups: Vec<Vec<&Vec<&str>>> = Vec::new();
    for place in places {
        let others = place.iter().enumerate().filter(|(number, _)| *number != key).map(|(_, key)| *key).collect();
        let number = *number_of_group.entry(others).or_insert(groups.len());
        if number == groups.len() {
            groups.push(Vec::new());
        }
        groups[number].push(place);
    }
    groups.into_iter().flat_map(|group| runs(&group, key)).collect()
}

/// Places that follow one another along a key.
fn runs(group: &[&Vec<&str>], key: usize) -> Vec<MemberRange> {
    let follow = |one: &&Vec<&str>, next: &&Vec<&str>| is_next(one.get(key), next.get(key));
    let runs = group.chunk_by(follow);
    runs.flat_map(|run| if run.len() > WRITTEN_OUT { vec![one_range(run, key)] } else { each(run) }).collect()
}

fn is_next(one: Option<&&str>, next: Option<&&str>) -> bool {
    let number = |key: Option<&&str>| key.and_then(|key| key.parse::<i64>().ok());
    number(one).zip(number(next)).is_some_and(|(one, next)| one.checked_add(1) == Some(next))
}

fn one_range(run: &[&Vec<&str>], key: usize) -> MemberRange {
    let mut keys: Vec<String> = run[0].iter().map(ToString::to_string).collect();
    keys[key] = format!("{} to {}", run[0][key], run[run.len() - 1][key]);
    MemberRange { text: keys.join(", "), count: run.len() }
}

fn each(run: &[&Vec<&str>]) -> Vec<MemberRange> {
    run.iter().map(|place| MemberRange { text: place.join(", "), count: 1 }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_that_follow_one_another_are_one() {
        assert_eq!(ranges_of_keys(["2025", "2026", "2027", "a", "3", "4"]), ["2025 to 2027", "a", "3", "4"]);
        assert_eq!(ranges_of_keys(["3", "2", "1"]), ["3", "2", "1"], "only ascending ones");
        assert!(ranges_of_keys([]).is_empty());
    }

    #[test]
    fn years_before_services_are_as_short_as_behind_them() {
        let places: Vec<Vec<&str>> =
            ["1", "2", "3"].into_iter().flat_map(|year| [vec![year, "a"], vec![year, "b"]]).collect();
        let texts: Vec<String> = member_ranges(&places).into_iter().map(|range| range.text).collect();
        assert_eq!(texts, ["1 to 3, a", "1 to 3, b"]);
    }

    #[test]
    fn what_has_no_axes_is_one_place() {
        assert_eq!(member_ranges(&[Vec::new()]), [MemberRange { text: String::new(), count: 1 }]);
    }
}
