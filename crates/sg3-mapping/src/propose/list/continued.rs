//! Lists that go on over several sheets: a register with a sheet for each category.

use super::column_rule::column_rule;
use super::context::ListContext;
use crate::rules::rule::MappingRule;
use crate::source::tokens::normalize;
use crate::understand::list::SourceList;

/// The same rules for every other list with the same heads.
pub(crate) fn continue_rules(context: &ListContext, rules: &[MappingRule]) -> Vec<MappingRule> {
    let numbered = context.lists.iter().enumerate();
    let continued = numbered.filter_map(|(number, list)| Some((number, list, list_before(context, number, rules)?)));
    continued.flat_map(|(number, _, before)| rules_for(context, number, before, rules)).collect()
}

/// The list that a list continues: one that rules are for, with the same heads in the same columns, on another sheet.
fn list_before<'a>(context: &'a ListContext, number: usize, rules: &[MappingRule]) -> Option<&'a SourceList> {
    let list = &context.lists[number];
    if rules.iter().any(|rule| is_for(context, list, rule)) {
        return None;
    }
    let is_before =
        |other: &&SourceList| (other.file, other.sheet) != (list.file, list.sheet) && have_same_heads(other, list);
    context.lists.iter().filter(is_before).find(|other| rules.iter().any(|rule| is_for(context, other, rule)))
}

fn have_same_heads(one: &SourceList, other: &SourceList) -> bool {
    let heads = |list: &SourceList| -> Vec<(u32, String)> {
        list.columns.iter().map(|column| (column.column, normalize(&column.words.join(" ")))).collect()
    };
    one.columns.len() >= 3 && heads(one) == heads(other) && heads(one).iter().any(|(_, words)| !words.is_empty())
}

/// Whether a rule takes cells of a list.
fn is_for(context: &ListContext, list: &SourceList, rule: &MappingRule) -> bool {
    let source = &context.files[list.file];
    rule.file == source.name()
        && *rule.sheet == *source.sheets[list.sheet].name
        && rule.cells.iter().any(|area| (list.span.0..=list.span.1).contains(&area.top))
}

fn rules_for(context: &ListContext, number: usize, before: &SourceList, rules: &[MappingRule]) -> Vec<MappingRule> {
    let own = rules.iter().filter(|rule| is_for(context, before, rule));
    let continued = own.filter_map(|rule| {
        let column = rule.cells.first().filter(|area| area.left == area.right)?.left;
        let position = context.lists[number].columns.iter().position(|own| own.column == column)?;
        let here = column_rule(context, rule.figure.clone(), (number, position));
        let of_sides = rule.rows.conditions.iter().filter(|condition| !before.filter.conditions.contains(condition));
        let mut rows = here.rows.clone();
        rows.conditions.extend(of_sides.cloned());
        let why = format!("the same heads as on “{}”", rule.sheet);
        Some(MappingRule {
            sheet: here.sheet,
            file: here.file,
            cells: here.cells,
            label_at: here.label_at,
            rows,
            why,
            ..rule.clone()
        })
    });
    continued.collect()
}
