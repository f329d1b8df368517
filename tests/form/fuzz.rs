//! Forms that came back damaged, garbled or rearranged by a program nobody knows, and models in any letters: each is read or
//! refused, with messages, and nothing panics. `FUZZ=100000 cargo test --release -p sg3-tests --test form fuzz` tries as many of each.

use proptest::prelude::*;
use sg3_calc::{Layer, bind, functions, question};
use sg3_form::{Layout, read_submission, write_feedback, write_form};
use sg3_lang::{Diagnostics, Library, Model, Sources, check, format};
use sg3_tests::build;
use sg3_workbook::Workbook;
use std::io::{Cursor, Read};
use std::sync::LazyLock;

const MODEL: &str = "# Fuzz\n\n```sg3\ndimension service \"Service\"\n    voice \"Calls\" in minute\n    data \"Data\" in GB\n\
    dimension site \"Site\" from input\ndimension year \"Year\" 2024..2025 in year\n\
    input volume[service, year] \"Volume\" : unit(service)/year >= 0 or 0\ninput rent[site] \"Rent\" : money/year\n\
    input bought[site] \"Since\" : date\ninput share \"Share\" : ratio 0..1 plausible 10%..90% \"judgement\"\n\
    constant one_year \"One\" : year = 1\ninput method \"Method\" : one of a \"One\", b \"Other\" default a\n\
    plausible each[service] \"Each\" : unit(service)/year^2 = volume[year = last] / one_year in 0..1e9\n\
    output all \"All\" : money/year = share * sum(rent over site)\ncheck some \"Some\" all >= 0\n```\n";

fn cases() -> u32 {
    std::env::var("FUZZ").ok().and_then(|cases| cases.parse().ok()).unwrap_or(60)
}

fn model(text: &str) -> (Option<Model>, Diagnostics) {
    let (mut sources, mut diagnostics) = (Sources::default(), Diagnostics::default());
    let file = sources.add("fuzz", text);
    let library = Library { functions: functions::ALL, documents: &|_| None };
    (check(&mut sources, file, library, &mut diagnostics), diagnostics)
}

static SOUND: LazyLock<Model> = LazyLock::new(|| model(MODEL).0.unwrap_or_else(|| panic!("{:#?}", model(MODEL).1)));

/// The parts of a filled form, unpacked, so that a changed byte changes what is said and not only a checksum.
static PARTS: LazyLock<Vec<(String, Vec<u8>)>> = LazyLock::new(|| {
    let layout = Layout::of(&SOUND, sg3_lang::model::Owner::Operator);
    let form = write_form(&SOUND, &layout, &[Layer::default()]);
    let mut archive = zip::ZipArchive::new(Cursor::new(form)).unwrap();
    (0..archive.len())
        .map(|index| {
            let mut part = archive.by_index(index).unwrap();
            let mut bytes = Vec::new();
            part.read_to_end(&mut bytes).unwrap();
            (part.name().unwrap().to_string(), bytes)
        })
        .collect()
});

/// Reads, questions, returns, and reads what was returned.
fn through(bytes: Vec<u8>) {
    let layout = Layout::of(&SOUND, sg3_lang::model::Owner::Operator);
    let mut diagnostics = Diagnostics::default();
    let Ok(mut workbook) = Workbook::open(bytes, "sent.xlsx") else { return };
    let (layer, _, remains) = read_submission(&mut workbook, &SOUND, &layout, &mut diagnostics);
    let layers = [layer];
    let inputs = bind(&SOUND, &layers, &mut diagnostics);
    question(&SOUND, &layers, &inputs, &mut diagnostics);
    let again = write_feedback(&SOUND, &layout, &layers[0], &remains, &diagnostics, &Default::default());
    assert!(Workbook::open(again, "return.xlsx").is_ok());
}

type Changes = Vec<(prop::sample::Index, u8)>;

fn changes() -> impl Strategy<Value = Changes> {
    let byte = prop_oneof![any::<u8>(), prop::sample::select(b"<>/='\"&;!0199AZaz-.%,@#".to_vec())];
    prop::collection::vec((any::<prop::sample::Index>(), byte), 1..8)
}

fn garbled(bytes: &[u8], changes: &Changes) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for (place, value) in changes.iter().filter(|_| !bytes.is_empty()).collect::<Vec<_>>() {
        let at = place.index(bytes.len());
        bytes[at] = *value;
    }
    bytes
}

fn words() -> impl Strategy<Value = String> {
    let word = prop::sample::select(
        &[
            "input",
            "output",
            "plausible",
            "dimension",
            "check",
            "case",
            "use",
            "in",
            "over",
            "where",
            "with",
            "sum(",
            "x",
            "y",
            "[",
            "]",
            "(",
            ")",
            "=",
            "==",
            ":",
            "\"L\"",
            "1..6",
            "5%",
            "-",
            "/",
            "*",
            "^",
            "|",
            "\n",
            "\n    ",
            "from input",
            "beyond",
            "year - 1",
            "within",
            "simultaneous",
            "default",
            "or",
            "source",
            "note",
            "2024-02-30",
            "1e999",
            "é",
            "\u{202e}",
            "'",
            ";",
        ][..],
    );
    prop::collection::vec(word, 0..60).prop_map(|words| words.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, max_shrink_iters: 200, ..ProptestConfig::default() })]

    #[test]
    fn a_garbled_form_is_read_questioned_and_returned(part in any::<prop::sample::Index>(), changes in changes()) {
        let which = part.index(PARTS.len());
        let garbled = garbled(&PARTS[which].1, &changes);
        let parts: Vec<(&str, &[u8])> = PARTS.iter().enumerate()
            .map(|(number, (name, bytes))| (&**name, if number == which { &*garbled } else { &**bytes })).collect();
        through(build::zip(&parts));
    }

    #[test]
    fn a_model_of_any_words_is_read_and_formatted(words in words()) {
        let text = format!("# Any\n\n```sg3\n{words}\n```\n");
        let _ = model(&text);
        prop_assert_eq!(format(&format(&text)), format(&text));
    }

    #[test]
    fn a_garbled_model_is_read(changes in changes()) {
        let text = String::from_utf8_lossy(&garbled(MODEL.as_bytes(), &changes)).into_owned();
        let (model, diagnostics) = model(&text);
        prop_assert!(model.is_some() || diagnostics.has_errors());
        let _ = format(&text);
    }

    #[test]
    fn letters_of_any_kind_are_a_model_or_a_message(text in "(?s).{0,300}") {
        let _ = model(&text);
        let _ = model(&format!("```sg3\n{text}\n```"));
        let _ = format(&text);
    }
}
