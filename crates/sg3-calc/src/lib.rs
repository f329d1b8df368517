//! From a checked model to numbers: bind, plan, evaluate, explain. No files, no text.

mod array;
mod attribution;
mod bind;
mod case;
mod evaluate;
mod evidence;
mod explain;
pub mod functions;
pub mod guard;
mod inputs;
mod layer;
mod members;
mod places;
mod plan;
mod plausibility;
pub mod reads;
mod results;
pub mod rounding;
mod shown;
mod site;
mod trouble;

pub use array::Array;
pub use attribution::{Attribution, Class, attribute};
pub use bind::bind;
pub use case::{CaseResult, Figure, inputs_of_case, run_cases};
pub use evaluate::evaluate;
pub use evidence::{Disagreement, Evidence, Status, settle};
pub use explain::{Explanation, explain};
pub use inputs::Inputs;
pub use layer::{Before, Blank, Datum, Layer, MemberEntry, Origin, Value, column_letters};
pub use members::MemberList;
pub use plan::{Plan, plan, plan_for};
pub use plausibility::question;
pub use results::{CheckCell, CheckResult, ClosedLoop, Results};
pub use shown::{shown, shown_apart};
pub use trouble::diagnose;
