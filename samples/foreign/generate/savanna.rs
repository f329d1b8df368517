//! Savanna Telecom: an English trial balance of twelve sheets and 900 accounts with subtotals, credit balances negative.

use super::figures::{COMPONENTS, Chance, STREAMS};
use super::sample::{Line, Sample};
use rust_xlsxwriter::{Worksheet, XlsxError};
use sg3_workbook::address;
use std::error::Error;

const SHEETS: [&str; 7] = [
    "TB Access network",
    "TB Local exchanges",
    "TB Trunk exchanges",
    "TB Transmission backbone",
    "TB Intl gateway exchange",
    "TB Submarine cable & satellite",
    "TB Cross-border links",
];
const STREAM: [&str; 14] = [
    "Local calls",
    "Trunk calls",
    "Outgoing international calls",
    "Incoming international calls",
    "Outgoing calls to neighbouring countries",
    "Incoming calls from neighbouring countries",
    "Calls to mobile networks",
    "Interconnect incoming, single tandem",
    "Interconnect incoming, double tandem",
    "Mobile operators to abroad",
    "Transit international to international",
    "Transit international to regional",
    "Transit regional to regional",
    "Transit regional to international",
];
/// Class of accounts, what its accounts are called, how many there are, and whether they are operating cost or depreciation.
const CLASSES: [(&str, &[&str], usize, bool); 5] = [
    ("60", &["Materials and spare parts", "Fuel and diesel", "Electricity", "Stationery and supplies"], 20, true),
    ("61", &["Repairs and maintenance", "Rent of premises", "Insurance", "Security services"], 24, true),
    ("62", &["Contractors", "Travel", "Consultancy", "Vehicle transport"], 20, true),
    ("64", &["Salaries and wages", "Overtime", "Pension contributions", "Staff training"], 26, true),
    ("68", &["Depreciation of equipment", "Depreciation of buildings", "Depreciation of vehicles"], 15, false),
];
const HEADS: [&str; 5] = ["Account", "Description", "Debit", "Credit", "Balance"];

pub fn sample() -> Result<Sample, Box<dyn Error>> {
    let mut sample = Sample::new("savanna.xlsx");
    let mut chance = Chance::new(53);
    let mut book = super::sample::book()?;
    notes(book.add_worksheet())?;
    for at in 0..7 {
        balance(&mut sample, &mut chance, book.add_worksheet(), at)?;
    }
    shared(&mut sample, &mut chance, book.add_worksheet())?;
    revenue(&mut sample, &mut chance, book.add_worksheet())?;
    traffic(&mut sample, &mut chance, book.add_worksheet())?;
    assets(&mut sample, &mut chance, book.add_worksheet())?;
    sample.bytes = book.save_to_buffer()?;
    Ok(sample)
}

fn notes(sheet: &mut Worksheet) -> Result<(), XlsxError> {
    sheet.set_name("Notes")?.write(0, 0, "SAVANNA TELECOM LTD (fictional)")?.write(
        1,
        0,
        "Trial balance by cost centre, year ended 31 December 2024",
    )?;
    sheet.write(3, 0, "All amounts in KES, debit positive, credit negative.")?.write(
        4,
        0,
        "Subtotals are shown after each class of accounts.",
    )?;
    Ok(())
}

fn head(sheet: &mut Worksheet, name: &str) -> Result<(), XlsxError> {
    sheet.set_name(name)?.write(0, 0, "Savanna Telecom Ltd")?.write(
        1,
        0,
        format!("{}, 31 December 2024, KES", name.replace("TB ", "Trial balance: ")),
    )?;
    HEADS.iter().enumerate().try_for_each(|(column, words)| sheet.write(3, column as u16, *words).map(|_| ()))
}

fn balance(sample: &mut Sample, chance: &mut Chance, sheet: &mut Worksheet, at: usize) -> Result<(), XlsxError> {
    let name = SHEETS[at];
    head(sheet, name)?;
    let (key, opex, depreciation, ..) = COMPONENTS[at];
    let (mut row, mut all, mut sums, mut left_out) = (4, 0.0, [0.0; 2], [Vec::new(), Vec::new()]);
    let whole = chance.around(opex, 0.01);
    let opex = chance.parts(whole, 4, 0.01);
    for (class, (code, words, count, is_opex)) in CLASSES.iter().enumerate() {
        let whole = if *is_opex { opex[class] } else { chance.around(depreciation, 0.01) };
        let accounts = chance.parts(whole, *count, 0.01);
        let mut sum = 0.0;
        for (number, amount) in accounts.iter().enumerate() {
            let amount = (amount * 100.0).round() / 100.0;
            let account: u32 = format!("{code}{:04}", number * 10 + 10).parse().unwrap_or(0);
            sheet.write(row, 0, account)?.write(
                row,
                1,
                format!("{} {}", words[number % words.len()], number / words.len() + 1),
            )?;
            sheet.write(row, 2, amount)?.write(row, 4, amount)?;
            sum += amount;
            row += 1;
        }
        sheet.write(row, 1, format!("Subtotal class {code}"))?.write(row, 2, sum)?.write(row, 4, sum)?;
        left_out[usize::from(!is_opex)].push(address(row, 4));
        sums[usize::from(!is_opex)] += sum;
        all += sum;
        row += 2;
    }
    // Interest and taxes are in the trial balance and are not operating cost.
    for (code, words, amount) in [(661_010, "Interest on loans", 41e6), (691_010, "Corporate income tax", 55e6)] {
        let amount = chance.around(amount, 0.01);
        sheet.write(row, 0, code)?.write(row, 1, words)?.write(row, 2, amount)?.write(row, 4, amount)?;
        all += amount;
        row += 1;
    }
    sheet.write(row, 1, "Grand total")?.write(row, 4, all)?;
    let line = Line { sheet: name, heading: "Balance", currency: "KES", ..Line::default() };
    sample.line(
        &format!("network.operating_cost[{key}]"),
        sums[0],
        "E:E",
        &Line { rows: "A: 60*, 61*, 62*, 64*", label: "Materials and spare parts … Staff training", ..line.clone() },
    );
    sample.line(
        &format!("network.depreciation[{key}]"),
        sums[1],
        "E:E",
        &Line { rows: "A: 68*", label: "Depreciation", ..line },
    );
    Ok(())
}

/// Shared services: one account each for a handful of pools, over many accounts.
fn shared(sample: &mut Sample, chance: &mut Chance, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let name = "TB Shared services";
    head(sheet, name)?;
    let mut row = 4;
    for (code, words, key, amount) in [
        ("71", "Shared buildings", "shared_buildings", 860e6),
        ("72", "Power stations", "power_stations", 540e6),
        ("73", "Head office", "head_office", 1950e6),
        ("74", "Billing and information systems", "billing_and_information_systems", 720e6),
    ] {
        let whole = chance.around(amount, 0.01);
        let accounts = chance.parts(whole, 24, 0.01);
        let mut sum = 0.0;
        for (number, amount) in accounts.iter().enumerate() {
            let amount = (amount * 100.0).round() / 100.0;
            let account: u32 = format!("{code}{:04}", number * 10 + 10).parse().unwrap_or(0);
            sheet
                .write(row, 0, account)?
                .write(row, 1, format!("{words}, item {}", number + 1))?
                .write(row, 2, amount)?
                .write(row, 4, amount)?;
            sum += amount;
            row += 1;
        }
        sheet.write(row, 1, format!("Subtotal {words}"))?.write(row, 4, sum)?;
        let rows = format!("A: {code}*");
        sample.line(
            &format!("network.common_cost[{key}]"),
            sum,
            "E:E",
            &Line {
                sheet: name,
                heading: "Balance",
                currency: "KES",
                rows: &rows,
                label: words,
                member: words,
                ..Line::default()
            },
        );
        row += 2;
    }
    Ok(())
}

/// Four accounts of revenue for every stream, as credit balances.
fn revenue(sample: &mut Sample, chance: &mut Chance, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let name = "TB Revenue";
    head(sheet, name)?;
    let mut row = 4;
    for (at, (key, _, revenue, ..)) in STREAMS.iter().enumerate() {
        let first = row;
        let mut sum = 0.0;
        let whole = chance.around(*revenue, 0.01);
        for (number, amount) in chance.parts(whole, 4, 0.01).into_iter().enumerate() {
            let amount = -((amount * 100.0).round() / 100.0);
            let words = ["residential", "business", "public telephones", "prepaid"][number];
            sheet.write(row, 0, 701_000 + 10 * at as u32 + number as u32)?.write(
                row,
                1,
                format!("{}, {words}", STREAM[at]),
            )?;
            sheet.write(row, 3, -amount)?.write(row, 4, amount)?;
            sum += amount;
            row += 1;
        }
        let cells = format!("E{}:E{row}", first + 1);
        sample.line(
            &format!("revenue[{key}]"),
            sum,
            &cells,
            &Line {
                sheet: name,
                label: STREAM[at],
                label_at: Some((first, 1)),
                heading: "Balance",
                currency: "KES",
                negative: true,
                ..Line::default()
            },
        );
    }
    sheet.write(row, 1, "Total revenue")?;
    Ok(())
}

fn traffic(sample: &mut Sample, chance: &mut Chance, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let name = "Traffic statistics";
    sheet.set_name(name)?.write(0, 0, "Billed traffic by type of call")?.write(2, 0, "Type of call")?;
    let heads = [
        "Minutes of use 2024 ('000)",
        "Minutes of use 2023 ('000)",
        "Peak share 2024",
        "Interconnection charges paid 2024 (KES '000)",
    ];
    heads.iter().enumerate().try_for_each(|(column, words)| sheet.write(2, column as u16 + 1, *words).map(|_| ()))?;
    for (at, (key, minutes, _, out, peak)) in STREAMS.iter().enumerate() {
        let row = 3 + at as u32;
        let (minutes, out, peak) = (
            chance.around(minutes / 1e3, 1.0),
            chance.around(out / 1e3, 1.0),
            chance.around(*peak, 1.0).min(90.0) / 100.0,
        );
        sheet
            .write(row, 0, STREAM[at])?
            .write(row, 1, minutes)?
            .write(row, 2, (minutes * 0.9).round())?
            .write(row, 3, peak)?;
        let line = Line { sheet: name, label: STREAM[at], label_at: Some((row, 0)), factor: 1e3, ..Line::default() };
        sample.line(&format!("minutes[{key}]"), minutes, &address(row, 1), &Line { heading: heads[0], ..line.clone() });
        sample.line(
            &format!("peak_share[{key}]"),
            peak,
            &address(row, 3),
            &Line { heading: heads[2], factor: 1.0, ..line.clone() },
        );
        if out > 0.0 {
            sheet.write(row, 4, out)?;
            sample.line(
                &format!("outpayment[{key}]"),
                out,
                &address(row, 4),
                &Line { heading: heads[3], currency: "KES", ..line },
            );
        }
    }
    Ok(())
}

fn assets(sample: &mut Sample, chance: &mut Chance, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    const WORDS: [&str; 7] = [
        "Access network",
        "Local exchanges",
        "Trunk exchanges",
        "National transmission",
        "International gateway",
        "Submarine cable and satellite",
        "Cross-border links",
    ];
    let name = "Fixed assets";
    sheet.set_name(name)?.write(0, 0, "Fixed asset summary, KES millions")?;
    let heads = ["Asset class", "Gross value", "Accumulated depreciation", "Net book value", "Useful life (years)"];
    heads.iter().enumerate().try_for_each(|(column, words)| sheet.write(2, column as u16, *words).map(|_| ()))?;
    for (at, (key, _, _, net, life)) in COMPONENTS.iter().enumerate() {
        let row = 3 + at as u32;
        let net = (chance.around(net / 1e6, 0.5) * 10.0).round() / 10.0;
        sheet
            .write(row, 0, WORDS[at])?
            .write(row, 1, net * 2.0)?
            .write(row, 2, -net)?
            .write(row, 3, net)?
            .write(row, 4, *life)?;
        let line = Line { sheet: name, label: WORDS[at], label_at: Some((row, 0)), ..Line::default() };
        sample.line(
            &format!("network.net_assets[{key}]"),
            net,
            &address(row, 3),
            &Line { heading: heads[3], factor: 1e6, currency: "KES", ..line.clone() },
        );
        sample.line(&format!("network.life[{key}]"), *life, &address(row, 4), &Line { heading: heads[4], ..line });
    }
    let rows = [
        ("Average exchange lines in service", 187_600.0, "lines"),
        ("Average monthly line rental (KES)", 620.0, "rental"),
        ("Connection charges billed (KES)", 71_400_000.0, "connection_revenue"),
    ];
    for (at, (label, value, figure)) in rows.into_iter().enumerate() {
        let row = 13 + at as u32;
        sheet.write(row, 0, label)?.write(row, 3, value)?;
        let currency = if figure == "lines" { "" } else { "KES" };
        sample.line(
            figure,
            value,
            &address(row, 3),
            &Line { sheet: name, label, label_at: Some((row, 0)), heading: "", currency, ..Line::default() },
        );
    }
    Ok(())
}
