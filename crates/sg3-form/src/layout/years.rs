//! Periods that a form was drawn for: `year = 2023..2025` where the model only proposes them.

use sg3_lang::Model;
use sg3_lang::model::Members;

/// A dimension of the model, and the first and the last of its members in a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormPeriod {
    /// The name of the dimension.
    pub dimension: String,
    /// The first member.
    pub first: i64,
    /// The last member.
    pub last: i64,
}

/// What a form says of the periods of its models; nothing if they propose none.
pub(crate) fn describe_periods<'m>(models: impl Iterator<Item = &'m Model>) -> Option<String> {
    let mut words: Vec<String> = Vec::new();
    for dimension in models.flat_map(|model| &model.dimensions) {
        if let Members::Proposed(first, last) = dimension.members {
            let period = format!("{} = {first}..{last}", dimension.name);
            words.extend(Some(period).filter(|period| !words.contains(period)));
        }
    }
    (!words.is_empty()).then(|| words.join(", "))
}

/// The periods that a form names.
pub(crate) fn parse_periods(words: &str) -> Vec<FormPeriod> {
    let period = |part: &str| {
        let (dimension, numbers) = part.split_once('=')?;
        let (first, last) = numbers.split_once("..")?;
        let [first, last] = [first, last].map(|number| number.trim().parse().ok());
        Some(FormPeriod { dimension: dimension.trim().to_owned(), first: first?, last: last? })
    };
    words.split(',').filter_map(period).collect()
}

/// The model with these periods in place of those that it proposes.
pub fn with_periods(model: &Model, periods: &[FormPeriod]) -> Model {
    let mut model = model.clone();
    for dimension in model.dimensions.iter_mut().filter(|dimension| dimension.is_proposed()) {
        if let Some(period) = periods.iter().find(|period| *period.dimension == *dimension.name) {
            dimension.members = Members::Proposed(period.first, period.last);
        }
    }
    model
}
