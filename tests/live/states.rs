//! The four states of a cell of the data, for every kind of input, with and without a stand-in: engine, both spreadsheet programs and
//! the workbook that comes back agree, also after another figure, a text, or nothing was entered beside them.

use crate::catalogue::Example;
use crate::{book, office, returned, written};
use ironcalc::base::Model;
use ironcalc::base::cell::CellValue;
use ironcalc::base::expressions::types::Area;
use sg3_calc::{CellState, Datum, Inputs, Layer, Origin, Value, bind, evaluate, functions, plan};
use sg3_lang::model::QuantityId;
use sg3_lang::{Diagnostics, Library, Sources, check};
use sg3_live::book::Role;
use sg3_live::verify;
use std::collections::HashMap;
use std::sync::{Arc, LazyLock, OnceLock};

const TEXT: &str = r#"# Four states

```sg3
dimension state "State"
    given "Given"
    blank "Blank"
    withheld "Withheld"
    unreadable "Unreadable"
dimension choice "Choice"
    first_choice "First"
    second_choice "Second"

input plain[state] "Plain" : ratio
input filled[state] "With a stand-in" : ratio or 5
input proposed[state] "With a proposal" : ratio default 8
input flag[state] "Flag" : yes/no
input flag_filled[state] "Flag with a stand-in" : yes/no or yes
input day[state] "Day" : date
input chosen[state] "Chosen" : choice
input chosen_filled[state] "Chosen, with a stand-in" : choice or second_choice

output of_plain[state] "Of plain" : ratio = 2 * plain
output of_filled[state] "Of filled" : ratio = 2 * filled
output of_proposed[state] "Of proposed" : ratio = 2 * proposed
output of_flag[state] "Of the flag" : ratio = if flag then 1 else 2
output of_flag_filled[state] "Of the filled flag" : ratio = if flag_filled then 1 else 2
output of_day[state] "Of the day" : year = year_of(day)
output of_chosen[state] "Of the choice" : ratio = if chosen == first_choice then 1 else 2
output of_chosen_filled[state] "Of the filled choice" : ratio = if chosen_filled == first_choice then 1 else 2
output whether_plain[state] "Whether plain" : ratio = if plain is given then 1 else 2
output whether_proposed[state] "Whether proposed" : ratio = if proposed is given then 1 else 2
output whether_flag[state] "Whether the flag" : ratio = if flag is given then 1 else 2
output whether_day[state] "Whether the day" : ratio = if day is given then 1 else 2
output whether_chosen[state] "Whether the choice" : ratio = if chosen is given then 1 else 2
output whether_computed[state] "Whether what is computed of plain" : ratio = if of_plain is given then 1 else 2
```
"#;

/// Inputs, the value of the given cell, and what their output is where the cell is given, and where it is blank.
const KINDS: [(&str, &str, f64, Option<f64>); 8] = [
    ("plain", "3", 6.0, None),
    ("filled", "3", 6.0, Some(10.0)),
    ("proposed", "3", 6.0, Some(16.0)),
    ("flag", "yes", 1.0, None),
    ("flag_filled", "no", 2.0, Some(1.0)),
    ("day", "2024-02-29", 2024.0, None),
    ("chosen", "first_choice", 1.0, None),
    ("chosen_filled", "first_choice", 1.0, Some(2.0)),
];

/// Outputs that ask whether something is given: of the blank, and of the withheld.
const WHETHER: [(&str, Option<f64>, Option<f64>); 6] = [
    ("whether_plain", Some(2.0), Some(2.0)),
    ("whether_proposed", Some(1.0), Some(2.0)),
    ("whether_flag", Some(2.0), Some(2.0)),
    ("whether_day", Some(2.0), Some(2.0)),
    ("whether_chosen", Some(2.0), Some(2.0)),
    // nobody knows, as long as something beneath it cannot be read
    ("whether_computed", None, None),
];

static STATES: LazyLock<Example> = LazyLock::new(|| {
    let mut sources = Sources::default();
    let file = sources.add("states.md", TEXT);
    let library = Library { functions: functions::ALL, documents: &|_| None };
    let mut diagnostics = Diagnostics::default();
    let model = check(&mut sources, file, library, &mut diagnostics).unwrap_or_else(|| panic!("{diagnostics:#?}"));
    let values = KINDS.iter().flat_map(|(input, value, ..)| {
        let quantity = model.find_quantity(input).expect("an input");
        let said = [("given", value_of(value)), ("withheld", Value::NotAvailable("n/a".to_owned()))];
        let said = said.into_iter().chain([("unreadable", Value::Unreadable("lots".to_owned()))]);
        said.zip(0..).map(move |((state, value), row)| {
            let origin = Origin::Cell { file: "form.xlsx".into(), sheet: "General".into(), row, column: quantity.0 };
            Datum { quantity, place: Some([Arc::from(state)].into()), value, origin, evidence: None }
        })
    });
    let layer = Layer { name: "form.xlsx".to_owned(), values: values.collect(), ..Layer::default() };
    let inputs = bind(&model, &[layer], &mut diagnostics);
    assert!(diagnostics.is_empty(), "{diagnostics:#?}");
    let results = evaluate(&model, &plan(&model), &inputs);
    Example {
        name: "states".to_owned(),
        path: "states.md".into(),
        sources,
        model,
        inputs,
        results,
        book: OnceLock::new(),
        written: OnceLock::new(),
    }
});

fn value_of(text: &str) -> Value {
    match text.parse() {
        Ok(number) => Value::Number(number),
        Err(_) => Value::Text(text.to_owned()),
    }
}

/// What the outputs should be: a figure for each state; nothing for an error.
type Expected = Vec<[Option<f64>; 4]>;

fn as_delivered() -> Expected {
    let figures = KINDS.iter().map(|(.., given, blank)| [Some(*given), *blank, None, None]);
    figures.chain(WHETHER.iter().map(|(_, blank, withheld)| [Some(1.0), *blank, *withheld, None])).collect()
}

fn outputs() -> impl Iterator<Item = QuantityId> {
    let figures = KINDS.iter().map(|(input, ..)| format!("of_{input}"));
    let names = figures.chain(WHETHER.iter().map(|(name, ..)| (*name).to_owned()));
    names.map(|name| STATES.model.find_quantity(&name).expect("an output"))
}

/// The same for all states of every output.
fn everywhere(figures: impl Iterator<Item = Option<f64>>, whether: Option<f64>) -> Expected {
    figures.chain(WHETHER.iter().map(|_| whether)).map(|figure| [figure; 4]).collect()
}

fn engine(inputs: &Inputs) -> Expected {
    let model = &STATES.model;
    let results = evaluate(model, &plan(model), inputs);
    let cells = outputs().map(|id| {
        let cells = &results.array(id).expect("it is computed").cells;
        [0, 1, 2, 3].map(|state| Some(cells[state]).filter(|value| !value.is_nan()))
    });
    cells.collect()
}

/// Sheet, row and column of the cell of a state, in the block of a role of a quantity.
fn key(quantity: QuantityId, role: Role, state: usize) -> written::Key {
    let (book, _) = book::with_book(&STATES);
    let is_there = |block: &&sg3_live::book::Block| {
        block.quantity == Some(quantity) && block.role == role && block.place.is_some()
    };
    let block = book.blocks.iter().find(is_there).expect("there is such a block");
    let place = block.place.expect("it is arranged");
    let (row, column) = if block.across.is_some() { (0, state) } else { (state, 0) };
    let sheet = (place.sheet + sg3_live::PAGES_BEFORE) as u32;
    (sheet, place.row as i32 + 1 + row as i32, i32::from(place.column) + 1 + column as i32)
}

fn inputs_with_role(role: Role) -> impl Iterator<Item = (usize, QuantityId, Role)> {
    let inputs = KINDS.iter().map(|(input, ..)| STATES.model.find_quantity(input).expect("an input"));
    inputs.enumerate().map(move |(number, id)| (number, id, role))
}

/// What a program shows for the outputs.
fn shown(values: &HashMap<written::Key, CellValue>) -> Expected {
    let cells = outputs().map(|id| {
        [0, 1, 2, 3].map(|state| match values.get(&key(id, Role::Quantity, state)) {
            Some(CellValue::Number(number)) => Some(*number),
            Some(CellValue::String(text)) if text.starts_with('#') => None,
            other => panic!("neither a figure nor an error: {other:?}"),
        })
    });
    cells.collect()
}

/// Both programs after an edit of the workbook.
fn assert_shown(expected: &Expected, edit: impl Fn(&mut Model)) {
    let mut model = written::open(book::of(&STATES));
    edit(&mut model);
    model.evaluate();
    assert_eq!(shown(&written::values(&model)), *expected, "IronCalc");
    let saved = returned::saved(&model);
    let Some(recalculated) = office::recalculated(&[&saved]) else { return };
    assert_eq!(shown(&office::values(&recalculated[0], book::written(&STATES))), *expected, "LibreOffice");
}

fn enter(model: &mut Model, role: Role, word: impl Fn(usize) -> String) {
    for (number, id, role) in inputs_with_role(role) {
        for state in 0..4 {
            let (sheet, row, column) = key(id, role, state);
            model.set_user_input(sheet, row, column, word(number)).expect("a cell to write to");
        }
    }
}

#[test]
fn each_state_is_the_same_in_the_engine_and_in_both_programs() {
    assert_eq!(engine(&STATES.inputs), as_delivered());
    assert_shown(&as_delivered(), |_| {});
}

#[test]
fn another_figure_takes_the_place_of_every_state() {
    let word = |number: usize| match KINDS[number].0 {
        "chosen" | "chosen_filled" => "Second".to_owned(),
        "day" => "45351".to_owned(),
        input if input.starts_with("flag") => "no".to_owned(),
        _ => "7".to_owned(),
    };
    let figures = KINDS.iter().map(|(input, ..)| match *input {
        "chosen" | "chosen_filled" => Some(2.0),
        "day" => Some(2024.0),
        input if input.starts_with("flag") => Some(2.0),
        _ => Some(14.0),
    });
    assert_shown(&everywhere(figures, Some(1.0)), |model| enter(model, Role::Override, word));
}

#[test]
fn a_text_beside_every_state_is_an_error_and_a_cleared_cell_means_as_delivered() {
    let nothing = everywhere(KINDS.iter().map(|_| None), None);
    assert_shown(&nothing, |model| enter(model, Role::Override, |_| "a lot".to_owned()));
    assert_shown(&as_delivered(), |model| {
        enter(model, Role::Override, |_| "1".to_owned());
        for (_, id, role) in inputs_with_role(Role::Override) {
            for state in 0..4 {
                let (sheet, row, column) = key(id, role, state);
                let cell = Area { sheet, row, column, width: 1, height: 1 };
                model.range_clear_contents(&cell).expect("a cell to clear");
            }
        }
    });
}

#[test]
fn a_text_over_a_delivered_figure_is_an_error_whatever_stands_in_for_a_blank() {
    let nothing = everywhere(KINDS.iter().map(|_| None), None);
    assert_shown(&nothing, |model| enter(model, Role::Delivered, |_| "a lot".to_owned()));
}

#[test]
fn the_states_are_had_again_and_nothing_has_changed() {
    let (book, bytes) = book::with_book(&STATES);
    let fresh = returned::pages(bytes);
    let again = verify::read_inputs(&fresh, &STATES.model);
    for (id, quantity, _) in STATES.model.inputs() {
        for cell in 0..4 {
            assert_eq!(again.state(id, cell), STATES.inputs.state(id, cell), "{} {cell}", quantity.name);
        }
        assert_eq!(again.unreadable_text(id, 3), Some("lots"));
        assert_eq!(again.state(id, 2), CellState::Withheld);
    }
    assert_eq!(engine(&again), as_delivered());
    let Some(saved) = office::recalculated(&[bytes]) else { return };
    assert_eq!(
        verify::compare(book, &STATES.inputs, &fresh, &returned::pages(&saved[0])),
        verify::Comparison::default()
    );
}

#[test]
fn a_figure_in_a_delivered_cell_that_was_blank_or_withheld_is_found() {
    let (book, bytes) = book::with_book(&STATES);
    for state in [1, 2, 3] {
        let mut model = written::open(bytes);
        let id = STATES.model.find_quantity("filled").expect("an input");
        let (sheet, row, column) = key(id, Role::Delivered, state);
        model.set_user_input(sheet, row, column, "5".to_owned()).expect("a cell to write to");
        model.evaluate();
        let returned = returned::pages(&returned::saved(&model));
        let found = verify::compare(book, &STATES.inputs, &returned::pages(bytes), &returned);
        assert_eq!(found.changes.len(), 1, "{found:#?}");
        assert!(!found.changes[0].kind.is_harmless(), "{found:#?}");
    }
}

#[test]
fn a_run_with_mistakes_says_so_at_the_top_of_every_sheet_and_one_without_does_not() {
    let (book, bytes) = book::with_book(&STATES);
    let language = sg3_language::Language::default();
    let material = book::material(&STATES, &language);
    let mistakes = vec!["`lots` is given where a number is expected".to_owned()];
    let provenance = sg3_live::Provenance { mistakes, ..sg3_live::Provenance::default() };
    let marked = sg3_live::write_workbook(book, material, &provenance).expect("results fit on a sheet");
    for (bytes, is_marked) in [(&marked, true), (bytes, false)] {
        let mut model = written::open(bytes);
        model.evaluate();
        let values = written::values(&model);
        let sheets = model.workbook.worksheets.len() as u32;
        for sheet in 0..sheets {
            let top = values.get(&(sheet, 2, 2));
            let says = matches!(top, Some(CellValue::String(text)) if text.starts_with("INCOMPLETE"));
            assert_eq!(says, is_marked, "{top:?} on sheet {sheet}");
        }
    }
}
