//! What functions over a range of cells evaluate to.

/// The cell that none is before; `NaN` if any cell is, or if there is none.
pub(super) fn greatest(cells: &[f64], is_before: impl Fn(f64, f64) -> bool) -> f64 {
    let greatest =
        cells.iter().copied().reduce(|best, cell| if cell.is_nan() || is_before(cell, best) { cell } else { best });
    greatest.unwrap_or(f64::NAN)
}

/// The position of the first 1, counted from 1; `NaN` if any cell is missing.
pub(super) fn position_of_true(flags: &[f64]) -> f64 {
    let sum: f64 = flags.iter().sum();
    let first = flags.iter().position(|flag| *flag == 1.0);
    if sum.is_nan() { f64::NAN } else { first.map_or(f64::NAN, |position| position as f64 + 1.0) }
}

/// The greatest position of those that count, which are zero where they do not; `NaN` if none does.
pub(super) fn last_true(greatest: f64) -> f64 {
    if greatest > 0.0 { greatest } else { f64::NAN }
}

/// The cell at a position counted from 1.
pub(super) fn nth(cells: &[f64], number: f64) -> f64 {
    let position = usize::try_from(whole_part(number) - 1).ok();
    position.and_then(|position| cells.get(position)).copied().unwrap_or(f64::NAN)
}

/// The whole part, or nothing that could be a position.
pub(super) fn whole_part(number: f64) -> i64 {
    if number.is_nan() { -1 } else { number as i64 }
}
