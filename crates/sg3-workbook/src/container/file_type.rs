//! Which container and which format a file has, by its content; its name decides nothing.

use super::compound;
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

const ZIP_SIGNATURE: &[u8] = b"PK\x03\x04";

/// The container, by the first bytes.
pub(crate) fn detect_container(bytes: &[u8]) -> Result<Container, Refusal> {
    match bytes {
        [] => Err(Refusal::not_a_workbook("the file is empty")),
        _ if bytes.starts_with(ZIP_SIGNATURE) => Ok(Container::Zip),
        _ if bytes.starts_with(&compound::layout::SIGNATURE) => Ok(Container::Compound),
        _ => Err(Refusal::not_a_workbook(describe_other(bytes))),
    }
}

/// The format of a zip file, by the names of its entries in small letters.
pub(crate) fn detect_zip_format(names: &[String]) -> Result<Format, Refusal> {
    match () {
        () if has_name(names, "xl/workbook.bin") => Ok(Format::Xlsb),
        () if has_name(names, "_rels/.rels") && names.iter().any(|name| name.ends_with("workbook.xml")) => {
            Ok(Format::Xlsx)
        }
        () if has_name(names, "mimetype") && has_name(names, "content.xml") => Ok(Format::Ods),
        () if has_name(names, "encrypted-package") => Err(Refusal::encrypted()),
        () if has_folder(names, "word/") => Err(Refusal::not_a_workbook("the file is a text document")),
        () if has_folder(names, "ppt/") => Err(Refusal::not_a_workbook("the file is a presentation")),
        () => Err(Refusal::not_a_workbook("the file is an archive that does not contain a workbook")),
    }
}

fn has_name(names: &[String], name: &str) -> bool {
    names.iter().any(|other| other == name)
}

fn has_folder(names: &[String], folder: &str) -> bool {
    names.iter().any(|name| name.starts_with(folder))
}

/// What a file that is no workbook seems to be.
fn describe_other(bytes: &[u8]) -> &'static str {
    let start = bytes.trim_ascii_start();
    if start.starts_with(b"%PDF") {
        return "the file is a PDF document";
    }
    if start.starts_with(b"<") || start.starts_with(b"\xEF\xBB\xBF<") {
        return "the file is a web or XML page with the name of a workbook";
    }
    // A letter of several bytes may be cut in two at the end of what is looked at, but hardly in a text in one of our languages.
    let has_no_control = bytes.iter().take(4096).all(|byte| matches!(byte, 9 | 10 | 13 | 32..));
    if has_no_control && std::str::from_utf8(&bytes[..bytes.len().min(1024)]).is_ok() {
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
        assert_eq!(detect_container(b"PK\x03\x04rest").unwrap(), Container::Zip);
        assert_eq!(detect_container(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1").unwrap(), Container::Compound);
        assert_eq!(detect_container(b"a;b\r\n1;2").unwrap_err().message, "the file is plain text");
        assert_eq!(
            detect_container(b"<html>").unwrap_err().message,
            "the file is a web or XML page with the name of a workbook"
        );
        assert_eq!(detect_container(&[0, 1, 2]).unwrap_err().slug, "not-a-workbook");
    }
}
