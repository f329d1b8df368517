//! Loss where callers try again: `erlang_b_recall`.

use super::loss::{MOST_SERVERS, erlang_b};
use crate::tolerance::TOLERANCE;

/// Newton's steps from below. Traffic that is not carried grows with the attempts ever more slowly, so each step stays
/// below the answer; where nearly all is tried again, the first ones double the attempts, the last ones the digits.
pub(super) const STEPS: &[f64] = &[
    1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 11.0, 12.0, 13.0, 14.0, 15.0, 16.0, 17.0, 18.0, 19.0, 20.0,
    21.0, 22.0, 23.0, 24.0,
];

/// The part of all attempts that is lost, where `recall` of what is lost is tried again.
///
/// Formula: B(n, A) with the A that solves A (1 - recall B(n, A)) = traffic; the attempts are then traffic / (1 - recall B).
/// Units: servers in any unit, the traffic of first attempts in erlang, recall a ratio from 0 to 1; the result is a ratio.
/// No servers lose all, and no traffic loses nothing. `NaN` outside these bounds, where [`erlang_b`] is, and where the
/// attempts would grow without end: if all is tried again, the servers must be more than the traffic. Source: standard,
/// extended Erlang B.
///
/// ```
/// use sg3_calc::functions::erlang_b_recall;
/// assert!((erlang_b_recall(2.0, 1.2, 1.0) - 0.4).abs() < 1e-14);
/// assert!(erlang_b_recall(2.0, 2.0, 1.0).is_nan());
/// ```
pub fn erlang_b_recall(servers: f64, traffic: f64, recall: f64) -> f64 {
    let attempts = STEPS.iter().fold(at_least(servers, traffic, recall), |attempts, _| {
        if attempts.is_finite() { nearer(servers, traffic, recall, attempts) } else { attempts }
    });
    settled(servers, traffic, recall, attempts)
}

/// No more is carried than there are servers, and no fewer attempts made than first ones. 0 where there is nothing to
/// solve, or no answer.
pub(super) fn at_least(servers: f64, traffic: f64, recall: f64) -> f64 {
    if [servers, traffic, recall].iter().any(|side| side.is_nan()) {
        f64::NAN
    } else if !is_to_be_solved(servers, traffic, recall) {
        0.0
    } else if recall < 1.0 {
        traffic.max((traffic - recall * servers) / (1.0 - recall))
    } else {
        traffic
    }
}

fn is_to_be_solved(servers: f64, traffic: f64, recall: f64) -> bool {
    servers > 0.0 && traffic > 0.0 && (0.0..=1.0).contains(&recall) && (recall < 1.0 || traffic < servers)
}

/// A step of Newton's; the loss grows with the traffic by B (n - A + A B) / A.
pub(super) fn nearer(servers: f64, traffic: f64, recall: f64, attempts: f64) -> f64 {
    if attempts == 0.0 {
        return 0.0;
    }
    let loss = erlang_b(servers, attempts);
    let slope = 1.0 - recall * loss * (1.0 + servers - attempts * (1.0 - loss));
    attempts + (traffic - attempts * (1.0 - recall * loss)) / slope
}

/// The loss of so many attempts, if their first ones are those of the traffic.
pub(super) fn settled(servers: f64, traffic: f64, recall: f64, attempts: f64) -> f64 {
    let possible = (0.0..=MOST_SERVERS).contains(&servers) && (0.0..f64::INFINITY).contains(&traffic);
    if !possible || !(0.0..=1.0).contains(&recall) || (servers == 0.0 && recall == 1.0) {
        return f64::NAN;
    }
    if servers == 0.0 || traffic == 0.0 {
        return if servers == 0.0 { 1.0 } else { 0.0 };
    }
    let loss = erlang_b(servers, attempts);
    if (attempts * (1.0 - recall * loss) - traffic).abs() <= TOLERANCE * traffic { loss } else { f64::NAN }
}
