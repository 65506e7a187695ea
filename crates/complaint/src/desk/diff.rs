//! Two texts compared word by word, for the person whose colleague was faster.
//! Scripts without spaces are compared sign by sign.

use redress_web::Html;

/// Longer texts are compared paragraph by paragraph, so that a comparison always ends soon.
const WORDS_MAX: usize = 1_500;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    Same,
    /// Only in the other text.
    Theirs,
    /// Only in one's own.
    Mine,
}

/// Neighbouring words of one mark are one piece; all pieces of `Same` and `Mine`
/// together are one's own text again.
pub fn compared<'a>(theirs: &'a str, mine: &'a str) -> Vec<(Mark, String)> {
    let split = |text: &'a str| {
        let words = words(text);
        match words.len() > WORDS_MAX {
            true => text.split_inclusive('\n').collect(),
            false => words,
        }
    };
    let (theirs, mine) = (split(theirs), split(mine));
    let same = |(a, b): &(&&str, &&str)| a == b;
    let head = theirs.iter().zip(&mine).take_while(same).count();
    let rest = |all: &[&'a str]| all.get(head..).unwrap_or_default().to_vec();
    let (left, right) = (rest(&theirs), rest(&mine));
    let tail = left
        .iter()
        .rev()
        .zip(right.iter().rev())
        .take_while(same)
        .count();
    let core = |all: &[&'a str]| {
        let end = all.len().saturating_sub(tail);
        all.get(..end).unwrap_or_default().to_vec()
    };
    let mut pieces = Pieces::default();
    mine.iter()
        .take(head)
        .for_each(|word| pieces.put(Mark::Same, word));
    between(&core(&left), &core(&right), &mut pieces);
    let end = mine.len().saturating_sub(tail);
    mine.iter()
        .skip(end)
        .for_each(|word| pieces.put(Mark::Same, word));
    pieces.0
}

#[derive(Default)]
struct Pieces(Vec<(Mark, String)>);

impl Pieces {
    fn put(&mut self, mark: Mark, word: &str) {
        match self.0.last_mut() {
            Some((last, text)) if *last == mark => text.push_str(word),
            _ => self.0.push((mark, word.to_owned())),
        }
    }
}

/// The longest common sequence, by the table that everybody learns.
fn between(theirs: &[&str], mine: &[&str], pieces: &mut Pieces) {
    if theirs.len() > WORDS_MAX || mine.len() > WORDS_MAX {
        theirs
            .iter()
            .for_each(|word| pieces.put(Mark::Theirs, word));
        mine.iter().for_each(|word| pieces.put(Mark::Mine, word));
        return;
    }
    let width = mine.len() + 1;
    let mut table = vec![0u16; (theirs.len() + 1) * width];
    let at = |table: &[u16], i: usize, j: usize| table.get(i * width + j).copied().unwrap_or(0);
    for (i, a) in theirs.iter().enumerate().rev() {
        for (j, b) in mine.iter().enumerate().rev() {
            let longest = match a == b {
                true => at(&table, i + 1, j + 1) + 1,
                false => at(&table, i + 1, j).max(at(&table, i, j + 1)),
            };
            if let Some(cell) = table.get_mut(i * width + j) {
                *cell = longest;
            }
        }
    }
    let (mut i, mut j) = (0, 0);
    loop {
        match (theirs.get(i), mine.get(j)) {
            (Some(a), Some(b)) if a == b => {
                pieces.put(Mark::Same, b);
                (i, j) = (i + 1, j + 1);
            }
            (Some(a), b) if b.is_none() || at(&table, i + 1, j) >= at(&table, i, j + 1) => {
                pieces.put(Mark::Theirs, a);
                i += 1;
            }
            (_, Some(b)) => {
                pieces.put(Mark::Mine, b);
                j += 1;
            }
            _ => return,
        }
    }
}

/// Words with the space behind them; each sign of a script without spaces alone.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let (mut from, mut spaced) = (0, false);
    for (at, c) in text.char_indices() {
        let space = c.is_whitespace();
        if at > from && ((spaced && !space) || stands_alone(c)) {
            words.extend(text.get(from..at));
            from = at;
        }
        spaced = space || stands_alone(c);
    }
    words.extend(text.get(from..).filter(|rest| !rest.is_empty()));
    words
}

fn stands_alone(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{3000}'..='\u{30ff}' | '\u{ff00}'..='\u{ff60}')
}

/// A letter begins and ends with paragraphs that nobody typed, or that say nothing
/// about the difference: what only the other text has there is left out.
fn without_frame(mut pieces: Vec<(Mark, String)>) -> Vec<(Mark, String)> {
    if let Some((Mark::Theirs, text)) = pieces.first_mut()
        && let Some((_, rest)) = text.rsplit_once("\n\n")
    {
        *text = rest.to_owned();
    }
    let end = pieces
        .iter()
        .rposition(|(mark, _)| *mark == Mark::Same)
        .map_or(0, |at| at + 1);
    let last = pieces
        .iter_mut()
        .skip(end)
        .rfind(|(mark, _)| *mark == Mark::Theirs);
    if let Some((_, text)) = last
        && let Some((first, _)) = text.split_once("\n\n")
    {
        *text = first.to_owned();
    }
    pieces.retain(|(_, text)| !text.is_empty());
    pieces
}

/// As `<del>` and `<ins>`, which a screen reader tells apart and CSS marks with
/// more than a colour.
pub fn marked(theirs: &str, mine: &str) -> Html {
    let piece = |(mark, text): (Mark, String)| {
        let text = Html::text(&text);
        match mark {
            Mark::Same => text,
            Mark::Theirs => Html::trusted(format!("<del>{text}</del>")),
            Mark::Mine => Html::trusted(format!("<ins>{text}</ins>")),
        }
    };
    without_frame(compared(theirs, mine))
        .into_iter()
        .map(piece)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(theirs: &str, mine: &str) -> Vec<(Mark, String)> {
        compared(theirs, mine)
    }

    fn piece(mark: Mark, text: &str) -> (Mark, String) {
        (mark, text.to_owned())
    }

    #[test]
    fn what_both_wrote_is_told_from_what_each_wrote() {
        assert_eq!(
            said(
                "We are sorry for the delay.",
                "We are sorry for the wet deck."
            ),
            [
                piece(Mark::Same, "We are sorry for the "),
                piece(Mark::Theirs, "delay."),
                piece(Mark::Mine, "wet deck."),
            ]
        );
    }

    #[test]
    fn signs_of_a_script_without_spaces_are_compared_one_by_one() {
        assert_eq!(
            said("我們收到了", "我們看到了"),
            [
                piece(Mark::Same, "我們"),
                piece(Mark::Theirs, "收"),
                piece(Mark::Mine, "看"),
                piece(Mark::Same, "到了"),
            ]
        );
    }

    #[test]
    fn ones_own_text_is_whole_in_what_is_shown() {
        let texts = [
            "",
            "a",
            "a b c d",
            "x b y d ",
            "  b\n\nc",
            "قایق دیر آمد",
            "배가 늦었어요",
            "我們 ok 收到",
        ];
        for theirs in texts {
            for mine in texts {
                let keep = |without: Mark| -> String {
                    let all = said(theirs, mine).into_iter();
                    all.filter(|(mark, _)| *mark != without)
                        .map(|(_, text)| text)
                        .collect()
                };
                assert_eq!(keep(Mark::Theirs), mine);
                assert_eq!(keep(Mark::Mine), theirs, "{theirs:?} {mine:?}");
            }
        }
    }

    #[test]
    fn very_long_texts_end_soon_and_lose_nothing() {
        let theirs = "one two three\n".repeat(2_000);
        let mine = format!("{theirs}and more");
        let pieces = said(&theirs, &mine);
        assert_eq!(pieces.last(), Some(&piece(Mark::Mine, "and more")));
        let other = "four five six ".repeat(2_000);
        assert_eq!(said(&theirs, &other).len(), 2);
    }

    #[test]
    fn the_frame_of_a_letter_is_no_difference() {
        let letter = "Rasa\nGood day,\n\nWe are sorry for the delay.\n\nNorthfield Water";
        assert_eq!(
            marked(letter, "We are sorry for the wet deck.").as_str(),
            "We are sorry for the <del>delay.</del><ins>wet deck.</ins>"
        );
    }

    #[test]
    fn markup_in_a_text_stays_text() {
        assert_eq!(
            marked("<b>", "<i>").as_str(),
            "<del>&lt;b&gt;</del><ins>&lt;i&gt;</ins>"
        );
    }
}
