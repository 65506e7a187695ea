//! The test button: tries to receive, changes nothing, and shows all that was said.

use super::{
    Credential,
    records::{Kept, account},
    shown::fault_said,
};
use redress_kernel::words::Message;
use redress_mail::imap::{Found, Said, Trial, trial};
use redress_web::Voice;
use std::time::Duration;

/// Somebody sits before the page and waits.
const PATIENCE: Duration = Duration::from_secs(15);

pub fn tried(kept: &Kept, with: &Credential) -> Trial {
    let mut account = account(&kept.terms, with);
    account.patience = PATIENCE;
    trial(&account, &kept.terms.folder)
}

/// What came of it, in sentences.
pub fn outcome(trial: &Trial) -> Vec<Message> {
    match &trial.outcome {
        Err(fault) => vec![fault_said(fault.code())],
        Ok(found) => found_said(found),
    }
}

fn found_said(found: &Found) -> Vec<Message> {
    let opened = Message::new("mailbox-tried-opened").with("n", i64::from(found.messages));
    let unread = (!found.readable).then(|| Message::new("mailbox-tried-unread"));
    let told = match found.idle {
        true => Message::new("mailbox-tried-idle"),
        false => Message::new("mailbox-tried-asks"),
    };
    [Some(opened), unread, Some(told)]
        .into_iter()
        .flatten()
        .collect()
}

/// A line of the dialogue: who, and what.
pub struct Line {
    pub who: String,
    pub text: String,
    pub note: bool,
}

pub fn lines(t: &Voice, dialogue: &[Said]) -> Vec<Line> {
    let line = |said: &Said| match said {
        Said::Ours(text) => Line {
            who: t.say("dialogue-ours").into_owned(),
            text: text.clone(),
            note: false,
        },
        Said::Theirs(text) => Line {
            who: t.say("dialogue-theirs").into_owned(),
            text: text.clone(),
            note: false,
        },
        Said::Note(what) => Line {
            who: String::new(),
            text: t.code("dialogue", what),
            note: true,
        },
    };
    dialogue.iter().map(line).collect()
}
