//! Formulas as spreadsheets write them: which cells a reference means, and the text around them.
//!
//! A formula is printed for one cell of one block: `Printer` says which, and everything else follows from the book.

mod fold;
mod formula;
mod input;
mod member_list;
mod operators;
mod order;
mod own_place;
mod precedence;
pub(crate) mod printer;
pub(crate) mod range;
mod reference;
