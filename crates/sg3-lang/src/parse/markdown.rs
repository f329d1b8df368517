//! Headings, prose and `sg3` blocks of a Markdown text.

use crate::ast::Section;
use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Parser, Tag, TagEnd};
use std::ops::Range;

/// A fenced `sg3` block: the bytes between its fences, under a section.
pub(super) struct Block {
    pub section: usize,
    pub start: usize,
    pub end: usize,
}

/// The sections of a text (the first stands for what comes before any heading), and its blocks.
pub(super) fn outline(text: &str) -> (Vec<Section>, Vec<Block>) {
    let begin = find_front_matter(text).map_or(0, |lines| lines.end);
    let mut outline = Outline { text, sections: Vec::new(), blocks: Vec::new(), prose_from: begin };
    let mut heading = None;
    for (event, range) in Parser::new(&text[begin..]).into_offset_iter() {
        let range = begin + range.start..begin + range.end;
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                outline.end_prose(range.start);
                heading = Some((level, String::new()));
            }
            Event::Text(words) | Event::Code(words) => heading.iter_mut().for_each(|(_, title)| title.push_str(&words)),
            Event::End(TagEnd::Heading(_)) => {
                let (level, title) = heading.take().unwrap_or((HeadingLevel::H1, String::new()));
                outline.begin_section(level as u8, title, range.end);
            }
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) if &*info == "sg3" => outline.block(range),
            _ => {}
        }
    }
    outline.end_prose(text.len());
    (outline.sections, outline.blocks)
}

/// The lines between `---` with which a text begins, both of these with them.
pub(super) fn find_front_matter(text: &str) -> Option<Range<usize>> {
    let mut end = 0;
    for (number, line) in text.split_inclusive('\n').enumerate() {
        end += line.len();
        match (number, line.trim_end() == "---") {
            (0, false) => return None,
            (1.., true) => return Some(0..end),
            _ => {}
        }
    }
    None
}

struct Outline<'a> {
    text: &'a str,
    sections: Vec<Section>,
    blocks: Vec<Block>,
    prose_from: usize,
}

impl Outline<'_> {
    fn begin_section(&mut self, level: u8, title: String, prose_from: usize) {
        self.sections.push(Section { level, title, prose: String::new() });
        self.prose_from = prose_from;
    }

    /// Adds what was read since the last heading or block to the prose of the section.
    fn end_prose(&mut self, end: usize) {
        let prose = self.text.get(self.prose_from..end).unwrap_or("").trim();
        if self.sections.is_empty() && !prose.is_empty() {
            self.begin_section(1, String::new(), self.prose_from);
        }
        if let (Some(section), false) = (self.sections.last_mut(), prose.is_empty()) {
            let gap = if section.prose.is_empty() { "" } else { "\n\n" };
            section.prose.push_str(gap);
            section.prose.push_str(prose);
        }
        self.prose_from = end;
    }

    fn block(&mut self, range: Range<usize>) {
        self.end_prose(range.start);
        self.prose_from = range.end;
        if self.sections.is_empty() {
            self.begin_section(1, String::new(), range.end);
        }
        let whole = &self.text[range.clone()];
        let start = range.start + whole.find('\n').map_or(whole.len(), |newline| newline + 1);
        let fence = whole.trim_end().rfind('\n').filter(|at| whole[*at..].trim_start().starts_with(['`', '~']));
        let end = range.start + fence.map_or(whole.len(), |newline| newline + 1);
        self.blocks.push(Block { section: self.sections.len() - 1, start: start.min(end), end });
    }
}
