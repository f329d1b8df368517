//! Words of accounts and traffic in the languages of the forms: English, French, Spanish, Portuguese, Russian, Chinese; some Arabic.

/// Whether a label is that of a total within a list.
pub(super) fn is_total(label: &str) -> bool {
    const WORDS: [&str; 12] = [
        "total",
        "subtotal",
        "sous-total",
        "somme",
        "suma",
        "soma",
        "итого",
        "всего",
        "小计",
        "合计",
        "المجموع",
        "مجموع",
    ];
    has_word(label, &WORDS)
}

/// Whether a label is that of revenue.
pub(super) fn is_revenue(label: &str) -> bool {
    const WORDS: [&str; 14] = [
        "revenue",
        "revenues",
        "receipts",
        "turnover",
        "revenus",
        "recettes",
        "chiffre d'affaires",
        "ingresos",
        "receita",
        "receitas",
        "выручка",
        "доход",
        "收入",
        "إيرادات",
    ];
    has_word(label, &WORDS)
}

/// Whether a label is that of a tax on sales.
pub(super) fn is_sales_tax(label: &str) -> bool {
    const WORDS: [&str; 12] = [
        "vat",
        "value added tax",
        "sales tax",
        "turnover tax",
        "tax on turnover",
        "tva",
        "iva",
        "icms",
        "ндс",
        "增值税",
        "gst",
        "ضريبة القيمة المضافة",
    ];
    has_word(label, &WORDS)
}

/// Whether an account is a finance cost, a tax on profit or a fine.
pub(super) fn is_finance_cost(label: &str) -> bool {
    const WORDS: [&str; 30] = [
        "interest",
        "finance cost",
        "finance costs",
        "financial charges",
        "income tax",
        "corporate tax",
        "tax on profit",
        "fines",
        "fine",
        "penalty",
        "penalties",
        "intérêt",
        "intérêts",
        "charges financières",
        "impôt sur les bénéfices",
        "impôt sur le résultat",
        "amende",
        "amendes",
        "intereses",
        "multa",
        "multas",
        "juros",
        "imposto sobre o rendimento",
        "проценты",
        "штраф",
        "налог на прибыль",
        "利息",
        "罚款",
        "所得税",
        "فوائد",
    ];
    has_word(label, &WORDS)
}

/// Whether an account is the rent of sites.
pub(super) fn is_rent(label: &str) -> bool {
    const WORDS: [&str; 16] = [
        "rent",
        "rents",
        "rental",
        "lease",
        "leases",
        "loyer",
        "loyers",
        "location",
        "alquiler",
        "alquileres",
        "aluguel",
        "renda",
        "аренда",
        "租金",
        "租赁",
        "إيجار",
    ];
    has_word(label, &WORDS) && !is_right_of_use(label)
}

/// Whether an account is the charge on leased assets under IFRS 16.
pub(super) fn is_right_of_use(label: &str) -> bool {
    const WORDS: [&str; 11] = [
        "right-of-use",
        "right of use",
        "rights of use",
        "ifrs 16",
        "droit d'utilisation",
        "droits d'utilisation",
        "derecho de uso",
        "direito de uso",
        "право пользования",
        "使用权",
        "حق الاستخدام",
    ];
    has_word(label, &WORDS)
}

/// Whether a unit is a currency.
pub(super) fn is_currency(label: &str) -> bool {
    const WORDS: [&str; 9] = [
        "dollar",
        "us dollar",
        "euro",
        "sdr",
        "special drawing right",
        "special drawing rights",
        "franc",
        "currency",
        "pound",
    ];
    has_word(label, &WORDS)
}

/// Whether the words about a source say that it is stated in millions.
pub(super) fn is_in_millions(source: &str) -> bool {
    const WORDS: [&str; 11] = [
        "million",
        "millions",
        "millón",
        "millones",
        "milhões",
        "млн",
        "миллионов",
        "миллионах",
        "百万",
        "مليون",
        "ملايين",
    ];
    has_word(source, &WORDS)
}

/// Whether a label has one of the words, whole and in any case. Chinese is written without spaces.
fn has_word(label: &str, words: &[&str]) -> bool {
    let label = label.to_lowercase().replace('’', "'");
    words.iter().any(|word| {
        let is_spaced = !word.chars().any(|letter| ('\u{4e00}'..='\u{9fff}').contains(&letter));
        label.match_indices(word).any(|(at, _)| !is_spaced || is_whole(&label, at, word))
    })
}

/// Whether no letter stands before or behind a word: `rent` is no word of `current`.
fn is_whole(label: &str, at: usize, word: &str) -> bool {
    let (before, behind) = (label[..at].chars().next_back(), label[at + word.len()..].chars().next());
    ![before, behind].into_iter().flatten().any(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_whole() {
        assert!(
            is_total("Sous-total personnel") && is_total("TOTAL") && is_total("Итого персонал") && is_total("人工小计")
        );
        assert!(!is_total("Totality Ltd") && !is_finance_cost("Fineries") && !is_rent("Current assets"));
        assert!(
            is_finance_cost("671 Intérêts des emprunts") && is_sales_tax("VAT rate") && !is_sales_tax("Private lines")
        );
        assert!(is_in_millions("note 12, in millions") && !is_in_millions("accounts 2024, note 12"));
        assert!(is_right_of_use("Depreciation of right-of-use assets") && !is_rent("Right of use of leases"));
    }
}
