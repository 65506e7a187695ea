//! Plural categories of our six languages (Unicode CLDR 47).

use redress_kernel::Lang;

/// `one`, `few`, `many` or `other` for this number as it is written.
pub fn category(lang: Lang, n: f64) -> &'static str {
    let n = n.abs();
    let (whole, fraction) = (n.trunc(), n.fract() != 0.0);
    let one = match lang {
        Lang::En | Lang::Pseudo => !fraction && whole == 1.0,
        Lang::Fa => whole == 0.0 || n == 1.0,
        Lang::Lt => return lithuanian(whole, fraction),
        Lang::Ko | Lang::ZhHant | Lang::ZhHans => false,
    };
    if one { "one" } else { "other" }
}

fn lithuanian(whole: f64, fraction: bool) -> &'static str {
    let teen = (11.0..=19.0).contains(&(whole % 100.0));
    match whole % 10.0 {
        _ if fraction => "many",
        last if last == 1.0 && !teen => "one",
        last if last >= 2.0 && !teen => "few",
        _ => "other",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(lang: Lang) -> Vec<&'static str> {
        [0.0, 1.0, 2.0, 5.0, 11.0, 21.0, 101.0, 1.5, 22.0, 111.0]
            .into_iter()
            .map(|n| category(lang, n))
            .collect()
    }

    #[test]
    fn each_language_has_its_own_categories() {
        let other = "other";
        assert_eq!(
            all(Lang::En),
            [
                other, "one", other, other, other, other, other, other, other, other
            ]
        );
        assert_eq!(
            all(Lang::Lt),
            [
                other, "one", "few", "few", other, "one", "one", "many", "few", other
            ]
        );
        assert_eq!(
            all(Lang::Fa),
            [
                "one", "one", other, other, other, other, other, other, other, other
            ]
        );
        assert!(all(Lang::Ko).iter().all(|its| *its == other));
        assert!(all(Lang::ZhHant).iter().all(|its| *its == other));
    }
}
