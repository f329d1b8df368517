//! What a file says it takes from others: its `use` items and the paths in its code, read from its tokens.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use std::collections::BTreeSet;

/// One name that a `use` brings in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Use {
    /// `crate`, `layout`, `Layout`; a star stands for itself.
    pub path: Vec<String>,
    /// Under which name.
    pub name: String,
    /// Whether it is handed on.
    pub is_public: bool,
}

/// What a file defines and takes.
#[derive(Debug, Default)]
pub(crate) struct Imports {
    pub items: BTreeSet<String>,
    pub uses: Vec<Use>,
    pub paths: Vec<Vec<String>>,
}

/// Words that begin an item with a name.
const ITEMS: [&str; 8] = ["struct", "enum", "trait", "type", "fn", "const", "static", "union"];

impl Imports {
    /// Reads a file; what its tests take does not count.
    pub(crate) fn read(text: &str) -> Imports {
        let tokens: TokenStream = text.parse().expect("a file that compiles");
        let mut imports = Imports::default();
        imports.walk(&flat(tokens), 0);
        imports
    }

    fn walk(&mut self, tokens: &[TokenTree], depth: usize) {
        let mut at = 0;
        while at < tokens.len() {
            at += match &tokens[at] {
                // not the `use<'_>` of a type that captures
                TokenTree::Ident(word)
                    if word == "use" && !tokens.get(at + 1).is_some_and(|next| is_punct(next, '<')) =>
                {
                    self.take_use(tokens, at)
                }
                TokenTree::Ident(word) if word == "mod" && is_body(tokens.get(at + 2)) => 3,
                TokenTree::Ident(word) if depth == 0 && ITEMS.iter().any(|item| word == item) => {
                    self.items.extend(ident(tokens.get(at + 1)));
                    1
                }
                TokenTree::Ident(_) => self.take_path(tokens, at),
                TokenTree::Group(group) => {
                    self.walk(&flat(group.stream()), depth + 1);
                    1
                }
                _ => 1,
            };
        }
    }

    /// `crate::layout::Layout::of`; how many tokens it is.
    fn take_path(&mut self, tokens: &[TokenTree], start: usize) -> usize {
        let mut path: Vec<String> = ident(tokens.get(start)).into_iter().collect();
        let mut at = start + 1;
        while is_separator(tokens, at) {
            let Some(next) = ident(tokens.get(at + 2)) else { break };
            path.push(next);
            at += 3;
        }
        let is_tail = start >= 2 && is_separator(tokens, start - 2);
        if path.len() > 1 && !is_tail {
            self.paths.push(path);
        }
        at - start
    }

    fn take_use(&mut self, tokens: &[TokenTree], start: usize) -> usize {
        let before = start.checked_sub(1).map(|before| &tokens[before]);
        let is_public = match before {
            Some(TokenTree::Ident(word)) => word == "pub",
            Some(TokenTree::Group(group)) => {
                group.delimiter() == Delimiter::Parenthesis && start >= 2 && is_word(&tokens[start - 2], "pub")
            }
            _ => false,
        };
        let end = (start..tokens.len()).find(|at| is_punct(&tokens[*at], ';')).expect("a use item ends");
        self.take_tree(&tokens[start + 1..end], &[], is_public);
        end + 1 - start
    }

    fn take_tree(&mut self, tokens: &[TokenTree], prefix: &[String], is_public: bool) {
        let mut path = prefix.to_vec();
        let mut at = if is_separator(tokens, 0) { 2 } else { 0 };
        while at < tokens.len() {
            match &tokens[at] {
                TokenTree::Group(group) => {
                    let inner = flat(group.stream());
                    inner.split(|token| is_punct(token, ',')).for_each(|tree| self.take_tree(tree, &path, is_public));
                    return;
                }
                TokenTree::Ident(word) if word == "as" => break,
                TokenTree::Ident(word) if word == "self" && !path.is_empty() => {}
                TokenTree::Ident(word) => path.push(word.to_string()),
                TokenTree::Punct(sign) if sign.as_char() == '*' => path.push("*".to_owned()),
                _ => {}
            }
            at += 1;
        }
        let alias = ident(tokens.get(at + 1)).filter(|_| at < tokens.len());
        if let Some(name) = alias.or_else(|| path.last().cloned()) {
            self.uses.push(Use { path, name, is_public });
        }
    }
}

fn flat(tokens: TokenStream) -> Vec<TokenTree> {
    tokens.into_iter().collect()
}

fn ident(token: Option<&TokenTree>) -> Option<String> {
    match token {
        Some(TokenTree::Ident(word)) => Some(word.to_string()),
        _ => None,
    }
}

fn is_word(token: &TokenTree, wanted: &str) -> bool {
    matches!(token, TokenTree::Ident(word) if word == wanted)
}

fn is_punct(token: &TokenTree, sign: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == sign)
}

fn is_separator(tokens: &[TokenTree], at: usize) -> bool {
    tokens.get(at..at + 2).is_some_and(|pair| pair.iter().all(|token| is_punct(token, ':')))
}

fn is_body(token: Option<&TokenTree>) -> bool {
    matches!(token, Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace)
}

#[test]
fn uses_and_paths_are_read_from_tokens() {
    let text = "//! use of::comments;\npub(crate) use super::a::{self, b::C as D};\nfn f() { let s = \"x::y\"; crate::g::h(s) }\nmod tests { use nothing::here; }";
    let imports = Imports::read(text);
    let names: Vec<String> =
        imports.uses.iter().map(|item| format!("{} {} {}", item.path.join("::"), item.name, item.is_public)).collect();
    assert_eq!(names, ["super::a a true", "super::a::b::C D true"]);
    assert_eq!(imports.paths, [["crate", "g", "h"]]);
    assert!(imports.items.contains("f") && imports.items.len() == 1);
}
