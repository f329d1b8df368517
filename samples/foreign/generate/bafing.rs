//! Télécom Bafing: French, thousands of FCFA, merged heads of two levels, figures as text with spaces and decimal commas.

use super::figures::{COMPONENTS, Chance, STREAMS};
use super::sample::{Line, Sample};
use rust_xlsxwriter::{Format, Worksheet, XlsxError};
use std::error::Error;

const NAMES: [&str; 14] = [
    "Communications urbaines",
    "Communications interurbaines",
    "Départ international",
    "Arrivée internationale",
    "Inter-États, départ",
    "Inter-États, arrivée",
    "Vers les réseaux mobiles",
    "Entrant national, simple transit",
    "Entrant national, double transit",
    "Mobiles nationaux vers l'étranger",
    "Transit international → international",
    "Transit international → inter-États",
    "Transit inter-États → inter-États",
    "Transit inter-États → international",
];
const SECTIONS: [(&str, std::ops::Range<usize>); 3] =
    [("A. Trafic de nos abonnés", 0..7), ("B. Interconnexion nationale", 7..10), ("C. Transit", 10..14)];
const ELEMENTS: [&str; 7] = [
    "Réseau d'accès (boucle locale)",
    "Commutation locale",
    "Centres de transit",
    "Transmission nationale",
    "Centre international",
    "Liaisons internationales",
    "Liaisons inter-États",
];
const NATURES: [&str; 7] = [
    "Charges de personnel",
    "Entretien et réparations",
    "Énergie",
    "Loyers et locations",
    "Assurances",
    "Sous-traitance",
    "Autres charges externes",
];

/// `1 234 567,5`, as text.
fn french(number: f64) -> String {
    let whole = (number.abs() * 10.0).round() / 10.0;
    let digits = format!("{}", whole.trunc());
    let groups: Vec<String> =
        digits.as_bytes().rchunks(3).rev().map(|group| String::from_utf8_lossy(group).into_owned()).collect();
    let decimals = ((whole.fract() * 10.0).round() as u8).to_string();
    format!("{},{decimals}", groups.join("\u{a0}"))
}

pub fn sample() -> Result<Sample, Box<dyn Error>> {
    let mut sample = Sample::new("bafing.xlsx");
    let mut chance = Chance::new(11);
    let mut book = super::sample::book()?;
    notes(book.add_worksheet())?;
    traffic(&mut sample, &mut chance, book.add_worksheet())?;
    charges(&mut sample, &mut chance, book.add_worksheet())?;
    assets(&mut sample, &mut chance, book.add_worksheet())?;
    lines(&mut sample, book.add_worksheet())?;
    ledger(&mut chance, book.add_worksheet())?;
    sample.bytes = book.save_to_buffer()?;
    Ok(sample)
}

fn notes(sheet: &mut Worksheet) -> Result<(), XlsxError> {
    sheet.set_name("Lisez-moi")?;
    sheet.write(0, 0, "TÉLÉCOM BAFING S.A. (opérateur fictif)")?.write(
        2,
        0,
        "Réponse à la demande d'informations de l'Autorité",
    )?;
    sheet.write(3, 0, "Sauf mention contraire, les montants sont en milliers de FCFA.")?.write(
        4,
        0,
        "Personne à contacter : Direction financière",
    )?;
    Ok(())
}

fn traffic(sample: &mut Sample, chance: &mut Chance, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let bold = Format::new().set_bold();
    sheet.set_name("Trafic et recettes")?.merge_range(
        0,
        0,
        0,
        7,
        "Trafic et recettes par nature de communication",
        &bold,
    )?;
    sheet.write(1, 0, "Source : système de taxation, hors TVA")?;
    sheet.merge_range(4, 1, 4, 3, "Trafic (milliers de minutes)", &bold)?.merge_range(
        4,
        4,
        4,
        5,
        "Recettes (milliers de FCFA)",
        &bold,
    )?;
    sheet.merge_range(4, 0, 5, 0, "Nature", &bold)?.merge_range(
        4,
        6,
        5,
        6,
        "Reversements aux opérateurs 2024 (milliers de FCFA)",
        &bold,
    )?;
    sheet.merge_range(4, 7, 5, 7, "Part en heures pleines (%)", &bold)?;
    for (column, words) in ["2023", "2024", "Évolution %", "2023", "2024"].iter().enumerate() {
        sheet.write(5, column as u16 + 1, *words)?;
    }
    let mut row = 6;
    for (section, range) in SECTIONS {
        sheet.write(row, 0, section)?;
        row += 1;
        let mut sums = [0.0; 2];
        for at in range {
            let (key, minutes, revenue, out, peak) = STREAMS[at];
            let (minutes, revenue, out) =
                (chance.around(minutes / 1e3, 0.5), chance.around(revenue / 1e3, 1.0), chance.around(out / 1e3, 1.0));
            let peak = chance.around(peak, 0.5).min(92.0);
            sheet
                .write(row, 0, NAMES[at])?
                .write(row, 1, (minutes * 0.93).round())?
                .write(row, 2, french(minutes))?
                .write(row, 3, "7,5 %")?;
            sheet.write(row, 4, (revenue * 0.95).round())?.write(row, 5, revenue)?.write(row, 7, peak)?;
            if out > 0.0 {
                sheet.write(row, 6, out)?;
            }
            let line =
                Line { sheet: "Trafic et recettes", label: NAMES[at], label_at: Some((row, 0)), ..Line::default() };
            let cell = |column| sg3_workbook::address(row, column);
            sample.line(
                &format!("minutes[{key}]"),
                minutes,
                &cell(2),
                &Line { heading: "Trafic (milliers de minutes) · 2024", factor: 1e3, ..line.clone() },
            );
            sample.line(
                &format!("revenue[{key}]"),
                revenue,
                &cell(5),
                &Line { heading: "Recettes (milliers de FCFA) · 2024", factor: 1e3, currency: "XOF", ..line.clone() },
            );
            if out > 0.0 {
                sample.line(
                    &format!("outpayment[{key}]"),
                    out,
                    &cell(6),
                    &Line {
                        heading: "Reversements aux opérateurs 2024 (milliers de FCFA)",
                        factor: 1e3,
                        currency: "XOF",
                        ..line.clone()
                    },
                );
            }
            sample.line(
                &format!("peak_share[{key}]"),
                peak,
                &cell(7),
                &Line { heading: "Part en heures pleines (%)", factor: 0.01, ..line },
            );
            sums = [sums[0] + minutes, sums[1] + revenue];
            row += 1;
        }
        sheet
            .write(row, 0, format!("Sous-total {}", &section[..1]))?
            .write(row, 2, french(sums[0]))?
            .write(row, 5, sums[1])?;
        row += 2;
    }
    Ok(())
}

fn charges(sample: &mut Sample, chance: &mut Chance, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let bold = Format::new().set_bold();
    sheet.set_name("Charges")?.write(0, 0, "Charges d'exploitation par élément de réseau, exercice 2024")?.write(
        1,
        0,
        "en milliers de FCFA",
    )?;
    sheet.merge_range(3, 1, 3, 7, "Éléments de réseau", &bold)?.write(4, 0, "Nature de charge")?;
    for (column, words) in ELEMENTS.iter().enumerate() {
        sheet.write(4, column as u16 + 1, *words)?;
    }
    sheet.write(4, 8, "Total")?;
    let costs: Vec<Vec<f64>> =
        COMPONENTS.iter().map(|(_, opex, ..)| chance.parts((opex / 1e3).round(), 7, 1.0)).collect();
    let spent: Vec<f64> =
        COMPONENTS.iter().map(|(.., depreciation, _, _)| chance.around(depreciation / 1e3, 1.0)).collect();
    for (nature, words) in NATURES.iter().enumerate() {
        let row = 5 + nature as u32;
        sheet.write(row, 0, *words)?;
        for (column, of) in costs.iter().enumerate() {
            sheet.write(row, column as u16 + 1, of[nature])?;
        }
        sheet.write(row, 8, costs.iter().map(|of| of[nature]).sum::<f64>())?;
    }
    sheet.write(12, 0, "Total charges décaissées")?.write(14, 0, "Dotations aux amortissements")?.write(
        15,
        0,
        "TOTAL GÉNÉRAL",
    )?;
    for (column, of) in costs.iter().enumerate() {
        let (at, sum) = (column as u16 + 1, of.iter().sum::<f64>());
        sheet.write(12, at, sum)?.write(14, at, spent[column])?.write(15, at, sum + spent[column])?;
        let (key, letters) = (COMPONENTS[column].0, sg3_workbook::column_letters(u32::from(at)));
        let heading = format!("Éléments de réseau · {}", ELEMENTS[column]);
        let line = Line { sheet: "Charges", heading: &heading, factor: 1e3, currency: "XOF", ..Line::default() };
        let cells = format!("{letters}6:{letters}12");
        sample.line(
            &format!("network.operating_cost[{key}]"),
            sum,
            &cells,
            &Line {
                label: "Charges de personnel … Autres charges externes",
                label_at: Some((5, 0)),
                left_out: &format!("{letters}13"),
                ..line.clone()
            },
        );
        sample.line(
            &format!("network.depreciation[{key}]"),
            spent[column],
            &format!("{letters}15"),
            &Line { label: "Dotations aux amortissements", label_at: Some((14, 0)), ..line },
        );
    }
    let all: f64 = costs.iter().flatten().sum();
    sheet.write(12, 8, all)?.write(14, 8, spent.iter().sum::<f64>())?.write(15, 8, all + spent.iter().sum::<f64>())?;
    Ok(())
}

fn assets(sample: &mut Sample, chance: &mut Chance, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    sheet.set_name("Immobilisations")?.write(0, 0, "Tableau des immobilisations au 31/12/2024 (millions de FCFA)")?;
    for (column, words) in [
        "Élément",
        "Valeur d'origine",
        "Amortissements cumulés",
        "Valeur nette comptable",
        "Durée d'amortissement (ans)",
    ]
    .iter()
    .enumerate()
    {
        sheet.write(2, column as u16, *words)?;
    }
    for (at, (key, _, _, net, life)) in COMPONENTS.iter().enumerate() {
        let row = 3 + at as u32;
        let net = chance.around(net / 1e6, 0.1);
        let net = (net * 10.0).round() / 10.0;
        sheet
            .write(row, 0, ELEMENTS[at])?
            .write(row, 1, net * 2.0)?
            .write(row, 2, net)?
            .write(row, 3, net)?
            .write(row, 4, *life)?;
        let line = Line { sheet: "Immobilisations", label: ELEMENTS[at], label_at: Some((row, 0)), ..Line::default() };
        sample.line(
            &format!("network.net_assets[{key}]"),
            net,
            &sg3_workbook::address(row, 3),
            &Line { heading: "Valeur nette comptable", factor: 1e6, currency: "XOF", ..line.clone() },
        );
        sample.line(
            &format!("network.life[{key}]"),
            *life,
            &sg3_workbook::address(row, 4),
            &Line { heading: "Durée d'amortissement (ans)", ..line },
        );
    }
    Ok(())
}

fn lines(sample: &mut Sample, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    sheet.set_name("Abonnés")?.write(0, 0, "Parc et abonnement, année 2024")?;
    let rows = [
        ("Parc moyen de lignes principales", 143_250.0, "lignes", "lines", 0.0),
        ("Abonnement mensuel moyen (FCFA)", 2_150.0, "FCFA", "rental", 0.0),
        ("Recettes de raccordement (milliers de FCFA)", 487_300.0, "milliers FCFA", "connection_revenue", 1e3),
        ("Effectif au 31 décembre", 1_932.0, "agents", "", 0.0),
    ];
    for (at, (label, value, unit, figure, factor)) in rows.into_iter().enumerate() {
        let row = 2 + at as u32;
        sheet.write(row, 0, label)?.write(row, 1, value)?.write(row, 2, unit)?;
        if !figure.is_empty() {
            let currency = if figure == "lines" { "" } else { "XOF" };
            sample.line(
                figure,
                value,
                &sg3_workbook::address(row, 1),
                &Line { sheet: "Abonnés", label, label_at: Some((row, 0)), factor, currency, ..Line::default() },
            );
        }
    }
    Ok(())
}

/// The general ledger, which answers nothing by itself.
fn ledger(chance: &mut Chance, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    const CLASSES: [(&str, &str); 8] = [
        ("10", "Capital et réserves"),
        ("21", "Immobilisations"),
        ("40", "Fournisseurs"),
        ("41", "Clients"),
        ("52", "Banques"),
        ("60", "Achats"),
        ("66", "Charges de personnel"),
        ("70", "Ventes"),
    ];
    sheet.set_name("Balance générale")?.write(0, 0, "Balance générale au 31/12/2024")?.write(1, 0, "en FCFA")?;
    for (column, words) in ["Compte", "Intitulé", "Solde débiteur", "Solde créditeur"].iter().enumerate() {
        sheet.write(3, column as u16, *words)?;
    }
    let mut row = 4;
    for (class, words) in CLASSES {
        for number in 0..60 {
            let code: u32 = format!("{class}{:04}", number * 25 + 100).parse().unwrap_or(0);
            sheet.write(row, 0, code)?.write(row, 1, format!("{words}, compte {}", number + 1))?;
            sheet.write(row, 2 + u16::from(class < "50"), chance.around(24e6, 1.0))?;
            row += 1;
        }
    }
    Ok(())
}
