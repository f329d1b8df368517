//! Systems after Erlang: `erlang_b`, `erlang_servers`, `erlang_servers_real`, `erlang_traffic`; `erlang_b_recall`, `erlang_c`.
//!
//! Traffic in erlang is offered to servers (channels, circuits, agents, ...). What finds all of them busy is lost, is lost
//! and in part tried again (`recall`), or waits (`waiting`).

mod loss;
mod recall;
mod servers;
mod sheet;
mod traffic;
mod waiting;

pub use loss::{MOST_SERVERS, erlang_b};
pub use recall::erlang_b_recall;
pub use servers::{erlang_servers, erlang_servers_real};
pub use traffic::erlang_traffic;
pub use waiting::erlang_c;

use sg3_lang::{Function, Unit, UnitRule};

const SERVERS: (&str, &str) = ("servers", "channels, circuits, ... of any one unit, whole or fractional, at most 1e9");
const TRAFFIC: (&str, &str) = ("traffic", "offered traffic in erlang");
const LOSS: (&str, &str) = ("loss", "part of the calls that may be lost: a ratio greater than 0 and at most 1");
pub(super) const ERLANG_B: Function = Function {
    name: "erlang_b",
    parameters: &[SERVERS, TRAFFIC],
    variadic: false,
    meaning: "The part of the offered traffic that is lost because all servers are busy.",
    formula: "B = (A^n / n!) / (sum of A^k / k! for k from 0 to n); 1 / B = A * integral of e^(-A t) (1 + t)^n over t >= 0",
    source: "standard: Erlang's loss formula (Erlang B); written E(n, A) in ITU-T E.522",
    unit_rule: UnitRule::Special(|units| traffic_in_erlang("erlang_b", units, 1).map(|()| Unit::pure())),
    kernel: |x| erlang_b(x[0], x[1]),
    sheet: sheet::LOSS,
    vectors: &[
        (&[10.0, 5.0], 0.018384570336648133, 1e-14),
        (&[10.0, 10.0], 0.21458234310734734, 1e-14),
        (&[20.0, 12.0], 0.00979563942006408, 1e-14),
        (&[20.5, 12.0], 0.007425211886142874, 1e-14),
        (&[60.0, 50.0], 0.021668473057806245, 1e-14),
        (&[117.0, 100.0], 0.009790071125371362, 1e-14),
        (&[1029.0, 1000.0], 0.00994188646407621, 1e-13),
        (&[10100.0, 10000.0], 0.002862357220736065, 1e-13),
        (&[100500.0, 100000.0], 3.830649761256449e-4, 1e-12),
        (&[200.0, 5.0], 5.3166713795467385e-238, 1e-13),
    ],
};

pub(super) const ERLANG_SERVERS: Function = Function {
    name: "erlang_servers",
    parameters: &[TRAFFIC, LOSS],
    variadic: false,
    meaning: "The fewest whole servers that lose no more than the given part of the traffic.",
    formula: "smallest whole n with B(n, A) <= loss",
    source: "standard: inverse of Erlang's loss formula; 1 % for automatic circuits in ITU-T E.520, 1.1",
    unit_rule: UnitRule::Special(|units| traffic_and_loss("erlang_servers", units).map(|()| Unit::named("channel"))),
    kernel: |x| erlang_servers(x[0], x[1]),
    sheet: sheet::SERVERS,
    vectors: &[
        (&[13.14, 0.01], 22.0, 0.0),
        (&[20.337, 0.01], 30.0, 0.0),
        (&[20.338, 0.01], 31.0, 0.0),
        (&[1.0, 0.2], 2.0, 0.0),
        (&[0.0, 0.01], 0.0, 0.0),
    ],
};

pub(super) const ERLANG_SERVERS_REAL: Function = Function {
    name: "erlang_servers_real",
    parameters: &[TRAFFIC, LOSS],
    variadic: false,
    meaning: "The servers, as a real number, that lose exactly the given part of the traffic.",
    formula: "real n with B(n, A) = loss",
    source: "standard: inverse of Erlang's loss formula, continued to real numbers of servers",
    unit_rule: UnitRule::Special(|units| {
        traffic_and_loss("erlang_servers_real", units).map(|()| Unit::named("channel"))
    }),
    kernel: |x| erlang_servers_real(x[0], x[1]),
    sheet: sheet::SERVERS_REAL,
    vectors: &[
        (&[12.0, 0.01], 19.96191398544364, 1e-14),
        (&[100.0, 0.01], 116.87508999746493, 1e-14),
        (&[0.5, 0.02], 2.761724235116312, 1e-14),
        (&[1000.0, 0.01], 1028.8498889215375, 1e-14),
    ],
};

pub(super) const ERLANG_TRAFFIC: Function = Function {
    name: "erlang_traffic",
    parameters: &[SERVERS, ("loss", "part of the calls that may be lost: a ratio from 0 to below 1")],
    variadic: false,
    meaning: "The most traffic that can be offered to the servers with no more than the given part lost.",
    formula: "A with B(n, A) = loss",
    source: "standard: inverse of Erlang's loss formula; agrees with a table attributed to ITU",
    unit_rule: UnitRule::Special(|units| pure_loss("erlang_traffic", units).map(|()| Unit::named("erlang"))),
    kernel: |x| erlang_traffic(x[0], x[1]),
    sheet: sheet::TRAFFIC,
    vectors: &[
        (&[1.0, 0.01], 0.0101, 5e-4),
        (&[10.0, 0.02], 5.08400463045515, 1e-14),
        (&[20.5, 0.02], 13.60805903533883, 1e-14),
        (&[30.0, 0.01], 20.337285728095317, 1e-14),
        (&[1000.0, 0.005], 955.8646018075254, 1e-14),
    ],
};

pub(super) const ERLANG_B_RECALL: Function = Function {
    name: "erlang_b_recall",
    parameters: &[
        SERVERS,
        ("traffic", "traffic of first attempts in erlang"),
        ("recall", "part of the lost attempts that are tried again: a ratio from 0 to 1"),
    ],
    variadic: false,
    meaning: "The part of all attempts that is lost where a part of what is lost is tried again.",
    formula: "B(n, A) at the A of all attempts, A (1 - recall B(n, A)) = traffic",
    source: "standard: extended Erlang B",
    unit_rule: UnitRule::Special(traffic_and_recall),
    kernel: |x| erlang_b_recall(x[0], x[1], x[2]),
    sheet: sheet::RECALL,
    vectors: &[
        (&[1.0, 1.0, 0.5], 0.585786437626905, 1e-14),
        (&[1.0, 0.5, 1.0], 0.5, 1e-14),
        (&[2.0, 1.6, 0.5], 0.4, 1e-14),
        (&[2.0, 1.2, 1.0], 0.4, 1e-14),
        (&[10.0, 5.0, 0.0], 0.018384570336648133, 1e-14),
        (&[10.0, 7.854176568926526, 1.0], 0.21458234310734734, 1e-13),
        (&[60.0, 49.566630538843874, 0.4], 0.021668473057806245, 1e-13),
    ],
};

pub(super) const ERLANG_C: Function = Function {
    name: "erlang_c",
    parameters: &[SERVERS, TRAFFIC],
    variadic: false,
    meaning: "The part of the calls that wait because all servers are busy, where every call waits until it is served.",
    formula: "C = n B / (n - A (1 - B)) with B = B(n, A), Erlang's loss formula; 1 where A >= n",
    source: "standard: Erlang's waiting formula (Erlang C), M/M/n",
    unit_rule: UnitRule::Special(|units| traffic_in_erlang("erlang_c", units, 1).map(|()| Unit::pure())),
    kernel: |x| erlang_c(x[0], x[1]),
    sheet: sheet::WAITING,
    vectors: &[
        (&[1.0, 0.5], 0.5, 1e-15),
        (&[2.0, 1.0], 1.0 / 3.0, 1e-15),
        (&[3.0, 2.0], 4.0 / 9.0, 1e-15),
        (&[10.0, 5.0], 0.03610535915832019, 1e-14),
        (&[55.0, 48.0], 0.2387009363780092, 1e-14),
        (&[60.0, 50.0], 0.11730205613220741, 1e-14),
        (&[48.0, 48.0], 1.0, 0.0),
        (&[10.0, 12.0], 1.0, 0.0),
        (&[10.0, 0.0], 0.0, 0.0),
    ],
};

fn traffic_in_erlang(name: &str, units: &[Unit], place: usize) -> Result<(), String> {
    match units.get(place) {
        Some(unit) if *unit == Unit::named("erlang") => Ok(()),
        Some(unit) => Err(format!("the traffic of {name} must be in erlang, not in {unit}")),
        None => Err(format!("{name} needs a traffic")),
    }
}

fn pure_loss(name: &str, units: &[Unit]) -> Result<(), String> {
    match units.get(1) {
        Some(unit) if unit.is_pure() => Ok(()),
        Some(unit) => Err(format!("the loss of {name} must be a ratio, not in {unit}")),
        None => Err(format!("{name} needs a loss")),
    }
}

fn traffic_and_loss(name: &str, units: &[Unit]) -> Result<(), String> {
    traffic_in_erlang(name, units, 0).and_then(|()| pure_loss(name, units))
}

fn traffic_and_recall(units: &[Unit]) -> Result<Unit, String> {
    traffic_in_erlang("erlang_b_recall", units, 1)?;
    match units.get(2) {
        Some(unit) if unit.is_pure() => Ok(Unit::pure()),
        Some(unit) => Err(format!("the recall of erlang_b_recall must be a ratio, not in {unit}")),
        None => Err("erlang_b_recall needs a recall".to_owned()),
    }
}

#[cfg(test)]
mod tests;
