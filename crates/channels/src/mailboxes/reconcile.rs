//! The server's numbers beside the ledger's.

/// What differs.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Differences {
    /// On the server and not in the ledger.
    pub missing: Vec<u32>,
    /// On both sides.
    pub accounted: usize,
    /// In the ledger and no longer on the server: moved or deleted there, which is
    /// nothing to worry about.
    pub gone: usize,
}

/// Both in order and each number once.
pub fn differences(server: &[u32], ledger: &[u32]) -> Differences {
    let mut found = Differences::default();
    let mut ledger = ledger.iter().peekable();
    for uid in server {
        while ledger.next_if(|known| *known < uid).is_some() {
            found.gone += 1;
        }
        match ledger.next_if(|known| *known == uid) {
            Some(_) => found.accounted += 1,
            None => found.missing.push(*uid),
        }
    }
    found.gone += ledger.count();
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_on_one_side_only_is_named() {
        let found = differences(&[2, 3, 5, 9], &[1, 3, 4, 9, 11]);
        assert_eq!(found.missing, [2, 5]);
        assert_eq!((found.accounted, found.gone), (2, 3));
        assert_eq!(differences(&[], &[]), Differences::default());
        assert_eq!(differences(&[7], &[]).missing, [7]);
        assert_eq!(differences(&[], &[7]).gone, 1);
    }
}
