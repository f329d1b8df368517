//! Every reduction, with filters, limits and nothing to reduce.

use crate::run::holds;

const ITEMS: &str = r#"
dimension item "Item" from input
dimension group "Group"
    a "A"
    b "B"
    c "C"
input x[item] "Value" : ratio
input w[item] "Weight" : ratio or 1
input group_of[item] "Group" : group
input low "Low" : ratio default 0
"#;

fn check_items(definitions: &str, expects: &str) {
    holds(&format!(
        "{ITEMS}\n{definitions}\ncase \"Items\"\n    x = | p | 3 | q | 1 | r | 4 | s | 1.5 |\n    group_of = | p | a | q | b | r | a | s | b |\n{expects}"
    ));
}

#[test]
fn sums_means_and_extremes() {
    check_items(
        r#"
total "Total" : ratio = sum(x over item)
large "Large" : ratio = sum(x over item where x > 2)
average "Average" : ratio = mean(x over item)
weighted "Weighted" : ratio = weighted_mean(x, w over item)
least "Least" : ratio = min(x over item)
most "Most" : ratio = max(x over item where x < 4)
times "Times" : ratio = product(x over item)
how_many "How many" : ratio = count(x > 2 over item)
some "Some" : yes/no = any(x > 3 over item)
every "Every" : yes/no = all(x > 1 over item)
"#,
        r"
    expect total = 9.5
    expect large = 7
    expect average = 2.375
    expect weighted = 2.375
    expect weighted = 3 where w = | p | 1 | else | 0 |
    expect weighted is missing where w = 0
    expect least = 1
    expect most = 3
    expect times = 18
    expect how_many = 2
    expect some = yes
    expect every = no
",
    );
}

#[test]
fn of_nothing() {
    check_items(
        r#"
total "Total" : ratio = sum(x over item where x > 99)
average "Average" : ratio = mean(x over item where x > 99)
least "Least" : ratio = min(x over item where x > 99)
times "Times" : ratio = product(x over item where x > 99)
how_many "How many" : ratio = count(x > 99 over item)
some "Some" : yes/no = any(x > 2 over item where x > 99)
every "Every" : yes/no = all(x > 2 over item where x > 99)
"#,
        r"
    expect total = 0
    expect average is missing
    expect least is missing
    expect times = 1
    expect how_many = 0
    expect some = no
    expect every = yes
",
    );
}

#[test]
fn groups() {
    check_items(
        r#"
by_group[group] "By group" : ratio = sum(x over item by group_of)
largest[group] "Largest" : ratio = max(x over item by group_of)
"#,
        r#"
    expect by_group[a] = 7
    expect by_group[b] = 2.5
    expect by_group[c] = 0
    expect largest[a] = 4
    expect largest[c] is missing

case "One group is not known"
    x = | p | 3 | q | 1 | r | 4 |
    group_of = | p | a | q | b |
    expect by_group[a] is missing
    expect by_group[c] is missing
"#,
    );
}

#[test]
fn searches_bands_and_lines() {
    holds(
        r#"
dimension k "K" 1..4
dimension band "Band"
    low "Low"
    mid "Mid"
    high "High"
input at "At" : ratio
constant capacity[k] "Capacity" : ratio = | 1 | 10 | 2 | 20 | 3 | 30 | 4 | 40 |
constant lower[band] "Lower" : ratio = | low | 0 | mid | 10 | high | 100 |
constant price[band] "Price" : ratio = | low | 5 | mid | 4 | high | 1 |
fewest "Fewest" : ratio = first(k over k where capacity >= at)
most "Most" : ratio = last(k over k where capacity <= at)
step_price "Step" : ratio = lookup(price over band at at from lower)
line_price "Line" : ratio = interpolate(price over band at at from lower)
case "Searches"
    at = 15
    expect fewest = 2
    expect most = 1
    expect step_price = 4
    expect line_price = 3.833333
    expect fewest = 1 where at = 10
    expect fewest is missing where at = 41
    expect most is missing where at = 9
    expect step_price = 5 where at = 0
    expect step_price is missing where at = -1
    expect step_price = 1 where at = 1000
    expect line_price = 1 where at = 100
    expect line_price is missing where at = 101
    expect line_price is missing where at = -1
"#,
    );
}

#[test]
fn running_totals_and_shares() {
    holds(
        r#"
dimension year "Year" 2025..2028 in year
dimension line_ "Line"
    one "One"
    two "Two"
    three "Three"
input flow[year] "Flow" : money/year
input amount[line_] "Amount" : money
stock[year] "Stock" : money = cumulative(flow over year)
late[year] "Late" : money = cumulative(flow over year where year > 2026 * step(year))
printed[line_] "Printed" : money = apportion(amount over line_ to 0.01)
total "Total" : money = sum(printed over line_)
earlier[year] "Before" : money = sum(flow[b] over b: year before year)
so_far[year] "Up to" : money = sum(flow[b] over b: year upto year)
case "Running"
    flow = | 2025 | 1 | 2026 | 2 | 2027 | 3 | 2028 | 4 |
    amount = | one | 33.333 | two | 33.333 | three | 33.334 |
    expect stock[2025] = 1
    expect stock[2028] = 10
    expect late[2026] = 0
    expect late[2028] = 7
    expect printed[one] = 33.33
    expect printed[three] = 33.34
    expect total = 100.00
    expect earlier[2025] = 0
    expect earlier[2028] = 6
    expect so_far[2025] = 1
    expect so_far[2028] = 10
"#,
    );
}

#[test]
fn shortened_dimensions_keep_their_meaning() {
    holds(
        r#"
dimension year "Year" 2025..2034 in year
dimension part "Part"
    a "A"
    b "B"
    c "C"
input x[year, part] "X" : ratio default
    | else | a | 1 |
    | else | b | 2 |
    | else | c | 4 |
number[year] "Number" : year = year
fixed "Fixed" : ratio = sum(x[year, b] over year) / step(year)
gone "Gone" : ratio = sum(x[year, a] over year) / step(year)
ends "Ends" : year = last(year) - first(year)
case "Two years, two parts"
    year = 2027, 2030
    part = c, b
    expect number[2030] = 2030
    expect fixed = 4
    expect gone is missing
    expect ends = 3
"#,
    );
}
