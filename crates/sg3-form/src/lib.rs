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
pub mod write;

pub use feedback::returned;
pub use language::{Language, Translation};
pub use layout::Layout;
pub use layout::multi_model::{Shared, several};
pub use layout::respondent::Respondent;
pub use read::answers::Answer;
pub use read::identity::{Identity, identity, model_names};
pub use read::receipt::{Receipt, SheetReceipt, Total};
pub use read::remains::{Remains, Stray};
pub use read::scale::Scale;
pub use read::{read, receive, submission};
pub use write::{Part, request, request_in, template};
