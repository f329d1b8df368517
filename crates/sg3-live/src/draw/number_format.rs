//! Number formats, by kind, unit and size.

use crate::book::{Block, Role};
use sg3_lang::Model;
use sg3_lang::model::{DimensionId, Display, DisplayScale, Kind};
use sg3_workbook::write::text::shorten;

/// How answers of checks are shown.
pub(super) const ANSWER: &str = "[=1]\"passes\";[=0]\"FAILS\";General";
/// As many decimals as there are.
const GENERAL: &str = "General";

/// How figures of a block are shown.
pub(super) fn number_format(model: &Model, block: &Block, values: &[f64], display: Display) -> String {
    match &block.kind {
        Kind::Date => "yyyy-mm-dd".to_owned(),
        Kind::YesNo => "[=1]\"yes\";[=0]\"no\";General".to_owned(),
        Kind::Member(dimension) => member_format(model, *dimension),
        Kind::Number(_) if block.role == Role::Check && block.part_of.is_none() => ANSWER.to_owned(),
        Kind::Number(_) => displayed_format(values, display),
    }
}

/// As many decimals as are declared, else as the figures need; per cent, thousands and millions as spreadsheets have them, so that
/// cells keep their figures; in a statement brackets and a dash.
fn displayed_format(values: &[f64], display: Display) -> String {
    let scaled: Vec<f64> = values.iter().map(|value| display.scale.of(*value)).collect();
    let number = match (display.decimals.map(usize::from), display.scale) {
        (Some(decimals), _) => fixed_format(decimals),
        (None, DisplayScale::Percent) => "0.0##".to_owned(),
        (None, DisplayScale::Unit) if !display.statement => return size_format(values),
        (None, _) => Some(size_format(&scaled)).filter(|format| *format != GENERAL).unwrap_or(fixed_format(0)),
    };
    let number = number
        + match display.scale {
            DisplayScale::Unit => "",
            DisplayScale::Percent => "%",
            DisplayScale::Thousands => ",",
            DisplayScale::Millions => ",,",
        };
    if display.statement { format!("{number}_);({number});\"–\"_)") } else { number }
}

fn fixed_format(decimals: usize) -> String {
    if decimals == 0 { "#,##0".to_owned() } else { format!("#,##0.{}", "0".repeat(decimals)) }
}

/// As much of a label as a cell shows, within a format: a number that does not fit is shown as ###.
fn short_label(label: &str) -> String {
    shorten(label, 13).replace('"', "'")
}

/// Two members can be shown by their labels.
fn member_format(model: &Model, dimension: DimensionId) -> String {
    match model.dimension(dimension).listed() {
        [one, two] => {
            format!("[=1]\"{}\";[=2]\"{}\";General", short_label(&one.label), short_label(&two.label))
        }
        _ => "0".to_owned(),
    }
}

/// So many decimals that the smallest figures that count still have three digits; none from a thousand up. Small whole numbers are
/// shown as they are, so that others in their place show their decimals.
fn size_format(values: &[f64]) -> String {
    let sizes = values.iter().map(|value| value.abs()).filter(|value| value.is_finite() && *value > 0.0);
    let largest = sizes.clone().fold(0.0, f64::max);
    let smallest = sizes.filter(|size| *size >= largest / 10_000.0).fold(largest, f64::min);
    let whole = values.iter().filter(|value| value.is_finite()).all(|value| value.fract() == 0.0);
    let decimals = match smallest {
        _ if whole && largest < 1000.0 => return GENERAL.to_owned(),
        _ if whole => 0,
        size if size >= 1000.0 => 0,
        size if size >= 100.0 => 1,
        size if size >= 1.0 => 2,
        size if size >= 0.1 => 3,
        size if size >= 0.01 => 4,
        size if size >= 0.001 => 5,
        size if size >= 0.000_01 => 7,
        _ => return "0.00E+00".to_owned(),
    };
    match (decimals, largest >= 100_000.0) {
        (0, _) | (_, true) => "#,##0".to_owned(),
        (decimals, false) => fixed_format(decimals),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_smallest_that_counts_has_three_digits() {
        assert_eq!(size_format(&[0.00635, 0.0145]), "#,##0.00000");
        assert_eq!(size_format(&[35.65, 19.36]), "#,##0.00");
        assert_eq!(
            size_format(&[35.65, 0.000_01]),
            "#,##0.00",
            "what is a ten-thousandth of the largest does not count"
        );
        assert_eq!(size_format(&[309_389_500.5]), "#,##0");
    }

    #[test]
    fn what_is_declared_is_a_format_that_keeps_the_figure() {
        let shown = |scale, decimals, statement| displayed_format(&[4_218e6], Display { scale, decimals, statement });
        assert_eq!(shown(DisplayScale::Millions, Some(1), false), "#,##0.0,,");
        assert_eq!(shown(DisplayScale::Percent, None, false), "0.0##%");
        assert_eq!(shown(DisplayScale::Thousands, Some(0), true), "#,##0,_);(#,##0,);\"–\"_)");
        assert_eq!(shown(DisplayScale::Unit, None, false), size_format(&[4_218e6]));
    }

    #[test]
    fn small_whole_numbers_leave_room_for_the_decimals_of_others_in_their_place() {
        assert_eq!(size_format(&[1.0, 0.0]), "General");
        assert_eq!(size_format(&[f64::NAN]), "General");
        assert_eq!(size_format(&[60_000_000.0, 12.0]), "#,##0");
    }
}
