//! Year, currency and scale of the headline results. They change no result, only how it is shown.

use super::columns::{
    CURRENCY_ROW, LABEL, LABEL_WIDTH, LAST_SCALE_ROW, LIST, RATE_ROW, SCALE_ROW, SCALES, VALUE, YEAR_ROW,
};
use crate::book::stored_layout::{WorkbookVersion, members};
use crate::draw::address::{fixed, member_list};
use crate::draw::cached_value::CachedValue;
use crate::draw::canvas::Canvas;
use crate::draw::cell_style::CellStyle;
use crate::draw::pen::Pen;
use crate::draw::results::result_table::ResultTable;
use crate::draw::writer::{DataValidation, XlsxError};
use sg3_calc::present::unit;
use sg3_lang::model::{DimensionId, DisplayScale};

/// Draws them, and gives the dimension of time along which results go.
pub(super) fn draw_display(pen: &mut Pen, tables: &[ResultTable]) -> Result<Option<DimensionId>, XlsxError> {
    let canvas = pen.canvas;
    pen.write_words(YEAR_ROW - 1, LABEL, "Display of the results below", &canvas.styles.subtitle)?;
    draw_scales(pen)?;
    let time = time(canvas, tables);
    if let Some((dimension, count)) = time {
        draw_year(pen, dimension, count)?;
    }
    draw_choice(
        pen,
        CURRENCY_ROW,
        "Name of the currency",
        canvas.currency().unwrap_or("money"),
        "the currency of the data, or another",
    )?;
    let label = canvas.translate("Currency of the data for one unit of that currency");
    pen.write_label(RATE_ROW, LABEL, &label, LABEL_WIDTH)?;
    pen.page.write_number_with_format(RATE_ROW, VALUE, 1.0, &canvas.styles.choice)?;
    draw_choice(pen, SCALE_ROW, "Amounts of money in", opening_scale(canvas).0, "")?;
    let names = format!("{}:{}", fixed(YEAR_ROW, LIST), fixed(LAST_SCALE_ROW, LIST));
    restrict(pen, SCALE_ROW, &names)?;
    Ok(time.map(|(dimension, _)| dimension))
}

/// The scale in which the sheet opens: that which the model declares for the first amount of money that the decision is about.
pub(super) fn opening_scale(canvas: &Canvas) -> (&'static str, f64) {
    let headlines = canvas.material.model.quantities.iter().filter(|quantity| quantity.headline);
    let first = headlines.into_iter().find(|quantity| unit::is_amount(quantity));
    let declared = first.filter(|_| canvas.material.version >= WorkbookVersion::Third).and_then(|first| first.shown);
    match declared.map(|display| display.scale) {
        Some(DisplayScale::Thousands) => SCALES[1],
        Some(DisplayScale::Millions) => SCALES[2],
        _ => SCALES[0],
    }
}

/// The dimension of time along which results go, with how many members it has.
pub(super) fn time(canvas: &Canvas, tables: &[ResultTable]) -> Option<(DimensionId, usize)> {
    tables.iter().find_map(|table| {
        let block = canvas.book.block(table.block);
        let across = block.across?;
        let dimension = block.axes[across].dimension;
        canvas.material.model.dimension(dimension).step.is_some().then_some((dimension, block.shape[across]))
    })
}

/// The year, and beside it its position among all years.
fn draw_year(pen: &mut Pen, dimension: DimensionId, count: usize) -> Result<(), XlsxError> {
    let canvas = pen.canvas;
    let list = canvas.book.list(dimension).expect("its members are listed");
    let years = member_list(list, members::NUMBER);
    let label = &canvas.material.model.dimension(dimension).label;
    pen.write_words(YEAR_ROW, LABEL, label, &canvas.styles.label)?;
    let first = canvas.numbers.number(dimension, 0);
    pen.page.write_number_with_format(YEAR_ROW, VALUE, first, &canvas.styles.choice)?;
    restrict(pen, YEAR_ROW, &years)?;
    let position = format!("MATCH({},{years},0)", fixed(YEAR_ROW, VALUE));
    pen.write_formula((YEAR_ROW, VALUE + 1), &position, CachedValue::Number(1.0), &canvas.styles.number)?;
    let words = canvas.material.language.fill("of {count}", &[("count", &*count.to_string())]);
    pen.write_verbatim(YEAR_ROW, VALUE + 2, &words, &canvas.styles.source)
}

/// Lets a cell accept what stands in a range.
fn restrict(pen: &mut Pen, row: u32, range: &str) -> Result<(), XlsxError> {
    let allowed =
        DataValidation::new().allow_list_formula(pen.canvas.translate_formula(&format!("={range}")).as_str().into());
    pen.page.add_data_validation(row, VALUE, row, VALUE, &allowed)?;
    Ok(())
}

fn draw_choice(pen: &mut Pen, row: u32, label: &str, word: &str, note: &str) -> Result<(), XlsxError> {
    let canvas = pen.canvas;
    pen.write_mark(row, CellStyle::Entry)?;
    pen.write_label(row, LABEL, &canvas.translate(label), LABEL_WIDTH)?;
    pen.write_verbatim(row, VALUE, &canvas.translate_briefly(word), &canvas.styles.choice)?;
    pen.write_words(row, VALUE + 1, note, &canvas.styles.source)
}

fn draw_scales(pen: &mut Pen) -> Result<(), XlsxError> {
    let canvas = pen.canvas;
    pen.write_heading(YEAR_ROW - 1, LIST, &["Amounts in", "Units"])?;
    for (row, (word, units)) in (YEAR_ROW..).zip(SCALES) {
        pen.write_verbatim(row, LIST, &canvas.translate_briefly(word), &canvas.styles.label)?;
        pen.page.write_number_with_format(row, LIST + 1, units, &canvas.styles.count)?;
    }
    Ok(())
}
