//! Figures down to the data.

use crate::run::{layer, model, run};
use sg3_calc::{Explanation, Origin, explain};

const TEXT: &str = r#"
dimension service "Service"
    voice "Voice"
    data "Data"
input volume[service] "Volume" : ratio
input method "Method" : one of cheap "cheap", dear "dear" default cheap
input unread "Unread" : ratio
constant rate "Rate" : money/year = 2
cost "Cost" : money/year = rate * sum(volume over service)
output charged[service] "Charged" : money/year = if method == dear then unread * rate else volume / sum(volume[s] over s: service) * cost
output without "Without voice" : money/year = (cost with volume[service = voice] = 0)
"#;

fn names(explanation: &Explanation) -> Vec<String> {
    explanation
        .operands
        .iter()
        .map(|operand| format!("{}{:?}={}", operand.name, operand.place, operand.value))
        .collect()
}

#[test]
fn only_what_was_read() {
    let model = model(TEXT);
    let (inputs, results, _) = run(&model, &[layer(&model, "data", &["volume[voice] = 1", "volume[data] = 3"])]);
    let charged = model.find_quantity("charged").unwrap();
    let explanation = explain(&model, &inputs, &results, charged, &[1], 3);
    assert_eq!(explanation.value, 6.0);
    let method = "method[]=0".to_string();
    assert_eq!(
        names(&explanation),
        [method, "volume[\"data\"]=3".into(), "volume[\"voice\"]=1".into(), "cost[]=8".into()]
    );
    assert_eq!(explanation.operands[0].member.as_deref(), Some("cheap"));
    assert_eq!(explanation.operands[1].origin, Some(Origin::Line { file: "data".into(), line: 2 }));
    assert!(explanation.operands[1].leaf && explanation.operands[1].operands.is_empty());
    assert_eq!(explanation.operands[3].operands.len(), 3);
}

#[test]
fn another_world_is_explained_in_that_world() {
    let model = model(TEXT);
    let (inputs, results, _) = run(&model, &[layer(&model, "data", &["volume[voice] = 1", "volume[data] = 3"])]);
    let without = model.find_quantity("without").unwrap();
    let explanation = explain(&model, &inputs, &results, without, &[], 3);
    assert_eq!((explanation.value, explanation.operands[0].value), (6.0, 6.0));
    assert!(explanation.operands[0].counterfactual.is_some());
    assert_eq!(names(&explanation.operands[0])[1..], ["volume[\"data\"]=3", "volume[\"voice\"]=0"]);
}
