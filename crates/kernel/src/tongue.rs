//! Does a text seem to be written in another language than the letter that it goes
//! into? By its script where scripts differ, by small words and by characters where
//! they do not. It is a hint for the writer, never a refusal: names, numbers, addresses
//! and short words say nothing. Leaves no evidence.

use crate::Lang;

/// Fewer letters than this say nothing; a character of Chinese or a syllable of
/// Korean counts as three.
const LETTERS_MIN: usize = 20;
/// So many small words, or characters of the other writing, are no accident.
const SIGNS_MIN: usize = 3;

/// One paragraph is enough: the words round it may be our own, in the right language.
pub fn seems_other(text: &str, letter: Lang) -> bool {
    text.lines().any(|line| paragraph_seems_other(line, letter))
}

fn paragraph_seems_other(text: &str, letter: Lang) -> bool {
    let words: Vec<&str> = text
        .split_whitespace()
        .filter(|word| says_something(word))
        .collect();
    let seen = Scripts::of(&words);
    if seen.all() < LETTERS_MIN {
        return false;
    }
    if seen.of_language(letter) * 2 < seen.all() {
        return true;
    }
    let (own, other) = match letter {
        Lang::En | Lang::Pseudo => (english(&words), lithuanian(&words)),
        Lang::Lt => (lithuanian(&words), english(&words)),
        Lang::ZhHant => (among(text, TRADITIONAL), among(text, SIMPLIFIED)),
        Lang::ZhHans => (among(text, SIMPLIFIED), among(text, TRADITIONAL)),
        Lang::Ko | Lang::Fa => return false,
    };
    other >= SIGNS_MIN && other > own * 2
}

/// An address, a reference and a number are written alike everywhere.
fn says_something(word: &str) -> bool {
    let mark = |c: char| c.is_ascii_digit() || "@/_".contains(c);
    !(word.is_ascii() && word.contains(mark))
}

/// How many letters of each script, each weighed by how much it says.
#[derive(Default)]
struct Scripts {
    latin: usize,
    arabic: usize,
    hangul: usize,
    han: usize,
    others: usize,
}

impl Scripts {
    fn of(words: &[&str]) -> Scripts {
        let mut seen = Scripts::default();
        for c in words.iter().flat_map(|word| word.chars()) {
            match c {
                'a'..='z' | 'A'..='Z' | '\u{c0}'..='\u{24f}' => seen.latin += 1,
                '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}' | '\u{fb50}'..='\u{fdff}' => {
                    seen.arabic += usize::from(c.is_alphabetic());
                }
                '\u{1100}'..='\u{11ff}' | '\u{3130}'..='\u{318f}' | '\u{ac00}'..='\u{d7a3}' => {
                    seen.hangul += 3;
                }
                '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' => seen.han += 3,
                c if c.is_alphabetic() => seen.others += 1,
                _ => {}
            }
        }
        seen
    }

    fn all(&self) -> usize {
        self.latin + self.arabic + self.hangul + self.han + self.others
    }

    fn of_language(&self, lang: Lang) -> usize {
        match lang {
            Lang::En | Lang::Lt | Lang::Pseudo => self.latin,
            // Korean may name things in Chinese characters.
            Lang::Ko => self.hangul + self.han / 3,
            Lang::ZhHant | Lang::ZhHans => self.han,
            Lang::Fa => self.arabic,
        }
    }
}

const ENGLISH: &[&str] = &[
    "the", "and", "of", "to", "is", "was", "were", "your", "you", "we", "our", "that", "this",
    "for", "with", "not", "have", "has", "been", "are", "will", "it", "be", "by", "from", "at",
];
const LITHUANIAN: &[&str] = &[
    "ir", "kad", "yra", "buvo", "mes", "su", "bet", "kaip", "nuo", "iki", "per", "tai", "pagal",
    "nes", "apie", "po", "arba", "bus", "dėl", "jūs", "jūsų", "mūsų", "už", "prie", "į", "iš",
];

fn plain(word: &str) -> String {
    let letters = word.trim_matches(|c: char| !c.is_alphabetic());
    letters.to_lowercase()
}

fn english(words: &[&str]) -> usize {
    let known = |word: &&&str| ENGLISH.contains(&plain(word).as_str());
    words.iter().filter(known).count()
}

/// Its small words, and words with letters that English has not.
fn lithuanian(words: &[&str]) -> usize {
    let known = |word: &&&str| {
        let word = plain(word);
        LITHUANIAN.contains(&word.as_str())
            || word.contains(['ą', 'č', 'ę', 'ė', 'į', 'š', 'ų', 'ū', 'ž'])
    };
    words.iter().filter(known).count()
}

/// Frequent characters that only one of the two writings has, pair by pair.
const TRADITIONAL: &str = "們這個來時為說國過對發後會現學經還問關當沒應開與進樣點從長實業種題體話動員電處單請費錯關帳給訴證認調讓寫聽見間號辦務無總線網車";
const SIMPLIFIED: &str = "们这个来时为说国过对发后会现学经还问关当没应开与进样点从长实业种题体话动员电处单请费错关账给诉证认调让写听见间号办务无总线网车";

fn among(text: &str, writing: &str) -> usize {
    let shared = |c: &char| TRADITIONAL.contains(*c) && SIMPLIFIED.contains(*c);
    text.chars()
        .filter(|c| writing.contains(*c) && !shared(c))
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The same finding as each office would write it.
    const FINDINGS: [(Lang, &str); 6] = [
        (
            Lang::En,
            "The meter was read at the wrong house, and your bill has been too high since May.",
        ),
        (
            Lang::Ko,
            "검침을 다른 집에서 하여 5월부터 요금이 너무 많이 청구되었습니다.",
        ),
        (
            Lang::ZhHant,
            "抄錶員讀錯了門牌，從五月起您的帳單多收了費用，我們會退還給您。",
        ),
        (
            Lang::ZhHans,
            "抄表员读错了门牌，从五月起您的账单多收了费用，我们会退还给您。",
        ),
        (
            Lang::Lt,
            "Skaitiklis buvo nurodytas ne tame name, todėl nuo gegužės sąskaita buvo per didelė.",
        ),
        (
            Lang::Fa,
            "کنتور خانهٔ دیگری خوانده شده بود و قبض شما از اردیبهشت بیش از اندازه بوده است.",
        ),
    ];

    #[test]
    fn each_of_the_six_is_known_in_its_own_letter_and_noticed_in_the_five_others() {
        for (written, text) in FINDINGS {
            for letter in Lang::ALL {
                assert_eq!(
                    seems_other(text, letter),
                    written != letter,
                    "{written:?} in a letter in {letter:?}"
                );
            }
        }
    }

    #[test]
    fn names_numbers_and_addresses_say_nothing() {
        for text in [
            "",
            "RD-26-004J-7KQ",
            "Jonas Petraitis",
            "https://northfield.example/bills jonas@northfield.example",
            "004711, 004822, 2026-11-20",
        ] {
            for letter in Lang::ALL {
                assert!(!seems_other(text, letter), "{text} {letter:?}");
            }
        }
    }

    #[test]
    fn a_latin_name_inside_is_no_other_language() {
        let fa =
            "قبض شرکت Northfield Water برای خانهٔ شما دوباره حساب شد و مبلغ اضافی برگشت داده می‌شود.";
        assert!(!seems_other(fa, Lang::Fa));
        let ko = "Northfield Water 요금을 다시 계산하여 더 내신 금액을 돌려드리겠습니다.";
        assert!(!seems_other(ko, Lang::Ko));
    }

    #[test]
    fn dates_in_figures_hide_nothing_of_a_sentence_without_spaces() {
        let text = "2026年5月的帳單算錯了，我們會退還多收的費用給您。";
        assert!(seems_other(text, Lang::Fa) && seems_other(text, Lang::ZhHans));
        assert!(!seems_other(text, Lang::ZhHant));
    }

    #[test]
    fn one_foreign_paragraph_among_ours_is_noticed() {
        let letter =
            "درود بر شما\n\nThe meter was read at the wrong house.\n\nبا احترام، آب نورث‌فیلد";
        assert!(seems_other(letter, Lang::Fa));
    }
}
