//! A server that plays by our rules: it says what a good one never says.

use crate::dovecot::account;
use redress_mail::imap::Account;
use std::{
    io::{BufRead, BufReader, ErrorKind, Write},
    net::{TcpListener, TcpStream},
    sync::{Arc, Mutex, MutexGuard},
    time::Duration,
};

/// What it does when it is asked for the text of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quirk {
    Good,
    Nil,
    /// A text of no bytes.
    Empty,
    /// No more than so many bytes for each question.
    Short(usize),
    /// NO, also when it is asked for others with it.
    Refused,
    /// NO already to its size.
    Unlisted,
    HangsUp,
}

#[derive(Debug, Clone)]
pub struct Lying {
    pub uid: u32,
    pub bytes: Vec<u8>,
    pub quirk: Quirk,
    pub seen: bool,
}

#[derive(Debug, Default)]
pub struct Folder {
    pub lying: Vec<Lying>,
    /// These come while the next text is fetched.
    pub arriving: Vec<Lying>,
    pub marks_refused: bool,
}

pub struct Scripted {
    port: u16,
    folder: Arc<Mutex<Folder>>,
}

pub fn lying(uid: u32, bytes: &[u8], quirk: Quirk) -> Lying {
    Lying {
        uid,
        bytes: bytes.to_vec(),
        quirk,
        seen: false,
    }
}

impl Scripted {
    pub fn start(lying: Vec<Lying>) -> Scripted {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let folder = Arc::new(Mutex::new(Folder {
            lying,
            ..Folder::default()
        }));
        let its = folder.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let its = its.clone();
                std::thread::spawn(move || drop(Visit::of(stream, its).play()));
            }
        });
        Scripted { port, folder }
    }

    pub fn account(&self) -> Account {
        account("desk", self.port)
    }

    pub fn folder(&self) -> MutexGuard<'_, Folder> {
        self.folder.lock().unwrap()
    }
}

struct Visit {
    stream: TcpStream,
    lines: BufReader<TcpStream>,
    folder: Arc<Mutex<Folder>>,
    /// How many messages it has told of.
    told: usize,
}

type Played = Result<(), std::io::Error>;

fn over<T>() -> Result<T, std::io::Error> {
    Err(ErrorKind::ConnectionAborted.into())
}

impl Visit {
    fn of(stream: TcpStream, folder: Arc<Mutex<Folder>>) -> Visit {
        stream.set_nodelay(true).unwrap();
        Visit {
            lines: BufReader::new(stream.try_clone().unwrap()),
            stream,
            folder,
            told: 0,
        }
    }

    fn say(&mut self, bytes: &[u8]) -> Played {
        self.stream.write_all(bytes)
    }

    fn play(mut self) -> Played {
        self.say(b"* OK [CAPABILITY IMAP4rev1 IDLE MOVE] ready\r\n")?;
        loop {
            let mut line = String::new();
            if self.lines.read_line(&mut line)? == 0 {
                return Ok(());
            }
            let (tag, rest) = line.trim_end().split_once(' ').unwrap_or(("*", ""));
            let ended = self.command(rest)?;
            self.say(format!("{tag} {ended}\r\n").as_bytes())?;
        }
    }

    fn command(&mut self, asked: &str) -> Result<&'static str, std::io::Error> {
        let words: Vec<&str> = asked.split(' ').collect();
        match words.as_slice() {
            ["LOGIN", ..] => Ok("OK [CAPABILITY IMAP4rev1 IDLE MOVE] in"),
            ["SELECT", ..] => {
                self.told = self.folder.lock().unwrap().lying.len();
                let told = format!("* {} EXISTS\r\n* OK [UIDVALIDITY 7] x\r\n", self.told);
                self.say(told.as_bytes())?;
                Ok("OK open")
            }
            ["UID", "SEARCH", rest @ ..] => self.search(rest),
            ["UID", "FETCH", set, "(UID", "RFC822.SIZE", ..] => self.list(set),
            ["UID", "FETCH", set, .., body] => self.fetch(set, body),
            ["UID", "STORE" | "MOVE", set, ..] => self.mark(set),
            ["IDLE"] => self.idle(),
            ["LOGOUT"] => over(),
            _ => Ok("OK"),
        }
    }

    fn search(&mut self, asked: &[&str]) -> Result<&'static str, std::io::Error> {
        let found: Vec<String> = {
            let folder = self.folder.lock().unwrap();
            let last = folder.lying.last().map(|one| one.uid);
            let fits = |one: &&Lying| match asked {
                ["UID", "*"] => Some(one.uid) == last,
                ["UID", set] => within(set, one.uid),
                _ => !one.seen,
            };
            let all = folder.lying.iter().filter(fits);
            all.map(|one| one.uid.to_string()).collect()
        };
        self.say(format!("* SEARCH {}\r\n", found.join(" ")).as_bytes())?;
        Ok("OK")
    }

    fn asked(&self, set: &str) -> Vec<Lying> {
        let folder = self.folder.lock().unwrap();
        let all = folder.lying.iter().filter(|one| within(set, one.uid));
        all.cloned().collect()
    }

    fn list(&mut self, set: &str) -> Result<&'static str, std::io::Error> {
        let asked = self.asked(set);
        if asked.iter().any(|one| one.quirk == Quirk::Unlisted) {
            return Ok("NO this one is broken");
        }
        for one in asked {
            let (uid, size) = (one.uid, one.bytes.len());
            self.say(format!("* 1 FETCH (UID {uid} RFC822.SIZE {size})\r\n").as_bytes())?;
        }
        Ok("OK")
    }

    fn fetch(&mut self, set: &str, body: &str) -> Result<&'static str, std::io::Error> {
        let asked = self.asked(set);
        if (asked.iter()).any(|one| matches!(one.quirk, Quirk::Refused | Quirk::Unlisted)) {
            return Ok("NO it cannot be read");
        }
        for one in asked {
            self.text(&one, body)?;
        }
        self.arrivals()?;
        Ok("OK")
    }

    fn text(&mut self, one: &Lying, body: &str) -> Played {
        let (from, length) = partial(body);
        let rest = one.bytes.get(from..).unwrap_or_default();
        let most = match one.quirk {
            Quirk::Empty => 0,
            Quirk::Short(most) => most.min(length),
            _ => length,
        };
        let text = rest.get(..most).unwrap_or(rest);
        let uid = one.uid;
        match one.quirk {
            Quirk::HangsUp => over(),
            Quirk::Nil => self.say(format!("* 1 FETCH (UID {uid} BODY[] NIL)\r\n").as_bytes()),
            _ => {
                let head = format!("* 1 FETCH (UID {uid} BODY[]<{from}> {{{}}}\r\n", text.len());
                self.say(&[head.as_bytes(), text, b")\r\n"].concat())
            }
        }
    }

    /// Told of in the middle of another command, and then never again.
    fn arrivals(&mut self) -> Played {
        let count = {
            let mut folder = self.folder.lock().unwrap();
            let new = std::mem::take(&mut folder.arriving);
            folder.lying.extend(new);
            folder.lying.len()
        };
        match count == self.told {
            true => Ok(()),
            false => self.tell(count),
        }
    }

    fn tell(&mut self, count: usize) -> Played {
        self.told = count;
        self.say(format!("* {count} EXISTS\r\n").as_bytes())
    }

    fn mark(&mut self, set: &str) -> Result<&'static str, std::io::Error> {
        let mut folder = self.folder.lock().unwrap();
        if folder.marks_refused {
            return Ok("NO read only");
        }
        let marked = folder.lying.iter_mut().filter(|one| within(set, one.uid));
        marked.for_each(|one| one.seen = true);
        Ok("OK")
    }

    fn idle(&mut self) -> Result<&'static str, std::io::Error> {
        self.say(b"+ idling\r\n")?;
        let soon = Some(Duration::from_millis(20));
        self.stream.set_read_timeout(soon)?;
        let mut line = String::new();
        while !line.ends_with('\n') {
            let count = self.folder.lock().unwrap().lying.len();
            if count != self.told {
                self.tell(count)?;
            }
            match self.lines.read_line(&mut line) {
                Ok(0) => return over(),
                Err(error) if error.kind() != ErrorKind::WouldBlock => return Err(error),
                _ => {}
            }
        }
        self.stream.set_read_timeout(None)?;
        Ok("OK")
    }
}

/// `1:3,7`
fn within(set: &str, uid: u32) -> bool {
    set.split(',').any(|part| {
        let (first, last) = part.split_once(':').unwrap_or((part, part));
        (first.parse().unwrap()..=last.parse().unwrap()).contains(&uid)
    })
}

/// `BODY.PEEK[]<5.100>)`: from where, and how many bytes.
fn partial(body: &str) -> (usize, usize) {
    let inner = body.split_once('<').unwrap().1.split_once('>').unwrap().0;
    let (from, length) = inner.split_once('.').unwrap();
    (from.parse().unwrap(), length.parse().unwrap())
}
