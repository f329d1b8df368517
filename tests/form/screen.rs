//! What the screen shows and the cell does not hold: number formats, and characters that nobody sees.

use crate::book::Cell;
use crate::filled::{filled, price};
use sg3_calc::Value;

/// What is said of a price in a number format.
fn said_of_price(number: f64, code: &'static str) -> Vec<String> {
    let mut filled = filled();
    let at = price(&filled);
    filled.book.put("Traffic", at, Cell::Shown(number, code));
    assert_eq!(filled.value("price", &["voice"]), Some(Value::Number(number)), "{code}");
    filled.read().1
}

#[test]
fn a_number_format_that_shows_another_number_is_asked_about() {
    for (number, code, screen) in [
        (4218.0, "#,##0\" million\"", "4,218,000,000"),
        (4_218_000.0, "#,##0,", "4218"),
        (12.5, "0%", "1250 %"),
        (1.5, "[h]:mm", "a time of 36 hours"),
    ] {
        let said = said_of_price(number, code);
        let expected = format!("warning shown-otherwise Traffic!D29: the screen shows {screen}, ");
        assert!(said.len() == 1 && said[0].starts_with(&expected), "{said:?}");
    }
    for (number, code) in [(4218.0, "#,##0.00"), (0.0, "0\" million\""), (4_218_000.0, "#,##0,\" thousand\"")] {
        assert_eq!(said_of_price(number, code), [""; 0], "{code}");
    }
}

#[test]
fn a_percentage_is_what_a_share_is_shown_as() {
    let mut filled = filled();
    let share = filled.book.at("Traffic", "@value", "busy_hour");
    filled.book.put("Traffic", share, Cell::Shown(0.125, "0.0%"));
    assert_eq!(filled.read().1, [""; 0]);
}

#[test]
fn a_comment_answers_and_a_column_is_asked_about_once() {
    let mut filled = filled();
    for service in ["voice", "data"] {
        let at = filled.book.at("Traffic", "price", service);
        filled.book.put("Traffic", at, Cell::Shown(5.0, "0\" k\""));
    }
    assert!(filled.said().contains("; likewise in 1 more cell of the column"), "{}", filled.said());
    let (head, _) = filled.book.find("Traffic", "price");
    let (row, _) = price(&filled);
    let is_comment = |cell: &Cell| matches!(cell, Cell::Text(key) if key == "#comment");
    let mut heads = filled.book.sheet("Traffic").range((head, 0)..(head + 1, 0));
    let column = heads.find(|(_, cell)| is_comment(cell)).map(|((_, column), _)| *column).unwrap();
    filled.text("Traffic", (row, column), "the format is ours");
    assert!(!filled.said().contains("likewise"), "{}", filled.said());
}

#[test]
fn characters_that_nobody_sees_are_told_and_passed_over() {
    let mut filled = filled();
    let at = price(&filled);
    for (text, unseen) in [
        ("\u{202a}4218\u{202c}", "characters U+202A, U+202C"),
        ("4218\u{200e}", "character U+200E"),
        ("42\u{ad}18", "character U+00AD"),
        ("\u{feff}4\u{2060}218", "characters U+2060, U+FEFF"),
        ("\u{2066}4\u{a0}218\u{2069}", "characters U+2066, U+2069"),
    ] {
        filled.text("Traffic", at, text);
        let expected = format!("the cell contains the invisible {unseen}; it was read as 4218 ");
        assert!(filled.said().contains(&expected), "{}", filled.said());
        assert_eq!(filled.value("price", &["voice"]), Some(Value::Number(4218.0)));
    }
    filled.text("Traffic", at, "many\u{200b}");
    assert!(filled.said().contains("`many` is given where a number is expected"), "{}", filled.said());
    assert!(filled.said().contains("the cell also contains the invisible character U+200B"));
    filled.text("Traffic", at, "\u{200b}\u{200b}");
    assert_eq!((filled.read().1, filled.value("price", &["voice"])), (Vec::new(), None));
}

#[test]
fn choices_days_and_codes_are_known_without_them() {
    let mut filled = filled();
    let (method, opening) = (filled.book.at("Cost", "@value", "method"), filled.book.at("Cost", "@value", "opening"));
    filled.text("Cost", method, "\u{200f}straight").text("Cost", opening, "2019-06-30\u{200b}");
    let (_, told) = filled.read();
    assert!(told.len() == 1 && told[0].contains("U+200B; it was read as 2019-06-30; likewise in 1 more"), "{told:?}");
    assert_eq!(filled.value("method", &[]), Some(Value::Text("straight".to_owned())));
    let mut filled = crate::filled::filled();
    let code = filled.book.find("Load of the site", "SITE-01");
    filled.text("Load of the site", code, "SITE-01\u{200b}");
    assert!(filled.said().contains("the code contains the invisible character U+200B; it was read as `SITE-01`"));
    let listed = filled.book.find("Radio site", "SITE-02");
    filled.text("Radio site", listed, "\u{feff}SITE-02");
    let (layer, told) = filled.read();
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(layer.members.iter().any(|member| &*member.key == "SITE-02"));
}

#[test]
fn a_year_as_a_day_of_the_cover_is_asked_about() {
    let mut filled = filled();
    let volumes_end = filled.book.at("Cover", "@value", "volumes_end");
    filled.book.put("Cover", volumes_end, Cell::Day(2024.0));
    let said = filled.said();
    assert!(said.contains("the day is 1905-07-16, the day of the number 2024, which rather is a year"), "{said}");
    filled.book.put("Cover", volumes_end, Cell::Day(45_657.0));
    assert_eq!(filled.read().1, [""; 0]);
}
