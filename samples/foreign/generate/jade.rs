//! 玉龙电信: Chinese, ten thousands of minutes and yuan, months across with a total at the end.

use super::figures::{COMPONENTS, Chance, STREAMS};
use super::sample::{Line, Sample};
use rust_xlsxwriter::{Worksheet, XlsxError};
use sg3_workbook::address;
use std::error::Error;

const STREAM: [&str; 14] = [
    "市内通话",
    "国内长途",
    "国际去话",
    "国际来话",
    "周边国家去话",
    "周边国家来话",
    "呼叫移动网去话",
    "网间来话（单次汇接）",
    "网间来话（双次汇接）",
    "移动网国际去话",
    "国际至国际转接",
    "国际至区域转接",
    "区域至区域转接",
    "区域至国际转接",
];
const PART: [&str; 7] =
    ["接入网", "端局（本地交换）", "汇接局", "国内传输网", "国际关口局", "国际海缆与卫星电路", "周边国家电路"];

pub fn sample() -> Result<Sample, Box<dyn Error>> {
    let mut sample = Sample::new("jade.xlsx");
    let mut chance = Chance::new(37);
    let mut book = super::sample::book()?;
    monthly(&mut sample, &mut chance, book.add_worksheet(), ("业务量表", "通话业务量（万分钟）", "minutes", 1e4))?;
    monthly(&mut sample, &mut chance, book.add_worksheet(), ("收入表", "通信业务收入（万元）", "revenue", 1e4))?;
    settlement(&mut sample, &mut chance, book.add_worksheet())?;
    costs(&mut sample, &mut chance, book.add_worksheet())?;
    users(&mut sample, book.add_worksheet())?;
    sample.bytes = book.save_to_buffer()?;
    Ok(sample)
}

fn monthly(
    sample: &mut Sample,
    chance: &mut Chance,
    sheet: &mut Worksheet,
    (name, title, input, factor): (&'static str, &str, &str, f64),
) -> Result<(), XlsxError> {
    sheet
        .set_name(name)?
        .write(0, 0, "玉龙电信有限公司（虚构）")?
        .write(1, 0, title)?
        .write(2, 0, "会计年度：2024年")?
        .write(4, 0, "项目")?;
    for month in 1..=12_u16 {
        sheet.write(4, month, format!("{month}月"))?;
    }
    sheet.write(4, 13, "合计")?.write(4, 14, "2023年合计")?.write(4, 15, "同比")?;
    let mut all = [0.0; 13];
    for (at, stream) in STREAMS.iter().enumerate() {
        let row = 5 + at as u32;
        let year = chance.around(if input == "minutes" { stream.1 } else { stream.2 } / factor, 0.25);
        let months = chance.parts(year, 12, 0.25);
        sheet.write(row, 0, STREAM[at])?;
        for (month, value) in months.iter().enumerate() {
            sheet.write(row, month as u16 + 1, *value)?;
            all[month] += value;
        }
        let sum: f64 = months.iter().sum();
        all[12] += sum;
        sheet.write(row, 13, sum)?.write(row, 14, (sum * 0.94).round())?.write(row, 15, "6.4%")?;
        let currency = if input == "revenue" { "CNY" } else { "" };
        let line = Line {
            sheet: name,
            label: STREAM[at],
            label_at: Some((row, 0)),
            heading: "合计",
            factor,
            currency,
            ..Line::default()
        };
        sample.line(&format!("{input}[{}]", stream.0), sum, &address(row, 13), &line);
    }
    sheet.write(19, 0, "合计")?;
    for (month, value) in all.iter().enumerate() {
        sheet.write(19, month as u16 + 1, *value)?;
    }
    Ok(())
}

fn settlement(sample: &mut Sample, chance: &mut Chance, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    sheet.set_name("网间结算")?.write(0, 0, "网间结算支出与忙时占比（2024年）")?.write(1, 0, "单位：万元")?;
    sheet.write(3, 0, "业务种类")?.write(3, 1, "结算支出")?.write(3, 2, "忙时话务占比（%）")?;
    for (at, (key, _, _, out, peak)) in STREAMS.iter().enumerate() {
        let row = 4 + at as u32;
        let (out, peak) = (chance.around(out / 1e4, 1.0), chance.around(*peak, 0.1).min(89.0));
        let peak = (peak * 10.0).round() / 10.0;
        sheet.write(row, 0, STREAM[at])?.write(row, 2, peak)?;
        let line = Line { sheet: "网间结算", label: STREAM[at], label_at: Some((row, 0)), ..Line::default() };
        if out > 0.0 {
            sheet.write(row, 1, out)?;
            sample.line(
                &format!("outpayment[{key}]"),
                out,
                &address(row, 1),
                &Line { heading: "结算支出", factor: 1e4, currency: "CNY", ..line.clone() },
            );
        }
        sample.line(
            &format!("peak_share[{key}]"),
            peak,
            &address(row, 2),
            &Line { heading: "忙时话务占比（%）", factor: 0.01, ..line },
        );
    }
    Ok(())
}

fn costs(sample: &mut Sample, chance: &mut Chance, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    sheet.set_name("成本与资产")?.write(0, 0, "网络单元成本与固定资产明细")?.write(
        1,
        0,
        "单位：万元　2024年12月31日",
    )?;
    let heads = ["网络单元", "付现运营成本", "本年折旧", "固定资产原值", "累计折旧", "期末净值", "折旧年限（年）"];
    for (column, words) in heads.iter().enumerate() {
        sheet.write(3, column as u16, *words)?;
    }
    for (at, (key, opex, depreciation, net, life)) in COMPONENTS.iter().enumerate() {
        let row = 4 + at as u32;
        let [opex, spent, net] = [opex, depreciation, net].map(|figure| chance.around(figure / 1e4, 1.0));
        sheet
            .write(row, 0, PART[at])?
            .write(row, 1, opex)?
            .write(row, 2, spent)?
            .write(row, 3, net * 2.0)?
            .write(row, 4, net)?
            .write(row, 5, net)?
            .write(row, 6, *life)?;
        let line = Line {
            sheet: "成本与资产",
            label: PART[at],
            label_at: Some((row, 0)),
            factor: 1e4,
            currency: "CNY",
            ..Line::default()
        };
        sample.line(
            &format!("network.operating_cost[{key}]"),
            opex,
            &address(row, 1),
            &Line { heading: heads[1], ..line.clone() },
        );
        sample.line(
            &format!("network.depreciation[{key}]"),
            spent,
            &address(row, 2),
            &Line { heading: heads[2], ..line.clone() },
        );
        sample.line(
            &format!("network.net_assets[{key}]"),
            net,
            &address(row, 5),
            &Line { heading: heads[5], ..line.clone() },
        );
        sample.line(
            &format!("network.life[{key}]"),
            *life,
            &address(row, 6),
            &Line { heading: heads[6], factor: 1.0, currency: "", ..line },
        );
    }
    Ok(())
}

fn users(sample: &mut Sample, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    sheet.set_name("用户")?.write(0, 0, "用户发展情况（2024年）")?;
    let rows = [
        ("平均在网用户数（户）", 201_300.0, "lines", 1.0),
        ("每月租费（元）", 21.0, "rental", 1.0),
        ("初装费收入（万元）", 412.0, "connection_revenue", 1e4),
    ];
    for (at, (label, value, figure, factor)) in rows.into_iter().enumerate() {
        let row = 2 + at as u32;
        sheet.write(row, 0, label)?.write(row, 1, value)?;
        let currency = if figure == "lines" { "" } else { "CNY" };
        sample.line(
            figure,
            value,
            &address(row, 1),
            &Line { sheet: "用户", label, label_at: Some((row, 0)), factor, currency, ..Line::default() },
        );
    }
    Ok(())
}
