//! What is known of one value.

use sg3_calc::{Evidence, Value};
use std::sync::Arc;

/// Evidence with the cell that gives the status, where a value follows from it.
#[derive(Clone, Default)]
pub(crate) struct Annotation {
    /// What is known of the value.
    pub evidence: Option<Arc<Evidence>>,
    /// Where the status is said of the row or the value itself, rather than of the column.
    pub status_cell: Option<u32>,
}

impl Annotation {
    /// Whether a comment stands beside the value.
    pub(crate) fn has_comment(&self) -> bool {
        let comment = self.evidence.as_ref().and_then(|evidence| evidence.comment.as_deref());
        comment.is_some_and(|comment| !comment.trim().is_empty())
    }

    /// What holds beside a value: where it is not available, a status of its whole column is not about it.
    pub(crate) fn for_value(&self, value: &Value) -> Annotation {
        match &self.evidence {
            Some(known) if self.status_cell.is_none() && matches!(value, Value::NotAvailable(_)) => {
                let known = Evidence { status: None, ..(**known).clone() };
                Annotation { evidence: Some(known).filter(|known| !known.is_empty()).map(Arc::new), status_cell: None }
            }
            _ => self.clone(),
        }
    }
}
