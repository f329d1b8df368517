//! Currencies by the three letters of ISO 4217, and by names that covers of forms bear.

use super::text::fold_case;

/// Codes of currencies in circulation (ISO 4217, list one), in alphabetical order.
const CODES: &str = "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF \
    CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR \
    IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK \
    MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD \
    SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XCG XDR XOF XPF YER ZAR \
    ZMW ZWG";

/// Names and signs that mean one currency, as [`fold_case`] has them.
const NAMES: [(&str, &str); 24] = [
    ("us dollar", "USD"),
    ("us dollars", "USD"),
    ("us$", "USD"),
    ("euro", "EUR"),
    ("euros", "EUR"),
    ("€", "EUR"),
    ("pound sterling", "GBP"),
    ("£", "GBP"),
    ("naira", "NGN"),
    ("cedi", "GHS"),
    ("rand", "ZAR"),
    ("birr", "ETB"),
    ("dirham", "MAD"),
    ("kwacha", "ZMW"),
    ("yuan", "CNY"),
    ("renminbi", "CNY"),
    ("yen", "JPY"),
    ("rouble", "RUB"),
    ("rubles", "RUB"),
    ("tenge", "KZT"),
    ("real", "BRL"),
    ("reais", "BRL"),
    ("sdr", "XDR"),
    ("fcfa", "XOF"),
];

/// The code of a currency that is named by its code or by a name; nothing if it is not known.
///
/// ```
/// use sg3_form::values::currency::find_code;
/// assert_eq!(find_code(" xof"), Some("XOF"));
/// assert_eq!(find_code("Euros"), Some("EUR"));
/// assert_eq!(find_code("thousands"), None);
/// ```
pub fn find_code(words: &str) -> Option<&'static str> {
    let folded = fold_case(words);
    let by_code = CODES.split_whitespace().find(|code| code.eq_ignore_ascii_case(&folded));
    by_code.or_else(|| NAMES.iter().find(|(name, _)| *name == folded).map(|(_, code)| *code))
}
