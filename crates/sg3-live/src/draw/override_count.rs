//! How many delivered figures are replaced: every sheet of inputs counts its own.

use super::address;
use super::canvas::Canvas;
use crate::book::{Block, Role};

/// So many ranges in one `COUNTA`: no program takes more than 255 arguments.
const MOST_ARGUMENTS: usize = 200;

/// Rows and columns of a sheet, from the first to the last of each.
struct Rectangle {
    rows: (u32, u32),
    columns: (u16, u16),
}

/// The cell of a sheet of inputs in which it counts the figures that replace others.
pub(super) fn count_cell(canvas: &Canvas) -> (u32, u16) {
    (1, canvas.book.columns.first() + 2)
}

/// The formula of that cell.
pub(super) fn count_formula(canvas: &Canvas, sheet: usize) -> String {
    let blocks = canvas.book.sheets[sheet].blocks.iter().map(|id| canvas.book.block(*id));
    let overrides = blocks.filter(|block| block.role == Role::Override && block.cells() > 0);
    let texts: Vec<String> = joined(overrides.filter_map(rectangle)).iter().map(Rectangle::text).collect();
    let sums: Vec<String> = texts.chunks(MOST_ARGUMENTS).map(|some| format!("COUNTA({})", some.join(","))).collect();
    if sums.is_empty() { "0".to_owned() } else { sums.join("+") }
}

/// Rectangles that continue the one above are one with it.
fn joined(rectangles: impl Iterator<Item = Rectangle>) -> Vec<Rectangle> {
    let mut joined: Vec<Rectangle> = Vec::new();
    for rectangle in rectangles {
        match joined.last_mut() {
            Some(above) if above.rows.1 + 1 == rectangle.rows.0 && above.columns == rectangle.columns => {
                above.rows.1 = rectangle.rows.1;
            }
            _ => joined.push(rectangle),
        }
    }
    joined
}

fn rectangle(block: &Block) -> Option<Rectangle> {
    let place = block.place?;
    Some(Rectangle {
        rows: (place.row, place.row + block.rows() as u32 - 1),
        columns: (place.column, place.column + block.columns() as u16 - 1),
    })
}

impl Rectangle {
    fn text(&self) -> String {
        let first = address::fixed(self.rows.0, self.columns.0);
        format!("{first}:{}", address::fixed(self.rows.1, self.columns.1))
    }
}
