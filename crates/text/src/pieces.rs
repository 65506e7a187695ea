//! A long text in pieces that an index can hold. PostgreSQL keeps positions up to
//! 16,383 and 256 of one word; a piece stays well below both, and neighbours
//! overlap, so that a phrase is found wherever it stands.

use crate::{BREAK, analyse::analyse};

/// Tokens of one piece at most, those for single characters included.
pub const TOKENS_MAX: usize = 8_000;
/// A pair may bring two single characters with it; a piece is full before the
/// sum of both would pass the limit.
const PAIR_WEIGHT: usize = 3;
/// The same word in one piece at most.
const REPEATS_MAX: u8 = 240;
/// Tokens that a piece repeats of the one before it: the longest phrase.
pub(crate) const OVERLAP: usize = 64;

/// The pieces of a text, each as tokens with spaces between them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pieces(pub Vec<String>);

pub fn pieces(text: &str) -> Pieces {
    let mut cutting = Cutting::default();
    analyse(text, |token| cutting.add(token.text, token.paired));
    cutting.close();
    Pieces(cutting.done)
}

struct Cutting {
    done: Vec<String>,
    piece: String,
    /// Tokens in this piece, and where the newest of them begin.
    count: usize,
    weight: usize,
    newest: std::collections::VecDeque<usize>,
    singles: Vec<char>,
    /// How often each word has come, by a hash: two words that share a place only
    /// make the piece a little shorter.
    repeats: Vec<u8>,
    fresh: bool,
}

impl Default for Cutting {
    fn default() -> Cutting {
        Cutting {
            done: Vec::new(),
            piece: String::new(),
            count: 0,
            weight: 0,
            newest: std::collections::VecDeque::with_capacity(OVERLAP + 1),
            singles: Vec::new(),
            repeats: Vec::new(),
            fresh: false,
        }
    }
}

impl Cutting {
    fn add(&mut self, token: &str, paired: bool) {
        let weight = if paired { PAIR_WEIGHT } else { 1 };
        // One more for the break.
        let full = self.weight + weight + 1 > TOKENS_MAX;
        if full || self.repeated(token) > REPEATS_MAX {
            self.next_piece();
        }
        if self.newest.len() == OVERLAP {
            self.newest.pop_front();
        }
        if !self.piece.is_empty() {
            self.piece.push(' ');
        }
        self.newest.push_back(self.piece.len());
        self.piece.push_str(token);
        self.count += 1;
        self.weight += weight;
        self.fresh = true;
        if paired {
            self.singles.extend(token.chars());
        }
    }

    /// How often this word stands in the piece now. Below the limit in all there
    /// is nothing to count.
    fn repeated(&mut self, token: &str) -> u8 {
        if self.count + 1 < usize::from(REPEATS_MAX) {
            return 0;
        }
        if self.repeats.is_empty() {
            self.repeats = vec![0; PLACES];
            let words: Vec<usize> = self.piece.split(' ').map(place).collect();
            words.into_iter().for_each(|place| self.count_in(place));
        }
        let place = place(token);
        self.count_in(place);
        self.repeats.get(place).copied().unwrap_or_default()
    }

    fn count_in(&mut self, place: usize) {
        if let Some(times) = self.repeats.get_mut(place) {
            *times = times.saturating_add(1);
        }
    }

    /// Goes on in a new piece that begins with the end of this one.
    fn next_piece(&mut self) {
        let from = self.newest.front().copied().unwrap_or(self.piece.len());
        let tail = self.piece.get(from..).unwrap_or_default().to_owned();
        let kept = self.newest.len();
        self.close();
        self.newest = self.newest.iter().map(|at| at - from).collect();
        self.count = kept;
        // Their single characters stand in the piece before.
        self.weight = kept;
        self.piece = tail;
    }

    /// Single characters follow behind a break, once each: who types one finds it.
    fn close(&mut self) {
        if !std::mem::take(&mut self.fresh) {
            return;
        }
        let mut piece = std::mem::take(&mut self.piece);
        self.singles.sort_unstable();
        self.singles.dedup();
        if !self.singles.is_empty() {
            piece.push(' ');
            piece.push_str(BREAK);
        }
        for single in self.singles.drain(..) {
            piece.push(' ');
            piece.push(single);
        }
        self.done.push(piece);
        self.repeats.clear();
        (self.count, self.weight) = (0, 0);
    }
}

const PLACES: usize = 8_192;

/// FNV-1a, the same on every machine: pieces are part of what a rebuild compares.
fn place(token: &str) -> usize {
    let hash = token.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    (hash >> 40) as usize % PLACES
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_text_is_one_piece_and_an_empty_one_none() {
        assert_eq!(pieces("The meter, again!").0, ["the meter again"]);
        assert_eq!(pieces("漏水管").0, ["漏水 水管 _ 水 漏 管"]);
        assert!(pieces(" – ").0.is_empty());
    }

    #[test]
    fn twenty_thousand_characters_of_one_pair_keep_their_end() {
        let text = format!("{}完", "哈".repeat(20_000));
        let all = pieces(&text).0;
        assert!(all.len() > 50);
        for piece in &all {
            let same = piece.split(' ').filter(|token| *token == "哈哈").count();
            assert!(same <= 255, "{same}");
        }
        assert!(all.last().unwrap().contains("哈哈 哈哈 哈完 _"));
    }

    #[test]
    fn pieces_stay_within_the_limits_and_overlap() {
        let text: String = (0..30_000).map(|n| format!("word{n} ")).collect();
        let all = pieces(&text).0;
        assert!(
            all.iter()
                .all(|piece| piece.split(' ').count() <= TOKENS_MAX)
        );
        for (a, b) in all.iter().zip(all.iter().skip(1)) {
            let end: Vec<&str> = a.split(' ').rev().take(OVERLAP).collect();
            let start: Vec<&str> = b.split(' ').take(OVERLAP).collect();
            assert_eq!(end.into_iter().rev().collect::<Vec<_>>(), start);
        }
        let words: usize = all.iter().map(|piece| piece.split(' ').count()).sum();
        assert_eq!(words, 30_000 + OVERLAP * (all.len() - 1));
    }
}
