//! Results as plain data, and the files that are written from them: JSON, CSV, Markdown. What a terminal shows of them is the
//! command's own.
//!
//! ```text
//! Computed ──Report::of──▶ Report ─┬─write_json, write_csv, write_csv_folder, write_markdown──▶ text of files
//!                                  └─grid::parts──▶ grids, whatever draws them
//! ```
//!
//! ```
//! use sg3_calc::{Inputs, bind, evaluate, functions, plan};
//! use sg3_lang::{Diagnostics, Library, Sources, check};
//! use sg3_report::{Computed, Report, write_csv};
//!
//! let text = "# Sites\n\n```sg3\nconstant sites \"Sites\" : ratio = 12\noutput twice \"Twice as many\" : ratio = 2 * sites\n```\n";
//! let (mut sources, mut found) = (Sources::default(), Diagnostics::default());
//! let file = sources.add("sites.md", text);
//! let library = Library { functions: functions::ALL, documents: &|_| None };
//! let model = check(&mut sources, file, library, &mut found).expect("the model has no mistake");
//! let inputs = bind(&model, &[], &mut found);
//! let results = evaluate(&model, &plan(&model), &inputs);
//! let report = Report::of(&Computed { model, inputs, results }, &sources, &found, &[]);
//! assert_eq!(write_csv(&report), "quantity,label,value,unit,state\ntwice,Twice as many,24,ratio,ok\n");
//! ```

mod build;
mod checks;
mod computed;
mod csv;
mod data;
mod evidence;
mod findings;
mod folder;
pub mod grid;
mod incomplete;
mod json;
mod markdown;
mod message;
mod notation;
pub mod number;
mod options;
mod place;

pub use self::csv::write_csv;
pub use checks::checks_summary;
pub use computed::Computed;
pub use data::{
    Answer, Cell, Check, CheckNotAsked, Choice, Chosen, Dimension, EvidenceShare, EvidenceShares, Member, Quantity,
    Report, Status, Value,
};
pub use findings::write_findings;
pub use folder::write_csv_folder;
pub use incomplete::{incomplete_line, review_note};
pub use json::write_json;
pub use markdown::write_markdown;
pub use message::{Message, messages};
pub use notation::{axes_label, formula_as_written, signature};
pub use options::option_line;
pub use place::{Location, locate};
