//! The assets of an operator, depreciated in equal parts up to the end of the year.

use super::layout::Layout;
use super::record::{Day, Record};
use super::words::{Category, Words, fill};
use crate::random::Random;
use std::error::Error;

/// The oldest asset was bought so many years before the end.
const OLDEST: usize = 22;
/// Assets that were given up, of a hundred.
const DISPOSED: f64 = 0.04;
/// Assets bought by the piece, of a hundred.
const SEVERAL: f64 = 0.2;

/// A row for each asset, category by category.
pub(super) fn draw(layout: &Layout, words: &Words) -> Result<Vec<Record>, Box<dyn Error>> {
    let mut random = Random::new(layout.seed);
    let categories = &words.assets.categories;
    let mut records = Vec::new();
    for (number, category) in categories.iter().enumerate() {
        let until = layout.assets * (number + 1) / categories.len();
        while records.len() < until {
            records.push(draw_asset(category, records.len() + 1, layout, words, &mut random)?);
        }
    }
    Ok(records)
}

fn draw_asset(
    category: &Category,
    number: usize,
    layout: &Layout,
    words: &Words,
    random: &mut Random,
) -> Result<Record, Box<dyn Error>> {
    let Category(code, name, life, size, items) = category;
    let place = &words.assets.places[random.below(words.assets.places.len())];
    let mut record = Record { groups: vec![(code.clone(), name.clone())], ..Record::default() };
    record.texts.insert("code", fill(&layout.code, &[("family", code), ("number", &format!("{number:04}"))]));
    record.texts.insert("name", items[random.below(items.len())].replace("{}", place).trim().to_owned());
    record.texts.insert("category", name.clone());
    record.texts.insert("category_code", code.clone());
    record.texts.insert("place", place.clone());
    let quantity = if random.part() < SEVERAL { 2 + random.below(30) } else { 1 };
    record.figures.insert("quantity", quantity as f64);
    record.figures.insert("life", f64::from(*life));
    record.figures.insert("life_months", f64::from(*life * 12));
    record.figures.insert("rate", (10_000.0 / f64::from(*life)).round() / 100.0);
    let end = layout.years[0];
    let bought = day(end - random.below(OLDEST) as u32, random);
    record.days.insert("in_use", bought);
    let gone = Some(day(end, random)).filter(|gone| random.part() < DISPOSED && *gone > bought);
    let gross = layout.least(size * random.skewed() * libm::sqrt(quantity as f64));
    depreciate(&mut record, gross, *life, bought, gone, layout);
    record.texts.insert("status", words.get(if gone.is_some() { "states.1" } else { "states.0" })?.to_owned());
    record.texts.insert("removed", if gone.is_some() { words.get("states.1")?.to_owned() } else { String::new() });
    Ok(record)
}

fn day(year: u32, random: &mut Random) -> Day {
    (year, 1 + random.below(12) as u32, 1 + random.below(28) as u32)
}

/// What was given up is written off to the last.
fn depreciate(record: &mut Record, gross: i64, life: u32, bought: Day, gone: Option<Day>, layout: &Layout) {
    let base = gross as f64 * (1.0 - layout.residual);
    let months = |until: u32| ((until - bought.0) * 12 + 13 - bought.1).min(life * 12);
    let written = |months: u32| (base * f64::from(months) / f64::from(life * 12)).round() as i64;
    let end = layout.years[0];
    let before = if bought.0 == end { 0 } else { written(months(end - 1)) };
    let accumulated = if gone.is_some() { gross } else { written(months(end)) };
    record.days.extend(gone.map(|gone| ("disposed", gone)));
    let amounts = [
        ("gross", gross),
        ("accumulated", accumulated),
        ("charge", written(months(end)) - before),
        ("net", gross - accumulated),
    ];
    record.amounts.extend(amounts.map(|(name, amount)| (name.to_owned(), amount)));
}
