//! The beginning of a text that is too long for one line: cut behind a word, with
//! an ellipsis that says so, and never inside what a reader takes for one sign.

use std::borrow::Cow;

/// At most `max` characters, the ellipsis included; a text that fits stays whole.
pub fn excerpt(text: &str, max: usize) -> Cow<'_, str> {
    if text.chars().nth(max).is_none() {
        return Cow::Borrowed(text);
    }
    let room = text
        .char_indices()
        .nth(max.saturating_sub(1))
        .map_or(0, |(at, _)| at);
    let (head, rest) = text.split_at_checked(room).unwrap_or((text, ""));
    let end = match head.rfind(char::is_whitespace) {
        _ if rest.starts_with(char::is_whitespace) => room,
        // Without a space in its second half it is one long word, or a script that
        // writes none: then it ends where the room does.
        Some(space) if space * 2 >= room => space,
        _ => whole(text, room),
    };
    let kept = head.get(..end).unwrap_or(head).trim_end_matches(hanging);
    Cow::Owned(format!("{kept}…"))
}

/// What would look lost before an ellipsis.
fn hanging(c: char) -> bool {
    c.is_whitespace() || ",;:،؛，、；：-–—".contains(c)
}

/// The last place at or before this one that lies between two signs.
fn whole(text: &str, mut at: usize) -> usize {
    while let Some((before, after)) = text.split_at_checked(at) {
        match (before.chars().next_back(), after.chars().next()) {
            (Some(last), Some(next)) if joined(last, next) => at -= last.len_utf8(),
            _ => break,
        }
    }
    at
}

/// Two characters that make one sign: accents, joined emoji, flags, Korean letters
/// that were written in parts. Rather too many than too few: it only cuts earlier.
fn joined(last: char, next: char) -> bool {
    const JOINER: char = '\u{200d}';
    let flag = |c: char| ('\u{1f1e6}'..='\u{1f1ff}').contains(&c);
    last == JOINER || extends(next) || (flag(last) && flag(next))
}

fn extends(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5bd}'
        | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6ed}'
        | '\u{900}'..='\u{903}' | '\u{93a}'..='\u{94f}' | '\u{e31}'..='\u{e3a}'
        | '\u{e47}'..='\u{e4e}' | '\u{1160}'..='\u{11ff}' | '\u{1ab0}'..='\u{1aff}'
        | '\u{1dc0}'..='\u{1dff}' | '\u{200c}' | '\u{200d}' | '\u{20d0}'..='\u{20ff}'
        | '\u{3099}'..='\u{309a}' | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}'
        | '\u{1f3fb}'..='\u{1f3ff}' | '\u{e0020}'..='\u{e007f}' | '\u{e0100}'..='\u{e01ef}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_fits_stays_as_it_is() {
        assert_eq!(
            excerpt("The ferry left early.", 21),
            "The ferry left early."
        );
        assert_eq!(excerpt("", 10), "");
    }

    #[test]
    fn a_long_text_ends_behind_a_word_and_says_that_it_goes_on() {
        let story = "The ferry left early, so we missed it";
        assert_eq!(excerpt(story, 18), "The ferry left…");
        assert_eq!(excerpt(story, 23), "The ferry left early…");
        assert_eq!(excerpt(story, 22), "The ferry left early…");
        for max in 1..40 {
            assert!(excerpt(story, max).chars().count() <= max, "{max}");
        }
    }

    #[test]
    fn a_script_without_spaces_is_cut_between_its_signs() {
        assert_eq!(excerpt("渡輪提早十分鐘離開碼頭", 6), "渡輪提早十…");
        assert_eq!(excerpt("aaaaaaaaaaaaaaaaaaaa", 6), "aaaaa…");
    }

    #[test]
    fn nothing_is_cut_inside_one_sign() {
        // A family of three joined emoji, a letter with its accent apart, two flags.
        assert_eq!(excerpt("ab👨\u{200d}👩\u{200d}👧cdef", 6), "ab…");
        assert_eq!(excerpt("abcde\u{301}fgh", 6), "abcd…");
        assert_eq!(excerpt("abc🇱🇹🇰🇷xyz", 6), "abc…");
    }

    #[test]
    fn an_excerpt_of_an_excerpt_is_the_same() {
        let once = excerpt("Nobody came to the appointment again", 20).into_owned();
        assert_eq!(excerpt(&once, 20), once);
    }
}
