//! The same bytes, whatever the shape of the formula.

use crate::run::{layer, model, run, values};

#[test]
fn a_sum_is_the_same_alone_by_group_and_in_a_row() {
    let model = model(
        r#"
dimension item "Item" from input
dimension group "Group"
    one "One"
input x[item] "X" : ratio
input w[item] "W" : ratio
input group_of[item] "Group" : group default one
constant c[group] "C" : ratio = 1
output alone "Alone" : ratio = sum(x * w over item)
output rows[group] "Rows" : ratio = sum(x * w * c over item)
output grouped[group] "Grouped" : ratio = sum(x * w over item by group_of)
output filtered "Filtered" : ratio = sum(x * w over item where x > 0)
"#,
    );
    let mut lines = Vec::new();
    for item in 0..1000 {
        lines.push(format!("x[i{item}] = {}", 1.0 / (1.0 + f64::from(item) * 0.731)));
        lines.push(format!("w[i{item}] = {}", (f64::from(item) * 0.11).sin() + 1.5));
    }
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let (_, results, _) = run(&model, &[layer(&model, "data", &lines)]);
    let alone = values(&model, &results, "alone")[0].to_bits();
    for name in ["rows", "grouped", "filtered"] {
        assert_eq!(values(&model, &results, name)[0].to_bits(), alone, "{name}");
    }
    let (_, again, _) = run(&model, &[layer(&model, "data", &lines)]);
    assert_eq!(values(&model, &again, "alone")[0].to_bits(), alone);
}
