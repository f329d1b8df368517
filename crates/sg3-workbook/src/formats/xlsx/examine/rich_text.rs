//! Text that is spread over runs (`<r><t>`), of a shared string or of a cell; readings of characters (`<rPh>`) are no part of it.

use crate::refusal::Refusal;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesRef, BytesStart};
use std::borrow::Cow;

/// Puts the runs of one text together, as its elements come.
#[derive(Default)]
pub(crate) struct RichText {
    text: String,
    /// Where the present run begins, and whether its spaces at both ends count.
    run: Option<(usize, bool)>,
    /// Whether a reading of characters is open, whose text is left out.
    is_in_reading: bool,
}

impl RichText {
    /// Forgets all runs, for the next text.
    pub(crate) fn clear(&mut self) {
        self.text.clear();
        (self.run, self.is_in_reading) = (None, false);
    }

    /// An element within the text begins.
    pub(crate) fn start_element(&mut self, name: &str, element: &BytesStart<'_>) {
        match name {
            "rPh" => self.is_in_reading = true,
            "t" if !self.is_in_reading && self.run.is_none() => {
                self.run = Some((self.text.len(), keeps_spaces(element)));
            }
            _ => {}
        }
    }

    /// An element within the text ends.
    pub(crate) fn end_element(&mut self, name: &str) {
        match name {
            "rPh" => self.is_in_reading = false,
            "t" => self.end_run(),
            _ => {}
        }
    }

    fn end_run(&mut self) {
        let Some((start, keeps_spaces)) = self.run.take() else { return };
        let run = &self.text[start..];
        let kept = if keeps_spaces { run } else { run.trim_matches([' ', '\t', '\r', '\n']) };
        match unescape_numbers(kept) {
            Cow::Borrowed(kept) if kept.len() == run.len() => {}
            kept => {
                let kept = kept.into_owned();
                self.text.replace_range(start.., &kept);
            }
        }
    }

    /// Text as the file has it.
    pub(crate) fn take_text(&mut self, text: &str) {
        if self.run.is_some() {
            self.text.push_str(&normalize_line_ends(text));
        }
    }

    /// A reference to a character.
    pub(crate) fn take_reference(&mut self, name: &BytesRef<'_>) -> Result<(), Refusal> {
        if self.run.is_some() { resolve_reference(name, &mut self.text) } else { Ok(()) }
    }

    /// The text of all runs that have ended.
    pub(crate) fn as_str(&self) -> &str {
        &self.text
    }
}

fn keeps_spaces(element: &BytesStart<'_>) -> bool {
    element.attributes().flatten().any(|a| a.key.as_ref() == "xml:space" && &*a.value == "preserve")
}

/// The ends of lines as XML has them: `\n` for each of `\r\n` and `\r`.
pub(crate) fn normalize_line_ends(text: &str) -> Cow<'_, str> {
    if text.contains('\r') { Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n")) } else { Cow::Borrowed(text) }
}

/// Adds the character that a reference stands for.
pub(crate) fn resolve_reference(name: &BytesRef<'_>, to: &mut String) -> Result<(), Refusal> {
    if let Some(known) = resolve_xml_entity(name) {
        to.push_str(known);
        return Ok(());
    }
    let letter = name.resolve_char_ref().ok().flatten();
    to.push(letter.ok_or_else(|| Refusal::damaged("refers to a character that does not exist"))?);
    Ok(())
}

/// Bytes of `_x000D_`.
const ESCAPE: usize = 7;

/// `_x000D_` stands for the character of that number, as spreadsheets write what XML cannot.
pub(crate) fn unescape_numbers(text: &str) -> Cow<'_, str> {
    let Some(first) = find_escape(text, 0) else { return Cow::Borrowed(text) };
    // `_xD83D__xDCF7_` is one character in two units, so units are gathered until other text stands between them.
    let (mut units, mut plain, mut next) = (Vec::new(), 0, Some(first));
    let mut whole = String::with_capacity(text.len());
    while let Some((at, unit)) = next {
        if at > plain {
            push_units(&mut units, &mut whole);
            whole.push_str(&text[plain..at]);
        }
        units.push(unit);
        plain = at + ESCAPE;
        next = find_escape(text, plain);
    }
    push_units(&mut units, &mut whole);
    whole.push_str(&text[plain..]);
    Cow::Owned(whole)
}

/// Half a character becomes the sign for what cannot be shown.
fn push_units(units: &mut Vec<u16>, to: &mut String) {
    to.extend(char::decode_utf16(units.drain(..)).map(|letter| letter.unwrap_or('\u{FFFD}')));
}

fn find_escape(text: &str, from: usize) -> Option<(usize, u16)> {
    text[from..].match_indices('_').find_map(|(at, _)| Some((from + at, parse_escape(&text.as_bytes()[from + at..])?)))
}

fn parse_escape(bytes: &[u8]) -> Option<u16> {
    let [b'_', b'x', digits @ .., b'_'] = bytes.get(..ESCAPE)? else { return None };
    let digits = std::str::from_utf8(digits).ok().filter(|_| digits.iter().all(u8::is_ascii_hexdigit))?;
    u16::from_str_radix(digits, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_the_characters_that_they_stand_for() {
        let all = [
            ("a_x000D_\nb", "a\r\nb"),
            ("_xD83D__xDCF7_", "📷"),
            ("_xD83D_ _xDCF7_", "\u{FFFD} \u{FFFD}"),
            ("_x005F_x000D_", "_x000D_"),
            ("_x00G0_ _x000", "_x00G0_ _x000"),
            ("__x0041_", "_A"),
        ];
        for (written, meant) in all {
            assert_eq!(unescape_numbers(written), meant);
        }
    }
}
