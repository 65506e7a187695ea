//! What leads back to us: where answers and reports of failure go, and by which seal
//! we know a letter of our own again. Without a mailbox that receives, a letter leaves
//! as before: answers and reports go to the address that the relay lets us write from.

use crate::fate::{bounce_address, loop_seal, reply_address};
use redress_kernel::Id;

/// Who stands in the envelope: there reports of failure go.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Sender {
    /// The address that the relay lets us write from.
    #[default]
    Own,
    /// An address of its own for this letter: a report that comes there is about it.
    Bounces(String),
    /// Nobody (`<>`): the letter answers a mail by itself, and nothing may ever answer
    /// it in turn (RFC 3834, 5321).
    Nobody,
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Back {
    pub sender: Sender,
    pub reply_to: Option<String>,
    /// The value of `X-Redress-Loop`.
    pub seal: Option<String>,
    /// Where one click stops letters like this one (RFC 8058).
    pub stop: Option<String>,
}

/// The mailbox that receives.
#[derive(Debug, Clone)]
pub struct Receiving {
    pub address: String,
    /// Its server takes `address+anything@` for the same mailbox.
    pub plus: bool,
}

/// What a letter needs to find the way back.
#[derive(Debug, Clone, Copy)]
pub struct About {
    pub message: Id,
    /// The case that an answer belongs to; none for letters to colleagues.
    pub case: Option<Id>,
    pub automatic: bool,
    /// It answers a mail that somebody sent us, by itself.
    pub answers_mail: bool,
}

impl Back {
    pub fn of(about: About, key: &[u8; 32], receiving: Option<&Receiving>) -> Back {
        let sealed = |it: &Receiving, with: &dyn Fn(&str) -> String| match it.plus {
            true => with(&it.address),
            false => it.address.clone(),
        };
        let reply_to = receiving
            .zip(about.case)
            .map(|(it, case)| sealed(it, &|base| reply_address(base, case, key)));
        let sender = match receiving {
            // Whether or not we could read a report: a machine that answers a mail
            // gives no address to answer to.
            _ if about.answers_mail => Sender::Nobody,
            Some(it) => {
                Sender::Bounces(sealed(it, &|base| bounce_address(base, about.message, key)))
            }
            None => Sender::Own,
        };
        Back {
            sender,
            reply_to,
            seal: Some(loop_seal(about.message, about.automatic, key)),
            stop: None,
        }
    }
}
