//! What the other side asks for, read from one line.

/// A command with its particulars.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// `HELO`, `EHLO` or `LHLO`, and who says it.
    Hello(Hello, String),
    /// From whom, empty for nobody; and how large it says it is.
    Mail {
        from: String,
        size: Option<u64>,
    },
    Rcpt(String),
    Data,
    Reset,
    Noop,
    Quit,
    StartTls,
    Verify,
    /// Known, and not done here.
    NotHere,
    /// Its particulars cannot be read.
    Wrong,
    Unknown,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hello {
    Plain,
    Extended,
    Local,
}

impl Command {
    pub fn read(line: &str) -> Command {
        let (verb, rest) = line.split_once(' ').unwrap_or((line, ""));
        let rest = rest.trim();
        match verb.to_ascii_uppercase().as_str() {
            "HELO" => hello(Hello::Plain, rest),
            "EHLO" => hello(Hello::Extended, rest),
            "LHLO" => hello(Hello::Local, rest),
            "MAIL" => mail(rest).unwrap_or(Command::Wrong),
            "RCPT" => rcpt(rest).unwrap_or(Command::Wrong),
            "DATA" if rest.is_empty() => Command::Data,
            "DATA" => Command::Wrong,
            "RSET" => Command::Reset,
            "NOOP" => Command::Noop,
            "QUIT" => Command::Quit,
            "STARTTLS" if rest.is_empty() => Command::StartTls,
            "STARTTLS" => Command::Wrong,
            "VRFY" => Command::Verify,
            "EXPN" | "HELP" | "AUTH" | "BDAT" | "TURN" | "ETRN" => Command::NotHere,
            _ => Command::Unknown,
        }
    }
}

fn hello(how: Hello, rest: &str) -> Command {
    match rest.is_empty() {
        true => Command::Wrong,
        false => Command::Hello(how, rest.chars().take(255).collect()),
    }
}

/// `FROM:<sender> SIZE=1000 BODY=8BITMIME`: what we do not know of is passed over.
fn mail(rest: &str) -> Option<Command> {
    let (from, parameters) = path(rest, "FROM:")?;
    let mut size = None;
    for parameter in parameters.split_ascii_whitespace() {
        let (name, value) = parameter.split_once('=').unwrap_or((parameter, ""));
        if name.eq_ignore_ascii_case("SIZE") {
            size = Some(value.parse().ok()?);
        }
    }
    Some(Command::Mail { from, size })
}

fn rcpt(rest: &str) -> Option<Command> {
    let (to, _) = path(rest, "TO:")?;
    (!to.is_empty()).then_some(Command::Rcpt(to))
}

/// The address between angle brackets, its route of old left out; and what follows.
fn path<'a>(rest: &'a str, keyword: &str) -> Option<(String, &'a str)> {
    let named = rest.get(..keyword.len())?;
    if !named.eq_ignore_ascii_case(keyword) {
        return None;
    }
    let rest = rest.get(keyword.len()..)?.trim_start().strip_prefix('<')?;
    let end = closing(rest)?;
    let (inside, after) = (rest.get(..end)?, rest.get(end + 1..)?);
    let address = match inside.strip_prefix('@') {
        Some(route) => route.split_once(':')?.1,
        None => inside,
    };
    let odd = |c: char| c.is_control() || c == '<' || c == '>';
    let fits = address.len() <= 320 && !address.contains(odd);
    let apart = after.is_empty() || after.starts_with(' ');
    (fits && apart).then(|| (address.to_owned(), after))
}

/// Where the bracket closes that no quotation holds.
fn closing(text: &str) -> Option<usize> {
    let (mut quoted, mut escaped) = (false, false);
    for (at, sign) in text.char_indices() {
        match sign {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            '>' if !quoted => return Some(at),
            _ => {}
        }
    }
    None
}
