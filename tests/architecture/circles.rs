//! Files need each other in one direction, but for those that truly call each other in turn.

use crate::all_modules;
use crate::modules::{Arrows, Module, Modules};
use petgraph::algo::tarjan_scc;
use petgraph::graphmap::DiGraphMap;
use std::collections::BTreeSet;

/// Circles of files, each in order of names.
fn circles(arrows: &Arrows) -> Vec<Vec<usize>> {
    let graph: DiGraphMap<usize, ()> = DiGraphMap::from_edges(arrows.keys().copied());
    tarjan_scc(&graph).into_iter().filter(|circle| circle.len() > 1).collect()
}

/// Files that may stand in a circle, from the list of them.
fn allowed() -> BTreeSet<String> {
    let text = include_str!("mutual_recursion.md");
    text.lines().filter_map(|line| Some(line.strip_prefix("* `")?.split_once('`')?.0.to_owned())).collect()
}

/// What ties a circle, for whoever is to open it.
fn ties(circle: &[usize], arrows: &Arrows, modules: &[Module]) -> String {
    let within = arrows.iter().filter(|((from, to), _)| circle.contains(from) && circle.contains(to));
    let lines = within.map(|((from, to), names)| {
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        format!("  {} -> {}: {}\n", modules[*from].file, modules[*to].file, names.join(", "))
    });
    lines.collect()
}

#[test]
fn files_need_each_other_in_one_direction() {
    let modules = all_modules();
    let arrows = Modules::of(&modules).arrows();
    assert!(arrows.len() > modules.len(), "imports are read");
    let allowed = allowed();
    let is_allowed = |circle: &Vec<usize>| circle.iter().all(|file| allowed.contains(&modules[*file].file));
    let circles = circles(&arrows);
    let found: String = circles
        .iter()
        .filter(|circle| !is_allowed(circle))
        .map(|circle| ties(circle, &arrows, &modules) + "\n")
        .collect();
    assert!(found.is_empty(), "circles of files:\n{found}");
    let circled: BTreeSet<&String> = circles.iter().flatten().map(|file| &modules[*file].file).collect();
    let idle: Vec<&String> = allowed.iter().filter(|file| !circled.contains(file)).collect();
    assert!(idle.is_empty(), "in `mutual_recursion.md`, and in no circle: {idle:?}");
    assert!(allowed.len() <= 30, "{} files in circles; 30 are bearable", allowed.len());
}

#[test]
fn a_planted_circle_is_found() {
    let modules = all_modules();
    let mut arrows = Modules::of(&modules).arrows();
    let before = circles(&arrows).iter().flatten().count();
    let is_one_way = |(from, to): &&(usize, usize)| !arrows.contains_key(&(*to, *from));
    let (from, to) = *arrows.keys().find(is_one_way).expect("most arrows");
    arrows.entry((to, from)).or_default().insert("planted".to_owned());
    assert!(circles(&arrows).iter().flatten().count() > before);
}
