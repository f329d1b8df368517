//! Decimal points below each other.

use sg3_report::grid::Grid;

/// A blank that a table does not trim.
const BLANK: char = '\u{a0}';

/// The grid with blanks behind figures, so that columns aligned to the right have their decimal points below each other.
pub(crate) fn aligned_at_point(grid: &Grid) -> Grid {
    let mut grid = grid.clone();
    for column in (0..grid.head.len()).filter(|column| !grid.is_label(*column)).collect::<Vec<_>>() {
        let widest =
            grid.rows.iter().filter_map(|row| behind_point(&row[column], grid.decimal_mark)).max().unwrap_or(0);
        let mark = grid.decimal_mark;
        for row in &mut grid.rows {
            let behind = behind_point(&row[column], mark).unwrap_or(widest);
            row[column].extend(std::iter::repeat_n(BLANK, widest - behind));
        }
    }
    grid
}

/// Characters behind the last digit before the decimal point: `.5 %` of `12.5 %`; nothing of what is no figure.
fn behind_point(text: &str, mark: char) -> Option<usize> {
    if text == "–" {
        return Some(0);
    }
    let is_figure = text.trim_start_matches(['-', '(']).starts_with(char::is_numeric);
    let whole = text.find(mark).or_else(|| {
        let (at, digit) = text.char_indices().rfind(|(_, letter)| letter.is_numeric())?;
        Some(at + digit.len_utf8())
    })?;
    is_figure.then(|| text[whole..].chars().count())
}

#[cfg(test)]
mod tests {
    use super::behind_point;

    #[test]
    fn what_stands_behind_the_point_is_counted() {
        for (text, behind) in [("12.5 %", Some(4)), ("1,234", Some(0)), ("(1,234)", Some(1)), ("yes", None)] {
            assert_eq!(behind_point(text, '.'), behind, "{text}");
        }
        assert_eq!(behind_point("1.234,50", ','), Some(3));
        assert_eq!(behind_point("٣٫١٤", '٫'), Some(3));
    }
}
