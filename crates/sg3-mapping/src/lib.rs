//! Foreign workbooks: how an operator's own files fill the inputs of a model, proposed once and confirmed by him.
//!
//! ```text
//! files of theirs ──▶ Foreign ──table──▶ tables ──found──▶ what their words mean (lexicon: model and dictionary)
//!                        │                                   │ candidate: what could be which figure
//!                        │                                   │ assignment: the best for all figures together
//!                        │                                   ▼ propose
//!                        └──apply◀── Mapping ◀──read── workbook or CSV, corrected and signed ◀──workbook, twin
//!                              └──▶ Layer with origins in their cells; findings in their terms
//! ```

mod apply;
mod assignment;
mod candidate;
mod column;
mod convention;
mod dictionary;
mod document;
mod entry;
mod fingerprint;
mod foreign;
mod former;
mod found;
mod group;
mod head;
mod hidden;
mod label;
mod lexicon;
mod list;
mod listing;
mod measure;
mod period;
mod propose;
mod reading;
mod reconcile;
mod renew;
mod rule;
mod share;
mod shared;
mod storage;
mod table;
mod taken;
mod target;
mod total;
mod twin;
mod words;
mod words_of_entry;
mod workbook;

pub use apply::{Applied, apply};
pub use dictionary::Dictionary;
pub use document::findings::Answer;
pub use entry::{Accepted, Audited, Entry, Figure, File, Mapping};
pub use foreign::{Cell, Foreign, Row, Says, Sheet};
pub use list::Meaning;
pub use list::keys::Keys;
pub use propose::{CERTAIN_FROM, OPEN_BELOW, Wishes, propose};
pub use reconcile::{Balance, Place, Reconciliation, Total, Twice, Unused};
pub use renew::{Renewed, renew};
pub use rule::{Condition, Pattern, Rule};
pub use share::{KeyCell, Share};
pub use taken::is_same_but_for_year;
