//! The document as written: every node with its place, the author's wording kept. Nothing but types.
//!
//! Two nodes are equal if they say the same, wherever they stand.

mod case;
mod definition;
mod dimension;
mod equality;
mod expression;
mod item;
mod name;
mod names;
mod quantity;
mod table;
mod unit;

pub use case::{Case, Expect, Given, GivenValue};
pub use dimension::{Dimension, Member, Members};
pub use expression::{Expression, Index, IndexBase, Node, Place, Reduction};
pub use item::{Check, Document, Item, ItemKind, Others, Section, Use};
pub use name::{AxisName, Name};
pub use quantity::{Body, Head, Input, Plausible, Quantity, Role, Shown, TypeName};
pub use table::{Cell, Table};
pub use unit::{Unit, UnitFactor};
