//! The areas of a fictional country: drawn from one seed, a table of geotypes and one of syllables, the same on every machine.

use crate::file::File;
use crate::random::Random;
use serde::Deserialize;
use std::error::Error;
use std::fs;
use std::path::Path;

/// The day on which the country was first drawn.
const SEED: u64 = 20_261_130;
/// The year of the inhabitants.
const YEAR: u32 = 2026;

/// What areas of a geotype are like.
#[derive(Deserialize)]
struct Geotype {
    geotype: String,
    label: String,
    /// Part of all areas.
    areas: f64,
    least_surface: f64,
    most_surface: f64,
    least_density: f64,
    most_density: f64,
}

#[derive(Deserialize)]
struct Syllable {
    syllable: String,
}

/// An area: square kilometres in hundredths, so that sums of them are exact.
struct Area {
    key: String,
    name: String,
    geotype: usize,
    hundredths: i64,
    inhabitants: i64,
}

/// Writes so many areas, and beside them the same country with one area for each geotype.
pub(crate) fn draw(tables: &Path, count: usize, folder: &Path) -> Result<(), Box<dyn Error>> {
    let geotypes: Vec<Geotype> = read(&tables.join("geotypes.csv"))?;
    let syllables: Vec<Syllable> = read(&tables.join("names.csv"))?;
    let areas = draw_areas(&geotypes, &syllables, count);
    fs::create_dir_all(folder)?;
    write(folder, &format!("{count}"), &geotypes, &areas)?;
    write(folder, &format!("joined-{count}"), &geotypes, &joined(&geotypes, &areas))
}

fn read<T: for<'de> Deserialize<'de>>(path: &Path) -> Result<Vec<T>, Box<dyn Error>> {
    Ok(csv::Reader::from_path(path)?.deserialize().collect::<Result<_, _>>()?)
}

/// The first areas are of the first geotype, and so on.
fn draw_areas(geotypes: &[Geotype], syllables: &[Syllable], count: usize) -> Vec<Area> {
    let mut random = Random::new(SEED);
    let mut areas: Vec<Area> = Vec::new();
    let mut part = 0.0;
    for (number, geotype) in geotypes.iter().enumerate() {
        part += geotype.areas;
        while areas.len() < (part * count as f64 + 0.5) as usize {
            areas.push(draw_area(number, geotype, syllables, areas.len() + 1, &mut random));
        }
    }
    areas
}

fn draw_area(number: usize, geotype: &Geotype, syllables: &[Syllable], position: usize, random: &mut Random) -> Area {
    let hundredths = (100.0 * between(geotype.least_surface, geotype.most_surface, random)).round();
    let density = between(geotype.least_density, geotype.most_density, random);
    let parts = 2 + random.below(2);
    let name: String = (0..parts).map(|_| &*syllables[random.below(syllables.len())].syllable).collect();
    let inhabitants = (hundredths / 100.0 * density).round();
    Area {
        key: format!("a{position:05}"),
        name: capitalised(&name),
        geotype: number,
        hundredths: hundredths as i64,
        inhabitants: inhabitants as i64,
    }
}

/// As many small ones as large ones, by how many times larger they are.
fn between(least: f64, most: f64, random: &mut Random) -> f64 {
    least * libm::pow(most / least, random.part())
}

fn capitalised(name: &str) -> String {
    let (first, rest) = name.split_at(1);
    first.to_uppercase() + rest
}

/// Each geotype as one area.
fn joined(geotypes: &[Geotype], areas: &[Area]) -> Vec<Area> {
    let one = |(number, geotype): (usize, &Geotype)| {
        let own = areas.iter().filter(|area| area.geotype == number);
        Area {
            key: geotype.geotype.clone(),
            name: geotype.label.clone(),
            geotype: number,
            hundredths: own.clone().map(|area| area.hundredths).sum(),
            inhabitants: own.map(|area| area.inhabitants).sum(),
        }
    };
    geotypes.iter().enumerate().map(one).collect()
}

fn write(folder: &Path, which: &str, geotypes: &[Geotype], areas: &[Area]) -> Result<(), Box<dyn Error>> {
    let name = |what: &str| match which.strip_prefix("joined-") {
        Some(count) => format!("joined-{what}-{count}.csv"),
        None => format!("{what}-{which}.csv"),
    };
    let mut file = File::new(folder, &name("areas"), "area,label,geotype_of,radio.surface");
    for area in areas {
        let surface = format!("{}.{:02}", area.hundredths / 100, area.hundredths % 100);
        file.row(&[&area.key, &area.name, &geotypes[area.geotype].geotype, &surface]);
    }
    file.write()?;
    let mut file = File::new(folder, &name("inhabitants"), "area,year,demand.population");
    areas.iter().for_each(|area| file.row(&[&area.key, &YEAR, &area.inhabitants]));
    Ok(file.write()?)
}
