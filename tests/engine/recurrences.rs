//! Recurrences: looking back by one, and over all earlier members.

use crate::run::holds;

#[test]
fn one_step_back_in_two_names() {
    holds(
        r#"
dimension year "Year" 2025..2029 in year
dimension part "Part"
    a "A"
    b "B"
input need[part, year] "Need" : ratio
stock[part, year] "Stock" : ratio = stock_before + bought
stock_before[part, year] "Before" : ratio = stock[year - 1] beyond 10
bought[part, year] "Bought" : ratio = max(0, need - stock_before)
case "Two parts"
    need =
        |   | 2025 | 2026 | 2027 | 2028 | 2029 |
        | a | 5    | 12   | 20   | 15   | 25   |
        | b | 11   |      | 30   | 30   | 30   |
    expect bought[a, 2025] = 0
    expect bought[a, 2026] = 2
    expect bought[a, 2027] = 8
    expect stock[a, 2029] = 25
    expect stock[b, 2025] = 11
    expect stock[b, 2026] is missing
    expect stock[b, 2029] is missing
"#,
    );
}

#[test]
fn all_earlier_members() {
    holds(
        r#"
dimension year "Year" 2025..2031 in year
input required[year] "Required" : ratio
input life "Life" : year
surviving[year] "Surviving" : ratio = sum(bought[b] over b: year before year where b + life > year)
bought[year] "Bought" : ratio/year = max(0, required - surviving) / step(year)
case "Life of three"
    required = | 2025 | 10 | 2026 | 12 | 2027 | 12 | 2028 | 12 | 2029 | 5 | 2030 | 5 | 2031 | 12 |
    life = 3
    expect bought[2025] = 10
    expect bought[2026] = 2
    expect bought[2027] = 0
    expect bought[2028] = 10
    expect bought[2029] = 0
    expect surviving[2031] = 0
    expect bought[2031] = 12
"#,
    );
}

#[test]
fn a_running_total_within_a_recurrence() {
    holds(
        r#"
dimension year "Year" 2025..2028 in year
input demand[year] "Demand" : ratio
stock[year] "Stock" : ratio = cumulative(bought over year)
bought[year] "Bought" : ratio/year = max(0, demand - (stock[year - 1] beyond 0)) / step(year)
case "Growth"
    demand = | 2025 | 3 | 2026 | 5 | 2027 | 4 | 2028 | 9 |
    expect bought[2026] = 2
    expect bought[2027] = 0
    expect bought[2028] = 4
    expect stock[2028] = 9
"#,
    );
}

#[test]
fn rows_of_a_table_that_read_each_other() {
    holds(
        r#"
dimension line_ "Line"
    sales "Sales"
    cost "Cost"
    profit "Profit"
dimension place "Place"
    a "A"
    b "B"
input base[place] "Base" : money
statement[line_, place] "Statement" : money =
    | profit | else | statement[sales] - statement[cost] |
    | sales  | a    | 2 * base |
    | sales  | else | 3 * base |
    | cost   | else | statement[sales] / 2 |
case "Statement"
    base = | a | 10 | b | 20 |
    expect statement[sales, a] = 20
    expect statement[cost, b] = 30
    expect statement[profit, a] = 10
    expect statement[profit, b] = 30
"#,
    );
}
