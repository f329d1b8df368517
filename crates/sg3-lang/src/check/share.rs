//! Same document and same bindings are the same instance: of copies that define the same, the outermost stays, and the names of
//! all of them mean that one.

use super::merged::{Merged, Part};
use crate::ast::{Item, Name};
use std::sync::Arc;

/// Leaves one copy of those that define the same.
pub(super) fn share(merged: &mut Merged) {
    merged.copies.sort_by_key(|copy| copy.prefix.matches('.').count());
    while let Some((kept, dropped)) = same_copies(merged) {
        unite(merged, &kept, &dropped);
    }
}

fn same_copies(merged: &Merged) -> Option<(String, String)> {
    let pairs =
        merged.copies.iter().enumerate().flat_map(|(n, one)| merged.copies[n + 1..].iter().map(move |c| (one, c)));
    let could_be = pairs.filter(|(one, other)| one.path == other.path && one.prefix != other.prefix);
    let mut same = could_be.filter(|(one, other)| define_the_same(merged, &one.prefix, &other.prefix));
    same.next().map(|(one, other)| (one.prefix.clone(), other.prefix.clone()))
}

fn define_the_same(merged: &Merged, one: &str, other: &str) -> bool {
    let (ones, others) = (items_under(merged, one), items_under(merged, other));
    ones.len() == others.len() && ones.iter().zip(others).all(|(first, second)| is_same_item(first, second, other, one))
}

fn items_under<'m>(merged: &'m Merged, prefix: &str) -> Vec<&'m Item> {
    merged.items.iter().filter(|part| is_under(&part.instance, prefix)).map(|part| &part.item).collect()
}

/// Whether two items say the same once the names of the second have the prefix of the first.
fn is_same_item(first: &Item, second: &Item, from: &str, to: &str) -> bool {
    let mut second = second.clone();
    second.for_each_name(&mut |name| rename(name, from, to));
    (&first.kind, &first.source, &first.note) == (&second.kind, &second.source, &second.note)
}

fn unite(merged: &mut Merged, kept: &str, dropped: &str) {
    merged.items.retain(|part| !is_under(&part.instance, dropped));
    merged.copies.retain(|copy| !is_under(&copy.prefix, dropped));
    for part in &mut merged.items {
        part.item.for_each_name(&mut |name| rename(name, dropped, kept));
    }
    let exported = std::mem::take(&mut merged.exported).into_iter();
    merged.exported = exported.map(|name| renamed(&name, dropped, kept).unwrap_or(name)).collect();
    drop_sections(merged, dropped);
}

/// Removes the headings of a copy; items keep theirs.
fn drop_sections(merged: &mut Merged, dropped: &str) {
    let mut positions = Vec::new();
    let mut kept = 0;
    for section in &merged.sections {
        positions.push(kept);
        kept += usize::from(!is_under(&section.instance, dropped));
    }
    merged.items.iter_mut().for_each(|Part { item, .. }| item.section = positions[item.section]);
    merged.sections.retain(|section| !is_under(&section.instance, dropped));
}

fn is_under(instance: &str, prefix: &str) -> bool {
    instance.strip_prefix(prefix).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

fn rename(name: &mut Name, from: &str, to: &str) {
    if let Some(new) = renamed(&name.text, from, to) {
        name.text = new;
    }
}

fn renamed(name: &str, from: &str, to: &str) -> Option<Arc<str>> {
    let rest = name.strip_prefix(from)?.strip_prefix('.')?;
    Some(format!("{to}.{rest}").into())
}
