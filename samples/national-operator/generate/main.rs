//! Makes the figures of the fictional national operator: `cargo run --example national_operator -- FOLDER`.
//!
//! Everything is drawn from one seed; the same program gives the same files on every machine. README.md says how the
//! files become the workbook.

mod accounts;
mod books;
mod centres;
mod elements;
mod measurements;
mod random;
mod register;
mod routing;
mod services;
mod table;

use books::Books;
use random::Random;
use std::path::Path;

/// The day on which the sample was first made.
const SEED: u64 = 20_261_124;

fn main() -> std::io::Result<()> {
    let folder = std::env::args().nth(1).unwrap_or_else(|| ".".to_owned());
    let folder = Path::new(&folder);
    std::fs::create_dir_all(folder)?;
    let mut random = Random::new(SEED);
    let centres = centres::all();
    let booked = register::write(folder, &centres, &mut random)?;
    Books::keep(&centres, &booked, &mut random).write(folder)?;
    measurements::write(folder, &centres, &mut random)
}
