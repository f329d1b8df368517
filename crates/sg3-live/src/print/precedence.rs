//! A printed formula and its precedence.

/// How tightly a text holds together: what stands looser than its surroundings is put in brackets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Precedence {
    Comparison,
    Sum,
    Product,
    Power,
    Atom,
}

/// A text and how tightly it holds together.
pub(super) struct Printed(pub(super) String, pub(super) Precedence);

impl Printed {
    /// A number, a reference, a function: nothing can come between its parts.
    pub(super) fn atom(text: impl Into<String>) -> Printed {
        Printed(text.into(), Precedence::Atom)
    }
}

impl Precedence {
    /// That of the right side of an operator that is applied from left to right: `a-(b-c)`.
    pub(super) fn tighter(self) -> Precedence {
        match self {
            Precedence::Comparison => Precedence::Sum,
            Precedence::Sum => Precedence::Product,
            Precedence::Product => Precedence::Power,
            Precedence::Power | Precedence::Atom => Precedence::Atom,
        }
    }
}
