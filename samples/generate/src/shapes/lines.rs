//! The order of what stands below the heads: accounts or assets, their groups, sums and pages.

use super::layout::Structure;
use super::record::Record;

/// A line of a sheet.
pub(super) enum Line<'r> {
    Entry(&'r Record),
    /// A group before its members: level, code, name, and its sum if it is an account itself.
    Group(usize, &'r (String, String), Option<Record>),
    /// A sum: the words for it, the name of its group, and the sum.
    Sum(&'static str, String, Record),
    Blank,
    /// A new page of this number.
    Page(usize),
}

/// All lines of a sheet.
pub(super) fn lines<'r>(records: &'r [Record], structure: &Structure) -> Vec<Line<'r>> {
    let mut lines = Vec::new();
    add_groups(records, 0, structure, &mut lines);
    if structure.page > 0 {
        lines = paged(lines, structure);
    }
    if structure.total {
        lines.push(Line::Sum("total", String::new(), Record::sum(records)));
    }
    lines
}

fn add_groups<'r>(records: &'r [Record], level: usize, structure: &Structure, lines: &mut Vec<Line<'r>>) {
    if level == structure.levels {
        return add_entries(records, structure, lines);
    }
    for members in records.chunk_by(|one, other| one.groups.get(level) == other.groups.get(level)) {
        let Some(group) = members[0].groups.get(level) else {
            add_entries(members, structure, lines);
            continue;
        };
        if structure.parents || structure.headings {
            lines.push(Line::Group(level, group, structure.parents.then(|| Record::sum(members))));
        }
        add_groups(members, level + 1, structure, lines);
        if structure.subtotals {
            lines.push(Line::Sum("subtotal", group.1.clone(), Record::sum(members)));
        }
        if structure.gaps && level == 0 {
            lines.push(Line::Blank);
        }
    }
}

fn add_entries<'r>(records: &'r [Record], structure: &Structure, lines: &mut Vec<Line<'r>>) {
    for (number, record) in records.iter().enumerate() {
        if structure.blank_every > 0 && number > 0 && number.is_multiple_of(structure.blank_every) {
            lines.push(Line::Blank);
        }
        lines.push(Line::Entry(record));
    }
}

/// Breaks after so many lines, with what is carried forward if the layout says so.
fn paged<'r>(lines: Vec<Line<'r>>, structure: &Structure) -> Vec<Line<'r>> {
    let mut pages = Vec::new();
    let mut above: Vec<&Record> = Vec::new();
    for (number, line) in lines.into_iter().enumerate() {
        if number > 0 && number.is_multiple_of(structure.page) {
            let sum = || Record::sum(above.iter().copied());
            if structure.carried {
                pages.push(Line::Sum("carried", String::new(), sum()));
            }
            pages.push(Line::Page(number / structure.page + 1));
            if structure.carried {
                pages.push(Line::Sum("brought", String::new(), sum()));
            }
        }
        if let Line::Entry(record) = line {
            above.push(record);
        }
        pages.push(line);
    }
    pages
}
