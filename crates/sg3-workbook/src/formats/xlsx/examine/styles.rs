//! Cell formats: the workbook reader gives each its own copy of the font's name and the format code.

use crate::formats::xml::Handler;
use crate::limits;
use crate::refusal::Refusal;
use quick_xml::events::BytesStart;
use quick_xml::name::QName;

/// Counts the formats and measures the longest text that each might copy.
#[derive(Default)]
pub(crate) struct StyleHandler {
    count: u64,
    longest_code: u64,
    longest_font: u64,
}

impl Handler for StyleHandler {
    fn start_element(&mut self, name: &str, element: &BytesStart<'_>) -> Result<(), Refusal> {
        let length = element.len() as u64;
        match name {
            "xf" => self.count += 1,
            "numFmt" => self.longest_code = self.longest_code.max(length),
            "name" | "rFont" => self.longest_font = self.longest_font.max(length),
            _ => return Ok(()),
        }
        if self.count > limits::FORMATS {
            return Err(Refusal::hostile(format!("has more than {} cell formats", limits::FORMATS)));
        }
        let copies = self.count * (self.longest_code + self.longest_font);
        if copies > limits::FORMAT_BYTES {
            return Err(Refusal::hostile("has format codes or font names without end"));
        }
        Ok(())
    }

    fn take_text(&mut self, _: &str) -> Result<(), Refusal> {
        Ok(())
    }

    fn end_element(&mut self, _: &str, _: QName<'_>) -> Result<(), Refusal> {
        Ok(())
    }
}
