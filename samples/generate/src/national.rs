//! The figures of the fictional national operator: drawn from one seed and the tables of its folder, the same on every
//! machine.

mod books;
mod centres;
mod measurements;
mod register;
mod routing;
mod tables;

use crate::random::Random;
use books::Books;
use std::error::Error;
use std::fs;
use std::path::Path;
use tables::Tables;

/// The day on which the sample was first made.
const SEED: u64 = 20_261_124;

/// Writes the figures as CSV files, which README.md of the operator makes a workbook of.
pub(crate) fn draw(folder: &Path, figures: &Path) -> Result<(), Box<dyn Error>> {
    let tables = Tables::read(folder)?;
    fs::create_dir_all(figures)?;
    for as_it_is in ["drivers.csv", "pools.csv", "elements.csv"] {
        fs::copy(folder.join(as_it_is), figures.join(as_it_is))?;
    }
    let mut random = Random::new(SEED);
    let centres = centres::all(&tables);
    let booked = register::write(figures, &tables, &centres, &mut random)?;
    Books::keep(&tables, &centres, &booked, &mut random).write(figures)?;
    Ok(measurements::write(figures, &tables, &centres, &mut random)?)
}
