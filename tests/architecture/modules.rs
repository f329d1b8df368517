//! Files as modules, and from which file each takes what.

use crate::imports::Imports;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// `sg3_form`, `layout`, `key`.
pub(crate) type ModulePath = Vec<String>;

/// A file.
pub(crate) struct Module {
    pub path: ModulePath,
    /// Below `crates/`.
    pub file: String,
    pub lines: usize,
    pub imports: Imports,
}

impl Module {
    pub(crate) fn read(crate_name: &str, source: &Path, file: &Path) -> Module {
        let text = fs::read_to_string(file).expect("a file of a crate");
        let inner = file.strip_prefix(source).expect("it is below it").with_extension("");
        let steps = inner.iter().map(|step| step.to_string_lossy().into_owned());
        let path = std::iter::once(crate_name.replace('-', "_")).chain(steps.filter(|step| step != "lib")).collect();
        let within = file.strip_prefix(crate::crates()).expect("it is below it");
        let imports = Imports::read(&text);
        Module { path, file: within.to_string_lossy().replace('\\', "/"), lines: text.lines().count(), imports }
    }
}

/// From which file to which, with the names taken.
pub(crate) type Arrows = BTreeMap<(usize, usize), BTreeSet<String>>;

/// All modules by their paths.
pub(crate) struct Modules<'m> {
    pub all: &'m [Module],
    by_path: BTreeMap<&'m [String], usize>,
}

/// Where a path leads: a file, and what of it, or nothing for the file itself.
type Target = (usize, Option<String>);

/// No chain of names that are handed on is longer.
const LONGEST_CHAIN: usize = 8;

impl<'m> Modules<'m> {
    pub(crate) fn of(all: &'m [Module]) -> Modules<'m> {
        let by_path = all.iter().enumerate().map(|(number, module)| (&*module.path, number)).collect();
        Modules { all, by_path }
    }

    /// Every arrow from a file to the file that defines what it takes; names that are handed on lead to where they are defined.
    pub(crate) fn arrows(&self) -> Arrows {
        let mut arrows = Arrows::new();
        for from in 0..self.all.len() {
            for (to, name) in self.taken(from).into_iter().filter(|(to, _)| *to != from) {
                arrows.entry((from, to)).or_default().insert(name);
            }
        }
        arrows
    }

    fn taken(&self, from: usize) -> Vec<(usize, String)> {
        let imports = &self.all[from].imports;
        let by_use = imports.uses.iter().filter(|item| !item.is_public).map(|item| &item.path);
        let written = by_use.chain(&imports.paths).filter_map(|path| self.resolve(from, path, 0));
        written.filter_map(|(to, name)| Some((to, name?))).collect()
    }

    /// Where a path that is written in a file leads.
    fn resolve(&self, from: usize, path: &[String], chain: usize) -> Option<Target> {
        let own = &self.all[from].path;
        let (head, rest) = path.split_first()?;
        let absolute: ModulePath = match &**head {
            "crate" => [&own[..1], rest].concat(),
            "self" => [&own[..], rest].concat(),
            "super" => {
                let up = path.iter().take_while(|step| *step == "super").count();
                [&own[..own.len().checked_sub(up)?], &path[up..]].concat()
            }
            _ if self.by_path.contains_key(&path[..1]) => path.to_vec(),
            _ if self.by_path.contains_key(&*[&own[..], &path[..1]].concat()) => [&own[..], path].concat(),
            _ => return self.by_name(from, path, chain),
        };
        self.locate(&absolute, chain)
    }

    /// A path that begins with a module that the file has brought in.
    fn by_name(&self, from: usize, path: &[String], chain: usize) -> Option<Target> {
        let (head, rest) = path.split_first()?;
        let mut modules = self.all[from].imports.uses.iter().filter(|item| item.name == *head && !rest.is_empty());
        modules.find_map(|item| {
            if chain == LONGEST_CHAIN || item.path == path {
                return None;
            }
            let target = self.resolve(from, &[&item.path[..], rest].concat(), chain + 1)?;
            target.1.is_some().then_some(target)
        })
    }

    /// The longest module that a path leads through, and the name behind it.
    fn locate(&self, path: &[String], chain: usize) -> Option<Target> {
        let longest = (1..=path.len()).rev().find_map(|end| Some((end, *self.by_path.get(&path[..end])?)));
        let (end, module) = longest?;
        match path.get(end) {
            Some(name) => Some(self.handed_on(module, &path[end..], chain).unwrap_or((module, Some(name.clone())))),
            None => Some((module, None)),
        }
    }

    /// Where a name is defined that a module hands on.
    fn handed_on(&self, module: usize, names: &[String], chain: usize) -> Option<Target> {
        let imports = &self.all[module].imports;
        if chain == LONGEST_CHAIN || imports.items.contains(&names[0]) {
            return None;
        }
        let item = imports.uses.iter().find(|item| item.is_public && item.name == names[0])?;
        let target = self.resolve(module, &[&item.path[..], &names[1..]].concat(), chain + 1)?;
        // a function may bear the name of its module
        Some((target.0, Some(target.1.unwrap_or_else(|| names[0].clone()))))
    }
}
