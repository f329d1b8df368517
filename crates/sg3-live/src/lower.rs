//! From the checked model to blocks of formulas: every name becomes a block, every axis an axis of the block.
//!
//! A block is made when something first reads it, so that counterfactuals hold only what is needed; what a block is made of
//! is lowered later, from a list, so that quantities may need each other.

mod alignment;
mod apportion;
mod check;
mod choose_method;
mod context;
mod counterfactual;
mod cumulative;
mod dependents;
mod describe;
mod earlier_sums;
mod expression;
mod fold;
mod fold_axes;
mod function_call;
mod input;
mod is_given;
mod linear_terms;
mod list;
pub(crate) mod lowering;
mod ordered;
mod orientation;
mod others;
mod part;
mod passes;
mod quantity;
mod read;
mod reduction;
mod replace;
mod replacement_key;
mod row_sum;
mod search;
mod shorten;
mod solution_method;
mod squaring;
mod squaring_axes;
mod statistics;
mod step_back;
mod substitute;
mod sum_by_group;
mod system;
mod table;
mod transpose;

use crate::book::BASE;
use crate::material::Material;
use lowering::Lowering;
use sg3_lang::model::QuantityId;

/// Lowers the wanted quantities with all that they need, and the checks.
pub(crate) fn lower<'a>(material: Material<'a>, wanted: &[QuantityId], checks: bool) -> Lowering<'a> {
    let mut lowering = Lowering::new(material);
    lowering.wanted = wanted.iter().map(|id| lowering.block(*id, BASE)).collect();
    lowering.define_all();
    if checks {
        for result in &material.results.checks {
            let blocks = lowering.check(result.check);
            lowering.book.checks.push(blocks);
            lowering.define_all();
        }
    }
    lowering.guard_others();
    lowering.transpose();
    lowering
}
