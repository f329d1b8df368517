//! The data request: a form that is sent out, filled, sent back and read.
//!
//! One [`Layout`] says which cell asks for which input, so the blank form, the reading of it and its return with
//! findings cannot disagree. Reading relies on hidden machine keys alone ([`layout::key`]): whoever fills a form may
//! move, insert and rename as they like.
//!
//! ```text
//! Model ──Layout::of──▶ Layout ──write_form──▶ bytes of the form        sent out, filled, sent back
//!                         └──read_with_receipt──▶ Layer, Receipt, diagnostics
//!                            read_submission ───▶ the same and Leftovers ──write_feedback──▶ bytes of the form with findings
//! ```
//!
//! ```
//! # use sg3_lang::{Diagnostics, Library, Sources, check, model::Owner};
//! # let mut sources = Sources::default();
//! # let text = "# Lines\n```sg3\ninput lines \"Lines\" : line default 12\noutput twice \"Twice\" : line = 2 * lines\n```\n";
//! # let file = sources.add("lines", text);
//! # let library = Library { functions: &[], documents: &|_| None };
//! # let mut diagnostics = Diagnostics::default();
//! # let model = check(&mut sources, file, library, &mut diagnostics).unwrap();
//! use sg3_form::{Layout, read_with_receipt, write_form};
//! use sg3_workbook::Workbook;
//! // input lines "Lines" : line default 12
//! let layout = Layout::of(&model, Owner::Operator);
//! let form = write_form(&model, &layout, &[]);
//!
//! let mut workbook = Workbook::open(form, "lines.xlsx").unwrap();
//! let (layer, receipt) = read_with_receipt(&mut workbook, &model, &layout, &mut diagnostics);
//! assert_eq!(layer.values[0].value, sg3_calc::Value::Number(12.0));
//! assert_eq!((receipt.sheets[0].rows, receipt.totals[0].read), (1, 12.0));
//! assert!(diagnostics.is_empty());
//! ```
//!
//! Nothing here opens a file, asks the clock or knows of live workbooks and mappings. Mapping uses [`values`] and [`tables`].

mod feedback;
pub mod language;
pub mod layout;
pub mod read;
pub mod tables;
pub mod values;
pub mod write;

pub use feedback::write_feedback;
pub use layout::Layout;
pub use layout::multi_model::{SharedInput, lay_out_models};
pub use layout::respondent::Respondent;
pub use layout::years::{FormPeriod, with_periods};
pub use read::answers::FindingAnswer;
pub use read::cover_facts::Submission;
pub use read::identity::{Identity, read_identity, read_model_names};
pub use read::leftovers::{Leftovers, UnmatchedCell};
pub use read::receipt::{Receipt, SheetReceipt, Total};
pub use read::{read_form, read_submission, read_with_receipt};
pub use values::scale::Scale;
pub use write::part::RequestPart;
pub use write::{write_form, write_request, write_request_in};
