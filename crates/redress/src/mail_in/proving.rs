//! What can be known of who sent messages, found out before anything is written. What a
//! server brought was checked when it came, and noted; of what was fetched, or delivered
//! by LMTP, the notes of its server count and its signatures are looked at again
//! (decision 82). Name servers that do not answer hold nothing up: a batch waits for them
//! for a few seconds, and after that nobody is asked for a while.

use redress_channels::mailboxes::{Prove, Raw, settings::at_last};
use redress_complaint::House;
use redress_kernel::{Id, Instant};
use redress_mail::authentication::{Checker, OURS, Passed, Verdict, noted};
use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};
use tokio::runtime::Handle;

/// All questions about one message.
const WITHIN: Duration = Duration::from_secs(5);
/// So long nobody is asked once there was no answer.
const SILENT_SECONDS: i64 = 60;

struct Proving {
    house: House,
    checker: Option<Checker>,
    runtime: Handle,
    /// No name server answered until here.
    silent: Mutex<Option<Instant>>,
}

pub fn prove(house: &House, checker: Option<Checker>, runtime: Handle) -> Prove {
    let it = Proving {
        house: house.clone(),
        checker,
        runtime,
        silent: Mutex::new(None),
    };
    Arc::new(move |raws| it.all(raws))
}

impl Proving {
    fn all(&self, raws: &[Raw]) -> Vec<Option<Verdict>> {
        let mut servers: BTreeMap<Id, Option<String>> = BTreeMap::new();
        let each = raws.iter().map(|raw| {
            let server = servers.entry(raw.mailbox);
            let server = server.or_insert_with(|| self.server_of(raw.mailbox));
            let server = server.as_deref()?;
            Some(self.one(&raw.bytes, server))
        });
        each.collect()
    }

    /// Whose notes are believed of what lies in this mailbox.
    fn server_of(&self, mailbox: Id) -> Option<String> {
        let kept = self.house.db.read_now(|reader| at_last(reader, mailbox));
        match kept {
            Ok(kept) => kept?.authserv_id().map(str::to_owned),
            Err(error) => {
                tracing::error!(%error, "whose notes a mailbox believes cannot be read");
                None
            }
        }
    }

    fn one(&self, bytes: &[u8], server: &str) -> Verdict {
        if server == OURS {
            return noted(bytes, OURS).unwrap_or_default();
        }
        let within = match self.is_silent() {
            true => Duration::ZERO,
            false => WITHIN,
        };
        let Some(checker) = &self.checker else {
            return Verdict::default();
        };
        let verdict = self
            .runtime
            .block_on(checker.fetched(bytes, server, within));
        if verdict.dkim == Passed::Unknown && !within.is_zero() {
            let until = self.house.now().plus_seconds(SILENT_SECONDS);
            *self.silent.lock().unwrap_or_else(PoisonError::into_inner) = Some(until);
        }
        verdict
    }

    fn is_silent(&self) -> bool {
        let until = *self.silent.lock().unwrap_or_else(PoisonError::into_inner);
        until.is_some_and(|until| self.house.now() < until)
    }
}
