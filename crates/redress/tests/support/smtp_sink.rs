//! A mail relay for tests: it takes what it is given, remembers it, and can be
//! told to be late, unwilling or gone. Plain SMTP on a free port of 127.0.0.1,
//! on threads of its own, so that it serves blocking and async tests alike.
//!
//! Use: `#[path = "support/smtp_sink.rs"] mod smtp_sink;` then `SmtpSink::start()`.
#![allow(dead_code, reason = "each test binary uses a part")]

use base64::Engine as _;
use std::io::{BufRead, BufReader, ErrorKind, Result, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Condvar, Mutex};
use std::time::Duration;

/// How the relay answers from now on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mood {
    Willing,
    /// 451 after the data: try again later.
    Later,
    /// 554 after the data: never.
    Never,
    /// 550 for every recipient: nobody of that name.
    UnknownRecipient,
    /// Takes the message and hangs up before it says so: the sender cannot know.
    HangsUpAfterData,
    /// Hangs up on whoever connects.
    Closed,
    /// Takes its time before it has the message, and then says so.
    Slow,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    pub from: String,
    pub to: Vec<String>,
    /// What was said behind the addresses: the reports that were asked for.
    pub asked: Vec<String>,
    /// Headers and body as sent, dot-stuffing undone, lines ended by \r\n.
    pub data: String,
}

impl Message {
    /// A header's value, folded lines joined.
    pub fn header(&self, name: &str) -> Option<String> {
        let head = self
            .data
            .split("\r\n\r\n")
            .next()?
            .replace("\r\n ", " ")
            .replace("\r\n\t", " ");
        head.lines()
            .filter_map(|line| line.split_once(':'))
            .find(|(header, _)| header.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.trim().to_owned())
    }

    /// What was written behind the first heading of this kind (`text/plain`, `text/html`),
    /// whole or as a part, in lines. Our letters hold isolates, so it is base64.
    pub fn part(&self, kind: &str) -> String {
        let heading = format!("Content-Type: {kind}");
        let (_, rest) = self.data.split_once(&heading).expect("a part of this kind");
        let (_, body) = rest.split_once("\r\n\r\n").expect("its end of headings");
        let coded = body.split("\r\n--").next().unwrap_or_default();
        let coded: String = coded.split_whitespace().collect();
        let bytes = base64::prelude::BASE64_STANDARD
            .decode(coded)
            .expect("base64");
        let text = String::from_utf8(bytes).expect("UTF-8");
        text.replace("\r\n", "\n").trim_end().to_owned()
    }
}

#[derive(Default)]
struct Shelf {
    messages: Mutex<Vec<Message>>,
    arrived: Condvar,
}

pub struct SmtpSink {
    pub address: SocketAddr,
    mood: Arc<Mutex<Mood>>,
    shelf: Arc<Shelf>,
}

impl SmtpSink {
    pub fn start() -> SmtpSink {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let sink = SmtpSink {
            address: listener.local_addr().expect("its address"),
            mood: Arc::new(Mutex::new(Mood::Willing)),
            shelf: Arc::default(),
        };
        let (mood, shelf) = (sink.mood.clone(), sink.shelf.clone());
        std::thread::spawn(move || {
            for caller in listener.incoming().flatten() {
                let (mood, shelf) = (mood.clone(), shelf.clone());
                std::thread::spawn(move || serve(caller, &mood, &shelf));
            }
        });
        sink
    }

    pub fn set(&self, mood: Mood) {
        *self.mood.lock().expect("mood") = mood;
    }

    /// All messages taken so far; one taken just before hanging up is among them.
    pub fn messages(&self) -> Vec<Message> {
        self.shelf.messages.lock().expect("shelf").clone()
    }

    /// How many were taken so far, copies too.
    pub fn taken(&self) -> usize {
        self.shelf.messages.lock().expect("shelf").len()
    }

    /// Waits until `count` messages are here; panics when they do not come in time.
    pub fn wait_for(&self, count: usize, patience: Duration) -> Vec<Message> {
        let messages = self.shelf.messages.lock().expect("shelf");
        let (messages, waited) = self
            .shelf
            .arrived
            .wait_timeout_while(messages, patience, |messages| messages.len() < count)
            .expect("shelf");
        assert!(
            !waited.timed_out(),
            "{} of {count} messages came",
            messages.len()
        );
        messages.clone()
    }
}

#[allow(clippy::disallowed_methods, reason = "one mood is slowness itself")]
fn serve(caller: TcpStream, mood: &Mutex<Mood>, shelf: &Shelf) -> Result<()> {
    let mut lines = BufReader::new(caller.try_clone()?);
    let mut answer = Answer(caller);
    if *mood.lock().expect("mood") == Mood::Closed {
        return Ok(());
    }
    answer.say("220 sink.example ESMTP")?;
    let mut message = Message {
        from: String::new(),
        to: Vec::new(),
        asked: Vec::new(),
        data: String::new(),
    };
    loop {
        let mut line = String::new();
        if lines.read_line(&mut line)? == 0 {
            return Ok(());
        }
        let now = *mood.lock().expect("mood");
        let verb = line.get(..4).unwrap_or(&line).to_ascii_uppercase();
        match verb.trim() {
            "EHLO" => answer.say("250-sink.example\r\n250-8BITMIME\r\n250-DSN\r\n250 SMTPUTF8")?,
            "MAIL" => {
                message.from = mailbox(&line);
                message.to.clear();
                message.asked = vec![asked(&line)];
                answer.say("250 sender ok")?;
            }
            "RCPT" if now == Mood::UnknownRecipient => {
                answer.say("550 5.1.1 nobody of that name")?
            }
            "RCPT" => {
                message.to.push(mailbox(&line));
                message.asked.push(asked(&line));
                answer.say("250 recipient ok")?;
            }
            "DATA" if message.to.is_empty() => answer.say("503 no recipient")?,
            "DATA" => {
                if now == Mood::Slow {
                    std::thread::sleep(Duration::from_millis(15));
                }
                answer.say("354 go on")?;
                message.data = data(&mut lines)?;
                let kept = matches!(now, Mood::Willing | Mood::HangsUpAfterData | Mood::Slow);
                if kept {
                    shelf.messages.lock().expect("shelf").push(message.clone());
                    shelf.arrived.notify_all();
                }
                match now {
                    Mood::HangsUpAfterData => return Ok(()),
                    Mood::Later => answer.say("451 4.3.0 try again later")?,
                    Mood::Never => answer.say("554 5.6.0 not this one")?,
                    _ => answer.say("250 taken")?,
                }
            }
            "QUIT" => return answer.say("221 bye"),
            _ => answer.say("250 ok")?, // HELO, RSET, NOOP
        }
    }
}

/// The whole letter. Of whoever hangs up before its end no relay keeps what came: it was
/// never answered, and is sent again.
fn data(lines: &mut impl BufRead) -> Result<String> {
    let mut bytes = Vec::new();
    loop {
        let mut line = Vec::new();
        if lines.read_until(b'\n', &mut line)? == 0 {
            return Err(ErrorKind::UnexpectedEof.into());
        }
        if line == b".\r\n" {
            return Ok(String::from_utf8_lossy(&bytes).into_owned());
        }
        bytes.extend_from_slice(line.strip_prefix(b".").unwrap_or(&line));
    }
}

/// `MAIL FROM:<ann@example.org> BODY=8BITMIME` -> `ann@example.org`
fn mailbox(line: &str) -> String {
    let between = line
        .split_once('<')
        .and_then(|(_, rest)| rest.split_once('>'));
    between
        .map(|(mailbox, _)| mailbox.to_owned())
        .unwrap_or_default()
}

/// `RCPT TO:<ann@example.org> NOTIFY=FAILURE` -> `NOTIFY=FAILURE`
fn asked(line: &str) -> String {
    let behind = line.split_once('>').map(|(_, rest)| rest.trim());
    behind.unwrap_or_default().to_owned()
}

struct Answer(TcpStream);

impl Answer {
    fn say(&mut self, line: &str) -> Result<()> {
        self.0.write_all(format!("{line}\r\n").as_bytes())
    }
}
