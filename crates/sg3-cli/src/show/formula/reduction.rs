//! Something over axes: `Σ over service (…)`.

use super::Formula;
use sg3_lang::model::{Expression, Limit, Reduction, ReductionKind};

impl Formula<'_> {
    /// The sign, the axes with their limits and conditions, and what is reduced.
    pub(super) fn reduction(self, reduction: &Reduction) -> String {
        let axes: Vec<String> = reduction.axes.iter().map(|axis| self.axis(*axis)).collect();
        let limit = reduction.limit.iter().map(|(limit, axis)| format!(" {} {}", word(*limit), self.axis(*axis)));
        let clause = |word: &'static str, clause: &Option<Expression>| {
            clause.iter().map(|clause| format!(" {word} {}", self.words(clause))).collect::<String>()
        };
        let clauses = [("where", &reduction.filter), ("at", &reduction.at), ("from", &reduction.from)];
        let clauses: String = clauses.into_iter().map(|(word, expression)| clause(word, expression)).collect();
        let to = reduction.to.iter().map(|to| format!(" in parts of {to}"));
        let over = format!("{}{}{clauses}{}", axes.join(", "), limit.collect::<String>(), to.collect::<String>());
        format!("{}[{over}] ({})", sign(reduction.how), self.list(&reduction.arguments))
    }
}

fn word(limit: Limit) -> &'static str {
    match limit {
        Limit::Before => "before",
        Limit::Upto => "up to",
    }
}

fn sign(how: ReductionKind) -> &'static str {
    match how {
        ReductionKind::Sum => "Σ",
        ReductionKind::Product => "Π",
        ReductionKind::Min => "min",
        ReductionKind::Max => "max",
        ReductionKind::Mean => "mean",
        ReductionKind::WeightedMean => "weighted mean",
        ReductionKind::Count => "number",
        ReductionKind::Any => "any",
        ReductionKind::All => "all",
        ReductionKind::First => "first",
        ReductionKind::Last => "last",
        ReductionKind::Cumulative => "Σ up to each",
        ReductionKind::Apportion => "shares of",
        ReductionKind::Lookup => "the band of",
        ReductionKind::Interpolate => "linear interpolation between",
    }
}
