//! The six languages of Redress and the pseudo-language that shows text which
//! nobody sent through the catalogue.

use serde::{Deserialize, Serialize};

#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize,
)]
pub enum Lang {
    #[default]
    #[serde(rename = "en")]
    En,
    #[serde(rename = "ko")]
    Ko,
    #[serde(rename = "zh-Hant")]
    ZhHant,
    #[serde(rename = "zh-Hans")]
    ZhHans,
    #[serde(rename = "lt")]
    Lt,
    #[serde(rename = "fa")]
    Fa,
    /// Longer, accented English: hard-coded text stands out. Never offered to the public.
    #[serde(rename = "en-XA")]
    Pseudo,
}

impl Lang {
    pub const ALL: [Lang; 6] = [
        Lang::En,
        Lang::Ko,
        Lang::ZhHant,
        Lang::ZhHans,
        Lang::Lt,
        Lang::Fa,
    ];

    /// BCP 47.
    pub const fn tag(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::Ko => "ko",
            Lang::ZhHant => "zh-Hant",
            Lang::ZhHans => "zh-Hans",
            Lang::Lt => "lt",
            Lang::Fa => "fa",
            Lang::Pseudo => "en-XA",
        }
    }

    pub const fn dir(self) -> &'static str {
        match self {
            Lang::Fa => "rtl",
            _ => "ltr",
        }
    }

    /// How the language calls itself.
    pub const fn own_name(self) -> &'static str {
        match self {
            Lang::En => "English",
            Lang::Ko => "한국어",
            Lang::ZhHant => "繁體中文",
            Lang::ZhHans => "简体中文",
            Lang::Lt => "Lietuvių",
            Lang::Fa => "فارسی",
            Lang::Pseudo => "Ƥşḗŭḓǿ",
        }
    }

    /// Reads a tag as browsers and people write it (`zh-TW`, `fa_IR`, `lt-LT`).
    pub fn from_tag(tag: &str) -> Option<Lang> {
        let tag = tag.trim().replace('_', "-").to_ascii_lowercase();
        let mut parts = tag.split('-');
        match parts.next()? {
            "en" if tag == "en-xa" => Some(Lang::Pseudo),
            "en" => Some(Lang::En),
            "ko" => Some(Lang::Ko),
            "lt" => Some(Lang::Lt),
            "fa" => Some(Lang::Fa),
            "zh" if parts.any(|part| matches!(part, "hant" | "tw" | "hk" | "mo")) => {
                Some(Lang::ZhHant)
            }
            "zh" => Some(Lang::ZhHans),
            _ => None,
        }
    }

    /// The first language of an `Accept-Language` header that we speak, by its weights.
    pub fn accepted(header: &str) -> Option<Lang> {
        let mut wishes: Vec<(i32, Lang)> = header.split(',').filter_map(wish).collect();
        wishes.sort_by_key(|(weight, _)| -weight);
        wishes.first().map(|(_, lang)| *lang)
    }
}

fn wish(part: &str) -> Option<(i32, Lang)> {
    let (tag, weight) = part.split_once(";q=").unwrap_or((part, "1"));
    let weight = (weight.trim().parse::<f32>().ok()? * 1000.0) as i32;
    Lang::from_tag(tag)
        .filter(|_| weight > 0)
        .map(|lang| (weight, lang))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_gets_the_best_language_that_we_speak() {
        assert_eq!(
            Lang::accepted("de-DE,de;q=0.9,fa;q=0.7,en;q=0.5"),
            Some(Lang::Fa)
        );
        assert_eq!(Lang::accepted("zh-TW"), Some(Lang::ZhHant));
        assert_eq!(Lang::accepted("zh"), Some(Lang::ZhHans));
        assert_eq!(Lang::accepted("fr,*;q=0.1"), None);
    }
}
