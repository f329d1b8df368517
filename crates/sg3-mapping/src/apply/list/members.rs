//! Members that lists of the source make.

use crate::apply::cell_range::{SheetRef, cells_with_content};
use crate::rules::rule::MappingRule;
use crate::source::cell::{SourceValue, has_content};
use crate::source::file::SourceFile;
use crate::understand::coded_label::split_coded_label;
use crate::understand::member_key;
use sg3_calc::MemberEntry;
use sg3_lang::Model;
use sg3_lang::model::{DimensionId, Members};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// A row of the source, or a cell, that is a member.
#[derive(Debug, Clone)]
pub(crate) struct RowMember {
    /// Its row.
    pub(crate) row: u32,
    /// Its column.
    pub(crate) column: u32,
    /// Its key.
    pub(crate) key: Arc<str>,
}

/// All members that lists make.
#[derive(Debug, Default)]
pub(crate) struct ListedMembers {
    /// In order, as a layer lists them.
    pub(crate) entries: Vec<MemberEntry>,
    /// Rows that are members, by dimension and sheet.
    rows: HashMap<(DimensionId, SheetRef), Vec<RowMember>>,
    known: HashSet<(DimensionId, Arc<str>)>,
}

impl ListedMembers {
    /// Adds what a rule lists.
    pub(crate) fn add(
        &mut self,
        model: &Model,
        dimension: DimensionId,
        (rule, number): (&MappingRule, usize),
        files: &[SourceFile],
        at: SheetRef,
    ) {
        match model.dimension(dimension).members {
            Members::FromRows => self.rows(dimension, (rule, number), files, at),
            _ => self.named(dimension, rule, files, at),
        }
    }

    /// Every row of the source is a member, or every filled cell of a table with keys on two sides.
    fn rows(
        &mut self,
        dimension: DimensionId,
        (rule, number): (&MappingRule, usize),
        files: &[SourceFile],
        at: SheetRef,
    ) {
        let is_wide = rule.cells.iter().any(|area| area.left != area.right);
        let before = if number == 0 { String::new() } else { format!("{}_", number + 1) };
        let cells = cells_with_content(rule, files, at).into_iter();
        for (row, column, _) in cells.filter(|(.., value)| !is_wide || value.number() != Some(0.0)) {
            let own = if is_wide { sg3_workbook::format_address(row, column) } else { (row + 1).to_string() };
            let key: Arc<str> = format!("{before}{own}").into();
            self.rows.entry((dimension, at)).or_default().push(RowMember { row, column, key: key.clone() });
            self.member(dimension, key.clone(), key.to_string(), files, (at, row, column));
        }
    }

    fn named(&mut self, dimension: DimensionId, rule: &MappingRule, files: &[SourceFile], at: SheetRef) {
        let sheet = &files[at.file].sheets[at.sheet];
        for (row, column, value) in cells_with_content(rule, files, at) {
            let text = value.text();
            let (key, label) = match rule.keys.first().map(|keys| keys.beside(row, column)) {
                None => (Some(member_key::member_key(&text)), &*text),
                Some(at) if at == (row, column) => code_and_name(&text),
                Some((row, column)) => {
                    let said = sheet.cell(row, column).filter(|value| has_content(value));
                    (said.map(SourceValue::text), &*text)
                }
            };
            if let Some(key) = key {
                self.member(dimension, key.into(), label.to_owned(), files, (at, row, column));
            }
        }
    }

    fn member(
        &mut self,
        dimension: DimensionId,
        key: Arc<str>,
        label: String,
        files: &[SourceFile],
        (at, row, column): (SheetRef, u32, u32),
    ) {
        if self.known.insert((dimension, key.clone())) {
            let origin = files[at.file].origin(at.sheet, row, column);
            self.entries.push(MemberEntry { dimension, key, label, unit: None, origin });
        }
    }

    /// The rows of a sheet that are members.
    pub(crate) fn of_sheet(&self, dimension: DimensionId, at: SheetRef) -> &[RowMember] {
        self.rows.get(&(dimension, at)).map_or(&[], |made| made)
    }

    /// Whether any list has members of a dimension.
    pub(crate) fn lists(&self, dimension: DimensionId) -> bool {
        self.entries.iter().any(|member| member.dimension == dimension)
    }
}

/// Of a cell that holds both a code and a name, each.
fn code_and_name(text: &str) -> (Option<String>, &str) {
    split_coded_label(text).map_or((Some(text.to_owned()), text), |(code, name)| (Some(code.to_owned()), name))
}
