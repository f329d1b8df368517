//! A workbook as it was written: formulas, the values beside them, and how near a recalculated value must come.

use crate::reads;
use ironcalc::base::Model;
use ironcalc::base::cell::CellValue;
use std::collections::HashMap;

/// Arithmetic differs in the last digits only.
const ARITHMETIC: f64 = 1e-12;
/// The distributions behind Erlang's formulas are less exact, and so is what follows from them.
const DISTRIBUTION: f64 = 1e-9;

/// What is less than this share of the amounts that were added is what is left where they cancel.
const RESIDUE: f64 = 1e-9;

/// Sizes that are known.
pub(crate) type Sizes = HashMap<Key, f64>;

/// Sheet from 0, row and column from 1.
pub(crate) type Key = (u32, i32, i32);

/// Formulas and values.
pub(crate) struct Written {
    pub names: Vec<String>,
    pub formulas: HashMap<Key, String>,
    pub values: HashMap<Key, CellValue>,
}

pub(crate) fn open(bytes: &[u8]) -> Model<'static> {
    let workbook = ironcalc::import::load_from_xlsx_bytes(bytes, "book", "en", "UTC").expect("a workbook");
    Model::from_workbook(workbook, "en").expect("a model")
}

pub(crate) fn values(model: &Model) -> HashMap<Key, CellValue> {
    let mut values = HashMap::new();
    for cell in model.get_all_cells() {
        let value = model.get_cell_value_by_index(cell.index, cell.row, cell.column).expect("a cell");
        values.insert((cell.index, cell.row, cell.column), value);
    }
    values
}

impl Written {
    pub(crate) fn of(bytes: &[u8]) -> Written {
        Written::of_model(&open(bytes))
    }

    /// As a model of IronCalc is now.
    pub(crate) fn of_model(model: &Model) -> Written {
        let mut formulas = HashMap::new();
        for cell in model.get_all_cells() {
            if let Ok(Some(formula)) = model.get_cell_formula(cell.index, cell.row, cell.column) {
                formulas.insert((cell.index, cell.row, cell.column), formula);
            }
        }
        Written { names: model.workbook.get_worksheet_names(), formulas, values: values(model) }
    }

    /// Every formula whose value is not the one that was written, and what it is.
    pub(crate) fn differences(&self, now: &HashMap<Key, CellValue>) -> Vec<String> {
        let (inexact, mut sizes) = (self.inexact(), HashMap::new());
        let mut keys: Vec<&Key> = self.formulas.keys().collect();
        keys.sort_unstable();
        let none = CellValue::None;
        let mut differs = |key: &&Key| {
            let share = if inexact.contains_key(key) { DISTRIBUTION } else { ARITHMETIC };
            let written = self.values.get(key).unwrap_or(&none);
            !same(written, now.get(key).unwrap_or(&none), share * self.size(key, &mut sizes))
        };
        keys.retain(|key| differs(key));
        keys.iter().map(|key| self.told(key, now.get(key).unwrap_or(&none), &mut sizes)).collect()
    }

    fn told(&self, key: &Key, now: &CellValue, sizes: &mut Sizes) -> String {
        let (name, column) = (&self.names[key.0 as usize], sg3_workbook::format_column(key.2 as u32 - 1));
        let (formula, written) = (&self.formulas[key], self.values.get(key));
        format!("{name}!{column}{} {formula}: {written:?} became {now:?} (size {:e})", key.1, self.size(key, sizes))
    }

    /// The largest magnitude that a cell reads, its own included; a cell that shows another is measured as that one. What is left where amounts cancel is measured by these amounts,
    /// wherever it is read.
    pub(crate) fn size(&self, key: &Key, sizes: &mut Sizes) -> f64 {
        if let Some(size) = sizes.get(key) {
            return *size;
        }
        let mut reads = Vec::new();
        self.for_each_read(key, &mut |read| reads.push(read));
        let own = magnitude(self.values.get(key));
        let size = match reads[..] {
            [shown] if shows(&self.formulas[key]) && shown != *key => self.size(&shown, sizes),
            _ => reads.iter().map(|read| self.weight(read, sizes)).fold(own, f64::max),
        };
        sizes.insert(*key, size);
        size
    }

    /// The magnitude of a value; of a residue, that of the amounts which cancel.
    fn weight(&self, key: &Key, sizes: &mut Sizes) -> f64 {
        let value = magnitude(self.values.get(key));
        let size =
            if self.formulas.get(key).is_some_and(|formula| adds(formula)) { self.size(key, sizes) } else { value };
        if value < RESIDUE * size { size } else { value }
    }

    fn for_each_read(&self, key: &Key, visit: &mut impl FnMut(Key)) {
        let Some(formula) = self.formulas.get(key) else { return };
        for (sheet, first, last, left, right) in reads::of(formula, &self.names[key.0 as usize]) {
            let Some(sheet) = self.names.iter().position(|name| *name == sheet) else { continue };
            (first..=last).for_each(|row| (left..=right).for_each(|column| visit((sheet as u32, row, column))));
        }
    }

    /// Cells that stand on a distribution.
    fn inexact(&self) -> HashMap<Key, ()> {
        let mut readers: HashMap<Key, Vec<Key>> = HashMap::new();
        for key in self.formulas.keys() {
            self.for_each_read(key, &mut |read| readers.entry(read).or_default().push(*key));
        }
        let mut found = HashMap::new();
        let starts = self.formulas.iter().filter(|(_, formula)| formula.contains(".DIST"));
        let mut open: Vec<Key> = starts.map(|(key, _)| *key).collect();
        while let Some(key) = open.pop() {
            if found.insert(key, ()).is_none() {
                open.extend(readers.get(&key).into_iter().flatten());
            }
        }
        found
    }
}

fn magnitude(value: Option<&CellValue>) -> f64 {
    match value {
        Some(CellValue::Number(number)) => number.abs(),
        _ => 0.0,
    }
}

/// Errors are alike; numbers may be apart by the tolerance, whole ones not at all.
fn same(written: &CellValue, now: &CellValue, tolerance: f64) -> bool {
    let is_error = |text: &String| text.starts_with('#');
    match (written, now) {
        (CellValue::Number(written), CellValue::Number(now)) => (written - now).abs() <= tolerance,
        (CellValue::String(written), CellValue::String(now)) => written == now || (is_error(written) && is_error(now)),
        (CellValue::None, CellValue::None) => true,
        _ => false,
    }
}

/// Whether a formula is another cell and nothing else.
fn shows(formula: &str) -> bool {
    let cell = formula.rsplit('!').next().unwrap_or(formula).trim_start_matches('=');
    cell.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '$')
}

/// Whether a formula is a sum or a difference, or has no quotient at all: `A1-B1/2`, not `A1/(B1-C1)`.
fn adds(formula: &str) -> bool {
    let mut depth = 0;
    let mut is_sum = false;
    for sign in formula.chars().skip(2) {
        depth += i32::from(sign == '(') - i32::from(sign == ')');
        is_sum |= depth == 0 && matches!(sign, '+' | '-');
    }
    is_sum || !formula.contains('/')
}
