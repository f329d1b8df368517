//! Which container and which format a file has, by its content; its name decides nothing.

use crate::refusal::Refusal;

/// The workbook formats that are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    /// Office Open XML, also with macros (.xlsm).
    Xlsx,
    /// Office Open XML with binary parts.
    Xlsb,
    /// Excel 5 to 2003.
    Xls,
    /// OpenDocument.
    Ods,
}

/// What holds the parts of a workbook together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Container {
    Zip,
    Compound,
}

const ZIP: &[u8] = b"PK\x03\x04";

const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// The container, by the first bytes.
pub(crate) fn container(bytes: &[u8]) -> Result<Container, Refusal> {
    match bytes {
        [] => Err(Refusal::not_a_workbook("the file is empty")),
        _ if bytes.starts_with(ZIP) => Ok(Container::Zip),
        _ if bytes.starts_with(COMPOUND) => Ok(Container::Compound),
        _ => Err(Refusal::not_a_workbook(looks_like(bytes))),
    }
}

/// The format of a zip file, by the names of its entries in small letters.
pub(crate) fn zip_format(names: &[String]) -> Result<Format, Refusal> {
    let has = |name: &str| names.iter().any(|n| n == name);
    let within = |folder: &str| names.iter().any(|n| n.starts_with(folder));
    match () {
        () if has("xl/workbook.bin") => Ok(Format::Xlsb),
        () if has("_rels/.rels") && names.iter().any(|n| n.ends_with("workbook.xml")) => Ok(Format::Xlsx),
        () if has("mimetype") && has("content.xml") => Ok(Format::Ods),
        () if within("word/") => Err(Refusal::not_a_workbook("the file is a text document")),
        () if within("ppt/") => Err(Refusal::not_a_workbook("the file is a presentation")),
        () => Err(Refusal::not_a_workbook("the file is an archive that does not contain a workbook")),
    }
}

fn looks_like(bytes: &[u8]) -> &'static str {
    let start = bytes.trim_ascii_start();
    if start.starts_with(b"%PDF") {
        return "the file is a PDF document";
    }
    if start.starts_with(b"<") || start.starts_with(b"\xEF\xBB\xBF<") {
        return "the file is a web or XML page with the name of a workbook";
    }
    let plain = bytes.iter().take(4096).all(|b| matches!(b, 9 | 10 | 13 | 32..));
    if plain && std::str::from_utf8(&bytes[..bytes.len().min(1024)]).is_ok() {
        "the file is plain text"
    } else {
        "the file is of an unknown type"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_decides() {
        assert_eq!(container(b"PK\x03\x04rest").unwrap(), Container::Zip);
        assert_eq!(container(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1").unwrap(), Container::Compound);
        assert_eq!(container(b"a;b\r\n1;2").unwrap_err().message, "the file is plain text");
        assert_eq!(
            container(b"<html>").unwrap_err().message,
            "the file is a web or XML page with the name of a workbook"
        );
        assert_eq!(container(&[0, 1, 2]).unwrap_err().slug, "not-a-workbook");
    }
}
