//! How many passes a simultaneous system needs.

/// How near the last pass comes to the one before, as a part of the largest amount.
const NEAR: f64 = 1e-14;

/// Whether the last pass is as the one before.
pub(super) fn has_settled(passes: &[Vec<f64>]) -> bool {
    match passes {
        [.., before, last] => distance(last, before) <= NEAR,
        _ => false,
    }
}

/// How many passes it takes to the solution at the rate of the later half of some.
///
/// The rate is of the distance to the solution: near a closed loop each pass adds nearly the same, and says nothing of the rest.
pub(super) fn passes_needed(passes: &[Vec<f64>], solution: &[f64]) -> f64 {
    let (half, all) = (passes.len() / 2, passes.len() - 1);
    let [earlier, now] = [half, all].map(|pass| distance(solution, &passes[pass]));
    let rate = libm::log(earlier / now) / (all - half) as f64;
    let left = libm::log(now / NEAR) / rate;
    if rate > 0.0 { all as f64 + left } else { f64::INFINITY }
}

/// How far amounts are from others, as a part of the largest of them.
fn distance(amounts: &[f64], others: &[f64]) -> f64 {
    let largest = amounts.iter().fold(0.0, |largest: f64, value| largest.max(value.abs()));
    let furthest = amounts.iter().zip(others).fold(0.0, |most: f64, (value, other)| most.max((value - other).abs()));
    if furthest == 0.0 { 0.0 } else { furthest / largest }
}
