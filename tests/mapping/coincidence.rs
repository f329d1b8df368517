//! A coincidence of sums is no total: 1000 and 2000 are 3000 in many a ledger.

use super::changes::{apply, line, theirs};

/// What is said of amounts that are counted twice, if all of a ledger is taken: account, description, amount.
fn counted_twice(rows: &[(String, &str, f64)]) -> Vec<String> {
    let lines: Vec<String> = rows.iter().map(|(code, label, amount)| format!("{code},{label},{amount}\n")).collect();
    let text = format!("Account,Description,Amount\n{}", lines.concat());
    let all = line("network.operating_cost[access]", &format!("C2:C{}", rows.len() + 1));
    let (_, said) = apply(vec![all], &[theirs(&text)]);
    said.into_iter().filter(|said| said.starts_with("counted-twice")).collect()
}

fn ledger(amounts: impl Iterator<Item = f64>) -> Vec<(String, &'static str, f64)> {
    amounts.enumerate().map(|(row, amount)| (format!("{}", 6000 + 7 * row), "Site rent", amount)).collect()
}

/// Amounts that are anyone's guess, the same on every machine.
fn draw(seed: u64, most: u64) -> impl Iterator<Item = f64> {
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    std::iter::repeat_with(move || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (1 + (state >> 33) % most) as f64
    })
}

#[test]
fn round_amounts_are_no_totals() {
    assert_eq!(counted_twice(&ledger((1..10).map(|number| f64::from(number) * 1_000.0))), [""; 0]);
    for seed in 0..120 {
        let rows = ledger(draw(seed, 400).map(|number| number * 1_000.0).take(120));
        assert_eq!(counted_twice(&rows), [""; 0], "{seed}");
    }
    let exact = (0..120).filter(|seed| !counted_twice(&ledger(draw(*seed, 900_000).take(120))).is_empty());
    assert!(exact.count() <= 1, "one ledger in a hundred may have a sum of six digits by accident");
}

#[test]
fn totals_are_found_by_words_place_or_digits() {
    let parts = || ledger([1_000.0, 2_000.0, 4_000.0].into_iter());
    let with = |code: &str, label: &'static str, amount: f64| {
        let mut rows = parts();
        rows.push((code.to_owned(), label, amount));
        counted_twice(&rows).len()
    };
    assert_eq!([with("6900", "Total", 7_000.0), with("", "Network", 7_000.0)], [1, 1]);
    assert_eq!([with("6900", "", 7_000.0), with("6900", "Network", 7_000.0)], [1, 0]);
    let mut exact = ledger([481_220.0, 1_730_115.0, 92_418.0].into_iter());
    exact.push(("6900".to_owned(), "Network", 2_303_753.0));
    assert_eq!(counted_twice(&exact).len(), 1);
}
