//! Findings that version 0.1 told in other words: an answer given to one of them is an answer to the same finding today.

/// Parts of messages: as they were, and what is compared instead.
const WORDS: [(&str, &str); 40] = [
    ("no number stands in the cells of the line for", "the cells of the line for"),
    (" contain no number", ""),
    (", and now ", ", but the cell now contains "),
    (" stands here", ""),
    (" is no number", " is not a number"),
    (" is no member of ", " is not a member of "),
    ("the status says ", "the status is "),
    ("holds the error", "contains the error"),
    ("stands where the mapping takes a number", "is given where the mapping expects a number"),
    ("stands where a number belongs", "is given where a number is expected"),
    ("stands where yes or no belongs", "is given where yes or no is expected"),
    ("stands where a date belongs", "is given where a date is expected"),
    ("stands where an entry of the list belongs", "is given where an entry of the list is expected"),
    ("it was read as the day ", "it was read as the date "),
    ("are proposals that nobody has confirmed", "are unconfirmed proposals"),
    ("is said twice, and not alike;", "is given twice with different values;"),
    ("the row says no ", "the row does not state the "),
    (", and should be ", ", but must be "),
    ("far from its neighbours", "far from comparable values"),
    ("as its neighbours are", "as comparable values are"),
    ("its sign is opposite to its neighbours", "its sign is opposite to that of comparable values"),
    ("expected below zero, as the ", "expected to be negative, as the "),
    (" others of ", " other values of "),
    (" is the same as ", " is identical to "),
    ("they add to ", "they sum to "),
    ("would be allocated twice", "would be allocated more than once"),
    (", and its parts add to ", ", but its parts sum to "),
    (": difference ", ": "),
    (" apart (expected to be equal", " (expected to be equal"),
    (" is odd at ", " is implausible in "),
    ("stands in the list as if it were one of its rows", "appears in the list as if it were one of its rows"),
    (", is exactly `", ", equals the sum of `"),
    (" together (expected each call once)", " (expected each call to be counted once)"),
    (", and yet `", ", although `"),
    ("expected some volume behind the revenue", "expected a volume that corresponds to the revenue"),
    ("expected both ends to count the same", "expected both operators to report the same"),
    ("the return on capital pays finance and tax already", "the return on capital already covers finance and tax"),
    ("whoever signed gives ", "the signed total is "),
    ("the form itself adds up to ", "the total in the form is "),
    (", but what was read comes to ", ", but the imported figures sum to "),
];

/// Whether two messages tell the same finding.
pub(super) fn is_same(one: &str, other: &str) -> bool {
    one == other || comparable(one) == comparable(other)
}

fn comparable(message: &str) -> String {
    WORDS.iter().fold(message.to_owned(), |message, (was, is)| message.replace(was, is))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn findings_of_the_first_version_are_known() {
        let pairs = [
            (
                "no number stands in the cells of the line for `minutes[urban]`",
                "the cells of the line for `minutes[urban]` contain no number",
            ),
            (
                "`Rent` was confirmed here for `rent`, and now `Wages` stands here",
                "`Rent` was confirmed here for `rent`, but the cell now contains `Wages`",
            ),
            (
                "`total` is 13, and its parts add to 12: 1 apart (expected to be equal: Total)",
                "`total` is 13, but its parts sum to 12: difference 1 (expected to be equal: Total)",
            ),
            (
                "`all`, 3, is exactly `one` and `two` together (expected each call once)",
                "`all`, 3, equals the sum of `one` and `two` (expected each call to be counted once)",
            ),
            ("Price is odd at 5 places: `a`", "Price is implausible in 5 places: `a`"),
        ];
        for (was, is) in pairs {
            assert!(is_same(was, is), "{was}");
        }
        assert!(!is_same("`Rent` is 12", "`Rent` is 13"));
    }
}
