//! Shared strings and the text of cells: how many, how long. The shared strings are taken along.

use super::rich_text::Words;
use crate::formats::xml::Watch;
use crate::formats::xml::attributes::attribute;
use crate::limits;
use crate::refusal::Refusal;
use crate::texts::Texts;
use quick_xml::events::{BytesRef, BytesStart};
use quick_xml::name::QName;

/// Counts strings, and the text within one, which may be spread over many tags.
pub(crate) struct Strings {
    part_bytes: u64,
    count: u64,
    /// Open elements whose text the reader puts together.
    open: u64,
    length: usize,
    words: Words,
    texts: Texts,
    within: Within,
}

/// Where in the part the next element is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Within {
    /// Before the strings.
    Front,
    /// Between them.
    List,
    /// In one of them.
    String,
    /// Behind them.
    Back,
}

/// The elements whose text the reader puts together, whatever tags lie between.
fn gathers(name: &str) -> bool {
    matches!(name, "si" | "is" | "c")
}

impl Strings {
    pub fn new(part_bytes: u64) -> Strings {
        Strings {
            part_bytes,
            count: 0,
            open: 0,
            length: 0,
            words: Words::default(),
            texts: Texts::default(),
            within: Within::Front,
        }
    }

    /// The shared strings, if the part holds them.
    pub fn into_texts(self) -> Option<Texts> {
        (self.within != Within::Front).then_some(self.texts)
    }

    /// Readers make room for as many strings as are announced before they have seen one.
    fn announced(&self, count: u64) -> Result<(), Refusal> {
        let shortest = 8;
        if count > limits::STRINGS {
            return Err(Refusal::hostile(format!("declares {count} strings; at most {} are read", limits::STRINGS)));
        }
        let possible = self.part_bytes / shortest;
        if count > possible {
            Err(Refusal::hostile(format!("declares {count} strings but can contain at most {possible}")))
        } else {
            Ok(())
        }
    }

    fn one_more(&mut self) -> Result<(), Refusal> {
        self.count += 1;
        let many = self.count > limits::STRINGS;
        if many { Err(Refusal::too_large(format!("contains more than {} strings", limits::STRINGS))) } else { Ok(()) }
    }
}

impl Watch for Strings {
    fn open(&mut self, name: &str, element: &BytesStart<'_>) -> Result<(), Refusal> {
        if gathers(name) {
            self.length = if self.open == 0 { 0 } else { self.length };
            self.open += 1;
        }
        match (self.within, name) {
            (_, "sst") => self.list(element),
            (Within::String, "si") => Err(Refusal::damaged("contains a string within a string")),
            (Within::List, "si") => self.string(),
            (_, "si") => self.one_more(),
            (Within::String, _) => {
                self.words.open(name, element);
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn text(&mut self, text: &str) -> Result<(), Refusal> {
        if self.within == Within::String {
            self.words.text(text);
        }
        self.longer(text.len())
    }

    fn reference(&mut self, name: &BytesRef<'_>) -> Result<(), Refusal> {
        if self.within == Within::String {
            self.words.reference(name)?;
        }
        self.longer(name.len())
    }

    fn close(&mut self, name: &str, _: QName<'_>) -> Result<(), Refusal> {
        self.open = self.open.saturating_sub(u64::from(gathers(name)));
        match (self.within, name) {
            (Within::String, "si") => {
                self.within = Within::List;
                self.texts.add(self.words.whole());
            }
            (Within::String, _) => self.words.close(name),
            (Within::List, "sst") => self.within = Within::Back,
            _ => {}
        }
        Ok(())
    }
}

impl Strings {
    fn list(&mut self, element: &BytesStart<'_>) -> Result<(), Refusal> {
        if self.within == Within::Front {
            self.within = Within::List;
        }
        let announced = attribute(element, "uniqueCount")?.and_then(|count| count.parse().ok());
        announced.map_or(Ok(()), |count| self.announced(count))
    }

    fn string(&mut self) -> Result<(), Refusal> {
        self.within = Within::String;
        self.words.clear();
        self.one_more()
    }

    fn longer(&mut self, bytes: usize) -> Result<(), Refusal> {
        self.length += bytes;
        let long = self.open > 0 && self.length > limits::RUN_BYTES;
        if long { Err(Refusal::hostile("contains a string of more than 1 MiB")) } else { Ok(()) }
    }
}
