//! From checked expressions to programs.
//!
//! The files of this folder call each other in a circle, as the language nests: an expression has parts that are computed before it
//! (`temporary`), which are programs of expressions.

mod compiler;
mod counterfactual;
mod expression;
mod group;
mod program;
mod read;
mod reduction;
mod rows;
mod temporary;

pub(super) use compiler::Context;
