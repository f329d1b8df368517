//! A person's work on a model: from names of a model and of files to results, findings, explanations and comparisons, all as data.
//!
//! It opens no files, prints nothing, and knows no clock: what it needs of the world outside comes through the four calls of
//! [`Outside`], and the models that travel with the program are a [`ModelLibrary`] of texts, as those of a region are. So a command, a browser page and an editor
//! stand on it alike. What a person did wrong is a diagnostic of the [`Session`]; a [`Failure`] is a request that cannot be served or
//! a file that cannot be used.
//!
//! ```text
//! names of a model and of data ──Task::open──▶ Task ──Session::compute──▶ Computed ─┬─Report::of───▶ tables, files   (sg3-report)
//!                                               │                                   ├─explain──────▶ Explanation
//!                                               ├──question, return_form──▶ findings └─live_workbook─▶ workbook of formulas
//!            Outside: read, list, write, today ─┘                                        └─verify──▶ Verification
//! ```
//!
//! ```
//! use sg3_session::{Failure, Libraries, Outside, Session, Task};
//!
//! /// A disk with one model on it.
//! struct Desk;
//!
//! impl Outside for Desk {
//!     fn read(&self, name: &str) -> Result<Vec<u8>, Failure> {
//!         let text = "# Calls\n\n```sg3\ninput calls \"Calls\" : ratio\noutput twice \"Twice as many\" : ratio = 2 * calls\n```\n";
//!         if name == "calls.md" { Ok(text.into()) } else { Err(Failure::new(format!("there is no `{name}`"))) }
//!     }
//!     fn list(&self, _folder: &str) -> Result<Option<Vec<String>>, Failure> {
//!         Ok(None)
//!     }
//!     fn write(&self, name: &str, _bytes: &[u8]) -> Result<(), Failure> {
//!         Err(Failure::new(format!("`{name}` cannot be written")))
//!     }
//!     fn today(&self) -> String {
//!         "2025-06-30".to_owned()
//!     }
//! }
//!
//! let libraries = Libraries::default();
//! let mut session = Session::new(&Desk, &libraries);
//! let task = Task::open(session.files, &["calls.md".to_owned()], None)?;
//! let computed = session.compute(task, &["calls=21".to_owned()], &[])?.expect("the model has no mistake");
//! let twice = computed.model.find_quantity("twice").expect("the model has it");
//! assert_eq!(computed.results.array(twice).expect("an output").cells[0], 42.0);
//! assert!(session.diagnostics.is_empty());
//! # Ok::<(), Failure>(())
//! ```

mod cases;
mod excerpt;
mod explain;
mod explanation;
mod failure;
mod figure;
mod file_name;
mod files;
mod findings;
mod form_file;
mod form_request;
mod layers;
mod libraries;
mod library;
mod live_workbook;
mod model_search;
mod model_text;
mod models;
mod new_library;
mod new_model;
mod outside;
mod portion;
mod proposal;
mod provenance;
mod receipt;
mod samples;
mod session;
mod spoken_language;
mod synonyms;
mod task;
mod translated_results;
mod translations;
mod untranslated;
mod verification;

pub use cases::CaseOutcome;
pub use explain::explain;
pub use explanation::{ExplainedEvidence, ExplainedFigure};
pub use failure::Failure;
pub use figure::Figure;
pub use files::Files;
pub use form_request::{FormRequest, NewInputs, RequestedForm};
pub use libraries::Libraries;
pub use library::{ModelLibrary, Sample};
pub use live_workbook::{LiveWorkbook, RunFiles};
pub use model_search::{ListedModel, ModelQuery};
pub use model_text::ModelText;
pub use new_library::{NewLibrary, draft_library};
pub use new_model::{NewFile, NewModel};
pub use outside::Outside;
pub use portion::{Portion, parse_day};
pub use proposal::{MappingProposal, MappingRequest, Renewal};
pub use receipt::{ControlTotal, CoverFact, Received, ReceivedSheet, Signature};
pub use samples::SampleOutcome;
pub use session::Session;
pub use task::Task;
pub use translated_results::translate_computed;
pub use untranslated::Untranslated;
pub use verification::{Change, Effect, OwnFigure, Verification};
