//! Characters that turn the direction of writing round. What people type or paste may
//! hold them; in a list, a letter or a mail they would turn what stands beside it.
//! Overrides and embeddings go. Isolates stay, because our own texts put them round
//! references and numbers, but each is closed before its line ends. Leaves no evidence.

use std::borrow::Cow;

const END: char = '\u{2069}';

/// The same words, and nothing that reaches beyond them.
pub fn straightened(text: &str) -> Cow<'_, str> {
    if !text.contains(|c| turns(c) || isolates(c) || c == END) {
        return Cow::Borrowed(text);
    }
    let lines: Vec<String> = text.split('\n').map(line).collect();
    Cow::Owned(lines.join("\n"))
}

fn line(text: &str) -> String {
    let mut open = 0usize;
    let mut straight = String::with_capacity(text.len());
    for c in text.chars().filter(|c| !turns(*c)) {
        match c {
            END if open == 0 => continue,
            END => open -= 1,
            c if isolates(c) => open += 1,
            _ => {}
        }
        straight.push(c);
    }
    straight.extend(std::iter::repeat_n(END, open));
    straight
}

/// Embeddings, overrides and what ends them.
fn turns(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}')
}

fn isolates(c: char) -> bool {
    matches!(c, '\u{2066}'..='\u{2068}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn overrides_go_and_isolates_end_with_their_line() {
        for (typed, kept) in [
            ("refund \u{202e}321\u{202c} paid", "refund 321 paid"),
            (
                "a \u{2066}RD-26-004J-7KQ\u{2069} b",
                "a \u{2066}RD-26-004J-7KQ\u{2069} b",
            ),
            ("a\u{2067}b\nc", "a\u{2067}b\u{2069}\nc"),
            ("a\u{2069}b", "ab"),
            ("\u{2066}\u{2068}x", "\u{2066}\u{2068}x\u{2069}\u{2069}"),
            ("می\u{200c}روم \u{200f}۱۲", "می\u{200c}روم \u{200f}۱۲"),
        ] {
            assert_eq!(straightened(typed), kept, "{typed:?}");
        }
    }

    #[test]
    fn words_without_them_are_not_even_copied() {
        assert!(matches!(straightened("plain\nwords"), Cow::Borrowed(_)));
    }
}
