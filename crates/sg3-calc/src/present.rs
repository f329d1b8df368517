//! How quantities, numbers and places are presented to people: units, hints, members and sections in words. Every face that shows a model takes them from here.

pub(crate) mod display;
pub mod figure;
pub mod hint;
pub(crate) mod labels;
pub mod members;
pub mod phrase;
pub mod proposal;
pub mod section;
pub mod shown;
pub mod unit;
