//! The comparison for people.

use super::count::counted;
use super::table::plain_table;
use sg3_language::Language;
use sg3_session::{Change, Effect, OwnFigure, Verification};

/// More lines of a table than this are for programs.
const MOST_LINES: usize = 40;

/// What was changed, what replaces what, what that does.
pub(crate) fn draw_verification(verification: &Verification, language: &Language) -> String {
    let sentences = sentences(verification);
    let mut text: String = sentences.iter().map(|sentence| language.translate(sentence) + "\n").collect();
    let head = ["What", "Where", "Row", "As delivered", "As returned"];
    text += &section(language, "Changes", &head, &verification.changes, change_row, &[]);
    let head = ["Figure", "Where", "As delivered", "As returned", "Largest effect"];
    text += &section(language, "Replaced figures", &head, &verification.figures, figure_row, &[2, 3]);
    let head = ["Result", "Unit", "As delivered", "With these figures", "Change"];
    let results = &verification.results;
    text + &section(language, "Results with all of these figures", &head, results, effect_row, &[2, 3, 4])
}

/// What stands above the tables.
fn sentences(verification: &Verification) -> Vec<String> {
    let Verification { workbook, model, written, failing, .. } = verification;
    let changed = "The model has changed since then: differences below may result from that change.";
    let itself =
        "Compared with the data contained in the workbook itself; name a model and data to compare with those instead.";
    let excerpt =
        "It leaves members of a list out: what replaced figures do to results is worked out with the data of all.";
    let all = [
        Some(format!("{workbook}: {model} as written on {written}")),
        libraries(verification),
        (!verification.same_model).then(|| changed.to_owned()),
        verification.against_itself.then(|| itself.to_owned()),
        verification.is_excerpt.then(|| excerpt.to_owned()),
        Some(verdict(verification)),
        (!failing.is_empty()).then(|| format!("{} now: {}.", count_failing(failing.len()), failing.join("; "))),
    ];
    all.into_iter().flatten().collect()
}

/// The libraries of which the workbook was made, and those of now where they differ; nothing of a workbook that does not say.
fn libraries(Verification { libraries: then, libraries_now: now, .. }: &Verification) -> Option<String> {
    Some(match then.join(", ") {
        made if made.is_empty() => return None,
        made if then == now => format!("Made from {made}."),
        made if now.is_empty() => format!("Made from {made}; the model is of no library now."),
        made => format!("Made from {made}; the model is now of {}.", now.join(", ")),
    })
}

fn verdict(verification: &Verification) -> String {
    let wrong = verification.changes.iter().filter(|change| !change.harmless).count();
    let figures = counted(verification.figures.len(), "figure");
    match wrong {
        0 => {
            format!("No formula, label or delivered figure was changed; {figures} replaced in the cells provided.")
        }
        wrong => format!("{} outside the cells provided for replacement.", counted(wrong, "change")),
    }
}

fn count_failing(count: usize) -> String {
    format!("{} {}", counted(count, "check"), if count == 1 { "fails" } else { "fail" })
}

fn section<T>(
    language: &Language,
    title: &str,
    head: &[&str],
    items: &[T],
    row: fn(&T, &Language) -> Vec<String>,
    numbers: &[usize],
) -> String {
    if items.is_empty() {
        return String::new();
    }
    let rows = items.iter().take(MOST_LINES).map(|item| row(item, language)).collect();
    let rest = match items.len().saturating_sub(MOST_LINES) {
        0 => String::new(),
        more => language.translate(&format!("… {more} more; `--format json` lists all")) + "\n",
    };
    let head: Vec<String> = head.iter().map(|words| language.translate(words)).collect();
    let head: Vec<&str> = head.iter().map(String::as_str).collect();
    format!("\n{}\n{}{rest}", language.translate(title), plain_table(&head, rows, numbers))
}

fn change_row(change: &Change, language: &Language) -> Vec<String> {
    let place = [&*change.sheet, &*change.at].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("!");
    vec![language.translate(change.kind), place, change.what.clone(), change.was.clone(), change.is.clone()]
}

fn figure_row(figure: &OwnFigure, language: &Language) -> Vec<String> {
    let effect = match (&figure.changes_most, figure.value) {
        (_, None) => "not valid for this figure".to_owned(),
        (None, _) => "no result".to_owned(),
        (Some(effect), _) => format!("{} {}", effect.name, share(effect, language)),
    };
    let most = match &figure.outside {
        None => language.translate(&effect),
        Some(range) => language.translate(&format!("{effect}; outside {range}")),
    };
    let [was, is] = figure.shown.each_ref().map(|text| language.write_number(text));
    vec![figure.name.clone(), format!("{}!{}", figure.sheet, figure.at), was, is, most]
}

fn effect_row(effect: &Effect, language: &Language) -> Vec<String> {
    let [was, is] = effect.shown.each_ref().map(|text| language.write_number(text));
    vec![effect.name.clone(), language.translate_unit(&effect.shown_unit), was, is, share(effect, language)]
}

fn share(effect: &Effect, language: &Language) -> String {
    let text = match (effect.change, effect.was, effect.is) {
        (Some(change), ..) => format!("{:+.2} %", change * 100.0),
        (None, Some(_), None) => "is missing".to_owned(),
        (None, None, Some(_)) => "was missing".to_owned(),
        _ => "from 0".to_owned(),
    };
    language.write_number(&language.translate(&text))
}
