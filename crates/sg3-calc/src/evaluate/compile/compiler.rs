//! What is known of the surroundings while an expression is compiled.

use crate::evaluate::engine::Engine;
use crate::evaluate::program::Temporary;
use sg3_lang::model::{Axis, Expression, QuantityId};
use std::collections::BTreeSet;

/// No recurrence goes on.
static NOTHING: BTreeSet<QuantityId> = BTreeSet::new();

/// What stands around an expression that becomes a program.
#[derive(Clone)]
pub(in crate::evaluate) struct Context<'e, 'a> {
    pub engine: &'e Engine<'a>,
    pub scope: &'e [Axis],
    /// Axes that are looped over around what is being compiled, outermost first.
    pub loops: Vec<usize>,
    /// Axes whose position is given from outside.
    pub fixed: BTreeSet<usize>,
    /// Quantities that change while the axes that are fixed go on.
    pub volatile: &'e BTreeSet<QuantityId>,
}

impl<'e, 'a> Context<'e, 'a> {
    /// Loops over some axes of the scope; none has a position from outside.
    pub(in crate::evaluate) fn new(engine: &'e Engine<'a>, scope: &'e [Axis], loops: Vec<usize>) -> Context<'e, 'a> {
        Context { engine, scope, loops, fixed: BTreeSet::new(), volatile: &NOTHING }
    }

    /// Loops over some axes of the scope, where all others have a position.
    pub(in crate::evaluate) fn over(engine: &'e Engine<'a>, scope: &'e [Axis], loops: Vec<usize>) -> Context<'e, 'a> {
        let fixed = (0..scope.len()).filter(|axis| !loops.contains(axis)).collect();
        Context { fixed, ..Context::new(engine, scope, loops) }
    }
}

/// Compiles one expression with the loops around it.
pub(super) struct Compiler<'e, 'a> {
    pub context: Context<'e, 'a>,
    /// Number of members along each axis of the scope.
    pub sizes: Vec<usize>,
    /// The axis of the row.
    pub inner: Option<usize>,
    /// Parts that are computed before the loops.
    pub temporaries: Vec<Temporary>,
    /// The whole expression, which is never a part of itself.
    pub root: *const Expression,
}

impl<'e, 'a> Compiler<'e, 'a> {
    pub(super) fn new(context: Context<'e, 'a>, inner: Option<usize>, root: *const Expression) -> Compiler<'e, 'a> {
        let sizes = context.engine.sizes(context.scope);
        Compiler { context, sizes, inner, temporaries: Vec::new(), root }
    }

    /// The same surroundings with other loops, of which those in `given` have positions from outside as well.
    pub(super) fn context_over(&self, loops: Vec<usize>, given: &[usize]) -> Context<'e, 'a> {
        let fixed = self.context.fixed.iter().chain(given).copied().filter(|axis| !loops.contains(axis)).collect();
        Context { loops, fixed, ..self.context.clone() }
    }
}
