//! Examples as workbooks.

use crate::catalogue::Example;
use crate::written::Written;
use sg3_lang::model::QuantityId;
use sg3_language::Language;
use sg3_live::{Book, Material};

pub(crate) fn of(example: &Example) -> &[u8] {
    &with_book(example).1
}

/// The workbook as it is read.
pub(crate) fn written(example: &Example) -> &Written {
    example.written.get_or_init(|| Written::of(of(example)))
}

/// The workbook, and which cell holds what.
pub(crate) fn with_book(example: &Example) -> &(Book, Vec<u8>) {
    example.book.get_or_init(|| made(example))
}

/// The same, anew.
pub(crate) fn made(example: &Example) -> (Book, Vec<u8>) {
    made_in(example, &Language::default())
}

/// What its workbook is made from.
pub(crate) fn material<'e>(example: &'e Example, language: &'e Language) -> Material<'e> {
    let Example { model, sources, inputs, results, .. } = example;
    Material::of(model, sources, inputs, results, language)
}

/// The same for readers of a language; the example has the words of its model in it already.
pub(crate) fn made_in(example: &Example, language: &Language) -> (Book, Vec<u8>) {
    let (material, Example { model, results, .. }) = (material(example, language), example);
    let wanted: Vec<QuantityId> = model.quantity_ids().filter(|id| results.array(*id).is_some()).collect();
    let book = sg3_live::build_book(material, &wanted, true)
        .unwrap_or_else(|obstacle| panic!("{}: {obstacle:?}", example.name));
    let bytes =
        sg3_live::write_workbook(&book, material, &sg3_live::Provenance::default()).expect("results fit on a sheet");
    if std::env::var_os("KEEP").is_some() {
        let name: String = example.name.chars().map(|c| if c.is_alphanumeric() { c } else { '_' }).collect();
        std::fs::write(format!("/tmp/live/{name}.xlsx"), &bytes).expect("a folder to keep workbooks in");
    }
    (book, bytes)
}
