//! What formulas mean, from text to figures.

mod allocation;
mod attribution;
mod bad_cells;
mod binding;
mod conservation;
mod damage;
mod determinism;
mod explaining;
mod explanations;
mod headlines;
mod models;
mod mutations;
mod network_counts;
mod one_mistake;
mod plausibility;
mod print;
mod recurrences;
mod reductions;
mod run;
mod systems;
mod trouble;
mod unreadable;
mod uses;
mod worlds;
