//! Shared strings and the text of cells: how many, how long. The shared strings are taken along.

use super::rich_text::RichText;
use crate::formats::xlsx::text_pool::TextPool;
use crate::formats::xml::Handler;
use crate::formats::xml::attributes::read_attribute;
use crate::limits;
use crate::refusal::Refusal;
use quick_xml::events::{BytesRef, BytesStart};
use quick_xml::name::QName;

/// Counts strings, and the text within one, which may be spread over many tags.
pub(crate) struct StringHandler {
    /// Bytes of the part.
    part_bytes: u64,
    /// Strings so far.
    count: u64,
    /// Open elements whose text the reader puts together.
    open: u64,
    /// Bytes of their text so far.
    length: usize,
    text: RichText,
    texts: TextPool,
    section: Section,
}

/// Where in the part the next element is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Section {
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
fn is_gathered(name: &str) -> bool {
    matches!(name, "si" | "is" | "c")
}

impl StringHandler {
    pub(crate) fn new(part_bytes: u64) -> StringHandler {
        StringHandler {
            part_bytes,
            count: 0,
            open: 0,
            length: 0,
            text: RichText::default(),
            texts: TextPool::default(),
            section: Section::Front,
        }
    }

    /// The shared strings, if the part holds them.
    pub(crate) fn into_texts(self) -> Option<TextPool> {
        (self.section != Section::Front).then_some(self.texts)
    }

    /// Readers make room for as many strings as are announced before they have seen one.
    fn check_announced(&self, count: u64) -> Result<(), Refusal> {
        // No string is shorter in the file than this.
        const SHORTEST: u64 = 8;
        if count > limits::STRINGS {
            return Err(Refusal::hostile(format!("declares {count} strings; at most {} are read", limits::STRINGS)));
        }
        let possible = self.part_bytes / SHORTEST;
        if count > possible {
            return Err(Refusal::hostile(format!("declares {count} strings but can contain at most {possible}")));
        }
        Ok(())
    }

    fn count_string(&mut self) -> Result<(), Refusal> {
        self.count += 1;
        if self.count > limits::STRINGS {
            return Err(Refusal::too_large(format!("contains more than {} strings", limits::STRINGS)));
        }
        Ok(())
    }
}

impl Handler for StringHandler {
    fn start_element(&mut self, name: &str, element: &BytesStart<'_>) -> Result<(), Refusal> {
        if is_gathered(name) {
            if self.open == 0 {
                self.length = 0;
            }
            self.open += 1;
        }
        match (self.section, name) {
            (_, "sst") => self.begin_list(element),
            (Section::String, "si") => Err(Refusal::damaged("contains a string within a string")),
            (Section::List, "si") => self.begin_string(),
            (_, "si") => self.count_string(),
            (Section::String, _) => {
                self.text.start_element(name, element);
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn take_text(&mut self, text: &str) -> Result<(), Refusal> {
        if self.section == Section::String {
            self.text.take_text(text);
        }
        self.add_length(text.len())
    }

    fn take_reference(&mut self, name: &BytesRef<'_>) -> Result<(), Refusal> {
        if self.section == Section::String {
            self.text.take_reference(name)?;
        }
        self.add_length(name.len())
    }

    fn end_element(&mut self, name: &str, _: QName<'_>) -> Result<(), Refusal> {
        self.open = self.open.saturating_sub(u64::from(is_gathered(name)));
        match (self.section, name) {
            (Section::String, "si") => {
                self.section = Section::List;
                self.texts.add(self.text.as_str());
            }
            (Section::String, _) => self.text.end_element(name),
            (Section::List, "sst") => self.section = Section::Back,
            _ => {}
        }
        Ok(())
    }
}

impl StringHandler {
    fn begin_list(&mut self, element: &BytesStart<'_>) -> Result<(), Refusal> {
        if self.section == Section::Front {
            self.section = Section::List;
        }
        let announced = read_attribute(element, "uniqueCount")?.and_then(|count| count.parse().ok());
        announced.map_or(Ok(()), |count| self.check_announced(count))
    }

    fn begin_string(&mut self) -> Result<(), Refusal> {
        self.section = Section::String;
        self.text.clear();
        self.count_string()
    }

    fn add_length(&mut self, bytes: usize) -> Result<(), Refusal> {
        self.length += bytes;
        if self.open > 0 && self.length > limits::RUN_BYTES {
            return Err(Refusal::hostile("contains a string of more than 1 MiB"));
        }
        Ok(())
    }
}
