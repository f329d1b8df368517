use super::*;
use proptest::prelude::*;

/// Fractional servers, traffic, and the loss by the incomplete gamma function in 40 digits.
const FRACTIONAL: [(f64, f64, f64); 15] = [
    (0.5, 2.0, 0.8259789443958747),
    (0.5, 0.25, 0.4781754230094469),
    (0.25, 1.0, 0.856642590689382),
    (0.75, 0.001, 0.006112546333616456),
    (0.999, 0.9999, 0.5003741986584926),
    (0.001, 1.0, 0.9994037423108232),
    (2.5, 1.5, 0.20905754714427113),
    (7.25, 3.0, 0.017263328316072166),
    (60.3, 50.0, 0.02033258547746233),
    (117.5, 100.0, 0.008983196530039386),
    (1000.5, 1000.0, 0.02449887581722148),
    (0.5, 1e5, 0.9999950000499993),
    (0.3, 5.0, 0.949190085975234),
    (0.9, 1.0, 0.5409388002366007),
    (3.5, 0.01, 8.511631289981761e-9),
];

#[test]
fn fractional_servers_agree_with_the_incomplete_gamma_function() {
    for (servers, traffic, expected) in FRACTIONAL {
        let loss = erlang_b(servers, traffic);
        assert!((loss / expected - 1.0).abs() < 4e-15, "B({servers}, {traffic}) is {loss:e}, not {expected:e}");
    }
}

/// Public table attributed to ITU's Table of the Erlang loss formula, 1 to 32 servers: five digits, at most five
/// decimals.
#[test]
fn traffic_agrees_with_the_published_table() {
    let mut lines = include_str!("erlang_b_traffic.csv").lines();
    let losses: Vec<f64> = numbers(lines.next().unwrap().trim_start_matches("servers,"));
    for row in lines.map(numbers) {
        for (loss, printed) in losses.iter().zip(&row[1..]) {
            let traffic = erlang_traffic(row[0], *loss);
            let place = libm::pow(10.0, libm::floor(libm::log10(*printed)) - 4.0).max(1e-5);
            let allowed = (0.5 + 1e-9) * place;
            assert!((traffic - printed).abs() <= allowed, "A({}, {loss}) is {traffic}, printed {printed}", row[0]);
        }
    }
}

fn numbers(line: &str) -> Vec<f64> {
    line.split(',').map(|cell| cell.parse().unwrap()).collect()
}

#[test]
fn the_ends_of_the_domain() {
    assert_eq!((erlang_b(0.0, 0.0), erlang_b(0.0, 7.0), erlang_b(7.0, 0.0)), (1.0, 1.0, 0.0));
    assert_eq!((erlang_servers(5.0, 1.0), erlang_servers_real(5.0, 1.0)), (0.0, 0.0));
    assert_eq!((erlang_traffic(0.0, 0.01), erlang_traffic(5.0, 0.0)), (0.0, 0.0));
    let outside = [
        erlang_b(-1.0, 1.0),
        erlang_b(2e9, 1.0),
        erlang_servers(1.0, 0.0),
        erlang_servers(-1.0, 0.1),
        erlang_servers(1e10, 0.01),
        erlang_servers(f64::INFINITY, 1.0),
        erlang_servers_real(f64::INFINITY, 0.01),
        erlang_traffic(5.0, 1.0),
        erlang_traffic(-1.0, 0.01),
    ];
    assert!(outside.iter().all(|x| x.is_nan()), "{outside:?}");
}

#[test]
fn very_large_groups_take_no_time() {
    let servers = erlang_servers(0.9e9, 0.01);
    assert!(erlang_b(servers, 0.9e9) <= 0.01 && erlang_b(servers - 1.0, 0.9e9) > 0.01);
    let traffic = erlang_traffic(1e9, 1e-6);
    assert!((erlang_b(1e9, traffic) / 1e-6 - 1.0).abs() < 1e-6);
    assert_eq!(erlang_b(1e9, 1.0), 0.0);
}

#[test]
fn units_are_those_of_the_trade() {
    let rule = |function: Function, units: &[Unit]| match function.unit_rule {
        UnitRule::Special(rule) => rule(units).map(|unit| unit.to_string()),
        _ => unreachable!("the Erlang functions decide for themselves"),
    };
    let (circuit, erlang, pure) = (Unit::named("circuit"), Unit::named("erlang"), Unit::pure());
    assert_eq!(rule(ERLANG_B, &[circuit.clone(), erlang.clone()]).as_deref(), Ok("ratio"));
    assert_eq!(rule(ERLANG_SERVERS, &[erlang.clone(), pure.clone()]).as_deref(), Ok("channel"));
    assert_eq!(rule(ERLANG_TRAFFIC, &[circuit.clone(), pure.clone()]).as_deref(), Ok("erlang"));
    let mistaken = rule(ERLANG_B, &[circuit.clone(), Unit::named("minute")]).unwrap_err();
    assert_eq!(mistaken, "the traffic of erlang_b must be in erlang, not in minute");
    assert!(rule(ERLANG_TRAFFIC, &[circuit, erlang]).unwrap_err().contains("must be a ratio"));
}

#[test]
fn the_ends_of_waiting_and_of_trying_again() {
    assert_eq!((erlang_c(0.0, 0.0), erlang_c(0.0, 3.0), erlang_c(7.0, 7.0)), (1.0, 1.0, 1.0));
    assert_eq!((erlang_c(7.0, 0.0), erlang_c(1e9, 1.0)), (0.0, 0.0));
    assert_eq!((erlang_b_recall(0.0, 3.0, 0.5), erlang_b_recall(7.0, 0.0, 1.0)), (1.0, 0.0));
    let outside = [
        erlang_c(-1.0, 1.0),
        erlang_c(5.0, -1.0),
        erlang_c(2e9, 1.0),
        erlang_b_recall(5.0, 5.0, 1.0),
        erlang_b_recall(0.0, 3.0, 1.0),
        erlang_b_recall(5.0, 1.0, 1.1),
        erlang_b_recall(5.0, 1.0, -0.1),
        erlang_b_recall(-5.0, 1.0, 0.5),
        erlang_b_recall(2e9, 1.0, 0.5),
    ];
    assert!(outside.iter().all(|x| x.is_nan()), "{outside:?}");
}

#[test]
fn more_traffic_than_servers_is_lost_and_tried_again_without_end_only_if_all_of_it_is() {
    let loss = erlang_b_recall(10.0, 1e6, 0.999);
    let attempts = 1e6 / (1.0 - 0.999 * loss);
    assert!((erlang_b(10.0, attempts) / loss - 1.0).abs() < 1e-9, "{loss}");
    assert!(erlang_b_recall(10.0, 9.999, 1.0) > 0.999);
    assert!(erlang_b_recall(10.0, 10.001, 1.0).is_nan());
}

proptest! {
    #[test]
    fn the_recurrence_holds_between_whole_numbers_too(servers in 1.0..400.0, traffic in 0.001..400.0) {
        let before = traffic * erlang_b(servers - 1.0, traffic);
        let next = erlang_b(servers, traffic);
        prop_assert!((next - before / (servers + before)).abs() <= 1e-13 * next + f64::MIN_POSITIVE);
    }

    #[test]
    fn more_traffic_loses_more_and_more_servers_lose_less(servers in 0.01..300.0, traffic in 0.01..300.0) {
        let loss = erlang_b(servers, traffic);
        prop_assert!(erlang_b(servers, traffic * 1.001) >= loss);
        prop_assert!(erlang_b(servers + 0.001, traffic) <= loss);
        prop_assert!((0.0..=1.0).contains(&loss));
    }

    #[test]
    fn the_servers_found_are_the_fewest(traffic in 0.0001..2000.0, loss in 0.0001..0.9) {
        let servers = erlang_servers(traffic, loss);
        prop_assert!(erlang_b(servers, traffic) <= loss * 1.00000001);
        prop_assert!(erlang_b(servers - 1.0, traffic) > loss * 0.99999999);
    }

    #[test]
    fn real_servers_lose_exactly_as_much_as_allowed(traffic in 0.0001..2000.0, loss in 0.0001..0.9) {
        let servers = erlang_servers_real(traffic, loss);
        prop_assert!((erlang_b(servers, traffic) / loss - 1.0).abs() < 1e-11);
        prop_assert!(servers <= erlang_servers(traffic, loss) + 1e-6);
    }

    #[test]
    fn traffic_is_the_inverse_of_loss(servers in 0.5..3000.0, loss in 1e-9..0.9) {
        let traffic = erlang_traffic(servers, loss);
        prop_assert!((erlang_b(servers, traffic) / loss - 1.0).abs() < 1e-11);
    }

    #[test]
    fn the_attempts_found_are_those_that_their_first_ones_come_to(
        servers in 0.5..300.0, load in 0.01..50.0, recall in 0.0..1.0,
    ) {
        let attempts = servers * load;
        let loss = erlang_b(servers, attempts);
        let found = erlang_b_recall(servers, attempts * (1.0 - recall * loss), recall);
        prop_assert!((found - loss).abs() <= 1e-8 * loss, "{found} {loss}");
    }

    #[test]
    fn all_tried_again_settles_up_to_nearly_full_servers(servers in 1.0..300.0, load in 0.01..0.999) {
        let loss = erlang_b_recall(servers, servers * load, 1.0);
        let attempts = servers * load / (1.0 - loss);
        prop_assert!((erlang_b(servers, attempts) - loss).abs() <= 1e-7 * loss, "{loss}");
    }

    #[test]
    fn more_wait_than_would_be_lost(servers in 2_u32..200, part in 0.1..0.99) {
        let servers = f64::from(servers);
        let traffic = servers * part;
        let loss = erlang_b(servers, traffic);
        let waiting = erlang_c(servers, traffic);
        prop_assert!(loss <= waiting && waiting <= 1.0);
        // what the states of a queue add to the sum: the geometric series of A/n
        let reciprocal: f64 = 1.0 + (1.0 - part) * (1.0 / loss - 1.0);
        prop_assert!((1.0 / waiting - reciprocal).abs() <= 1e-12 * reciprocal);
    }
}
