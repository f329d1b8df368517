//! From a checked model to numbers: bind, plan, evaluate, explain. No files, no text.

mod array;
mod bind;
mod case;
mod evaluate;
pub mod functions;
mod member_order;
mod plan;
mod plausibility;
pub mod present;
mod results;
pub mod rounding;
mod statistics;
pub mod tolerance;
mod trace;

pub use array::{Array, place_in};
pub use bind::bind;
pub use bind::evidence::{Disagreement, Evidence, Status, settle};
pub use bind::inputs::Inputs;
pub use bind::layer::{Before, Blank, Datum, Layer, MemberEntry, Remark};
pub use bind::member_list::MemberList;
pub use bind::origin::{Origin, column_letters};
pub use bind::state::CellState;
pub use bind::value::Value;
pub use bind::with_periods;
pub use case::{CaseResult, Figure, inputs_of_case, run_cases};
pub use evaluate::evaluate;
pub use plan::{NotAsked, Plan, plan, plan_for, plan_of_first_version, plan_with};
pub use plausibility::question;
pub use present::display::{display_number, display_number_apart};
pub use results::{CheckCell, CheckResult, ClosedLoop, Results};
pub use statistics::percentile;
pub use trace::attribution::{Attribution, Class, attribute};
pub use trace::causes::diagnose;
pub use trace::explain::explain;
pub use trace::explain::explanation::Explanation;
pub use trace::residue::{is_residue, residues};
