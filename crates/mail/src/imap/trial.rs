//! The test button: tries to receive and changes nothing; shows what was said, and
//! what there is to know about the server before it is relied upon.

use super::{Account, Dialogue, Fault, Said, Session};

/// A folder that could be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found {
    pub messages: u32,
    pub uid_validity: u32,
    /// It tells us of new mail by itself.
    pub idle: bool,
    /// It can move a message in one step.
    pub moves: bool,
    /// The newest message could be read.
    pub readable: bool,
}

#[derive(Debug, Clone)]
pub struct Trial {
    pub outcome: Result<Found, Fault>,
    /// Without passwords, tokens and texts of messages.
    pub dialogue: Vec<Said>,
}

pub fn trial(account: &Account, folder: &str) -> Trial {
    match Session::heard(account) {
        Ok(mut session) => {
            let outcome = looked(&mut session, folder);
            Trial::of(outcome, &session.close())
        }
        Err((fault, dialogue)) => Trial::of(Err(fault), &dialogue),
    }
}

impl Trial {
    fn of(outcome: Result<Found, Fault>, dialogue: &Dialogue) -> Trial {
        let dialogue = dialogue.lines().cloned().collect();
        Trial { outcome, dialogue }
    }
}

/// As far as the first piece of the newest message: a server that lists and does not
/// hand over is found out here.
fn looked(session: &mut Session, folder: &str) -> Result<Found, Fault> {
    let selected = session.select(folder)?;
    let newest = match selected.exists {
        0 => None,
        _ => session.last()?,
    };
    let readable = match newest {
        Some(uid) => match session.piece(uid, 0, 1024) {
            Err(Fault::Refused(_)) => false,
            came => came?.is_some(),
        },
        None => true,
    };
    Ok(Found {
        messages: selected.exists,
        uid_validity: selected.uid_validity,
        idle: session.can("IDLE"),
        moves: session.can("MOVE"),
        readable,
    })
}
