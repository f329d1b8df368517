//! The workbook in every language: the same figures, and no English word that has a translation.

use crate::catalogue::{Example, root, tour};
use crate::returned::pages;
use crate::{assert_none, book, by_ironcalc, catalogue, named, office, package, written};
use sg3_language::{Language, Translation};
use sg3_live::verify;
use sg3_report::Computed;
use sg3_session::translate_computed;
use sg3_workbook::Content;
use std::collections::BTreeSet;

/// Each in one language, one in two side by side, one from right to left with digits of its own where they are words.
const LANGUAGES: [&str; 7] = ["fr", "es", "pt", "ru", "zh", "ar-EG", "en,fr"];

/// What has no language.
const ALIKE: [&str; 2] = ["SHA-256", "Gbit"];

/// Translations of the catalogue.
fn translations() -> Vec<Translation> {
    let models = root().join("models");
    let folders = ["", "bottom-up", "finance", "regional", "tariffs", "top-down", "tour"];
    let files = folders.iter().flat_map(|folder| std::fs::read_dir(models.join(folder)).expect("a folder"));
    let files = files.map(|file| file.expect("a file").path());
    let french = files.filter(|path| path.to_string_lossy().ends_with(".fr.toml"));
    let tables = french.map(|path| {
        Translation::of_toml("fr", &std::fs::read_to_string(path).expect("a text")).expect("it is in order")
    });
    tables.collect()
}

fn examples() -> impl Iterator<Item = &'static Example> {
    let africa = catalogue::everything().find(|example| example.path.ends_with("samples/africa/operator.xlsx"));
    std::iter::once(tour()).chain(africa)
}

fn in_language(example: &Example, language: &Language) -> Example {
    let Example { model, inputs, results, .. } = example.anew();
    let Computed { model, inputs, results } = translate_computed(Computed { model, inputs, results }, language);
    Example { model, inputs, results, ..example.anew() }
}

#[test]
fn every_language_recalculates_to_the_same_figures() {
    let mut books = Vec::new();
    for code in LANGUAGES {
        let language = Language::of(code, &translations()).expect("a language");
        for example in examples() {
            let bytes = book::made_in(&in_language(example, &language), &language).1;
            let is = written::Written::of(&bytes);
            assert_none(&named(example, is.differences(&by_ironcalc(&bytes))));
            let figures = |values: &written::Written| {
                let mut numbers: Vec<String> = values.formulas.keys().map(|key| figure(values, *key)).collect();
                numbers.sort();
                numbers
            };
            assert_eq!(figures(&is), figures(book::written(example)), "{code}: {}", example.name);
            books.push((format!("{code}: {}", example.name), is, bytes));
        }
    }
    let Some(saved) = office::recalculated(&books.iter().map(|(_, _, bytes)| &**bytes).collect::<Vec<_>>()) else {
        return;
    };
    for ((name, is, _), saved) in books.iter().zip(&saved) {
        let different = is.differences(&office::values(saved, is));
        assert!(different.is_empty(), "{name}: {:#?}", different.iter().take(20).collect::<Vec<_>>());
    }
}

/// What a formula comes to, words apart.
fn figure(written: &written::Written, key: written::Key) -> String {
    match written.values.get(&key) {
        Some(ironcalc::base::cell::CellValue::Number(number)) => format!("{number:?}"),
        _ => "words".to_owned(),
    }
}

#[test]
fn a_workbook_in_any_language_is_read_again() {
    for code in LANGUAGES {
        let language = Language::of(code, &translations()).expect("a language");
        for example in examples() {
            let spoken = in_language(example, &language);
            let (book, bytes) = book::made_in(&spoken, &language);
            let mut workbook = sg3_workbook::Workbook::open(bytes.clone(), "result.xlsx").expect("a workbook");
            let sheets = verify::read_sheets(&mut workbook).expect("its sheets");
            assert_eq!(verify::find_model(&workbook, &sheets).as_deref(), Some(example.model.known_name()), "{code}");
            assert_eq!(verify::find_language(&workbook, &sheets).as_deref(), Some(code));
            let stored = verify::read_inputs(&sheets, &spoken.model);
            for (id, quantity, _) in example.model.inputs() {
                let cells = |inputs: &sg3_calc::Inputs| inputs.array(id).map(|array| format!("{:?}", array.cells));
                assert_eq!(cells(&stored), cells(&example.inputs), "{code}: {}", quantity.name);
                let origins = |inputs: &sg3_calc::Inputs| {
                    let cells = inputs.origins[id.0 as usize].iter();
                    cells.map(|origin| origin.as_ref().map(sg3_calc::Origin::without_folder)).collect::<Vec<_>>()
                };
                assert_eq!(origins(&stored), origins(&example.inputs), "{code}: {}", quantity.name);
            }
            assert!(verify::compare(&book, &stored, &pages(&bytes), &sheets).changes.is_empty(), "{code}");
            let english = &book::with_book(example).1;
            let apart = verify::compare(&book, &stored, &pages(&bytes), &pages(english)).changes;
            assert!(!apart.is_empty(), "{code}: the English workbook is another");
        }
    }
}

/// Formats of figures in a workbook; those of words apart.
fn figure_formats(bytes: &[u8]) -> Vec<String> {
    let parts = package::parts(bytes).expect("a workbook");
    let formats = parts["xl/styles.xml"].all("numFmts", "numFmt").map(|format| format.get("formatCode").to_owned());
    let shows_figure = |format: &String| format.split('"').step_by(2).any(|outside| outside.contains(['0', '#']));
    formats.filter(shows_figure).collect()
}

#[test]
fn figures_have_the_digits_of_the_language() {
    let has_digits =
        |format: &String| format.split(';').all(|part| part.contains("[$-2000401]") || part.ends_with('"'));
    for (code, expected) in [("ar-EG", true), ("fr", false)] {
        let language = Language::of(code, &translations()).expect("a language");
        for example in examples() {
            let formats = figure_formats(&book::made_in(&in_language(example, &language), &language).1);
            assert!(formats.len() > 3, "{code}: {formats:?}");
            let unlike: Vec<&String> = formats.iter().filter(|format| has_digits(format) != expected).collect();
            assert!(unlike.is_empty(), "{code}: {unlike:#?}");
        }
    }
}

#[test]
fn no_word_of_the_workbook_stays_english() {
    let french = Language::of("fr", &translations()).expect("a language");
    let (mut left, mut translated) = (BTreeSet::new(), 0);
    for example in examples() {
        let is: BTreeSet<String> = texts(&book::made_in(&in_language(example, &french), &french).1, example);
        let was = texts(book::of(example), example);
        translated += is.difference(&was).count();
        left.extend(is.intersection(&was).cloned());
    }
    let tables: Vec<Translation> = Translation::own().into_iter().chain(translations()).collect();
    let is_same_word = |text: &str| {
        let keys = [text.to_owned(), text.to_lowercase()];
        tables.iter().any(|table| keys.iter().any(|key| table.words.get(key).is_some_and(|word| word == key)))
    };
    // a unit is the same if each of its words is
    let is_same = |text: &str| is_same_word(text) || (text.contains('/') && text.split('/').all(is_same_word));
    let left: Vec<&String> = left.iter().filter(|text| !ALIKE.contains(&&***text) && !is_same(text)).collect();
    assert!(left.is_empty(), "{left:#?}");
    assert!(translated > 300, "{translated}");
}

/// What a workbook says in words, but for what the model and the data say: names, prose, formulas, and where figures come from.
fn texts(bytes: &[u8], example: &Example) -> BTreeSet<String> {
    let model = &example.model;
    let prose: String =
        model.sections.iter().map(|section| section.prose.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
    let prose = prose.replace(['*', '`'], "");
    let lists = example.inputs.members.iter().zip(&model.dimensions);
    let lists = lists.filter(|(_, dimension)| dimension.is_listed_by_data());
    let of_data: Vec<String> = lists.flat_map(|(list, _)| list.labels.iter().cloned()).collect();
    let known = example.inputs.evidence.iter().flatten().flatten();
    let known: Vec<&String> = known.flat_map(|known| [&known.source, &known.comment]).flatten().collect();
    let is_words = |text: &String| {
        text.chars().filter(|letter| letter.is_alphabetic()).count() > 2
            && !text.chars().all(|letter| letter.is_ascii_lowercase() || !letter.is_alphabetic())
            && !prose.contains(&**text)
            && !of_data.iter().any(|label| text.contains(label))
            && !known.contains(&text)
            && !text.starts_with('=')
            && !text.contains(".xlsx")
    };
    let sheets = pages(bytes);
    let cells = sheets.iter().flat_map(|sheet| sheet.cells.values()).filter(|cell| cell.formula.is_none());
    let texts = cells.filter_map(|cell| match &cell.content {
        Content::Text(text) => Some(text.trim().to_owned()),
        _ => None,
    });
    texts.chain(sheets.iter().map(|sheet| sheet.name.clone())).filter(is_words).collect()
}

#[test]
fn what_stays_english_is_found() {
    let french = Language::of("fr", &[]).expect("a language");
    let was = texts(book::of(tour()), tour());
    let is = texts(&book::made_in(tour(), &french).1, tour());
    assert!(is.intersection(&was).any(|text| text == "Cost of the network"), "a model without a translation is left");
}

/// A member of the data that is called like a term of the glossary keeps the name that the operator gave it.
#[test]
fn members_of_the_data_are_called_as_the_data_have_it() {
    let merit = catalogue::everything().find(|example| example.path.ends_with("tests/language/merit.md"));
    let Some(merit) = merit else { return };
    let language = Language::of("fr", &translations()).expect("a language");
    assert_eq!(language.translate_label("Switching"), "Commutation");
    let mut example = in_language(merit, &language);
    let mut members = example.inputs.members.to_vec();
    let at = example.model.dimensions.iter().position(|dimension| &*dimension.name == "area").expect("a dimension");
    members[at].labels[0] = "Switching".to_owned();
    example.inputs.members = members.into();
    let sheets = pages(&book::made_in(&example, &language).1);
    let results = sheets.iter().find(|sheet| sheet.name == language.translate_label("Results")).expect("a sheet");
    let says = |word: &str| results.cells.values().any(|cell| cell.content == Content::Text(word.to_owned()));
    assert!(says("Switching") && !says("Commutation"));
}
