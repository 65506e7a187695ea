//! How each language is written: particles, punctuation, letters, digits, quotes.

use crate::{
    at,
    catalogue::{Text, VALUE, planted, texts},
    found, nothing_found,
};

fn each(
    texts: &[Text],
    langs: &[&str],
    rule: impl Fn(&str, &str) -> Option<String>,
) -> Vec<String> {
    let mut findings = Vec::new();
    for text in texts
        .iter()
        .filter(|text| langs.contains(&text.lang.as_str()))
    {
        if let Some(wrong) = text.forms.iter().find_map(|form| rule(&text.lang, form)) {
            findings.push(at(text, wrong));
        }
    }
    findings
}

fn korean(_: &str, form: &str) -> Option<String> {
    for both in [
        "을(를)", "은(는)", "이(가)", "(으)로", "와(과)", "과(와)", "되셨",
    ] {
        if form.contains(both) {
            return Some(format!("do not write {both}"));
        }
    }
    let letters: Vec<char> = form.chars().collect();
    letters.windows(2).enumerate().find_map(|(index, pair)| {
        let next = letters.get(index + 2).copied();
        let particle = pair[0] == VALUE && "은는이가을를과와로".contains(pair[1]);
        let ends = next.is_none_or(|c| !is_hangul(c));
        (particle && ends).then(|| {
            format!(
                "particle {} straight after a value: put a noun between or write it after a colon",
                pair[1]
            )
        })
    })
}

fn is_hangul(c: char) -> bool {
    matches!(c, '\u{ac00}'..='\u{d7a3}')
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}')
}

/// Pairs of a Traditional and a Simplified character that only one script uses.
const TRADITIONAL: &str = "們這個來說對時會為後過還無見學長開門問間關東車馬魚鳥龍電話語請謝證認識議論評設計訂試該詳誤讀誰調談講許訴詞資費貨買賣質賠償員單價號碼機構檢查條條約級經給續組織結終統線網繳總縮維緊應當業務專實際審處辦理據據擔損換報復標準樣權屬屆層幣帳幫張強錄鐘錯鍵鐵銀錢險陸陽階隊隨難離雲雙雜靈響項順預頁題額類願顧飛飯館體驗髮鬆點黨齊齡補裝裡製複規視覺觀觸訊";
const SIMPLIFIED: &str = "们这个来说对时会为后过还无见学长开门问间关东车马鱼鸟龙电话语请谢证认识议论评设计订试该详误读谁调谈讲许诉词资费货买卖质赔偿员单价号码机构检查条条约级经给续组织结终统线网缴总缩维紧应当业务专实际审处办理据据担损换报复标准样权属届层币帐帮张强录钟错键铁银钱险陆阳阶队随难离云双杂灵响项顺预页题额类愿顾飞饭馆体验发松点党齐龄补装里制复规视觉观触讯";

/// Written alike in both, or used in both with different meanings.
const SHARED: &str = "個查條理據准復里制发后松云当";

fn chinese(lang: &str, form: &str) -> Option<String> {
    let letters: Vec<char> = form.chars().collect();
    let beside = letters.windows(2).find(|pair| {
        let ascii = |c: char| ",;:?!()".contains(c);
        (is_han(pair[0]) && ascii(pair[1])) || (ascii(pair[0]) && is_han(pair[1]))
    });
    if let Some(pair) = beside {
        return Some(format!(
            "ASCII punctuation beside Han: {}{}",
            pair[0], pair[1]
        ));
    }
    let tight = letters.windows(2).find(|pair| {
        let latin = |c: char| c.is_ascii_alphanumeric() || c == VALUE;
        (is_han(pair[0]) && pair[1].is_ascii_alphabetic())
            || (pair[0].is_ascii_alphabetic() && is_han(pair[1]))
            || (pair[0] == VALUE && latin(pair[1]))
    });
    if let Some(pair) = tight {
        return Some(format!(
            "a space between Han and Latin: {}{}",
            pair[0], pair[1]
        ));
    }
    let (quotes, other) = match lang {
        "zh-Hant" => ("“”‘’", SIMPLIFIED),
        _ => ("「」『』", TRADITIONAL),
    };
    let ours = if lang == "zh-Hant" {
        TRADITIONAL
    } else {
        SIMPLIFIED
    };
    letters
        .iter()
        .find(|c| {
            quotes.contains(**c)
                || (other.contains(**c) && !ours.contains(**c) && !SHARED.contains(**c))
        })
        .map(|c| format!("{c} belongs to the other script"))
}

fn persian(_: &str, form: &str) -> Option<String> {
    let mut isolated = 0u32;
    for c in form.chars() {
        match c {
            '\u{2066}'..='\u{2068}' => isolated += 1,
            '\u{2069}' => isolated = isolated.saturating_sub(1),
            '\u{64a}' | '\u{643}' | '\u{629}' | '\u{640}' => {
                return Some(format!("U+{:04X}: write ی, ک, ه and no tatweel", c as u32));
            }
            '0'..='9' | ',' | ';' | '?' | '"' if isolated == 0 => {
                return Some(format!("{c:?} outside an isolate: ۰-۹ ، ؛ ؟ « »"));
            }
            _ => {}
        }
    }
    form.contains(" می ")
        .then(|| "می stands with U+200C, not with a space".to_owned())
}

const BEFORE_UNIT: [&str; 7] = ["m.", "d.", "val.", "min.", "Eur", "%", "s "];

fn lithuanian(_: &str, form: &str) -> Option<String> {
    if form.contains(['"', '\'', '”']) {
        return Some("quotes are „ and “".to_owned());
    }
    let count = |quote| form.matches(quote).count();
    if count('„') != count('“') {
        return Some("„ is closed by “".to_owned());
    }
    for unit in BEFORE_UNIT {
        for (index, _) in form.match_indices(&format!(" {unit}")) {
            let before = form[..index].chars().next_back();
            if before.is_some_and(|c| c.is_ascii_digit() || c == VALUE) {
                return Some(format!("a no-break space before {unit}"));
            }
        }
    }
    form.match_indices(" Jūs")
        .any(|(index, _)| !form[..index].ends_with(['.', '?', '!', ':', '–']))
        .then(|| "jūs is written small inside a sentence".to_owned())
}

fn all(texts: &[Text]) -> Vec<String> {
    let mut findings = each(texts, &["ko"], korean);
    findings.extend(each(texts, &["zh-Hant", "zh-Hans"], chinese));
    findings.extend(each(texts, &["fa"], persian));
    findings.extend(each(texts, &["lt"], lithuanian));
    findings
}

#[test]
fn each_language_is_written_by_its_rules() {
    nothing_found("How it is written:", &all(&texts()));
}

#[test]
fn planted_faults_of_writing_are_found() {
    let faults = [
        planted("ko", "a = { $name }이 접수했습니다"),
        planted("ko", "b = 접수되셨습니다"),
        planted("zh-Hant", "c = 申訴,收到"),
        planted("zh-Hant", "d = 投诉"),
        planted("zh-Hans", "e = 「退款」"),
        planted("zh-Hans", "f = 格式為"),
        planted("fa", "g = شكایت"),
        planted("fa", "h = 3 شکایت"),
        planted("fa", "i = این می تواند"),
        planted("lt", "j = \"Skundas\""),
        planted("lt", "k = liko { $n } d."),
        planted("lt", "l = Gavome Jūsų skundą"),
    ];
    let wrong = [
        "a: particle",
        "b: do not",
        "c: ASCII",
        "d: 诉",
        "e: 「",
        "f: 為",
        "g: U+0643",
        "h: '3'",
        "i: می",
        "j: quotes",
        "k: a no-break",
        "l: jūs",
    ];
    found(&all(&faults), &wrong);
    let right = [
        planted("ko", "a = { $name } 님이 { $n }건을 접수했습니다"),
        planted("zh-Hant", "b = 我們已收到您的申訴，共 { $n } 件。"),
        planted("fa", "c = شمارهٔ پیگیری: \u{2066}RD-26\u{2069}"),
        planted(
            "lt",
            "d = Laba diena. Jūsų skundą gavome, liko { $n }\u{a0}d.",
        ),
    ];
    found(&all(&right), &[]);
}
