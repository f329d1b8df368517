//! The parts of a workbook as trees of elements.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// Parts by name.
pub(crate) type Parts = BTreeMap<String, Element>;

/// An element with what is in it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Element {
    pub name: String,
    pub attributes: BTreeMap<String, String>,
    pub children: Vec<Element>,
    pub text: String,
}

impl Element {
    /// An attribute that has to be there, or nothing.
    pub(crate) fn get(&self, attribute: &str) -> &str {
        self.attributes.get(attribute).map_or("", String::as_str)
    }

    /// An attribute that is a whole number.
    pub(crate) fn number(&self, attribute: &str) -> Option<usize> {
        self.attributes.get(attribute)?.parse().ok()
    }

    pub(crate) fn child(&self, name: &str) -> Option<&Element> {
        self.children.iter().find(|child| child.name == name)
    }

    /// Children of a child: `all("sheetData", "row")`.
    pub(crate) fn all<'e>(&'e self, list: &str, name: &'e str) -> impl Iterator<Item = &'e Element> {
        let children = self.child(list).into_iter().flat_map(|list| &list.children);
        children.filter(move |child| child.name == name)
    }

    /// Everything below of a name.
    pub(crate) fn below(&self, name: &str) -> Vec<&Element> {
        let own = self.children.iter().filter(|child| child.name == name);
        own.chain(self.children.iter().flat_map(|child| child.below(name))).collect()
    }
}

/// All parts, or what is wrong with the package or its XML.
pub(crate) fn parts(bytes: &[u8]) -> Result<Parts, String> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| error.to_string())?;
    let mut parts = Parts::new();
    for number in 0..archive.len() {
        let mut part = archive.by_index(number).map_err(|error| error.to_string())?;
        let name = part.name().expect("a name").into_owned();
        let mut content = Vec::new();
        part.read_to_end(&mut content).map_err(|error| format!("{name}: {error}"))?;
        let tree = tree(&content).map_err(|error| format!("{name}: {error}"))?;
        if parts.insert(name.clone(), tree).is_some() {
            return Err(format!("{name} is there twice"));
        }
    }
    Ok(parts)
}

fn tree(content: &[u8]) -> Result<Element, String> {
    let mut reader = Reader::from_reader(content);
    reader.config_mut().check_end_names = true;
    let mut open = vec![Element::default()];
    loop {
        match reader.read_event().map_err(|error| error.to_string())? {
            Event::Start(start) => open.push(element(&start)?),
            Event::Empty(start) => {
                let element = element(&start)?;
                open.last_mut().expect("the root").children.push(element);
            }
            Event::End(_) => {
                let element = open.pop().expect("what is closed was opened");
                open.last_mut().ok_or("more is closed than was opened")?.children.push(element);
            }
            Event::Text(text) => open.last_mut().expect("the root").text += &text.xml10_content(),
            Event::GeneralRef(name) => {
                let letter = format!("&{};", name.as_ref());
                open.last_mut().expect("the root").text += &unescaped(&letter)?;
            }
            Event::DocType(_) => return Err("a document type is declared".to_owned()),
            Event::Eof => break,
            _ => {}
        }
    }
    let mut root = open.pop().filter(|_| open.is_empty()).ok_or("an element is not closed")?;
    if root.children.len() == 1 { Ok(root.children.remove(0)) } else { Err("there is not one root".to_owned()) }
}

fn element(start: &BytesStart) -> Result<Element, String> {
    let mut attributes = BTreeMap::new();
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|error| error.to_string())?;
        attributes.insert(attribute.key.as_ref().to_owned(), unescaped(&attribute.value)?);
    }
    Ok(Element { name: start.name().as_ref().to_owned(), attributes, ..Element::default() })
}

fn unescaped(text: &str) -> Result<String, String> {
    quick_xml::escape::unescape(text).map(std::borrow::Cow::into_owned).map_err(|error| error.to_string())
}
