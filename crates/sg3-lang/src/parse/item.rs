//! Items: what the first word says.

use super::cursor::{Cursor, Parsed, is_word};
use crate::ast::{Case, Check, Dimension, Expect, Item, ItemKind, Members, Name, Place, Use};
use crate::lexer::TokenKind;
use crate::model::Owner;
use crate::source::Span;

/// Words that end an item or separate its parts.
const ENDINGS: [&str; 2] = ["source", "note"];

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
            _ => {
                return self.fail("an item: its first word is a name, or `input`, `output`, `dimension`, `check`, ...");
            }
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
            _ => self.computed(false, false),
        }
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
        Ok(ItemKind::Use(Use { path, version, name, over, bindings }))
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

    fn dimension(&mut self) -> Parsed<ItemKind> {
        let name = self.name("the name of a dimension")?;
        let label = self.label(&name);
        let members = self.members()?;
        let step = if self.eats_word("in") { Some(self.unit()?) } else { None };
        Ok(ItemKind::Dimension(Dimension { name, label, members, step }))
    }

    fn members(&mut self) -> Parsed<Members> {
        if self.eats_word("from") {
            let rows = self.eats_word("rows");
            return if rows { Ok(Members::FromRows) } else { self.expect_word("input").map(|()| Members::FromInput) };
        }
        if self.eats_word("subsets") {
            self.expect_word("of")?;
            return Ok(Members::Subsets(self.name("a dimension")?));
        }
        if matches!(self.peek().map(|token| &token.kind), Some(TokenKind::Number { .. })) {
            let first = self.whole_number()?;
            self.expect("..")?;
            return Ok(Members::Numbers(first, self.whole_number()?));
        }
        let mut members = Vec::new();
        while self.peek().is_some_and(|token| token.starts_line) && !self.at_ending() {
            members.push(self.member()?);
        }
        if members.is_empty() {
            return self.fail("members on lines of their own, `from input`, `from rows`, `1..4` or `subsets of`");
        }
        Ok(Members::Listed(members))
    }

    /// Whether `source` or `note` comes next, with its words. (A member may have such a key; then it has its label there.)
    fn at_ending(&self) -> bool {
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
