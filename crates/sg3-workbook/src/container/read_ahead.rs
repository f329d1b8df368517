//! Bytes that another thread makes ahead of whoever reads them: unpacking and examining a large part take turns otherwise.
//!
//! What is read does not depend on it; where no thread can be had, the bytes are made when they are asked for.

use std::io;
use std::io::{BufRead, BufReader, Read};
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::thread::{Builder, scope};

/// Bytes of a piece.
const PIECE: usize = 1 << 18;
/// Pieces that may wait.
const WAITING: usize = 4;

/// Reads from a source that is emptied by another thread.
pub(crate) fn read_ahead<R: Read + Send, T>(source: R, read: impl FnOnce(&mut dyn BufRead) -> T) -> T {
    // The thread takes the source; where no thread can be had, it is still here.
    let source = &Mutex::new(Some(source));
    scope(|scope| {
        let (filled, pieces) = sync_channel(WAITING);
        let (spent, empty) = channel();
        let mut ahead = Ahead { pieces, spent, piece: Vec::new(), at: 0, ended: false };
        let thread =
            Builder::new().spawn_scoped(scope, move || take(source).map(|source| fill(source, &filled, &empty)));
        match thread {
            Ok(_) => read(&mut ahead),
            Err(_) => match take(source) {
                Some(source) => read(&mut BufReader::with_capacity(PIECE, source)),
                None => read(&mut ahead),
            },
        }
    })
}

fn take<R>(source: &Mutex<Option<R>>) -> Option<R> {
    source.lock().ok()?.take()
}

/// Makes pieces until there are no more, or nobody wants them.
fn fill<R: Read>(mut source: R, filled: &SyncSender<io::Result<Vec<u8>>>, empty: &Receiver<Vec<u8>>) {
    loop {
        let mut piece = empty.try_recv().unwrap_or_default();
        piece.clear();
        let made = source.by_ref().take(PIECE as u64).read_to_end(&mut piece);
        let is_last = !matches!(made, Ok(1..));
        if filled.send(made.map(|_| piece)).is_err() || is_last {
            return;
        }
    }
}

/// The pieces, one after the other.
struct Ahead {
    pieces: Receiver<io::Result<Vec<u8>>>,
    spent: Sender<Vec<u8>>,
    piece: Vec<u8>,
    at: usize,
    ended: bool,
}

impl BufRead for Ahead {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.at == self.piece.len() && !self.ended {
            let next = self.pieces.recv().map_err(|_| io::Error::from(io::ErrorKind::UnexpectedEof)).flatten()?;
            self.ended = next.is_empty();
            // Nobody wants it if all has been made.
            let _ = self.spent.send(std::mem::replace(&mut self.piece, next));
            self.at = 0;
        }
        Ok(&self.piece[self.at..])
    }

    fn consume(&mut self, bytes: usize) {
        self.at += bytes;
    }
}

impl Read for Ahead {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        let bytes = self.fill_buf()?.read(to)?;
        self.consume(bytes);
        Ok(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_bytes_come_in_order() {
        let bytes: Vec<u8> = (0..PIECE * 10 + 7).map(|number| (number % 251) as u8).collect();
        let mut read = Vec::new();
        read_ahead(&bytes[..], |source| source.read_to_end(&mut read)).unwrap();
        assert!(read == bytes);
    }

    #[test]
    fn who_reads_may_stop_and_errors_arrive() {
        assert_eq!(read_ahead(io::repeat(7), |source| source.fill_buf().map(|piece| piece[0])).unwrap(), 7);
        let broken = io::repeat(7).take(9).chain(Broken);
        assert!(read_ahead(broken, |source| source.read_to_end(&mut Vec::new())).is_err());
    }

    struct Broken;

    impl Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::Error::other("broken"))
        }
    }
}
