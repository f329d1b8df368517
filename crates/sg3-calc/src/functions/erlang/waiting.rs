//! Who waits where nothing is lost: `erlang_c`.

use super::loss::erlang_b;

/// The part of the calls that find all servers busy and wait: C = n B / (n - A (1 - B)), B the loss of the same servers.
///
/// Units: servers in any unit, traffic in erlang, the result is a ratio. With as much traffic as servers or more the queue
/// grows without end and every call waits, so the result is 1, also where there are no servers. `NaN` where
/// [`erlang_b`] is. Of the calls that wait, the mean wait is the mean holding time over (n - A). Source: standard, Erlang's
/// waiting formula (Erlang C).
///
/// ```
/// use sg3_calc::functions::erlang_c;
/// assert!((erlang_c(2.0, 1.0) - 1.0 / 3.0).abs() < 1e-15);
/// assert_eq!(erlang_c(4.0, 5.0), 1.0);
/// assert!(erlang_c(-1.0, 5.0).is_nan());
/// ```
pub fn erlang_c(servers: f64, traffic: f64) -> f64 {
    let loss = erlang_b(servers, traffic);
    if loss.is_nan() {
        f64::NAN
    } else if traffic >= servers {
        1.0
    } else {
        servers * loss / (servers - traffic * (1.0 - loss))
    }
}
