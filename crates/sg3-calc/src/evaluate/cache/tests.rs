use crate::evaluate::engine::Engine;
use crate::evaluate::environment::Environment;
use crate::{Datum, Inputs, Layer, Origin, Value, bind, functions, plan};
use sg3_lang::model::{Axis, Node, QuantityId};
use sg3_lang::{Diagnostics, Library, Model, Sources, check};
use std::sync::Arc;

const TEXT: &str = r#"
dimension service "Service"
    voice "Voice"
    data "Data"
input volume[service] "Volume" : ratio
input price "Price" : money
load "Load" : ratio = sum(volume over service)
cost "Cost" : money = load * price
output avoided[i: service] "Avoided" : money = (cost with volume[service = i] = 0)
output lighter[i: service] "Lighter" : ratio = (load with volume[service = i] = 0)
output dearer[i: service] "Dearer" : money = (cost with volume[service = i] = 1)
output other "Other" : money = (cost with price = 7)
"#;

fn model() -> Model {
    let (mut sources, mut diagnostics) = (Sources::default(), Diagnostics::default());
    let file = sources.add("test", format!("# Test\n\n```sg3\n{TEXT}\n```\n"));
    let library = Library { functions: functions::ALL, documents: &|_| None };
    check(&mut sources, file, library, &mut diagnostics).unwrap_or_else(|| panic!("{diagnostics:#?}"))
}

fn inputs(model: &Model) -> Inputs {
    let datum = |name: &str, keys: &[&str], value: f64| Datum {
        quantity: model.find_quantity(name).unwrap(),
        place: Some(keys.iter().map(|key| Arc::from(*key)).collect()),
        value: Value::Number(value),
        origin: Origin::Case,
        evidence: None,
    };
    let values = vec![datum("volume", &["voice"], 3.0), datum("volume", &["data"], 5.0), datum("price", &[], 2.0)];
    bind(model, &[Layer { values, ..Layer::default() }], &mut Diagnostics::default())
}

/// The `with` of a quantity for a service.
fn enter<'m>(engine: &Engine<'m>, model: &'m Model, base: &Environment, name: &str, service: usize) -> Environment {
    let definition = model.quantity(model.find_quantity(name).unwrap()).definition().unwrap();
    let formula = definition.body.expressions().next().unwrap();
    let Node::Counterfactual(other) = &formula.node else { panic!("`{name}` is a counterfactual") };
    let scope: &[Axis] = &definition.scope;
    let mut frame = vec![0; scope.len()];
    frame[..1].fill(service);
    engine.counterfactual(base, scope, other, &frame)
}

#[test]
fn formulas_that_ask_for_one_counterfactual_share_it() {
    let model = model();
    let inputs = inputs(&model);
    let engine = Engine::new(&model, &inputs);
    let mut base = Environment::base(&inputs, &model);
    engine.compute(&mut base, &plan(&model).steps);
    assert_eq!(engine.shared.numbers.get(), 5, "two without a service, two with one minute of it, one at a price");
    let [cost, load] = ["cost", "load"].map(|name| model.find_quantity(name).unwrap());
    let array = |environment: &Environment, id: QuantityId| environment.arrays[id.0 as usize].clone().unwrap();
    let (avoided, lighter) = (enter(&engine, &model, &base, "avoided", 1), enter(&engine, &model, &base, "lighter", 1));
    assert_eq!(avoided.number, lighter.number);
    assert!(Arc::ptr_eq(&array(&avoided, load), &array(&lighter, load)));
    let dearer = enter(&engine, &model, &base, "dearer", 1);
    assert!(dearer.number != avoided.number && !Arc::ptr_eq(&array(&dearer, cost), &array(&avoided, cost)));
    assert_eq!([&avoided, &dearer].map(|environment| array(environment, cost).cells[0]), [6.0, 8.0]);
}

#[test]
fn no_more_is_kept_than_there_is_room_for() {
    let model = model();
    let inputs = inputs(&model);
    let engine = Engine::new(&model, &inputs);
    engine.shared.room.set(Some(0));
    let mut base = Environment::base(&inputs, &model);
    engine.compute(&mut base, &plan(&model).steps);
    assert!(engine.shared.known.borrow().values().all(Vec::is_empty));
    let avoided = model.find_quantity("avoided").unwrap();
    assert_eq!(base.array(avoided).unwrap().cells, [10.0, 6.0]);
}
