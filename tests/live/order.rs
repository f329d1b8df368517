//! Orders and statistics after changes: near ties, keys that come and go, and texts in their place. What cannot be read leaves no place, in the
//! sheet as in the engine; what is blank leaves the others alone.

use crate::catalogue::{Example, examples};
use crate::written::Written;
use crate::{assert_none, changes, office};

const DOCUMENTS: [&str; 3] = ["tests/language/order.md", "tests/language/merit.md", "tests/language/statistics.md"];

/// Other keys, by cell: what becomes the least, what nearly equals another (row r of 2025 is 3), what was blank, and a text.
const KEYS: [&[(usize, f64)]; 6] = [
    &[(0, -2.0)],
    &[(6, 3.000_000_000_000_4)],
    &[(6, 2.999_999_999_99)],
    &[(10, 0.2)],
    &[(0, f64::NAN)],
    &[(10, f64::NAN)],
];

fn three_years() -> Option<&'static Example> {
    examples(DOCUMENTS[0]).find(|example| example.name.ends_with("Three years"))
}

#[test]
fn a_change_comes_to_what_the_engine_makes_of_it() {
    assert_none(&DOCUMENTS.into_iter().flat_map(examples).flat_map(changes::differences).collect::<Vec<_>>());
    let Some(example) = three_years() else { return };
    for keys in KEYS {
        assert_none(&changes::differences_after(example, "key", keys));
    }
}

#[test]
fn both_programs_agree_after_a_change() {
    let Some(example) = three_years() else { return };
    let saved: Vec<Vec<u8>> = KEYS.iter().map(|keys| changes::saved_after(example, "key", keys)).collect();
    let all: Vec<&[u8]> = saved.iter().map(Vec::as_slice).collect();
    let Some(recalculated) = office::recalculated(&all) else { return };
    for (ironcalc, office) in saved.iter().zip(&recalculated) {
        let written = Written::of(ironcalc);
        assert_none(&written.differences(&office::values(office, &written)));
    }
    // the control: what one change comes to is not what another does
    let written = Written::of(&saved[0]);
    assert!(!written.differences(&office::values(&recalculated[4], &written)).is_empty());
}
