//! XML parts: whole, of bounded depth, without endless text, without a document type.
//!
//! Read with the same library as the workbook reader uses, so that both see the same elements; but through a [`Source`] that gives up
//! before a long text is in memory. What the elements mean is for the [`Handler`] that is handed in.

pub(crate) mod attributes;
pub(crate) mod source;

use crate::limits;
use crate::refusal::Refusal;
use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::name::QName;
use source::Source;
use std::io::BufRead;

/// Takes the elements of a part while its form is checked. To a refusal that it returns, the name of the part is added.
pub(crate) trait Handler {
    /// An element of this local name begins.
    fn start_element(&mut self, name: &str, element: &BytesStart<'_>) -> Result<(), Refusal>;
    /// Text in the innermost element.
    fn take_text(&mut self, text: &str) -> Result<(), Refusal>;
    /// A reference to a character in the innermost element.
    fn take_reference(&mut self, name: &BytesRef<'_>) -> Result<(), Refusal> {
        self.take_text(name)
    }
    /// An element of this local name ends.
    fn end_element(&mut self, name: &str, whole: QName<'_>) -> Result<(), Refusal>;
    /// Takes whole elements from the front of what is left behind a tag, if it knows them by their bytes, and says how many bytes they
    /// are. What it takes must be well-formed, flat and short.
    fn take_elements(&mut self, _left: &[u8]) -> usize {
        0
    }
}

/// Of which nothing but the form matters.
struct FormOnly;

impl Handler for FormOnly {
    fn start_element(&mut self, _: &str, _: &BytesStart<'_>) -> Result<(), Refusal> {
        Ok(())
    }
    fn take_text(&mut self, _: &str) -> Result<(), Refusal> {
        Ok(())
    }
    fn end_element(&mut self, _: &str, _: QName<'_>) -> Result<(), Refusal> {
        Ok(())
    }
}

/// Checks a part of which only the form matters.
pub(crate) fn check_form(part: &str, bytes: &[u8]) -> Result<(), Refusal> {
    parse_part(part, bytes, &mut FormOnly)
}

/// Checks the form of a part and hands its elements on.
pub(crate) fn parse_part(part: &str, bytes: impl BufRead, handler: &mut impl Handler) -> Result<(), Refusal> {
    let mut check = FormCheck { depth: 0, position: 0, run: 0 };
    let mut reader = Reader::from_reader(Source::new(bytes));
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        let event = reader.read_event_into(&mut buffer).map_err(|error| source::refuse_malformed(part, &error))?;
        if matches!(event, Event::Eof) {
            break;
        }
        let position = reader.get_ref().position();
        check.measure(&event, position).map_err(|refusal| refusal.in_part(part))?;
        check.hand_on(&event, handler).map_err(|refusal| refusal.in_part(part))?;
        reader.get_mut().note_event();
        if is_tag(&event) {
            let taken = reader.get_mut().take(|left| handler.take_elements(left));
            check.position = taken.map_err(|error| source::refuse_unreadable(part, error))?;
        }
    }
    if check.depth > 0 { Err(Refusal::damaged(format!("part {part} ends in the middle"))) } else { Ok(()) }
}

/// The form of a part so far: how deep, and how long since the last tag.
struct FormCheck {
    /// Open elements.
    depth: usize,
    /// Bytes of the part up to the last event.
    position: usize,
    /// Bytes since the last tag.
    run: usize,
}

fn is_tag(event: &Event<'_>) -> bool {
    matches!(event, Event::Start(_) | Event::End(_) | Event::Empty(_))
}

impl FormCheck {
    /// Measures tags, and what is between two of them: text cut into a thousand pieces by `&amp;` or comments is as long as if it were one.
    fn measure(&mut self, event: &Event<'_>, position: usize) -> Result<(), Refusal> {
        let length = position - self.position;
        let is_tag = is_tag(event);
        self.run = if is_tag { length } else { self.run + length };
        self.position = position;
        if self.run > limits::RUN_BYTES {
            return Err(source::refuse_endless());
        }
        if is_tag {
            self.run = 0;
        }
        Ok(())
    }

    fn hand_on(&mut self, event: &Event<'_>, handler: &mut impl Handler) -> Result<(), Refusal> {
        match event {
            Event::Start(element) => {
                self.go_deeper()?;
                handler.start_element(element.local_name().as_ref(), element)
            }
            Event::Empty(element) => {
                let name = element.local_name();
                handler.start_element(name.as_ref(), element)?;
                handler.end_element(name.as_ref(), element.name())
            }
            Event::End(element) => {
                self.depth -= 1;
                handler.end_element(element.local_name().as_ref(), element.name())
            }
            Event::Text(text) => handler.take_text(text),
            Event::CData(text) => handler.take_text(text),
            Event::GeneralRef(name) => {
                check_reference(name)?;
                handler.take_reference(name)
            }
            Event::DocType(_) => Err(Refusal::hostile("declares a document type, which workbooks never need")),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::Eof => Ok(()),
        }
    }

    fn go_deeper(&mut self) -> Result<(), Refusal> {
        self.depth += 1;
        if self.depth > limits::XML_DEPTH {
            return Err(Refusal::hostile(format!("nests elements more than {} deep", limits::XML_DEPTH)));
        }
        Ok(())
    }
}

/// An entity of one's own can stand for ten others, and each of these for ten more.
fn check_reference(name: &BytesRef<'_>) -> Result<(), Refusal> {
    let is_known = name.is_char_ref() || matches!(&**name, "lt" | "gt" | "amp" | "apos" | "quot");
    if is_known { Ok(()) } else { Err(Refusal::damaged("refers to an entity that is not defined")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slug(text: &str) -> &'static str {
        check_form("p.xml", text.as_bytes()).map_or_else(|refusal| refusal.slug, |()| "fine")
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
