//! Just enough of Rust's grammar to look for names without being fooled by
//! comments and strings: a tokenizer. `syn` would be the next step if it ever lies.

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    Word(String),
    Text(String),
    Comment(String),
    Mark(char),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    pub line: usize,
    pub kind: Kind,
}

impl Token {
    pub fn word(&self) -> Option<&str> {
        match &self.kind {
            Kind::Word(word) => Some(word),
            _ => None,
        }
    }

    pub fn is_mark(&self, mark: char) -> bool {
        self.kind == Kind::Mark(mark)
    }
}

pub fn tokens(source: &str) -> Vec<Token> {
    let mut reader = Reader {
        rest: source.chars().collect(),
        at: 0,
        line: 1,
    };
    let mut tokens = Vec::new();
    while let Some(token) = reader.next_token() {
        tokens.push(token);
    }
    tokens
}

/// Words, texts and marks; comments left out.
pub fn code(source: &str) -> Vec<Token> {
    let mut tokens = tokens(source);
    tokens.retain(|token| !matches!(token.kind, Kind::Comment(_)));
    tokens
}

/// The code without the bodies of `#[cfg(test)] mod ... { }`.
pub fn code_without_tests(source: &str) -> Vec<Token> {
    let code = code(source);
    let mut kept = Vec::new();
    let mut at = 0;
    while at < code.len() {
        match test_module_end(&code, at) {
            Some(end) => at = end,
            None => {
                kept.push(code[at].clone());
                at += 1;
            }
        }
    }
    kept
}

fn test_module_end(code: &[Token], at: usize) -> Option<usize> {
    let attribute = ["#", "[", "cfg", "(", "test", ")", "]"];
    let begins = attribute.iter().enumerate().all(|(offset, part)| {
        code.get(at + offset)
            .is_some_and(|token| match &token.kind {
                Kind::Word(word) => word == part,
                Kind::Mark(mark) => part.len() == 1 && part.starts_with(*mark),
                _ => false,
            })
    });
    if !begins {
        return None;
    }
    let after = at + attribute.len();
    let body = (after..code.len()).find(|at| code[*at].is_mark('{') || code[*at].is_mark(';'))?;
    let is_module = code[after..body]
        .iter()
        .any(|token| token.word() == Some("mod"));
    if !is_module {
        return None;
    }
    if code[body].is_mark(';') {
        return Some(body + 1);
    }
    Some(closing(code, body) + 1)
}

/// Where the bracket opened at `open` closes (or the end of the file).
pub fn closing(code: &[Token], open: usize) -> usize {
    let mut depth = 0usize;
    for (at, token) in code.iter().enumerate().skip(open) {
        match token.kind {
            Kind::Mark('{') => depth += 1,
            Kind::Mark('}') => {
                depth -= 1;
                if depth == 0 {
                    return at;
                }
            }
            _ => {}
        }
    }
    code.len().saturating_sub(1)
}

struct Reader {
    rest: Vec<char>,
    at: usize,
    line: usize,
}

impl Reader {
    fn peek(&self, ahead: usize) -> char {
        self.rest.get(self.at + ahead).copied().unwrap_or('\0')
    }

    fn take(&mut self) -> char {
        let next = self.peek(0);
        self.at += 1;
        if next == '\n' {
            self.line += 1;
        }
        next
    }

    fn done(&self) -> bool {
        self.at >= self.rest.len()
    }

    fn next_token(&mut self) -> Option<Token> {
        while self.peek(0).is_whitespace() {
            self.take();
        }
        if self.done() {
            return None;
        }
        let line = self.line;
        let kind = match (self.peek(0), self.peek(1)) {
            ('/', '/') => self.line_comment(),
            ('/', '*') => self.block_comment(),
            ('"', _) => self.text(),
            ('b' | 'c', '"') => {
                self.take();
                self.text()
            }
            ('r', '"' | '#') if self.raw_begins(1) => self.raw_text(1),
            ('b', 'r') if self.raw_begins(2) => self.raw_text(2),
            ('\'', _) => self.letter_or_lifetime(),
            (first, _) if first.is_alphanumeric() || first == '_' => self.word(),
            _ => Kind::Mark(self.take()),
        };
        Some(Token { line, kind })
    }

    fn line_comment(&mut self) -> Kind {
        let mut text = String::new();
        while !self.done() && self.peek(0) != '\n' {
            text.push(self.take());
        }
        Kind::Comment(text)
    }

    fn block_comment(&mut self) -> Kind {
        let (mut text, mut depth) = (String::new(), 0);
        while !self.done() {
            match (self.peek(0), self.peek(1)) {
                ('/', '*') => depth += 1,
                ('*', '/') => depth -= 1,
                _ => {
                    text.push(self.take());
                    continue;
                }
            }
            self.take();
            self.take();
            if depth == 0 {
                break;
            }
        }
        Kind::Comment(text)
    }

    fn text(&mut self) -> Kind {
        self.take();
        let mut text = String::new();
        while !self.done() && self.peek(0) != '"' {
            match (self.peek(0), self.peek(1)) {
                // A line continued: the next line's indentation is no part of the text.
                ('\\', '\n') => {
                    self.take();
                    while self.peek(0).is_whitespace() {
                        self.take();
                    }
                }
                ('\\', 'n' | 't' | 'r') => {
                    self.take();
                    self.take();
                    text.push(' ');
                }
                ('\\', _) => {
                    self.take();
                    text.push(self.take());
                }
                _ => text.push(self.take()),
            }
        }
        self.take();
        Kind::Text(text)
    }

    fn raw_begins(&self, prefix: usize) -> bool {
        let mut ahead = prefix;
        while self.peek(ahead) == '#' {
            ahead += 1;
        }
        self.peek(ahead) == '"'
    }

    fn raw_text(&mut self, prefix: usize) -> Kind {
        for _ in 0..prefix {
            self.take();
        }
        let mut fences = 0;
        while self.peek(0) == '#' {
            self.take();
            fences += 1;
        }
        self.take();
        let mut text = String::new();
        while !self.done() {
            if self.peek(0) == '"' && (1..=fences).all(|ahead| self.peek(ahead) == '#') {
                break;
            }
            text.push(self.take());
        }
        for _ in 0..=fences {
            self.take();
        }
        Kind::Text(text)
    }

    fn letter_or_lifetime(&mut self) -> Kind {
        let lifetime = self.peek(1) != '\\' && self.peek(2) != '\'';
        self.take();
        if lifetime {
            return Kind::Mark('\'');
        }
        let mut text = String::new();
        while !self.done() && self.peek(0) != '\'' {
            if self.peek(0) == '\\' {
                self.take();
            }
            text.push(self.take());
        }
        self.take();
        Kind::Text(text)
    }

    fn word(&mut self) -> Kind {
        let mut word = String::new();
        while self.peek(0).is_alphanumeric() || self.peek(0) == '_' {
            word.push(self.take());
        }
        Kind::Word(word)
    }
}

#[test]
fn strings_comments_and_lifetimes_are_told_apart() {
    let source =
        r##"fn a<'x>(c: char) -> &'x str { /* crate::b */ if c == '"' {} r#"say "hi""# } // end"##;
    let tokens = tokens(source);
    let texts: Vec<_> = tokens
        .iter()
        .filter_map(|token| match &token.kind {
            Kind::Text(text) => Some(text.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(texts, ["\"", "say \"hi\""]);
    assert_eq!(tokens.last().unwrap().kind, Kind::Comment("// end".into()));
}

#[test]
fn a_test_module_is_left_out_and_what_follows_it_is_not() {
    let source = "fn a() {}\n#[cfg(test)]\nmod tests { fn b() { if c {} } }\nfn d() {}";
    let words: Vec<_> = code_without_tests(source)
        .iter()
        .filter_map(|token| token.word().map(str::to_owned))
        .collect();
    assert_eq!(words, ["fn", "a", "fn", "d"]);
}
