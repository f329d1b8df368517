//! The bytes of a part on their way to the XML reader, which puts a text together before it hands it out.

use crate::container::archive;
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
struct EndlessRun;

impl std::fmt::Display for EndlessRun {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a text or tag without end")
    }
}

impl std::error::Error for EndlessRun {}

impl<R: BufRead> Source<R> {
    pub(crate) fn new(inner: R) -> Source<R> {
        Source { inner, position: 0, event: 0 }
    }

    /// Bytes taken so far.
    pub(crate) fn position(&self) -> usize {
        self.position
    }

    /// Begins to count anew: an event was handed out.
    pub(crate) fn note_event(&mut self) {
        self.event = self.position;
    }

    /// Shows what is left in memory, takes as many bytes of it as are asked for, and says how many were taken so far.
    pub(crate) fn take(&mut self, take: impl FnOnce(&[u8]) -> usize) -> io::Result<usize> {
        let taken = take(self.fill_buf()?);
        self.consume(taken);
        self.note_event();
        Ok(self.position)
    }
}

impl<R: BufRead> BufRead for Source<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.position - self.event > limits::RUN_BYTES {
            return Err(io::Error::other(EndlessRun));
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

/// The refusal for what the XML reader says.
pub(crate) fn refuse_malformed(part: &str, error: &quick_xml::Error) -> Refusal {
    match error {
        quick_xml::Error::Io(error) => refuse_source(part, error),
        error => Refusal::damaged(format!("part {part} is not well-formed ({error})")),
    }
}

/// The refusal where the bytes cannot be had.
pub(crate) fn refuse_unreadable(part: &str, error: io::Error) -> Refusal {
    refuse_source(part, &Arc::new(error))
}

fn refuse_source(part: &str, error: &Arc<io::Error>) -> Refusal {
    if error
        .get_ref()
        .is_some_and(<(dyn std::error::Error + std::marker::Send + std::marker::Sync + 'static)>::is::<EndlessRun>)
    {
        refuse_endless().in_part(part)
    } else {
        archive::refuse_broken(io::Error::new(error.kind(), error.to_string()).into())
    }
}

/// The refusal for a text or tag that is too long.
pub(crate) fn refuse_endless() -> Refusal {
    Refusal::hostile("contains a text or tag of more than 1 MiB")
}
