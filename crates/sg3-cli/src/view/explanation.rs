//! An explanation as an indented tree: every figure with its formula, every input with the place it comes from.

use sg3_calc::present::figure::figure_with_unit;
use sg3_calc::present::phrase;
use sg3_calc::{CellState, Evidence, Explanation, is_residue};
use sg3_lang::Sources;
use sg3_lang::model::{Kind, Quantity};
use sg3_language::Language;
use sg3_report::{Computed, formula_as_written, number};
use sg3_session::Session;
use std::collections::HashSet;

/// What is known while the tree is printed.
struct Printer<'a> {
    computed: &'a Computed,
    sources: &'a Sources,
    language: &'a Language,
    /// Figures whose formula was shown; it is not shown twice.
    shown: HashSet<String>,
    /// Depth at which figures are not followed further.
    limit: usize,
    /// Whether a figure at that depth has more below it.
    cut: bool,
    text: String,
}

/// The tree of a figure, and how to see more where it was cut.
pub(crate) fn draw_explanation(
    explanation: &Explanation,
    limit: usize,
    computed: &Computed,
    session: &Session,
) -> String {
    let Session { sources, language, .. } = session;
    let text = String::new();
    let mut printer = Printer { computed, sources, language, shown: HashSet::new(), limit, cut: false, text };
    printer.figure(explanation, 0);
    let more = language.translate(&format!("Stopped at depth {limit}; use `--depth N` to go deeper."));
    printer.text + &if printer.cut { format!("\n{more}\n") } else { String::new() }
}

impl Printer<'_> {
    fn figure(&mut self, figure: &Explanation, depth: usize) {
        let (name, quantity) = (name(figure), self.computed.model.quantity(figure.quantity));
        let counterfactual = figure.counterfactual.map(|span| {
            let formula = formula_as_written(self.sources, span);
            self.language.translate(&format!("  (in the counterfactual `{formula}`)"))
        });
        let known =
            !self.shown.insert(format!("{name}{}", figure.counterfactual_number)) && !figure.operands.is_empty();
        let line = format!(
            "{name} = {}{}{}",
            self.value(figure),
            self.ending(figure, quantity),
            counterfactual.unwrap_or_default()
        );
        self.line(depth, &if known { line + &self.language.translate("  (see above)") } else { line });
        if !known {
            self.formula(figure, depth + 1);
        }
    }

    fn formula(&mut self, figure: &Explanation, depth: usize) {
        if let Some(formula) = figure.formula.filter(|_| !figure.leaf) {
            self.line(depth, &format!("= {}", formula_as_written(self.sources, formula)));
            self.cut |= depth > self.limit;
        }
        figure.operands.iter().for_each(|operand| self.figure(operand, depth));
        if !figure.without_key.is_empty() {
            let members: Vec<String> = figure.without_key.iter().map(|keys| keys.join(", ")).collect();
            self.say(depth, &format!("left out of the order, without a value to go by: {}", members.join("; ")));
        }
        if figure.left_out > 0 {
            self.say(depth, &format!("and {} more terms", figure.left_out));
        }
    }

    fn say(&mut self, depth: usize, words: &str) {
        self.line(depth, &self.language.translate(words));
    }

    fn line(&mut self, depth: usize, text: &str) {
        self.text += &format!("{}{text}\n", "  ".repeat(depth));
    }

    fn value(&self, figure: &Explanation) -> String {
        let quantity = self.computed.model.quantity(figure.quantity);
        match &quantity.kind {
            _ if figure.value.is_nan() => self.language.translate(&missing(figure)),
            Kind::Number(_) => {
                let unit = self.language.translate_unit(&self.unit(figure));
                self.language.write_number(&figure_with_unit(quantity, self.legible(figure), &unit))
            }
            Kind::YesNo => self.language.translate(number::yes_no(figure.value != 0.0)),
            Kind::Date => sg3_lang::day::write(figure.value),
            Kind::Member(_) => figure.member.as_deref().unwrap_or("missing").to_owned(),
        }
    }

    /// The figure, or 0 where it is what amounts that cancel have left.
    fn legible(&self, figure: &Explanation) -> f64 {
        let Computed { model, inputs, results } = self.computed;
        let cell = self.place(figure).and_then(|place| Some(results.array(figure.quantity)?.offset(&place)));
        let cell = cell.filter(|_| figure.counterfactual.is_none() && !figure.leaf);
        let is_nothing = cell.is_some_and(|cell| is_residue(model, inputs, results, figure.quantity, cell));
        if is_nothing { 0.0 } else { figure.value }
    }

    /// The unit at the place itself, where units differ from member to member.
    fn unit(&self, figure: &Explanation) -> String {
        let place = self.place(figure);
        place.map_or_else(|| figure.unit.to_string(), |place| self.computed.shown_unit_at(figure.quantity, &place))
    }

    fn place(&self, figure: &Explanation) -> Option<Vec<usize>> {
        let axes = &self.computed.model.quantity(figure.quantity).axes;
        let members = axes.iter().map(|axis| self.computed.inputs.members_of(axis.dimension));
        members.zip(&figure.place).map(|(members, key)| members.find(key)).collect()
    }

    /// Where an input comes from; that a constant is one.
    fn ending(&self, figure: &Explanation, quantity: &Quantity) -> String {
        match &figure.origin {
            Some(origin) => {
                let known = figure.evidence.as_ref().map(|known| evidence(known, quantity, self.language));
                format!("  {}{}", self.language.translate_label(&origin.to_string()), known.unwrap_or_default())
            }
            // of a cell of the data that nobody speaks of, its value says so
            None if figure.leaf && figure.state.is_none() => self.language.translate("  constant of the model"),
            None => String::new(),
        }
    }
}

/// Why there is no value, where the data say so.
fn missing(figure: &Explanation) -> String {
    match (&figure.unreadable, figure.state) {
        (Some(text), _) => format!("unreadable (`{text}`)"),
        (None, Some(CellState::Withheld)) => "stated to be not available".to_owned(),
        (None, Some(CellState::Blank)) => "missing (blank)".to_owned(),
        (None, _) => "missing".to_owned(),
    }
}

/// `tariff[urban]`
fn name(figure: &Explanation) -> String {
    let place = figure.place.join(", ");
    if place.is_empty() { figure.name.to_string() } else { format!("{}[{place}]", figure.name) }
}

/// `  [estimated, 38,000 to 44,000; switch records; confidential: contract]`
fn evidence(known: &Evidence, quantity: &Quantity, language: &Language) -> String {
    let status = known.status.map(|status| language.translate(status.label()));
    let end = |value: f64| language.write_number(&phrase::figure(quantity, value));
    let range = known
        .range
        .map(|(least, most)| language.fill("{least} to {most}", &[("least", &*end(least)), ("most", &*end(most))]));
    let how = [status, range].into_iter().flatten().collect::<Vec<_>>().join(", ");
    let parts = [
        Some(how),
        known.source.clone(),
        known.confidential.as_ref().map(|reason| language.fill("confidential: {reason}", &[("reason", &**reason)])),
        known.comment.as_ref().map(|comment| format!("\u{201c}{comment}\u{201d}")),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    format!("  [{}]", parts.join("; "))
}
