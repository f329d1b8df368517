//! What is said of forms that were filled, moved or damaged in ways that people do.

use crate::book::{Book, Cell};
use crate::fill::{complete, said};
use crate::model;
use sg3_calc::{Datum, Layer, Value};
use sg3_lang::model::Owner;
use sg3_lang::{Diagnostics, Model, Place, Severity};
use sg3_sheet::{Layout, Workbook, identity, model_names, template};

struct Filled {
    model: Model,
    layout: Layout,
    layer: Layer,
    book: Book,
}

fn filled() -> Filled {
    let model = model::everything();
    let layout = Layout::of(&model, Owner::Operator);
    let layer = complete(&model, Owner::Operator, 4);
    let book = Book::of(template(&model, &layout, std::slice::from_ref(&layer)));
    Filled { model, layout, layer, book }
}

impl Filled {
    /// Puts a text into a cell.
    fn text(&mut self, sheet: &str, at: (u32, u32), text: &str) -> &mut Filled {
        self.book.put(sheet, at, Cell::Text(text.to_owned()));
        self
    }

    fn read(&self) -> (Layer, Vec<String>) {
        let (layer, diagnostics) = self.book.read(&self.model, &self.layout);
        (layer, told(&diagnostics))
    }

    /// What is said, if it is one thing.
    fn said(&self) -> String {
        let (_, told) = self.read();
        assert_eq!(told.len(), 1, "{told:#?}");
        told.into_iter().next().unwrap()
    }

    /// The value that was read of an input at a place.
    fn value(&self, input: &str, place: &[&str]) -> Option<Value> {
        let quantity = self.model.find_quantity(input).unwrap();
        let here = |datum: &&Datum| {
            datum.quantity == quantity
                && datum.place.as_ref().unwrap().iter().map(|key| &**key).eq(place.iter().copied())
        };
        self.read().0.values.iter().find(here).map(|datum| datum.value.clone())
    }
}

/// `error wrong-value Traffic!D3: message (help)`.
fn told(diagnostics: &Diagnostics) -> Vec<String> {
    let line = |message: &sg3_lang::Diagnostic| {
        let severity = if message.severity == Severity::Error { "error" } else { "warning" };
        let Place::Data(place) = &message.place else { panic!("no place") };
        let help = message.help.as_ref().map(|help| format!(" ({help})")).unwrap_or_default();
        assert_eq!(place.file, "filled.xlsx");
        format!("{severity} {} {}: {}{help}", message.slug, place.at, message.message)
    };
    diagnostics.iter().map(line).collect()
}

fn price(filled: &Filled) -> (u32, u32) {
    filled.book.at("Traffic", "price", "voice")
}

#[test]
fn text_that_can_be_one_number_is_read_and_told() {
    let mut filled = filled();
    filled.text("Traffic", price(&filled), "1\u{a0}234,5");
    assert_eq!(
        filled.said(),
        "warning wrong-value Traffic!D29: `1\u{a0}234,5` is text; it was read as 1234.5 (make it a number if that is right)"
    );
    assert_eq!(filled.value("price", &["voice"]), Some(Value::Number(1234.5)));
}

#[test]
fn text_that_can_be_two_numbers_is_refused() {
    let mut filled = filled();
    filled.text("Traffic", price(&filled), "1,234");
    assert_eq!(
        filled.said(),
        "error wrong-value Traffic!D29: `1,234` is text, and could be 1234 or 1.234 (write 1234 or 1.234 without ambiguity)"
    );
    assert_eq!(filled.value("price", &["voice"]), None);
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
        filled.said().starts_with("error wrong-value Traffic!D29: `12 %` stands where a number belongs: Average price")
    );
}

#[test]
fn many_texts_of_a_column_are_told_once() {
    let mut filled = filled();
    for service in ["voice", "data", "messages"] {
        filled.text("Traffic", filled.book.at("Traffic", "price", service), "1 234.5");
    }
    assert!(filled.said().contains("; so it is in 2 more cells of the column"));
}

#[test]
fn words_for_nothing_are_told_apart_from_zero() {
    let mut filled = filled();
    filled.text("Traffic", price(&filled), "N/A");
    assert_eq!(filled.read().1, Vec::<String>::new());
    assert_eq!(filled.value("price", &["voice"]), Some(Value::NotAvailable("N/A".to_owned())));
    filled.text("Traffic", price(&filled), "-");
    assert!(filled.said().contains("`-` may mean zero, not available or not applicable (write 0 if there is none"));
    filled.text("Traffic", price(&filled), "see annex 3");
    assert!(filled.said().contains("`see annex 3` stands where a number belongs"));
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
    assert!(filled.said().starts_with("warning formula-in-input Traffic!D29: the cell holds a formula"));
    assert_eq!(filled.value("price", &["voice"]), Some(Value::Number(2.0)));
}

#[test]
fn an_error_in_a_cell_is_an_error() {
    let mut filled = filled();
    let at = price(&filled);
    filled.book.put("Traffic", at, Cell::Formula("1/0".to_owned(), "#DIV/0!".to_owned()));
    let (_, told) = filled.read();
    assert!(told.iter().any(|told| told.contains("the cell holds the error `#DIV/0!`")), "{told:?}");
}

#[test]
fn other_kinds_of_values_are_refused() {
    let mut filled = filled();
    let (opening, leased) = (filled.book.at("Cost", "@value", "opening"), filled.book.at("Cost", "@value", "leased"));
    let at = price(&filled);
    filled.book.put("Traffic", at, Cell::Day(45_000.0));
    filled.text("Cost", opening, "03/04/2019").text("Cost", leased, "perhaps");
    let (_, told) = filled.read();
    assert!(told[0].contains("the date 2023-03-15 stands where a number belongs"), "{told:?}");
    assert!(told[1].contains("`03/04/2019` is text, and could be 2019-04-03 or 2019-03-04"), "{told:?}");
    assert!(told[2].contains("`perhaps` stands where yes or no belongs"), "{told:?}");
    filled.book.put("Traffic", at, Cell::Number(1.0)).put("Cost", leased, Cell::YesNo(true));
    filled.text("Cost", opening, "30/06/2019");
    assert!(filled.said().contains("read as 2019-06-30"));
    assert_eq!(filled.value("leased", &[]), Some(Value::YesNo(true)));
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
fn a_member_listed_twice_is_told() {
    let mut filled = filled();
    let (row, column) = filled.book.find("Radio site", "SITE-02");
    filled.text("Radio site", (row, column), "SITE-01");
    let (_, told) = filled.read();
    assert!(told[0].contains("the code `SITE-01` is given twice: here and in `Radio site!B11`"), "{told:?}");
    filled.text("Radio site", (row, column), " ");
    assert!(filled.read().1[0].contains("the row has no code"));
}

#[test]
fn numbered_rows_need_no_numbers() {
    let mut filled = filled();
    let (row, column) = filled.book.find("Ledger line", "2");
    filled.text("Ledger line", (row, column), "");
    assert_eq!(said(&filled.read().0), said(&filled.layer));
    filled.text("Ledger line", (row, column), "1");
    let (layer, told) = filled.read();
    assert_eq!(told, Vec::<String>::new());
    assert_eq!(layer.members.len(), filled.layer.members.len());
}

#[test]
fn rows_sorted_without_their_keys_are_refused() {
    let mut filled = filled();
    let (row, _) = price(&filled);
    filled.text("Traffic", (row, 1), "Broadband").text("Traffic", (row + 1, 1), "Calls");
    let (_, told) = filled.read();
    assert!(told[0].contains("the row is labelled `Broadband`, but its hidden key is that of `Calls`"), "{told:?}");
    assert_eq!(filled.value("price", &["voice"]), None);
}

#[test]
fn a_changed_unit_is_refused() {
    let mut filled = filled();
    let (row, _) = price(&filled);
    filled.text("Traffic", (row, 2), "money/hour");
    assert!(filled.said().contains("the unit reads `money/hour`, but `money/minute` is asked for"));
    assert_eq!(filled.value("price", &["voice"]), None);
    let above = filled.book.at("Radio site", "height", "@units");
    filled.text("Traffic", (row, 2), "money/minute").text("Radio site", above, "feet");
    assert!(filled.said().contains("the unit reads `feet`, but `m` is asked for"));
}

#[test]
fn rows_that_were_added_are_told_unless_they_are_known() {
    let mut filled = filled();
    filled.book.put("Traffic", (31, 1), Cell::Text("Total".to_owned())).put("Traffic", (31, 3), Cell::Number(9.0));
    assert!(filled.said().starts_with("warning unknown-member Traffic!D32: the row, `Total`, is not one of the form"));
    let key = filled.book.at("Traffic", "price", "messages").0;
    filled.text("Traffic", (key, 0), "").text("Traffic", (31, 1), "");
    filled.book.sheet("Traffic").remove(&(31, 3));
    assert_eq!(said(&filled.read().0), said(&filled.layer), "a row without a key is known by its label");
}

#[test]
fn what_is_missing_is_told() {
    let mut filled = filled();
    let (row, column) = filled.book.find("Traffic", "price");
    filled.book.sheet("Traffic").remove(&(row, column));
    assert!(filled.said().starts_with("error wrong-form Traffic: the table `Average price` of the form is missing"));
    filled.text("Traffic", (row, column), "price");
    let (row, _) = price(&filled);
    filled.book.sheet("Traffic").retain(|(other, _), _| *other != row);
    assert!(filled.said().starts_with("warning wrong-form Traffic: the row `Calls` of the form is missing"));
    filled.book.sheets.retain(|(name, _)| name != "Ledger line");
    assert!(filled.read().1.iter().any(|told| told.contains("the table `Ledger line` of the form is missing")));
}

#[test]
fn a_copied_sheet_is_read_once() {
    let mut filled = filled();
    let copy = filled.book.sheet("Cost").clone();
    filled.book.sheets.push(("Cost (2)".to_owned(), copy));
    let (layer, told) = filled.read();
    assert_eq!(said(&layer), said(&filled.layer));
    assert!(told.iter().all(|told| told.starts_with("error duplicate-value Cost (2)!")), "{told:?}");
}

#[test]
fn cells_may_move_with_their_keys() {
    let mut filled = filled();
    let whole = filled.book.sheet("Cost").clone();
    let below = filled.book.find("Cost", "sg3:by service").0 - 2;
    let moved = whole.iter().filter(|((row, _), _)| *row >= below);
    let moved: Vec<_> = moved.map(|((row, column), cell)| ((row + 100, column + 7), cell.clone())).collect();
    filled.book.sheet("Cost").retain(|(row, _), _| *row < below);
    filled.book.sheet("Traffic").extend(moved);
    let (layer, told) = filled.read();
    assert_eq!((said(&layer), told), (said(&filled.layer), Vec::new()));
}

#[test]
fn a_form_knows_its_model_with_and_without_properties() {
    let mut filled = filled();
    for _ in 0..2 {
        let mut workbook = Workbook::open(filled.book.bytes(), "filled.xlsx").map_err(|_| "refused").unwrap();
        assert_eq!(model_names(&mut workbook), ["test/model"]);
        let identity = identity(&mut workbook).unwrap();
        assert_eq!(
            (identity.owner, &*identity.fingerprints),
            (Some(Owner::Operator.into()), &[filled.layout.fingerprint()][..])
        );
        filled.book.properties.clear();
    }
    filled.book.sheets.retain(|(name, _)| name != "Cover");
    let mut workbook = Workbook::open(filled.book.bytes(), "filled.xlsx").map_err(|_| "refused").unwrap();
    assert!(model_names(&mut workbook).is_empty());
}

#[test]
fn another_workbook_is_no_form() {
    let mut filled = filled();
    filled.book = Book { properties: Vec::new(), sheets: vec![("Sheet1".to_owned(), Default::default())] };
    assert!(filled.said().starts_with("error wrong-form all sheets: no table of the form of `test/model` was found"));
}

#[test]
fn the_form_of_another_owner_is_told() {
    let mut filled = filled();
    filled.layout = Layout::of(&filled.model, Owner::Regulator);
    let (_, told) = filled.read();
    assert!(told[0].contains("this is the form of the operator, not of the regulator"), "{told:?}");
}

#[test]
fn a_form_of_an_older_version_is_read_as_far_as_it_fits() {
    let mut filled = filled();
    filled.model = model::model(&model::EVERYTHING.replace("input staff[component]", "input people[component]"));
    filled.layout = Layout::of(&filled.model, Owner::Operator);
    let (layer, told) = filled.read();
    assert!(told[0].contains("the form was made by another version of the model"), "{told:?}");
    assert!(
        told.iter().any(|told| told.starts_with("warning unknown-input Cost!") && told.contains("`staff`")),
        "{told:?}"
    );
    assert!(told.iter().any(|told| told.starts_with("warning wrong-form Cost: the column `Staff`")), "{told:?}");
    assert_eq!(layer.values.len(), filled.layer.values.len() - 4);
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
    assert!(told[1000].starts_with("error wrong-value all sheets: 2000 more cells and rows cannot be read"));
}
