//! A form in any language is read by any: keys have no language, and words to choose from are known in all.

use crate::book::{Book, Cell};
use crate::fill::{complete, said};
use crate::model;
use proptest::prelude::*;
use sg3_calc::{Evidence, Layer, Status, Value};
use sg3_form::language::translate_layouts;
use sg3_form::{Layout, RequestPart, read_form, read_identity, write_request_in};
use sg3_lang::model::Owner;
use sg3_lang::{Diagnostics, Model};
use sg3_language::{Language, Translation, find_untranslated, translate_model};
use sg3_workbook::Workbook;
use std::sync::Arc;

/// Some words of the model in French; the rest stays English.
fn french() -> Vec<Translation> {
    let text = r#"
        "Traffic" = "Trafic"
        "Calls" = "Appels"
        "Annuity" = "Annuité"
        "Straight line" = "Linéaire"
        "Macro cell" = "Macrocellule"
        "Average price" = "Prix moyen"
        "Revenue over volume, without taxes." = "Recettes sur volume, hors taxes. Erreur fréquente : taxes comprises."
    "#;
    vec![Translation::of_toml("fr", text).unwrap()]
}

fn language(codes: &str) -> Language {
    Language::of(codes, &french()).unwrap()
}

/// The form of a model in a language, with values.
fn form(model: &Model, codes: &str, layer: &Layer) -> Vec<u8> {
    let language = language(codes);
    let said = translate_model(model, &language);
    let layout = translate_layouts(vec![Layout::of(&said, Owner::Operator)], &language);
    let part = RequestPart { model: &said, layout: &layout[0], values: std::slice::from_ref(layer), last_year: &[] };
    write_request_in(&language, &[part])
}

fn layout(model: &Model) -> Layout {
    Layout::of(model, Owner::Operator).with_synonyms(model, &french())
}

fn opened(mut workbook: Workbook, model: &Model) -> (Layer, Vec<String>) {
    let mut diagnostics = Diagnostics::default();
    let layer = read_form(&mut workbook, model, &layout(model), &mut diagnostics);
    (layer, diagnostics.iter().map(|message| message.message.clone()).collect())
}

/// Values with a status, and one that is about a single figure of its row.
fn evidenced(model: &Model, seed: u64) -> Layer {
    let mut layer = complete(model, Owner::Operator, seed);
    for (number, datum) in layer.values.iter_mut().enumerate() {
        let is_there = !matches!(datum.value, Value::NotAvailable(_));
        let status = Status::ALL[number % 4];
        let confidential = (number % 3 == 0).then(|| "contract".to_owned());
        datum.evidence =
            is_there.then(|| Arc::new(Evidence { status: Some(status), confidential, ..Evidence::default() }));
    }
    layer
}

fn evidence(layer: &Layer) -> Vec<String> {
    let said = layer.values.iter().map(|datum| format!("{:?} {:?} {:?}", datum.quantity, datum.place, datum.evidence));
    let mut said: Vec<String> = said.collect();
    said.sort();
    said
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn a_form_says_the_same_in_every_language(seed in 0_u64..1000) {
        let model = model::everything();
        let layer = evidenced(&model, seed);
        let (english, _) = opened(Workbook::open(form(&model, "en", &layer), "form").unwrap(), &model);
        for codes in Language::known().chain(["en,fr", "fr,ar"]) {
            let bytes = form(&model, codes, &layer);
            let text = sg3_workbook::csv::write_single(bytes.clone()).into_bytes();
            let workbook = Workbook::open(bytes, "form").unwrap();
            for workbook in [workbook, Workbook::of_texts(vec![("form".to_owned(), text)], "form").unwrap()] {
                let (layer, told) = opened(workbook, &model);
                prop_assert!(told.is_empty(), "{codes}: {told:#?}");
                prop_assert_eq!(said(&layer), said(&english), "{}", codes);
                prop_assert_eq!(evidence(&layer), evidence(&english), "{}", codes);
            }
        }
    }
}

#[test]
fn words_of_the_model_and_of_the_form_are_said() {
    let model = model::everything();
    let book = Book::of(form(&model, "fr", &complete(&model, Owner::Operator, 4)));
    for (sheet, words) in [
        ("Trafic", "Prix moyen"),
        ("Trafic", "Appels"),
        ("Trafic", "Source ou méthode"),
        ("Trafic", "Au moins 0. Vide signifie 0."),
        ("Trafic", "monnaie/message"),
        ("Cost", "monnaie/an"),
        ("Mode d’emploi", "Comment remplir ce formulaire"),
        ("Définitions", "Taxes comprises."),
        ("Page de garde", "Trois lettres, par exemple XOF ; une seule pour tout le formulaire"),
        // what nobody translated is said in English
        ("Cost", "Mean life of plant"),
    ] {
        let sheets = || book.sheets.iter().map(|(name, _)| name.replace('\'', "’"));
        assert!(sheets().any(|name| name == sheet), "{sheet} in {:?}", sheets().collect::<Vec<_>>());
        let cells = book.sheets.iter().filter(|(name, _)| name.replace('\'', "’") == sheet);
        let has = |cell: &Cell| matches!(cell, Cell::Text(text) if text.contains(words));
        assert!(cells.flat_map(|(_, cells)| cells.values()).any(has), "{words} on {sheet}");
    }
}

#[test]
fn the_form_knows_its_language_and_two_stand_side_by_side() {
    let model = model::everything();
    let bytes = form(&model, "en,fr", &Layer::default());
    let book = Book::of(bytes.clone());
    assert_eq!(book.find("Traffic", "Calls / Appels").1, 1);
    assert!(book.find("Traffic", "Value / Valeur").1 > 1);
    let mut workbook = Workbook::open(bytes, "form").unwrap();
    assert_eq!(read_identity(&mut workbook).unwrap().language.as_deref(), Some("en,fr"));
}

#[test]
fn words_of_another_language_are_understood_whatever_the_form_was_in() {
    let model = model::everything();
    let mut book = Book::of(form(&model, "en", &complete(&model, Owner::Operator, 4)));
    let mut put = |column: &str, row: &str, words: &str| {
        let at = book.at("Cost", column, row);
        book.put("Cost", at, Cell::Text(words.to_owned()));
    };
    put("@value", "leased", "نعم");
    put("@value", "method", "linéaire");
    put("#status", "local", "实测");
    let (layer, told) = opened(Workbook::open(book.bytes(), "form").unwrap(), &model);
    assert!(told.is_empty(), "{told:#?}");
    let of = |name: &str| {
        let quantity = model.find_quantity(name).unwrap();
        layer.values.iter().find(|datum| datum.quantity == quantity).unwrap()
    };
    assert_eq!(of("leased").value, Value::YesNo(true));
    assert_eq!(of("method").value, Value::Text("straight".to_owned()));
    assert_eq!(of("operating_cost").evidence.as_ref().unwrap().status, Some(Status::Measured));
}

#[test]
fn a_unit_is_understood_in_any_language_and_another_unit_in_none() {
    let model = model::everything();
    let layer = complete(&model, Owner::Operator, 4);
    let read = |words: &str| {
        let mut book = Book::of(form(&model, "ru", &layer));
        let at = book.at("Traffic", "@unit", "data");
        book.put("Traffic", at, Cell::Text(words.to_owned()));
        opened(Workbook::open(book.bytes(), "form").unwrap(), &model).1
    };
    for unit in ["GB/year", "Go/an", "gb / Año", "Go / an", "GB/year / ГБ/год"] {
        assert_eq!(read(unit), Vec::<String>::new(), "{unit}");
    }
    for unit in ["Mo/an", "GB/mois", "Go", "Go/an/an"] {
        assert!(read(unit)[0].contains(&format!("the unit given is `{unit}`")), "{unit}: {:?}", read(unit));
    }
}

#[test]
fn rows_that_moved_without_their_keys_are_found_by_labels_in_any_language() {
    let model = model::everything();
    let french = language("fr");
    let mut book = Book::of(form(&model, "fr", &complete(&model, Owner::Operator, 4)));
    let (row, _) = book.at("Trafic", "price", "data");
    book.put("Trafic", (row, 1), Cell::Text("Appels".to_owned()));
    let mut diagnostics = Diagnostics::default();
    let mut workbook = Workbook::open(book.bytes(), "form").unwrap();
    let layout = sg3_form::language::lay_out_translated(&model, Owner::Operator, &french);
    read_form(&mut workbook, &model, &layout, &mut diagnostics);
    assert!(diagnostics.iter().any(|message| message.message.contains("is labelled `Appels`")), "{diagnostics:?}");
}

#[test]
fn what_is_not_translated_is_listed() {
    let model = model::everything();
    let lacks = find_untranslated(&model, "fr", &french());
    assert!(lacks.contains(&"Mean life of plant".to_owned()));
    assert!(!lacks.contains(&"Average price".to_owned()));
    assert!(Language::of("xx", &french()).unwrap_err().contains("there is no translation into `xx`"));
    assert!(Language::of("en,fr,ar", &[]).is_err());
}

#[test]
fn findings_of_a_returned_form_are_in_its_language_and_their_ranks_come_back() {
    let model = model::everything();
    for (code, rank, found, help) in [
        ("fr", "bloquant", "néant peut signifier zéro, non disponible ou sans objet", "écrivez 0 s'il n'y en a pas"),
        ("ar", "مانع", "néant قد يعني صفرا أو غير متوفر أو لا ينطبق", "اكتب 0 إن لم يوجد شيء"),
    ] {
        let spoken = language(code);
        let layout = sg3_form::language::lay_out_translated(&model, Owner::Operator, &spoken);
        let mut book = Book::of(form(&model, code, &complete(&model, Owner::Operator, 4)));
        let price =
            book.sheets.iter().find(|(_, cells)| cells.values().any(|cell| *cell == Cell::Text("price".into())));
        let sheet = price.unwrap().0.clone();
        let at = book.at(&sheet, "price", "data");
        book.put(&sheet, at, Cell::Text("néant".to_owned()));
        let mut bytes = book.bytes();
        // What an earlier reading said is said again in the same words.
        for _ in 0..2 {
            let mut diagnostics = Diagnostics::default();
            let mut workbook = Workbook::open(bytes, "sent.xlsx").unwrap();
            let (layer, _, remains) = sg3_form::read_submission(&mut workbook, &model, &layout, &mut diagnostics);
            bytes = sg3_form::write_feedback(&model, &layout, &layer, &remains, &diagnostics, &spoken);
            let returned = Book::of(bytes.clone());
            let (_, cells) =
                returned.sheets.iter().find(|(name, _)| *name == spoken.translate_briefly("Findings")).unwrap();
            let texts: Vec<&str> = cells
                .values()
                .filter_map(|cell| if let Cell::Text(text) = cell { Some(&**text) } else { None })
                .collect();
            assert!(texts.contains(&rank) && texts.contains(&found), "{texts:?}");
            assert!(texts.iter().any(|text| text.starts_with(help)), "{texts:?}");
            for english in ["blocking", "explain", "open", "Found", "What to do", "Your answer"] {
                assert!(!texts.contains(&english), "{english} in {texts:?}");
            }
        }
    }
}
