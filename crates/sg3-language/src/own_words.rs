//! Words of the program itself, by language and by where they stand.

/// The words of forms, of results, of workbooks, of messages, and of messages about the text of a model.
type OwnWords = [&'static str; 5];

macro_rules! words_of {
    ($code:literal) => {
        (
            $code,
            [
                include_str!(concat!("../words/", $code, "/form.toml")),
                include_str!(concat!("../words/", $code, "/results.toml")),
                include_str!(concat!("../words/", $code, "/workbook.toml")),
                include_str!(concat!("../words/", $code, "/messages.toml")),
                include_str!(concat!("../words/", $code, "/model_messages.toml")),
            ],
        )
    };
}

/// Every language but English, in which all words are written.
pub(crate) const OWN: [(&str, OwnWords); 6] =
    [words_of!("ar"), words_of!("es"), words_of!("fr"), words_of!("pt"), words_of!("ru"), words_of!("zh")];

/// The codes of all of them, English first.
pub(crate) fn known() -> impl Iterator<Item = &'static str> {
    std::iter::once("en").chain(OWN.map(|(code, _)| code))
}
