//! What is said of forms whose rows, tables and sheets were moved, copied or removed, and of forms of other models and versions.

use crate::book::{Book, Cell};
use crate::fill::said;
use crate::filled::{filled, price};
use crate::model;
use sg3_form::{Layout, read_identity, read_model_names};
use sg3_lang::model::Owner;
use sg3_workbook::Workbook;

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
    assert!(filled.said().contains("the unit given is `money/hour`, but `money/minute` is requested"));
    assert_eq!(filled.value("price", &["voice"]), None);
    let above = filled.book.at("Radio site", "height", "@units");
    filled.text("Traffic", (row, 2), "money/minute").text("Radio site", above, "feet");
    assert!(filled.said().contains("the unit given is `feet`, but `m` is requested"));
}

#[test]
fn rows_that_were_added_are_told_unless_they_are_known() {
    let mut filled = filled();
    filled.book.put("Traffic", (31, 1), Cell::Text("Total".to_owned())).put("Traffic", (31, 3), Cell::Number(9.0));
    assert!(
        filled.said().starts_with("warning unknown-member Traffic!D32: the row, `Total`, is not a row of the form")
    );
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
        assert_eq!(read_model_names(&mut workbook), ["test/model"]);
        let identity = read_identity(&mut workbook).unwrap();
        assert_eq!(
            (identity.owner, &*identity.fingerprints),
            (Some(Owner::Operator.into()), &[filled.layout.fingerprint()][..])
        );
        filled.book.properties.clear();
    }
    filled.book.sheets.retain(|(name, _)| name != "Cover");
    let mut workbook = Workbook::open(filled.book.bytes(), "filled.xlsx").map_err(|_| "refused").unwrap();
    assert!(read_model_names(&mut workbook).is_empty());
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
