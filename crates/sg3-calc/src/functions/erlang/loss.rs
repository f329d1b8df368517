//! Erlang's loss formula itself, for whole and fractional numbers of servers.

/// The largest number of servers that the Erlang functions know; beyond it they return `NaN`.
pub const MOST_SERVERS: f64 = 1e9;
/// What is too small a part of the sum to change it.
const NEGLIGIBLE: f64 = 1e-17;

/// The part of the traffic that is lost: B = (A^n / n!) / (sum of A^k / k! for k from 0 to n).
///
/// Between whole numbers of servers the formula continues as 1 / B = A times the integral of e^(-A t) (1 + t)^n over
/// t >= 0. Units: servers in any unit, traffic in erlang, the result is a ratio.
///
/// No servers lose all, and no traffic loses nothing, except that B(0, 0) is 1. `NaN` if a side is below zero or
/// there are more than [`MOST_SERVERS`]. A loss below about 1e-308 comes out as 0. Source: standard, Erlang's loss
/// formula (Erlang B).
///
/// ```
/// use sg3_calc::functions::erlang_b;
/// assert!((erlang_b(2.0, 1.0) - 0.2).abs() < 1e-15);
/// assert!((erlang_b(20.5, 12.0) - 0.007425211886142874).abs() < 1e-15);
/// assert!(erlang_b(-1.0, 5.0).is_nan());
/// ```
pub fn erlang_b(servers: f64, traffic: f64) -> f64 {
    if !(0.0..=MOST_SERVERS).contains(&servers) || !(0.0..f64::INFINITY).contains(&traffic) {
        return f64::NAN;
    }
    if servers == 0.0 {
        1.0
    } else if traffic == 0.0 {
        0.0
    } else {
        1.0 / reciprocal(servers, traffic)
    }
}

/// 1/B = 1 + n/A + n (n-1)/A^2 + ..., the recurrence 1/B(n) = 1 + n/A * 1/B(n-1) written out.
///
/// All terms are positive. They are added until what is left, at most term * A / (A - n), no longer counts; that
/// takes some 50 sqrt(n) terms at most.
fn reciprocal(servers: f64, traffic: f64) -> f64 {
    let (mut sum, mut term, mut left) = (0.0, 1.0, servers);
    while left >= 1.0 {
        if term * traffic < NEGLIGIBLE * sum * (traffic - left) || f64::is_infinite(sum) {
            return sum;
        }
        sum += term;
        term *= left / traffic;
        left -= 1.0;
    }
    sum + term * reciprocal_below_one(left, traffic)
}

/// 1/B for less than one server: e^A A^-f Γ(1 + f, A) with the upper incomplete gamma function.
fn reciprocal_below_one(fraction: f64, traffic: f64) -> f64 {
    if fraction == 0.0 {
        1.0
    } else if traffic < 1.0 {
        by_series(fraction, traffic)
    } else {
        1.0 + fraction * by_continued_fraction(fraction, traffic)
    }
}

/// e^A A^-f Γ(1 + f) - A (1/(1+f) + A/((1+f)(2+f)) + ...), for A below 1.
fn by_series(fraction: f64, traffic: f64) -> f64 {
    let (mut sum, mut term, mut divisor) = (0.0, traffic, 1.0 + fraction);
    while term > NEGLIGIBLE * sum {
        term /= divisor;
        sum += term;
        term *= traffic;
        divisor += 1.0;
    }
    libm::exp(traffic) * libm::pow(traffic, -fraction) * libm::tgamma(1.0 + fraction) - sum
}

/// e^A A^-f Γ(f, A) = 1/(A + 1 - f - 1 (1 - f)/(A + 3 - f - 2 (2 - f)/(A + 5 - f - ...))), for A of 1 or more.
fn by_continued_fraction(fraction: f64, traffic: f64) -> f64 {
    let depth = 10 + (120.0 / traffic) as i32;
    let mut tail = 0.0;
    for level in (1..=depth).rev().map(f64::from) {
        tail = level * (level - fraction) / (traffic + 2.0 * level + 1.0 - fraction - tail);
    }
    1.0 / (traffic + 1.0 - fraction - tail)
}
