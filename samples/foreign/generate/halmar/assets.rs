//! The register of assets, by class with subtotals, and the classes with their lives in months.

use super::Part;
use super::names::CLASSES;
use super::page::{Block, Looks, cents, heads, meanings, sheet};
use super::table::Table;
use crate::figures::Chance;
use crate::sample::book;
use rust_xlsxwriter::{ExcelDateTime, XlsxError};

const FILE: &str = "assets.xlsx";

/// A day: year, month, day.
type Day = (i64, u8, u8);

struct Asset {
    class: usize,
    number: u32,
    name: String,
    serves: String,
    bought: Day,
    disposed: Option<Day>,
    cost: i64,
    grant: i64,
}

/// All assets.
pub struct Assets(Vec<Asset>);

impl Assets {
    pub fn drawn() -> Assets {
        let mut chance = Chance::new(20_261_130);
        let mut assets = Vec::new();
        for (class, (_, name, months, millions, lines, first, serves)) in CLASSES.iter().enumerate() {
            let serves: Vec<&str> = serves.split(' ').collect();
            for (number, cost) in (1..).zip(chance.parts(millions * 1e8, *lines, 1000.0)) {
                let bought = day(&mut chance, *first, 2024);
                let old = 2024 - bought.0 > i64::from(months / 12);
                let disposed = (old && chance.next() < 0.2).then(|| day(&mut chance, 2024, 2024));
                let grant = if chance.next() < 0.03 { (cost * 0.2).round() as i64 } else { 0 };
                let serves = serves[(chance.next() * serves.len() as f64) as usize].to_owned();
                let place = ["Harbour", "Northgate", "Airport", "Outer Islands", "Highlands"][number as usize % 5];
                let name = format!("{name} {place} {}", bought.0);
                assets.push(Asset { class, number, name, serves, bought, disposed, cost: cost as i64, grant });
            }
        }
        Assets(assets)
    }

    /// For each class what the ledger books: cost less grants, accumulated depreciation, depreciation of the year.
    pub fn booked(&self) -> Vec<(i64, i64, i64)> {
        let of = |class: usize| {
            let mut sums = (0.0, 0.0, 0.0);
            for asset in self.0.iter().filter(|asset| asset.class == class) {
                let net = (asset.cost - asset.grant) as f64;
                let life = f64::from(CLASSES[class].2) / 12.0;
                let end = asset.disposed.map_or(f64::MAX, moment);
                let used = |at: f64| ((at.min(end) - moment(asset.bought)) / life).clamp(0.0, 1.0);
                sums.2 += net * (used(2025.0) - used(2024.0));
                if asset.disposed.is_none() {
                    sums = (sums.0 + net, sums.1 - net * used(2025.0), sums.2);
                }
            }
            (sums.0.round() as i64, sums.1.round() as i64, sums.2.round() as i64)
        };
        (0..CLASSES.len()).map(of).collect()
    }

    /// The workbook.
    pub fn part(&self) -> Result<Part, XlsxError> {
        let mut part =
            Part { file: FILE, bytes: Vec::new(), entries: Vec::new(), meanings: Vec::new(), tables: Vec::new() };
        let mut workbook = book()?;
        self.register(&mut workbook, &mut part)?;
        classes(&mut workbook, &mut part)?;
        part.bytes = workbook.save_to_buffer()?;
        Ok(part)
    }

    fn register(&self, workbook: &mut rust_xlsxwriter::Workbook, part: &mut Part) -> Result<(), XlsxError> {
        let looks = Looks::new();
        let notes = ["Halmar Telephone and Wireless (fictional). Assets in service during 2024, amounts in HAL"];
        let widths = [12.0, 44.0, 9.0, 13.0, 11.0, 9.0, 15.0, 14.0, 18.0, 16.0];
        let sheet = sheet(workbook, "Register", "Fixed asset register", &notes, &widths)?;
        let names = [
            "Asset no.",
            "Description",
            "Asset class",
            "Charged to",
            "Network element",
            "Cost centre",
            "Capitalised on",
            "Retired on",
            "Acquisition cost",
            "Subsidy received",
        ];
        heads(sheet, 3, &names)?;
        let header = "asset,label,register.class_of,serves,asset_element,asset_centre,register.bought,register.disposed,register.cost,register.grant";
        let mut table = Table::new("assets.csv", header);
        let mut row = 4;
        for (class, (code, name, ..)) in CLASSES.iter().enumerate() {
            let mut sums = (0, 0);
            for asset in self.0.iter().filter(|asset| asset.class == class) {
                let key = format!("{code}-{:04}", asset.number);
                let network = asset.serves.parse::<u32>().is_err();
                sheet.write_string(row, 0, &key)?.write_string(row, 1, &asset.name)?.write_string(row, 2, *code)?;
                sheet.write_string(row, 3, if network { "Network" } else { "Department" })?;
                match asset.serves.parse::<u32>() {
                    Ok(centre) => sheet.write_number(row, 5, centre)?,
                    Err(_) => sheet.write_string(row, 4, &asset.serves)?,
                };
                sheet.write_with_format(row, 6, &date(asset.bought)?, &looks.day)?;
                match asset.disposed {
                    Some(day) => sheet.write_with_format(row, 7, &date(day)?, &looks.day)?,
                    None => sheet.write_string(row, 7, "–")?,
                };
                sheet.write_number_with_format(row, 8, asset.cost as f64 / 100.0, &looks.amount)?;
                if asset.grant != 0 {
                    sheet.write_number_with_format(row, 9, asset.grant as f64 / 100.0, &looks.amount)?;
                }
                let element = if network { asset.serves.clone() } else { String::new() };
                let centre = if network { String::new() } else { asset.serves.clone() };
                let serves = if network { "an_element" } else { "a_centre" };
                let grant = if asset.grant == 0 { String::new() } else { cents(asset.grant) };
                table.row([
                    key,
                    asset.name.clone(),
                    (*code).to_owned(),
                    serves.to_owned(),
                    element,
                    centre,
                    written(asset.bought),
                    asset.disposed.map_or(String::new(), written),
                    cents(asset.cost),
                    grant,
                ]);
                sums = (sums.0 + asset.cost, sums.1 + asset.grant);
                row += 1;
            }
            sheet.write_string_with_format(row, 1, format!("Subtotal {name}"), &looks.total)?;
            sheet.write_number_with_format(row, 8, sums.0 as f64 / 100.0, &looks.total)?;
            sheet.write_number_with_format(row, 9, sums.1 as f64 / 100.0, &looks.total)?;
            row += 1;
        }
        part.tables.push(table);
        let block = Block { file: FILE, sheet: "Register", head: 3, first: 4, last: row - 1, rows: "A: *" };
        part.entries.push(block.column("asset[*]", 1, "Description", "A"));
        let figures = [
            "register.class_of",
            "serves",
            "asset_element",
            "asset_centre",
            "register.bought",
            "register.disposed",
            "register.cost",
            "register.grant",
        ];
        for (column, figure) in (2..).zip(figures) {
            part.entries.push(block.column(&format!("{figure}[*]"), column, names[column as usize], "A"));
        }
        part.meanings.extend(meanings("serves", &[("Department", "a_centre"), ("Network", "an_element")]));
        Ok(())
    }
}

fn classes(workbook: &mut rust_xlsxwriter::Workbook, part: &mut Part) -> Result<(), XlsxError> {
    let sheet = sheet(workbook, "Classes", "Asset classes and useful lives", &[], &[10.0, 30.0, 22.0])?;
    heads(sheet, 2, &["Class", "Description", "Useful life (months)"])?;
    let mut table = Table::new("classes.csv", "class,label,register.life");
    for (row, (code, name, months, ..)) in (3..).zip(CLASSES) {
        sheet.write_string(row, 0, *code)?.write_string(row, 1, *name)?.write_number(row, 2, *months)?;
        table.row([(*code).to_owned(), (*name).to_owned(), (f64::from(*months) / 12.0).to_string()]);
    }
    part.tables.push(table);
    let block = Block { file: FILE, sheet: "Classes", head: 2, first: 3, last: 2 + CLASSES.len() as u32, rows: "" };
    part.entries.push(block.column("class[*]", 1, "Description", "A"));
    let mut life = block.column("register.life[*]", 2, "Useful life (months)", "A");
    life.factor = 1.0 / 12.0;
    part.entries.push(life);
    Ok(())
}

fn day(chance: &mut Chance, first: i64, last: i64) -> Day {
    let year = first + (chance.next() * (last - first + 1) as f64) as i64;
    (year, 1 + (chance.next() * 12.0) as u8, 1 + (chance.next() * 28.0) as u8)
}

fn date((year, month, day): Day) -> Result<ExcelDateTime, XlsxError> {
    ExcelDateTime::from_ymd(year as u16, month, day)
}

fn written((year, month, day): Day) -> String {
    format!("{year}-{month:02}-{day:02}")
}

/// The end of the day as a year and the part of it that is over.
fn moment((year, month, day): Day) -> f64 {
    year as f64 + (f64::from(month - 1) * 30.4375 + f64::from(day)) / 365.25
}
