//! `--set 'wacc=0.11'`, `--set 'minutes[urban]=5'`, `--set 'pool=rent,power'`.

use super::builder::LayerBuilder;
use super::value::parse_value;
use crate::failure::Failure;
use crate::figure::Figure;
use sg3_calc::Origin;
use sg3_lang::model::QuantityId;
use sg3_lang::{Diagnostic, Diagnostics, Place, Severity};

/// Adds what one setting says; it must at least have the form of one.
pub(crate) fn read(builder: &mut LayerBuilder, text: &str) -> Result<(), Failure> {
    let (left, right) = split(text).ok_or_else(|| unusable(text))?;
    let figure = Figure::parse(left).ok_or_else(|| unusable(text))?;
    let origin = Origin::Setting(text.into());
    let dimension = builder.model.find_dimension(&figure.name).filter(|id| builder.model.dimension(*id).is_from_data());
    match (builder.input(&figure.name), dimension) {
        (Some(input), _) => add_value(builder, input, &figure, right, origin),
        (None, Some(dimension)) => {
            for key in right.split(',').map(str::trim) {
                builder.add_member(dimension, key.into(), String::new(), None, origin.clone());
            }
        }
        (None, None) => builder.reject_name(&figure.name, &origin),
    }
    Ok(())
}

/// A failure if any setting names nothing or has a value that its input does not take: nothing is computed then.
pub(crate) fn refuse_unusable(found: &Diagnostics) -> Result<(), Failure> {
    let is_of_setting = |message: &&Diagnostic| {
        message.severity == Severity::Error && matches!(&message.place, Place::Data(place) if place.file == "--set")
    };
    let Some(message) = found.iter().find(is_of_setting) else { return Ok(()) };
    let setting = if let Place::Data(place) = &message.place { &*place.at } else { "" };
    Err(Failure::new(format!("`--set {setting}`: {}", message.message)).maybe_help(message.help.clone()))
}

fn unusable(text: &str) -> Failure {
    Failure::new(format!("`--set {text}` does not have the form `name=value`"))
        .help("for example `--set wacc=0.11` or `--set 'minutes[urban]=5'`")
}

fn add_value(builder: &mut LayerBuilder, input: QuantityId, figure: &Figure, right: &str, origin: Origin) {
    let axes: Vec<&str> = builder.model.quantity(input).axes.iter().map(|axis| &*axis.name).collect();
    let value = parse_value(builder.kind(input), right);
    match figure.keys(&axes) {
        Some(keys) => {
            builder.add_value(input, keys.into_iter().map(|key| key.map(Into::into)).collect(), value, origin);
        }
        None => builder.reject_place(input, &origin),
    }
}

/// At the first `=` outside brackets.
fn split(text: &str) -> Option<(&str, &str)> {
    let after = text.find(']').filter(|close| text.find('[').is_some_and(|open| open < *close)).unwrap_or(0);
    let at = match text.find('=')? {
        first if text.find('[').is_some_and(|open| open < first) => after + text[after..].find('=')?,
        first => first,
    };
    Some((&text[..at], text[at + 1..].trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sign_outside_brackets_divides() {
        assert_eq!(split("x[from = a]= 5"), Some(("x[from = a]", "5")));
        assert_eq!(split("wacc=0.1"), Some(("wacc", "0.1")));
        assert_eq!(split("kind=[a]"), Some(("kind", "[a]")));
        assert_eq!(split("wacc"), None);
    }
}
