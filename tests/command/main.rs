//! What a user types and sees: the command as it is built, in folders as a user would have them.

mod catalogue;
mod diagnostics;
#[cfg(target_os = "linux")]
mod disk;
mod findings;
mod golden;
mod library;
mod mapped;
mod plant;
mod readers;
mod regions;
mod silent;
mod spreadsheet;
mod transcripts;
mod translated;
mod typed;
