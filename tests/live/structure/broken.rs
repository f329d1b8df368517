//! Workbooks that break one rule each: what does not find them checks nothing.

use super::faults;
use crate::catalogue::tour;
use crate::{book, planted};

/// Which parts, what is replaced there, by what, and what is said of it.
const BROKEN: [(&str, &str, &str, &str); 29] = [
    ("xl/worksheets/sheet1.xml", "</worksheet>", "</worksheets>", "sheet1.xml"),
    ("xl/worksheets/sheet1.xml", "<worksheet ", "<!DOCTYPE a><worksheet ", "document type"),
    ("[Content_Types].xml", "/xl/worksheets/sheet2.xml", "/xl/worksheets/sheet99.xml", "sheet2.xml has no type"),
    ("xl/_rels/workbook.xml.rels", "worksheets/sheet3.xml", "worksheets/sheet33.xml", "leads to"),
    ("xl/_rels/workbook.xml.rels", "Id=\"rId2\"", "Id=\"rId1\"", "twice"),
    ("xl/workbook.xml", "r:id=\"rId2\"", "r:id=\"rId222\"", "no relation"),
    ("xl/workbook.xml", "name=\"Map\"", "name=\"about\"", "cannot be called"),
    ("xl/workbook.xml", "name=\"Map\"", "name=\"Map?\"", "cannot be called"),
    ("xl/workbook.xml", "name=\"_xlnm.Print_Titles\"", "name=\"AB12\"", "nothing can be named"),
    ("xl/workbook.xml", "name=\"_xlnm.Print_Titles\"", "name=\"two words\"", "nothing can be named"),
    ("xl/workbook.xml", ">About!$1", ">Gone!$1", "names what is not there"),
    ("xl/styles.xml", "fontId=\"1\"", "fontId=\"9999\"", "fontId 9999"),
    ("xl/styles.xml", "<fonts count=\"", "<fonts count=\"9", "are said to be"),
    ("xl/styles.xml", "formatCode=\"", "formatCode=\"&quot;", "is no format"),
    ("xl/worksheets/sheet6.xml", " s=\"1\"", " s=\"9999\"", "has the look 9999"),
    ("xl/worksheets/sheet6.xml", "t=\"s\"><v>", "t=\"s\"><v>99999", "holds"),
    ("xl/worksheets/sheet6.xml", "t=\"s\"><v>", "t=\"n\"><v>x", "holds"),
    ("xl/worksheets/sheet6.xml", "<row r=\"2\"", "<row r=\"1\"", "not in order"),
    ("xl/worksheets/sheet6.xml", "<c r=\"B2\"", "<c r=\"XFE2\"", "not in order"),
    ("xl/worksheets/sheet6.xml", "customHeight=\"1\"", "customHeight=\"1\" outlineLevel=\"8\"", "too deep"),
    ("xl/worksheets/sheet6.xml", "location=\"", "location=\"X", "leads to"),
    ("xl/worksheets/sheet6.xml", "<f>", "<f>(", "not closed"),
    ("xl/worksheets/sheet6.xml", "<f>", "<f>Gone!A1+", "a sheet that is not there"),
    ("xl/worksheets/sheet6.xml", "<f>", "<f>NORM.DIST(1,0,1,TRUE)+", "under another name"),
    ("xl/worksheets/sheet6.xml", "<f>", "<f>#REF!+", "lost what it read"),
    ("xl/worksheets/sheet6.xml", "<f>", "<f>=", "begins with a sign"),
    (
        "xl/worksheets/sheet1.xml",
        "<mergeCell ref=\"",
        "<mergeCell ref=\"A1:C90\"/><mergeCell ref=\"",
        "cannot be merged",
    ),
    ("xl/worksheets/sheet3.xml", "<formula1>", "<formula1>LONG", "is asked of"),
    ("xl/worksheets/sheet3.xml", "dxfId=\"", "dxfId=\"99", "a condition has the look"),
];

#[test]
fn what_breaks_a_rule_is_found() {
    let whole = book::of(tour());
    for (part, from, to, said) in BROKEN {
        let to = to.replace("LONG", &"A".repeat(256));
        let found = faults(&planted::replaced(whole, part, from, &to));
        let is_found = found.iter().any(|fault| fault.contains(said));
        assert!(is_found, "{part}, {from} by {to}: {found:?}");
    }
}

#[test]
fn formulas_that_are_too_much_are_found() {
    let whole = book::of(tour());
    let long = format!("<f>{}+", "1+".repeat(4_096));
    let deep = format!("<f>{}1{}+", "(".repeat(65), ")".repeat(65));
    let wide = format!("<f>SUM(1{})+", ",1".repeat(255));
    for (to, said) in [(long, "too long"), (deep, "too deep"), (wide, "too many arguments")] {
        let found = faults(&planted::replaced(whole, "xl/worksheets/sheet6.xml", "<f>", &to));
        assert!(found.iter().any(|fault| fault.contains(said)), "{said}: {found:?}");
    }
}

#[test]
fn elements_in_another_order_are_found() {
    let whole = book::of(tour());
    let foot = "<headerFooter>";
    let found = faults(&planted::replaced(whole, "xl/worksheets/sheet6.xml", foot, "<pageMargins/><headerFooter>"));
    assert!(found.iter().any(|fault| fault.contains("stands behind")), "{found:?}");
}
