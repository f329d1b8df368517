//! The comparison for people.

use super::count::counted;
use super::table::plain_table;
use sg3_session::{Change, Effect, OwnFigure, Verification};

/// More lines of a table than this are for programs.
const MOST_LINES: usize = 40;

/// What was changed, what replaces what, what that does.
pub(crate) fn draw_verification(verification: &Verification, language: &Language) -> String {
    let mut text =
        format!("{}: {} as written on {}\n", verification.workbook, verification.model, verification.written);
    text += &libraries(verification);
    if !verification.same_model {
        text += "The model has changed since then: differences below may result from that change.\n";
    }
    if verification.against_itself {
        text += "Compared with the data contained in the workbook itself; name a model and data to compare with those instead.\n";
    }
    text += &verdict(verification);
    if !verification.failing.is_empty() {
        text += &format!("{} now: {}.\n", failing(verification.failing.len()), verification.failing.join("; "));
    }
    text += &section(
        "Changes",
        &["What", "Where", "Row", "As delivered", "As returned"],
        &verification.changes,
        change_row,
        &[],
    );
    let head = ["Figure", "Where", "As delivered", "As returned", "Largest effect"];
    text += &section("Replaced figures", &head, &verification.figures, figure_row, &[2, 3]);
    let head = ["Result", "Unit", "As delivered", "With these figures", "Change"];
    text + &section("Results with all of these figures", &head, &verification.results, effect_row, &[2, 3, 4])
}

/// The libraries of which the workbook was made, and those of now where they differ; nothing of a workbook that does not say.
fn libraries(Verification { libraries: then, libraries_now: now, .. }: &Verification) -> String {
    match then.join(", ") {
        made if made.is_empty() => String::new(),
        made if then == now => format!("Made from {made}.\n"),
        made if now.is_empty() => format!("Made from {made}; the model is of no library now.\n"),
        made => format!("Made from {made}; the model is now of {}.\n", now.join(", ")),
    }
}

fn verdict(verification: &Verification) -> String {
    let wrong = verification.changes.iter().filter(|change| !change.harmless).count();
    let figures = counted(verification.figures.len(), "figure");
    match wrong {
        0 => {
            format!("No formula, label or delivered figure was changed; {figures} replaced in the cells provided.\n")
        }
        wrong => format!("{} outside the cells provided for replacement.\n", counted(wrong, "change")),
    }
}

fn failing(count: usize) -> String {
    format!("{} {}", counted(count, "check"), if count == 1 { "fails" } else { "fail" })
}

fn section<T>(title: &str, head: &[&str], items: &[T], row: fn(&T) -> Vec<String>, numbers: &[usize]) -> String {
    if items.is_empty() {
        return String::new();
    }
    let rows = items.iter().take(MOST_LINES).map(row).collect();
    let rest = match items.len().saturating_sub(MOST_LINES) {
        0 => String::new(),
        more => format!("… {more} more; `--format json` lists all\n"),
    };
    format!("\n{title}\n{}{rest}", plain_table(head, rows, numbers))
}

fn change_row(change: &Change) -> Vec<String> {
    let place = [&*change.sheet, &*change.at].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("!");
    vec![change.kind.to_owned(), place, change.what.clone(), change.was.clone(), change.is.clone()]
}

fn figure_row(figure: &OwnFigure) -> Vec<String> {
    let effect = match (&figure.changes_most, figure.value) {
        (_, None) => "not valid for this figure".to_owned(),
        (None, _) => "no result".to_owned(),
        (Some(effect), _) => format!("{} {}", effect.name, share(effect)),
    };
    let most = match &figure.outside {
        None => effect,
        Some(range) => format!("{effect}; outside {range}"),
    };
    let [was, is] = figure.shown.clone();
    vec![figure.name.clone(), format!("{}!{}", figure.sheet, figure.at), was, is, most]
}

fn effect_row(effect: &Effect) -> Vec<String> {
    let [was, is] = effect.shown.clone();
    vec![effect.name.clone(), effect.shown_unit.clone(), was, is, share(effect)]
}

fn share(effect: &Effect) -> String {
    match (effect.change, effect.was, effect.is) {
        (Some(change), ..) => format!("{:+.2} %", change * 100.0),
        (None, Some(_), None) => "is missing".to_owned(),
        (None, None, Some(_)) => "was missing".to_owned(),
        _ => "from 0".to_owned(),
    }
}
