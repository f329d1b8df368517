//! Parts, their types, and how they lead to each other.

use crate::package::{Element, Parts};
use std::collections::HashSet;

pub(super) fn check(parts: &Parts, faults: &mut Vec<String>) {
    types(parts, faults);
    for (name, part) in parts.iter().filter(|(name, _)| name.ends_with(".rels")) {
        relations(name, part, parts, faults);
    }
    for (name, part) in parts.iter().filter(|(name, _)| name.starts_with("xl/") && !name.ends_with(".rels")) {
        used(name, part, parts, faults);
    }
}

fn types(parts: &Parts, faults: &mut Vec<String>) {
    let Some(types) = parts.get("[Content_Types].xml") else {
        return faults.push("there are no content types".to_owned());
    };
    let known = |attribute: &'static str| types.children.iter().map(move |known| known.get(attribute).to_owned());
    let (named, endings): (HashSet<String>, HashSet<String>) =
        (known("PartName").collect(), known("Extension").collect());
    for name in parts.keys().filter(|name| *name != "[Content_Types].xml") {
        let ending = name.rsplit('.').next().unwrap_or_default();
        // the type that all XML has says nothing of a part
        let has_type = named.contains(&format!("/{name}")) || (ending != "xml" && endings.contains(ending));
        if !has_type {
            faults.push(format!("{name} has no type"));
        }
    }
    for name in named.iter().filter(|name| !name.is_empty() && !parts.contains_key(name.trim_start_matches('/'))) {
        faults.push(format!("{name} has a type and is not there"));
    }
}

/// Every relation leads to a part of the package.
fn relations(name: &str, part: &Element, parts: &Parts, faults: &mut Vec<String>) {
    let folder = name.rsplit_once("_rels/").map_or("", |(folder, _)| folder);
    let mut ids = HashSet::new();
    for relation in &part.children {
        if !ids.insert(relation.get("Id")) {
            faults.push(format!("{name} names {} twice", relation.get("Id")));
        }
        let path = resolved(folder, relation.get("Target"));
        if relation.get("TargetMode") == "External" || !parts.contains_key(&path) {
            faults.push(format!("{name} leads to {path}"));
        }
    }
}

/// Every relation that a part uses is among its relations.
fn used(name: &str, part: &Element, parts: &Parts, faults: &mut Vec<String>) {
    let (folder, file) = name.rsplit_once('/').unwrap_or(("", name));
    let own = parts.get(&format!("{folder}/_rels/{file}.rels"));
    let ids: HashSet<&str> = own.into_iter().flat_map(|own| &own.children).map(|relation| relation.get("Id")).collect();
    for_each(part, &mut |element| {
        let used = element.attributes.iter().filter(|(name, _)| name.starts_with("r:"));
        faults
            .extend(used.filter(|(_, id)| !ids.contains(&***id)).map(|(_, id)| format!("{name} has no relation {id}")));
    });
}

fn for_each<'e>(element: &'e Element, visit: &mut impl FnMut(&'e Element)) {
    visit(element);
    element.children.iter().for_each(|child| for_each(child, visit));
}

fn resolved(folder: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut path: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in target.split('/') {
        match part {
            ".." => drop(path.pop()),
            part => path.push(part),
        }
    }
    path.join("/")
}
