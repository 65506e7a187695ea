//! Numbers, shares, money and sizes.

use redress_kernel::{Lang, money::Money};

/// A whole number with the language's digits and grouping.
pub fn whole(n: i64, lang: Lang) -> String {
    let grouped = grouped(&n.unsigned_abs().to_string(), grouping(lang));
    signed(n < 0, &in_digits(&grouped, lang), lang)
}

/// A number with so many digits after the decimal sign.
pub fn decimal(n: f64, digits: usize, lang: Lang) -> String {
    let plain = format!("{:.digits$}", n.abs());
    let negative = n < 0.0 && plain.chars().any(|c| matches!(c, '1'..='9'));
    signed(negative, &in_digits(&pointed(&plain, lang), lang), lang)
}

/// `n` is 0 to 100.
pub fn percent(n: f64, digits: usize, lang: Lang) -> String {
    let number = decimal(n, digits, lang);
    match lang {
        Lang::Lt => format!("{number}\u{a0}%"),
        Lang::Fa => format!("{number}٪"),
        _ => format!("{number}%"),
    }
}

/// A file's size, in units that people know from their telephone.
pub fn size(bytes: u64, lang: Lang) -> String {
    const UNITS: [(&str, &str, u64); 4] = [
        ("GB", "گیگابایت", 1 << 30),
        ("MB", "مگابایت", 1 << 20),
        ("kB", "کیلوبایت", 1 << 10),
        ("B", "بایت", 1),
    ];
    let (latin, persian, unit) = UNITS
        .into_iter()
        .find(|(_, _, unit)| bytes >= *unit)
        .unwrap_or(("B", "بایت", 1));
    let exact = bytes.is_multiple_of(unit) || bytes / unit >= 10;
    let number = decimal(bytes as f64 / unit as f64, usize::from(!exact), lang);
    match lang {
        Lang::Ko => format!("{number}{latin}"),
        Lang::Fa => format!("{number}\u{a0}{persian}"),
        _ => format!("{number}\u{a0}{latin}"),
    }
}

pub(super) fn money(money: &Money, lang: Lang) -> String {
    let amount = amount(money, lang);
    let code = money.currency.as_str();
    match (lang, code) {
        (Lang::En | Lang::Pseudo, "GBP") => sign("£", &amount),
        (Lang::En | Lang::Pseudo, "EUR") => sign("€", &amount),
        (Lang::En | Lang::Pseudo, "USD") => sign("$", &amount),
        (Lang::Ko, _) => match korean(code) {
            Some(unit) => format!("{amount}{unit}"),
            None => format!("{code}\u{a0}{amount}"),
        },
        (Lang::ZhHant, "TWD") => format!("新臺幣 {amount} 元"),
        (Lang::ZhHant | Lang::ZhHans, _) => match chinese(code, lang) {
            Some(unit) => format!("{amount}\u{a0}{unit}"),
            None => format!("{code}\u{a0}{amount}"),
        },
        (Lang::Lt, "EUR") => format!("{amount}\u{a0}Eur"),
        (Lang::Lt, _) => format!("{amount}\u{a0}{code}"),
        (Lang::Fa, _) => format!("{amount}\u{a0}{}", persian(code)),
        _ => format!("{code}\u{a0}{amount}"),
    }
}

fn sign(sign: &str, amount: &str) -> String {
    match amount.strip_prefix('-') {
        Some(rest) => format!("-{sign}{rest}"),
        None => format!("{sign}{amount}"),
    }
}

fn korean(code: &str) -> Option<&'static str> {
    Some(match code {
        "KRW" => "원",
        "EUR" => "유로",
        "USD" => "달러",
        "GBP" => "파운드",
        _ => return None,
    })
}

fn chinese(code: &str, lang: Lang) -> Option<&'static str> {
    let hant = lang == Lang::ZhHant;
    Some(match code {
        "CNY" if hant => "人民幣",
        "CNY" => "元",
        "TWD" => "新台币",
        "EUR" if hant => "歐元",
        "EUR" => "欧元",
        "USD" => "美元",
        "GBP" if hant => "英鎊",
        "GBP" => "英镑",
        _ => return None,
    })
}

/// Rial or toman is never guessed: the unit is always written out.
fn persian(code: &str) -> &str {
    match code {
        "IRR" => "ریال",
        "EUR" => "یورو",
        "USD" => "دلار",
        "GBP" => "پوند",
        other => other,
    }
}

/// Units and cents, by whole numbers only: an amount is never a float.
fn amount(money: &Money, lang: Lang) -> String {
    let decimals = Money::decimals(&money.currency);
    let digits = format!(
        "{:0>width$}",
        money.minor.unsigned_abs(),
        width = decimals + 1
    );
    let (units, cents) = digits.split_at(digits.len() - decimals);
    let whole_only = cents.chars().all(|c| c == '0')
        && (decimals == 0 || matches!(money.currency.as_str(), "TWD" | "CNY"));
    let plain = if whole_only {
        units.to_owned()
    } else {
        format!("{units}.{cents}")
    };
    signed(
        money.minor < 0,
        &in_digits(&pointed(&plain, lang), lang),
        lang,
    )
}

fn grouping(lang: Lang) -> char {
    match lang {
        Lang::Lt => '\u{a0}',
        Lang::Fa => '٬',
        _ => ',',
    }
}

/// `1234.5` with the language's grouping and decimal sign.
fn pointed(plain: &str, lang: Lang) -> String {
    let (units, rest) = plain.split_once('.').unwrap_or((plain, ""));
    let units = grouped(units, grouping(lang));
    if rest.is_empty() {
        return units;
    }
    let point = match lang {
        Lang::Lt => ',',
        Lang::Fa => '٫',
        _ => '.',
    };
    format!("{units}{point}{rest}")
}

fn grouped(digits: &str, separator: char) -> String {
    let mut out = String::with_capacity(digits.len() * 2);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(separator);
        }
        out.push(digit);
    }
    out
}

/// The sign stays before the number in a right-to-left line as well.
fn signed(negative: bool, number: &str, lang: Lang) -> String {
    match (negative, lang) {
        (false, _) => number.to_owned(),
        (true, Lang::Fa) => format!("\u{200e}-{number}"),
        (true, _) => format!("-{number}"),
    }
}

/// Persian digits for Persian; every other language of ours counts in Latin ones.
pub(crate) fn in_digits(text: &str, lang: Lang) -> String {
    if lang != Lang::Fa {
        return text.to_owned();
    }
    text.chars()
        .map(|c| match c {
            '0'..='9' => char::from_u32(c as u32 - 0x30 + 0x6f0).unwrap_or(c),
            other => other,
        })
        .collect()
}
