//! Other worlds: per member, partial targets, nested, and coalitions.

use crate::run::holds;

const NETWORK: &str = r#"
dimension service "Service"
    voice "Voice"
    data "Data"
    video "Video"
dimension year "Year" 2025..2026 in year
input volume[service, year] "Volume" : ratio
input unit_price "Price" : money/year default 2
load[year] "Load" : ratio = sum(volume over service)
units[year] "Units" : ratio = ceil(load / 10)
cost[year] "Cost" : money/year = units * unit_price
"#;

const VOLUMES: &str = r#"
case "Worlds"
    volume =
        |       | 2025 | 2026 |
        | voice | 8    | 20   |
        | data  | 5    | 20   |
        | video | 9    | 1    |
"#;

fn check_network(definitions: &str, expects: &str) {
    holds(&format!("{NETWORK}{definitions}{VOLUMES}{expects}"));
}

#[test]
fn without_each_service() {
    check_network(
        "avoided[increment: service, year] \"Avoided\" : money/year = cost - (cost with volume[service = increment, year = all] = 0)\n",
        r"
    expect cost[2025] = 6
    expect avoided[voice, 2025] = 2
    expect avoided[data, 2025] = 2
    expect avoided[voice, 2026] = 4
    expect avoided[video, 2026] = 2
",
    );
}

#[test]
fn a_computed_target_is_cut() {
    check_network(
        r#"
flat[year] "Flat" : money/year = (cost with load[year = all] = if year > first(year) then 100 else 50)
one_year[year] "One year" : money/year = (cost with load[year = first] = 1000)
"#,
        r"
    expect one_year[2025] = 200
    expect one_year[2026] = 10
    expect flat[2025] = 10
    expect flat[2026] = 20
",
    );
}

#[test]
fn nested_worlds_and_the_right_side_from_outside() {
    check_network(
        r#"
dear[year] "Dear" : money/year = (cost with unit_price = 2 * unit_price)
dearer[year] "Dearer" : money/year = (dear with unit_price = unit_price + 1 * unit_price)
both[year] "Both" : money/year = ((cost with volume[service = voice, year = all] = 0) with unit_price = 10 * unit_price)
kept[year] "Kept" : money/year = ((cost with load[year = all] = 1) with volume[year = all] = 0)
"#,
        r"
    expect dear[2025] = 12
    expect dearer[2025] = 24
    expect both[2025] = 40
    expect kept[2025] = 2
",
    );
}

#[test]
fn coalitions_share_out_a_cost() {
    check_network(
        r#"
dimension coalition "Coalition" subsets of service
worth[coalition, year] "Worth" : money/year = (cost with volume[year = all] = if inside(coalition, service) then volume else 0)
all_of_them[year] "All" : money/year = worth[coalition = last]
least[year] "Least" : money/year = min(worth over coalition)
"#,
        r"
    expect all_of_them[2025] = 6
    expect least[2025] = 0
",
    );
}

#[test]
fn a_recurrence_in_another_world() {
    holds(
        r#"
dimension year "Year" 2025..2028 in year
input need[year] "Need" : ratio
input start "Start" : ratio default 0
stock[year] "Stock" : ratio = max(need, stock[year - 1] beyond start)
from_ten[year] "From ten" : ratio = (stock with start = 10)
reset[year] "Reset" : ratio = (stock with need[year = 2026] = 99)
case "Stock"
    need = | 2025 | 3 | 2026 | 5 | 2027 | 4 | 2028 | 9 |
    expect stock[2027] = 5
    expect from_ten[2028] = 10
    expect reset[2025] = 3
    expect reset[2028] = 99
"#,
    );
}

#[test]
fn what_replaces_may_sum_and_group() {
    check_network(
        r#"
levelled[year] "Levelled" : ratio = (units with volume[year = all] = sum(volume[s] over s: service) / 10)
"#,
        r"
    expect levelled[2025] = 1
    expect levelled[2026] = 2
",
    );
}
