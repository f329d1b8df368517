//! What the network and sales departments count: cost centres, keys, elements, products, routing.

use super::Part;
use super::names::{CENTRES, ELEMENTS, KEYS, PRODUCTS};
use super::page::{Block, Looks, heads, meanings, sheet};
use super::table::Table;
use crate::sample::book;
use rust_xlsxwriter::{Workbook, Worksheet, XlsxError};
use sg3_workbook::{Area, address};

const FILE: &str = "network.xlsx";

/// The workbook.
pub fn part() -> Result<Part, XlsxError> {
    let mut part =
        Part { file: FILE, bytes: Vec::new(), entries: Vec::new(), meanings: Vec::new(), tables: Vec::new() };
    let mut workbook = book()?;
    centres(&mut workbook, &mut part)?;
    keys(&mut workbook, &mut part)?;
    keys_by_department(&mut workbook, &mut part)?;
    elements(&mut workbook, &mut part)?;
    keys_by_element(&mut workbook, &mut part)?;
    products(&mut workbook, &mut part)?;
    routing(&mut workbook, &mut part)?;
    part.bytes = workbook.save_to_buffer()?;
    Ok(part)
}

fn block(sheet: &'static str, head: u32, rows: usize) -> Block<'static> {
    Block { file: FILE, sheet, head, first: head + 1, last: head + rows as u32, rows: "" }
}

fn centres(workbook: &mut Workbook, part: &mut Part) -> Result<(), XlsxError> {
    let block = block("Cost centres", 2, CENTRES.len());
    let sheet = sheet(
        workbook,
        block.sheet,
        "Cost centres and how they are passed on",
        &[],
        &[9.0, 34.0, 12.0, 24.0, 26.0, 22.0],
    )?;
    let names = ["Code", "Department", "Role", "Key of support centres", "Passed to the network", "Key to the network"];
    heads(sheet, block.head, &names)?;
    let mut table = Table::new("centres.csv", "centre,label,support.kind,support_driver_of,element_rule,centre_driver");
    for (row, (code, name, support, key, _)) in (block.first..).zip(CENTRES) {
        sheet.write_number(row, 0, *code)?.write_string(row, 1, *name)?;
        sheet.write_string(row, 2, if *support { "Support" } else { "Line" })?;
        let (role, rule) =
            (if *support { "support" } else { "operating" }, if key.is_empty() { "follows" } else { "by_a_driver" });
        if *support {
            sheet.write_string(row, 3, *key)?;
        } else {
            sheet.write_string(row, 4, if key.is_empty() { "In proportion" } else { "By key" })?;
            sheet.write_string(row, 5, if key.is_empty() { "–" } else { key })?;
        }
        let own = |is: bool| if is { (*key).to_owned() } else { String::new() };
        let rule = if *support { String::new() } else { rule.to_owned() };
        table.row([code.to_string(), (*name).to_owned(), role.to_owned(), own(*support), rule, own(!*support)]);
    }
    part.tables.push(table);
    part.entries.push(block.column("centre[*]", 1, names[1], "A"));
    for (column, figure) in (2..).zip(["support.kind", "support_driver_of", "element_rule", "centre_driver"]) {
        part.entries.push(block.column(&format!("{figure}[*]"), column, names[column as usize], "A"));
    }
    part.meanings.extend(meanings("support.kind", &[("Line", "operating"), ("Support", "support")]));
    part.meanings.extend(meanings("element_rule", &[("By key", "by_a_driver"), ("In proportion", "follows")]));
    Ok(())
}

fn keys(workbook: &mut Workbook, part: &mut Part) -> Result<(), XlsxError> {
    let block = block("Keys", 2, KEYS.len());
    let sheet = sheet(workbook, block.sheet, "Allocation keys", &[], &[11.0, 30.0, 14.0, 26.0])?;
    heads(sheet, block.head, &["Key", "Description", "Measured in", "Quality of the data"])?;
    let mut table = Table::new("drivers.csv", "driver,label,driver_grade");
    for (row, (code, name, unit, quality)) in (block.first..).zip(KEYS) {
        sheet
            .write_string(row, 0, *code)?
            .write_string(row, 1, *name)?
            .write_string(row, 2, *unit)?
            .write_string(row, 3, *quality)?;
        table.row([(*code).to_owned(), (*name).to_owned(), grade(quality).to_owned()]);
    }
    part.tables.push(table);
    part.entries.push(block.column("driver[*]", 1, "Description", "A"));
    part.entries.push(block.column("driver_grade[*]", 3, "Quality of the data", "A"));
    let mut words: Vec<(&str, &str)> = KEYS.iter().map(|(.., quality)| (*quality, grade(quality))).collect();
    words.extend(PRODUCTS.iter().map(|product| (quality(product.6.is_some()), grade(quality(product.6.is_some())))));
    words.sort_unstable();
    words.dedup();
    part.meanings.extend(meanings("grade", &words));
    Ok(())
}

fn grade(quality: &str) -> &'static str {
    match quality {
        "From contracts" | "From audited accounts" => "audited",
        "Counted by system" => "measured",
        _ => "estimated",
    }
}

fn quality(is_call: bool) -> &'static str {
    if is_call { "Counted by system" } else { "Management estimate" }
}

/// A table with keys on two sides and totals: the line for its cells, and for what stands beside and above them.
fn crossed(
    part: &mut Part,
    (title, head): (&'static str, u32),
    (rows, columns): (usize, usize),
    (dimension, driver, other, value): (&str, &str, &str, &str),
) {
    let block = Block { rows: "A: *", ..block(title, head, rows) };
    let (left, right) = (2, 1 + columns as u32);
    let area = Area { top: block.first, bottom: block.last, left, right };
    let beside = Area { left: 0, right: 0, ..area };
    let above = Area { top: head, bottom: head, left, right };
    part.entries.push(block.area(&format!("{dimension}[*]"), area, ""));
    part.entries.push(Block { rows: "", ..block }.area(&format!("{driver}[*]"), above, ""));
    part.entries.push(block.area(&format!("{other}[*]"), beside, ""));
    part.entries.push(block.area(&format!("{value}[*,2024]"), area, ""));
}

fn keys_by_department(workbook: &mut Workbook, part: &mut Part) -> Result<(), XlsxError> {
    let notes = ["Quantities of 2024, or at the year end"];
    let sheet = sheet(workbook, "Keys by department", "What departments use", &notes, &[9.0, 34.0])?;
    let names: Vec<&str> =
        ["Code", "Department"].into_iter().chain(KEYS.iter().take(5).map(|key| key.0)).chain(["Total"]).collect();
    heads(sheet, 3, &names)?;
    let mut lines = Table::new("centre_measurements.csv", "centre_measurement,centre_driver_of,measured_centre");
    let mut values = Table::new("centre_quantities.csv", "centre_measurement,year,centre_measured");
    for (row, (code, name, .., counts)) in (4..).zip(CENTRES) {
        sheet.write_number(row, 0, *code)?.write_string(row, 1, *name)?;
        for (column, (count, key)) in (2..).zip(counts.iter().zip(KEYS)).filter(|(_, (count, _))| **count > 0) {
            sheet.write_number(row, column, *count)?;
            measured((&mut lines, &mut values), (row, u32::from(column)), key.0, &code.to_string(), f64::from(*count));
        }
        sheet.write_number(row, 7, counts.iter().sum::<u32>())?;
    }
    let totals: Vec<f64> = (0..5).map(|key| CENTRES.iter().map(|centre| f64::from(centre.4[key])).sum()).collect();
    all(sheet, 4 + CENTRES.len() as u32, &totals)?;
    part.tables.extend([lines, values]);
    let names = ("centre_measurement", "centre_driver_of", "measured_centre", "centre_measured");
    crossed(part, ("Keys by department", 3), (CENTRES.len(), 5), names);
    Ok(())
}

fn measured((lines, values): (&mut Table, &mut Table), (row, column): (u32, u32), key: &str, of: &str, count: f64) {
    let at = address(row, column);
    lines.row([at.clone(), key.to_owned(), of.to_owned()]);
    values.row([at, "2024".to_owned(), count.to_string()]);
}

/// The totals below a table.
fn all(sheet: &mut Worksheet, row: u32, totals: &[f64]) -> Result<(), XlsxError> {
    let looks = Looks::new();
    sheet.write_string_with_format(row, 1, "Total", &looks.total)?;
    for (column, total) in (2..).zip(totals) {
        sheet.write_number(row, column, *total)?;
    }
    Ok(())
}

fn elements(workbook: &mut Workbook, part: &mut Part) -> Result<(), XlsxError> {
    let block = block("Elements", 2, ELEMENTS.len());
    let sheet = sheet(workbook, block.sheet, "Elements of the network and of retail", &[], &[11.0, 32.0, 14.0, 14.0])?;
    heads(sheet, block.head, &["Element", "Description", "Measured in", "Business"])?;
    let mut table = Table::new("elements.csv", "element,label,business_of");
    for (row, (code, name, unit, business, _)) in (block.first..).zip(ELEMENTS) {
        sheet
            .write_string(row, 0, *code)?
            .write_string(row, 1, *name)?
            .write_string(row, 2, *unit)?
            .write_string(row, 3, *business)?;
        table.row([(*code).to_owned(), (*name).to_owned(), business.to_lowercase()]);
    }
    part.tables.push(table);
    part.entries.push(block.column("element[*]", 1, "Description", "A"));
    part.entries.push(block.column("business_of[*]", 3, "Business", "A"));
    Ok(())
}

fn keys_by_element(workbook: &mut Workbook, part: &mut Part) -> Result<(), XlsxError> {
    let notes = ["Quantities of 2024"];
    let sheet = sheet(workbook, "Keys by element", "What elements draw", &notes, &[11.0, 32.0])?;
    let own = &KEYS[5..];
    let names: Vec<&str> = ["Element", "Description"].into_iter().chain(own.iter().map(|key| key.0)).collect();
    heads(sheet, 3, &names)?;
    let mut lines = Table::new("element_measurements.csv", "element_measurement,element_driver_of,measured_element");
    let mut values = Table::new("element_quantities.csv", "element_measurement,year,element_measured");
    let mut totals = vec![0.0; own.len()];
    for (row, (code, name, .., draws)) in (4..).zip(ELEMENTS) {
        sheet.write_string(row, 0, *code)?.write_string(row, 1, *name)?;
        for (position, key) in own.iter().enumerate() {
            let Some((_, count)) = draws.iter().find(|(of, _)| *of == key.0) else { continue };
            sheet.write_number(row, 2 + position as u16, *count)?;
            measured((&mut lines, &mut values), (row, 2 + position as u32), key.0, code, *count);
            totals[position] += count;
        }
    }
    all(sheet, 4 + ELEMENTS.len() as u32, &totals)?;
    part.tables.extend([lines, values]);
    let names = ("element_measurement", "element_driver_of", "measured_element", "element_measured");
    crossed(part, ("Keys by element", 3), (ELEMENTS.len(), own.len()), names);
    Ok(())
}

fn products(workbook: &mut Workbook, part: &mut Part) -> Result<(), XlsxError> {
    let block = block("Products", 3, PRODUCTS.len());
    let notes = ["Volumes of the financial year 2024"];
    let sheet = sheet(workbook, block.sheet, "Products", &notes, &[10.0, 32.0, 10.0, 12.0, 18.0, 18.0, 18.0, 24.0])?;
    let names = [
        "Product",
        "Description",
        "Unit",
        "Sold by",
        "Volume 2024",
        "Attempts per successful call",
        "Call duration",
        "Quality of routing",
    ];
    heads(sheet, block.head, &names)?;
    let mut table = Table::new("services.csv", "service,label,sold_by,attempts,call_length,routing_grade");
    let mut volumes = Table::new("volumes.csv", "service,year,volume");
    for (row, (code, name, unit, business, volume, _, call, _)) in (block.first..).zip(PRODUCTS) {
        sheet
            .write_string(row, 0, *code)?
            .write_string(row, 1, *name)?
            .write_string(row, 2, *unit)?
            .write_string(row, 3, *business)?;
        sheet.write_number(row, 4, *volume)?;
        if let Some((length, attempts)) = call {
            sheet.write_number(row, 5, *attempts)?.write_number(row, 6, *length)?;
        }
        let quality = quality(call.is_some());
        sheet.write_string(row, 7, quality)?;
        let written = |value: Option<f64>| value.map_or(String::new(), |value| value.to_string());
        let (length, attempts) = (written(call.map(|call| call.0)), written(call.map(|call| call.1)));
        let (code, name) = ((*code).to_owned(), (*name).to_owned());
        volumes.row([code.clone(), "2024".to_owned(), volume.to_string()]);
        table.row([code, name, business.to_lowercase(), attempts, length, grade(quality).to_owned()]);
    }
    part.tables.extend([table, volumes]);
    part.entries.push(block.column("service[*]", 1, names[1], "A"));
    let figures = ["sold_by[*]", "volume[*,2024]", "attempts[*]", "call_length[*]", "routing_grade[*]"];
    for (column, figure) in (3..).zip(figures) {
        part.entries.push(block.column(figure, column, names[column as usize], "A"));
    }
    Ok(())
}

fn routing(workbook: &mut Workbook, part: &mut Part) -> Result<(), XlsxError> {
    let notes = ["Units of each element for one unit of each product"];
    let sheet = sheet(workbook, "Routing", "Routing factors", &notes, &[10.0, 32.0])?;
    let names: Vec<&str> =
        ["Product", "Description"].into_iter().chain(ELEMENTS.iter().map(|element| element.0)).collect();
    heads(sheet, 3, &names)?;
    let mut table = Table::new("routing.csv", "service,element,routing");
    for (row, (code, name, .., uses)) in (4..).zip(PRODUCTS) {
        sheet.write_string(row, 0, *code)?.write_string(row, 1, *name)?;
        for (element, factor) in *uses {
            let column = ELEMENTS.iter().position(|known| known.0 == *element).expect("an element");
            sheet.write_number(row, 2 + column as u16, *factor)?;
            table.row([(*code).to_owned(), (*element).to_owned(), factor.to_string()]);
        }
    }
    part.tables.push(table);
    let block = block("Routing", 3, PRODUCTS.len());
    let area = Area { top: block.first, bottom: block.last, left: 2, right: 1 + ELEMENTS.len() as u32 };
    part.entries.push(block.area("routing[*,*]", area, "A, 4"));
    Ok(())
}
