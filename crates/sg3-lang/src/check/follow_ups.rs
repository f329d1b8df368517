//! Messages that only follow from what could not be read: the mistake was told, and nothing more is said of it.
//!
//! Which items follow is seen from their words, not from their meaning: what could not be read has none.

use crate::diagnostic::{Diagnostic, Place};
use crate::lexer::{Token, TokenKind};
use crate::parse::{item_tokens, name_of};
use crate::source::{FileId, Sources, Span};
use std::collections::{BTreeMap, BTreeSet};

/// What is said of names that nothing defines: what could not be read may have done so, under whatever name it seems to have.
const NOT_DEFINED: [&str; 2] = ["unknown-name", "wrong-expect"];

/// Words before a text that do not name what it describes.
const NO_NAMES: [&str; 3] = ["source", "note", "case"];

/// The items of each text of which some could not be read that follow from these, and those themselves.
pub(super) struct FollowUps(BTreeMap<FileId, Vec<Span>>);

/// The words of an item.
struct Words {
    span: Span,
    defined: BTreeSet<String>,
    mentioned: BTreeSet<String>,
}

impl FollowUps {
    pub(super) fn of(sources: &Sources, unread: &[Span]) -> FollowUps {
        let files: BTreeSet<FileId> = unread.iter().map(|span| span.file).collect();
        FollowUps(files.into_iter().map(|file| (file, spans_that_follow(sources, file, unread))).collect())
    }

    /// Whether a message follows. Other texts, which read or are read by one that could not be read as a whole, say nothing.
    pub(super) fn hold(&self, message: &Diagnostic) -> bool {
        let Place::Text(at) = message.place else { return !self.0.is_empty() };
        let in_items = |spans: &Vec<Span>| spans.iter().any(|span| span.start <= at.start && at.start <= span.end);
        let may_be_unread = NOT_DEFINED.contains(&message.slug);
        !self.0.is_empty() && (may_be_unread || self.0.get(&at.file).is_none_or(in_items))
    }
}

/// What mentions a name of what could not be read, or a name of what follows from it.
fn spans_that_follow(sources: &Sources, file: FileId, unread: &[Span]) -> Vec<Span> {
    let items = item_tokens(file, &sources.get(file).text);
    let items = items.iter().map(|item| collect_words(item));
    let is_unread = |item: &Words| unread.iter().any(|span| span.file == file && span.start == item.span.start);
    let (mut follow, mut others): (Vec<Words>, Vec<Words>) = items.partition(is_unread);
    loop {
        let names: BTreeSet<&String> = follow.iter().flat_map(|item| &item.defined).collect();
        let mentions = |item: &Words| item.mentioned.iter().any(|word| names.contains(word));
        let (more, rest): (Vec<Words>, Vec<Words>) = others.into_iter().partition(mentions);
        if more.is_empty() {
            return follow.into_iter().map(|item| item.span).collect();
        }
        follow.extend(more);
        others = rest;
    }
}

fn collect_words(item: &[Token]) -> Words {
    let mut mentioned = BTreeSet::new();
    for token in item {
        if let TokenKind::Word(word) = &token.kind {
            // of `capital.wacc` the document may be what was not read
            mentioned.extend([word.to_string(), word.split('.').next().unwrap_or_default().to_owned()]);
        }
    }
    let described = (0..item.len()).filter(|at| is_text(&item[*at])).filter_map(|at| word_before(item, at));
    let described = described.filter(|word| !NO_NAMES.contains(&&**word));
    let defined = described.chain(document_name(item)).chain(name_of(item).map(|name| name.to_string())).collect();
    Words { span: item[0].span.to(item[item.len() - 1].span), defined, mentioned }
}

/// A text, also one that never ends.
fn is_text(token: &Token) -> bool {
    matches!(token.kind, TokenKind::Text(_) | TokenKind::Unknown('"'))
}

/// The name that a label describes, with axes between them or none: `cost[service] "Cost"`.
fn word_before(item: &[Token], label: usize) -> Option<String> {
    let before = item[..label].last()?;
    let name = if before.kind == TokenKind::Symbol("]") {
        let opened = item[..label].iter().rposition(|token| token.kind == TokenKind::Symbol("["))?;
        item[..opened].last()?
    } else {
        before
    };
    word_of(name)
}

/// `capital` of `use finance/cost-of-capital as capital`.
fn document_name(item: &[Token]) -> Option<String> {
    let is_use = item.first().and_then(word_of).is_some_and(|first| first == "use");
    let named = item.iter().position(|token| word_of(token).is_some_and(|word| word == "as"))?;
    item.get(named + 1).filter(|_| is_use).and_then(word_of)
}

fn word_of(token: &Token) -> Option<String> {
    match &token.kind {
        TokenKind::Word(word) => Some(word.to_string()),
        _ => None,
    }
}
