//! What there is to say about an input in words: range, blank, proposal, source, note.

use super::phrase::{number, sentence};
use super::{members, proposal};
use sg3_lang::Model;
use sg3_lang::day;
use sg3_lang::model::{DimensionId, Input, Kind, Quantity, Range};

/// `At least 0.`, `Blank means 0.`, `Source: annual report.`, and the note.
pub fn hint(model: &Model, quantity: &Quantity) -> Vec<String> {
    let note = quantity.note.as_ref().map(|note| sentence(note));
    without_note(model, quantity).into_iter().chain(note).collect()
}

/// The same without the note.
pub fn without_note(model: &Model, quantity: &Quantity) -> Vec<String> {
    let input = quantity.input();
    let parts = [
        input.and_then(|input| input.range).map(|range| range_words(quantity, &range)),
        input
            .and_then(|input| input.blank)
            .map(|blank| format!("Blank means {}.", blank_words(model, quantity, blank))),
        input.and_then(|input| proposed(model, quantity, input)),
        quantity.source.as_ref().map(|source| format!("Source: {}", sentence(source))),
    ];
    parts.into_iter().flatten().filter(|part| !part.is_empty()).collect()
}

fn range_words(quantity: &Quantity, range: &Range) -> String {
    let number = |value| number(quantity, value);
    match (range.least, range.greatest) {
        (Some((least, true)), Some((most, true))) => format!("From {} to {}.", number(least), number(most)),
        (Some((least, true)), None) => format!("At least {}.", number(least)),
        (Some((least, false)), None) => format!("More than {}.", number(least)),
        (None, Some((most, true))) => format!("At most {}.", number(most)),
        (None, Some((most, false))) => format!("Less than {}.", number(most)),
        (None, None) => String::new(),
        (Some((least, _)), Some((most, _))) => format!("Between {} and {}.", number(least), number(most)),
    }
}

/// What stands for a blank cell: a number, a day, yes or no, or what people see for a member.
fn blank_words(model: &Model, quantity: &Quantity, blank: f64) -> String {
    match quantity.kind {
        Kind::Number(_) => number(quantity, blank),
        Kind::Date => day::write(blank),
        Kind::YesNo => if blank == 0.0 { "no" } else { "yes" }.to_owned(),
        Kind::Member(dimension) => member_word(model, dimension, blank as usize),
    }
}

fn member_word(model: &Model, dimension: DimensionId, at: usize) -> String {
    let known = members::known(model, dimension).unwrap_or_default();
    members::list_words(&known).into_iter().nth(at).unwrap_or_default()
}

/// What the model proposes for all members alike; what differs from member to member stands in the cells.
fn proposed(model: &Model, quantity: &Quantity, input: &Input) -> Option<String> {
    let [entry] = &input.default.as_ref()?.entries[..] else { return None };
    let value = proposal::value_of(model, entry.value.as_ref()?)?;
    let anywhere = !quantity.axes.is_empty() && entry.place.iter().all(Option::is_none);
    anywhere.then(|| format!("Proposed: {}.", proposal::describe_proposal(model, quantity, &value)))
}
