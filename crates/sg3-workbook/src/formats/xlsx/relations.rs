//! Relations: how a part of an Office file names the parts that it needs.

use super::package::value;
use quick_xml::Reader;
use quick_xml::events::Event;

/// One relation.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Relation {
    pub id: String,
    pub kind: String,
    pub target: String,
    /// Whether the target is another file.
    pub outside: bool,
}

/// All relations of a part.
pub(crate) fn relations(part: &[u8]) -> Vec<Relation> {
    let mut relations = Vec::new();
    let mut reader = Reader::from_reader(part);
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Start(e) | Event::Empty(e) if e.local_name().as_ref() == "Relationship" => {
                let text = |name| value(&e, name).unwrap_or_default();
                let outside = text("TargetMode") == "External";
                relations.push(Relation { id: text("Id"), kind: text("Type"), target: text("Target"), outside });
            }
            Event::Eof => break,
            _ => {}
        }
    }
    relations
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_are_unescaped() {
        let part = br#"<Relationships><Relationship Id="rId1" Type="t/externalLinkPath" Target="A&amp;B.xlsx" TargetMode="External"/></Relationships>"#;
        let expected =
            Relation { id: "rId1".into(), kind: "t/externalLinkPath".into(), target: "A&B.xlsx".into(), outside: true };
        assert_eq!(relations(part), [expected]);
    }
}
