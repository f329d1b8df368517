//! Shared strings and the text of cells: how many, how long.

use super::Watch;
use super::attribute;
use crate::Refusal;
use crate::guard::limits;
use quick_xml::events::BytesStart;
use quick_xml::name::QName;

/// Counts strings, and the text within one, which may be spread over many tags.
pub(super) struct Strings {
    part_bytes: u64,
    count: u64,
    /// Open elements whose text the reader puts together.
    open: u64,
    length: u64,
}

/// The elements whose text the reader puts together, whatever tags lie between.
fn gathers(name: &str) -> bool {
    matches!(name, "si" | "is" | "c")
}

impl Strings {
    pub fn new(part_bytes: u64) -> Strings {
        Strings { part_bytes, count: 0, open: 0, length: 0 }
    }

    /// The reader makes room for as many strings as are announced before it has seen one.
    fn announced(&self, count: u64) -> Result<(), Refusal> {
        let shortest = 8;
        if count > limits::STRINGS {
            return Err(Refusal::hostile(format!("announces {count} strings; {} are read", limits::STRINGS)));
        }
        let possible = self.part_bytes / shortest;
        if count > possible {
            Err(Refusal::hostile(format!("announces {count} strings and has room for {possible}")))
        } else {
            Ok(())
        }
    }

    fn one_more(&mut self) -> Result<(), Refusal> {
        self.count += 1;
        let many = self.count > limits::STRINGS;
        if many { Err(Refusal::too_large(format!("holds more than {} strings", limits::STRINGS))) } else { Ok(()) }
    }
}

impl Watch for Strings {
    fn open(&mut self, name: &str, element: &BytesStart<'_>) -> Result<(), Refusal> {
        if gathers(name) {
            self.length = if self.open == 0 { 0 } else { self.length };
            self.open += 1;
        }
        match name {
            "sst" => match attribute(element, "uniqueCount")?.and_then(|count| count.parse().ok()) {
                Some(count) => self.announced(count),
                None => Ok(()),
            },
            "si" => self.one_more(),
            _ => Ok(()),
        }
    }

    fn text(&mut self, text: &str) -> Result<(), Refusal> {
        self.length += text.len() as u64;
        let long = self.open > 0 && self.length > limits::RUN_BYTES;
        if long { Err(Refusal::hostile("holds a string of more than 1 MiB")) } else { Ok(()) }
    }

    fn close(&mut self, name: &str, _: QName<'_>) -> Result<(), Refusal> {
        self.open = self.open.saturating_sub(u64::from(gathers(name)));
        Ok(())
    }
}
