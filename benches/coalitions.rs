//! The cost of every coalition in a world of its own and Shapley's shares of it; and the loop a programmer would write by hand.

use super::lric::{document, fill, list, spread};
use sg3_calc::{Inputs, Layer, bind, guard};
use sg3_lang::{Diagnostics, Model};

/// Elements of the network.
const ELEMENTS: usize = 30;

/// The same data as plain rows.
pub(crate) struct Plain {
    services: usize,
    volume: Vec<f64>,
    routing: Vec<f64>,
    size: Vec<f64>,
    price: Vec<f64>,
}

/// The checked model of `coalitions.md`.
pub(crate) fn model() -> Model {
    document("coalitions", include_str!("coalitions.md"))
}

/// Made-up data, as the engine takes them and as plain rows.
pub(crate) fn inputs(model: &Model, services: usize) -> (Inputs, Plain) {
    let plain = Plain {
        services,
        volume: spread(services, 1.0, 100.0),
        routing: spread(services * ELEMENTS, 0.0, 1.0),
        size: spread(ELEMENTS, 20.0, 50.0),
        price: spread(ELEMENTS, 10.0, 90.0),
    };
    let mut layer = Layer { name: "made up".into(), ..Layer::default() };
    let service = list(model, &mut layer, "service", services);
    let element = list(model, &mut layer, "element", ELEMENTS);
    list(model, &mut layer, "facility", 1);
    fill(model, &mut layer, "volume", &[&service], &plain.volume);
    fill(model, &mut layer, "routing", &[&service, &element], &plain.routing);
    fill(model, &mut layer, "size", &[&element], &plain.size);
    fill(model, &mut layer, "price", &[&element], &plain.price);
    let mut diagnostics = Diagnostics::default();
    let inputs = bind(model, &[layer], &mut diagnostics);
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    (inputs, plain)
}

/// Shapley's share of each service.
pub(crate) fn hand_written(plain: &Plain) -> Vec<f64> {
    let services = plain.services;
    let costs: Vec<f64> = (0..1_usize << services).map(|group| cost(plain, group)).collect();
    let mut weight = vec![1.0 / services as f64; services];
    for size in 1..services {
        weight[size] = weight[size - 1] * size as f64 / (services - size) as f64;
    }
    let added = |service: usize, group: usize| costs[group | 1 << service] - costs[group];
    let share = |service: usize| {
        let without = (0..costs.len()).filter(|group| group >> service & 1 == 0);
        without.map(|group| weight[group.count_ones() as usize] * added(service, group)).sum()
    };
    (0..services).map(share).collect()
}

fn cost(plain: &Plain, group: usize) -> f64 {
    let mut load = [0.0; ELEMENTS];
    for service in (0..plain.services).filter(|service| group >> service & 1 == 1) {
        for (load, routing) in load.iter_mut().zip(&plain.routing[service * ELEMENTS..]) {
            *load += plain.volume[service] * routing;
        }
    }
    let units = load.iter().zip(&plain.size).map(|(load, size)| guard::ceil(load / size));
    units.zip(&plain.price).map(|(units, price)| units * price).sum()
}
