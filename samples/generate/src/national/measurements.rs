//! Everything but books and register: members with what the model asks of them, measurements, volumes, routing.

use super::centres::Centre;
use super::tables::{Measured, Tables};
use crate::file::File;
use crate::random::Random;
use std::io;
use std::path::Path;

/// Writes the files.
pub(super) fn write(folder: &Path, tables: &Tables, centres: &[Centre], random: &mut Random) -> io::Result<()> {
    members(folder, centres)?;
    classes(folder, tables, random)?;
    at_centres(folder, tables, centres, random)?;
    at_elements(folder, tables, random)?;
    services(folder, tables, random)
}

fn members(folder: &Path, centres: &[Centre]) -> io::Result<()> {
    let header = "centre,label,support.kind,support_driver_of,element_rule,centre_driver";
    let mut file = File::new(folder, "centres.csv", header);
    for Centre { key, label, group, .. } in centres {
        let (serves, rule, passes) = match (group.kind.as_str(), group.driver.as_str()) {
            ("support", driver) => (driver, "", ""),
            (_, "") => ("", "follows", ""),
            (_, driver) => ("", "by_a_driver", driver),
        };
        file.row(&[key, label, &group.kind, &serves, &rule, &passes]);
    }
    file.write()
}

/// Lives, and price indices from 1995 on.
fn classes(folder: &Path, tables: &Tables, random: &mut Random) -> io::Result<()> {
    let mut file = File::new(folder, "classes.csv", "class,label,unit,register.life,register.valuation");
    let mut indices = File::new(folder, "indices.csv", "class,vintage,register.price_index");
    for class in &tables.classes {
        let is_steady = class.price_change == 0.0;
        let valued = if is_steady { "historic" } else { "index" };
        file.row(&[&class.key, &class.label, &"piece", &class.life, &valued]);
        let mut index = 1.0;
        for year in 1995..=2024 {
            indices.row(&[&class.key, &year, &format!("{index:.5}")]);
            index *= 1.0 + class.price_change + if is_steady { 0.0 } else { random.between(-0.012, 0.012) };
        }
    }
    file.write()?;
    indices.write()
}

/// What support centres and spread pools are shared by.
fn at_centres(folder: &Path, tables: &Tables, centres: &[Centre], random: &mut Random) -> io::Result<()> {
    let header = "centre_measurement,centre_driver_of,measured_centre";
    let mut lines = File::new(folder, "centre_measurements.csv", header);
    let mut values = File::new(folder, "centre_quantities.csv", "centre_measurement,year,centre_measured");
    let mut number = 0;
    for measured in &tables.measured_at_centres {
        for centre in centres {
            let Some(base) = drawn(measured, centre, random) else { continue };
            number += 1;
            let first = (base * measured.per_million * random.skewed()).ceil();
            lines.row(&[&number, &measured.driver, &centre.key]);
            values.row(&[&number, &2023, &first]);
            values.row(&[&number, &2024, &(first * random.between(0.94, 1.08)).ceil()]);
        }
    }
    lines.write()?;
    values.write()
}

/// The cost in millions by which a centre draws of a driver; nothing where it has no use for it.
/// What only buys has few people for its cost.
fn drawn(measured: &Measured, centre: &Centre, random: &mut Random) -> Option<f64> {
    let group = centre.group;
    let others = measured.share_of_others;
    let has_a_use = measured.belongs_to(group) || others > 0.0 && random.part() < others;
    (has_a_use && !group.is("plant")).then_some(if group.is("bought") { 1.5 } else { centre.cost })
}

/// What operating centres are passed on by.
fn at_elements(folder: &Path, tables: &Tables, random: &mut Random) -> io::Result<()> {
    let header = "element_measurement,element_driver_of,measured_element";
    let mut lines = File::new(folder, "element_measurements.csv", header);
    let mut values = File::new(folder, "element_quantities.csv", "element_measurement,year,element_measured");
    for (number, (driver, element, quantity)) in (1..).zip(&tables.driver_elements) {
        let first = quantity * random.between(0.93, 1.07);
        lines.row(&[&number, driver, element]);
        values.row(&[&number, &2023, &format!("{first:.1}")]);
        values.row(&[&number, &2024, &format!("{:.1}", first * random.between(0.92, 1.09))]);
    }
    lines.write()?;
    values.write()
}

fn services(folder: &Path, tables: &Tables, random: &mut Random) -> io::Result<()> {
    let header = "service,label,unit,sold_by,routing_grade,occupancy,attempts,call_length";
    let mut file = File::new(folder, "services.csv", header);
    let mut volumes = File::new(folder, "volumes.csv", "service,year,volume");
    let mut routing = File::new(folder, "routing.csv", "service,element,routing");
    let mut setups = File::new(folder, "setups.csv", "service,element,setup_routing");
    for service in &tables.services {
        let (key, family) = (&service.key, &tables.routing.family[&service.family]);
        let volume = service.thousands * 1e3;
        let sold = [volume, volume * (1.0 + service.growth) * random.between(0.99, 1.01)];
        (0..2).for_each(|year| volumes.row(&[key, &(2023 + year), &sold[year].round()]));
        let used = tables.routing.factors(&family.uses);
        used.iter().for_each(|(element, factor)| routing.row(&[key, element, factor]));
        let attempted = tables.routing.factors(&family.attempts);
        attempted.iter().for_each(|(element, factor)| setups.row(&[key, element, factor]));
        let [occupied, attempts, length] =
            family.call.map_or_else(Default::default, |call| call.map(|of| of.to_string()));
        let (label, unit, business, grade) = (&service.label, &service.unit, &service.business, &service.routing_grade);
        file.row(&[key, label, unit, business, grade, &occupied, &attempts, &length]);
    }
    file.write()?;
    volumes.write()?;
    routing.write()?;
    setups.write()
}
