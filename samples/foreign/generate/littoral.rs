//! Littoral Mobile: a dump of the billing system, one record for each month, service, band and region; seconds, not minutes;
//! the Western code page, semicolons, decimal commas, and the last month of the year before.

use super::figures::{Chance, STREAMS};
use super::sample::{Line, Sample};
use std::error::Error;

const SERVICE: [(&str, &str); 14] = [
    ("URB", "Trafic urbain"),
    ("INT", "Trafic interurbain"),
    ("IDO", "International départ"),
    ("IDI", "International arrivée"),
    ("SRO", "Sous-régional départ"),
    ("SRI", "Sous-régional arrivée"),
    ("MOB", "Fixe vers mobile"),
    ("ST1", "Entrant simple transit"),
    ("ST2", "Entrant double transit"),
    ("MIN", "Mobiles vers l'international"),
    ("TII", "Transit international vers international"),
    ("TIS", "Transit international vers sous-régional"),
    ("TSS", "Transit sous-régional vers sous-régional"),
    ("TSI", "Transit sous-régional vers international"),
];
const REGIONS: [&str; 6] = ["LITTORAL", "CENTRE", "OUEST", "NORD", "EST", "SUD"];

pub fn sample() -> Result<Sample, Box<dyn Error>> {
    let mut sample = Sample::new("littoral.csv");
    let mut chance = Chance::new(67);
    let mut text = "PERIODE;CODE;SERVICE;TRANCHE;REGION;APPELS;SECONDES;MONTANT_XAF\r\n".to_owned();
    let mut sums = [(0.0, 0.0); 14];
    for month in [
        "2023-12", "2024-01", "2024-02", "2024-03", "2024-04", "2024-05", "2024-06", "2024-07", "2024-08", "2024-09",
        "2024-10", "2024-11", "2024-12",
    ] {
        for (at, (code, words)) in SERVICE.iter().enumerate() {
            for band in ["PLEIN", "REDUIT"] {
                for region in REGIONS {
                    let seconds = chance.around(STREAMS[at].1 * 60.0 / 144.0, 1.0);
                    let cents = chance.around(STREAMS[at].2 * 100.0 / 144.0, 1.0);
                    let calls = (seconds / 150.0).round();
                    text += &format!(
                        "{month};{code};{words};{band};{region};{calls};{seconds};{},{:02}\r\n",
                        (cents / 100.0).trunc(),
                        cents % 100.0
                    );
                    if month.starts_with("2024") {
                        sums[at].0 += seconds;
                        sums[at].1 += cents;
                    }
                }
            }
        }
    }
    sample.bytes = text.chars().map(|letter| u8::try_from(letter as u32).unwrap_or(b'?')).collect();
    for (at, (_, words)) in SERVICE.iter().enumerate() {
        let key = STREAMS[at].0;
        let rows = format!("C: {words}; A: 2024*");
        let line = Line { label: words, rows: &rows, ..Line::default() };
        sample.line(
            &format!("minutes[{key}]"),
            sums[at].0,
            "G:G",
            &Line { heading: "SECONDES", factor: 1.0 / 60.0, ..line.clone() },
        );
        sample.line(
            &format!("revenue[{key}]"),
            sums[at].1 / 100.0,
            "H:H",
            &Line { heading: "MONTANT_XAF", currency: "XAF", ..line },
        );
    }
    Ok(sample)
}
