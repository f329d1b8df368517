//! The accounts of an operator and their balances, which sum to nil.

use super::layout::Layout;
use super::record::Record;
use super::words::{Family, Words, fill};
use crate::random::Random;
use std::error::Error;

/// Accounts without a movement or a balance, of a hundred.
const IDLE: f64 = 0.02;
/// Accounts on the other side than is usual.
const REVERSED: f64 = 0.01;

/// Credits beside the balancing account, as part of the debits.
const RETAINED: f64 = 0.75;

/// What is drawn for one account.
struct Account {
    record: Record,
    is_result: bool,
    closing: i64,
    opening: i64,
    previous: i64,
}

/// A row for each account, or for each account and centre.
pub(super) fn draw(layout: &Layout, words: &Words) -> Result<Vec<Record>, Box<dyn Error>> {
    let mut random = Random::new(layout.seed);
    let (mut accounts, mut balancing) = (Vec::new(), None);
    let mut families: Vec<&Family> = words.chart.accounts.iter().collect();
    families.sort_by(|one, other| one.0.cmp(&other.0));
    let credits = credits(words)?;
    for family in families {
        if family.2 == "balance" {
            balancing = Some(accounts.len());
        }
        for (number, item) in words.list(&family.2)?.into_iter().enumerate() {
            let size = if family.3 < 0.0 { family.3 * credits } else { family.3 };
            let code = code(family, number + 1, item, layout);
            accounts.push(draw_account(
                family,
                code,
                item,
                layout.least(size * random.skewed()),
                layout,
                words,
                &mut random,
            ));
        }
    }
    let balancing = balancing.ok_or("no account balances the others")?;
    balance(&mut accounts, balancing);
    let centres = words.list("departments")?;
    let rows = accounts.into_iter().flat_map(|account| rows(account, &centres, layout, &mut random));
    Ok(rows.collect())
}

/// By how much the credits of the words are raised so that the balancing account is a credit of usual size.
fn credits(words: &Words) -> Result<f64, Box<dyn Error>> {
    let (mut debits, mut credits) = (0.0, 0.0);
    for Family(_, _, list, size) in &words.chart.accounts {
        let all = size * words.list(list)?.len() as f64;
        *(if all < 0.0 { &mut credits } else { &mut debits }) += all.abs();
    }
    Ok(RETAINED * debits / credits)
}

fn code(family: &Family, number: usize, item: &str, layout: &Layout) -> String {
    let pattern = if item.is_empty() { &layout.alone } else { &layout.code };
    fill(pattern, &[("family", &family.0), ("number", &format!("{number:02}"))])
}

fn draw_account(
    family: &Family,
    code: String,
    item: &str,
    usual: i64,
    layout: &Layout,
    words: &Words,
    random: &mut Random,
) -> Account {
    let mut record = Record::default();
    record.texts.insert("code", code);
    record.texts.insert("name", named(&family.1, item, layout.wording));
    record.groups = groups(family, item, layout.wording, words);
    let is_one_of_several = !item.is_empty();
    let closing = if is_one_of_several && random.part() < IDLE {
        0
    } else if is_one_of_several && random.part() < REVERSED {
        -usual / 40
    } else {
        usual
    };
    let is_result = words.chart.result.iter().any(|start| family.0.starts_with(start.as_str()));
    let opening = if is_result { 0 } else { part(closing, random.between(0.75, 1.1)) };
    let previous = if is_one_of_several && random.part() < IDLE { 0 } else { part(closing, random.between(0.8, 1.12)) };
    Account { record, is_result, closing, opening, previous }
}

fn part(amount: i64, part: f64) -> i64 {
    (amount as f64 * part).round() as i64
}

fn named(names: &str, item: &str, wording: usize) -> String {
    let wordings: Vec<&str> = names.split(" | ").collect();
    let name = wordings[wording % wordings.len()].replace("{}", item);
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Classes whose code begins that of the account, and its family if that has several and a name.
fn groups(family: &Family, item: &str, wording: usize, words: &Words) -> Vec<(String, String)> {
    let mut groups: Vec<(String, String)> =
        words.chart.classes.iter().filter(|(code, _)| family.0.starts_with(code.as_str())).cloned().collect();
    let name = named(&family.1, "", wording);
    let name = name.trim_matches([' ', '-', ':', ',', '–', '—', '：']);
    if !item.is_empty() && !name.is_empty() {
        groups.push((family.0.clone(), name.to_owned()));
    }
    groups
}

/// Gives the balancing account what the others lack.
fn balance(accounts: &mut [Account], balancing: usize) {
    let sums = accounts.iter().fold((0, 0, 0), |(closing, opening, previous), account| {
        (closing + account.closing, opening + account.opening, previous + account.previous)
    });
    let account = &mut accounts[balancing];
    account.closing -= sums.0;
    account.opening -= sums.1;
    account.previous -= sums.2;
}

fn rows(account: Account, centres: &[&str], layout: &Layout, random: &mut Random) -> Vec<Record> {
    let Account { mut record, is_result, closing, opening, previous } = account;
    if layout.structure.centres && is_result && closing != 0 {
        return split(&record, closing, centres, random);
    }
    let turnover = if is_result { random.between(0.0, 0.1) } else { random.between(0.0, 3.0) };
    let (net, both) = (closing - opening, part(closing.abs().max(opening.abs()), turnover));
    record.set("movement", net.max(0) + both, (-net).max(0) + both);
    record.set_signed("opening", opening);
    record.set_signed("closing", closing);
    record.set_signed("previous", previous);
    for (month, amount) in months(net, random).into_iter().enumerate() {
        record.set_signed(&format!("month{}", month + 1), amount);
    }
    vec![record]
}

/// The movement of a year by months.
fn months(net: i64, random: &mut Random) -> [i64; 12] {
    let mut months = [0; 12];
    let mut left = net;
    for month in &mut months[..11] {
        *month = part(net, random.between(0.05, 0.11));
        left -= *month;
    }
    months[11] = left;
    months
}

/// Up to four centres share what is earned or spent.
fn split(record: &Record, closing: i64, centres: &[&str], random: &mut Random) -> Vec<Record> {
    let (count, first) = (1 + random.below(4), random.below(centres.len()));
    let mut left = closing;
    let mut rows = Vec::new();
    for number in 0..count {
        let amount = if number + 1 == count { left } else { part(left, random.between(0.2, 0.7)) };
        left -= amount;
        let centre = (first + 2 * number) % centres.len();
        let mut row = record.clone();
        row.texts.insert("centre", format!("{}", 1010 + 10 * centre));
        row.texts.insert("centre_name", centres[centre].to_owned());
        row.set_signed("closing", amount);
        rows.push(row);
    }
    rows
}
