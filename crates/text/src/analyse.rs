//! From text to tokens. A word of a script with spaces is one token; a run of
//! Chinese, Japanese or Korean is a token for every two neighbours, so that any
//! part of it is found without a dictionary: 漏水管 gives 漏水 and 水管. A query
//! asks for them as a phrase.

use crate::{
    chinese,
    fold::{Folded, fold, is_paired as paired_script, syllable},
};

/// Nobody looks for a longer word; the rest of one is left out.
const TOKEN_BYTES: usize = 64;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token<'a> {
    /// As it stands in an index: letters and digits only.
    pub text: &'a str,
    /// The bytes of the original that it stands for.
    pub from: usize,
    pub to: usize,
    /// Two neighbours of a run (or the only character of one).
    pub paired: bool,
    /// Only a change of script parts it from the token before: 5G網.
    pub glued: bool,
}

/// Hands every token over, in order.
pub fn analyse(text: &str, each: impl FnMut(Token<'_>)) {
    let mut reading = Reading {
        each,
        word: String::new(),
        from: 0,
        to: 0,
        run: Vec::new(),
        apart: true,
    };
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        if !byte.is_ascii() {
            at = reading.beyond_ascii(text, at);
        } else if byte.is_ascii_alphanumeric() {
            let rest = bytes.get(at..).unwrap_or_default();
            let length = rest
                .iter()
                .take_while(|b| b.is_ascii_alphanumeric())
                .count();
            reading.plain(text.get(at..at + length).unwrap_or_default(), at);
            at += length;
        } else {
            reading.cut();
            at += 1;
        }
    }
    reading.cut();
}

/// All tokens of a short text, such as a name.
pub fn tokens(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    analyse(text, |token| found.push(token.text.to_owned()));
    found
}

/// Is this a token of one character of a script that is read in pairs?
pub fn is_paired(token: &str) -> bool {
    let mut chars = token.chars();
    chars.next().is_some_and(paired_script) && chars.next().is_none()
}

struct Reading<F> {
    each: F,
    word: String,
    from: usize,
    to: usize,
    /// The run so far: folded character, where it begins and ends.
    run: Vec<(char, usize, usize)>,
    apart: bool,
}

impl<F: FnMut(Token<'_>)> Reading<F> {
    /// One character; where the next begins.
    fn beyond_ascii(&mut self, text: &str, at: usize) -> usize {
        let mut chars = text.get(at..).unwrap_or_default().chars();
        let Some(first) = chars.next() else {
            return text.len();
        };
        let mut end = at + first.len_utf8();
        let mut c = first;
        if let Some((joined, taken)) = syllable::joined(first, chars.clone()) {
            c = joined;
            end += chars.take(taken - 1).map(char::len_utf8).sum::<usize>();
        }
        match fold(c) {
            Folded::Break => self.cut(),
            Folded::Nothing => self.stretch(end),
            Folded::Letter(letter) => self.letter(letter, at, end),
            Folded::Letters(letters) => letters.chars().for_each(|l| self.letter(l, at, end)),
            Folded::Paired(c) => {
                self.end_of_word();
                self.run.push((c, at, end));
            }
        }
        end
    }

    fn plain(&mut self, letters: &str, at: usize) {
        self.end_of_run();
        if self.word.is_empty() {
            self.from = at;
        }
        let room = TOKEN_BYTES.saturating_sub(self.word.len());
        let length = self.word.len();
        self.word
            .push_str(letters.get(..room.min(letters.len())).unwrap_or_default());
        if let Some(new) = self.word.get_mut(length..) {
            new.make_ascii_lowercase();
        }
        self.to = at + letters.len();
    }

    fn letter(&mut self, letter: char, at: usize, end: usize) {
        self.end_of_run();
        if self.word.is_empty() {
            self.from = at;
        }
        if self.word.len() + letter.len_utf8() <= TOKEN_BYTES {
            self.word.push(letter);
        }
        self.to = end;
    }

    /// A mark belongs to the character before it.
    fn stretch(&mut self, end: usize) {
        if let Some(last) = self.run.last_mut() {
            last.2 = end;
        } else if !self.word.is_empty() {
            self.to = end;
        }
    }

    fn cut(&mut self) {
        self.end_of_word();
        self.end_of_run();
        self.apart = true;
    }

    fn end_of_word(&mut self) {
        if self.word.is_empty() {
            return;
        }
        let glued = !std::mem::replace(&mut self.apart, false);
        (self.each)(Token {
            text: &self.word,
            from: self.from,
            to: self.to,
            paired: false,
            glued,
        });
        self.word.clear();
    }

    fn end_of_run(&mut self) {
        if self.run.is_empty() {
            return;
        }
        let run = std::mem::take(&mut self.run);
        let mut glued = !std::mem::replace(&mut self.apart, false);
        let character = |place: usize| run.get(place).map(|(c, ..)| *c);
        let named = |place: usize| {
            let next = [character(place + 1), character(place + 2)];
            chinese::fold_name(character(place), next).or(character(place))
        };
        let mut buffer = String::with_capacity(8);
        for (place, (c, from, to)) in run.iter().enumerate() {
            let next = run.get(place + 1);
            if next.is_none() && run.len() > 1 {
                break;
            }
            buffer.clear();
            buffer.push(named(place).unwrap_or(*c));
            buffer.extend(next.and(named(place + 1)));
            (self.each)(Token {
                text: &buffer,
                from: *from,
                to: next.map_or(*to, |(.., to)| *to),
                paired: true,
                glued: std::mem::replace(&mut glued, false),
            });
        }
        self.run = run;
        self.run.clear();
    }
}
