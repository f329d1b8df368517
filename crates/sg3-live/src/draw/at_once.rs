//! Sheets are drawn at once, on as many threads as there are processors: none depends on another, and which thread draws a sheet
//! makes no difference to it.

use rust_xlsxwriter::{Worksheet, XlsxError};
use std::panic::resume_unwind;
use std::sync::{Mutex, PoisonError};
use std::thread::{Builder, available_parallelism, scope};

/// Room for formulas as deep as the language allows.
const STACK: usize = 16 << 20;

/// What draws a sheet.
pub type Page<'c> = Box<dyn FnOnce(&mut Worksheet) -> Result<(), XlsxError> + Send + 'c>;

/// Draws each page on its sheet; on this thread alone where no other can be had.
pub fn draw<'c>(pages: impl Iterator<Item = (Page<'c>, &'c mut Worksheet)> + Send) -> Result<(), XlsxError> {
    let pages = Mutex::new(pages);
    let next = || pages.lock().unwrap_or_else(PoisonError::into_inner).next();
    let work = || {
        while let Some((draw, sheet)) = next() {
            draw(sheet)?;
        }
        Ok(())
    };
    let threads = available_parallelism().map_or(1, usize::from);
    scope(|scope| {
        let spawn = |_| Builder::new().stack_size(STACK).spawn_scoped(scope, work).ok();
        let others: Vec<_> = (1..threads).filter_map(spawn).collect();
        let own = work();
        let join = |so_far: Result<(), XlsxError>, other: std::thread::ScopedJoinHandle<_>| {
            so_far.and(other.join().unwrap_or_else(|panic| resume_unwind(panic)))
        };
        others.into_iter().fold(own, join)
    })
}
