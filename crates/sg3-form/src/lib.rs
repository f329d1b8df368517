//! The data request: a form that is sent out, filled, sent back and read; one [`Layout`] says where everything stands.
//!
//! ```text
//! Model ──layout──▶ Layout ──write──▶ bytes of the form      sent out, filled, sent back
//!                      └─────read──▶ Layer, receipt, diagnostics ──feedback──▶ bytes of the form with what was found
//! ```

mod feedback;
pub mod language;
pub mod layout;
pub mod read;
pub mod tables;
pub mod values;
pub mod write;

pub use feedback::write_feedback;
pub use language::{Language, Translation};
pub use layout::Layout;
pub use layout::multi_model::{SharedInput, lay_out_models};
pub use layout::respondent::Respondent;
pub use read::answers::FindingAnswer;
pub use read::identity::{Identity, read_identity, read_model_names};
pub use read::leftovers::{Leftovers, UnmatchedCell};
pub use read::receipt::{Receipt, SheetReceipt, Total};
pub use read::{read_form, read_submission, read_with_receipt};
pub use values::scale::Scale;
pub use write::part::RequestPart;
pub use write::{write_form, write_request, write_request_in};

// old names, until the command has moved
pub use {
    Leftovers as Remains, RequestPart as Part, SharedInput as Shared, lay_out_models as several,
    read_identity as identity, read_model_names as model_names, read_submission as submission,
    read_with_receipt as receive, write_feedback as returned, write_request_in as request_in,
};
