//! Cell formats: the reader gives each its own copy of the font's name and the format code.

use crate::formats::xml::Watch;
use crate::limits;
use crate::refusal::Refusal;
use quick_xml::events::BytesStart;
use quick_xml::name::QName;

/// Counts the formats and measures the longest text that each might copy.
#[derive(Default)]
pub(crate) struct Formats {
    count: u64,
    code: u64,
    font: u64,
}

impl Watch for Formats {
    fn open(&mut self, name: &str, element: &BytesStart<'_>) -> Result<(), Refusal> {
        let length = element.len() as u64;
        match name {
            "xf" => self.count += 1,
            "numFmt" => self.code = self.code.max(length),
            "name" | "rFont" => self.font = self.font.max(length),
            _ => return Ok(()),
        }
        if self.count > limits::FORMATS {
            return Err(Refusal::hostile(format!("has more than {} cell formats", limits::FORMATS)));
        }
        let copies = self.count * (self.code + self.font);
        if copies > limits::FORMAT_BYTES {
            Err(Refusal::hostile("has format codes or font names without end"))
        } else {
            Ok(())
        }
    }

    fn text(&mut self, _: &str) -> Result<(), Refusal> {
        Ok(())
    }

    fn close(&mut self, _: &str, _: QName<'_>) -> Result<(), Refusal> {
        Ok(())
    }
}
