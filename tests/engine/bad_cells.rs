//! Absent is not zero: what spreads, and what stops it.

use crate::run::holds;

#[test]
fn bad_spreads_and_stops_where_it_is_not_needed() {
    holds(
        r#"
dimension item "Item"
    a "A"
    b "B"
input x[item] "X" : ratio
input absent "Absent" : ratio
input zero "Zero" : ratio default 0
product_[item] "Product" : ratio = 0 * absent
quotient "Quotient" : ratio = 1 / zero
laundered "Laundered" : ratio = 1 / (1 / zero)
chosen[item] "Chosen" : ratio = if x > 1 then 1 / zero else x
larger "Larger" : ratio = max(1, absent)
either "Either" : yes/no = zero == 0 or absent > 1
neither "Neither" : yes/no = absent > 1 or zero > 1
both "Both" : yes/no = zero > 1 and absent > 1
not_both "Not both" : yes/no = absent > 1 and zero == 0
hidden "Hidden" : ratio = sum(1 / x over item where x > 0)
shown "Shown" : ratio = sum(1 / x over item)
unsure "Unsure" : ratio = sum(x over item where x > absent)
power "Power" : ratio = zero ^ (0 - 1)
root "Root" : ratio = sqrt(zero - 1)
case "Bad"
    x = | a | 2 | b | 0 |
    expect product_[a] is missing
    expect quotient is missing
    expect laundered is missing
    expect chosen[a] is missing
    expect chosen[b] = 0
    expect larger is missing
    expect either = yes
    expect neither is missing
    expect both = no
    expect not_both is missing
    expect hidden = 0.5
    expect shown is missing
    expect unsure is missing
    expect power is missing
    expect root is missing
"#,
    );
}

#[test]
fn comparisons_have_a_guard_and_zero_is_exact() {
    holds(
        r#"
input a "A" : ratio
below "Below" : yes/no = a < 0.3
not_above "Not above" : yes/no = a + 0.2 <= 0.3
is_zero "Zero" : yes/no = a - a * (1 + 1e-12 * a) == 0
case "Guard"
    a = 0.1
    expect not_above = yes
    expect below = yes
    expect is_zero = no
    expect is_zero = yes where a = 0
    expect below = no where a = 0.29999999999
"#,
    );
}

#[test]
fn places_that_are_looked_up() {
    holds(
        r#"
dimension class "Class"
    short "Short"
    long "Long"
dimension asset "Asset" from input
dimension year "Year" 2025..2028 in year
input class_of[asset] "Class" : class
input life[class] "Life" : year
input demand[year] "Demand" : ratio
input lead "Lead" : year default 1
own_life[asset] "Own life" : year = life[class_of]
ahead[year] "Ahead" : ratio = demand[year + lead] beyond 7
diagonal[year, b: year] "Diagonal" : ratio = demand[year] - demand[b]
case "Places"
    asset = p, q
    class_of = | p | long |
    life = | short | 3 | long | 9 |
    demand = | 2025 | 1 | 2026 | 2 | 2027 | 3 | 2028 | 4 |
    expect own_life[p] = 9
    expect own_life[q] is missing
    expect ahead[2025] = 2
    expect ahead[2028] = 7
    expect ahead[2027] = 7 where lead = 2
    expect ahead[2027] is missing where lead = 0.5
    expect diagonal[2026, 2028] = -2
"#,
    );
}
