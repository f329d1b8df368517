//! The register of assets: 8,000 lines, and what the ledger books of it.

use crate::centres::{Centre, REGIONS};
use crate::elements::{CLASSES, Class};
use crate::random::Random;
use crate::table::{Cents, Table};
use std::path::Path;

/// Lines of the register.
pub const ASSETS: usize = 8_000;

/// What the ledger books for a class: cost, accumulated depreciation and depreciation of each year.
#[derive(Clone, Copy, Default)]
pub struct Booked {
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
pub fn write(folder: &Path, centres: &[Centre], random: &mut Random) -> std::io::Result<Vec<Booked>> {
    let header = "asset,label,register.class_of,serves,asset_element,asset_centre,register.bought,register.disposed,register.cost,register.grant";
    let mut table = Table::new(folder, "assets.csv", header);
    let planned: usize = CLASSES.iter().map(|class| class.4).sum();
    let (mut booked, mut number, mut planned_so_far) = (Vec::new(), 0, 0);
    for class in CLASSES {
        planned_so_far += class.4;
        let until = ASSETS * planned_so_far / planned;
        let assets = assets_of(class, until - number, random);
        for asset in &assets {
            number += 1;
            row(&mut table, class, number, asset, centres, random);
        }
        booked.push(booked_of(class, &assets));
    }
    table.write()?;
    Ok(booked)
}

fn assets_of(class: &Class, many: usize, random: &mut Random) -> Vec<Asset> {
    let (_, _, life, total, _, first, last, ..) = *class;
    let weights: Vec<f64> = (0..many).map(|_| random.skewed()).collect();
    let sum: f64 = weights.iter().sum();
    let asset = |weight: &f64| {
        let year = first + (random.part().sqrt() * (last - first + 1) as f64) as i64;
        let old = (2023 - year) as f64 > life && random.part() < 0.12;
        let disposed = old.then(|| (2023 + random.below(2) as i64, 1 + random.below(360) as i64));
        let cost = round_to(total * 1e6 * weight / sum, 10.0);
        let granted = life >= 15.0 && random.part() < 0.04;
        let grant = if granted { round_to(cost * 0.25, 10.0) } else { 0.0 };
        Asset { cost, grant, bought: (year, 1 + random.below(360) as i64), disposed }
    };
    weights.iter().map(asset).collect()
}

fn round_to(amount: f64, unit: f64) -> f64 {
    (amount / unit).round() * unit
}

fn row(table: &mut Table, class: &Class, number: usize, asset: &Asset, centres: &[Centre], random: &mut Random) {
    let region = REGIONS[random.below(REGIONS.len())];
    let (serves, element, centre) = match class.8.strip_prefix('@') {
        None => ("an_element", class.8.to_owned(), String::new()),
        Some(group) => {
            let all: Vec<&Centre> = centres.iter().filter(|centre| centre.group == group).collect();
            ("a_centre", String::new(), all[random.below(all.len())].key.clone())
        }
    };
    let disposed = asset.disposed.map_or(String::new(), date);
    let label = format!("{} {region} {}", class.1, asset.bought.0);
    let grant = if asset.grant > 0.0 { Cents::of(asset.grant).to_string() } else { String::new() };
    let key = format!("A{number:05}");
    table.row(&[
        &key,
        &label,
        &class.0,
        &serves,
        &element,
        &centre,
        &date(asset.bought),
        &disposed,
        &Cents::of(asset.cost),
        &grant,
    ]);
}

/// The straight line, day by day, as the ledger computes it.
fn booked_of(class: &Class, assets: &[Asset]) -> Booked {
    let mut booked = Booked::default();
    for asset in assets {
        let net = asset.cost - asset.grant;
        let out = asset.disposed.map_or(f64::MAX, moment);
        let used = |at: f64| ((at.min(out) - moment(asset.bought)).max(0.0) / class.2).min(1.0);
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
