//! One connection over which mail is brought: bytes to the session and back, and nothing
//! is called kept before its commit is durable.

use super::{
    line::{Line, PATIENCE, is_slow},
    listening::{Doorway, Means},
    places::{Places, Room},
};
use redress_channels::mailboxes::{Intake, Place, Raw, Stop};
use redress_kernel::Id;
use redress_mail::{
    authentication::{Bringer, OURS, Verdict},
    receiving::{Act, Answer, Envelope, House, Session},
};
use std::{
    collections::BTreeMap,
    io::{self, ErrorKind},
    net::{IpAddr, TcpStream},
    sync::Arc,
    time::Duration,
};

const LOOKS_MAX: usize = 50_000;
/// How long the checks of one message may take.
const CHECKED_WITHIN: Duration = Duration::from_secs(20);
const PIECE: usize = 32 << 10;

/// What the session asks, answered for this door.
struct Ours<'a> {
    door: &'a Doorway,
    places: &'a Arc<Places>,
    room: Option<Room>,
}

impl House for Ours<'_> {
    fn takes(&self, recipient: &str) -> bool {
        self.door.mailbox_of(recipient).is_some()
    }

    fn has_room(&mut self) -> bool {
        if self.room.is_none() {
            self.room = self.places.room();
        }
        self.room.is_some()
    }

    fn gives_room_back(&mut self) {
        self.room = None;
    }
}

pub fn talk(
    means: &Means,
    intake: &Intake,
    door: &Doorway,
    stream: TcpStream,
    from: IpAddr,
    stop: &Stop,
) -> io::Result<()> {
    let name = name_of(&means.house);
    let mut session = Session::new(&name, door.protocol(), means.tls.is_some());
    let mut talk = Talk {
        means,
        intake,
        door,
        from,
        line: Line::new(stream, PATIENCE)?,
        ours: Ours {
            door,
            places: &means.places,
            room: None,
        },
    };
    let greeting = vec![session.greeting()];
    talk.follow(&mut session, greeting)?;
    let mut piece = vec![0; PIECE];
    for _ in 0..LOOKS_MAX {
        let n = match talk.line.read(&mut piece) {
            Err(error) if is_slow(&error) => return talk.line.farewell(),
            read => read?,
        };
        if n == 0 || stop.asked() {
            break;
        }
        let acts = session.hear(piece.get(..n).unwrap_or_default(), &mut talk.ours);
        if !talk.follow(&mut session, acts)? {
            break;
        }
        talk.line.receives(session.receiving());
    }
    Ok(())
}

/// We call ourselves as the world reaches us.
fn name_of(house: &redress_complaint::House) -> String {
    let base = house.base_url.as_str();
    let host = base.split_once("://").map_or(base, |(_, rest)| rest);
    let host = host.split(['/', ':']).next().unwrap_or_default();
    match host.is_empty() {
        true => "localhost".to_owned(),
        false => host.to_owned(),
    }
}

struct Talk<'a> {
    means: &'a Means,
    intake: &'a Intake,
    door: &'a Doorway,
    from: IpAddr,
    line: Line,
    ours: Ours<'a>,
}

impl Talk<'_> {
    /// False once it is over.
    fn follow(&mut self, session: &mut Session, mut acts: Vec<Act>) -> io::Result<bool> {
        while !acts.is_empty() {
            match acts.remove(0) {
                Act::Say(text) => self.line.say(&text)?,
                Act::Secure => {
                    let config = self.means.tls.as_ref();
                    self.line.secure(config.ok_or(ErrorKind::InvalidInput)?)?;
                    session.secured();
                }
                Act::Keep(envelope) => {
                    let answer = self.keep(envelope);
                    acts.extend(session.kept(answer, &mut self.ours));
                }
                Act::HangUp => return Ok(false),
            }
        }
        Ok(true)
    }

    /// Durable when it says so.
    fn keep(&self, envelope: Envelope) -> Answer {
        let verdict = self.verdict(&envelope);
        let mut to: BTreeMap<Id, Vec<String>> = BTreeMap::new();
        for recipient in envelope.to {
            let Some(mailbox) = self.door.mailbox_of(&recipient) else {
                // Taken away since it was named: whoever comes again hears so.
                return Answer::Later;
            };
            to.entry(mailbox).or_default().push(recipient);
        }
        let mut raws: Vec<Raw> = Vec::new();
        let mut whole = Some(envelope.bytes);
        let mut left = to.len();
        for (mailbox, to) in to {
            left -= 1;
            // The last one needs no copy.
            let bytes = if left == 0 {
                whole.take()
            } else {
                whole.clone()
            };
            let mut bytes = bytes.unwrap_or_default();
            let noted = verdict.as_ref().map(|verdict| verdict.header(OURS));
            let head = head(&envelope.from, &to, &noted.unwrap_or_default());
            bytes.splice(0..0, head.into_bytes());
            raws.push(self.raw(mailbox, bytes));
        }
        match self.intake.take(raws) {
            Ok(_) => Answer::Kept,
            Err(error) => {
                tracing::error!(%error, "a message that was brought could not be kept");
                Answer::Later
            }
        }
    }

    fn raw(&self, mailbox: Id, bytes: Vec<u8>) -> Raw {
        Raw {
            mailbox,
            // The next number of this mailbox, given when it is kept.
            place: Place {
                uid_validity: 0,
                uid: 0,
            },
            size: bytes.len() as u64,
            arrived_at: Some(self.intake.clock.now()),
            whole: true,
            bytes,
            salt: (self.intake.random)(),
        }
    }

    /// A server of our own network that delivers (LMTP) has checked before, and noted it.
    fn verdict(&self, envelope: &Envelope) -> Option<Verdict> {
        if self.door.is_lmtp() {
            return None;
        }
        let Some(checker) = &self.means.checker else {
            return Some(Verdict::default());
        };
        let by = Bringer {
            ip: self.from,
            hello: &envelope.hello,
            from: &envelope.from,
        };
        let name = name_of(&self.means.house);
        let checked = checker.brought(&envelope.bytes, by, &name);
        let checked = async { tokio::time::timeout(CHECKED_WITHIN, checked).await };
        Some(self.means.runtime.block_on(checked).unwrap_or_default())
    }
}

/// What the last server on a message's way writes above it. Nothing of the moment stands
/// in it: the same message, sent again because our answer was lost, has the same bytes
/// and is known again.
fn head(from: &str, to: &[String], noted: &str) -> String {
    let to: String = to
        .iter()
        .map(|to| format!("Delivered-To: {to}\r\n"))
        .collect();
    format!("{noted}Return-Path: <{from}>\r\n{to}")
}
