//! A TOML file to a layer: `wacc = 0.11`, `[minutes] urban = 150e6`, a table more for each further axis;
//! `[members] pool = ["rent"]`, `[pool] rent = "Rents"` or `[[pool]] key = "rent"` list members, the last with values of
//! inputs beside them. `[evidence.minutes] status = "measured"` says what is known of values, for all or by member.

mod evidence;
mod reader;
mod rows;
mod table;

use super::builder::LayerBuilder;
use super::data::refusal;
use reader::Reader;
use toml::de::DeTable;

/// Adds what the file says.
pub(crate) fn read(builder: &mut LayerBuilder, text: &str) {
    let mut reader = Reader::new(builder, text);
    match DeTable::parse(text) {
        Ok(table) => reader.table("", table.get_ref(), None),
        Err(error) => {
            let line = reader.line(error.span().map_or(0, |span| span.start));
            let message = format!("not a TOML file: {}", error.message());
            let refused = refusal(reader.builder.file(), &format!("line {line}"), message);
            reader.builder.add_diagnostic(refused);
        }
    }
}
