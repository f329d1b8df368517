//! OpenDocument content that is laid out for people, with line breaks between cells and comments: valid, but the workbook reader takes
//! nothing between two cells.

use quick_xml::Reader;
use quick_xml::events::Event;
use std::io;

/// Hands out the content without what stands between elements for looks alone, piece by piece: it may be large. Its form was
/// checked before.
pub(crate) fn for_each_piece(content: &[u8], mut take: impl FnMut(&[u8]) -> io::Result<()>) -> io::Result<()> {
    let mut reader = Reader::from_reader(content);
    let (mut start, mut kept, mut paragraphs) = (0, 0, 0_usize);
    while let Ok(event) = reader.read_event() {
        let end = reader.buffer_position() as usize;
        match &event {
            Event::Start(element) if is_text(element.name().as_ref()) => paragraphs += 1,
            Event::End(element) if is_text(element.name().as_ref()) => paragraphs = paragraphs.saturating_sub(1),
            Event::Eof => break,
            _ => {}
        }
        if is_indent(&event, paragraphs) {
            take(&content[kept..start])?;
            kept = end;
        }
        start = end;
    }
    take(&content[kept..])
}

/// White space outside paragraphs, where it is text; comments and instructions anywhere.
fn is_indent(event: &Event<'_>, paragraphs: usize) -> bool {
    match event {
        Event::Text(text) => paragraphs == 0 && text.trim().is_empty(),
        Event::Comment(_) | Event::PI(_) => true,
        _ => false,
    }
}

fn is_text(name: &str) -> bool {
    matches!(name, "text:p" | "text:h" | "number:text")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drop_indents(content: &str) -> String {
        let mut kept = Vec::new();
        for_each_piece(content.as_bytes(), |piece| {
            kept.extend(piece);
            Ok(())
        })
        .unwrap();
        String::from_utf8(kept).unwrap()
    }

    #[test]
    fn only_what_is_no_text_is_left_out() {
        let laid_out =
            "<t>\n  <r>\n    <c/> <!-- note --><c><text:p>a <text:span> b</text:span> </text:p></c>\n  </r>\n</t>";
        let plain = "<t><r><c/><c><text:p>a <text:span> b</text:span> </text:p></c></r></t>";
        assert_eq!(drop_indents(laid_out), plain);
        assert_eq!(drop_indents(plain), plain);
    }
}
