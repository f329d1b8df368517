//! Sheets are drawn at once, on as many threads as there are processors: none depends on another, and which thread draws a sheet
//! makes no difference to it.

use super::writer::{Worksheet, XlsxError};
use std::panic::resume_unwind;
use std::sync::{Mutex, PoisonError};
use std::thread::{Builder, available_parallelism, scope};

/// Room for formulas as deep as the language allows.
const STACK: usize = 16 << 20;

/// What draws a sheet.
pub(super) type DrawSheet<'c> = Box<dyn FnOnce(&mut Worksheet) -> Result<(), XlsxError> + Send + 'c>;

/// Draws each page on its sheet; on this thread alone where no other can be had.
pub(super) fn draw_in_parallel<'c>(
    pages: impl Iterator<Item = (DrawSheet<'c>, &'c mut Worksheet)> + Send,
) -> Result<(), XlsxError> {
    let pages = &Mutex::new(pages);
    // this thread draws too, so that all is drawn where no other can be had
    let threads = available_parallelism().map_or(1, usize::from);
    scope(|scope| {
        let builders = (1..threads).map(|_| Builder::new().stack_size(STACK));
        let others: Vec<_> =
            builders.filter_map(|thread| thread.spawn_scoped(scope, move || draw_all(pages)).ok()).collect();
        let own = draw_all(pages);
        others
            .into_iter()
            .fold(own, |so_far, other| so_far.and(other.join().unwrap_or_else(|panic| resume_unwind(panic))))
    })
}

/// Draws sheets until none is left. The next one is taken before it is drawn: the lock is not held meanwhile.
fn draw_all<'c>(pages: &Mutex<impl Iterator<Item = (DrawSheet<'c>, &'c mut Worksheet)>>) -> Result<(), XlsxError> {
    while let Some((draw, sheet)) = next(pages) {
        draw(sheet)?;
    }
    Ok(())
}

fn next<T>(items: &Mutex<impl Iterator<Item = T>>) -> Option<T> {
    items.lock().unwrap_or_else(PoisonError::into_inner).next()
}
