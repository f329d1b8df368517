//! Counterfactuals: which axes tell one from another, and where what is replaced.

use super::compiler::{Compiler, Context};
use crate::evaluate::engine::Engine;
use crate::evaluate::program::{Along, CounterfactualProgram, Program, Replacement};
use sg3_lang::model::{Axis, Counterfactual, QuantityId, Substitution};
use std::cell::RefCell;
use std::collections::BTreeSet;

impl CounterfactualProgram {
    /// In `avoided[i: service, year] = (cost with volume[service = i] = 0)` only `i` tells counterfactuals apart: for each service one
    /// environment is made, in which the cost of all years is read.
    pub(super) fn compile(
        compiler: &Compiler,
        counterfactual: &Counterfactual,
        free: &BTreeSet<usize>,
    ) -> CounterfactualProgram {
        let keys: BTreeSet<usize> = counterfactual.substitutions.iter().flat_map(Substitution::free_axes).collect();
        let within: Vec<usize> = free.difference(&keys).copied().collect();
        let keys: Vec<usize> = keys.intersection(free).copied().collect();
        let body = Program::compile(compiler.context_over(within.clone(), &keys), &counterfactual.body);
        let substitutions = counterfactual.substitutions.iter();
        CounterfactualProgram {
            keys: keys.iter().map(|axis| (*axis, compiler.sizes[*axis])).collect(),
            loops: keys.into_iter().chain(within).collect(),
            body,
            replacements: substitutions.map(|inner| Replacement::compile(&compiler.context, inner)).collect(),
            dependencies: counterfactual.body.dependencies(),
            steady: compiler.context.volatile.is_empty(),
            steps: RefCell::default(),
        }
    }

    /// One counterfactual, where every axis of the scope has a position.
    pub(in crate::evaluate) fn at_one_place(
        engine: &Engine,
        scope: &[Axis],
        counterfactual: &Counterfactual,
    ) -> CounterfactualProgram {
        let compiler = Compiler::new(Context::over(engine, scope, Vec::new()), None, std::ptr::null());
        CounterfactualProgram::compile(&compiler, counterfactual, &BTreeSet::new())
    }

    /// One counterfactual of which these quantities are wanted.
    pub(in crate::evaluate) fn of_quantities(
        engine: &Engine,
        scope: &[Axis],
        counterfactual: &Counterfactual,
        wanted: BTreeSet<QuantityId>,
    ) -> CounterfactualProgram {
        CounterfactualProgram {
            dependencies: wanted,
            ..CounterfactualProgram::at_one_place(engine, scope, counterfactual)
        }
    }
}

impl Replacement {
    fn compile(context: &Context, substitution: &Substitution) -> Replacement {
        let (engine, scope) = (context.engine, context.scope);
        let axes = engine.model.quantity(substitution.target).axes.iter();
        let (mut places, mut loops) = (Vec::new(), Vec::new());
        for ((axis, own), index) in axes.zip(&substitution.axes).zip(&substitution.places) {
            if let Some(own) = own {
                places.push(Along::Loop(loops.len()));
                loops.push(own.0 as usize);
            } else {
                let at_place = Context::over(engine, scope, Vec::new());
                places.push(Along::Fixed(Program::of_index(at_place, index, axis.dimension)));
            }
        }
        let value = Program::compile(Context::over(engine, scope, loops), &substitution.value);
        Replacement { target: substitution.target, value, places }
    }
}
