//! `--set 'wacc=0.11'`, `--set 'minutes[urban]=5'`, `--set 'pool=rent,power'`.

use super::draft::Draft;
use super::value;
use crate::figure::Figure;
use crate::trouble::Trouble;
use sg3_calc::Origin;
use sg3_lang::model::QuantityId;

/// Adds what one setting says; it must at least have the form of one.
pub fn read(draft: &mut Draft, text: &str) -> Result<(), Trouble> {
    let unusable = || {
        Trouble::new(format!("`--set {text}` does not have the form `name=value`"))
            .help("for example `--set wacc=0.11` or `--set 'minutes[urban]=5'`")
    };
    let (left, right) = split(text).ok_or_else(unusable)?;
    let figure = Figure::parse(left).ok_or_else(unusable)?;
    let origin = Origin::Setting(text.into());
    let dimension = draft.model.find_dimension(&figure.name).filter(|id| draft.model.dimension(*id).is_from_data());
    match (draft.input(&figure.name), dimension) {
        (Some(input), _) => value(draft, input, &figure, right, origin),
        (None, Some(dimension)) => {
            for key in right.split(',').map(str::trim) {
                draft.member(dimension, key.into(), String::new(), None, origin.clone());
            }
        }
        (None, None) => draft.unknown(&figure.name, &origin),
    }
    Ok(())
}

fn value(draft: &mut Draft, input: QuantityId, figure: &Figure, right: &str, origin: Origin) {
    let axes: Vec<&str> = draft.model.quantity(input).axes.iter().map(|axis| &*axis.name).collect();
    let value = value::of_words(draft.kind(input), right);
    match figure.keys(&axes) {
        Some(keys) => draft.value(input, keys.into_iter().map(|key| key.map(Into::into)).collect(), value, origin),
        None => draft.too_many(input, &origin),
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
