//! True figures, by the tables from which the workbooks are drawn.

use super::cells::{number_in, rounded};
use super::layout::{Figure, Figures};
use crate::table::{Record, Tables};
use std::error::Error;

/// A figure with what is added to it: parts by what they have in common, each the sum of its rows.
struct Sum<'f> {
    name: String,
    parts: Vec<(String, f64)>,
    figure: &'f Figure,
}

/// `figures.csv`.
pub(super) fn text(figures: &[Figures], tables: &Tables) -> Result<String, Box<dyn Error>> {
    let mut sums: Vec<Sum> = Vec::new();
    for of in figures {
        for record in tables.rows(&of.rows, &of.keep, &Record::new())? {
            for figure in &of.lines {
                add(&mut sums, figure, &record, tables)?;
            }
        }
    }
    let lines: String = sums.iter().map(|sum| format!("\"{}\",{}\n", sum.name, sum.value())).collect();
    Ok(format!("figure,value\n{lines}"))
}

fn add<'f>(
    sums: &mut Vec<Sum<'f>>,
    figure: &'f Figure,
    record: &Record,
    tables: &Tables,
) -> Result<(), Box<dyn Error>> {
    let (name, part) = (tables.fill(&figure.figure, record)?, tables.fill(&figure.by, record)?);
    let Some(value) = value(&figure.value, record, tables)?.filter(|_| !name.is_empty()) else { return Ok(()) };
    let number = sums.iter().position(|sum| sum.name == name).unwrap_or(sums.len());
    if number == sums.len() {
        sums.push(Sum { name, parts: Vec::new(), figure });
    }
    let parts = &mut sums[number].parts;
    match parts.iter_mut().find(|(of, _)| *of == part) {
        Some((_, sum)) => *sum += value,
        None => parts.push((part, value)),
    }
    Ok(())
}

/// `a + b`, `a * b` of columns; nothing if all are empty.
fn value(written: &str, record: &Record, tables: &Tables) -> Result<Option<f64>, Box<dyn Error>> {
    let mut sum = None;
    for added in written.split('+') {
        let mut product = Some(1.0);
        for factor in added.split('*') {
            let factor = number_in(tables.follow(factor.trim(), record)?);
            product = product.zip(factor).map(|(product, factor)| product * factor);
        }
        sum = product.map(|product| sum.unwrap_or(0.0) + product).or(sum);
    }
    Ok(sum)
}

impl Sum<'_> {
    fn value(&self) -> f64 {
        let sum = self.parts.iter().fold(0.0, |sum, (_, part)| sum + part);
        rounded(sum, self.figure.decimals) * self.figure.factor.unwrap_or(1.0)
    }
}
