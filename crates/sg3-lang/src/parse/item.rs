//! Items: what the first word says.

use super::cursor::{Cursor, Failed, Parsed, is_word};
use crate::ast::{Case, Check, Expect, Item, ItemKind, Name, Others, Place, Use};
use crate::diagnostic::{Diagnostic, near_miss};
use crate::lexer::TokenKind;
use crate::model::Owner;
use crate::source::Span;

/// Words that end an item or separate its parts.
const ENDINGS: [&str; 2] = ["source", "note"];

/// Words with which items begin, beside the names of quantities.
pub(super) const BEGINNINGS: [&str; 14] = [
    "use",
    "unit",
    "dimension",
    "constant",
    "operator",
    "regulator",
    "public",
    "input",
    "headline",
    "output",
    "simultaneous",
    "plausible",
    "check",
    "case",
];

impl Cursor<'_> {
    pub(super) fn item(mut self, section: usize) -> Parsed<Item> {
        let start = self.here();
        let mut item = Item { section, kind: self.kind()?, source: None, note: None, span: start };
        while !self.at_end() {
            match &mut item.kind {
                ItemKind::Case(case) if !self.at_ending() => self.case_line(case)?,
                _ => self.ending(&mut item)?,
            }
        }
        item.span = start.to(self.last());
        Ok(item)
    }

    fn kind(&mut self) -> Parsed<ItemKind> {
        let word = match self.peek().map(|token| &token.kind) {
            Some(TokenKind::Word(word)) => word.clone(),
            _ => return self.no_word(),
        };
        let owner = [
            ("input", Owner::Operator),
            ("operator", Owner::Operator),
            ("regulator", Owner::Regulator),
            ("public", Owner::Public),
        ];
        let owner = owner.iter().find(|(known, _)| *known == &*word).map(|(_, owner)| *owner);
        let says_input = self.peek_second().is_some_and(|token| is_word(token, "input"));
        match (&*word, owner) {
            (_, Some(owner)) if says_input || &*word == "input" => self.after(1 + usize::from(says_input)).input(owner),
            ("use", _) => self.after(1).used(),
            ("unit", _) => self.after(1).unit_item(),
            ("dimension", _) => self.after(1).dimension(),
            ("constant", _) => self.after(1).constant(),
            ("plausible", _) if !self.second_opens_a_head() => self.after(1).plausible(),
            ("check", _) => self.after(1).check(),
            ("case", _) => self.after(1).case(),
            ("headline", _) if self.peek_second().is_some_and(|token| is_word(token, "output")) => {
                self.after(2).computed(true, true)
            }
            ("output", _) => self.after(1).computed(true, false),
            _ if self.begins_no_item(&word) => self.not_an_item(&word),
            _ => self.computed(false, false),
        }
    }

    /// Two words in a row, of which the first is none that items begin with.
    fn begins_no_item(&self, word: &str) -> bool {
        word != "simultaneous" && self.peek_second().is_some_and(|token| matches!(token.kind, TokenKind::Word(_)))
    }

    fn no_word<T>(&mut self) -> Parsed<T> {
        let message = "expected an item: its first word is a name, or `input`, `output`, `dimension`, `check`, ...";
        let help = "a line that continues the item before it is indented";
        self.diagnostics.add(Diagnostic::error("syntax", self.here(), message).label(self.describe_found()).help(help));
        Err(Failed { at_end: false })
    }

    fn not_an_item<T>(&mut self, word: &str) -> Parsed<T> {
        let help = match word {
            "operator" | "regulator" | "public" => Some(format!("`{word} input name \"Label\" : unit`")),
            "headline" => Some("`headline output name \"Label\" : unit = ...`".to_owned()),
            _ => near_miss(word, BEGINNINGS),
        };
        let help = help.unwrap_or_else(|| format!("a quantity begins with its name: `{word} \"Label\" : unit = ...`"));
        let message = format!("`{word}` does not begin an item");
        self.diagnostics.add(Diagnostic::error("syntax", self.here(), message).help(help));
        Err(Failed { at_end: false })
    }

    /// Whether the first word is itself a name: its label, its axes or its type follow.
    fn second_opens_a_head(&self) -> bool {
        self.peek_second().is_some_and(|token| matches!(token.kind, TokenKind::Text(_) | TokenKind::Symbol(_)))
    }

    fn after(&mut self, tokens: usize) -> &mut Self {
        (0..tokens).for_each(|_| self.skip());
        self
    }

    /// `source "..."` or `note "..."`, on which nothing but another may follow.
    fn ending(&mut self, item: &mut Item) -> Parsed<()> {
        let source = self.eats_word("source");
        if !source && !self.eats_word("note") {
            return self.fail("the end of the item, `source \"...\"` or `note \"...\"`");
        }
        let Some(text) = self.text() else { return self.fail("a text between quotation marks") };
        *(if source { &mut item.source } else { &mut item.note }) = Some(text);
        Ok(())
    }

    fn used(&mut self) -> Parsed<ItemKind> {
        let path = self.path()?;
        let version = if self.eats_word("version") { Some(self.version()?) } else { None };
        self.expect_word("as")?;
        let name = self.name("a name for the document")?;
        let over = if self.eats_word("over") { self.list(|cursor| cursor.name("an axis"))? } else { Vec::new() };
        let bindings = if self.eats_word("where") { self.list(Self::binding)? } else { Vec::new() };
        let others = if self.eats_word("else") { Some(self.others()?) } else { None };
        Ok(ItemKind::Use(Use { path, version, name, over, bindings, others }))
    }

    /// Behind `else` of a `use`: what it does not bind.
    fn others(&mut self) -> Parsed<Others> {
        match (self.eats_word("one"), self.eats_word("each")) {
            (true, _) => Ok(Others::One),
            (_, true) => Ok(Others::Each),
            _ => self.fail("`one` or `each`: whether inputs that are not bound have one value or one for each member"),
        }
    }

    /// `finance/cost-of-capital`: words with nothing between them.
    fn path(&mut self) -> Parsed<Name> {
        let first = self.name("the name of a document, such as `finance/annualisation`")?;
        let mut text = first.text.to_string();
        while let Some(token) = self.peek().filter(|token| token.adjoins) {
            match &token.kind {
                TokenKind::Word(word) => text.push_str(word),
                TokenKind::Symbol(symbol @ ("/" | "-")) => text.push_str(symbol),
                TokenKind::Number { value, .. } => text.push_str(&value.to_string()),
                _ => break,
            }
            self.next();
        }
        Ok(Name { text: text.into(), span: first.span.to(self.last()) })
    }

    /// `"1.2"`, a text: as a number, 1.10 would be 1.1.
    fn version(&mut self) -> Parsed<Name> {
        let Some(text) = self.text() else { return self.fail("a version between quotation marks, such as `\"1.2\"`") };
        Ok(Name { text, span: self.last() })
    }

    fn binding(&mut self) -> Parsed<(Name, crate::ast::Expression)> {
        let name = self.name("an input or dimension of the document")?;
        self.expect("=")?;
        Ok((name, self.expression()?))
    }

    fn unit_item(&mut self) -> Parsed<ItemKind> {
        let name = self.name("the name of a unit")?;
        let label = self.label(&name);
        Ok(ItemKind::Unit(name, label))
    }

    /// Whether `source` or `note` comes next, with its words. (A member may have such a key; then it has its label there.)
    pub(super) fn at_ending(&self) -> bool {
        let texts = self.peek_second().is_some_and(|token| matches!(token.kind, TokenKind::Text(_)));
        texts && ENDINGS.iter().any(|word| self.sees_word(word))
    }

    fn check(&mut self) -> Parsed<ItemKind> {
        let name = self.name("the name of the check")?;
        let axes = self.axes()?;
        let label = self.label(&name);
        let question = self.expression()?;
        let within = if self.eats_word("within") { Some(self.number()?.0) } else { None };
        let within_of = if within.is_some() && self.eats_word("of") { Some(self.expression()?) } else { None };
        let filter = if self.eats_word("where") { Some(self.expression()?) } else { None };
        Ok(ItemKind::Check(Check { name, axes, label, question, within, within_of, filter }))
    }

    fn case(&mut self) -> Parsed<ItemKind> {
        let Some(label) = self.text() else {
            return self.fail("the label of the case: `case \"What it shows\"`");
        };
        Ok(ItemKind::Case(Case { label, givens: Vec::new(), expects: Vec::new(), failing: Vec::new() }))
    }

    fn case_line(&mut self, case: &mut Case) -> Parsed<()> {
        if !self.sees_word("expect") {
            case.givens.push(self.given()?);
            return Ok(());
        }
        let start = self.here();
        self.next();
        let place = self.place()?;
        if place.indices.is_empty() && self.eats_word("fails") {
            case.failing.push(place.name);
        } else {
            case.expects.push(self.expect_item(start, place)?);
        }
        Ok(())
    }

    fn expect_item(&mut self, start: Span, place: Place) -> Parsed<Expect> {
        let (value, within) = if self.eats_word("is") {
            self.expect_word("missing")?;
            (None, None)
        } else {
            self.expect("=")?;
            let value = self.literal()?;
            let within = if self.eats_word("within") { Some(self.number()?.0) } else { None };
            (Some(value), within)
        };
        let givens = if self.eats_word("where") { self.list(Self::given)? } else { Vec::new() };
        Ok(Expect { place, value, within, givens, span: start.to(self.last()) })
    }
}
