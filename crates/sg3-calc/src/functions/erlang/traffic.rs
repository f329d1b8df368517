//! How much traffic servers can take: the inverse of Erlang's loss formula in the traffic.

use super::loss::{MOST_SERVERS, erlang_b};

/// The most traffic that the servers can be offered with no more than `loss` of it lost.
///
/// Formula: the A with B(n, A) = loss, to full precision. Units: servers in any unit, loss a ratio, the result in
/// `erlang`. No servers, or no loss at all, allow no traffic. `NaN` if servers are below zero or more than
/// [`MOST_SERVERS`], and unless 0 <= loss < 1. Source: standard, inverse of Erlang's loss formula; agrees with a
/// public table attributed to ITU.
///
/// ```
/// use sg3_calc::functions::erlang_traffic;
/// assert!((erlang_traffic(30.0, 0.01) - 20.337285728095317).abs() < 1e-12);
/// assert!(erlang_traffic(30.0, 1.0).is_nan());
/// ```
pub fn erlang_traffic(servers: f64, loss: f64) -> f64 {
    if !(0.0..=MOST_SERVERS).contains(&servers) || !(0.0..1.0).contains(&loss) {
        return f64::NAN;
    }
    if servers == 0.0 || loss == 0.0 { 0.0 } else { newton(servers, loss) }
}

/// Newton's steps on ln B over ln A, whose slope is n - A (1 - B), halved where they leave the bracket.
///
/// ln B is concave in ln A, so that from the first step on the traffic rises to the solution. The start is
/// n / (1 - loss), of which even servers that are never idle lose the given part.
fn newton(servers: f64, loss: f64) -> f64 {
    let (mut low, mut high) = (0.0, servers / (1.0 - loss));
    let mut traffic = high;
    for _ in 0..MOST_STEPS {
        let blocking = erlang_b(servers, traffic);
        if blocking > loss {
            high = traffic;
        } else {
            low = traffic;
        }
        let slope = servers - traffic * (1.0 - blocking);
        let straight = traffic * libm::exp(libm::log(loss / blocking) / slope);
        let next = if low <= straight && straight <= high { straight } else { low + (high - low) / 2.0 };
        if (next - traffic).abs() <= f64::EPSILON * traffic {
            return next;
        }
        traffic = next;
    }
    traffic
}

/// Far more than needed: Newton takes about eight steps, halving alone about sixty.
const MOST_STEPS: usize = 200;
