//! Questions that data raise, and the silence where there is nothing to ask.

use crate::run::{layer, model};
use sg3_calc::{Evidence, Layer, Origin, Status, Value, bind, question};
use sg3_lang::{Diagnostics, Model};
use std::sync::Arc;

/// Slug and subject of every question.
fn asked(model: &Model, layers: &[Layer]) -> Vec<String> {
    let mut diagnostics = Diagnostics::default();
    let inputs = bind(model, layers, &mut diagnostics);
    question(model, layers, &inputs, &mut diagnostics);
    let asked = diagnostics.iter().map(|message| format!("{} {}", message.slug, message.identity()));
    asked.collect()
}

fn asked_of(text: &str, lines: &[&str]) -> Vec<String> {
    let model = model(text);
    asked(&model, &[layer(&model, "data", lines)])
}

const RENTS: &str = "dimension site \"Site\" from input\ninput rent[site] \"Rent\" : money/year\noutput all \"All\" : money/year = sum(rent over site)";

#[test]
fn a_reason_beside_the_cell_is_an_answer() {
    let model = model(RENTS);
    let lines = ["rent[a] = 41e6", "rent[b] = 38e6", "rent[c] = 44e6", "rent[d] = 40e6", "rent[e] = 43000"];
    let mut data = layer(&model, "data", &lines);
    assert_eq!(asked(&model, std::slice::from_ref(&data)), ["scale-of-neighbours rent[e]"]);
    let comment = Some("the roof of our own house".to_owned());
    data.values[4].evidence = Some(Arc::new(Evidence { comment, ..Evidence::default() }));
    assert_eq!(asked(&model, &[data]), [""; 0]);
}

#[test]
fn a_credit_note_is_no_wrong_sign() {
    let lines = ["rent[a] = 41e6", "rent[b] = 38e6", "rent[c] = 44e6", "rent[d] = 40e6", "rent[e] = -39e6"];
    assert_eq!(asked_of(RENTS, &lines), [""; 0]);
    let negative = ["a", "b", "c", "d", "e"].map(|site| format!("rent[{site}] = -41e6"));
    let mut lines: Vec<&str> = negative.iter().map(String::as_str).collect();
    lines.push("rent[f] = 41e6");
    assert_eq!(asked_of(RENTS, &lines), ["sign-of-neighbours rent[f]"]);
}

#[test]
fn lists_of_accounts_of_every_size_are_no_wrong_scale() {
    let lines = ["rent[a] = 4.1e9", "rent[b] = 2.2e6", "rent[c] = 48215", "rent[d] = 3.3e8", "rent[e] = 150000"];
    assert_eq!(asked_of(RENTS, &lines), [""; 0]);
}

const SERIES: &str = "dimension year \"Year\" 2021..2024 in year\ninput sold[year] \"Sold\" : call/year\noutput all \"All\" : call = sum(sold over year)";

#[test]
fn growth_and_new_services_are_no_jump() {
    let growth = ["sold[2021] = 100", "sold[2022] = 400", "sold[2023] = 1600", "sold[2024] = 1700"];
    assert_eq!(asked_of(SERIES, &growth), [""; 0]);
    let new = ["sold[2021] = 0", "sold[2022] = 3", "sold[2023] = 900", "sold[2024] = 1700"];
    assert_eq!(asked_of(SERIES, &new), [""; 0]);
    let odd = ["sold[2021] = 100", "sold[2022] = 110", "sold[2023] = 120000", "sold[2024] = 130"];
    assert_eq!(asked_of(SERIES, &odd), ["jump sold[2023]"]);
}

const SHARES: &str = "dimension pool \"Pool\" from input\ndimension centre \"Centre\"\n    a \"A\"\n    b \"B\"\n\
    input share[pool, centre] \"Share\" : ratio 0..1 or 0\noutput used[centre] \"Used\" : ratio = sum(share over pool)";

#[test]
fn shares_that_are_no_parts_of_one_whole_are_not_added() {
    let apart = ["share[p, a] = 0.7", "share[p, b] = 0.6", "share[q, a] = 0.3", "share[q, b] = 0.9"];
    assert_eq!(asked_of(SHARES, &apart), [""; 0]);
    let near = ["share[p, a] = 0.7", "share[p, b] = 0.287", "share[q, a] = 0.4", "share[q, b] = 0.6"];
    assert_eq!(asked_of(SHARES, &near), ["shares-do-not-add share[p]"]);
}

/// What is asked of one line of shares by geotype in a model that uses them so.
fn asked_of_geotypes(used: &str) -> Vec<String> {
    let text = format!(
        "dimension geotype \"Geotype\" from input\ninput share[geotype] \"Share\" : ratio 0..1 or 0\n\
         input lines[geotype] \"Lines\" : line or 0\ninput all_lines \"All\" : line or 0\n\
         input length[geotype] \"Length\" : km/line or 0\n{used}"
    );
    asked_of(&text, &["share[a] = 0.05", "share[b] = 0.3", "share[c] = 0.7"])
}

#[test]
fn shares_are_parts_of_one_whole_if_the_model_uses_them_so() {
    for of_each in [
        "output some \"Some\" : line = sum(lines * share over geotype)",
        "output rest[geotype] \"Rest\" : line = lines * (1 - share)",
        "output most \"Most\" : ratio = max(share over geotype)",
        "output cable[geotype] \"Cable\" : km = length * share * lines",
    ] {
        assert_eq!(asked_of_geotypes(of_each), [""; 0], "{of_each}");
    }
    for of_all in [
        "output part[geotype] \"Part\" : line = all_lines * share",
        "output part[geotype] \"Part\" : km = share * all_lines * length",
        "output mean \"Mean\" : km/line = sum(length * share over geotype)",
        "output most \"Most\" : ratio = max(share over geotype)\ncheck whole \"Whole\" sum(share over geotype) == 1 within 1e-9",
    ] {
        assert_eq!(asked_of_geotypes(of_all), ["shares-do-not-add share"], "{of_all}");
    }
}

const RATIO: &str = "dimension line \"Line\" from input\ninput minutes[line] \"Minutes\" : minute/year\ninput calls[line] \"Calls\" : call/year\n\
    plausible length[line] \"Length\" : minute/call = minutes / calls in 1..6\noutput all \"All\" : minute/year = sum(minutes over line)";

#[test]
fn a_ratio_is_judged_where_it_can_be_computed() {
    let lines =
        ["minutes[a] = 30", "calls[a] = 10", "minutes[b] = 5", "minutes[c] = 1480", "calls[c] = 10", "calls[d] = 0"];
    assert_eq!(asked_of(RATIO, &lines), ["implausible length[c]"]);
}

#[test]
fn many_places_of_one_ratio_are_one_question() {
    let lines: Vec<String> =
        (0..20).flat_map(|n| [format!("minutes[l{n}] = 9000"), format!("calls[l{n}] = 10")]).collect();
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    assert_eq!(asked_of(RATIO, &lines), ["implausible length"]);
}

const REST: &str = "dimension part \"Part\" from input\ninput amount[part] \"Amount\" : money\ninput whole \"Whole\" : money\n\
    plausible rest \"What is left of the whole\" : ratio = 1 - sum(amount over part) / whole in 0..1";

#[test]
fn what_is_left_where_amounts_cancel_is_nothing() {
    let sevenths = ["whole = 0.3", "amount[a] = 0.1", "amount[b] = 0.2"];
    assert_eq!(asked_of(REST, &sevenths), [""; 0], "0.1 and 0.2 are a little more than 0.3");
    assert_eq!(asked_of(REST, &["whole = 0.3", "amount[a] = 0.1", "amount[b] = 0.21"]), ["implausible rest"]);
}

#[test]
fn rows_that_happen_to_add_up_are_no_subtotal() {
    let round = ["rent[a] = 100", "rent[b] = 200", "rent[c] = 300", "rent[d] = 900"];
    assert_eq!(asked_of(RENTS, &round), [""; 0]);
    let exact = ["rent[a] = 10123", "rent[b] = 20456", "rent[c] = 30789", "rent[d] = 61368"];
    assert_eq!(asked_of(RENTS, &exact), ["subtotal-in-list rent[d]"]);
}

const DATES: &str = "dimension asset \"Asset\" from input\ninput bought[asset] \"Bought\" : date\n\
    output age[asset] \"Age\" : day = days_between(bought, bought)";

/// What is asked of days that stand in cells.
fn asked_of_days(days: &[f64]) -> Vec<String> {
    let model = model(DATES);
    let lines: Vec<String> = (0..days.len()).map(|asset| format!("bought[a{asset}] = 2020-05-01")).collect();
    let mut data = layer(&model, "data", &lines.iter().map(String::as_str).collect::<Vec<_>>());
    for (row, (datum, day)) in data.values.iter_mut().zip(days).enumerate() {
        datum.value = Value::Date(*day);
        datum.origin = Origin::Cell { file: "f".into(), sheet: "S".into(), row: row as u32, column: 0 };
    }
    asked(&model, &[data])
}

#[test]
fn numbers_that_are_hardly_days_are_asked_about_once() {
    for odd in [2020.0, 1900.0, 0.0, 0.5, 1.0, 60.0, -3.0, 202_406.0] {
        assert_eq!(asked_of_days(&[45_000.0, odd, odd]), ["hardly-a-date bought[a1]"], "{odd}");
    }
    let meant = [61.0, 1_899.0, 2_020.5, 2_101.0, 36_526.0, 45_000.75, 109_574.0, 2_958_465.0];
    assert_eq!(asked_of_days(&meant), [""; 0]);
    let written = model(DATES);
    assert_eq!(asked(&written, &[layer(&written, "data", &["bought[a] = 1905-07-12"])]), [""; 0]);
}

/// Says something of one value of a layer.
fn say(layer: &mut Layer, value: usize, evidence: Evidence) {
    layer.values[value].evidence = Some(Arc::new(evidence));
}

#[test]
fn a_reason_beside_one_of_many_places_speaks_of_that_alone() {
    let model = model(RATIO);
    let lines: Vec<String> =
        (0..5).flat_map(|n| [format!("minutes[l{n}] = 9000"), format!("calls[l{n}] = 10")]).collect();
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let comment = || Evidence { comment: Some("calls to a help desk".to_owned()), ..Evidence::default() };
    let mut data = layer(&model, "data", &lines);
    say(&mut data, 3, comment());
    assert_eq!(asked(&model, std::slice::from_ref(&data)), ["implausible length"]);
    say(&mut data, 0, comment());
    assert_eq!(asked(&model, &[data]), [""; 0]);
}

#[test]
fn audited_figures_are_asked_about_only_if_all_are_round() {
    let model = model(RENTS);
    let of = |last: &str, source: &str| {
        let lines = ["rent[a] = 41e6", "rent[b] = 38e6", "rent[c] = 44e6", "rent[d] = 40e6", last];
        let mut data = layer(&model, "data", &lines);
        let audited =
            Evidence { status: Some(Status::Audited), source: Some(source.to_owned()), ..Evidence::default() };
        (0..5).for_each(|value| say(&mut data, value, audited.clone()));
        asked(&model, &[data])
    };
    assert_eq!(of("rent[e] = 43e6", "accounts"), ["rounded-figures rent"]);
    assert_eq!(of("rent[e] = 43.5e6", "accounts"), [""; 0]);
    assert_eq!(of("rent[e] = 43e6", "accounts, in millions"), [""; 0]);
}

const POOLS: &str = "dimension centre \"Centre\"\n    a \"A\"\n    b \"B\"\ndimension pool \"Pool\" from input\n\
    input own[centre] \"Own cost\" : money/year\ninput common[pool] \"Common cost\" : money/year\n\
    output all \"All\" : money/year = sum(own over centre) + sum(common over pool)";

#[test]
fn a_listed_cost_is_asked_about_if_it_agrees_by_no_accident() {
    assert_eq!(asked_of(POOLS, &["own[a] = 41230", "own[b] = 7e6", "common[p] = 41230"]), ["repeated-cost common[p]"]);
    assert_eq!(asked_of(POOLS, &["own[a] = 40000", "own[b] = 7e6", "common[p] = 40000"]), [""; 0]);
    let compared =
        format!("{POOLS}\ncheck same \"The pool is the cost of a\"\n    sum(common over pool) == own[a] within 1e-9");
    assert_eq!(asked_of(&compared, &["own[a] = 41230", "own[b] = 7e6", "common[p] = 41230"]), [""; 0]);
}
