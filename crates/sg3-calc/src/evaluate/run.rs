//! Computes compiled programs: cell by cell in rows, and parts before the rows that need them.
//!
//! The files of this folder call each other in a circle, as programs nest: a program has parts that are programs, and a counterfactual
//! computes the steps of the plan again.

mod contract;
mod counterfactual;
mod group;
mod operators;
mod pairwise;
mod program;
mod read;
mod reduce;
mod row;
mod rows;
mod sample;
mod stretch;
mod tally;
mod temporary;
