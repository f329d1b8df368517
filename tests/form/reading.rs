//! What is said of values that were typed in ways that people do.

use crate::book::Cell;
use crate::filled::{filled, price};
use sg3_calc::Value;

#[test]
fn text_that_can_be_one_number_is_read_and_told() {
    let mut filled = filled();
    filled.text("Traffic", price(&filled), "1\u{a0}234,5");
    assert_eq!(
        filled.said(),
        "warning wrong-value Traffic!D29: `1\u{a0}234,5` is text; it was read as 1234.5 (enter it as a number if that is correct)"
    );
    assert_eq!(filled.value("price", &["voice"]), Some(Value::Number(1234.5)));
}

#[test]
fn text_that_can_be_two_numbers_is_refused() {
    let mut filled = filled();
    filled.text("Traffic", price(&filled), "1,234");
    assert_eq!(
        filled.said(),
        "error wrong-value Traffic!D29: `1,234` is text, and could be 1234 or 1.234 (enter 1234 or 1.234 unambiguously)"
    );
    assert_eq!(filled.value("price", &["voice"]), Some(Value::Unreadable("1,234".to_owned())));
}

#[test]
fn per_cent_belongs_to_shares_only() {
    let mut filled = filled();
    let share = filled.book.at("Traffic", "@value", "busy_hour");
    filled.text("Traffic", share, "12.5 %");
    assert!(filled.said().contains("read as 0.125"));
    let at = price(&filled);
    filled.text("Traffic", share, "12").text("Traffic", at, "12 %");
    assert!(
        filled
            .said()
            .starts_with("error wrong-value Traffic!D29: `12 %` is given where a number is expected: Average price")
    );
}

#[test]
fn many_texts_of_a_column_are_told_once() {
    let mut filled = filled();
    for service in ["voice", "data", "messages"] {
        filled.text("Traffic", filled.book.at("Traffic", "price", service), "1 234.5");
    }
    assert!(filled.said().contains("; likewise in 2 more cells of the column"));
}

#[test]
fn words_for_nothing_are_told_apart_from_zero() {
    let mut filled = filled();
    filled.text("Traffic", price(&filled), "N/A");
    assert_eq!(filled.read().1, Vec::<String>::new());
    assert_eq!(filled.value("price", &["voice"]), Some(Value::NotAvailable("N/A".to_owned())));
    filled.text("Traffic", price(&filled), "-");
    assert!(filled.said().contains("`-` may mean zero, not available or not applicable (enter 0 if there is none"));
    filled.text("Traffic", price(&filled), "see annex 3");
    assert!(filled.said().contains("`see annex 3` is given where a number is expected"));
}

#[test]
fn a_blank_cell_says_nothing() {
    let mut filled = filled();
    filled.text("Traffic", price(&filled), " \u{a0} ");
    assert_eq!(filled.read().1, Vec::<String>::new());
    assert_eq!(filled.value("price", &["voice"]), None);
}

#[test]
fn a_formula_is_read_and_told() {
    let mut filled = filled();
    let at = price(&filled);
    filled.book.put("Traffic", at, Cell::Formula("1+1".to_owned(), "2".to_owned()));
    assert!(filled.said().starts_with("warning formula-in-input Traffic!D29: the cell contains a formula"));
    assert_eq!(filled.value("price", &["voice"]), Some(Value::Number(2.0)));
}

#[test]
fn an_error_in_a_cell_is_an_error() {
    let mut filled = filled();
    let at = price(&filled);
    filled.book.put("Traffic", at, Cell::Formula("1/0".to_owned(), "#DIV/0!".to_owned()));
    let (_, told) = filled.read();
    assert!(told.iter().any(|told| told.contains("the cell contains the error `#DIV/0!`")), "{told:?}");
}

#[test]
fn other_kinds_of_values_are_refused() {
    let mut filled = filled();
    let (opening, leased) = (filled.book.at("Cost", "@value", "opening"), filled.book.at("Cost", "@value", "leased"));
    let at = price(&filled);
    filled.book.put("Traffic", at, Cell::Day(45_000.0));
    filled.text("Cost", opening, "03/04/2019").text("Cost", leased, "perhaps");
    let (_, told) = filled.read();
    assert!(told[0].contains("the date 2023-03-15 is given where a number is expected"), "{told:?}");
    assert!(told[1].contains("`03/04/2019` is text, and could be 2019-04-03 or 2019-03-04"), "{told:?}");
    assert!(told[2].contains("`perhaps` is given where yes or no is expected"), "{told:?}");
    filled.book.put("Traffic", at, Cell::Number(1.0)).put("Cost", leased, Cell::YesNo(true));
    filled.text("Cost", opening, "30/06/2019");
    assert!(filled.said().contains("read as 2019-06-30"));
    assert_eq!(filled.value("leased", &[]), Some(Value::YesNo(true)));
}

#[test]
fn numbers_that_are_no_days_are_named() {
    let mut filled = filled();
    let opening = filled.book.at("Cost", "@value", "opening");
    for (cell, found) in [
        (Cell::Day(1e10), "the number 10000000000 is"),
        (Cell::Day(20_200_701.0), "the number 20200701 (rather 2020-07-01?) is"),
        (Cell::Number(20_209_999.0), "the number 20209999 is"),
        (Cell::Number(2020.0), "the number 2020 is"),
        (Cell::Number(0.0), "the number 0 is"),
        (Cell::Number(60.0), "the number 60 is"),
        (Cell::Text("2020".to_owned()), "`2020` is"),
    ] {
        filled.book.put("Cost", opening, cell);
        assert!(filled.said().contains(&format!("{found} given where a date is expected: ")), "{}", filled.said());
    }
    filled.book.put("Cost", opening, Cell::Number(43_646.0));
    assert!(filled.said().contains("43646 is a number; it was read as the date 2019-06-30"));
}

#[test]
fn a_time_of_day_is_no_number() {
    let mut filled = filled();
    let at = price(&filled);
    filled.book.put("Traffic", at, Cell::Day(0.5));
    assert!(filled.said().contains("the time of day 12:00 is given where a number is expected"), "{}", filled.said());
}

#[test]
fn options_and_members_are_known_by_code_or_label() {
    let mut filled = filled();
    let at = filled.book.at("Cost", "@value", "method");
    for words in ["straight", "Straight Line", " STRAIGHT  line"] {
        filled.text("Cost", at, words);
        assert_eq!(filled.value("method", &[]), Some(Value::Text("straight".to_owned())), "{words}");
    }
    filled.text("Cost", at, "strait line");
    assert!(
        filled
            .said()
            .ends_with("`strait line` is not in the list for Method of depreciation (did you mean `Straight line`?)")
    );
}

#[test]
fn unknown_and_repeated_codes_are_told() {
    let mut filled = filled();
    let (row, column) = filled.book.find("Load of the site", "SITE-01");
    filled.text("Load of the site", (row, column), "SITE-1");
    assert_eq!(
        filled.said(),
        "error unknown-member Load of the site!B11: `SITE-1` is not in the list for Radio site; the row was not read \
         (did you mean `SITE-01`?)"
    );
    filled.text("Load of the site", (row, column), "site-02");
    assert!(
        filled.read().1[0]
            .contains("Load of the site of `SITE-02, 2025` is given twice: here and in `Load of the site!C11`")
    );
}

#[test]
fn a_thousand_mistakes_are_enough() {
    let mut filled = filled();
    let (row, column) = filled.book.find("Load of the site", "SITE-01");
    for number in 0..3000 {
        filled.book.put("Load of the site", (row + number, column), Cell::Text(format!("no such site {number}")));
        filled.book.put("Load of the site", (row + number, column + 1), Cell::Number(1.0));
    }
    let (_, told) = filled.read();
    assert_eq!(told.len(), 1001);
    assert!(told[1000].starts_with("error wrong-value all sheets: 2000 further cells and rows cannot be read"));
}
