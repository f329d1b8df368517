//! Attributes of an element.

use crate::refusal::Refusal;
use quick_xml::escape::unescape;
use quick_xml::events::BytesStart;
use std::borrow::Cow;

/// The raw value of an attribute.
pub(crate) fn read_attribute<'e>(element: &'e BytesStart<'_>, name: &str) -> Result<Option<Cow<'e, str>>, Refusal> {
    read_attributes(element, [name]).map(|[value]| value)
}

/// The raw values of some attributes. All are looked at: of two of one name, readers take different ones.
pub(crate) fn read_attributes<'e, const N: usize>(
    element: &'e BytesStart<'_>,
    names: [&str; N],
) -> Result<[Option<Cow<'e, str>>; N], Refusal> {
    let mut found = [const { None }; N];
    for attribute in element.attributes() {
        let attribute = attribute.map_err(|e| Refusal::damaged(format!("has an element with bad attributes ({e})")))?;
        // The XML reader takes what stands between two attributes without a space for the name of the second.
        if attribute.key.as_ref().starts_with('=') {
            return Err(Refusal::damaged("has an element with bad attributes"));
        }
        if let Some(place) = names.iter().position(|name| *name == attribute.key.as_ref()) {
            found[place] = Some(attribute.value);
        }
    }
    Ok(found)
}

/// The value of an attribute by its local name, unescaped; of several the last, as the workbook reader takes it.
pub(crate) fn find_unescaped(element: &BytesStart<'_>, local_name: &str) -> Option<String> {
    let attributes = element.attributes().flatten();
    let found = attributes.filter(|attribute| attribute.key.local_name().as_ref() == local_name).last()?;
    unescape(&found.value).ok().map(std::borrow::Cow::into_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_attribute_given_twice_is_damage() {
        let twice = BytesStart::from_content("c r=\"A1\" r=\"B1\"", 1);
        assert_eq!(read_attribute(&twice, "s").unwrap_err().slug, "damaged-workbook");
        let joined = BytesStart::from_content("c r=\"A1\"=s=\"3\"", 1);
        assert_eq!(read_attribute(&joined, "t").unwrap_err().slug, "damaged-workbook");
        let once = BytesStart::from_content("c r=\"A1\"", 1);
        assert_eq!(read_attribute(&once, "r").unwrap().as_deref(), Some("A1"));
    }
}
