//! A picture of a table: lines over the years, bars where there are none.

use super::chart_kind::{ChartKind, MOST_LINES};
use super::columns::{LABEL, NAME, VALUES};
use super::result_table::ResultTable;
use crate::book::Block;
use crate::draw::canvas::Canvas;
use crate::draw::number_format::number_format;
use crate::draw::row_units::row_unit;
use crate::draw::writer::{
    Chart, ChartAxisCrossing, ChartAxisLabelPosition, ChartFont, ChartFormat, ChartLegendPosition, ChartLine,
    ChartMarker, ChartMarkerType, ChartSolidFill, ChartType, Color, Worksheet, XlsxError,
};
use sg3_workbook::write::palette::{GRID, SERIES, SERIES_BEFORE};

/// Every line has a marker of its own too, for black-and-white print.
const MARKERS: [ChartMarkerType; MOST_LINES] = [
    ChartMarkerType::Circle,
    ChartMarkerType::Square,
    ChartMarkerType::Triangle,
    ChartMarkerType::Diamond,
    ChartMarkerType::X,
    ChartMarkerType::LongDash,
    ChartMarkerType::Star,
    ChartMarkerType::ShortDash,
];

/// Draws the chart of a result below its table.
pub(super) fn draw_chart(
    canvas: &Canvas,
    page: &mut Worksheet,
    table: &ResultTable,
    kind: ChartKind,
) -> Result<(), XlsxError> {
    let block = canvas.book.block(table.block);
    let sheet = &*canvas.sheet_name(NAME);
    let mut chart = match kind {
        ChartKind::Lines => lines(sheet, table, block),
        ChartKind::Bars => bars(sheet, table, block),
    };
    let unit = row_unit(canvas, block, &block.place_of(0, 0));
    set_style(&mut chart, kind, &format!("{}, {unit}", block.title));
    let figures =
        canvas.translate_format(&number_format(canvas.material.model, block, &block.values, canvas.display(block)));
    match kind {
        ChartKind::Lines => chart.y_axis().set_num_format(figures),
        ChartKind::Bars => chart.x_axis().set_num_format(figures),
    };
    if kind == ChartKind::Bars && !block.values.iter().any(|value| *value < 0.0) {
        // a bar that does not begin at nothing makes a small difference look large
        chart.x_axis().set_min(0);
    }
    chart.set_height(kind.rows(table.rows) * 20 - 12);
    chart.set_alt_text(canvas.material.language.fill("{label} as it is now", &[("label", &*block.title)]));
    page.insert_chart(table.chart_row(), LABEL, &chart)?;
    Ok(())
}

fn lines(sheet: &str, table: &ResultTable, block: &Block) -> Chart {
    let mut chart = Chart::new(ChartType::Line);
    let last = VALUES + block.columns() as u16 - 1;
    let head = table.heading();
    for row in 0..block.rows() {
        let at = table.now(row, 0).0;
        let colour = SERIES[row % SERIES.len()];
        let mut marker = ChartMarker::new();
        marker.set_type(MARKERS[row % MARKERS.len()]).set_size(6);
        chart
            .add_series()
            .set_name((sheet, at, LABEL))
            .set_categories((sheet, head, VALUES, head, last))
            .set_values((sheet, at, VALUES, at, last))
            .set_marker(&marker)
            .set_format(ChartFormat::new().set_line(ChartLine::new().set_color(Color::RGB(colour)).set_width(2.0)));
    }
    chart
}

fn bars(sheet: &str, table: &ResultTable, block: &Block) -> Chart {
    let mut chart = Chart::new(ChartType::Bar);
    let (first, last) = (table.now(0, 0).0, table.now(block.rows() - 1, 0).0);
    for (offset, colour) in [(0, SERIES[0]), (1, SERIES_BEFORE)] {
        let fill = ChartSolidFill::new().set_color(Color::RGB(colour)).clone();
        chart
            .add_series()
            .set_name((sheet, table.heading(), VALUES + offset))
            .set_categories((sheet, first, LABEL, last, LABEL))
            .set_values((sheet, first, VALUES + offset, last, VALUES + offset))
            .set_gap(60)
            .set_format(ChartFormat::new().set_solid_fill(&fill));
    }
    chart
        .y_axis()
        .set_reverse()
        .set_crossing(ChartAxisCrossing::Max)
        .set_label_interval(1)
        .set_label_position(ChartAxisLabelPosition::Low);
    chart
}

fn set_style(chart: &mut Chart, kind: ChartKind, title: &str) {
    let mut font = ChartFont::new();
    font.set_name("Arial").set_size(9);
    let mut strong = font.clone();
    strong.set_bold().set_size(11);
    let mut grid = ChartLine::new();
    grid.set_color(Color::RGB(GRID)).set_width(0.75);
    chart.title().set_name(title).set_font(&strong).set_overlay(false);
    chart.legend().set_position(ChartLegendPosition::Right).set_font(&font);
    chart.x_axis().set_font(&font).set_major_gridlines(false);
    chart.y_axis().set_font(&font).set_major_gridlines(kind == ChartKind::Lines).set_major_gridlines_line(&grid);
    if kind == ChartKind::Bars {
        chart.x_axis().set_major_gridlines(true).set_major_gridlines_line(&grid);
    }
    chart.chart_area().set_format(ChartFormat::new().set_no_border());
    chart.set_width(860);
}
