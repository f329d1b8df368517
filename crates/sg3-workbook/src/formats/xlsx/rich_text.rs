//! Text that is spread over runs (`<r><t>`), of a shared string or of a cell; readings of characters (`<rPh>`) are no part of it.

use crate::refusal::Refusal;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesRef, BytesStart};
use std::borrow::Cow;

/// Puts the runs of one text together.
#[derive(Default)]
pub(crate) struct Words {
    text: String,
    /// Where the present run begins, and whether its spaces at both ends count.
    run: Option<(usize, bool)>,
    reading: bool,
}

impl Words {
    /// Begins anew.
    pub fn clear(&mut self) {
        self.text.clear();
        (self.run, self.reading) = (None, false);
    }

    /// An element within the text begins.
    pub fn open(&mut self, name: &str, element: &BytesStart<'_>) {
        match name {
            "rPh" => self.reading = true,
            "t" if !self.reading && self.run.is_none() => self.run = Some((self.text.len(), keeps_spaces(element))),
            _ => {}
        }
    }

    /// An element within the text ends.
    pub fn close(&mut self, name: &str) {
        match name {
            "rPh" => self.reading = false,
            "t" => self.end_of_run(),
            _ => {}
        }
    }

    fn end_of_run(&mut self) {
        let Some((start, keeps_spaces)) = self.run.take() else { return };
        let run = &self.text[start..];
        let kept = if keeps_spaces { run } else { run.trim_matches([' ', '\t', '\r', '\n']) };
        match unescaped(kept) {
            Cow::Borrowed(kept) if kept.len() == run.len() => {}
            kept => {
                let kept = kept.into_owned();
                self.text.replace_range(start.., &kept);
            }
        }
    }

    /// Text as the file has it.
    pub fn text(&mut self, text: &str) {
        if self.run.is_some() {
            self.text.push_str(&lines(text));
        }
    }

    /// A reference to a character.
    pub fn reference(&mut self, name: &BytesRef<'_>) -> Result<(), Refusal> {
        if self.run.is_some() { refer(name, &mut self.text) } else { Ok(()) }
    }

    /// All runs together.
    pub fn whole(&self) -> &str {
        &self.text
    }
}

fn keeps_spaces(element: &BytesStart<'_>) -> bool {
    element.attributes().flatten().any(|a| a.key.as_ref() == "xml:space" && &*a.value == "preserve")
}

/// The ends of lines as XML has them.
pub(crate) fn lines(text: &str) -> Cow<'_, str> {
    match text.contains('\r') {
        true => Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n")),
        false => Cow::Borrowed(text),
    }
}

/// Adds the character that a reference stands for.
pub(crate) fn refer(name: &BytesRef<'_>, to: &mut String) -> Result<(), Refusal> {
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
pub(crate) fn unescaped(text: &str) -> Cow<'_, str> {
    let Some(first) = escape_from(text, 0) else { return Cow::Borrowed(text) };
    let (mut units, mut plain, mut next) = (Vec::new(), 0, Some(first));
    let mut whole = String::with_capacity(text.len());
    while let Some((at, unit)) = next {
        if at > plain {
            whole.extend(char::decode_utf16(units.drain(..)).map(|letter| letter.unwrap_or('\u{FFFD}')));
            whole.push_str(&text[plain..at]);
        }
        units.push(unit);
        plain = at + ESCAPE;
        next = escape_from(text, plain);
    }
    whole.extend(char::decode_utf16(units).map(|letter| letter.unwrap_or('\u{FFFD}')));
    whole.push_str(&text[plain..]);
    Cow::Owned(whole)
}

fn escape_from(text: &str, from: usize) -> Option<(usize, u16)> {
    text[from..].match_indices('_').find_map(|(at, _)| Some((from + at, escape_at(&text.as_bytes()[from + at..])?)))
}

fn escape_at(bytes: &[u8]) -> Option<u16> {
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
            assert_eq!(unescaped(written), meant);
        }
    }
}
