//! Which crate uses which, and who alone names an outside library, as the manifests have it.

use crate::{crate_names, crates};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

/// What each crate of ours may use of ours; whatever that uses in turn, too.
const MAY_USE: [(&str, &[&str]); 10] = [
    ("sg3-lang", &[]),
    ("sg3-language", &["sg3-lang"]),
    ("sg3-calc", &["sg3-lang"]),
    ("sg3-workbook", &[]),
    ("sg3-form", &["sg3-calc", "sg3-language", "sg3-workbook"]),
    ("sg3-mapping", &["sg3-form"]),
    ("sg3-live", &["sg3-calc", "sg3-language", "sg3-workbook"]),
    ("sg3-report", &["sg3-calc", "sg3-language"]),
    ("sg3-session", &["sg3-mapping", "sg3-live", "sg3-report"]),
    ("sg3-cli", &["sg3-session"]),
];

/// Libraries of which few may know.
const NAMED_BY: [(&str, &[&str]); 5] = [
    ("calamine", &["sg3-workbook"]),
    ("rust_xlsxwriter", &["sg3-workbook", "sg3-form", "sg3-mapping", "sg3-live"]),
    ("clap", &["sg3-cli"]),
    ("tempfile", &["sg3-cli"]),
    ("nalgebra", &["sg3-calc"]),
];

fn dependencies(name: &str) -> BTreeSet<String> {
    let text = fs::read_to_string(crates().join(name).join("Cargo.toml")).expect("a manifest");
    let manifest: toml::Table = text.parse().expect("a manifest in TOML");
    let table = manifest.get("dependencies").and_then(toml::Value::as_table);
    table.into_iter().flat_map(toml::Table::keys).cloned().collect()
}

/// All that a crate may use.
fn reachable(name: &str, allowed: &BTreeMap<&str, &[&str]>) -> BTreeSet<String> {
    let direct = allowed.get(name).copied().unwrap_or_default();
    let further = direct.iter().flat_map(|other| reachable(other, allowed));
    direct.iter().map(|other| (*other).to_owned()).chain(further).collect()
}

#[test]
fn crates_depend_one_way() {
    let allowed: BTreeMap<&str, &[&str]> = MAY_USE.into_iter().collect();
    for name in crate_names() {
        assert!(allowed.contains_key(&*name), "`{name}` has no place in the order of crates");
        let own = dependencies(&name).into_iter().filter(|other| other.starts_with("sg3-"));
        let wrong: Vec<String> = own.filter(|other| !reachable(&name, &allowed).contains(other)).collect();
        assert!(wrong.is_empty(), "`{name}` must know nothing of {wrong:?}");
    }
}

#[test]
fn outside_libraries_are_named_where_they_belong() {
    for (library, users) in NAMED_BY {
        let naming: Vec<String> =
            crate_names().into_iter().filter(|name| dependencies(name).contains(library)).collect();
        assert!(naming.iter().all(|name| users.contains(&&**name)), "{library} is named by {naming:?}");
        assert!(!naming.is_empty(), "nobody names {library} any more");
    }
}
