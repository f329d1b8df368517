//! Equality of what is written, wherever it stands.

/// Makes two nodes equal if these fields are: `parse(print(x)) == x`, although every span differs.
macro_rules! equal_wherever_they_stand {
    ($($name:ty : $($field:ident),+;)+) => {$(
        impl PartialEq for $name {
            fn eq(&self, other: &Self) -> bool {
                $(self.$field == other.$field)&&+
            }
        }
    )+};
}
pub(crate) use equal_wherever_they_stand;
