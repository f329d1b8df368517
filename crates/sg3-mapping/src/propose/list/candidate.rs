//! A column of a list that could fill an input.

use super::context::{ColumnRef, ListContext};
use crate::propose::candidate::Candidate;
use crate::rules::figure::{EACH, Figure};
use crate::rules::rule::MappingRule;
use sg3_lang::model::{DimensionId, Quantity, QuantityId};
use std::sync::Arc;

/// A column that could fill an input.
pub(crate) struct ColumnCandidate {
    /// The input.
    pub(crate) quantity: QuantityId,
    /// The year that its values are of, if the input asks for years.
    pub(crate) year: Option<i32>,
    /// The column, or the first of a table with codes on two sides.
    pub(crate) at: ColumnRef,
    /// From 0 to 1.
    pub(crate) score: f64,
    /// The rule for it, without what speaks of the proposal.
    pub(crate) line: MappingRule,
    /// Rules that must be there for it: rows that are members.
    pub(crate) made: Vec<MappingRule>,
    /// Why.
    pub(crate) why: String,
    /// The list, and the dimension whose members it refers to.
    pub(crate) refers: Option<(usize, DimensionId)>,
    /// Whether its unit is that of its head.
    pub(crate) is_scaled: bool,
}

impl Candidate for ColumnCandidate {
    type Figure = (QuantityId, Option<i32>);
    type Cells = ColumnRef;

    fn figure(&self) -> (QuantityId, Option<i32>) {
        (self.quantity, self.year)
    }

    fn cells(&self) -> ColumnRef {
        self.at
    }

    fn score(&self) -> f64 {
        self.score
    }

    /// The name beside a code refers to the same.
    fn repeats(&self, other: &Self) -> bool {
        other.quantity == self.quantity && other.refers.is_some() && other.refers == self.refers
    }
}

/// The figure of an input for every member that lists name.
pub(crate) fn starred_figure(context: &ListContext, quantity: &Quantity, year: Option<i32>) -> Figure {
    let years: Arc<str> = year.map_or(Arc::from(EACH), |year| year.to_string().into());
    let are_years = quantity.axes.iter().map(|axis| context.model.dimension(axis.dimension).step.is_some());
    let place = are_years.map(|is_year| if is_year { years.clone() } else { EACH.into() }).collect();
    Figure { input: quantity.name.to_string(), place }
}

/// The year of a column, if the input asks for years and anybody says one.
pub(crate) fn column_year(
    context: &ListContext,
    quantity: &Quantity,
    at: ColumnRef,
    wanted: Option<i32>,
) -> Option<i32> {
    let asks = quantity.axes.iter().any(|axis| context.model.dimension(axis.dimension).step.is_some());
    context.year(at).or(wanted).filter(|_| asks)
}

/// The figure of the members themselves.
pub(crate) fn members_figure(context: &ListContext, dimension: DimensionId) -> Figure {
    Figure { input: context.model.dimension(dimension).name.to_string(), place: vec![EACH.into()] }
}

/// The first column that every record fills.
pub(crate) fn first_full_column(context: &ListContext, list: usize) -> ColumnRef {
    let own = &context.lists[list];
    let position = own.columns.iter().position(|column| column.filled == own.count).unwrap_or(0);
    (list, position)
}
