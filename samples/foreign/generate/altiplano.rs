//! Telefónica del Altiplano: Spanish, an old .xls, years in the names of sheets, costs as negative figures, two tables side by side.

use super::figures::{COMPONENTS, Chance, STREAMS};
use super::sample::{Line, Sample};
use rust_xlsxwriter::{Worksheet, XlsxError};
use sg3_workbook::address;
use std::error::Error;

const STREAM: [&str; 14] = [
    "Llamadas urbanas",
    "Larga distancia nacional",
    "Internacional de salida",
    "Internacional de entrada",
    "Países vecinos, saliente",
    "Países vecinos, entrante",
    "Salientes a redes móviles",
    "Entrante con tránsito simple",
    "Entrante con doble tránsito",
    "Operadores móviles hacia el exterior",
    "Tránsito internacional-internacional",
    "Tránsito internacional-subregional",
    "Tránsito subregional-subregional",
    "Tránsito subregional-internacional",
];
const PART: [&str; 7] = [
    "Planta externa y bucle de abonado",
    "Centrales locales",
    "Centrales de tránsito",
    "Red de transmisión nacional",
    "Central internacional",
    "Cable submarino y estación terrena",
    "Enlaces con países vecinos",
];

/// `1.234.567,00`, as text.
fn spanish(number: f64) -> String {
    let digits = format!("{}", number.trunc());
    let groups: Vec<String> =
        digits.as_bytes().rchunks(3).rev().map(|group| String::from_utf8_lossy(group).into_owned()).collect();
    format!("{},{:02}", groups.join("."), ((number.fract()) * 100.0).round() as u8)
}

pub fn sample() -> Result<Sample, Box<dyn Error>> {
    let mut sample = Sample::new("altiplano.xls");
    let mut chance = Chance::new(41);
    let mut book = super::sample::book()?;
    traffic(None, &mut Chance::new(40), book.add_worksheet(), "Tráfico 2023")?;
    traffic(Some(&mut sample), &mut chance, book.add_worksheet(), "Tráfico 2024")?;
    costs(&mut sample, &mut chance, book.add_worksheet())?;
    plant(&mut sample, &mut chance, book.add_worksheet())?;
    sample.bytes = book.save_to_buffer()?;
    Ok(sample)
}

fn traffic(
    mut sample: Option<&mut Sample>,
    chance: &mut Chance,
    sheet: &mut Worksheet,
    name: &str,
) -> Result<(), XlsxError> {
    sheet.set_name(name)?.write(0, 0, "TELEFÓNICA DEL ALTIPLANO S.A. (operador ficticio)")?.write(
        1,
        0,
        "Tráfico cursado, ingresos y pagos a otros operadores",
    )?;
    sheet.write(2, 0, "Importes en miles de soles; tráfico en miles de minutos")?;
    let heads = [
        "Servicio",
        "Minutos (miles)",
        "Ingresos (miles de soles)",
        "Pagos a otros operadores (miles de soles)",
        "Horario pico %",
    ];
    for (column, words) in heads.iter().enumerate() {
        sheet.write(4, column as u16, *words)?;
    }
    let mut sums = [0.0; 3];
    for (at, (key, minutes, revenue, out, peak)) in STREAMS.iter().enumerate() {
        let row = 5 + at as u32;
        let values =
            [chance.around(minutes / 1e3, 0.01), chance.around(revenue / 1e3, 0.01), chance.around(out / 1e3, 1.0)]
                .map(|value: f64| (value * 100.0).round() / 100.0);
        let peak = chance.around(*peak, 1.0).min(90.0) / 100.0;
        sheet
            .write(row, 0, STREAM[at])?
            .write(row, 1, spanish(values[0]))?
            .write(row, 2, spanish(values[1]))?
            .write(row, 4, peak)?;
        if values[2] > 0.0 {
            sheet.write(row, 3, values[2])?;
        }
        sums = [sums[0] + values[0], sums[1] + values[1], sums[2] + values[2]];
        let Some(sample) = sample.as_mut() else { continue };
        let line = Line { sheet: name, label: STREAM[at], label_at: Some((row, 0)), factor: 1e3, ..Line::default() };
        let money = |heading| Line { heading, currency: "PEN", ..line.clone() };
        sample.line(
            &format!("minutes[{key}]"),
            values[0],
            &address(row, 1),
            &Line { heading: heads[1], ..line.clone() },
        );
        sample.line(&format!("revenue[{key}]"), values[1], &address(row, 2), &money(heads[2]));
        if values[2] > 0.0 {
            sample.line(&format!("outpayment[{key}]"), values[2], &address(row, 3), &money(heads[3]));
        }
        sample.line(
            &format!("peak_share[{key}]"),
            peak,
            &address(row, 4),
            &Line { heading: heads[4], factor: 1.0, ..line.clone() },
        );
    }
    sheet
        .write(19, 0, "Suma")?
        .write(19, 1, spanish(sums[0]))?
        .write(19, 2, spanish(sums[1]))?
        .write(19, 3, sums[2])?;
    Ok(())
}

/// Costs left, assets right, with an empty column between them.
fn costs(sample: &mut Sample, chance: &mut Chance, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let name = "Gastos e inmovilizado";
    sheet.set_name(name)?.write(0, 0, "Gastos de 2024 e inmovilizado al 31.12.2024, en millones de soles")?;
    let left = ["Elemento", "Gastos de operación", "Depreciación del ejercicio"];
    let right = ["Elemento de red", "Activo fijo bruto", "Valor neto contable", "Vida útil (meses)"];
    left.iter().enumerate().try_for_each(|(column, words)| sheet.write(2, column as u16, *words).map(|_| ()))?;
    right.iter().enumerate().try_for_each(|(column, words)| sheet.write(2, column as u16 + 4, *words).map(|_| ()))?;
    for (at, (key, opex, depreciation, net, life)) in COMPONENTS.iter().enumerate() {
        let row = 3 + at as u32;
        let [opex, spent, net] =
            [opex, depreciation, net].map(|figure| (chance.around(figure / 1e6, 0.1) * 10.0).round() / 10.0);
        sheet.write(row, 0, PART[at])?.write(row, 1, -opex)?.write(row, 2, -spent)?;
        sheet.write(row, 4, PART[at])?.write(row, 5, net * 2.0)?.write(row, 6, net)?.write(row, 7, life * 12.0)?;
        let line = Line {
            sheet: name,
            label: PART[at],
            label_at: Some((row, 0)),
            factor: 1e6,
            currency: "PEN",
            ..Line::default()
        };
        sample.line(
            &format!("network.operating_cost[{key}]"),
            -opex,
            &address(row, 1),
            &Line { heading: left[1], negative: true, ..line.clone() },
        );
        sample.line(
            &format!("network.depreciation[{key}]"),
            -spent,
            &address(row, 2),
            &Line { heading: left[2], negative: true, ..line.clone() },
        );
        let line = Line { label_at: Some((row, 4)), ..line };
        sample.line(
            &format!("network.net_assets[{key}]"),
            net,
            &address(row, 6),
            &Line { heading: right[2], ..line.clone() },
        );
        sample.line(
            &format!("network.life[{key}]"),
            life * 12.0,
            &address(row, 7),
            &Line { heading: right[3], factor: 1.0 / 12.0, currency: "", ..line },
        );
    }
    Ok(())
}

fn plant(sample: &mut Sample, chance: &mut Chance, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    sheet.set_name("Planta")?.write(0, 0, "Planta en servicio por departamento, promedio de 2024")?;
    sheet.write(2, 0, "Departamento")?.write(2, 1, "Líneas en servicio")?;
    let parts = chance.parts(176_420.0, 24, 1.0);
    for (at, lines) in parts.iter().enumerate() {
        sheet.write(3 + at as u32, 0, format!("Departamento {}", at + 1))?.write(3 + at as u32, 1, *lines)?;
    }
    let line = Line {
        sheet: "Planta",
        label: "Total líneas en servicio",
        label_at: Some((27, 0)),
        left_out: "B28",
        ..Line::default()
    };
    sheet.write(27, 0, "Total líneas en servicio")?.write(27, 1, parts.iter().sum::<f64>())?;
    sample.line("lines", parts.iter().sum(), "B4:B27", &line);
    for (at, (label, value, figure, factor)) in [
        ("Cuota mensual promedio (soles)", 48.5, "rental", 0.0),
        ("Derechos de conexión (miles de soles)", 9_120.0, "connection_revenue", 1e3),
    ]
    .into_iter()
    .enumerate()
    {
        let row = 31 + at as u32;
        sheet.write(row, 0, label)?.write(row, 1, value)?;
        sample.line(
            figure,
            value,
            &address(row, 1),
            &Line { sheet: "Planta", label, label_at: Some((row, 0)), factor, currency: "PEN", ..Line::default() },
        );
    }
    Ok(())
}
