//! The columns of a mapping: machine key, heading, width, what is written, how it is read back. One entry each.

use super::document::Said;
use super::entry::{Entry, Figure, Share};
use super::rule::Rule;
use crate::read::number::{Reading, number};
use crate::{Area, address, parse_address};

/// What a column needs to know besides the line itself.
pub struct Line<'a> {
    /// The line.
    pub entry: &'a Entry,
    /// Label of the input.
    pub asked: String,
    /// Label of the members.
    pub member: String,
    /// Unit of the figure.
    pub unit: String,
    /// What a blank means, or what is proposed.
    pub blank: String,
    /// What the line adds now.
    pub amount: Option<f64>,
    /// Where their cells are, for a link.
    pub link: Option<String>,
}

/// Reads what a cell says into a line; what is wrong with it, if anything.
pub type Read = fn(&mut Entry, &str) -> Result<(), String>;

/// A column.
pub struct Column {
    /// Machine key.
    pub key: &'static str,
    /// What people see.
    pub heading: &'static str,
    /// In noughts.
    pub width: f64,
    /// Whether it is filled or corrected by people.
    pub is_asked: bool,
    /// What stands in it.
    pub write: fn(&Line) -> Said,
    /// How it is read; nothing if it only informs.
    pub read: Option<Read>,
}

const fn told(key: &'static str, heading: &'static str, width: f64, write: fn(&Line) -> Said) -> Column {
    Column { key, heading, width, is_asked: false, write, read: None }
}

const fn kept(key: &'static str, heading: &'static str, width: f64, write: fn(&Line) -> Said, read: Read) -> Column {
    Column { key, heading, width, is_asked: false, write, read: Some(read) }
}

const fn asked(key: &'static str, heading: &'static str, width: f64, write: fn(&Line) -> Said, read: Read) -> Column {
    Column { key, heading, width, is_asked: true, write, read: Some(read) }
}

/// All columns, in the order of the page `Mapping`.
pub const ALL: [Column; 24] = [
    told("@input", "Asked for", 30.0, |line| Said::text(&line.asked)),
    kept(
        "@member",
        "For",
        24.0,
        |line| Said::text(&line.member),
        |entry, text| {
            text.clone_into(&mut entry.member_label);
            Ok(())
        },
    ),
    told("@unit", "Unit", 13.0, |line| Said::text(&line.unit)),
    asked(
        "@sheet",
        "Your sheet",
        18.0,
        |line| Said::text(&line.entry.sheet),
        |entry, text| {
            text.clone_into(&mut entry.sheet);
            Ok(())
        },
    ),
    asked(
        "@cells",
        "Your cells",
        14.0,
        |line| Said::link(&areas(&line.entry.cells), &line.link),
        |entry, text| {
            entry.cells = parse_areas(text)?;
            Ok(())
        },
    ),
    kept(
        "@label",
        "Your label",
        32.0,
        |line| Said::text(&line.entry.label),
        |entry, text| {
            text.clone_into(&mut entry.label);
            Ok(())
        },
    ),
    kept(
        "@heading",
        "Your heading",
        22.0,
        |line| Said::text(&line.entry.heading),
        |entry, text| {
            text.clone_into(&mut entry.heading);
            Ok(())
        },
    ),
    told("@amount", "Amount taken", 17.0, |line| line.amount.map_or(Said::Blank, Said::Number)),
    kept(
        "@confidence",
        "Proposal",
        13.0,
        |line| line.entry.confidence.map_or(Said::Blank, Said::Number),
        |entry, text| {
            entry.confidence = if text.is_empty() { None } else { Some(positive(text)?) };
            Ok(())
        },
    ),
    asked(
        "@confirmed",
        "Confirmed by",
        16.0,
        |line| Said::text(&line.entry.confirmed),
        |entry, text| {
            text.clone_into(&mut entry.confirmed);
            Ok(())
        },
    ),
    asked(
        "@sign",
        "Sign",
        6.0,
        |line| Said::text(if line.entry.is_negative { "−" } else { "" }),
        |entry, text| {
            entry.is_negative = match text {
                "" | "+" | "plus" => false,
                "-" | "−" | "–" | "minus" => true,
                _ => return Err(format!("`{text}` is no sign: leave it blank, or write −")),
            };
            Ok(())
        },
    ),
    asked(
        "@factor",
        "Times",
        10.0,
        |line| Said::factor(line.entry.factor),
        |entry, text| {
            entry.factor = positive(text)?;
            Ok(())
        },
    ),
    asked(
        "@currency",
        "Currency",
        9.0,
        |line| Said::text(&line.entry.currency),
        |entry, text| {
            text.clone_into(&mut entry.currency);
            Ok(())
        },
    ),
    asked(
        "@rate",
        "Rate",
        9.0,
        |line| Said::factor(line.entry.rate),
        |entry, text| {
            entry.rate = positive(text)?;
            Ok(())
        },
    ),
    asked(
        "@share",
        "Part",
        10.0,
        |line| Said::text(&line.entry.share.to_string()),
        |entry, text| {
            let wrong = || format!("`{text}` is no part: write 35 %, or cells such as Keys!D5/D12");
            entry.share = Share::parse(text).ok_or_else(wrong)?;
            Ok(())
        },
    ),
    asked(
        "@rows",
        "Rows that count",
        22.0,
        |line| Said::text(&line.entry.rows.to_string()),
        |entry, text| {
            entry.rows = Rule::parse(text).map_err(|wrong| format!("{wrong}: write `A: 62*, not 6281*`"))?;
            Ok(())
        },
    ),
    asked(
        "@left_out",
        "Left out",
        12.0,
        |line| Said::text(&areas(&line.entry.left_out)),
        |entry, text| {
            entry.left_out = parse_areas(text)?;
            Ok(())
        },
    ),
    asked(
        "@comment",
        "Comment",
        26.0,
        |line| Said::text(&line.entry.comment),
        |entry, text| {
            text.clone_into(&mut entry.comment);
            Ok(())
        },
    ),
    kept(
        "@why",
        "Why",
        44.0,
        |line| Said::text(&line.entry.why),
        |entry, text| {
            text.clone_into(&mut entry.why);
            Ok(())
        },
    ),
    kept(
        "@near",
        "What else it might be",
        36.0,
        |line| Said::text(&line.entry.near),
        |entry, text| {
            text.clone_into(&mut entry.near);
            Ok(())
        },
    ),
    told("@blank", "If nothing is given", 22.0, |line| Said::text(&line.blank)),
    asked(
        "@file",
        "Your file",
        20.0,
        |line| Said::text(&line.entry.file),
        |entry, text| {
            text.clone_into(&mut entry.file);
            Ok(())
        },
    ),
    kept(
        "@label_at",
        "Label in",
        9.0,
        |line| Said::text(&label_at(line.entry)),
        |entry, text| {
            entry.label_at = parse_address(text);
            Ok(())
        },
    ),
    kept(
        "@figure",
        "Figure of the model",
        34.0,
        |line| Said::text(&line.entry.figure.to_string()),
        |entry, text| {
            entry.figure =
                Figure::parse(text).ok_or_else(|| format!("`{text}` is no figure: write `minutes[urban]`"))?;
            Ok(())
        },
    ),
];

/// Columns of the page of figures that are not mapped yet.
pub const OPEN: [&str; 16] = [
    "@input",
    "@member",
    "@unit",
    "@blank",
    "@near",
    "@sheet",
    "@cells",
    "@sign",
    "@factor",
    "@currency",
    "@rate",
    "@share",
    "@rows",
    "@comment",
    "@file",
    "@figure",
];

/// The column of a key.
pub fn of(key: &str) -> Option<&'static Column> {
    static COLUMNS: [Column; 24] = ALL;
    COLUMNS.iter().find(|column| column.key == key)
}

/// Columns of the page `Mapping`: what a blank means does not matter where something is given.
pub fn of_mapping() -> Vec<&'static Column> {
    ALL.iter().filter(|column| column.key != "@blank").filter_map(|column| of(column.key)).collect()
}

fn label_at(entry: &Entry) -> String {
    entry.label_at.map_or(String::new(), |(row, column)| address(row, column))
}

/// `C7:C9, C12`.
pub fn areas(areas: &[Area]) -> String {
    areas.iter().map(Area::to_string).collect::<Vec<_>>().join(", ")
}

fn parse_areas(text: &str) -> Result<Vec<Area>, String> {
    let parts = text.split([',', ';', '+', ' ']).map(str::trim).filter(|part| !part.is_empty());
    let area = |part: &str| {
        Area::parse(part).ok_or_else(|| format!("`{part}` is neither a cell nor a range: write C7, C7:C9 or C:C"))
    };
    parts.map(area).collect()
}

fn positive(text: &str) -> Result<f64, String> {
    match number(text) {
        _ if text.is_empty() => Ok(1.0),
        Reading::Number(value) | Reading::Percent(value) if value > 0.0 => Ok(value),
        Reading::Either(one, other) => Err(format!("`{text}` could be {one} or {other}: write it without ambiguity")),
        _ => Err(format!("`{text}` is no number above nought")),
    }
}
