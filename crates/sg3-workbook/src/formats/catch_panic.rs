//! The last defence: a panic in the workbook reader becomes a refusal.

use crate::refusal::Refusal;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Runs a call into the reader.
///
/// The intake refuses what is known to harm the reader, but the reader indexes into records in hundreds of places, and one bad file
/// must not end a run over thirty. Unwinding is safe to stop here: after a refusal the state of the reader is not used again.
/// Only calls into the reader go through here, so that a fault of our own still shows as one.
pub(crate) fn catch_panic<T, E: ToString>(call: impl FnOnce() -> Result<T, E>) -> Result<T, Refusal> {
    match catch_unwind(AssertUnwindSafe(call)) {
        Ok(result) => result.map_err(|error| refuse_failed(&error.to_string())),
        Err(_) => Err(Refusal::damaged("the workbook reader failed on this file")),
    }
}

/// The refusal for what the reader says.
fn refuse_failed(error: &str) -> Refusal {
    if error.contains("password") {
        Refusal::encrypted()
    } else {
        Refusal::damaged(format!("the workbook cannot be read ({error})"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_a_refusal() {
        let refusal = catch_panic(|| -> Result<(), String> { panic!("expected in this test") }).unwrap_err();
        assert_eq!(refusal.slug, "damaged-workbook");
        assert_eq!(
            catch_panic(|| Err::<(), _>("Workbook is password protected")).unwrap_err().slug,
            "encrypted-workbook"
        );
    }
}
