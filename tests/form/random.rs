//! Small models of any shape, as text.

use proptest::prelude::*;

const DIMENSIONS: &str = r#"dimension service "Service"
    voice "Calls" in minute
    data "Broadband" in GB
dimension element "Network element"
    local "Local exchange"
    transit "Transit exchange"
    core "Core"
dimension year "Year" 2025..2027 in year
dimension size "Size" 1..3
dimension wide "Wide" 1..70
dimension site "Radio site" from input
dimension account "Account" from input
dimension entry "Ledger line" from rows
"#;

const AXES: [&str; 9] =
    ["service", "element", "year", "size", "wide", "site", "account", "entry", "from: element, to: element"];

const TYPES: [&str; 8] = [
    "money/year",
    "ratio 0..1",
    "minute/year >= 0 or 0",
    "yes/no",
    "date",
    "element",
    "site",
    "one of low \"Low, as measured\", high \"High\"",
];

/// One input in four has the unit of a service's volume, if it has services.
fn input(number: usize, axes: &[usize], kind: usize, heading: bool) -> String {
    let axes: Vec<&str> = axes.iter().map(|axis| AXES[*axis]).collect();
    let place = if axes.is_empty() { String::new() } else { format!("[{}]", axes.join(", ")) };
    let of = if axes.contains(&"service") && kind.is_multiple_of(4) { "unit(service)/year" } else { TYPES[kind] };
    let heading = if heading { format!("```\n\n## Part {number}: inputs/outputs\n\n```sg3\n") } else { String::new() };
    let owner = ["", "", "regulator ", "", "public "][(number + kind) % 5];
    format!("{heading}{owner}input q{number}{place} \"Quantity number {number}\" : {of}\n")
}

/// Texts of models.
pub(crate) fn texts() -> impl Strategy<Value = String> {
    let axes = proptest::sample::subsequence((0..AXES.len()).collect::<Vec<_>>(), 0..=3).prop_shuffle();
    let inputs = proptest::collection::vec((axes, 0..TYPES.len(), any::<bool>()), 1..8);
    inputs.prop_map(|inputs| {
        let inputs =
            inputs.iter().enumerate().map(|(number, (axes, kind, heading))| input(number, axes, *kind, *heading));
        let inputs: String = inputs.collect();
        format!("# Model\n\n```sg3\n{DIMENSIONS}\n{inputs}output one \"One\" : ratio = 1\n```\n")
    })
}
