//! The live workbook: every figure a formula, down to the data, and the same figure.
//!
//! ```text
//! Model, Inputs, Results ──lower──▶ blocks of formulas ──arrange──▶ places ──value──▶ values ──draw──▶ bytes
//! bytes that come back ──verify──▶ what was changed, and what it does to the results
//! ```

mod arrange;
pub mod book;
mod draw;
mod edition;
pub mod formula;
mod lower;
mod print;
mod stored;
mod value;
pub mod verify;
mod workbook;
mod world;

pub use book::Book;
pub use draw::PAGES_BEFORE;
pub use edition::{Digest, Edition};
pub use lower::{Material, Obstacle};
pub use workbook::{MOST_FORMULAS, NotLive, book, workbook};
