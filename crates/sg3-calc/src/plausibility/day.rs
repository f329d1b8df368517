//! A date that a spreadsheet makes of another number: of a year, of 0, of a time of day, of a month written as 202406.
//!
//! Only cells are asked about: a text says the day that it says.

use super::data::{Cell, Data, Doubt};
use crate::bind::origin::Origin;
use sg3_lang::day;
use sg3_lang::model::{Kind, QuantityId};

/// Asks once for each input about dates that are hardly meant.
pub(super) fn ask(data: &Data) -> Vec<Doubt> {
    let dates = data.model.inputs().filter(|(_, quantity, _)| quantity.kind == Kind::Date);
    dates.filter_map(|(id, ..)| ask_quantity(data, id)).collect()
}

fn ask_quantity(data: &Data, id: QuantityId) -> Option<Doubt> {
    let cells = 0..data.inputs.array(id)?.cells.len();
    let odd = cells.map(|cell| (id, cell)).filter(|cell| is_of_cell(data, *cell) && !data.is_explained(*cell));
    let mut odd = odd.filter_map(|cell| Some((cell, day::find_oddity(data.value(cell)?)?)));
    let (cell, reason) = odd.next()?;
    Some(doubt(data, cell, reason, odd.count()))
}

fn is_of_cell(data: &Data, (id, cell): Cell) -> bool {
    matches!(data.inputs.origin(id, cell), Some(Origin::Cell { .. }))
}

fn doubt(data: &Data, cell: Cell, reason: &str, others: usize) -> Doubt {
    let likewise = match others {
        0 => String::new(),
        1 => "; likewise 1 other date of the input".to_owned(),
        _ => format!("; likewise {others} other dates of the input"),
    };
    let serial = data.value(cell).unwrap_or(f64::NAN);
    let (name, written) = (data.name(cell), day::write(serial));
    Doubt {
        slug: "hardly-a-date",
        cell,
        subject: None,
        message: format!("`{name}` is {written}, the day of the number {serial}{reason}{likewise}"),
        expected: "expected a day that can be meant".to_owned(),
        help: "enter year, month and day, such as 2025-06-30; or explain in the comment why the day is correct"
            .to_owned(),
        others: Vec::new(),
    }
}
