//! Writes the foreign files of this folder, the true figures in them, and their confirmed mappings.
//!
//! `cargo run -p sg3-sheet --example foreign -- samples/foreign` writes the same bytes on every machine. The old Excel file is
//! converted from `altiplano.xlsx` by LibreOffice, once: `soffice --headless --convert-to xls altiplano.xlsx`.

mod altiplano;
mod bafing;
mod figures;
mod halmar;
mod jade;
mod littoral;
mod nile;
mod sample;
mod savanna;

use sample::Sample;
use std::error::Error;
use std::path::Path;

/// What writes the file of an operator.
type Make = fn() -> Result<Sample, Box<dyn Error>>;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(1).unwrap_or_else(|| "samples/foreign".to_owned());
    let made: [Make; 6] =
        [bafing::sample, nile::sample, jade::sample, altiplano::sample, savanna::sample, littoral::sample];
    for make in made {
        make()?.write(Path::new(&folder))?;
    }
    halmar::write(Path::new(&folder))
}
