//! What the cell styles of OpenDocument show of a number. They stand in the part before the sheets.

use crate::formats::xml::attributes::read_attribute;
use crate::number_format::{Shown, words};
use crate::refusal::Refusal;
use quick_xml::events::BytesStart;
use std::collections::HashMap;

/// The number formats and cell styles met so far.
#[derive(Default)]
pub(crate) struct NumberStyles {
    /// The number format that is open: its name, the power of ten of its places, the words beside the number.
    open: Option<(String, i8, String)>,
    is_in_words: bool,
    formats: HashMap<String, Shown>,
    cells: HashMap<String, Shown>,
}

impl NumberStyles {
    /// Takes an element that may be part of a style.
    pub(crate) fn start_element(&mut self, element: &BytesStart<'_>) -> Result<(), Refusal> {
        match element.name().as_ref() {
            "number:number-style" | "number:currency-style" => {
                self.open = read_attribute(element, "style:name")?.map(|name| (name.into_owned(), 0, String::new()));
            }
            "number:percentage-style" => self.add_format(element, Shown::Percent)?,
            "number:time-style" => self.add_format(element, Shown::Time)?,
            "number:number" => {
                let factor = read_attribute(element, "number:display-factor")?;
                let power = factor.and_then(|factor| factor.parse::<f64>().ok()).map_or(0, find_power);
                self.open.iter_mut().for_each(|(_, scale, _)| *scale = -power);
            }
            "number:text" | "number:currency-symbol" => self.is_in_words = true,
            "style:style" => self.add_cell_style(element)?,
            _ => {}
        }
        Ok(())
    }

    fn add_format(&mut self, element: &BytesStart<'_>, shown: Shown) -> Result<(), Refusal> {
        self.formats.extend(read_attribute(element, "style:name")?.map(|name| (name.into_owned(), shown)));
        Ok(())
    }

    fn add_cell_style(&mut self, element: &BytesStart<'_>) -> Result<(), Refusal> {
        let format = read_attribute(element, "style:data-style-name")?;
        let shown = format.and_then(|format| self.formats.get(&*format).copied());
        if let (Some(name), Some(shown)) = (read_attribute(element, "style:name")?, shown) {
            self.cells.insert(name.into_owned(), shown);
        }
        Ok(())
    }

    /// Takes the words of a number format.
    pub(crate) fn take_text(&mut self, text: &str) {
        if let (true, Some((_, _, words))) = (self.is_in_words, &mut self.open) {
            *words += text;
        }
    }

    /// Takes the end of an element.
    pub(crate) fn end_element(&mut self, name: &str) {
        match name {
            "number:text" | "number:currency-symbol" => self.is_in_words = false,
            "number:number-style" | "number:currency-style" => {
                let open = self.open.take();
                let shown = |power, words: &str| Shown::of_scale(power + words::find_scale(words));
                self.formats.extend(open.map(|(name, power, words)| (name, shown(power, &words))));
            }
            _ => {}
        }
    }

    /// What a cell style shows of a number.
    pub(crate) fn find(&self, style: &str) -> Shown {
        self.cells.get(style).copied().unwrap_or_default()
    }
}

/// 3 of a factor of 1000.
fn find_power(factor: f64) -> i8 {
    (1..=12).find(|power| format!("1e{power}").parse() == Ok(factor)).unwrap_or(0)
}
