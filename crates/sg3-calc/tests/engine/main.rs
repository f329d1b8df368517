//! What formulas mean, from text to figures.

mod attribution;
mod bad_cells;
mod binding;
mod determinism;
mod explaining;
mod plausibility;
mod recurrences;
mod reductions;
mod run;
mod systems;
mod trouble;
mod uses;
mod worlds;
