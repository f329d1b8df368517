//! Formats of numbers in spreadsheets, with the digits of a language.

/// What a format begins with where digits are Arabic-Indic: the shape of numerals and the language, as spreadsheet programs name them.
const ARABIC_INDIC: &str = "[$-2000401]";

/// A format of which every part that shows a figure shows it in the digits of which this is the one; as it was where they are European.
pub(crate) fn in_digits(format: &str, one: char) -> String {
    if one != '١' {
        return format.to_owned();
    }
    let parts = split_outside_quotes(format)
        .into_iter()
        .map(|part| if shows_figure(part) { insert_behind_condition(part) } else { part.to_owned() });
    parts.collect::<Vec<_>>().join(";")
}

/// The parts of a format for positive, negative and other figures.
fn split_outside_quotes(format: &str) -> Vec<&str> {
    let mut is_quoted = false;
    let is_between = |letter: char| {
        is_quoted ^= letter == '"';
        letter == ';' && !is_quoted
    };
    format.split(is_between).collect()
}

fn shows_figure(part: &str) -> bool {
    let outside = part.split('"').step_by(2).collect::<String>();
    let figure = &outside[condition(&outside)..];
    figure.contains("General") || figure.contains(['0', '#', '?', 'y', 'm', 'd', 'h'])
}

/// Where a part begins after its conditions: `[>=1000]#,##0`.
fn condition(part: &str) -> usize {
    if part.starts_with('[') { part.rfind(']').map_or(0, |end| end + 1) } else { 0 }
}

fn insert_behind_condition(part: &str) -> String {
    let (condition, figure) = part.split_at(condition(part));
    format!("{condition}{ARABIC_INDIC}{figure}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_with_a_figure_has_the_digits() {
        let arabic = |format: &str| in_digits(format, '١');
        assert_eq!(arabic("#,##0.00"), "[$-2000401]#,##0.00");
        assert_eq!(arabic("[>=1000]#,##0;General"), "[>=1000][$-2000401]#,##0;[$-2000401]General");
        assert_eq!(arabic("0_);(0);\"–\"_)"), "[$-2000401]0_);[$-2000401](0);\"–\"_)");
        assert_eq!(arabic("[=1]\"passes; 0\";\"FAILS\""), "[=1]\"passes; 0\";\"FAILS\"", "words have no digits");
        assert_eq!(arabic("+General;0"), "[$-2000401]+General;[$-2000401]0");
        assert_eq!(arabic("@"), "@");
        assert_eq!(in_digits("#,##0", '1'), "#,##0");
    }
}
