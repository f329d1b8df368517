//! Relations: how a part of an Office file names the parts that it needs.

use crate::formats::xml::attributes::find_unescaped;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// That a part needs another, which it calls by an id of its own.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Relation {
    pub(crate) id: String,
    pub(crate) kind: String,
    pub(crate) target: String,
    /// Whether the target is another file.
    pub(crate) is_outside: bool,
}

/// All relations of a part.
pub(crate) fn read_relations(part: &[u8]) -> Vec<Relation> {
    let mut relations = Vec::new();
    let mut reader = Reader::from_reader(part);
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Start(element) | Event::Empty(element) if element.local_name().as_ref() == "Relationship" => {
                relations.push(read_relation(&element));
            }
            Event::Eof => break,
            _ => {}
        }
    }
    relations
}

fn read_relation(element: &BytesStart<'_>) -> Relation {
    let [id, kind, target, mode] =
        ["Id", "Type", "Target", "TargetMode"].map(|name| find_unescaped(element, name).unwrap_or_default());
    Relation { id, kind, target, is_outside: mode == "External" }
}

/// The target of a relation by its name; of several of that name the last, as the workbook reader takes it.
pub(crate) fn find_target<'a>(relations: &'a [Relation], id: &str) -> Option<&'a str> {
    relations.iter().rev().find(|relation| relation.id == id).map(|relation| &*relation.target)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_unescaped() {
        let part = br#"<Relationships><Relationship Id="rId1" Type="t/externalLinkPath" Target="A&amp;B.xlsx" TargetMode="External"/></Relationships>"#;
        let expected = Relation {
            id: "rId1".into(),
            kind: "t/externalLinkPath".into(),
            target: "A&B.xlsx".into(),
            is_outside: true,
        };
        assert_eq!(read_relations(part), [expected]);
    }
}
