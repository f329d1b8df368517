//! XML parts: whole, of bounded depth, without endless text, without a document type.
//!
//! Read with the same library as the workbook reader uses, so that both see the same elements; but through a [`Source`] that gives up
//! before a long text is in memory. What the elements mean is for the [`Watch`] that is handed in.

pub(crate) mod attributes;
pub(crate) mod source;

use crate::limits;
use crate::refusal::Refusal;
use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::name::QName;
use source::Source;
use std::io::BufRead;

/// Looks at the elements of a part while it is being checked. What it returns as an error is a message, to which the part is added.
pub(crate) trait Watch {
    /// An element of this local name begins.
    fn open(&mut self, name: &str, element: &BytesStart<'_>) -> Result<(), Refusal>;
    /// Text in the innermost element.
    fn text(&mut self, text: &str) -> Result<(), Refusal>;
    /// A reference to a character in the innermost element.
    fn reference(&mut self, name: &BytesRef<'_>) -> Result<(), Refusal> {
        self.text(name)
    }
    /// An element of this local name ends.
    fn close(&mut self, name: &str, whole: QName<'_>) -> Result<(), Refusal>;
    /// Takes whole elements from the front of what is left behind a tag, if it knows them by their bytes, and says how many bytes they
    /// are. What it takes must be well-formed, flat and short.
    fn plain(&mut self, _left: &[u8]) -> usize {
        0
    }
}

/// A part of which nothing but the form matters.
struct Form;

impl Watch for Form {
    fn open(&mut self, _: &str, _: &BytesStart<'_>) -> Result<(), Refusal> {
        Ok(())
    }
    fn text(&mut self, _: &str) -> Result<(), Refusal> {
        Ok(())
    }
    fn close(&mut self, _: &str, _: QName<'_>) -> Result<(), Refusal> {
        Ok(())
    }
}

/// Checks a part of which only the form matters.
pub(crate) fn plain(part: &str, bytes: &[u8]) -> Result<(), Refusal> {
    watched(part, bytes, &mut Form)
}

/// Checks the form of a part and shows its elements to the watch.
pub(crate) fn watched(part: &str, bytes: impl BufRead, watch: &mut impl Watch) -> Result<(), Refusal> {
    let mut check = Check { depth: 0, position: 0, run: 0 };
    let mut reader = Reader::from_reader(Source::new(bytes));
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        let event = reader.read_event_into(&mut buffer).map_err(|error| source::told(part, &error))?;
        if matches!(event, Event::Eof) {
            break;
        }
        let position = reader.get_ref().position();
        check.run(&event, position).map_err(|refusal| refusal.in_part(part))?;
        check.event(&event, watch).map_err(|refusal| refusal.in_part(part))?;
        reader.get_mut().go_on();
        if is_tag(&event) {
            check.position =
                reader.get_mut().take(|left| watch.plain(left)).map_err(|error| source::failed(part, error))?;
        }
    }
    if check.depth > 0 { Err(Refusal::damaged(format!("part {part} ends in the middle"))) } else { Ok(()) }
}

struct Check {
    depth: usize,
    /// Bytes of the part up to the last event.
    position: usize,
    run: usize,
}

fn is_tag(event: &Event<'_>) -> bool {
    matches!(event, Event::Start(_) | Event::End(_) | Event::Empty(_))
}

impl Check {
    /// Measures the distance between tags, and tags.
    fn run(&mut self, event: &Event<'_>, position: usize) -> Result<(), Refusal> {
        let length = position - self.position;
        let tag = is_tag(event);
        self.run = if tag { length } else { self.run + length };
        self.position = position;
        if self.run > limits::RUN_BYTES {
            return Err(source::endless());
        }
        self.run = if tag { 0 } else { self.run };
        Ok(())
    }

    fn event(&mut self, event: &Event<'_>, watch: &mut impl Watch) -> Result<(), Refusal> {
        match event {
            Event::Start(element) => {
                self.deeper()?;
                watch.open(element.local_name().as_ref(), element)
            }
            Event::Empty(element) => {
                let name = element.local_name();
                watch.open(name.as_ref(), element)?;
                watch.close(name.as_ref(), element.name())
            }
            Event::End(element) => {
                self.depth -= 1;
                watch.close(element.local_name().as_ref(), element.name())
            }
            Event::Text(text) => watch.text(text),
            Event::CData(text) => watch.text(text),
            Event::GeneralRef(name) => reference(name).and_then(|()| watch.reference(name)),
            Event::DocType(_) => Err(Refusal::hostile("declares a document type, which workbooks never need")),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::Eof => Ok(()),
        }
    }

    fn deeper(&mut self) -> Result<(), Refusal> {
        self.depth += 1;
        let deep = self.depth > limits::XML_DEPTH;
        if deep {
            Err(Refusal::hostile(format!("nests elements more than {} deep", limits::XML_DEPTH)))
        } else {
            Ok(())
        }
    }
}

fn reference(name: &BytesRef<'_>) -> Result<(), Refusal> {
    let known = name.is_char_ref() || matches!(&**name, "lt" | "gt" | "amp" | "apos" | "quot");
    if known { Ok(()) } else { Err(Refusal::damaged("refers to an entity that is not defined")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slug(text: &str) -> &'static str {
        plain("p.xml", text.as_bytes()).map_or_else(|refusal| refusal.slug, |()| "fine")
    }

    #[test]
    fn form_is_checked() {
        assert_eq!(slug("<?xml version=\"1.0\"?><a><b x='1'/>text &amp; &#65;</a>"), "fine");
        assert_eq!(slug("<a><b></a>"), "damaged-workbook");
        assert_eq!(slug("<a><b>"), "damaged-workbook");
        assert_eq!(slug("<a>&lol;</a>"), "damaged-workbook");
        assert_eq!(slug("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"), "hostile-workbook");
        assert_eq!(slug("<!doctype a><a/>"), "hostile-workbook");
    }

    #[test]
    fn depth_and_endless_text_are_refused_however_they_are_cut() {
        assert_eq!(slug(&("<a>".repeat(200) + &"</a>".repeat(200))), "hostile-workbook");
        assert_eq!(slug(&format!("<a>{}</a>", "x".repeat(1 << 21))), "hostile-workbook");
        assert_eq!(slug(&format!("<a>{}</a>", "x&amp;".repeat(1 << 18))), "hostile-workbook");
        assert_eq!(slug(&format!("<a b='{}'/>", "x".repeat(1 << 21))), "hostile-workbook");
        assert_eq!(slug(&format!("<a><!--{}--></a>", "x".repeat(1 << 21))), "hostile-workbook");
    }
}
