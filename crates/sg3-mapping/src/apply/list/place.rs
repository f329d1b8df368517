//! Of which members the cells of a rule are, and what is said of cells of which nobody can tell.

use super::reader::{ListReader, ListRule};
use super::value::find_by_code;
use crate::apply::cell_range::cells_with_content;
use crate::apply::complaint;
use crate::rules::keys::MemberKeys;
use crate::rules::kind::starred_axes;
use crate::source::cell::{SourceValue, has_content};
use sg3_calc::present::phrase;
use sg3_form::values::value::Complaint;
use sg3_lang::model::DimensionId;
use sg3_lang::{Diagnostic, Diagnostics, Severity};
use std::collections::HashMap;
use std::sync::Arc;

/// Members for every axis, and the cell: row, column, what it says.
pub(crate) type PlacedCell<'f> = (Box<[Arc<str>]>, (u32, u32, &'f SourceValue));

/// Cells that cannot be used, told once for every word.
pub(crate) type Rejections = HashMap<String, (Diagnostic, usize)>;

impl ListReader<'_> {
    /// Every cell of a rule with the place that it is of.
    pub(crate) fn placed<'f>(&'f self, line: ListRule, refused: &mut Rejections) -> Vec<PlacedCell<'f>> {
        let stars = starred_axes(line.quantity, line.rule);
        if let ([(position, dimension)], []) = (&stars[..], &line.rule.keys[..]) {
            return self.by_row(line, *position, *dimension);
        }
        let mut placed = Vec::new();
        for cell in cells_with_content(line.rule, self.files, line.at) {
            let mut place: Box<[Arc<str>]> = line.rule.figure.place.clone().into();
            let found = stars.iter().zip(&line.rule.keys).all(|((position, dimension), keys)| {
                match self.key(line, *dimension, *keys, cell, refused) {
                    Some(key) => place[*position] = key,
                    None => return false,
                }
                true
            });
            if found {
                placed.push((place, cell));
            }
        }
        placed
    }

    /// Rows that are members: the cell in the same row, in the same column, or the only one.
    fn by_row<'f>(&'f self, line: ListRule, position: usize, dimension: DimensionId) -> Vec<PlacedCell<'f>> {
        let cells = cells_with_content(line.rule, self.files, line.at);
        let (mut at, mut beside, mut above) = (HashMap::new(), HashMap::new(), HashMap::new());
        for cell in &cells {
            at.insert((cell.0, cell.1), *cell);
            beside.insert(cell.0, *cell);
            above.insert(cell.1, *cell);
        }
        let is_column =
            line.rule.cells.iter().all(|area| area.left == area.right && area.left == line.rule.cells[0].left);
        let is_row = line.rule.cells.iter().all(|area| area.top == area.bottom);
        let made = self.roll.of_sheet(dimension, line.at).iter();
        let placed = made.filter_map(|made| {
            let cell = match (is_column, is_row) {
                (true, true) => cells.first(),
                (true, false) => beside.get(&made.row),
                (false, true) => above.get(&made.column),
                (false, false) => at.get(&(made.row, made.column)),
            };
            let mut place: Box<[Arc<str>]> = line.rule.figure.place.clone().into();
            place[position] = made.key.clone();
            Some((place, *cell?))
        });
        placed.collect()
    }

    /// The member that a cell is of.
    fn key(
        &self,
        line: ListRule,
        dimension: DimensionId,
        keys: MemberKeys,
        cell: (u32, u32, &SourceValue),
        refused: &mut Rejections,
    ) -> Option<Arc<str>> {
        let (row, column) = keys.beside(cell.0, cell.1);
        let label = &self.model.dimension(dimension).label;
        let said = self.files[line.at.file].sheets[line.at.sheet].cell(row, column);
        let Some(words) = said.filter(|value| has_content(value)).map(SourceValue::text) else {
            let message = format!("the row does not state the {}; it was not read", phrase::within(label));
            let help = Some(
                "state in the mapping which rows are included, such as `A: *` for those with an entry in A".to_owned(),
            );
            self.refuse(line, cell, Complaint { slug: "unknown-member", message, help }, refused);
            return None;
        };
        let Some(matcher) = self.matchers.get(dimension) else { return Some(words.into()) };
        let found = find_by_code(matcher, &words);
        if found.is_none() {
            let message = format!("`{words}` is not in the list for {label}; the row was not read");
            let complaint = Complaint { slug: "unknown-member", message, help: matcher.remedy(&words) };
            self.refuse(line, (row, column, cell.2), complaint, refused);
        }
        found
    }

    pub(crate) fn refuse(
        &self,
        line: ListRule,
        (row, column, value): (u32, u32, &SourceValue),
        complaint: Complaint,
        refused: &mut Rejections,
    ) {
        let known = refused.entry(complaint.message.clone());
        let known = known.or_insert_with(|| {
            let place = self.files[line.at.file].place(line.at.sheet, row, column);
            let meaning = "enter the meaning of the term on the page `Words` of the mapping";
            let has_meaning = !matches!(value, SourceValue::Error(_) | SourceValue::Uncalculated);
            let remedies = complaint.help.into_iter().chain(has_meaning.then(|| meaning.to_owned()));
            let help = remedies.collect::<Vec<_>>().join("; or ");
            let diagnostic = Diagnostic::new(complaint.slug, Severity::Error, place, complaint.message);
            (diagnostic.note_at(complaint::rule_place(&line.rule.origin), "the line of the mapping").help(help), 0)
        });
        known.1 += 1;
    }
}

/// Each kind of complaint once, with how many cells there are of it, in the order of the source cells.
pub(crate) fn report_rejections(refused: Rejections, diagnostics: &mut Diagnostics) {
    let mut all: Vec<(Diagnostic, usize)> = refused.into_values().collect();
    all.sort_by(|(a, _), (b, _)| format!("{:?}", a.place).cmp(&format!("{:?}", b.place)));
    for (diagnostic, count) in all {
        let diagnostic =
            if count > 1 { diagnostic.label(format!("and {} more like it", count - 1)) } else { diagnostic };
        diagnostics.add(diagnostic);
    }
}
