//! Figures as people read them: as their quantity is shown, those of one column with the same decimals.

use super::display::{display_number, fixed_number};
use super::shown::display_of;
use crate::rounding::round_half_away;
use sg3_lang::model::{Display, DisplayScale, Quantity};

/// Figures that are less than this part of the largest do not say how many decimals a column has.
const COUNTS: f64 = 1e-4;
/// Significant digits of the largest figure of a column, and of the smallest that counts.
const DIGITS: [i32; 2] = [6, 4];
/// From here on thousands are set apart.
const GROUPED: f64 = 10_000.0;
/// Beyond these a number is written with an exponent.
const PLAIN: std::ops::Range<f64> = 1e-6..1e15;
/// What stands for nothing in a statement.
const NOTHING: &str = "–";
/// What stands for a figure that is missing in a statement, where a dash is zero.
const MISSING: &str = "missing";

/// How the figures of a column are written.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FigureFormat {
    display: Display,
    /// The same for all; nothing where each figure has as many as it needs.
    decimals: Option<usize>,
    /// The smallest figure that has them; a smaller one is written by itself.
    least: f64,
    /// Whether all have their thousands set apart: a year alone has not.
    has_thousands: bool,
}

impl FigureFormat {
    /// Of a figure that stands alone.
    ///
    /// ```
    /// use sg3_calc::present::figure::FigureFormat;
    /// use sg3_lang::model::{Display, DisplayScale};
    /// let rate = FigureFormat::alone(Display { scale: DisplayScale::Percent, ..Display::default() });
    /// assert_eq!(rate.write(0.125), "12.5 %");
    /// let line = FigureFormat::alone(Display { scale: DisplayScale::Millions, decimals: Some(1), statement: true });
    /// assert_eq!(line.write(-4_250_000.0), "(4.3)");
    /// assert_eq!(line.write(0.0), "–");
    /// assert_eq!(line.write(-40_000.0), "–");
    /// ```
    pub fn alone(display: Display) -> FigureFormat {
        let has_thousands = display.statement || display.decimals.is_some();
        FigureFormat { display, decimals: display.decimals.map(usize::from), least: 0.0, has_thousands }
    }

    /// Of figures below each other: so many decimals as are declared, else as the figures that count need.
    ///
    /// ```
    /// use sg3_calc::present::figure::FigureFormat;
    /// use sg3_lang::model::Display;
    /// let column = FigureFormat::of_column(Display::default(), &[5.82, 19.364]);
    /// assert_eq!(column.write(5.82), "5.820");
    /// assert_eq!(FigureFormat::of_column(Display::default(), &[4_250.0, 41_000.0]).write(4_250.0), "4,250");
    /// assert_eq!(FigureFormat::of_column(Display::default(), &[2025.0, 2026.0]).write(2025.0), "2025");
    /// ```
    pub fn of_column(display: Display, values: &[f64]) -> FigureFormat {
        let scaled: Vec<f64> = values.iter().map(|value| display.scale.of(*value).abs()).collect();
        let sizes = scaled.into_iter().filter(|size| size.is_finite() && *size > 0.0);
        let largest = sizes.clone().fold(0.0, f64::max);
        if display.decimals.is_some() || !PLAIN.contains(&largest) {
            return FigureFormat::alone(display);
        }
        let counting: Vec<f64> = sizes.filter(|size| *size >= COUNTS * largest).collect();
        FigureFormat {
            display,
            decimals: Some(common_decimals(&counting, largest)),
            least: COUNTS * largest,
            has_thousands: display.statement || largest >= GROUPED,
        }
    }

    /// The figure in words and digits; what is missing is a dash, but in a statement, where that is zero.
    pub fn write(&self, value: f64) -> String {
        let Display { statement, scale, .. } = self.display;
        if value.is_nan() {
            return if statement { MISSING } else { NOTHING }.to_owned();
        }
        let percent = if scale == DisplayScale::Percent { " %" } else { "" };
        let text = self.digits(scale.of(value)) + percent;
        if statement { in_brackets(text) } else { text }
    }

    fn digits(&self, scaled: f64) -> String {
        match self.decimals {
            Some(_) if scaled == 0.0 => "0".to_owned(),
            Some(decimals) if self.is_fixed(scaled, decimals) => {
                fixed_number(round_half_away(scaled, decimals as i32), decimals, self.has_thousands)
            }
            _ => display_number(scaled),
        }
    }

    /// What does not count for the decimals of the column has as many as it needs, but where the column shows enough of its digits, and in
    /// a statement, which shows no parts of what it is drawn up in.
    fn is_fixed(&self, scaled: f64, decimals: usize) -> bool {
        let size = scaled.abs();
        size < PLAIN.end && (size >= self.least || self.display.statement || shows_enough(size, decimals))
    }
}

/// A figure in a sentence, with the unit that people see: `12.5 %/year`, `4.2 million XOF`; a pure number stands alone.
pub fn figure_with_unit(quantity: &Quantity, value: f64, unit: &str) -> String {
    let text = FigureFormat::alone(display_of(quantity)).write(value);
    match unit.strip_prefix('%') {
        Some(per) => format!("{text}{per}"),
        None if quantity.unit().is_pure() && display_of(quantity).scale == DisplayScale::Unit => text,
        None => format!("{text} {unit}"),
    }
}

/// As statements have it: brackets for what is negative, a dash for nothing.
fn in_brackets(text: String) -> String {
    let is_nothing = !text.contains(|digit: char| matches!(digit, '1'..='9'));
    match text.strip_prefix('-') {
        _ if is_nothing => NOTHING.to_owned(),
        Some(amount) => format!("({amount})"),
        None => text,
    }
}

/// Four digits, or two of what would have an exponent otherwise.
fn shows_enough(size: f64, decimals: usize) -> bool {
    let digits = if size < PLAIN.start { 2 } else { DIGITS[1] };
    size * libm::pow(10.0, decimals as f64) >= libm::pow(10.0, f64::from(digits - 1))
}

/// Decimals that give the largest six significant digits and the smallest four, without those that no figure needs.
fn common_decimals(sizes: &[f64], largest: f64) -> usize {
    let smallest = sizes.iter().copied().fold(largest, f64::min);
    let needed = [largest, smallest].iter().zip(DIGITS).map(|(size, digits)| decimals_for(*size, digits)).max();
    let most = needed.unwrap_or(0);
    let used = sizes.iter().map(|size| {
        let text = format!("{:.most$}", round_half_away(*size, most as i32));
        text.trim_end_matches('0').split_once('.').map_or(0, |(_, decimals)| decimals.len())
    });
    used.max().unwrap_or(0)
}

fn decimals_for(size: f64, digits: i32) -> usize {
    (digits - 1 - libm::floor(libm::log10(size)) as i32).max(0) as usize
}
