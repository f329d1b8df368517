//! What the command line can ask for, one file each: what it takes, and what it does.

pub(crate) mod check;
pub(crate) mod completions;
pub(crate) mod explain;
pub(crate) mod fmt;
mod format;
pub(crate) mod map;
pub(crate) mod models;
pub(crate) mod new;
mod portion;
pub(crate) mod run;
pub(crate) mod show;
pub(crate) mod template;
pub(crate) mod test;
pub(crate) mod verdict;
pub(crate) mod verify;
