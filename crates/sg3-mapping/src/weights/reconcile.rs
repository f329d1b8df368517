//! Which differences are rounding, and which amounts matter.

/// Parts of what is not used that are smaller than this share of what is, are not worth a message.
pub(crate) const MATERIAL: f64 = 0.001;

/// Amounts that differ by less are the same.
pub(crate) const ROUNDING: f64 = 1e-6;

/// The noise of a sum of many amounts, as a share of it.
pub(crate) const OF_SUM: f64 = 1e-9;

/// How far printed parts may be from their total, as a share of it.
pub(crate) const OF_PRINTED_TOTAL: f64 = 1e-6;

/// The same in the unit that they are printed in: each is rounded by itself.
pub(crate) const PRINTED_UNITS: f64 = 2.0;

/// What rounding to cents may do to each row of a list.
pub(crate) const CENTS_OF_ROW: f64 = 0.005;

/// What is less than this part of the amounts that are added is nothing.
pub(crate) const RESIDUE: f64 = 1e-12;
