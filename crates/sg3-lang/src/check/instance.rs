//! Used documents, copied into their host: names get a prefix, what is bound becomes a definition, what then varies
//! along `over` gets that axis. After this step there is one list of items, and `use` means nothing any more.

use super::known_constants::PRELUDE;
use super::library::{Library, LibraryDocument};
use super::merged::{Copied, Merged, Part};
use super::repeat::{ask_about_others, lift};
use super::share::share;
use crate::ast::{Body, Expression, Item, ItemKind, Name, Role, Use};
use crate::diagnostic::{Diagnostic, Diagnostics, near_miss};
use crate::model::{Section, SourceLibrary};
use crate::parse;
use crate::source::{FileId, Sources};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The document and all it uses, with the units and constants that every model knows.
pub(super) fn merge(sources: &mut Sources, file: FileId, library: Library, diagnostics: &mut Diagnostics) -> Merged {
    let mut merging = Merging { sources, library, diagnostics, path: Vec::new(), libraries: Vec::new() };
    let mut merged = merging.document(file);
    merged.libraries = std::mem::take(&mut merging.libraries);
    share(&mut merged);
    merging.add_prelude(&mut merged);
    merged
}

struct Merging<'a, 'l> {
    sources: &'a mut Sources,
    library: Library<'l>,
    diagnostics: &'a mut Diagnostics,
    /// Documents being merged, to find those that use each other.
    path: Vec<String>,
    /// The libraries that used documents are of.
    libraries: Vec<SourceLibrary>,
}

impl Merging<'_, '_> {
    fn document(&mut self, file: FileId) -> Merged {
        self.path.push(self.sources.get(file).name.clone());
        let document = parse(self.sources, file, self.diagnostics);
        let sections = document.sections.into_iter();
        let sections =
            sections.map(|s| Section { level: s.level, title: s.title, prose: s.prose, instance: String::new() });
        let mut merged = Merged {
            provenance: document.provenance,
            sections: sections.collect(),
            unread: document.unread,
            ..Merged::default()
        };
        let (uses, items): (Vec<Item>, Vec<Item>) =
            document.items.into_iter().partition(|item| matches!(item.kind, ItemKind::Use(_)));
        merged.items = items.into_iter().map(|item| Part { item, instance: String::new() }).collect();
        for item in &uses {
            let ItemKind::Use(used) = &item.kind else { continue };
            match self.instance(used, &merged) {
                Some(instance) => merged.append(instance),
                // what it would have been is told once, and not for each name that is read from it
                None => merged.unread.push(item.span),
            }
        }
        self.path.pop();
        merged
    }

    /// The used document under its name in the host.
    fn instance(&mut self, used: &Use, host: &Merged) -> Option<Merged> {
        let file = self.find(used)?;
        let mut document = self.document(file);
        document.items.retain(|part| !matches!(part.item.kind, ItemKind::Case(_)));
        let renames = renames(used, &document);
        self.complain_of_unknown_bindings(used, &document);
        bind(used, &mut document, &renames);
        if lift(used, &mut document, host, &renames) {
            ask_about_others(used, &document).into_iter().for_each(|question| self.diagnostics.add(question));
        }
        document.put_under(&used.name.text);
        document.copies.push(Copied { path: used.path.text.clone(), prefix: used.name.text.to_string() });
        Some(document)
    }

    fn find(&mut self, used: &Use) -> Option<FileId> {
        let path = &used.path;
        if self.path.iter().any(|name| *name == *path.text) {
            let chain = self.path.join("` uses `");
            let message = format!("documents use each other: `{chain}` uses `{}`", path.text);
            self.diagnostics.add(Diagnostic::error("use-cycle", path.span, message));
            return None;
        }
        let Some(document) = (self.library.documents)(&path.text) else {
            let message = format!("there is no document `{}`", path.text);
            let help = "`sg3 models` lists the documents of libraries; `--library FOLDER` names one more";
            self.diagnostics.add(Diagnostic::error("unknown-document", path.span, message).help(help));
            return None;
        };
        self.accept_version(used, &document)?;
        document.edition.into_iter().for_each(|edition| SourceLibrary::add(&mut self.libraries, edition, &path.text));
        // the same name may mean another text to another model that was checked before
        let known = self.sources.find_same(&path.text, &document.text);
        Some(known.unwrap_or_else(|| self.sources.add(&*path.text, document.text)))
    }

    /// Nothing, and a message, if the document is of another version than the one that is meant.
    fn accept_version(&mut self, used: &Use, document: &LibraryDocument) -> Option<()> {
        let Some(wanted) = &used.version else { return Some(()) };
        let found = match &document.edition {
            Some(edition) if edition.is_version(&wanted.text) => return Some(()),
            Some(edition) => format!("of {edition}"),
            None => "of no library, and has no version".to_owned(),
        };
        let message = format!("`{}` is {found}", used.path.text);
        let help = "name the library of that version with `--library FOLDER`, or review the document as it is now and name its version";
        let wrong = Diagnostic::error("wrong-version", wanted.span, message);
        self.diagnostics.add(wrong.label(format!("version {} is asked for", wanted.text)).help(help));
        None
    }

    fn complain_of_unknown_bindings(&mut self, used: &Use, document: &Merged) {
        let open: Vec<&str> = document.items.iter().filter_map(|part| part.item.can_be_bound()).collect();
        for (name, _) in used.bindings.iter().filter(|(name, _)| !open.contains(&&*name.text)) {
            let message = format!("`{}` has no input or dimension `{}`", used.path.text, name.text);
            let help = near_miss(&name.text, open.iter().copied());
            self.diagnostics.add(Diagnostic::error("unknown-binding", name.span, message).maybe_help(help));
        }
    }

    /// The units that every model knows, and those of its constants that this one names.
    fn add_prelude(&mut self, merged: &mut Merged) {
        let file = self.sources.add("prelude", PRELUDE);
        let prelude = parse(self.sources, file, self.diagnostics);
        let mut named = BTreeSet::new();
        let mut defined = BTreeSet::new();
        for part in &merged.items {
            part.item.clone().for_each_name(&mut |name| named.extend([name.text.clone()]));
            defined.extend(part.item.defines().map(|name| name.text.clone()));
        }
        let section = merged.sections.len();
        let title = prelude.sections[0].title.clone();
        merged.sections.push(Section { level: 1, title, prose: String::new(), instance: "prelude".into() });
        let items = prelude.items.into_iter().filter(|item| {
            item.defines().is_none_or(|name| named.contains(&name.text) && !defined.contains(&name.text))
        });
        let items = items.map(|item| Item { section, ..item });
        merged.items.splice(0..0, items.map(|item| Part { item, instance: "prelude".into() }));
    }
}

/// New names for everything that the document defines: bound dimensions take the host's, the rest a prefix.
fn renames(used: &Use, document: &Merged) -> BTreeMap<Arc<str>, Arc<str>> {
    let mut renames = BTreeMap::new();
    for name in document.items.iter().filter_map(|part| part.item.defines()) {
        renames.insert(name.text.clone(), format!("{}.{}", used.name.text, name.text).into());
    }
    for (name, value) in &used.bindings {
        let dimension = document.items.iter().any(|part| part.item.dimension_name() == Some(&name.text));
        if let (true, Some(host)) = (dimension, value.as_name()) {
            renames.insert(name.text.clone(), host.text.clone());
        }
    }
    renames
}

/// Renames everything, drops what is bound, and defines bound inputs by the expressions of the host.
fn bind(used: &Use, document: &mut Merged, renames: &BTreeMap<Arc<str>, Arc<str>>) {
    document.items.retain(|part| {
        part.item.dimension_name().is_none_or(|name| !used.bindings.iter().any(|(n, _)| n.text == *name))
    });
    for part in &mut document.items {
        let value = part.item.defines().and_then(|name| binding_of(used, name)).cloned();
        part.item.for_each_name(&mut |name| rename(name, renames));
        if let (ItemKind::Quantity(quantity), Some(value)) = (&mut part.item.kind, value) {
            quantity.role = Role::Computed(Body::Formula(value));
        }
    }
}

fn binding_of<'u>(used: &'u Use, name: &Name) -> Option<&'u Expression> {
    used.bindings.iter().find(|(known, _)| known.text == name.text).map(|(_, value)| value)
}

fn rename(name: &mut Name, renames: &BTreeMap<Arc<str>, Arc<str>>) {
    if let Some(new) = renames.get(&name.text) {
        name.text = new.clone();
    }
}
