//! A mapping as data: rules that say which cells of source files make up which figures of a model.

pub(crate) mod answer;
pub(crate) mod figure;
pub(crate) mod keys;
pub(crate) mod kind;
pub(crate) mod mapping;
pub(crate) mod meaning;
pub(crate) mod row_filter;
pub(crate) mod row_test;
pub(crate) mod rule;
pub(crate) mod share;
