//! Sentences that forms of version 0.1 bear and forms of today no longer do. They are words of the form and not of the
//! operator, so a form made then does not come back with them among the cells outside the form.

const SENTENCES: [&str; 23] = [
    "By signing, the operator says that the figures are complete, and right to the best of his knowledge.",
    "What cells with a list can be filled with: the words, or the codes.",
    "بالتوقيع يقر المشغل بأن الأرقام كاملة وصحيحة بحسب علمه.",
    "ما يمكن أن تملأ به الخلايا ذات القوائم: الكلمات أو الرموز.",
    "Al firmar, el operador declara que las cifras son completas y, según su leal saber, correctas.",
    "Con qué se pueden rellenar las celdas con lista: las palabras o los códigos.",
    "Par sa signature, l'opérateur déclare que les chiffres sont complets et, à sa connaissance, exacts.",
    "Ce que peuvent contenir les cellules à liste : les mots ou les codes.",
    "Подписывая, оператор заявляет, что данные полны и, насколько ему известно, верны.",
    "Чем заполнять ячейки со списком: словами или кодами.",
    "签署即表示运营商声明数据完整，且据其所知准确。",
    "Figures asked for",
    "Cifras solicitadas",
    "Запрошено",
    "Chiffres demandés",
    "Valores solicitados",
    "应填数",
    "الأرقام المطلوبة",
    "Authority that asks",
    "Name, telephone and e-mail of whoever can answer questions",
    "The cost of capital makes it an annuity; nought makes it a straight line.",
    "One half where prices move evenly. Nought where the index is the average of the year.",
    "Who needs it, for the test of cross-subsidy. Whoever uses nothing may still be asked to contribute. Blank: no.",
];

/// Whether a text is one of them: alone, after the range of an input, or beside the same in another language.
pub(super) fn is_of_form(text: &str) -> bool {
    SENTENCES.iter().any(|sentence| text.starts_with(sentence) || text.ends_with(sentence))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_of_the_first_version_are_known() {
        let english = SENTENCES[0];
        assert!(is_of_form(english));
        assert!(is_of_form(&format!("{english} {}", SENTENCES[4])));
        assert!(!is_of_form("The figures are those of the audited accounts."));
    }
}
