//! What a message becomes, in the transaction that keeps it: read, its fate decided,
//! and what follows recorded. Machines are noted and never answered; whoever cannot be
//! told apart with certainty is for a person.

use super::{
    arriving::arrive, bounced::bounced, concerns::concerned, joining::reply, records::Sender,
};
use crate::mail::{Concerns, Mail, Opened, Seat, Sort, Sorted, fate as kept};
use crate::mail_content::addressee;
use redress_kernel::{By, Id};
use redress_mail::{
    authentication::Verdict,
    fate::{Decided, Fate, Reason, fate},
    reading::{Mailbox, Message},
};
use redress_store::{Error, Tx};
use std::sync::Arc;

/// What is known of the mailbox that a message lay in.
pub type Seats = fn(&mut Tx, Id) -> Result<Seat, Error>;

/// A message being decided upon.
pub struct Coming<'a> {
    pub mail: &'a Mail,
    pub message: Message,
    /// What it says, in short.
    pub says: String,
    /// False: only its beginning came, and nothing is made of that.
    pub whole: bool,
    pub seat: Seat,
    /// What was found out about who sent it.
    pub verdict: Option<Verdict>,
    pub sender: Sender,
}

/// What it became; the reason beside those of its fate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Became {
    pub fate: &'static str,
    pub complaint: Option<Id>,
    pub because: Option<Reason>,
}

impl Became {
    pub fn alone(fate: &'static str) -> Became {
        Became {
            fate,
            complaint: None,
            because: None,
        }
    }

    pub fn of(fate: &'static str, complaint: Id) -> Became {
        Became {
            complaint: Some(complaint),
            ..Became::alone(fate)
        }
    }

    pub fn because(mut self, code: &'static str, seen: impl Into<String>) -> Became {
        self.because = Some(Reason::new(code, seen));
        self
    }
}

/// The deciding, to be handed to whatever takes messages in.
pub fn sort(seats: Seats) -> Sort {
    Arc::new(move |tx, mail, opened, by| {
        let seat = seats(tx, mail.mailbox)?;
        let coming = Coming::of(mail, opened, seat);
        sorted(tx, coming, by)
    })
}

impl<'a> Coming<'a> {
    pub fn of(mail: &'a Mail, opened: Opened<'a>, seat: Seat) -> Coming<'a> {
        Coming {
            sender: sender(&opened.message, &seat),
            mail,
            says: opened.says,
            whole: opened.whole,
            message: opened.message,
            seat,
            verdict: opened.verdict,
        }
    }
}

fn sender(message: &Message, seat: &Seat) -> Sender {
    let address = |its: Option<&Mailbox>| its.map_or(String::new(), |it| it.address.to_lowercase());
    Sender {
        from: address(message.from.as_ref().or(message.sender.as_ref())),
        answers: address(addressee(message, &seat.desk.addresses)),
    }
}

/// Delivered to whoever looks after the mail server (RFC 5321, 4.5.1), and to nobody who
/// takes complaints: a person reads it, and no machine answers.
fn is_for_postmaster(coming: &Coming) -> bool {
    let delivered = coming
        .message
        .fields
        .text("delivered-to")
        .unwrap_or_default();
    let delivered = delivered.trim().to_lowercase();
    let local = delivered.split('@').next().unwrap_or_default();
    let own = &coming.seat.desk.addresses;
    local == "postmaster" && !own.iter().any(|its| its.eq_ignore_ascii_case(&delivered))
}

fn sorted(tx: &mut Tx, mut coming: Coming, by: &By) -> Result<Sorted, Error> {
    let Decided { fate, mut reasons } = fate(&coming.message, &coming.seat.desk);
    let code = fate.code();
    let subject = coming.message.subject.clone();
    let became = match fate.clone() {
        _ if !coming.whole => Became::alone(kept::TOO_LARGE),
        Fate::New | Fate::ClaimsToBelong(_) if is_for_postmaster(&coming) => {
            Became::alone(kept::QUARANTINED).because("postmaster", "")
        }
        Fate::New | Fate::Unreadable(_) => arrive(tx, &mut coming, code, None, by)?,
        Fate::ClaimsToBelong(to) => arrive(tx, &mut coming, code, Some(to), by)?,
        Fate::ReplyTo(thread) => reply(tx, &mut coming, &thread, by)?,
        Fate::BounceOf(all) => bounced(tx, &coming, &all, by)?,
        Fate::Automatic | Fate::Bulk | Fate::OwnLoop => Became::alone(code),
    };
    reasons.extend(became.because);
    let concerns = match became.complaint {
        Some(_) => None,
        None => concerned(tx, &coming, &fate, by.at)?,
    };
    Ok(Sorted {
        fate: became.fate,
        complaint: became.complaint,
        concerns: concerns.map_or(Concerns::None, Concerns::Case),
        reasons,
        from: coming.sender.from,
        subject,
    })
}
