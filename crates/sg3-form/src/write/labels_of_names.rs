//! Names of inputs and members in messages, replaced by their labels in the form.

use sg3_calc::present::members;
use sg3_lang::Model;
use sg3_lang::model::{DimensionId, Quantity};

/// A message with labels for names of the model: `minutes[urban]` in backticks becomes Minutes carried (Urban). What is quoted of
/// the data stays, without the backticks.
pub(crate) fn replace_names(model: &Model, message: &str) -> String {
    let pieces: Vec<&str> = message.split('`').collect();
    let mut said = String::new();
    for (number, piece) in pieces.iter().enumerate() {
        match number % 2 {
            0 => said += piece,
            _ if number + 2 == pieces.len() && pieces[number + 1].is_empty() => end_with_name(model, &mut said, piece),
            _ => said += &label_of(model, piece),
        }
    }
    said
}

/// Ends a message with a name. Where it begins with the label, only the members are new: `Length of a call is 156: `length[transit]``.
fn end_with_name(model: &Model, said: &mut String, name: &str) {
    let label = label_of(model, name);
    let begun = find_label(model, name).filter(|label| said.starts_with(label));
    match begun.and_then(|begun| label.strip_prefix(begun)) {
        Some(members) => {
            said.truncate(said.trim_end_matches([':', '：', ' ', '\u{a0}', '\u{202f}']).len());
            *said += members;
        }
        None => *said += &label,
    }
}

fn find_label<'m>(model: &'m Model, words: &str) -> Option<&'m str> {
    let name = words.split('[').next()?;
    model.find_quantity(name).map(|id| &*model.quantity(id).label)
}

/// The label of a name, with those of its members; the words themselves if they are no name of the model.
fn label_of(model: &Model, words: &str) -> String {
    let (name, keys) = words.split_once('[').map_or((words, ""), |(name, keys)| (name, keys.trim_end_matches(']')));
    let Some(quantity) = model.find_quantity(name).map(|id| model.quantity(id)) else { return words.to_owned() };
    if keys.is_empty() {
        return quantity.label.clone();
    }
    format!("{} ({})", quantity.label, label_members(model, quantity, keys))
}

fn label_members(model: &Model, quantity: &Quantity, keys: &str) -> String {
    let axes = quantity.axes.iter().map(|axis| Some(axis.dimension)).chain(std::iter::repeat(None));
    let labels = keys.split(", ").zip(axes).map(|(key, axis)| match axis {
        Some(dimension) => label_member(model, dimension, key),
        None => key.to_owned(),
    });
    labels.collect::<Vec<_>>().join(", ")
}

fn label_member(model: &Model, dimension: DimensionId, key: &str) -> String {
    let known = members::known(model, dimension).unwrap_or_default();
    known.into_iter().find(|member| *member.key == *key).map_or(key.to_owned(), |member| member.label)
}

#[cfg(test)]
mod tests {
    use super::*;
    use sg3_lang::{Diagnostics, Library, Sources, check};

    #[test]
    fn names_of_the_model_become_labels_and_words_of_the_data_stay() {
        let text = "# Calls\n```sg3\ndimension service \"Service\"\n    urban \"Within town\"\n\
            input minutes[service] \"Minutes carried\" : minute\noutput all \"All\" : minute = sum(minutes over service)\n```\n";
        let mut sources = Sources::default();
        let file = sources.add("calls", text);
        let library = Library { functions: &[], documents: &|_| None };
        let model = check(&mut sources, file, library, &mut Diagnostics::default()).unwrap();
        for (message, expected) in [
            ("`minutes[urban]` is 5", "Minutes carried (Within town) is 5"),
            ("`minutes[other]` is 5", "Minutes carried (other) is 5"),
            ("needed by `all`", "needed by All"),
            ("`s.o.` is text", "s.o. is text"),
            ("no names", "no names"),
            ("Minutes carried is 5: `minutes[urban]`", "Minutes carried is 5 (Within town)"),
            ("All is 5: `all`", "All is 5"),
        ] {
            assert_eq!(replace_names(&model, message), expected);
        }
    }
}
