//! A figure as a person names it: `tariff[urban]`, `share[from = a, to = b]`.

/// A name and the members between its brackets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// The quantity, as typed: it may not be one of the model's.
    pub name: String,
    /// Members, each with the name of its axis if that was said.
    pub indices: Vec<(Option<String>, String)>,
}

impl Figure {
    /// Reads the text; nothing if brackets do not match.
    pub fn parse(text: &str) -> Option<Figure> {
        let text = text.trim();
        let Some((name, rest)) = text.split_once('[') else {
            return (!text.is_empty() && !text.contains(']')).then(|| Figure { name: text.into(), indices: vec![] });
        };
        let inside = rest.strip_suffix(']')?;
        Some(Figure { name: name.trim().into(), indices: inside.split(',').map(index).collect() })
    }

    /// A key for each axis, where one was given; nothing if an index fits no axis.
    ///
    /// Named indices go to their axis, the others fill the remaining axes in order.
    pub(crate) fn keys(&self, axes: &[&str]) -> Option<Vec<Option<String>>> {
        let mut keys = vec![None; axes.len()];
        for (axis, key) in self.indices.iter().filter_map(|(axis, key)| Some((axis.as_ref()?, key))) {
            *keys.get_mut(axes.iter().position(|name| name == axis)?)? = Some(key.clone());
        }
        for (_, key) in self.indices.iter().filter(|(axis, _)| axis.is_none()) {
            *keys.iter_mut().find(|slot| slot.is_none())? = Some(key.clone());
        }
        Some(keys)
    }
}

fn index(text: &str) -> (Option<String>, String) {
    match text.split_once('=') {
        Some((axis, key)) => (Some(axis.trim().to_owned()), unquote(key)),
        None => (None, unquote(text)),
    }
}

fn unquote(text: &str) -> String {
    text.trim().trim_matches('"').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn named_indices_go_to_their_axis() {
        let figure = Figure::parse("x[to = b, \"A 1\"]").expect("well formed");
        assert_eq!(figure.keys(&["from", "to"]), Some(vec![Some("A 1".into()), Some("b".into())]));
        assert_eq!(figure.keys(&["from"]), None);
    }

    #[test]
    fn brackets_must_match() {
        assert_eq!(Figure::parse("x[a"), None);
        assert_eq!(Figure::parse("x]"), None);
        assert_eq!(Figure::parse("wacc").map(|figure| figure.indices.len()), Some(0));
    }
}
