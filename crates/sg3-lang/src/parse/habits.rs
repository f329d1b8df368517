//! What people write who come from spreadsheets, and how it is written here.

use crate::lexer::TokenKind;

/// How to write what was meant, if the tokens around a mistake look like a habit of spreadsheets.
pub(super) fn remedy(before: Option<&TokenKind>, found: Option<&TokenKind>) -> Option<&'static str> {
    match (before, found?) {
        (_, TokenKind::Symbol(";")) => Some("arguments are separated by commas: `max(a, b)`"),
        (Some(TokenKind::Symbol("<")), TokenKind::Symbol(">")) => Some("unequal is written `!=`: `if a != b then ...`"),
        (_, TokenKind::Symbol("=")) => Some("`=` defines; equal is written `==`: `if kind == macro then ...`"),
        (Some(TokenKind::Word(is)), TokenKind::Word(missing)) if &**is == "is" && &**missing == "missing" => {
            Some("whether there is no value is written `not price is given`")
        }
        (_, TokenKind::Unknown('&')) => {
            Some("texts are not joined in formulas; two conditions are joined by `and`: `a > 0 and b > 0`")
        }
        (_, TokenKind::Unknown('$' | '!')) => Some("cells are named, not addressed: `price[voice, 2025]`"),
        (_, TokenKind::Unknown('\'' | '’' | '“' | '”')) => {
            Some("texts stand between straight quotation marks: \"Calls\"")
        }
        _ => None,
    }
}
