//! Members by what people write for them: code or label, in any case, with stray spaces.

use crate::values::text::fold_case;
use sg3_calc::MemberEntry;
use sg3_calc::present::members;
use sg3_lang::Model;
use sg3_lang::diagnostic::near_miss;
use sg3_lang::member_ranges::ranges_of_keys;
use sg3_lang::model::DimensionId;
use sg3_language::BETWEEN;
use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// The members of a dimension.
pub struct Matcher {
    /// Made when something is first looked for.
    by_words: OnceCell<HashMap<String, Option<Arc<str>>>>,
    keys: Vec<Arc<str>>,
    labels: Vec<String>,
}

/// The members of every dimension of which this workbook or the model knows them.
pub struct Matchers {
    known: HashMap<DimensionId, Matcher>,
}

impl Matchers {
    /// The members that the model lists.
    pub fn of_model(model: &Model, synonyms: &[(DimensionId, Arc<str>, String)]) -> Matchers {
        let mut matchers = Matchers { known: HashMap::new() };
        for dimension in (0..model.dimensions.len() as u32).map(DimensionId) {
            let Some(members) = members::known(model, dimension) else { continue };
            let own = members.into_iter().map(|member| (member.key, member.label));
            let others = synonyms.iter().filter(|(of, ..)| *of == dimension);
            let others = others.map(|(_, key, words)| (key.clone(), words.clone()));
            matchers.known.insert(dimension, Matcher::of(own.chain(others)));
        }
        matchers
    }

    /// Adds the members that a workbook lists.
    pub fn add(&mut self, dimension: DimensionId, entries: &[MemberEntry]) {
        let here = entries.iter().filter(|entry| entry.dimension == dimension);
        self.known.insert(dimension, Matcher::of(here.map(|entry| (entry.key.clone(), entry.label.clone()))));
    }

    /// The members of a dimension; nothing if another workbook lists them.
    pub fn get(&self, dimension: DimensionId) -> Option<&Matcher> {
        self.known.get(&dimension)
    }
}

impl Matcher {
    fn of(members: impl Iterator<Item = (Arc<str>, String)>) -> Matcher {
        let (keys, labels): (Vec<Arc<str>>, Vec<String>) = members.unzip();
        Matcher { by_words: OnceCell::new(), keys, labels }
    }

    /// Words with what they name. Keys in any case win over labels, and keys as they are over both.
    fn index(&self) -> HashMap<String, Option<Arc<str>>> {
        let mut index = index_unambiguous(self.labels.iter().map(|label| fold_case(label)).zip(&self.keys));
        index.extend(index_unambiguous(self.keys.iter().map(|key| fold_case(key)).zip(&self.keys)));
        index.extend(self.keys.iter().map(|key| (key.to_string(), Some(key.clone()))));
        index
    }

    /// The key of the member that the words name.
    pub fn find(&self, words: &str) -> Option<Arc<str>> {
        let exact = self.by_words.get_or_init(|| self.index()).get(words).cloned().flatten();
        // Of a form in two languages, `Calls / Appels` names what either names.
        exact
            .or_else(|| self.find_folded(words))
            .or_else(|| words.split(BETWEEN).find_map(|part| self.find_folded(part)))
    }

    fn find_folded(&self, words: &str) -> Option<Arc<str>> {
        self.by_words.get_or_init(|| self.index()).get(&fold_case(words)).cloned().flatten()
    }

    /// Whether words are the name of a member, or of several that are called alike.
    pub fn is_name(&self, words: &str) -> bool {
        self.by_words.get_or_init(|| self.index()).contains_key(&fold_case(words))
    }

    /// What to do about words that name no member.
    pub fn remedy(&self, words: &str) -> Option<String> {
        let latin = replace_look_alikes(&fold_case(words));
        let twin = self.keys.iter().find(|key| fold_case(key) == latin);
        let twin = twin.map(|key| format!("some letters only resemble those of `{key}`: type it again"));
        let known = self.keys.iter().map(|key| &**key).chain(self.labels.iter().map(String::as_str));
        twin.or_else(|| near_miss(words, known)).or_else(|| self.list_known())
    }

    fn list_known(&self) -> Option<String> {
        const FEW: usize = 8;
        let mut seen = HashSet::new();
        // a member that is called something in other languages is known once
        let known: Vec<&Arc<str>> = self.keys.iter().filter(|key| seen.insert(*key)).collect();
        let known = ranges_of_keys(known.into_iter().map(|key| &**key));
        let keys: Vec<String> = known.iter().take(FEW).map(|key| format!("`{key}`")).collect();
        let more = if known.len() > FEW { ", ..." } else { "" };
        (!keys.is_empty()).then(|| format!("known: {}{more}", keys.join(", ")))
    }
}

/// Words with the one member that they name; none if there are two.
fn index_unambiguous<'a>(pairs: impl Iterator<Item = (String, &'a Arc<str>)>) -> HashMap<String, Option<Arc<str>>> {
    let mut found: HashMap<String, Option<Arc<str>>> = HashMap::new();
    for (words, key) in pairs {
        let entry = found.entry(words).or_insert_with(|| Some(key.clone()));
        *entry = entry.take().filter(|other| other == key);
    }
    found
}

/// Latin letters for the Cyrillic and Greek ones that look the same.
fn replace_look_alikes(words: &str) -> String {
    const PAIRS: [(&str, &str); 2] = [("асеорхукмтвніјѕ", "aceopxykmtbhijs"), ("αορνικτχυ", "aopviktxu")];
    let mut latin = words.to_owned();
    for (from, to) in PAIRS {
        latin = latin
            .chars()
            .map(|letter| from.chars().zip(to.chars()).find(|(other, _)| *other == letter).map_or(letter, |(_, to)| to))
            .collect();
    }
    latin
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matcher() -> Matcher {
        let members = [("voice", "Calls"), ("data", "Broad band"), ("v2", "Calls")];
        Matcher::of(members.into_iter().map(|(key, label)| (key.into(), label.to_owned())))
    }

    #[test]
    fn codes_and_labels_name_a_member_in_any_case() {
        assert_eq!(matcher().find("Voice").as_deref(), Some("voice"));
        assert_eq!(matcher().find(" broad  BAND").as_deref(), Some("data"));
    }

    #[test]
    fn a_label_of_two_members_names_neither() {
        assert_eq!(matcher().find("Calls"), None);
    }

    #[test]
    fn what_is_unknown_is_told_by_its_likeness() {
        assert_eq!(matcher().remedy("vioce").unwrap(), "did you mean `voice`?");
        assert!(matcher().remedy("dаtа").unwrap().contains("resemble"), "Cyrillic а");
        assert_eq!(matcher().remedy("quite other").unwrap(), "known: `voice`, `data`, `v2`");
    }
}
