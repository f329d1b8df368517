//! A model in a request for data.

use crate::layout::sheet::Layout;
use sg3_calc::Layer;
use sg3_lang::Model;

/// A model in a request for data.
#[derive(Debug, Clone, Copy)]
pub struct RequestPart<'a> {
    /// What the data are for.
    pub model: &'a Model,
    /// What is asked for it here.
    pub layout: &'a Layout,
    /// Values to begin with; of several layers the last one that speaks counts.
    pub values: &'a [Layer],
    /// Values of a year ago, to be shown beside.
    pub last_year: &'a [Layer],
}
