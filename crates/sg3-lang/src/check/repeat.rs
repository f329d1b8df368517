//! `use ... over`: which quantities of a used document have a value for each member of an axis of the host.

use super::merged::Merged;
use crate::ast::{self, Expression, Item, ItemKind, Name, Others, Role, Use};
use crate::diagnostic::Diagnostic;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Names that a message lists.
const SHOWN: usize = 4;

/// Gives the axes of `over` to every bound input that varies along them, and to all that follows from it.
///
/// `use finance/annualisation as annual over asset where price = price_of` with `price_of[asset]`: the document knows nothing of assets, and yet
/// each has an annuity of its own; what follows from nothing but the rate of interest keeps one value. With `else each`, inputs that are
/// not bound vary too. Says whether anything does.
pub(super) fn lift(used: &Use, document: &mut Merged, host: &Merged, renames: &BTreeMap<Arc<str>, Arc<str>>) -> bool {
    let mut varies = false;
    for axis in &used.over {
        let mut lifted: BTreeSet<Arc<str>> = BTreeSet::new();
        if used.others == Some(Others::Each) {
            let has_axis = |name: &Name| document.items.iter().any(|part| part.item.has_axis(&name.text, &axis.text));
            lifted.extend(open_inputs(document).filter(|name| !has_axis(name)).map(|name| name.text.clone()));
        }
        for (name, value) in &used.bindings {
            if varies_along(value, &axis.text, host) {
                lifted.extend(renames.get(&name.text).cloned());
            }
        }
        varies |= !lifted.is_empty();
        while let Some(next) = document.items.iter().find_map(|part| follows(&part.item, &lifted)) {
            lifted.insert(next);
        }
        for part in &mut document.items {
            part.item.add_axis_if(&lifted, axis);
        }
    }
    varies
}

/// Inputs of the document itself that are not bound; those of documents that it uses are its own affair.
fn open_inputs(document: &Merged) -> impl Iterator<Item = &Name> {
    let own = document.items.iter().filter(|part| part.instance.is_empty() && is_input(&part.item));
    own.filter_map(|part| part.item.defines())
}

fn is_input(item: &Item) -> bool {
    matches!(&item.kind, ItemKind::Quantity(ast::Quantity { role: Role::Input(_), .. }))
}

/// Asks whether inputs that are not bound have one value or one for each member: nobody can see it from the text.
pub(super) fn ask_about_others(used: &Use, document: &Merged) -> Option<Diagnostic> {
    let prefix = format!("{}.", used.name.text);
    let own = open_inputs(document).map(|name| name.text.strip_prefix(&*prefix).unwrap_or(&name.text));
    let names: Vec<&str> = own.collect();
    if used.others.is_some() || names.is_empty() {
        return None;
    }
    let shown = names.iter().take(SHOWN).copied().collect::<Vec<_>>().join("`, `");
    let more = if names.len() > SHOWN { format!(" and {} more", names.len() - SHOWN) } else { String::new() };
    let axes = used.over.iter().map(|axis| &*axis.text).collect::<Vec<_>>().join("`, `");
    let message =
        format!("not bound: `{shown}`{more} of `{}`; is it one value, or one for each `{axes}`?", used.path.text);
    let help = "end the `use` with `else one` for one value (as it is now), or with `else each`; what differs is bound in `where`";
    Some(Diagnostic::warning("one-or-each", used.name.span, message).help(help))
}

/// Whether the expression names the axis, or a quantity of the host that has it.
fn varies_along(value: &Expression, axis: &str, host: &Merged) -> bool {
    let mut varies = false;
    value.clone().for_each_name(&mut |name| {
        varies |= &*name.text == axis || host.items.iter().any(|part| part.item.has_axis(&name.text, axis));
    });
    varies
}

/// The name that the item defines, if it is not yet lifted but reads what is.
fn follows(item: &Item, lifted: &BTreeSet<Arc<str>>) -> Option<Arc<str>> {
    let own = item.defines().filter(|own| !lifted.contains(&own.text))?.text.clone();
    let mut reads = false;
    item.clone().for_each_name(&mut |name| reads |= lifted.contains(&name.text));
    (reads && !is_input(item)).then_some(own)
}
