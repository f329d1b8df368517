//! The numbers by which formulas know members.

use sg3_calc::Inputs;
use sg3_lang::model::{DimensionId, Kind, Model};

/// For each dimension the numbers of its members: their own where members are numbers (years), else counted from 1.
#[derive(Debug)]
pub(crate) struct MemberNumbers {
    numbers: Vec<Vec<f64>>,
}

impl MemberNumbers {
    pub(crate) fn of(model: &Model, inputs: &Inputs) -> MemberNumbers {
        let dimensions = model.dimensions.iter().zip(inputs.members.iter());
        let numbers = dimensions.map(|(dimension, members)| {
            if dimension.is_numbered() {
                return members.numbers.clone();
            }
            (1..=members.len()).map(|number| number as f64).collect()
        });
        MemberNumbers { numbers: numbers.collect() }
    }

    /// The numbers of all members of a dimension.
    pub(crate) fn all(&self, dimension: DimensionId) -> &[f64] {
        &self.numbers[dimension.0 as usize]
    }

    /// The number of a member, by its position in the data.
    pub(crate) fn number(&self, dimension: DimensionId, position: usize) -> f64 {
        self.all(dimension)[position]
    }

    /// The position of the member of a number.
    pub(crate) fn position(&self, dimension: DimensionId, number: f64) -> Option<usize> {
        self.all(dimension).iter().position(|other| *other == number)
    }

    /// How a value of the engine is written in a cell: members by number.
    pub(crate) fn cell_value(&self, kind: &Kind, value: f64) -> f64 {
        match kind {
            Kind::Member(dimension) if !value.is_nan() => self.number(*dimension, value as usize),
            _ => value,
        }
    }
}
