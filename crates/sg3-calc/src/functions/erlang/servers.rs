//! How many servers a traffic needs: whole ones, and the real number that loses exactly as much as allowed.

use super::loss::{MOST_SERVERS, erlang_b};
use crate::tolerance::{TOLERANCE, less_or_equal};

/// The fewest whole servers with a loss of no more than `loss`, compared with the tolerance of 1e-9.
///
/// Formula: the smallest whole n with B(n, A) <= loss. Units: traffic in erlang, loss a ratio, the result in
/// `channel`. No traffic needs no servers. `NaN` if traffic is below zero, unless 0 < loss <= 1, and where more than
/// [`MOST_SERVERS`] are needed. Source: standard, inverse of Erlang's loss formula; ITU-T E.520, 1.1 has 1 % for
/// automatic circuits.
///
/// ```
/// use sg3_calc::functions::erlang_servers;
/// assert_eq!(erlang_servers(13.14, 0.01), 22.0);
/// assert_eq!(erlang_servers(0.0, 0.01), 0.0);
/// ```
pub fn erlang_servers(traffic: f64, loss: f64) -> f64 {
    fewest(traffic, loss, |blocking| less_or_equal(blocking, loss) == 1.0)
}

/// The real number of servers that lose exactly `loss`, for costs without lumps.
///
/// Formula: the n with B(n, A) = loss, B continued between whole numbers as in [`erlang_b`]. Units and errors as for
/// [`erlang_servers`], of which it is never more than the tolerance above. Source: standard, inverse of Erlang's loss
/// formula.
///
/// ```
/// use sg3_calc::functions::erlang_servers_real;
/// assert!((erlang_servers_real(12.0, 0.01) - 19.96191398544364).abs() < 1e-12);
/// ```
pub fn erlang_servers_real(traffic: f64, loss: f64) -> f64 {
    let above = fewest(traffic, loss, |blocking| blocking <= loss);
    if above == 0.0 || above.is_nan() {
        return above;
    }
    crossing(above - 1.0, above, |servers| libm::log(erlang_b(servers, traffic) / loss))
}

/// The smallest whole n whose B(n, A) is good enough.
///
/// The traffic carried, A (1 - B), cannot exceed n. From that bound up, a number of steps in the order of sqrt(A) of the
/// recurrence B(n) = A B(n-1) / (n + A B(n-1)) is enough.
fn fewest(traffic: f64, loss: f64, enough: impl Fn(f64) -> bool) -> f64 {
    if !((0.0..f64::INFINITY).contains(&traffic) && loss > 0.0 && loss <= 1.0) {
        return f64::NAN;
    }
    if traffic == 0.0 {
        return 0.0;
    }
    let mut servers = libm::floor(traffic * (1.0 - loss * (1.0 + 2.0 * TOLERANCE))).max(0.0);
    let mut blocking = erlang_b(servers, traffic);
    while servers <= MOST_SERVERS && !enough(blocking) {
        servers += 1.0;
        blocking = traffic * blocking / (servers + traffic * blocking);
    }
    if servers <= MOST_SERVERS { servers } else { f64::NAN }
}

/// Where a falling function crosses zero between two places: regula falsi, the side that stays halved (Illinois), and
/// bisection where that leads nowhere.
fn crossing(mut low: f64, mut high: f64, function: impl Fn(f64) -> f64) -> f64 {
    let (mut at_low, mut at_high) = (function(low), function(high));
    let mut latest = high;
    for _ in 0..MOST_STEPS {
        let straight = high - at_high * (high - low) / (at_high - at_low);
        let next = if low < straight && straight < high { straight } else { low + (high - low) / 2.0 };
        let at_next = function(next);
        if at_next == 0.0 || (next - latest).abs() <= f64::EPSILON * next {
            return next;
        }
        if at_next > 0.0 {
            (low, at_low, at_high) = (next, at_next, if latest == low { at_high / 2.0 } else { at_high });
        } else {
            (high, at_high, at_low) = (next, at_next, if latest == high { at_low / 2.0 } else { at_low });
        }
        latest = next;
    }
    latest
}

/// Far more than the crossing needs; regula falsi takes about six.
const MOST_STEPS: usize = 100;
