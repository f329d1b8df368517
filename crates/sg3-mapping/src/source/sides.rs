//! Amounts with the side of the ledger behind them: `1,234.50 Dr`, `304.653,10 C`.

use super::cell::{SourceCell, SourceValue};
use super::convention::DecimalConvention;
use super::row::SourceRow;

/// What stands for debit and for credit behind an amount.
const MARKS: [(&str, &str); 7] =
    [("dr", "cr"), ("d", "c"), ("db", "cr"), ("d", "h"), ("дт", "кт"), ("借", "贷"), ("مدين", "دائن")];

/// So many amounts of either side show that the words are meant so.
const LEAST_OF_A_SIDE: usize = 3;

/// Amounts with a side become numbers, debit positive and credit negative, where the sheet writes both.
pub(crate) fn understand_sides(rows: &mut [SourceRow], convention: DecimalConvention) {
    let texts = || rows.iter().flat_map(|row| &row.cells).filter_map(|cell| cell.value.label());
    let counted = |mark: &str| texts().filter(|text| amount_before(text, mark).is_some()).take(LEAST_OF_A_SIDE).count();
    let is_used =
        |(debit, credit): &&(&str, &str)| counted(debit) == LEAST_OF_A_SIDE && counted(credit) == LEAST_OF_A_SIDE;
    let Some(marks) = MARKS.iter().find(is_used).copied() else { return };
    let cells = rows.iter_mut().flat_map(|row| &mut row.cells);
    cells.for_each(|cell| understand(cell, marks, convention));
}

fn understand(cell: &mut SourceCell, (debit, credit): (&str, &str), convention: DecimalConvention) {
    let Some(text) = cell.value.label().map(str::to_owned) else { return };
    let of_debit = amount_before(&text, debit).map(|amount| (amount, 1.0));
    let Some((amount, sign)) = of_debit.or_else(|| Some((amount_before(&text, credit)?, -1.0))) else { return };
    let mut value = SourceValue::Words(amount.to_owned());
    convention.understand(&mut value);
    if let Some(number) = value.number() {
        cell.value = SourceValue::Typed(text, sign * number);
    }
}

/// The digits before a word for a side.
fn amount_before<'t>(text: &'t str, mark: &str) -> Option<&'t str> {
    let (amount, word) = text.trim_end_matches('.').rsplit_once([' ', '\u{a0}'])?;
    let is_amount = amount.chars().any(char::is_numeric) && !amount.chars().any(char::is_alphabetic);
    (word.to_lowercase() == mark && is_amount).then(|| amount.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(texts: &[&str]) -> Vec<Option<f64>> {
        let cell = |text: &&str| SourceCell { column: 0, value: SourceValue::Words((*text).to_owned()) };
        let mut rows: Vec<SourceRow> = texts.iter().map(|text| SourceRow { row: 0, cells: vec![cell(text)] }).collect();
        understand_sides(&mut rows, DecimalConvention::Comma);
        rows.iter().map(|row| row.cells[0].value.number()).collect()
    }

    #[test]
    fn sides_are_signs_where_both_are_written() {
        let both = ["1.234,50 D", "10 D", "7,25 D", "3 C", "1.000 C", "2 C", "Bank C"];
        assert_eq!(read(&both), [Some(1234.5), Some(10.0), Some(7.25), Some(-3.0), Some(-1000.0), Some(-2.0), None]);
        assert_eq!(read(&["12 C", "14 C", "15 C", "16 C"]), [None; 4], "degrees, or blocks of a building");
    }
}
