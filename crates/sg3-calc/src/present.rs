//! How quantities are presented to people: units, hints, members and sections in words. Every face that shows a model takes them from here.

pub mod day;
pub mod hint;
pub mod members;
pub mod phrase;
pub mod proposal;
pub mod section;
pub mod unit;
