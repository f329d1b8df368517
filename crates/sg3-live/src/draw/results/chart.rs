//! A picture of a table: lines over the years, bars where there are none.

use super::table::Table;
use super::{LABEL, VALUES};
use crate::book::block::Block;
use crate::draw::Canvas;
use crate::draw::style::number::number_format;
use rust_xlsxwriter::{
    Chart, ChartAxisCrossing, ChartAxisLabelPosition, ChartFont, ChartFormat, ChartLegendPosition, ChartLine,
    ChartMarker, ChartMarkerType, ChartSolidFill, ChartType, Color, Worksheet, XlsxError,
};

/// Rows that a picture of lines covers.
const ROWS: u32 = 15;

/// More lines than this cannot be told apart.
const MOST_LINES: usize = 8;

const MOST_BARS: usize = 16;

/// Told apart by people who see colours differently; and every line has a marker of its own.
const COLOURS: [u32; MOST_LINES] =
    [0x00_44_88, 0xBB_55_66, 0xDD_AA_33, 0x00_77_66, 0x66_33_99, 0x99_99_99, 0x55_33_11, 0x33_BB_EE];

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

/// What a table is best seen as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Lines,
    Bars,
}

/// What a table is best seen as, if it is worth seeing: all of its rows in one unit, a few of them.
pub fn of(canvas: &Canvas, block: &Block) -> Option<Kind> {
    let is_number = matches!(block.kind, sg3_lang::model::Kind::Number(_));
    let units: Vec<String> =
        (0..block.rows()).map(|row| crate::draw::heading::unit_of(canvas, block, &block.place_of(row, 0))).collect();
    let is_one_unit = units.iter().all(|unit| *unit == units[0]);
    let is_seen = block.values.iter().any(|value| value.is_finite() && *value != 0.0);
    let rows = block.rows();
    let over_time =
        block.across.is_some_and(|axis| canvas.material.model.dimension(block.axes[axis].dimension).step.is_some());
    match over_time {
        _ if !is_number || !is_one_unit || !is_seen => None,
        true if rows <= MOST_LINES && block.columns() > 1 => Some(Kind::Lines),
        _ if block.columns() == 1 && (2..=MOST_BARS).contains(&rows) => Some(Kind::Bars),
        _ => None,
    }
}

/// Rows that a picture covers.
pub fn rows(kind: Kind, rows: u32) -> u32 {
    match kind {
        Kind::Lines => ROWS,
        Kind::Bars => 4 + rows * 3 / 2,
    }
}

/// Draws the picture below its table.
pub fn draw(canvas: &Canvas, page: &mut Worksheet, table: &Table, kind: Kind) -> Result<(), XlsxError> {
    let block = canvas.book.block(table.block);
    let mut chart = match kind {
        Kind::Lines => Chart::new(ChartType::Line),
        Kind::Bars => Chart::new(ChartType::Bar),
    };
    match kind {
        Kind::Lines => lines(&mut chart, table, block),
        Kind::Bars => bars(&mut chart, table, block),
    }
    let unit = crate::draw::heading::unit_of(canvas, block, &block.place_of(0, 0));
    looks(&mut chart, kind, &format!("{}, {unit}", block.title));
    let figures = number_format(canvas.material.model, block, &block.values);
    match kind {
        Kind::Lines => chart.y_axis().set_num_format(figures),
        Kind::Bars => chart.x_axis().set_num_format(figures),
    };
    chart.set_height(rows(kind, table.rows) * 20 - 12);
    chart.set_alt_text(format!("{} as it is now", block.title));
    page.insert_chart(table.picture(), LABEL, &chart)?;
    Ok(())
}

fn lines(chart: &mut Chart, table: &Table, block: &Block) {
    let last = VALUES + block.columns() as u16 - 1;
    let head = table.heading();
    for row in 0..block.rows() {
        let at = table.now(row, 0).0;
        let colour = COLOURS[row % COLOURS.len()];
        let mut marker = ChartMarker::new();
        marker.set_type(MARKERS[row % MARKERS.len()]).set_size(6);
        chart
            .add_series()
            .set_name(("Results", at, LABEL))
            .set_categories(("Results", head, VALUES, head, last))
            .set_values(("Results", at, VALUES, at, last))
            .set_marker(&marker)
            .set_format(ChartFormat::new().set_line(ChartLine::new().set_color(Color::RGB(colour)).set_width(2.0)));
    }
}

fn bars(chart: &mut Chart, table: &Table, block: &Block) {
    let (first, last) = (table.now(0, 0).0, table.now(block.rows() - 1, 0).0);
    for (offset, colour) in [(0, 0x00_44_88), (1, 0xC9_D3_E0)] {
        let fill = ChartSolidFill::new().set_color(Color::RGB(colour)).clone();
        chart
            .add_series()
            .set_name(("Results", table.heading(), VALUES + offset))
            .set_categories(("Results", first, LABEL, last, LABEL))
            .set_values(("Results", first, VALUES + offset, last, VALUES + offset))
            .set_gap(60)
            .set_format(ChartFormat::new().set_solid_fill(&fill));
    }
    chart
        .y_axis()
        .set_reverse()
        .set_crossing(ChartAxisCrossing::Max)
        .set_label_interval(1)
        .set_label_position(ChartAxisLabelPosition::Low);
}

fn looks(chart: &mut Chart, kind: Kind, title: &str) {
    let mut font = ChartFont::new();
    font.set_name("Arial").set_size(9);
    let mut strong = font.clone();
    strong.set_bold().set_size(11);
    let mut grid = ChartLine::new();
    grid.set_color(Color::RGB(0xE3_E3_E3)).set_width(0.75);
    chart.title().set_name(title).set_font(&strong).set_overlay(false);
    chart.legend().set_position(ChartLegendPosition::Right).set_font(&font);
    chart.x_axis().set_font(&font).set_major_gridlines(false);
    chart.y_axis().set_font(&font).set_major_gridlines(kind == Kind::Lines).set_major_gridlines_line(&grid);
    if kind == Kind::Bars {
        chart.x_axis().set_major_gridlines(true).set_major_gridlines_line(&grid);
    }
    chart.chart_area().set_format(ChartFormat::new().set_no_border());
    chart.set_width(860);
}
