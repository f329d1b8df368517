//! From a checked model to numbers: bind, plan, evaluate, explain. No files, no text.

mod array;
mod bind;
mod case;
mod evaluate;
pub mod functions;
mod plan;
mod plausibility;
pub mod present;
mod results;
pub mod rounding;
pub mod tolerance;
mod trace;

pub use array::{Array, place_in};
pub use bind::bind;
pub use bind::evidence::{Disagreement, Evidence, Status, settle};
pub use bind::inputs::Inputs;
pub use bind::layer::{Before, Blank, Datum, Layer, MemberEntry};
pub use bind::member_list::MemberList;
pub use bind::origin::{Origin, column_letters};
pub use bind::value::Value;
pub use case::{CaseResult, Figure, inputs_of_case, run_cases};
pub use evaluate::evaluate;
pub use plan::{Plan, plan, plan_for};
pub use plausibility::question;
pub use present::display::{display_number, display_number_apart};
pub use results::{CheckCell, CheckResult, ClosedLoop, Results};
pub use trace::attribution::{Attribution, Class, attribute};
pub use trace::causes::diagnose;
pub use trace::explain::explain;
pub use trace::explain::explanation::Explanation;

/// Old names of methods of [`Expression`](sg3_lang::model::Expression) and its parts, until the callers have moved.
pub mod reads {
    use sg3_lang::model::{Expression, Model, QuantityId, Substitution};
    use std::collections::BTreeSet;

    /// [`Expression::for_each_dependency`].
    pub fn for_each_read(expression: &Expression, visit: &mut impl FnMut(QuantityId)) {
        expression.for_each_dependency(visit);
    }

    /// [`Expression::dependencies`].
    pub fn reads_of(expression: &Expression) -> BTreeSet<QuantityId> {
        expression.dependencies()
    }

    /// [`Expression::free_axes`].
    pub fn free_axes(expression: &Expression) -> BTreeSet<usize> {
        expression.free_axes()
    }

    /// [`Substitution::free_axes`].
    pub fn free_axes_of_substitution(substitution: &Substitution) -> BTreeSet<usize> {
        substitution.free_axes()
    }

    /// [`Model::axes_of_system`].
    pub fn axes_of_system(model: &Model, id: QuantityId) -> BTreeSet<usize> {
        model.axes_of_system(id)
    }
}
