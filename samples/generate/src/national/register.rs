//! The register of assets: 8,000 lines, and what the ledger books of it.

use super::centres::Centre;
use super::tables::{Class, Tables};
use crate::file::{Cents, File};
use crate::random::Random;
use std::path::Path;

/// Lines of the register.
const ASSETS: usize = 8_000;

/// What the ledger books for a class: cost, accumulated depreciation and depreciation of each year.
#[derive(Clone, Copy, Default)]
pub(super) struct Booked {
    pub cost: [f64; 2],
    pub written_off: [f64; 2],
    pub depreciation: [f64; 2],
}

/// One line: a moment is a year and the part of it that is over.
struct Asset {
    cost: f64,
    grant: f64,
    bought: (i64, i64),
    disposed: Option<(i64, i64)>,
}

/// Writes the register and gives what is booked for each class.
pub(super) fn write(
    folder: &Path,
    tables: &Tables,
    centres: &[Centre],
    random: &mut Random,
) -> std::io::Result<Vec<Booked>> {
    let header = "asset,label,register.class_of,serves,asset_element,asset_centre,register.bought,register.disposed,register.cost,register.grant";
    let mut file = File::new(folder, "assets.csv", header);
    let planned: usize = tables.classes.iter().map(|class| class.assets).sum();
    let (mut booked, mut number, mut planned_so_far) = (Vec::new(), 0, 0);
    for class in &tables.classes {
        planned_so_far += class.assets;
        let until = ASSETS * planned_so_far / planned;
        let assets = assets_of(class, until - number, random);
        for asset in &assets {
            number += 1;
            let region = &tables.accounts.regions[random.below(tables.accounts.regions.len())];
            row(&mut file, class, (number, region), asset, centres, random);
        }
        booked.push(booked_of(class, &assets));
    }
    file.write()?;
    Ok(booked)
}

fn assets_of(class: &Class, many: usize, random: &mut Random) -> Vec<Asset> {
    let weights: Vec<f64> = (0..many).map(|_| random.skewed()).collect();
    let sum: f64 = weights.iter().sum();
    weights.iter().map(|weight| drawn(class, class.millions * 1e6 * weight / sum, random)).collect()
}

/// An asset of a class that cost about so much.
fn drawn(class: &Class, cost: f64, random: &mut Random) -> Asset {
    let years = (class.last_year - class.first_year + 1) as f64;
    let year = class.first_year + (random.part().sqrt() * years) as i64;
    let is_old = (2023 - year) as f64 > class.life && random.part() < 0.12;
    let disposed = is_old.then(|| (2023 + random.below(2) as i64, 1 + random.below(360) as i64));
    let cost = round_to(cost, 10.0);
    let is_granted = class.life >= 15.0 && random.part() < 0.04;
    let grant = if is_granted { round_to(cost * 0.25, 10.0) } else { 0.0 };
    Asset { cost, grant, bought: (year, 1 + random.below(360) as i64), disposed }
}

fn round_to(amount: f64, unit: f64) -> f64 {
    (amount / unit).round() * unit
}

fn row(
    file: &mut File,
    class: &Class,
    (number, region): (usize, &str),
    asset: &Asset,
    centres: &[Centre],
    random: &mut Random,
) {
    let (serves, element, centre) = match class.serves.strip_prefix('@') {
        None => ("an_element", class.serves.as_str(), ""),
        Some(group) => {
            let all: Vec<&Centre> = centres.iter().filter(|centre| centre.group.key == group).collect();
            ("a_centre", "", all[random.below(all.len())].key.as_str())
        }
    };
    let (bought, disposed) = (date(asset.bought), asset.disposed.map_or(String::new(), date));
    let label = format!("{} {region} {}", class.label, asset.bought.0);
    let grant = if asset.grant > 0.0 { Cents::of(asset.grant).to_string() } else { String::new() };
    let (key, cost) = (format!("A{number:05}"), Cents::of(asset.cost));
    file.row(&[&key, &label, &class.key, &serves, &element, &centre, &bought, &disposed, &cost, &grant]);
}

/// The straight line, day by day, as the ledger computes it.
fn booked_of(class: &Class, assets: &[Asset]) -> Booked {
    let mut booked = Booked::default();
    for asset in assets {
        let net = asset.cost - asset.grant;
        let out = asset.disposed.map_or(f64::MAX, moment);
        let used = |at: f64| ((at.min(out) - moment(asset.bought)).max(0.0) / class.life).min(1.0);
        for year in 0..2 {
            let (opened, closed) = (2023.0 + year as f64, 2024.0 + year as f64);
            booked.depreciation[year] += net * (used(closed) - used(opened));
            if moment(asset.bought) <= closed && out > closed {
                booked.cost[year] += net;
                booked.written_off[year] -= net * used(closed);
            }
        }
    }
    booked
}

/// The end of the day as a moment of the calendar.
fn moment((year, day): (i64, i64)) -> f64 {
    year as f64 + day as f64 / days_in(year) as f64
}

fn days_in(year: i64) -> i64 {
    365 + i64::from(year % 4 == 0 && (year % 100 != 0 || year % 400 == 0))
}

fn date((year, day): (i64, i64)) -> String {
    let months = [31, days_in(year) - 337, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let (mut month, mut rest) = (0, day);
    while rest > months[month] {
        rest -= months[month];
        month += 1;
    }
    format!("{year}-{:02}-{rest:02}", month + 1)
}
