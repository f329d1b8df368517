//! What the command line can ask for, one file each: what it takes, and what it does.

pub mod check;
pub mod completions;
pub mod explain;
pub mod fmt;
pub mod format;
pub mod map;
pub mod models;
pub mod run;
pub mod show;
pub mod template;
pub mod test;
pub mod verify;
