//! What a reply means. Leniently: servers put a space too many, a dash that is not
//! ASCII, an extension nobody asked for. What we do not know is passed over, and a
//! reply that cannot be read is `Other`, never the end of the session.

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    Ok,
    No,
    Bad,
    Bye,
    Preauth,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reply {
    /// `+`: go on.
    Go(Vec<u8>),
    /// With the tag of the command that it ends; None when it ends none.
    Status {
        tag: Option<String>,
        status: Status,
        /// What stood in brackets, as words in capitals.
        code: Vec<String>,
    },
    Capability(Vec<String>),
    Search(Vec<u32>),
    /// So many messages lie there now.
    Exists(u32),
    Fetch(Item),
    Other,
}

/// What a FETCH told of one message.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Item {
    pub uid: Option<u32>,
    pub size: Option<u64>,
    pub arrived: Option<String>,
    /// None where it did not come, whole or at all.
    pub body: Option<Vec<u8>>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Word {
    Open,
    Close,
    Atom(String),
    Text(Vec<u8>),
}

impl Reply {
    /// `parts`: the lines between which the literals stood.
    pub fn read(parts: &[Vec<u8>], literals: Vec<Vec<u8>>) -> Reply {
        let first = parts.first().map(Vec::as_slice).unwrap_or_default();
        let (head, rest) = cut(first);
        if head == b"+" {
            return Reply::Go(rest.to_vec());
        }
        let tag = (head != b"*").then(|| String::from_utf8_lossy(head).into_owned());
        let (verb, after) = cut(rest);
        if let Some(status) = status(verb) {
            let code = code(after);
            return Reply::Status { tag, status, code };
        }
        if tag.is_some() {
            return Reply::Other;
        }
        let words = || words(parts, literals);
        match verb.to_ascii_uppercase().as_slice() {
            b"CAPABILITY" => Reply::Capability(capitals(after)),
            b"SEARCH" => Reply::Search(numbers(after)),
            _ => counted(verb, after, words),
        }
    }
}

/// `12 EXISTS`, `12 FETCH (...)`
fn counted(verb: &[u8], after: &[u8], words: impl FnOnce() -> Vec<Word>) -> Reply {
    let Some(count) = number(verb) else {
        return Reply::Other;
    };
    let (what, _) = cut(after);
    if what.eq_ignore_ascii_case(b"EXISTS") {
        Reply::Exists(count)
    } else if what.eq_ignore_ascii_case(b"FETCH") {
        Reply::Fetch(item(words()))
    } else {
        Reply::Other
    }
}

fn item(words: Vec<Word>) -> Item {
    let mut item = Item::default();
    let whole = words.last() == Some(&Word::Close);
    // `*`, the number, FETCH, the opening bracket.
    let mut words = words.into_iter().skip(4).peekable();
    while let Some(name) = words.next() {
        let Word::Atom(name) = name else { continue };
        let name = name.to_ascii_uppercase();
        match words.next() {
            Some(Word::Open) => skip_list(&mut words),
            Some(Word::Atom(value)) if name == "UID" => item.uid = value.parse().ok(),
            Some(Word::Atom(value)) if name == "RFC822.SIZE" => item.size = value.parse().ok(),
            Some(Word::Text(value)) if name == "INTERNALDATE" => {
                item.arrived = String::from_utf8(value).ok();
            }
            Some(Word::Text(value)) if name.starts_with("BODY[]") => item.body = Some(value),
            // NIL in place of a body is no empty body: the message did not come.
            _ => {}
        }
    }
    if !whole {
        // The reply did not end as it should: then the message may not have, either.
        item.body = None;
    }
    item
}

fn skip_list(words: &mut impl Iterator<Item = Word>) {
    let mut depth = 1;
    while depth > 0 {
        match words.next() {
            Some(Word::Open) => depth += 1,
            Some(Word::Close) => depth -= 1,
            Some(_) => {}
            None => return,
        }
    }
}

fn words(parts: &[Vec<u8>], literals: Vec<Vec<u8>>) -> Vec<Word> {
    let mut all = Vec::new();
    let mut literals = literals.into_iter();
    for line in parts {
        match literals.next() {
            Some(literal) => {
                let open = line.iter().rposition(|b| *b == b'{').unwrap_or(line.len());
                scan(line.get(..open).unwrap_or_default(), &mut all);
                all.push(Word::Text(literal));
            }
            None => scan(line, &mut all),
        }
    }
    all
}

fn scan(line: &[u8], into: &mut Vec<Word>) {
    let mut rest = line;
    while let Some((first, after)) = rest.split_first() {
        rest = match first {
            b' ' | b'\t' => after,
            b'(' => {
                into.push(Word::Open);
                after
            }
            b')' => {
                into.push(Word::Close);
                after
            }
            b'"' => {
                let (text, after) = unquoted(after);
                into.push(Word::Text(text));
                after
            }
            _ => {
                let (atom, after) = atom(rest);
                into.push(Word::Atom(String::from_utf8_lossy(atom).into_owned()));
                after
            }
        };
    }
}

fn unquoted(line: &[u8]) -> (Vec<u8>, &[u8]) {
    let mut text = Vec::new();
    let mut rest = line;
    loop {
        match rest {
            [b'\\', escaped, after @ ..] => {
                text.push(*escaped);
                rest = after;
            }
            [b'"', after @ ..] => return (text, after),
            [byte, after @ ..] => {
                text.push(*byte);
                rest = after;
            }
            [] => return (text, rest),
        }
    }
}

/// Up to the next space or bracket; between square brackets both belong to it.
fn atom(line: &[u8]) -> (&[u8], &[u8]) {
    let mut square = false;
    let end = line.iter().position(|byte| match byte {
        b'[' => {
            square = true;
            false
        }
        b']' => {
            square = false;
            false
        }
        b' ' | b'\t' | b'(' | b')' => !square,
        _ => false,
    });
    line.split_at(end.unwrap_or(line.len()))
}

fn status(word: &[u8]) -> Option<Status> {
    Some(match word.to_ascii_uppercase().as_slice() {
        b"OK" => Status::Ok,
        b"NO" => Status::No,
        b"BAD" => Status::Bad,
        b"BYE" => Status::Bye,
        b"PREAUTH" => Status::Preauth,
        _ => return None,
    })
}

fn code(line: &[u8]) -> Vec<String> {
    let line = line.trim_ascii_start();
    let Some(inner) = line.strip_prefix(b"[") else {
        return Vec::new();
    };
    let end = inner.iter().position(|b| *b == b']').unwrap_or(inner.len());
    capitals(inner.get(..end).unwrap_or_default())
}

fn cut(line: &[u8]) -> (&[u8], &[u8]) {
    let line = line.trim_ascii_start();
    let end = line.iter().position(|b| *b == b' ').unwrap_or(line.len());
    let (word, rest) = line.split_at(end);
    (word, rest.strip_prefix(b" ").unwrap_or(rest))
}

fn capitals(line: &[u8]) -> Vec<String> {
    let line = String::from_utf8_lossy(line).to_ascii_uppercase();
    line.split_whitespace().map(str::to_owned).collect()
}

fn numbers(line: &[u8]) -> Vec<u32> {
    line.split(|b| *b == b' ').filter_map(number).collect()
}

fn number(word: &[u8]) -> Option<u32> {
    std::str::from_utf8(word).ok()?.parse().ok()
}
