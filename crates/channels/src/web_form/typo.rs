//! "Did you mean gmail.com?": an address one slip away from a common one gets a
//! question, never a refusal.

const COMMON: &[&str] = &[
    "gmail.com",
    "googlemail.com",
    "outlook.com",
    "hotmail.com",
    "live.com",
    "yahoo.com",
    "icloud.com",
    "proton.me",
    "protonmail.com",
    "naver.com",
    "daum.net",
    "hanmail.net",
    "kakao.com",
    "qq.com",
    "163.com",
    "126.com",
    "sina.com",
    "yahoo.com.tw",
    "msa.hinet.net",
    "inbox.lt",
    "one.lt",
    "mail.ru",
    "yandex.com",
    "chmail.ir",
];

/// The address that was probably meant.
pub fn meant(email: &str) -> Option<String> {
    let (local, domain) = email.trim().rsplit_once('@')?;
    let domain = domain.to_lowercase();
    if COMMON.contains(&domain.as_str()) {
        return None;
    }
    let near = COMMON.iter().find(|common| slips(&domain, common) == 1)?;
    Some(format!("{local}@{near}"))
}

/// 0: the same; 1: one letter more, less, other, or two neighbours exchanged; 2: further away.
fn slips(typed: &str, known: &str) -> u8 {
    let (a, b): (Vec<char>, Vec<char>) = (typed.chars().collect(), known.chars().collect());
    let same_start = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let rest = |all: &[char], from: usize| all.get(from..).unwrap_or_default().to_vec();
    let (a, b) = (rest(&a, same_start), rest(&b, same_start));
    match (a.as_slice(), b.as_slice()) {
        ([], []) => 0,
        ([x, y, after_a @ ..], [p, q, after_b @ ..]) if x == q && y == p && after_a == after_b => 1,
        ([_, after_a @ ..], [_, after_b @ ..]) if after_a == after_b => 1,
        ([_, after @ ..], all) if after == all => 1,
        (all, [_, after @ ..]) if after == all => 1,
        _ => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::meant;

    #[test]
    fn one_slip_is_asked_about_and_an_own_domain_is_left_alone() {
        let fixed = Some("rasa@gmail.com".to_owned());
        for typed in [
            "rasa@gmial.com",
            "rasa@gmal.com",
            "rasa@gmaill.com",
            "rasa@gnail.com",
            "rasa@GMAIL.con",
        ] {
            assert_eq!(meant(typed), fixed, "{typed}");
        }
        for typed in [
            "rasa@gmail.com",
            "rasa@blueferry.example",
            "rasa@例子.公司",
            "rasa",
        ] {
            assert_eq!(meant(typed), None, "{typed}");
        }
    }
}
