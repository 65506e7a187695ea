//! One connection, from the greeting to the end.

use super::{
    command::{Command, Hello},
    data::{Data, SIZE_MAX, Unkept},
};

/// A longer command is none of ours.
const LINE_MAX: usize = 4_096;
const RECIPIENTS_MAX: usize = 100;
/// Whoever errs more often is no mail server.
const ERRORS_MAX: usize = 20;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Protocol {
    Smtp,
    Lmtp,
}

/// What a session asks of the house.
pub trait House {
    /// Is this an address of ours, with or without a token after `+`?
    fn takes(&self, recipient: &str) -> bool;
    /// Is there room for a large message now?
    fn has_room(&mut self) -> bool;
    /// The message that asked for room is over: kept, refused, or listened to no more.
    fn gives_room_back(&mut self);
}

/// A message that came whole, and from whom to whom.
#[derive(Clone, PartialEq, Eq)]
pub struct Envelope {
    /// As the other side called itself.
    pub hello: String,
    /// Empty: from nobody, as reports are.
    pub from: String,
    pub to: Vec<String>,
    pub bytes: Vec<u8>,
}

/// The text of a message stays out of every log.
impl std::fmt::Debug for Envelope {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "Envelope({} to, {} bytes)",
            self.to.len(),
            self.bytes.len()
        )
    }
}

/// What is to be done, in this order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    Say(String),
    /// Say what was given to say, then change over to TLS and call `secured`.
    Secure,
    /// Keep it, then call `kept`; nothing more is done before.
    Keep(Envelope),
    HangUp,
}

/// How keeping went, for a recipient each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    Kept,
    Later,
}

#[derive(Debug)]
enum Part {
    Commands,
    Data(Data),
    /// A message is being kept.
    Keeping(usize),
    Over,
}

pub struct Session {
    name: String,
    protocol: Protocol,
    /// TLS can be offered, and is not on yet.
    offers_tls: bool,
    heard: Vec<u8>,
    part: Part,
    hello: Option<String>,
    from: Option<String>,
    to: Vec<String>,
    /// Messages that began.
    messages: usize,
    errors: usize,
}

impl Session {
    /// `name`: what we call ourselves.
    pub fn new(name: &str, protocol: Protocol, offers_tls: bool) -> Session {
        Session {
            name: name.to_owned(),
            protocol,
            offers_tls,
            heard: Vec::new(),
            part: Part::Commands,
            hello: None,
            from: None,
            to: Vec::new(),
            messages: 0,
            errors: 0,
        }
    }

    /// Which message is coming right now, by number.
    pub fn receiving(&self) -> Option<usize> {
        matches!(self.part, Part::Data(_)).then_some(self.messages)
    }

    pub fn greeting(&self) -> Act {
        let what = match self.protocol {
            Protocol::Smtp => "ESMTP",
            Protocol::Lmtp => "LMTP",
        };
        say(&format!("220 {} {what}", self.name))
    }

    pub fn hear(&mut self, bytes: &[u8], house: &mut dyn House) -> Vec<Act> {
        self.heard.extend_from_slice(bytes);
        let mut acts = Vec::new();
        while self.step(house, &mut acts) {}
        acts
    }

    /// The message that was to be kept is kept, or not.
    pub fn kept(&mut self, answer: Answer, house: &mut dyn House) -> Vec<Act> {
        let Part::Keeping(times) = self.part else {
            return Vec::new();
        };
        self.part = Part::Commands;
        house.gives_room_back();
        let line = match answer {
            Answer::Kept => say("250 2.0.0 Kept"),
            Answer::Later => say("451 4.3.0 Not now, please try again"),
        };
        let mut acts = vec![line; times];
        while self.step(house, &mut acts) {}
        acts
    }

    /// Encrypted from now on: what was said before does not count, and what was sent
    /// along in the clear was not said by whom it seems.
    pub fn secured(&mut self) {
        self.heard.clear();
        self.hello = None;
        self.offers_tls = false;
        self.reset();
    }

    fn reset(&mut self) {
        self.from = None;
        self.to.clear();
    }

    /// Does one thing; false when more has to be heard first.
    fn step(&mut self, house: &mut dyn House, acts: &mut Vec<Act>) -> bool {
        match &mut self.part {
            Part::Over | Part::Keeping(_) => false,
            Part::Data(data) => {
                let ended = data.hear(&self.heard, &mut || house.has_room());
                let used = ended.unwrap_or(self.heard.len());
                self.heard.drain(..used);
                if data.is_unkept() {
                    house.gives_room_back();
                }
                if ended.is_some() {
                    self.came(acts);
                }
                ended.is_some()
            }
            Part::Commands => match self.line() {
                Some(Ok(line)) => {
                    self.command(Command::read(&line), house, acts);
                    true
                }
                Some(Err(why)) => {
                    self.end(why, acts);
                    false
                }
                None => false,
            },
        }
    }

    /// One line, which CR LF ends and nothing else.
    fn line(&mut self) -> Option<Result<String, &'static str>> {
        let Some(end) = self.heard.iter().position(|byte| *byte == b'\n') else {
            let long = self.heard.len() > LINE_MAX;
            return long.then_some(Err("500 5.5.2 This line is too long"));
        };
        let line: Vec<u8> = self.heard.drain(..=end).collect();
        let odd = Err("500 5.5.2 A line ends with CR LF");
        let Some(line) = line.strip_suffix(b"\r\n") else {
            return Some(odd);
        };
        if line.len() > LINE_MAX || line.contains(&b'\r') || line.contains(&0) {
            return Some(odd);
        }
        Some(Ok(String::from_utf8_lossy(line).into_owned()))
    }

    fn came(&mut self, acts: &mut Vec<Act>) {
        let Part::Data(data) = std::mem::replace(&mut self.part, Part::Commands) else {
            return;
        };
        let times = match self.protocol {
            Protocol::Smtp => 1,
            Protocol::Lmtp => self.to.len(),
        };
        let (from, to) = (self.from.take(), std::mem::take(&mut self.to));
        let refused = match data.ended() {
            Ok(bytes) => {
                let hello = self.hello.clone().unwrap_or_default();
                let from = from.unwrap_or_default();
                acts.push(Act::Keep(Envelope {
                    hello,
                    from,
                    to,
                    bytes,
                }));
                self.part = Part::Keeping(times);
                return;
            }
            Err(Unkept::TooLarge) => say("552 5.3.4 This message is too large"),
            Err(Unkept::NoRoom) => say("452 4.3.1 No room now, please try again"),
        };
        acts.extend(vec![refused; times]);
    }

    fn command(&mut self, command: Command, house: &mut dyn House, acts: &mut Vec<Act>) {
        let answer = match command {
            Command::Hello(how, name) => self.greeted(how, name),
            Command::Mail { from, size } => self.mail(from, size),
            Command::Rcpt(to) => self.rcpt(to, house),
            Command::Data => self.data(),
            Command::Reset => {
                self.reset();
                "250 2.0.0 Fine".to_owned()
            }
            Command::Noop => "250 2.0.0 Fine".to_owned(),
            Command::Verify => "252 2.5.0 Send it and see".to_owned(),
            Command::StartTls if self.offers_tls => {
                acts.push(say("220 2.0.0 Go on encrypted"));
                acts.push(Act::Secure);
                self.heard.clear();
                return;
            }
            Command::Quit => return self.end("221 2.0.0 Goodbye", acts),
            Command::NotHere | Command::StartTls => "502 5.5.1 Not here".to_owned(),
            Command::Wrong => "501 5.5.4 This cannot be read".to_owned(),
            Command::Unknown => "500 5.5.2 What does this mean?".to_owned(),
        };
        let erred = answer.starts_with('5');
        acts.push(say(&answer));
        self.errors += usize::from(erred);
        if self.errors > ERRORS_MAX {
            self.end("421 4.7.0 Too many mistakes", acts);
        }
    }

    fn end(&mut self, last: &str, acts: &mut Vec<Act>) {
        acts.extend([say(last), Act::HangUp]);
        self.part = Part::Over;
        self.heard.clear();
    }

    fn greeted(&mut self, how: Hello, name: String) -> String {
        let fits = (how == Hello::Local) == (self.protocol == Protocol::Lmtp);
        if !fits {
            return "500 5.5.1 Another greeting is spoken here".to_owned();
        }
        self.reset();
        self.hello = Some(name);
        if how == Hello::Plain {
            return format!("250 {}", self.name);
        }
        let size = format!("SIZE {SIZE_MAX}");
        let tls = self.offers_tls.then_some("STARTTLS");
        let can = ["PIPELINING", "8BITMIME", "SMTPUTF8", size.as_str()];
        let mut lines = vec![self.name.as_str()];
        lines.extend(can.into_iter().chain(tls));
        let first: String = lines.iter().map(|line| format!("250-{line}\r\n")).collect();
        format!("{first}250 ENHANCEDSTATUSCODES")
    }

    fn mail(&mut self, from: String, size: Option<u64>) -> String {
        let answer = match (&self.hello, &self.from) {
            (None, _) => "503 5.5.1 Please greet first",
            (_, Some(_)) => "503 5.5.1 One message at a time",
            _ if size.is_some_and(|size| size > SIZE_MAX as u64) => {
                "552 5.3.4 This message is too large"
            }
            _ => {
                self.from = Some(from);
                "250 2.1.0 Fine"
            }
        };
        answer.to_owned()
    }

    fn rcpt(&mut self, to: String, house: &mut dyn House) -> String {
        let answer = match &self.from {
            None => "503 5.5.1 From whom, please?",
            _ if self.to.len() >= RECIPIENTS_MAX => "452 4.5.3 Too many recipients at once",
            _ if !house.takes(&to) => "550 5.1.1 Nobody of that name here",
            _ => {
                self.to.push(to);
                "250 2.1.5 Fine"
            }
        };
        answer.to_owned()
    }

    fn data(&mut self) -> String {
        if self.to.is_empty() {
            return "503 5.5.1 To whom, please?".to_owned();
        }
        self.messages += 1;
        self.part = Part::Data(Data::new());
        "354 Go on, and end with a dot".to_owned()
    }
}

fn say(line: &str) -> Act {
    Act::Say(format!("{line}\r\n"))
}
