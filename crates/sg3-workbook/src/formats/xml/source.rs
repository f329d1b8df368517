//! The bytes of a part on their way to the XML reader, which puts a text together before it hands it out.

use crate::container::entries;
use crate::limits;
use crate::refusal::Refusal;
use std::io;
use std::io::{BufRead, Read};
use std::sync::Arc;

/// Bytes shown at a time.
const WINDOW: usize = 1 << 16;

/// Ends with an error where more bytes follow one another without an event than a text or tag may have.
pub(crate) struct Source<R> {
    inner: R,
    position: usize,
    /// Where the last event ended.
    event: usize,
}

/// Says that a text or tag is too long.
#[derive(Debug)]
struct Endless;

impl std::fmt::Display for Endless {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a text or tag without end")
    }
}

impl std::error::Error for Endless {}

impl<R: BufRead> Source<R> {
    pub fn new(inner: R) -> Source<R> {
        Source { inner, position: 0, event: 0 }
    }

    /// Bytes taken so far.
    pub fn position(&self) -> usize {
        self.position
    }

    /// An event was handed out.
    pub fn go_on(&mut self) {
        self.event = self.position;
    }

    /// Shows what is left in memory, takes as many bytes of it as are asked for, and says how many were taken so far.
    pub fn take(&mut self, take: impl FnOnce(&[u8]) -> usize) -> io::Result<usize> {
        let taken = take(self.fill_buf()?);
        self.consume(taken);
        self.go_on();
        Ok(self.position)
    }
}

impl<R: BufRead> BufRead for Source<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.position - self.event > limits::RUN_BYTES {
            return Err(io::Error::other(Endless));
        }
        let left = self.inner.fill_buf()?;
        Ok(&left[..left.len().min(WINDOW)])
    }

    fn consume(&mut self, bytes: usize) {
        self.position += bytes;
        self.inner.consume(bytes);
    }
}

impl<R: BufRead> Read for Source<R> {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        let bytes = self.fill_buf()?.read(to)?;
        self.consume(bytes);
        Ok(bytes)
    }
}

/// What the XML reader says, for people.
pub(crate) fn told(part: &str, error: &quick_xml::Error) -> Refusal {
    match error {
        quick_xml::Error::Io(error) => of_source(part, error),
        error => Refusal::damaged(format!("part {part} is not well-formed ({error})")),
    }
}

/// What is said where the bytes cannot be had.
pub(crate) fn failed(part: &str, error: io::Error) -> Refusal {
    of_source(part, &Arc::new(error))
}

fn of_source(part: &str, error: &Arc<io::Error>) -> Refusal {
    match error.get_ref().is_some_and(|inner| inner.is::<Endless>()) {
        true => endless().in_part(part),
        false => entries::broken(io::Error::new(error.kind(), error.to_string()).into()),
    }
}

pub(crate) fn endless() -> Refusal {
    Refusal::hostile("contains a text or tag of more than 1 MiB")
}
