//! Numbers that look random and come again with their seed (SplitMix64).

pub struct Chance(u64);

impl Chance {
    pub fn from(seed: u64) -> Chance {
        Chance(seed)
    }

    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub fn below(&mut self, n: usize) -> usize {
        usize::try_from(self.next() % n as u64).unwrap()
    }

    pub fn in_ten(&mut self, n: usize) -> bool {
        self.below(10) < n
    }

    pub fn bytes<const N: usize>(&mut self) -> [u8; N] {
        std::array::from_fn(|_| self.next().to_be_bytes()[0])
    }

    /// A text in the scripts and with the signs that writing and reading trip over.
    pub fn text(&mut self) -> String {
        const SIGNS: [char; 16] = [
            'a',
            'Z',
            '7',
            ' ',
            '"',
            '\\',
            '\n',
            '\u{1}',
            '\u{7f}',
            'ž',
            '원',
            '訴',
            'ی',
            '\u{200c}',
            '\u{fb33}',
            '\u{1f600}',
        ];
        let length = self.below(24);
        (0..length)
            .map(|_| SIGNS[self.below(SIGNS.len())])
            .collect()
    }
}
