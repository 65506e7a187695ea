//! The texts of packs keep to the rules by which the catalogues are written.

use super::texts;
use redress_kernel::Lang;
use redress_packs::pack::packs;

#[test]
fn every_text_keeps_to_the_rules_of_its_language() {
    let mut faults = Vec::new();
    for pack in packs() {
        for (place, text) in texts(pack) {
            for lang in Lang::ALL {
                let own = text.get(lang);
                let found = self::faults(lang, own);
                faults.extend(
                    found
                        .iter()
                        .map(|it| format!("{place} {}: {it}", lang.tag())),
                );
                if lang != Lang::En && own == text.get(Lang::En) {
                    faults.push(format!("{place} {}: left in English", lang.tag()));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_planted_fault_is_found() {
    for (lang, text) in [
        (Lang::Ko, "기한을(를) 늘립니다"),
        (Lang::ZhHant, "期限,可延長"),
        (Lang::ZhHant, "用户"),
        (Lang::ZhHans, "「期限」"),
        (Lang::Lt, "iki 14 d."),
        (Lang::Lt, "\"terminas\""),
        (Lang::Fa, "مهلت 14 روز"),
        (Lang::Fa, "مهلت در RG 271"),
        (Lang::Fa, "مهلت مي‌گذرد"),
    ] {
        assert!(!faults(lang, text).is_empty(), "{text}");
    }
    assert!(faults(Lang::Fa, "مهلت (\u{2066}RG 271\u{2069}) ۱۴ روز است.").is_empty());
    assert!(faults(Lang::Lt, "iki 14\u{a0}d.").is_empty());
}

fn faults(lang: Lang, text: &str) -> Vec<String> {
    match lang {
        Lang::Ko => containing(
            text,
            &["당신", "을(를)", "은(는)", "이(가)", "(으)로", "되셨"],
        ),
        Lang::ZhHant => [
            containing(
                text,
                &["“", "”", "信息", "文件夹", "用户", "默认", "网络", "软件"],
            ),
            beside_han(text),
        ]
        .concat(),
        Lang::ZhHans => [
            containing(text, &["「", "」", "矫正措施"]),
            beside_han(text),
        ]
        .concat(),
        Lang::Lt => [containing(text, &["\"", "'"]), loose_units(text)].concat(),
        Lang::Fa => not_persian(text),
        _ => Vec::new(),
    }
}

fn containing(text: &str, words: &[&str]) -> Vec<String> {
    let found = words.iter().filter(|word| text.contains(**word));
    found.map(|word| format!("`{word}` in `{text}`")).collect()
}

/// Punctuation of Latin width next to a Han character.
fn beside_han(text: &str) -> Vec<String> {
    let han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    let latin = |c: char| matches!(c, ',' | ';' | ':' | '?' | '!' | '(' | ')');
    let pairs = text.chars().zip(text.chars().skip(1));
    let narrow = pairs.filter(|(a, b)| (han(*a) && latin(*b)) || (latin(*a) && han(*b)));
    narrow
        .map(|(a, b)| format!("`{a}{b}` in `{text}`"))
        .collect()
}

/// A number that could be torn from its unit.
fn loose_units(text: &str) -> Vec<String> {
    let units = ["m.", "d.", "val.", "Eur"];
    let words: Vec<&str> = text.split(' ').collect();
    let pairs = words.iter().zip(words.iter().skip(1));
    let loose = pairs.filter(|(number, unit)| {
        number.ends_with(|c: char| c.is_ascii_digit())
            && units.iter().any(|it| unit.starts_with(it))
    });
    loose
        .map(|(a, b)| format!("`{a} {b}` in `{text}`"))
        .collect()
}

/// Latin letters and digits only inside isolates, no Arabic letter forms.
fn not_persian(text: &str) -> Vec<String> {
    let mut deep = 0;
    let mut faults = Vec::new();
    for c in text.chars() {
        match c {
            '\u{2066}' | '\u{2068}' => deep += 1,
            '\u{2069}' => deep -= 1,
            'ي' | 'ك' | 'ة' | 'ـ' => faults.push(format!("`{c}` in `{text}`")),
            ',' | ';' | '?' | '"' if deep == 0 => faults.push(format!("`{c}` in `{text}`")),
            _ if deep == 0 && c.is_ascii_alphanumeric() => {
                faults.push(format!("`{c}` outside an isolate in `{text}`"));
            }
            _ => {}
        }
    }
    if deep != 0 {
        faults.push(format!("isolates that do not close in `{text}`"));
    }
    faults
}
