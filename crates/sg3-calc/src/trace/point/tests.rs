//! A row of cells is what its cells are one by one, to the last bit.

use super::Point;
use crate::evaluate::engine::Engine;
use crate::evaluate::environment::Environment;
use crate::{Datum, Inputs, Layer, MemberEntry, Origin, Value, bind, evaluate, functions, plan};
use sg3_lang::model::{Model, Role};
use sg3_lang::{Diagnostics, Library, Sources, check};
use std::rc::Rc;
use std::sync::Arc;

const TEXT: &str = r#"# Test

```sg3
dimension element "Element" from input
dimension service "Service" from input
dimension year "Year" 2025..2029 in year
dimension kind "Kind"
    a "A"
    b "B"
    c "C"
input routing[service, element] "Routing" : ratio
input volume[service, year] "Volume" : ratio
input price[element, year] "Price" : money
input life[element] "Life" : year
input kind_of[element] "Kind" : kind
input rate "Rate" : 1/year default 0.1
load[element, year] "Load" : ratio = sum(volume * routing over service)
turned[year, element] "Load, turned" : ratio = load
cost[service, year] "Cost" : money = sum(routing * price / load over element where load > 0)
annuity[element, year] "Annuity" : money/year = price * rate / (1 - 1 / compound(rate, life))
clipped[element, year] "Clipped" : money = if price > price[year = first] then max(price, 2 * price[year = last]) else 0 - price
by_kind[kind, year] "By kind" : money = sum(price over element by kind_of)
dearest[kind] "Dearest" : money = max(price over element, year by kind_of)
all_of_it "All" : money*year = sum(price over element, year)
mean_price[element] "Mean" : money = mean(price over year)
running[element, year] "Running" : money*year = cumulative(price over year)
earlier[element, year] "Earlier" : money*year = sum(price[b] over b: year before year where price[b] > price)
next[element, year] "Next" : money = price[year + 1] beyond mean_price
stock[element, year] "Stock" : money = max(price, (stock[year - 1] beyond 0) / 2)
first_dear[element] "First dear" : year = first(year over year where price > mean_price)
without[kind, year] "Without" : money = (total_price with price[year = all] = if kind_of == kind then 0 * price else price)
levelled[year] "Levelled" : money = (total_price with price[year = all] = mean(price[e] over e: element))
total_price[year] "Total" : money = sum(price over element)
statement[kind, year] "Statement" : money =
    | a    | else | total_price |
    | b    | 2026 | 0 - total_price |
    | else | else | statement[a] / 3 |
```
"#;

fn model() -> Model {
    let mut sources = Sources::default();
    let file = sources.add("test", TEXT);
    let library = Library { functions: functions::ALL, documents: &|_| None };
    let mut diagnostics = Diagnostics::default();
    check(&mut sources, file, library, &mut diagnostics).unwrap_or_else(|| panic!("{diagnostics:#?}"))
}

/// Scattered figures for every input, with some missing.
fn inputs(model: &Model, elements: usize, services: usize) -> Inputs {
    let mut layer = Layer::default();
    for (name, count) in [("element", elements), ("service", services)] {
        let dimension = model.find_dimension(name).expect("a dimension of the text");
        let keys = (0..count).map(|number| Arc::from(format!("{name}{number}")));
        let entry =
            |key: Arc<str>| MemberEntry { dimension, label: key.to_string(), key, unit: None, origin: Origin::Case };
        layer.members.extend(keys.map(entry));
    }
    let empty = bind(model, &[layer.clone()], &mut Diagnostics::default());
    for (id, quantity, _) in model.inputs() {
        let array = empty.array(id).expect("inputs have arrays");
        for cell in 0..array.cells.len() {
            let scattered = (cell * 7_919 + 13) % 1_009;
            let key = |(axis, position): (&sg3_lang::model::Axis, usize)| {
                empty.members_of(axis.dimension).keys[position].clone()
            };
            let place = quantity.axes.iter().zip(array.place(cell)).map(key).collect();
            let value = match &*quantity.name {
                "kind_of" => Value::Text(["a", "b", "c"][scattered % 3].into()),
                "price" if scattered == 7 => continue,
                "routing" if scattered % 5 == 0 => Value::Number(0.0),
                _ => Value::Number(0.1 + scattered as f64 / 1_009.0),
            };
            layer.values.push(Datum { quantity: id, place: Some(place), value, origin: Origin::Case, evidence: None });
        }
    }
    bind(model, &[layer], &mut Diagnostics::default())
}

fn assert_rows_are_their_cells(elements: usize, services: usize) {
    let model = model();
    let inputs = inputs(&model, elements, services);
    let results = evaluate(&model, &plan(&model), &inputs);
    let engine = Engine::new(&model, &inputs);
    let environment = Rc::new(Environment::of_results(&results, &inputs));
    for id in model.quantity_ids().filter(|id| matches!(model.quantity(*id).role, Role::Computed(_))) {
        let array = results.array(id).expect("everything is computed");
        for cell in (0..array.cells.len()).step_by(1 + array.cells.len() / 97) {
            let place = array.place(cell);
            let (point, formula) = Point::of_cell(&engine, &environment, id, &place).expect("a formula for every cell");
            let (row, alone) = (array.cells[cell], point.value(formula));
            let same = row.to_bits() == alone.to_bits() || (row.is_nan() && alone.is_nan());
            assert!(same, "{}{place:?} is {row} in a row and {alone} alone", model.quantity(id).name);
        }
    }
}

#[test]
fn small() {
    assert_rows_are_their_cells(3, 2);
}

#[test]
fn longer_than_a_window_and_a_block() {
    assert_rows_are_their_cells(1_100, 150);
}

#[test]
fn nothing_at_all() {
    assert_rows_are_their_cells(0, 0);
}
