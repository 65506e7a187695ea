//! A figure: so many, of so many. Shares of few cases say little, so they carry
//! how little: none is given below five, and below thirty there is a warning and
//! the range in which the true share may lie.

use super::{Indicator, Period, Unit, View};

/// Below so many cases no share is given: it would be noise, and close to a person.
pub const HIDDEN_BELOW: i64 = 5;
/// Below so many cases a share comes with a warning.
pub const SMALL_BELOW: i64 = 30;

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Figure {
    pub indicator: &'static Indicator,
    pub view: View,
    pub period: Period,
    /// The numerator, or the number itself.
    pub counted: i64,
    /// The denominator of a share.
    pub of: Option<i64>,
}

impl Figure {
    /// 0 to 100. None for a number that is no share, and where too few cases lie behind it.
    pub fn share(&self) -> Option<f64> {
        let of = self.of.filter(|of| *of >= HIDDEN_BELOW)?;
        Some(self.counted as f64 * 100.0 / of as f64)
    }

    /// The share in tenths of a percent, as whole numbers for comparing.
    pub fn permille(&self) -> Option<i64> {
        let of = self.of.filter(|of| *of >= HIDDEN_BELOW)?;
        Some((self.counted * 2000 + of) / (of * 2))
    }

    /// No share can be given.
    pub fn too_few(&self) -> bool {
        self.indicator.unit == Unit::Share && self.of.unwrap_or(0) < HIDDEN_BELOW
    }

    /// A share is given, with a warning.
    pub fn small_sample(&self) -> bool {
        let of = self.of.unwrap_or(SMALL_BELOW);
        (HIDDEN_BELOW..SMALL_BELOW).contains(&of)
    }

    /// The 95 % interval of Wilson: where the share of a longer run may lie. 0 to 100.
    pub fn interval(&self) -> Option<(f64, f64)> {
        let n = self.of.filter(|of| *of >= HIDDEN_BELOW)? as f64;
        let (p, z) = (self.counted as f64 / n, 1.96_f64);
        let middle = p + z * z / (2.0 * n);
        let reach = z * (p * (1.0 - p) / n + z * z / (4.0 * n * n)).sqrt();
        let scale = 1.0 + z * z / n;
        let low = ((middle - reach) / scale).max(0.0);
        let high = ((middle + reach) / scale).min(1.0);
        Some((low * 100.0, high * 100.0))
    }

    /// What a target is compared with: the permille of a share, the number otherwise.
    pub fn level(&self) -> Option<i64> {
        match self.indicator.unit {
            Unit::Share => self.permille(),
            Unit::Complaints => Some(self.counted),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::indicator::named;

    fn late(counted: i64, of: i64) -> Figure {
        Figure {
            indicator: named("acknowledged-late").unwrap_or(&super::super::ALL[0]),
            view: View::Received,
            period: Period::read("2026-11").unwrap(),
            counted,
            of: Some(of),
        }
    }

    #[test]
    fn four_cases_give_no_share_and_twenty_nine_give_a_warning() {
        assert_eq!(
            (late(1, 4).share(), late(1, 4).too_few()),
            (None, true),
            "one of four"
        );
        assert_eq!(late(1, 5).share(), Some(20.0));
        assert!(late(1, 29).small_sample() && !late(1, 30).small_sample());
        assert_eq!(late(1, 3).permille(), None);
        assert_eq!(late(1, 16).permille(), Some(63), "62.5 rounds up");
    }

    #[test]
    fn none_of_ten_may_still_be_one_in_four() {
        let (low, high) = late(0, 10).interval().unwrap();
        assert!(low == 0.0 && (27.0..28.5).contains(&high), "{high}");
        let (low, high) = late(10, 10).interval().unwrap();
        assert!((71.5..73.0).contains(&low) && high == 100.0, "{low}");
    }
}
