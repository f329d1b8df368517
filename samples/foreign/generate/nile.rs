//! شركة النيل الأزرق: Arabic, from right to left, Arabic-Indic digits in text, thousands, streams across and measures down.

use super::figures::{COMPONENTS, Chance, STREAMS};
use super::sample::{Line, Sample};
use rust_xlsxwriter::{Worksheet, XlsxError};
use sg3_workbook::address;
use std::error::Error;

const STREAM: [&str; 14] = [
    "المكالمات المحلية",
    "المكالمات بين المدن",
    "الدولية الصادرة",
    "الدولية الواردة",
    "الصادرة إلى الدول المجاورة",
    "الواردة من الدول المجاورة",
    "إلى شبكات المحمول",
    "واردة بعبور مفرد",
    "واردة بعبور مزدوج",
    "من المحمول إلى الخارج",
    "عبور دولي إلى دولي",
    "عبور دولي إلى إقليمي",
    "عبور إقليمي إلى إقليمي",
    "عبور إقليمي إلى دولي",
];
const PART: [&str; 7] = [
    "شبكة النفاذ",
    "المقاسم المحلية",
    "مقاسم العبور",
    "شبكة التراسل الوطنية",
    "البوابة الدولية",
    "الدوائر الدولية",
    "وصلات الدول المجاورة",
];

/// `١٬٢٣٤`, as text.
fn arabic(number: f64) -> String {
    let digits = format!("{number}");
    let (whole, decimals) = digits.split_once('.').unwrap_or((&digits, ""));
    let groups: Vec<String> =
        whole.as_bytes().rchunks(3).rev().map(|group| String::from_utf8_lossy(group).into_owned()).collect();
    let text = if decimals.is_empty() { groups.join("٬") } else { format!("{}٫{decimals}", groups.join("٬")) };
    text.chars()
        .map(|letter| letter.to_digit(10).and_then(|digit| char::from_u32('٠' as u32 + digit)).unwrap_or(letter))
        .collect()
}

pub fn sample() -> Result<Sample, Box<dyn Error>> {
    let mut sample = Sample::new("nile.xlsx");
    let mut chance = Chance::new(23);
    let mut book = super::sample::book()?;
    traffic(&mut sample, &mut chance, book.add_worksheet())?;
    costs(&mut sample, &mut chance, book.add_worksheet())?;
    subscribers(&mut sample, book.add_worksheet())?;
    branches(&mut chance, book.add_worksheet())?;
    sample.bytes = book.save_to_buffer()?;
    Ok(sample)
}

fn traffic(sample: &mut Sample, chance: &mut Chance, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    sheet.set_name("الحركة والإيرادات")?.set_right_to_left(true);
    sheet.write(0, 0, "شركة النيل الأزرق للاتصالات (مشغل افتراضي)")?.write(
        1,
        0,
        "الحركة والإيرادات حسب نوع المكالمة لسنة ٢٠٢٤",
    )?;
    let rows = [
        ("حجم الحركة (آلاف الدقائق)", "minutes", 1e3),
        ("إيرادات (آلاف الأوقية)", "revenue", 1e3),
        ("المدفوعات للمشغلين (آلاف الأوقية)", "outpayment", 1e3),
        ("نسبة ساعات الذروة (%)", "peak_share", 0.01),
    ];
    sheet.write(3, 0, "البيان")?;
    for (at, words) in STREAM.iter().enumerate() {
        sheet.write(3, at as u16 + 1, *words)?;
    }
    sheet.write(3, 15, "المجموع")?;
    for (down, (label, input, factor)) in rows.into_iter().enumerate() {
        // A blank row between the measures, as they print it.
        let row = 4 + 2 * down as u32;
        sheet.write(row, 0, label)?;
        let mut sum = 0.0;
        for (at, (key, minutes, revenue, out, peak)) in STREAMS.iter().enumerate() {
            let value = match input {
                "minutes" => chance.around(minutes / 1e3, 1.0),
                "revenue" => chance.around(revenue / 1e3, 1.0),
                "outpayment" => chance.around(out / 1e3, 1.0),
                _ => chance.around(*peak, 1.0).min(90.0),
            };
            if value == 0.0 {
                continue;
            }
            let column = at as u16 + 1;
            sum += value;
            match (at + down) % 3 {
                0 => sheet.write(row, column, value)?,
                _ => sheet.write(row, column, arabic(value))?,
            };
            let line = Line {
                sheet: "الحركة والإيرادات",
                label,
                label_at: Some((row, 0)),
                heading: STREAM[at],
                factor,
                currency: if factor == 1e3 && input != "minutes" { "MRU" } else { "" },
                ..Line::default()
            };
            sample.line(&format!("{input}[{key}]"), value, &address(row, u32::from(column)), &line);
        }
        if input != "peak_share" {
            sheet.write(row, 15, arabic(sum))?;
        }
    }
    Ok(())
}

fn costs(sample: &mut Sample, chance: &mut Chance, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    sheet.set_name("التكاليف والأصول")?.set_right_to_left(true);
    sheet.write(0, 0, "التكاليف والأصول حسب عنصر الشبكة، السنة المالية ٢٠٢٤ (المبالغ بآلاف الأوقية)")?;
    let heads = [
        "عنصر الشبكة",
        "مصاريف التشغيل",
        "مصروف الإهلاك",
        "القيمة الإجمالية للأصول",
        "صافي القيمة الدفترية",
        "العمر الإنتاجي (سنوات)",
    ];
    for (column, words) in heads.iter().enumerate() {
        sheet.write(2, column as u16, *words)?;
    }
    let mut sums = [0.0; 3];
    for (at, (key, opex, depreciation, net, life)) in COMPONENTS.iter().enumerate() {
        let row = 3 + at as u32;
        let values =
            [chance.around(opex / 1e3, 1.0), chance.around(depreciation / 1e3, 1.0), chance.around(net / 1e3, 1.0)];
        sheet.write(row, 0, PART[at])?.write(row, 1, values[0])?.write(row, 2, arabic(values[1]))?.write(
            row,
            3,
            values[2] * 2.0,
        )?;
        sheet.write(row, 4, arabic(values[2]))?.write(row, 5, arabic(*life))?;
        let line = Line {
            sheet: "التكاليف والأصول",
            label: PART[at],
            label_at: Some((row, 0)),
            factor: 1e3,
            currency: "MRU",
            ..Line::default()
        };
        sample.line(
            &format!("network.operating_cost[{key}]"),
            values[0],
            &address(row, 1),
            &Line { heading: heads[1], ..line.clone() },
        );
        sample.line(
            &format!("network.depreciation[{key}]"),
            values[1],
            &address(row, 2),
            &Line { heading: heads[2], ..line.clone() },
        );
        sample.line(
            &format!("network.net_assets[{key}]"),
            values[2],
            &address(row, 4),
            &Line { heading: heads[4], ..line.clone() },
        );
        sample.line(
            &format!("network.life[{key}]"),
            *life,
            &address(row, 5),
            &Line { heading: heads[5], factor: 1.0, currency: "", ..line },
        );
        sums = [sums[0] + values[0], sums[1] + values[1], sums[2] + values[2]];
    }
    sheet
        .write(10, 0, "الإجمالي")?
        .write(10, 1, sums[0])?
        .write(10, 2, arabic(sums[1]))?
        .write(10, 3, sums[2] * 2.0)?
        .write(10, 4, arabic(sums[2]))?;
    common(sample, chance, sheet)
}

/// A second table below the first: joint costs, which the operator lists himself.
fn common(sample: &mut Sample, chance: &mut Chance, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    sheet.write(14, 0, "التكاليف المشتركة لسنة ٢٠٢٤ (بآلاف الأوقية)")?.write(15, 0, "البند")?.write(15, 1, "المبلغ")?;
    for (at, (words, key, amount)) in [
        ("المباني المشتركة", "المباني_المشتركه", 860e6),
        ("محطات القوى والبطاريات", "محطات_القوي_والبطاريات", 540e6),
        ("الإدارة العامة", "الاداره_العامه", 1950e6),
        ("نظم الفوترة والمعلومات", "نظم_الفوتره_والمعلومات", 720e6),
    ]
    .into_iter()
    .enumerate()
    {
        let row = 16 + at as u32;
        let amount = chance.around(amount / 1e3, 1.0);
        sheet.write(row, 0, words)?.write(row, 1, amount)?;
        let line = Line {
            sheet: "التكاليف والأصول",
            label: words,
            label_at: Some((row, 0)),
            heading: "المبلغ",
            factor: 1e3,
            currency: "MRU",
            member: words,
            ..Line::default()
        };
        sample.line(&format!("network.common_cost[{key}]"), amount, &address(row, 1), &line);
    }
    Ok(())
}

fn subscribers(sample: &mut Sample, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    sheet.set_name("المشتركون")?.set_right_to_left(true);
    sheet.write(0, 0, "بيانات المشتركين لسنة ٢٠٢٤")?;
    let rows = [
        ("متوسط عدد الخطوط العاملة", 98_400.0, "lines", 1.0),
        ("رسم الاشتراك الشهري (أوقية)", 310.0, "rental", 1.0),
        ("إيرادات رسوم التوصيل (آلاف الأوقية)", 61_250.0, "connection_revenue", 1e3),
    ];
    for (at, (label, value, figure, factor)) in rows.into_iter().enumerate() {
        let row = 2 + at as u32;
        sheet.write(row, 0, label)?.write(row, 1, arabic(value))?;
        let currency = if figure == "lines" { "" } else { "MRU" };
        sample.line(
            figure,
            value,
            &address(row, 1),
            &Line { sheet: "المشتركون", label, label_at: Some((row, 0)), factor, currency, ..Line::default() },
        );
    }
    Ok(())
}

/// Cash desks of the branches, month by month: large, and not asked for.
fn branches(chance: &mut Chance, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    sheet.set_name("تحصيلات الفروع")?.set_right_to_left(true);
    sheet.write(0, 0, "تحصيلات الفروع الشهرية ٢٠٢٤")?.write(2, 0, "الفرع")?;
    for month in 1..=12_u16 {
        sheet.write(2, month, format!("شهر {month}"))?;
    }
    for branch in 0..240_u32 {
        sheet.write(3 + branch, 0, format!("فرع رقم {}", branch + 1))?;
        for month in 1..=12_u16 {
            sheet.write(3 + branch, month, chance.around(420e3, 1.0))?;
        }
    }
    Ok(())
}
