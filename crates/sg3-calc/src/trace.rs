//! Where figures come from: the formula at one place, explanations, causes of what is missing, evidence behind results.

pub(crate) mod attribution;
pub(crate) mod causes;
pub(crate) mod explain;
pub(crate) mod point;
pub(crate) mod residue;
