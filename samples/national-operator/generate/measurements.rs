//! Everything but books and register: members with what the model asks of them, measurements, volumes, routing.

use crate::accounts::POOLS;
use crate::centres::{Centre, DRIVERS, GROUPS, elements_of};
use crate::elements::{CLASSES, ELEMENTS};
use crate::random::Random;
use crate::routing;
use crate::services::{SERVICES, call};
use crate::table::Table;
use std::path::Path;

/// Writes the files.
pub fn write(folder: &Path, centres: &[Centre], random: &mut Random) -> std::io::Result<()> {
    members(folder, centres)?;
    classes(folder, random)?;
    at_centres(folder, centres, random)?;
    at_elements(folder, random)?;
    services(folder, random)
}

fn members(folder: &Path, centres: &[Centre]) -> std::io::Result<()> {
    let mut table =
        Table::new(folder, "centres.csv", "centre,label,support.kind,support_driver_of,element_rule,centre_driver");
    for centre in centres {
        let group = GROUPS.iter().find(|group| group.key == centre.group).expect("its group");
        let (kind, serves, rule, passes) = match (group.support, group.driver) {
            (true, driver) => ("support", driver, "", ""),
            (false, "") => ("operating", "", "follows", ""),
            (false, driver) => ("operating", "", "by_a_driver", driver),
        };
        table.row(&[&centre.key, &centre.label, &kind, &serves, &rule, &passes]);
    }
    table.write()?;
    let mut table = Table::new(folder, "drivers.csv", "driver,label,unit,driver_grade");
    DRIVERS.iter().for_each(|(key, label, unit, grade)| table.row(&[key, label, unit, grade]));
    table.write()?;
    let mut table = Table::new(folder, "pools.csv", "pool,label,pool_rule,pool_driver,pool_followed");
    for (key, label, rule, other) in POOLS {
        let (driver, followed) = if *rule == "follows" { ("", *other) } else { (*other, "") };
        table.row(&[key, label, rule, &driver, &followed]);
    }
    table.write()?;
    let mut table = Table::new(folder, "elements.csv", "element,label,unit,business_of,setup_part");
    ELEMENTS.iter().for_each(|(key, label, unit, business, part)| table.row(&[key, label, unit, business, part]));
    table.write()
}

/// Lives, and price indices from 1995 on.
fn classes(folder: &Path, random: &mut Random) -> std::io::Result<()> {
    let mut table = Table::new(folder, "classes.csv", "class,label,unit,register.life,register.valuation");
    let mut indices = Table::new(folder, "indices.csv", "class,vintage,register.price_index");
    for (key, label, life, _, _, _, _, trend, _) in CLASSES {
        let valued = if *trend == 0.0 { "historic" } else { "index" };
        table.row(&[key, label, &"piece", life, &valued]);
        let mut index = 1.0;
        for year in 1995..=2024 {
            indices.row(&[key, &year, &format!("{index:.5}")]);
            index *= 1.0 + trend + if *trend == 0.0 { 0.0 } else { random.between(-0.012, 0.012) };
        }
    }
    table.write()?;
    indices.write()
}

/// What support centres and spread pools are shared by.
fn at_centres(folder: &Path, centres: &[Centre], random: &mut Random) -> std::io::Result<()> {
    let mut lines =
        Table::new(folder, "centre_measurements.csv", "centre_measurement,centre_driver_of,measured_centre");
    let mut values = Table::new(folder, "centre_quantities.csv", "centre_measurement,year,centre_measured");
    let mut number = 0;
    for (driver, scale) in SUPPORT {
        for centre in centres {
            let Some(base) = drawn(driver, centre, random) else { continue };
            number += 1;
            let first = (base * scale * random.skewed()).ceil();
            lines.row(&[&number, &driver, &centre.key]);
            values.row(&[&number, &2023, &first]);
            values.row(&[&number, &2024, &(first * random.between(0.94, 1.08)).ceil()]);
        }
    }
    lines.write()?;
    values.write()
}

/// Drivers measured at centres, with what a million of cost draws of them.
const SUPPORT: [(&str, f64); 9] = [
    ("technical_area", 420.0),
    ("office_area", 240.0),
    ("kilowatts", 95.0),
    ("vehicle_days", 900.0),
    ("stores_issues", 1_300.0),
    ("system_users", 16.0),
    ("staff", 9.0),
    ("purchase_orders", 70.0),
    ("documents", 1_900.0),
];

/// How much a centre draws of a driver, by what it does; nothing where it has no use for it.
fn drawn(driver: &str, centre: &Centre, random: &mut Random) -> Option<f64> {
    let (field, buys) = (centre.field, ["settlement", "handset", "dealer"].contains(&centre.group));
    let of = match driver {
        "technical_area" => matches!(field, 2..=7),
        "kilowatts" => matches!(field, 2..=7) || random.part() < 0.2,
        "vehicle_days" => field <= 6,
        "stores_issues" => field <= 5 || centre.group == "provisioning",
        _ => true,
    };
    (of && centre.group != "duct" && centre.group != "pole").then_some(if buys { 1.5 } else { centre.cost })
}

/// What operating centres are passed on by.
fn at_elements(folder: &Path, random: &mut Random) -> std::io::Result<()> {
    let header = "element_measurement,element_driver_of,measured_element";
    let mut lines = Table::new(folder, "element_measurements.csv", header);
    let mut values = Table::new(folder, "element_quantities.csv", "element_measurement,year,element_measured");
    let mut number = 0;
    for (driver, ..) in DRIVERS {
        for part in elements_of(driver).split(',').filter(|part| !part.is_empty()) {
            let (element, quantity) = part.trim().split_once(' ').expect("an element and a quantity");
            number += 1;
            let first = quantity.parse::<f64>().expect("a number") * random.between(0.93, 1.07);
            lines.row(&[&number, &driver, &element]);
            values.row(&[&number, &2023, &format!("{first:.1}")]);
            values.row(&[&number, &2024, &format!("{:.1}", first * random.between(0.92, 1.09))]);
        }
    }
    lines.write()?;
    values.write()
}

fn services(folder: &Path, random: &mut Random) -> std::io::Result<()> {
    let header = "service,label,unit,sold_by,routing_grade,occupancy,attempts,call_length";
    let mut table = Table::new(folder, "services.csv", header);
    let mut volumes = Table::new(folder, "volumes.csv", "service,year,volume");
    let mut routing = Table::new(folder, "routing.csv", "service,element,routing");
    let mut setups = Table::new(folder, "setups.csv", "service,element,setup_routing");
    for (key, label, unit, business, family, volume, growth, _, grade) in SERVICES {
        let factors = routing::of(family);
        let (used, attempted) = factors.split_once(';').unwrap_or((&factors, ""));
        let sold = [volume * 1e3, volume * 1e3 * (1.0 + growth) * random.between(0.99, 1.01)];
        (0..2).for_each(|year| volumes.row(&[key, &(2023 + year), &sold[year].round()]));
        factors_of(used).for_each(|(element, factor)| routing.row(&[key, &element, &factor]));
        factors_of(attempted).for_each(|(element, factor)| setups.row(&[key, &element, &factor]));
        match call(family) {
            Some((occupied, attempts, length)) => {
                table.row(&[key, label, unit, business, grade, &occupied, &attempts, &length]);
            }
            None => table.row(&[key, label, unit, business, grade, &"", &"", &""]),
        }
    }
    table.write()?;
    volumes.write()?;
    routing.write()?;
    setups.write()
}

fn factors_of(written: &str) -> impl Iterator<Item = (&str, &str)> {
    written.split(',').filter_map(|part| part.trim().split_once(' '))
}
