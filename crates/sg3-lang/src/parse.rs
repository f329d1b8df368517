//! Text to [`Document`]: never fails. What cannot be read is diagnosed, and reading goes on at the next item.

mod clause;
mod cursor;
mod dimension;
mod display;
mod expression;
mod front_matter;
mod habits;
mod item;
mod markdown;
mod quantity;
mod table;

use crate::ast::{Document, Item};
use crate::diagnostic::Diagnostics;
use crate::lexer::{Token, TokenKind, tokens};
use crate::source::{FileId, Sources, Span};
use cursor::{Cursor, Failed};
use front_matter::read_front_matter;
use item::BEGINNINGS;
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
    let front_matter = markdown::find_front_matter(text);
    let provenance = front_matter.map(|lines| read_front_matter(file, text, lines, diagnostics)).unwrap_or_default();
    let (mut items, mut unread) = (Vec::new(), Vec::new());
    for block in blocks {
        let tokens = without_comments(tokens(file, text, block.start, block.end));
        parse_block(&tokens, block.section, diagnostics).into_iter().for_each(|found| match found {
            Ok(item) => items.push(item),
            Err(span) => unread.push(span),
        });
    }
    Document { provenance, sections, items, unread }
}

/// Where the blocks of a document begin and end.
pub(crate) fn blocks(text: &str) -> Vec<std::ops::Range<usize>> {
    markdown::outline(text).1.into_iter().map(|block| block.start..block.end).collect()
}

/// Every item of a block; of one that cannot be read, where it stands.
///
/// Where an item ends too early and the next one cannot be read either, that is what was missing, without its indentation:
/// nothing more is said. Nor is it said that something has no label which is not what it seems to be.
fn parse_block(tokens: &[Token], section: usize, diagnostics: &mut Diagnostics) -> Vec<Result<Item, Span>> {
    let mut items = Vec::new();
    let mut is_cut = false;
    for piece in pieces(tokens) {
        let known = diagnostics.len();
        let read = Cursor::new(piece, diagnostics).item(section);
        if read.is_err() {
            let continues = is_cut && !begins_an_item(&piece[0]);
            diagnostics.retain_from(known, |message| !continues && message.slug != "missing-label");
        }
        is_cut = matches!(read, Err(Failed { at_end: true }));
        items.push(read.map_err(|_| piece[0].span.to(piece[piece.len() - 1].span)));
    }
    items
}

fn begins_an_item(first: &Token) -> bool {
    matches!(&first.kind, TokenKind::Word(word) if BEGINNINGS.contains(&&**word))
}

/// The tokens of each item of a text, without comments.
pub(crate) fn item_tokens(file: FileId, text: &str) -> Vec<Vec<Token>> {
    let blocks = blocks(text).into_iter().map(|block| without_comments(tokens(file, text, block.start, block.end)));
    blocks.flat_map(|tokens| pieces(&tokens).map(<[Token]>::to_vec).collect::<Vec<_>>()).collect()
}

fn without_comments(mut tokens: Vec<Token>) -> Vec<Token> {
    tokens.retain(|token| token.kind != TokenKind::Comment);
    tokens
}

/// Items begin in the first column.
fn pieces(tokens: &[Token]) -> impl Iterator<Item = &[Token]> {
    let starts: Vec<usize> = (0..tokens.len()).filter(|i| tokens[*i].starts_item || *i == 0).collect();
    let ends: Vec<usize> = starts.iter().skip(1).copied().chain([tokens.len()]).collect();
    starts.into_iter().zip(ends).map(|(start, end)| &tokens[start..end])
}

/// Words behind which a name follows at once, also one that is itself a word with which items begin: `dimension operator`.
const BEFORE_NAMES: [&str; 4] = ["unit", "dimension", "constant", "check"];

/// The first word that can be a name.
pub(crate) fn name_of(tokens: &[Token]) -> Option<Arc<str>> {
    let mut words = tokens.iter().map_while(|token| match &token.kind {
        TokenKind::Word(word) => Some(word),
        _ => None,
    });
    let first = words.next()?;
    if BEFORE_NAMES.contains(&&**first) {
        return words.next().cloned();
    }
    std::iter::once(first).chain(words).find(|word| !BEGINNINGS.contains(&&***word)).cloned()
}
