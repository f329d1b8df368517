//! The options that were in force: a figure without its method says nothing.

use crate::computed::Computed;
use crate::data::{Choice, Chosen, Value};
use crate::number;
use sg3_lang::member_ranges::member_ranges;
use sg3_lang::model::{Input, Kind, Members, Owner, Quantity, QuantityId};
use sg3_language::Language;

/// Behind the first of several origins.
const AND_OTHERS: &str = " and others";
/// Members named for an option; of more, the first are named and the others counted. JSON names all.
const NAMED: usize = 6;

/// Every input that chooses: one of named options, a member that the model lists, or a single yes or no. What an operator says of
/// each member of a list of its own (the kind of an account) describes it and chooses nothing.
pub(crate) fn options_in_force(computed: &Computed) -> Vec<Choice> {
    let choices = computed
        .model
        .inputs()
        .filter(|(_, quantity, input)| chooses(computed, quantity) && !describes(computed, quantity, input));
    choices.filter_map(|(id, quantity, _)| choice(computed, id, quantity)).collect()
}

fn describes(computed: &Computed, quantity: &Quantity, input: &Input) -> bool {
    input.owner == Owner::Operator
        && quantity.axes.iter().any(|axis| computed.model.dimension(axis.dimension).is_listed_by_data())
}

fn chooses(computed: &Computed, quantity: &Quantity) -> bool {
    match quantity.kind {
        Kind::Member(dimension) => matches!(computed.model.dimension(dimension).members, Members::Listed(_)),
        Kind::YesNo => quantity.axes.is_empty(),
        _ => false,
    }
}

fn choice(computed: &Computed, id: QuantityId, quantity: &Quantity) -> Option<Choice> {
    let array = computed.inputs.array(id)?;
    let mut chosen: Vec<Chosen> = Vec::new();
    for (offset, cell) in array.cells.iter().enumerate() {
        let option = option(computed, &quantity.kind, *cell);
        let at = chosen.iter().position(|known| known.option == option.option).unwrap_or_else(|| {
            chosen.push(option);
            chosen.len() - 1
        });
        let members = computed.keys(&quantity.axes, &array.place(offset)).join(", ");
        chosen[at].members.extend(Some(members).filter(|members| !members.is_empty()));
    }
    Some(Choice {
        name: quantity.name.to_string(),
        label: quantity.label.clone(),
        chosen,
        origin: origin(computed, id),
    })
}

/// Key and label of an option, for nobody yet.
fn option(computed: &Computed, kind: &Kind, cell: f64) -> Chosen {
    let (option, label) = match (kind, computed.value(kind, cell)) {
        (Kind::Member(dimension), Some(Value::Text(key))) => {
            (Some(key), computed.inputs.members_of(*dimension).labels[cell as usize].clone())
        }
        (_, Some(Value::YesNo(yes))) => (Some(number::yes_no(yes).to_owned()), number::yes_no(yes).to_owned()),
        _ => (None, "not chosen".to_owned()),
    };
    Chosen { option, label, members: Vec::new() }
}

/// `Key of the deficit: in proportion to cost  (deficit_key = by_cost; regulator.toml  line 3)`
pub fn option_line(choice: &Choice, language: &Language) -> String {
    let chosen: Vec<String> = choice.chosen.iter().map(|chosen| chosen_text(chosen, language)).collect();
    let key = match &choice.chosen[..] {
        [Chosen { option: Some(option), .. }] => format!("{} = {option}", choice.name),
        _ => choice.name.clone(),
    };
    let source = [key, origin_in_words(&choice.origin, language)]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join("; ");
    let line = language.fill("{label}: {text}", &[("label", &choice.label), ("text", &chosen.join("; "))]);
    format!("{line}  ({source})")
}

/// What comes from no file is said in the language.
fn origin_in_words(origin: &str, language: &Language) -> String {
    match origin.strip_suffix(AND_OTHERS) {
        Some(first) => language.fill("{first} and others", &[("first", first)]),
        None => language.translate_label(origin),
    }
}

fn chosen_text(chosen: &Chosen, language: &Language) -> String {
    let places: Vec<Vec<&str>> = chosen.members.iter().map(|member| member.split(", ").collect()).collect();
    let ranges = member_ranges(&places);
    let shown = if ranges.len() > NAMED { NAMED - 1 } else { NAMED };
    let texts: Vec<&str> = ranges.iter().take(shown).map(|range| &*range.text).collect();
    let label = &*language.translate_label(&chosen.label);
    let members = &*texts.join(", ");
    match ranges.iter().skip(shown).map(|range| range.count).sum() {
        _ if texts.is_empty() => label.to_owned(),
        0 => language.fill("{option} for {members}", &[("option", label), ("members", members)]),
        more => {
            let words = [("option", label), ("members", members), ("count", &*more.to_string())];
            language.fill("{option} for {members} and {count} more", &words)
        }
    }
}

/// Where the value comes from; of several, the first and that there are others.
fn origin(computed: &Computed, id: QuantityId) -> String {
    let cells = computed.inputs.array(id).map_or(0, |array| array.cells.len());
    let mut origins: Vec<String> = (0..cells)
        .filter_map(|cell| computed.inputs.origin(id, cell))
        .map(|origin| origin.without_folder().to_string())
        .collect();
    origins.dedup();
    match &origins[..] {
        [] => String::new(),
        [one] => one.clone(),
        [first, ..] => format!("{first}{AND_OTHERS}"),
    }
}
