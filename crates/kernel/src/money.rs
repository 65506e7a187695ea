//! Money is whole minor units with its ISO 4217 currency; never a float.

use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Money {
    /// Cents, won, rials: whatever the currency's smallest unit is.
    pub minor: i64,
    /// ISO 4217, three capital letters.
    pub currency: String,
}

impl Money {
    /// How many digits stand after the decimal sign in this currency.
    pub fn decimals(currency: &str) -> usize {
        match currency {
            "KRW" | "JPY" | "IRR" | "VND" | "ISK" | "CLP" => 0,
            "KWD" | "BHD" | "OMR" | "JOD" | "TND" => 3,
            _ => 2,
        }
    }

    /// Reads what a person typed ("12.50", "1 250", "۱۲٬۵۰۰") into minor units.
    /// None when it is not an amount of this currency.
    pub fn read(typed: &str, currency: &str) -> Option<Money> {
        let plain: String = crate::fields::latin_digits(typed)
            .chars()
            .filter(|c| !c.is_whitespace() && !matches!(c, '\u{66c}' | '\u{2066}'..='\u{2069}'))
            .map(|c| if c == '\u{66b}' { '.' } else { c })
            .collect();
        let decimals = Money::decimals(currency);
        let (whole, fraction) = split_amount(&plain, decimals)?;
        let scale = 10i64.checked_pow(decimals as u32)?;
        let fraction_minor = if fraction.is_empty() {
            0
        } else {
            format!("{fraction:0<decimals$}").parse::<i64>().ok()?
        };
        let minor = whole
            .parse::<i64>()
            .ok()?
            .checked_mul(scale)?
            .checked_add(fraction_minor)?;
        Some(Money {
            minor,
            currency: currency.to_owned(),
        })
    }
}

/// The last `.` or `,` followed by at most `decimals` digits is the decimal sign; all others group.
fn split_amount(plain: &str, decimals: usize) -> Option<(String, String)> {
    let is_amount = !plain.is_empty()
        && plain
            .chars()
            .all(|c| c.is_ascii_digit() || c == '.' || c == ',');
    if !is_amount {
        return None;
    }
    let digits = |text: &str| {
        text.chars()
            .filter(char::is_ascii_digit)
            .collect::<String>()
    };
    match plain.rsplit_once(['.', ',']) {
        Some((whole, fraction)) if decimals > 0 && (1..=decimals).contains(&fraction.len()) => {
            Some((digits(whole), fraction.to_owned())).filter(|(whole, _)| !whole.is_empty())
        }
        _ => Some((digits(plain), String::new())).filter(|(whole, _)| !whole.is_empty()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_as_people_write_them() {
        let minor = |typed, currency| Money::read(typed, currency).map(|money| money.minor);
        assert_eq!(minor("12.50", "EUR"), Some(1250));
        assert_eq!(minor("1 234,5", "EUR"), Some(123_450));
        assert_eq!(minor("1,250", "EUR"), Some(125_000));
        assert_eq!(minor("۱٬۲۵۰٬۰۰۰", "IRR"), Some(1_250_000));
        assert_eq!(minor("12,500", "KRW"), Some(12_500));
        assert_eq!(minor("a lot", "EUR"), None);
        assert_eq!(minor("", "EUR"), None);
        assert_eq!(minor("99999999999999999999", "EUR"), None);
    }
}
