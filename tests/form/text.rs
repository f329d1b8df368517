//! The form kept as text: read as the workbook is, with the same findings at the same places.

use crate::book::{Book, Cell};
use crate::fill::{complete, said};
use crate::{model, random};
use proptest::prelude::*;
use sg3_calc::{Datum, Layer, Value};
use sg3_form::{Layout, read_form, write_form};
use sg3_lang::model::Owner;
use sg3_lang::{Diagnostics, Model, Place};
use sg3_workbook::Workbook;

fn opened(texts: Vec<(String, Vec<u8>)>, model: &Model, layout: &Layout) -> (Layer, Vec<String>) {
    let mut diagnostics = Diagnostics::default();
    let mut workbook = Workbook::of_texts(texts, "form").map_err(|refusal| refusal.to_string()).unwrap();
    let layer = read_form(&mut workbook, model, layout, &mut diagnostics);
    (layer, told(&diagnostics))
}

fn told(diagnostics: &Diagnostics) -> Vec<String> {
    let line = |message: &sg3_lang::Diagnostic| {
        let Place::Data(place) = &message.place else { panic!("no place") };
        format!("{} {}: {} {:?}", message.slug, place.at, message.message, message.help)
    };
    let mut told: Vec<String> = diagnostics.iter().map(line).collect();
    told.sort();
    told
}

fn in_folder(form: Vec<u8>) -> Vec<(String, Vec<u8>)> {
    let stem = |name: &str| name.strip_suffix(".csv").unwrap().to_owned();
    sg3_workbook::csv::write_files(form).into_iter().map(|file| (stem(&file.name), file.text.into_bytes())).collect()
}

/// Semicolons between cells and decimal commas in them, as programs of many countries save.
fn with_semicolons(text: &str) -> String {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut writer = csv::WriterBuilder::new().flexible(true).delimiter(b';').from_writer(Vec::new());
    let written = |cell: &str| if cell.parse::<f64>().is_ok() { cell.replace('.', ",") } else { cell.to_owned() };
    reader.records().for_each(|record| writer.write_record(record.unwrap().iter().map(written)).unwrap());
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn a_form_as_text_says_what_the_workbook_says(text in random::texts(), seed in 0_u64..1000) {
        let model = model::model(&text);
        let layout = Layout::of(&model, Owner::Operator);
        let form = write_form(&model, &layout, &[complete(&model, Owner::Operator, seed)]);
        let (of_workbook, _) = Book::of(form.clone()).read(&model, &layout);
        let single = sg3_workbook::csv::write_single(form.clone()).into_bytes();
        for texts in [in_folder(form), vec![("form".to_owned(), single)]] {
            let (layer, told) = opened(texts, &model, &layout);
            prop_assert!(told.is_empty(), "{told:#?}\n{text}");
            prop_assert_eq!(said(&layer), said(&of_workbook), "{}", text);
        }
    }
}

/// Slips of every kind in one form.
fn mistaken(model: &Model, layout: &Layout) -> Book {
    let mut book = Book::of(write_form(model, layout, &[complete(model, Owner::Operator, 4)]));
    let mut put = |sheet: &str, column: &str, row: &str, text: &str| {
        let at = book.at(sheet, column, row);
        book.put(sheet, at, Cell::Text(text.to_owned()));
    };
    put("Traffic", "price", "voice", "1\u{a0}234,5");
    put("Traffic", "price", "data", "1,234");
    put("Traffic", "price", "messages", "٣٥٠");
    put("Traffic", "@value", "busy_hour", "12.5 %");
    put("Traffic", "@value", "days", "néant");
    put("Cost", "@value", "life", "n/a");
    put("Cost", "@value", "opening", "03/04/2019");
    put("Cost", "@value", "method", "Annuitу");
    put("Cost", "operating_cost", "local", "12-");
    put("Cost", "operating_cost", "transit", "#REF!");
    put("Cost", "#status", "local", "meassured");
    put("Cost", "#comment", "gateway", "=1+1");
    let site = book.find("Radio site", "SITE-01");
    book.put("Radio site", site, Cell::Text("site-02 ".to_owned()));
    book
}

#[test]
fn findings_are_those_of_the_workbook_at_the_same_places() {
    let model = model::everything();
    let layout = Layout::of(&model, Owner::Operator);
    let book = mistaken(&model, &layout);
    let (of_workbook, diagnostics) = book.read(&model, &layout);
    let expected = told(&diagnostics);
    assert!(expected.len() > 9, "{expected:#?}");
    let (layer, found) = opened(in_folder(book.bytes()), &model, &layout);
    assert_eq!(found, expected);
    assert_eq!(said(&layer), said(&of_workbook));
    let comment = layer.values.iter().filter_map(|datum| datum.evidence.as_ref()?.comment.as_deref());
    assert!(comment.collect::<Vec<_>>().contains(&"=1+1"), "what was guarded comes back");
}

#[test]
fn semicolons_and_decimal_commas_are_understood() {
    let model = model::everything();
    let layout = Layout::of(&model, Owner::Operator);
    let layer = complete(&model, Owner::Operator, 4);
    let form = write_form(&model, &layout, &[layer]);
    let (of_workbook, _) = Book::of(form.clone()).read(&model, &layout);
    let texts = in_folder(form)
        .into_iter()
        .map(|(stem, bytes)| (stem, with_semicolons(&String::from_utf8(bytes).unwrap()).into_bytes()));
    let (read, told) = opened(texts.collect(), &model, &layout);
    assert!(told.iter().all(|line| line.contains("` is text")), "{told:#?}");
    let of_workbook = said(&of_workbook);
    let is_refused = |datum: &Datum| matches!(datum.value, Value::Unreadable(_));
    let (refused, understood): (Vec<Datum>, Vec<Datum>) = read.values.into_iter().partition(is_refused);
    assert!(!refused.is_empty() && refused.len() <= told.len(), "{refused:#?}");
    let read = Layer { values: understood, ..read };
    assert!(said(&read).iter().all(|line| of_workbook.contains(line)));
    assert!(read.values.iter().any(|datum| matches!(datum.value, Value::Number(number) if number.fract() != 0.0)));
}

#[test]
fn keys_in_another_case_are_the_same_keys() {
    let model = model::everything();
    let layout = Layout::of(&model, Owner::Operator);
    let form = write_form(&model, &layout, &[complete(&model, Owner::Operator, 4)]);
    let (expected, _) = opened(in_folder(form.clone()), &model, &layout);
    let text = sg3_workbook::csv::write_single(form).replace("\nlocal,", "\nLOCAL ,").replace("\nvoice,", "\nVoice,");
    let (layer, told) = opened(vec![("form".to_owned(), text.into_bytes())], &model, &layout);
    assert!(told.is_empty(), "{told:#?}");
    assert_eq!(said(&layer), said(&expected));
}

#[test]
fn what_a_program_would_run_is_kept_from_running() {
    let model = model::everything();
    let layout = Layout::of(&model, Owner::Operator);
    let text = sg3_workbook::csv::write_single(mistaken(&model, &layout).bytes());
    assert!(text.contains("'=1+1"));
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    for record in reader.records().map(Result::unwrap) {
        for cell in record.iter().filter(|cell| cell.starts_with(['=', '+', '@', '-'])) {
            assert!(cell.parse::<f64>().is_ok(), "{cell}");
        }
    }
}
