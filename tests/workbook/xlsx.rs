//! Office Open XML sheets.

use crate::{number, read, refused};
use sg3_tests::build::{sheet, xlsx, xlsx_with};
use sg3_workbook::{Content, Formula, Workbook};

#[test]
fn both_corners_of_the_grid_are_two_cells() {
    let rows = "<row r='1'><c r='A1'><v>1</v></c></row><row r='1048576'><c r='XFD1048576'><v>2</v></c></row>";
    assert_eq!(read(xlsx(rows)).unwrap(), (vec![number("A1", 1.0), number("XFD1048576", 2.0)], vec![]));
}

#[test]
fn a_lying_dimension_does_no_harm() {
    let part = "<worksheet><dimension ref='A1:XFD1048576'/><sheetData><row r='1'><c r='A1'><v>1</v></c></row></sheetData></worksheet>";
    assert_eq!(read(xlsx_with(part, &[])).unwrap().0, [number("A1", 1.0)]);
}

#[test]
fn cells_that_no_sheet_has_are_refused_by_sheet_and_cell() {
    for cell in ["ZZZZZZZ1", "XFE1", "A99999999999", "A1048577", "A0", "A4294967297", "AAAAAAAAAAAAAAAA1", "1A", ""] {
        let refusal = refused(xlsx(&format!("<row r='1'><c r='{cell}'><v>1</v></c></row>")));
        assert_eq!(
            (refusal.slug, refusal.sheet.as_deref(), refusal.cell.as_deref()),
            ("hostile-workbook", Some("S"), Some(cell))
        );
    }
    for row in ["0", "99999999999", "4294967297", "1048577"] {
        let refusal = refused(xlsx(&format!("<row r='{row}'><c><v>1</v></c></row>")));
        assert_eq!((refusal.slug, refusal.cell), ("hostile-workbook", Some(format!("row {row}"))));
    }
}

#[test]
fn a_row_too_many_without_numbers_is_refused() {
    let rows = "<row r='1048576'><c><v>1</v></c></row><row><c><v>1</v></c></row>";
    assert_eq!(refused(xlsx(rows)).cell.as_deref(), Some("row 1048577"));
}

#[test]
fn strings_that_are_announced_and_not_there_are_refused() {
    for count in ["4294967295", "18446744073709551615", "100000"] {
        let strings = format!("<sst count='1' uniqueCount='{count}'><si><t>a</t></si></sst>");
        let bytes = xlsx_with(
            &sheet("<row r='1'><c r='A1' t='s'><v>0</v></c></row>"),
            &[("xl/sharedStrings.xml", strings.as_bytes())],
        );
        assert_eq!(refused(bytes).slug, "hostile-workbook", "{count}");
    }
}

#[test]
fn the_strings_are_found_wherever_the_file_puts_them() {
    let root = "<Relationships><Relationship Id='r' Type='x/relationships/officeDocument' Target='b/workbook.xml'/></Relationships>";
    let strings = "<sst uniqueCount='4294967295'><si><t>a</t></si></sst>";
    let bytes = xlsx_with(&sheet(""), &[("_rels/.rels", root.as_bytes()), ("b/SHAREDSTRINGS.XML", strings.as_bytes())]);
    assert_eq!(refused(bytes).slug, "hostile-workbook");
}

#[test]
fn a_string_that_is_not_there_is_damage() {
    let refusal = refused(xlsx("<row r='1'><c r='A1'><v>1</v></c><c r='B1' t='s'><v>7</v></c></row>"));
    assert_eq!(
        (refusal.slug, refusal.sheet.as_deref(), refusal.cell.as_deref()),
        ("damaged-workbook", Some("S"), Some("A1"))
    );
}

#[test]
fn shared_formulas_may_have_any_number() {
    let rows = "<row r='1'><c r='A1'><f t='shared' si='4294967295' ref='A1:A2'>B1*2</f><v>1</v></c></row>\
                <row r='2'><c r='A2'><f t='shared' si='4294967295'/><v>2</v></c><c r='B2'><f t='shared' si='9'/><v>3</v></c></row>";
    let mut book = Workbook::open(xlsx(rows), "a.xlsx").unwrap();
    let mut formulas = Vec::new();
    book.read(0, |cell| formulas.push(cell.formula.unwrap().text)).unwrap();
    assert_eq!(formulas, [Some("B1*2".to_owned()), Some("B2*2".to_owned()), None]);
}

#[test]
fn document_types_are_refused_whatever_they_would_do() {
    let laughs = "<!DOCTYPE l [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;'>]>";
    let outside = "<!DOCTYPE l [<!ENTITY c SYSTEM 'file:///etc/passwd'>]>";
    for kind in [laughs, outside] {
        let part = kind.to_owned() + &sheet("<row r='1'><c r='A1' t='str'><v>&c;</v></c></row>");
        let refusal = refused(xlsx_with(&part, &[]));
        assert_eq!(refusal.slug, "hostile-workbook");
        assert!(refusal.message.contains("xl/worksheets/sheet1.xml"), "{refusal}");
    }
}

#[test]
fn depth_and_attributes_without_end() {
    let deep = format!("<row r='1'>{}{}</row>", "<r>".repeat(200_000), "</r>".repeat(200_000));
    assert_eq!(refused(xlsx(&deep)).slug, "hostile-workbook");
    let attributes: String = (0..50_000).map(|n| format!(" a{n}='1'")).collect();
    assert_eq!(
        read(xlsx(&format!("<row r='1'{attributes}><c r='A1'><v>1</v></c></row>"))).unwrap().0,
        [number("A1", 1.0)]
    );
}

#[test]
fn of_a_cell_given_twice_the_first_is_read_and_the_rest_found() {
    let rows = "<row r='1'><c r='A1'><v>1</v></c><c r='B1'><v>9</v></c><c r='A1'><v>2</v></c></row><row r='1'><c r='A1'><v>3</v></c></row>";
    let (cells, findings) = read(xlsx(rows)).unwrap();
    assert_eq!(cells, [number("A1", 1.0), number("B1", 9.0)]);
    let found: Vec<_> = findings.iter().map(|f| (f.slug, f.sheet.as_str(), f.cell.as_str())).collect();
    assert_eq!(found, [("cell-given-twice", "S", "A1"); 2]);
}

#[test]
fn an_attribute_given_twice_is_damage() {
    assert_eq!(refused(xlsx("<row r='1'><c r='A1' r='B1'><v>1</v></c></row>")).slug, "damaged-workbook");
}

#[test]
fn odd_values_are_what_they_are() {
    let rows = "<row r='1'><c r='A1'><v>NaN</v></c><c r='B1'><v>1e999</v></c><c r='C1'><v>1,5</v></c><c r='D1' t='e'><v>#REF!</v></c>\
                <c r='E1'><f>1+1</f></c><c r='F1' t='b'><v>1</v></c><c r='G1'/><c r='H1' t='e'><f>X()</f><v>#SPILL!</v></c><c r='I1'><v>8</v></c></row>";
    let (cells, findings) = read(xlsx(rows)).unwrap();
    let contents: Vec<_> = cells.into_iter().map(|(_, content)| content).collect();
    let error = |text: &str| Content::Error(text.to_owned());
    let text = Content::Text("1,5".to_owned());
    let expected = [
        error("NaN"),
        error("inf"),
        text,
        error("#REF!"),
        Content::Empty,
        Content::YesNo(true),
        error("#SPILL!"),
        Content::Number(8.0),
    ];
    assert_eq!(contents, expected);
    let found: Vec<_> = findings.iter().map(|f| format!("{} {}", f.cell, f.slug)).collect();
    assert_eq!(found, ["A1 number-not-finite", "B1 number-not-finite"]);
}

#[test]
fn errors_of_new_programs_keep_their_place() {
    let rows = "<row r='3'><c r='B3' t='e'><v>#CALC!</v></c><c r='D3' t='e'><v>#N/A</v></c><c r='F3' t='e'><v>#FIELD!</v></c></row>";
    let cells = read(xlsx(rows)).unwrap().0;
    let expected = [("S!B3", "#CALC!"), ("S!D3", "#N/A"), ("S!F3", "#FIELD!")];
    assert_eq!(cells, expected.map(|(cell, error)| (cell.to_owned(), Content::Error(error.to_owned()))));
}

#[test]
fn a_cell_without_address_behind_an_error_of_a_new_program_keeps_its_place() {
    let rows = "<row><c t='e'><v>#CALC!</v></c></row><row><c t='e'><v>#CALC!</v></c><c r='C2'><v>1</v></c><c><v>2</v></c></row>";
    let cells: Vec<_> = read(xlsx(rows)).unwrap().0.into_iter().map(|(cell, _)| cell).collect();
    assert_eq!(cells, ["S!A1", "S!A2", "S!C2", "S!D2"]);
    let behind = read(xlsx("<row><c t='e'><v>#CALC!</v></c><c><v>2</v></c></row>")).unwrap().0;
    assert_eq!(behind[1], number("B1", 2.0));
}

#[test]
fn a_text_longer_than_a_cell_is_found() {
    let rows = format!("<row r='1'><c r='A1' t='inlineStr'><is><t>{}</t></is></c></row>", "x".repeat(32_768));
    let findings = read(xlsx(&rows)).unwrap().1;
    assert_eq!((findings[0].slug, findings[0].to_string().split(':').next()), ("text-too-long", Some("S!A1")));
}

#[test]
fn links_to_other_files_keep_the_name() {
    let book = "<workbook xmlns:r='r'><sheets><sheet name='S' sheetId='1' r:id='rId1'/></sheets>\
                <externalReferences><externalReference r:id='rId2'/></externalReferences></workbook>";
    let relations = "<Relationships><Relationship Id='rId1' Type='x/worksheet' Target='worksheets/sheet1.xml'/>\
                     <Relationship Id='rId2' Type='x/externalLink' Target='externalLinks/externalLink1.xml'/></Relationships>";
    let link = "<Relationships><Relationship Id='rId1' Type='x/externalLinkPath' Target='Budget%202024.xlsx' TargetMode='External'/></Relationships>";
    let more: [(&str, &[u8]); 4] = [
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", relations.as_bytes()),
        ("xl/externalLinks/externalLink1.xml", b"<externalLink/>"),
        ("xl/externalLinks/_rels/externalLink1.xml.rels", link.as_bytes()),
    ];
    let mut book = Workbook::open(
        xlsx_with(&sheet("<row r='1'><c r='A1'><f>[1]Costs!B2+1</f><v>3</v></c></row>"), &more),
        "a.xlsx",
    )
    .unwrap();
    let mut formulas = Vec::new();
    book.read(0, |cell| formulas.extend(cell.formula)).unwrap();
    assert_eq!(formulas, [Formula { text: Some("[1]Costs!B2+1".into()), files: vec!["Budget%202024.xlsx".into()] }]);
}

#[test]
fn relations_to_nowhere_are_damage() {
    for target in ["media/image1.png", "../../etc/passwd", "worksheets/none.xml", ""] {
        let relations =
            format!("<Relationships><Relationship Id='rId1' Type='x/worksheet' Target='{target}'/></Relationships>");
        let bytes = xlsx_with(
            &sheet(""),
            &[("xl/_rels/workbook.xml.rels", relations.as_bytes()), ("xl/media/image1.png", b"<x")],
        );
        assert_eq!(refused(bytes).slug, "damaged-workbook", "{target}");
    }
}

#[test]
fn names_from_the_file_cannot_write_on_the_terminal() {
    let book =
        "<workbook xmlns:r='r'><sheets><sheet name='&#27;[2J&#10;' sheetId='1' r:id='rId1'/></sheets></workbook>";
    let bytes =
        xlsx_with(&sheet("<row r='1'><c r='ZZZZ1'><v>1</v></c></row>"), &[("xl/workbook.xml", book.as_bytes())]);
    assert!(!refused(bytes).to_string().contains(['\u{1b}', '\n']));
}

#[test]
fn two_sheets_of_one_name_are_refused() {
    let book =
        "<workbook xmlns:r='r'><sheets><sheet name='S' r:id='rId1'/><sheet name='S' r:id='rId1'/></sheets></workbook>";
    let refusal = refused(xlsx_with(&sheet(""), &[("xl/workbook.xml", book.as_bytes())]));
    assert_eq!((refusal.slug, refusal.sheet.as_deref()), ("damaged-workbook", Some("S")));
}

#[test]
fn hidden_rows_and_columns_are_told() {
    let part = "<worksheet><sheetFormatPr zeroHeight='1'/><cols><col min='2' max='3' hidden='1'/><col min='9' max='9' width='0'/>\
                <col min='0' max='99999999' hidden='1'/></cols><sheetData><row r='2' hidden='1'/><row hidden='true'/><row r='7' ht='0'/></sheetData></worksheet>";
    let hidden = Workbook::open(xlsx_with(part, &[]), "a.xlsx").unwrap().hidden(0);
    assert_eq!((hidden.rows.as_slice(), hidden.columns.as_slice()), (&[1..=2, 6..=6][..], &[1..=2, 8..=8][..]));
    assert!(hidden.other_rows && hidden.hides_column(2) && !hidden.hides_column(3));
}
