//! The bench model with made-up data of any size, and the loop a programmer would write for it by hand.

use sg3_calc::{Array, Datum, Inputs, Layer, MemberEntry, Origin, Results, Value, bind, functions};
use sg3_lang::{Diagnostics, Library, Model, Sources, check};
use std::sync::Arc;

/// How large the network is.
#[derive(Clone, Copy)]
pub(crate) struct Size {
    pub elements: usize,
    pub services: usize,
    pub years: usize,
}

/// The same data as plain rows.
pub(crate) struct Plain {
    size: Size,
    capital: Vec<f64>,
    life: Vec<f64>,
    volume: Vec<f64>,
    routing: Vec<f64>,
    wacc: f64,
}

/// The checked model of `lric.md`.
pub(crate) fn model() -> Model {
    checked().1
}

/// The same, with its text.
pub(crate) fn checked() -> (Sources, Model) {
    checked_document("lric", include_str!("lric.md"))
}

/// A checked document, which may use those of the catalogue.
pub(crate) fn document(name: &str, text: &str) -> Model {
    checked_document(name, text).1
}

fn checked_document(name: &str, text: &str) -> (Sources, Model) {
    let models = sg3_benches::root().join("models");
    let documents = |name: &str| std::fs::read_to_string(models.join(format!("{name}.md"))).ok();
    let mut sources = Sources::default();
    let file = sources.add(name, text);
    let library = Library { functions: functions::ALL, documents: &|name| documents(name).map(Into::into) };
    let model = check(&mut sources, file, library, &mut Diagnostics::default());
    (sources, model.expect("the bench model is right"))
}

/// Made-up data, as the engine takes them and as plain rows.
pub(crate) fn inputs(model: &Model, size: Size) -> (Inputs, Plain) {
    let plain = Plain {
        size,
        capital: spread(size.elements * size.years, 1_000.0, 90_000.0),
        life: spread(size.elements, 5.0, 20.0),
        volume: spread(size.services * size.years, 1e6, 9e6),
        routing: spread(size.services * size.elements, 0.0, 2.0),
        wacc: 0.1,
    };
    let mut layer = Layer { name: "made up".into(), ..Layer::default() };
    let elements = list(model, &mut layer, "element", size.elements);
    let services = list(model, &mut layer, "service", size.services);
    let years: Vec<Arc<str>> = (2025..2025 + size.years).map(|year| year.to_string().into()).collect();
    fill(model, &mut layer, "capital", &[&elements, &years], &plain.capital);
    fill(model, &mut layer, "life", &[&elements], &plain.life);
    fill(model, &mut layer, "volume", &[&services, &years], &plain.volume);
    fill(model, &mut layer, "routing", &[&services, &elements], &plain.routing);
    fill(model, &mut layer, "wacc", &[], &[plain.wacc]);
    let mut diagnostics = Diagnostics::default();
    let inputs = bind(model, &[layer], &mut diagnostics);
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    (inputs, plain)
}

/// The same data without the layer that they come from, which would leave room for the results behind.
pub(crate) fn bare_inputs(model: &Model, size: Size) -> Inputs {
    let mut layer = Layer::default();
    list(model, &mut layer, "element", size.elements);
    list(model, &mut layer, "service", size.services);
    let mut inputs = bind(model, &[layer], &mut Diagnostics::default());
    for array in inputs.arrays.iter_mut().flatten() {
        let cells = spread(array.cells.len(), 1.0, 2.0);
        *array = Arc::new(Array { shape: array.shape.clone(), cells });
    }
    inputs
}

/// Numbers between two bounds, scattered the same way on every machine.
pub(crate) fn spread(count: usize, from: f64, to: f64) -> Vec<f64> {
    (0..count).map(|n| from + (to - from) * ((n * 7_919 + 13) % 1_009) as f64 / 1_008.0).collect()
}

/// Members of a dimension.
pub(crate) fn list(model: &Model, layer: &mut Layer, name: &str, count: usize) -> Vec<Arc<str>> {
    let dimension = model.find_dimension(name).expect("a dimension of the bench model");
    let keys: Vec<Arc<str>> = (0..count).map(|n| format!("{name}{n}").into()).collect();
    layer.members.extend(keys.iter().map(|key| MemberEntry {
        dimension,
        key: key.clone(),
        label: key.to_string(),
        unit: None,
        origin: Origin::Case,
    }));
    keys
}

/// Values of an input.
pub(crate) fn fill(model: &Model, layer: &mut Layer, name: &str, axes: &[&[Arc<str>]], values: &[f64]) {
    let quantity = model.find_quantity(name).expect("an input of the bench model");
    for (cell, value) in values.iter().enumerate() {
        let mut rest = cell;
        let mut place: Vec<Arc<str>> = Vec::new();
        for axis in axes.iter().rev() {
            place.insert(0, axis[rest % axis.len()].clone());
            rest /= axis.len();
        }
        let value = Value::Number(*value);
        layer.values.push(Datum { quantity, place: Some(place.into()), value, origin: Origin::Case, evidence: None });
    }
}

/// Cost of a minute, by service and year.
pub(crate) fn hand_written(plain: &Plain) -> Vec<f64> {
    let Size { elements, services, years } = plain.size;
    let mut load = vec![0.0; elements * years];
    for service in 0..services {
        let volume = &plain.volume[service * years..][..years];
        for element in 0..elements {
            let routing = plain.routing[service * elements + element];
            for (sum, volume) in load[element * years..][..years].iter_mut().zip(volume) {
                *sum += volume * routing;
            }
        }
    }
    let mut unit_cost = vec![0.0; elements * years];
    for element in 0..elements {
        let factor = plain.wacc / (1.0 - 1.0 / (1.0 + plain.wacc).powf(plain.life[element]));
        for year in 0..years {
            let at = element * years + year;
            let annual_cost = plain.capital[at] * factor;
            unit_cost[at] = if load[at] > 0.0 { annual_cost / load[at] } else { 0.0 };
        }
    }
    let mut cost = vec![0.0; services * years];
    for service in 0..services {
        let sums = &mut cost[service * years..][..years];
        for element in 0..elements {
            let routing = plain.routing[service * elements + element];
            for (sum, unit_cost) in sums.iter_mut().zip(&unit_cost[element * years..][..years]) {
                *sum += routing * unit_cost;
            }
        }
    }
    cost
}

/// Both computed the same thing.
pub(crate) fn assert_same(model: &Model, results: &Results, output: &str, plain: &[f64]) {
    let quantity = model.find_quantity(output).expect("the output of the bench model");
    let cells = &results.array(quantity).expect("the output is computed").cells;
    assert_eq!(cells.len(), plain.len());
    for (ours, theirs) in cells.iter().zip(plain) {
        assert!((ours - theirs).abs() <= 1e-11 * theirs.abs(), "{ours} is not {theirs}");
    }
}
