//! Loss where callers are so few that those who are connected call less: `engset`.

use super::erlang::MOST_SERVERS;
use sg3_lang::{Function, SheetForm, Unit, UnitRule};

pub(super) const ENGSET: Function = Function {
    name: "engset",
    parameters: &[
        ("servers", "channels, circuits, ... of any one unit, a whole number"),
        ("sources", "lines, subscribers, ... of any one unit"),
        ("traffic", "traffic that each source offers while it is idle, in erlang per unit of the sources"),
    ],
    variadic: false,
    meaning: "The part of the calls that is lost because all servers are busy, where a limited number of sources calls.",
    formula: "E = C(M - 1, n) a^n / (sum of C(M - 1, k) a^k for k from 0 to n); 0 where n >= M",
    source: "standard: Engset's formula, call congestion; with M + 1 sources it gives the time congestion of M",
    unit_rule: UnitRule::Special(unit),
    kernel: |x| engset(x[0], x[1], x[2]),
    sheet: SHEET,
    vectors: &[
        (&[3.0, 10.0, 0.25], 21.0 / 109.0, 1e-14),
        (&[3.0, 11.0, 0.25], 30.0 / 131.0, 1e-14),
        (&[5.0, 5.0, 0.5], 0.0, 0.0),
        (&[5.0, 6.0, 0.5], 1.0 / 243.0, 1e-14),
        (&[2.0, 4.0, 0.5], 3.0 / 13.0, 1e-14),
        (&[1.0, 1.5, 2.0], 0.5, 1e-14),
        (&[0.0, 3.0, 0.5], 1.0, 0.0),
    ],
};

fn unit(units: &[Unit]) -> Result<Unit, String> {
    let [_, sources, traffic] = units else { return Err("engset needs servers, sources and their traffic".to_owned()) };
    let wanted = Unit::named("erlang").over(sources);
    if *traffic == wanted {
        Ok(Unit::pure())
    } else {
        Err(format!("the traffic of engset must be in {wanted}, what each of its sources offers, not in {traffic}"))
    }
}

/// With p = a / (1 + a): the density of the beta distribution at 1 - p over its sum, of M - n and n, from which one step
/// of Engset's recurrence leads to n servers. So the number of sources need not be whole, and n may be nearly M.
const SHEET: SheetForm = SheetForm::Formula(
    "IF(OR({0}<0,{1}<0,{2}<0,{0}<>INT({0})),NA(),IF({0}=0,1,IF(OR({0}>={1},{2}=0),0,1/(1+{0}*(1+{2})/{2}\
     *BETA.DIST(1/(1+{2}),{1}-{0},{0},TRUE)/BETA.DIST(1/(1+{2}),{1}-{0},{0},FALSE)))))",
);

/// What is too small a part of the sum to change it.
const NEGLIGIBLE: f64 = 1e-17;

/// The part of the calls that is lost where M sources offer `a` each while they are idle, to n servers.
///
/// Formula: E = C(M - 1, n) a^n / (sum of C(M - 1, k) a^k for k from 0 to n), the call congestion. Units: servers in any
/// unit, a whole number; sources in any unit, whole or not; traffic in erlang per unit of the sources; the result is a ratio.
/// No servers lose all; as many servers as sources, or no traffic, lose nothing. `NaN` if a side is below zero, and if the
/// servers are not whole or more than [`MOST_SERVERS`]. Source: standard, Engset's formula.
///
/// ```
/// use sg3_calc::functions::engset;
/// assert!((engset(3.0, 10.0, 0.25) - 21.0 / 109.0).abs() < 1e-15);
/// assert_eq!(engset(10.0, 10.0, 0.25), 0.0);
/// assert!(engset(2.5, 10.0, 0.25).is_nan());
/// ```
pub fn engset(servers: f64, sources: f64, traffic: f64) -> f64 {
    let possible = [servers, sources, traffic].iter().all(|side| (0.0..f64::INFINITY).contains(side));
    if !possible || servers > MOST_SERVERS || libm::floor(servers) != servers {
        f64::NAN
    } else if servers == 0.0 {
        1.0
    } else if servers >= sources || traffic == 0.0 {
        0.0
    } else {
        1.0 / reciprocal(servers, sources, traffic)
    }
}

/// 1/E = 1 + n / ((M - n) a) * 1/E of one server less, written out: n / ((M - n) a) + n (n - 1) / ((M - n) (M - n + 1) a^2) + ...
///
/// All terms are positive, and each is a smaller part of the one before. They are added until what is left no longer counts.
fn reciprocal(servers: f64, sources: f64, traffic: f64) -> f64 {
    let (mut sum, mut term, mut left) = (1.0, 1.0, servers);
    while left >= 1.0 && f64::is_finite(sum) {
        let part = left / ((sources - left) * traffic);
        if part < 1.0 && term * part < NEGLIGIBLE * sum * (1.0 - part) {
            break;
        }
        term *= part;
        sum += term;
        left -= 1.0;
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The formula itself, in powers.
    fn by_definition(servers: u32, sources: f64, traffic: f64) -> f64 {
        let mut weights = vec![1.0];
        for busy in 1..=servers {
            let before = weights[weights.len() - 1];
            weights.push(before * traffic * (sources - f64::from(busy)) / f64::from(busy));
        }
        weights[weights.len() - 1] / weights.iter().sum::<f64>()
    }

    #[test]
    fn the_ends_of_the_domain() {
        assert_eq!((engset(0.0, 0.0, 1.0), engset(2.0, 0.0, 1.0), engset(2.0, 5.0, 0.0)), (1.0, 0.0, 0.0));
        assert!(engset(-1.0, 5.0, 0.5).is_nan() && engset(1.0, 5.0, -0.5).is_nan() && engset(0.5, 5.0, 0.5).is_nan());
        assert!(engset(1.0, f64::INFINITY, 0.5).is_nan());
    }

    #[test]
    fn very_many_sources_take_no_time_and_offer_what_erlang_assumes() {
        let many = engset(1e9, 2e9, 1.0);
        assert!(many > 0.0 && many < 1e-4, "{many}");
        let loss = super::super::erlang_b(60.0, 50.0);
        assert!((engset(60.0, 1e12, 50e-12) / loss - 1.0).abs() < 1e-9);
    }

    #[test]
    fn what_a_source_offers_is_counted_by_the_source() {
        let named = Unit::named;
        let each = named("erlang").over(&named("line"));
        assert_eq!(unit(&[named("channel"), named("line"), each.clone()]), Ok(Unit::pure()));
        let mistaken = unit(&[named("channel"), named("subscriber"), each]).unwrap_err();
        assert!(mistaken.contains("must be in erlang/subscriber"), "{mistaken}");
    }

    proptest! {
        #[test]
        fn the_sum_is_that_of_the_definition(servers in 1_u32..40, more in 0.01..60.0, traffic in 0.01..4.0) {
            let sources = f64::from(servers) + more;
            let expected = by_definition(servers, sources, traffic);
            let found = engset(f64::from(servers), sources, traffic);
            prop_assert!((found - expected).abs() <= 1e-12 * expected, "{found} {expected}");
        }
    }
}
