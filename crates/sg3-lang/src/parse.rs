//! Text to [`Document`]: never fails. What cannot be read is diagnosed, and reading goes on at the next item.

mod clause;
mod cursor;
mod display;
mod expression;
mod habits;
mod item;
mod markdown;
mod quantity;
mod table;

use crate::ast::{Document, Item};
use crate::diagnostic::Diagnostics;
use crate::lexer::{Token, TokenKind, tokens};
use crate::source::{FileId, Sources};
use cursor::Cursor;
use std::sync::Arc;

/// Reads one document.
///
/// ```
/// use sg3_lang::{Diagnostics, Sources, parse};
/// let mut sources = Sources::default();
/// let file = sources.add("a", "# A model\n\n```sg3\ninput lines \"Lines\" : line >= 0\n```\n");
/// let mut diagnostics = Diagnostics::default();
/// let document = parse(&sources, file, &mut diagnostics);
/// assert!(diagnostics.is_empty());
/// assert_eq!(document.items.len(), 1);
/// ```
pub fn parse(sources: &Sources, file: FileId, diagnostics: &mut Diagnostics) -> Document {
    let text = &sources.get(file).text;
    let (sections, blocks) = markdown::outline(text);
    let (mut items, mut unread) = (Vec::new(), Vec::new());
    for block in blocks {
        let tokens = tokens(file, text, block.start, block.end);
        parse_block(&tokens, block.section, diagnostics).into_iter().for_each(|found| match found {
            Ok(item) => items.push(item),
            Err(name) => unread.extend(name),
        });
    }
    Document { sections, items, unread }
}

/// Where the blocks of a document begin and end.
pub(crate) fn blocks(text: &str) -> Vec<std::ops::Range<usize>> {
    markdown::outline(text).1.into_iter().map(|block| block.start..block.end).collect()
}

/// Words before the name of an item.
const BEFORE_NAMES: [&str; 12] = [
    "operator",
    "regulator",
    "public",
    "input",
    "output",
    "constant",
    "simultaneous",
    "check",
    "plausible",
    "dimension",
    "unit",
    "headline",
];

/// Every item of a block; of one that cannot be read, the name that it would define.
fn parse_block(tokens: &[Token], section: usize, diagnostics: &mut Diagnostics) -> Vec<Result<Item, Option<Arc<str>>>> {
    let tokens: Vec<Token> = tokens.iter().filter(|token| token.kind != TokenKind::Comment).cloned().collect();
    let starts: Vec<usize> = (0..tokens.len()).filter(|i| tokens[*i].starts_item || *i == 0).collect();
    let ends = starts.iter().skip(1).copied().chain([tokens.len()]);
    let pieces = starts.iter().zip(ends).map(|(start, end)| &tokens[*start..end]);
    pieces.map(|piece| Cursor::new(piece, diagnostics).item(section).map_err(|_| name_of(piece))).collect()
}

/// The first word that can be a name.
fn name_of(tokens: &[Token]) -> Option<Arc<str>> {
    let words = tokens.iter().map_while(|token| match &token.kind {
        TokenKind::Word(word) => Some(word),
        _ => None,
    });
    words.into_iter().find(|word| !BEFORE_NAMES.contains(&&***word)).cloned()
}
