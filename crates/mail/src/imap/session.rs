//! A session: connected, encrypted, signed in, one folder open. Each command is a
//! method that reads like what it asks for; every one ends in a value or a `Fault`.

use super::{
    Account, Dialogue, Fault, Secret,
    entering::{plain, xoauth2},
    folder::{encoded, quoted},
    reply::{Item, Reply, Status},
    stream::Stream,
    wire::Wire,
};
use redress_kernel::Instant;

/// A message comes in pieces of at most so many bytes.
pub const PIECE: usize = 1 << 20;
/// Before a command has ended: a server that never comes to the end is left.
const REPLIES_MAX: usize = 1_000_000;
/// Of one message, in one go.
const PIECES_MAX: usize = 10_000;
/// What a message measures of which the server does not say it: something.
const SIZE_UNSAID: u64 = 1;

pub struct Session {
    pub(super) wire: Wire,
    pub(super) capabilities: Vec<String>,
    tags: u32,
    /// The server has named a count since we last asked for the newest number.
    pub(super) news: bool,
}

/// A folder as it was when opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Selected {
    pub uid_validity: u32,
    /// None where the server does not say.
    pub uid_next: Option<u32>,
    pub exists: u32,
}

/// A message as the server lists it. Its size is a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Listed {
    pub uid: u32,
    pub size: u64,
    pub arrived_at: Option<Instant>,
}

impl Listed {
    /// There is such a message; more the server does not say.
    pub const fn of_no_size(uid: u32) -> Listed {
        Listed {
            uid,
            size: SIZE_UNSAID,
            arrived_at: None,
        }
    }
}

/// What came of a message with one piece: all of it, if it is no shorter than it was
/// listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fetched {
    pub uid: u32,
    pub bytes: Vec<u8>,
}

impl Session {
    pub fn open(account: &Account) -> Result<Session, Fault> {
        Session::heard(account).map_err(|(fault, _)| fault)
    }

    /// `open`, with what was said until then also where it came to nothing.
    pub fn heard(account: &Account) -> Result<Session, (Fault, Dialogue)> {
        let mut dialogue = Dialogue::default();
        let (Secret::Password(secret) | Secret::Token(secret)) = &account.secret;
        dialogue.hide(secret);
        for response in [plain(&account.user, secret), xoauth2(&account.user, secret)] {
            dialogue.hide(&response);
        }
        let stream = match Stream::open(account) {
            Ok(stream) => stream,
            Err(fault) => return Err((fault, dialogue)),
        };
        dialogue.note("connected");
        let mut session = Session {
            wire: Wire::new(stream, account.patience, dialogue),
            capabilities: Vec::new(),
            tags: 0,
            news: false,
        };
        match session.begin(account) {
            Ok(()) => Ok(session),
            Err(fault) => Err((fault, session.wire.dialogue)),
        }
    }

    pub fn dialogue(&self) -> &Dialogue {
        &self.wire.dialogue
    }

    /// Opens a folder for reading and, where we are asked to, for marking.
    pub fn select(&mut self, folder: &str) -> Result<Selected, Fault> {
        let name = quoted(&encoded(folder)).ok_or(Fault::NoFolder)?;
        let (mut validity, mut next, mut exists) = (None, None, 0);
        let opened = self.command(&format!("SELECT {name}"), |reply| match reply {
            Reply::Exists(count) => exists = count,
            Reply::Status { code, .. } => match code.as_slice() {
                [what, value] if what == "UIDVALIDITY" => validity = value.parse().ok(),
                [what, value] if what == "UIDNEXT" => next = value.parse().ok(),
                _ => {}
            },
            _ => {}
        });
        match opened {
            Err(Fault::Refused(_)) => return Err(Fault::NoFolder),
            other => other?,
        }
        self.news = false;
        Ok(Selected {
            uid_validity: validity.ok_or(Fault::Senseless)?,
            uid_next: next,
            exists,
        })
    }

    /// The numbers of the messages from `first` to `last`, in order.
    pub fn between(&mut self, first: u32, last: u32) -> Result<Vec<u32>, Fault> {
        let mut found = self.search(&format!("UID {first}:{last}"))?;
        found.retain(|uid| (first..=last).contains(uid));
        Ok(found)
    }

    /// The number of the newest message. What the server told of until now is in the
    /// answer; what it tells of from here on is news.
    pub fn last(&mut self) -> Result<Option<u32>, Fault> {
        self.news = false;
        Ok(self.search("UID *")?.pop())
    }

    pub fn unseen(&mut self) -> Result<Vec<u32>, Fault> {
        self.search("UNSEEN")
    }

    fn search(&mut self, what: &str) -> Result<Vec<u32>, Fault> {
        let mut found = Vec::new();
        self.command(&format!("UID SEARCH {what}"), |reply| {
            if let Reply::Search(uids) = reply {
                found.extend(uids);
            }
        })?;
        found.sort_unstable();
        found.dedup();
        Ok(found)
    }

    /// Those of `uids` that are still there.
    pub fn listed(&mut self, uids: &[u32]) -> Result<Vec<Listed>, Fault> {
        let mut listed = Vec::new();
        if uids.is_empty() {
            return Ok(listed);
        }
        let asked = format!("UID FETCH {} (UID RFC822.SIZE INTERNALDATE)", set(uids));
        self.command(&asked, |reply| {
            if let Reply::Fetch(Item {
                uid: Some(uid),
                size,
                arrived,
                ..
            }) = reply
                && uids.contains(&uid)
            {
                listed.push(Listed {
                    uid,
                    size: size.unwrap_or(SIZE_UNSAID),
                    arrived_at: arrived.as_deref().and_then(arrived_at),
                });
            }
        })?;
        listed.sort_unstable_by_key(|one| one.uid);
        listed.dedup_by_key(|one| one.uid);
        Ok(listed)
    }

    /// The first piece of several messages, in the order in which they came: with a
    /// fault, those that came whole before it.
    pub fn first_pieces(&mut self, uids: &[u32]) -> (Vec<Fetched>, Result<(), Fault>) {
        let mut pieces: Vec<Fetched> = Vec::new();
        if uids.is_empty() {
            return (pieces, Ok(()));
        }
        let asked = format!("UID FETCH {} (UID BODY.PEEK[]<0.{PIECE}>)", set(uids));
        let ended = self.command(&asked, |reply| {
            if let Reply::Fetch(Item {
                uid: Some(uid),
                body: Some(bytes),
                ..
            }) = reply
                && uids.contains(&uid)
                && !pieces.iter().any(|had| had.uid == uid)
            {
                pieces.push(Fetched { uid, bytes });
            }
        });
        (pieces, ended)
    }

    /// Goes on after the bytes that are there, piece by piece, to the end of the
    /// message; false when there is no such message any more. What had come before a
    /// fault stays, so that a next session goes on from there. A short piece is the end
    /// where all that was listed has come; before that, only an empty one is.
    pub fn rest(
        &mut self,
        one: &Listed,
        bytes: &mut Vec<u8>,
        piece: usize,
        largest: u64,
    ) -> Result<bool, Fault> {
        let piece = piece.clamp(1024, PIECE);
        for _ in 0..PIECES_MAX {
            let Some(came) = self.piece(one.uid, bytes.len(), piece)? else {
                return Ok(false);
            };
            bytes.extend_from_slice(&came);
            let all = bytes.len() as u64 >= one.size;
            if came.is_empty() || (all && came.len() < piece) {
                return match bytes.is_empty() && one.size > 0 {
                    true => Err(DID_NOT_COME),
                    false => Ok(true),
                };
            }
            if bytes.len() as u64 > largest {
                return Err(Fault::TooLarge(bytes.len() as u64));
            }
        }
        Err(Fault::Senseless)
    }

    /// At most `length` bytes of a message; None when there is no such message. One that
    /// the server speaks of and does not hand over is refused.
    pub fn piece(
        &mut self,
        uid: u32,
        from: usize,
        length: usize,
    ) -> Result<Option<Vec<u8>>, Fault> {
        let asked = format!("UID FETCH {uid} (UID BODY.PEEK[]<{from}.{length}>)");
        let mut came: Option<Option<Vec<u8>>> = None;
        self.command(&asked, |reply| {
            if let Reply::Fetch(Item { uid: its, body, .. }) = reply
                && its == Some(uid)
            {
                // Flags that changed meanwhile are told without a body.
                came = Some(body.or(came.take().flatten()));
            }
        })?;
        match came {
            Some(None) => Err(DID_NOT_COME),
            Some(Some(bytes)) if bytes.len() > length => Err(Fault::Senseless),
            came => Ok(came.flatten()),
        }
    }

    pub fn mark_seen(&mut self, uids: &[u32]) -> Result<(), Fault> {
        self.each_hundred(uids, |set| {
            format!("UID STORE {set} +FLAGS.SILENT (\\Seen)")
        })
    }

    /// Needs MOVE (RFC 6851): copying and deleting could leave two.
    pub fn move_to(&mut self, uids: &[u32], folder: &str) -> Result<(), Fault> {
        let name = quoted(&encoded(folder)).ok_or(Fault::NoFolder)?;
        if !self.can("MOVE") {
            return Err(Fault::Refused("MOVE"));
        }
        self.each_hundred(uids, |set| format!("UID MOVE {set} {name}"))
    }

    fn each_hundred(
        &mut self,
        uids: &[u32],
        command: impl Fn(&str) -> String,
    ) -> Result<(), Fault> {
        uids.chunks(100)
            .try_for_each(|some| self.command(&command(&set(some)), |_| {}))
    }

    pub fn noop(&mut self) -> Result<(), Fault> {
        self.command("NOOP", |_| {})
    }

    /// Says goodbye; whether it is heard does not matter.
    pub fn close(mut self) -> Dialogue {
        drop(self.command("LOGOUT", |_| {}));
        self.wire.dialogue
    }

    pub(super) fn tag(&mut self) -> String {
        self.tags += 1;
        format!("r{}", self.tags)
    }

    pub(super) fn command(&mut self, line: &str, mut each: impl FnMut(Reply)) -> Result<(), Fault> {
        let tag = self.tag();
        let line = format!("{tag} {line}");
        self.wire.say(&line, &line)?;
        self.until(&tag, named(&line), |_, reply| {
            each(reply);
            Ok(())
        })
    }

    /// Hands over what comes until the command has ended.
    pub(super) fn until(
        &mut self,
        tag: &str,
        command: &'static str,
        mut each: impl FnMut(&mut Session, Reply) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        for _ in 0..REPLIES_MAX {
            let reply = self.wire.hear()?;
            match &reply {
                Reply::Status {
                    tag: Some(its),
                    status,
                    code,
                } if its == tag => {
                    return match status {
                        Status::Ok => {
                            self.learn(code);
                            Ok(())
                        }
                        _ => Err(refused(command, code)),
                    };
                }
                Reply::Status {
                    tag: None,
                    status: Status::Bye,
                    ..
                } if command != "LOGOUT" => {
                    return Err(Fault::Goodbye);
                }
                // Messages may have gone and come meanwhile: the count says little.
                Reply::Exists(_) => self.news = true,
                _ => {}
            }
            each(self, reply)?;
        }
        Err(Fault::Senseless)
    }
}

/// There is a message, and no text of it: as if it had been refused.
const DID_NOT_COME: Fault = Fault::Refused("UID FETCH");

/// Codes of RFC 5530 that say "later".
fn refused(command: &'static str, code: &[String]) -> Fault {
    let later = ["UNAVAILABLE", "INUSE", "LIMIT", "SERVERBUG", "THROTTLED"];
    match code.first() {
        Some(first) if later.contains(&first.as_str()) => Fault::Busy,
        _ => Fault::Refused(command),
    }
}

/// The command by its name, for the fault.
fn named(line: &str) -> &'static str {
    const NAMES: [&str; 10] = [
        "STARTTLS",
        "CAPABILITY",
        "SELECT",
        "UID SEARCH",
        "UID FETCH",
        "UID STORE",
        "UID MOVE",
        "NOOP",
        "LOGOUT",
        "IDLE",
    ];
    let said = line.split_once(' ').map_or("", |(_, rest)| rest);
    NAMES
        .into_iter()
        .find(|name| said.starts_with(name))
        .unwrap_or("")
}

/// `1:3,7`: runs are written as ranges. `uids` are in order.
pub(super) fn set(uids: &[u32]) -> String {
    let mut text = String::new();
    let mut rest = uids;
    while let Some((&first, after)) = rest.split_first() {
        let run = after
            .iter()
            .zip(1u32..)
            .take_while(|(uid, n)| first.checked_add(*n) == Some(**uid));
        let length = run.count();
        let comma = if text.is_empty() { "" } else { "," };
        text.push_str(&match after.get(..length).and_then(<[u32]>::last) {
            Some(last) => format!("{comma}{first}:{last}"),
            None => format!("{comma}{first}"),
        });
        rest = after.get(length..).unwrap_or_default();
    }
    text
}

/// `17-Jul-1996 02:44:25 -0700`
pub(super) fn arrived_at(text: &str) -> Option<Instant> {
    let at = jiff::Timestamp::strptime("%d-%b-%Y %H:%M:%S %z", text.trim()).ok()?;
    Some(Instant::from(at))
}
