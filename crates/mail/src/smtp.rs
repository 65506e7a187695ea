//! One letter handed to a relay, said word by word: sender, recipient, text. Where the
//! relay offers reports (DSN, RFC 3461) we ask for one when a letter is late or fails,
//! so that silence means delivery as far as anybody can know. What was said is kept for
//! whoever presses the test button; passwords never enter it.

use crate::{
    NotSent, Relay, Tls,
    reach::{Unreached, addresses},
};
use lettre::{
    Address,
    address::Envelope,
    transport::smtp::{
        Error,
        authentication::{Credentials, DEFAULT_MECHANISMS},
        client::{SmtpConnection, TlsParameters},
        commands::{Data, Ehlo, Mail, Noop, Rcpt},
        extension::{ClientId, Extension, MailBodyParameter, MailParameter, RcptParameter},
        response::Response,
    },
};
use std::{fmt::Display, time::Duration};

/// A relay that takes longer than this is tried again later.
const TIMEOUT: Duration = Duration::from_secs(30);
const LINE_MAX: usize = 300;

/// A line of ours and what came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    pub ours: String,
    pub theirs: String,
}

pub(crate) struct Visit {
    relay: SmtpConnection,
    reports: bool,
    said: Vec<Said>,
}

/// What is handed over, and the name under which a report may speak of it.
pub(crate) struct Parcel<'a> {
    pub envelope: &'a Envelope,
    pub name: &'a str,
    pub text: &'a [u8],
}

impl Visit {
    /// Connected, encrypted as the settings ask, and let in.
    pub fn begin(relay: &Relay, said: &mut Vec<Said>) -> Result<Visit, NotSent> {
        let hello = hello(relay);
        let tls = TlsParameters::new(relay.host.clone()).map_err(|_| NotSent::Misconfigured)?;
        let at_once = (relay.tls == Tls::Implicit).then_some(&tls);
        let found = addresses(&relay.host, relay.port, relay.tls == Tls::None);
        let found = found.map_err(|why| match why {
            Unreached::Unknown => NotSent::Later("no such host".to_owned()),
            Unreached::OutOfBounds => NotSent::Misconfigured,
        })?;
        let connected =
            SmtpConnection::connect(found.as_slice(), Some(TIMEOUT), &hello, at_once, None);
        note(
            said,
            &format!("({}:{})", relay.host, relay.port),
            &connected,
        );
        let mut visit = Visit {
            relay: connected.map_err(not_sent)?,
            reports: false,
            said: std::mem::take(said),
        };
        let begun = visit.let_in(relay, &tls, &hello);
        match begun {
            Ok(()) => Ok(visit),
            Err(why) => {
                *said = visit.end();
                Err(why)
            }
        }
    }

    fn let_in(
        &mut self,
        relay: &Relay,
        tls: &TlsParameters,
        hello: &ClientId,
    ) -> Result<(), NotSent> {
        if relay.tls == Tls::Starttls {
            if !self.relay.can_starttls() {
                return Err(NotSent::Misconfigured);
            }
            let done = self.relay.starttls(tls, hello);
            note(&mut self.said, "STARTTLS", &done);
            done.map_err(not_sent)?;
        }
        // The library keeps no list of everything that is offered, so we ask once more.
        let offers = self.say("EHLO", Ehlo::new(hello.clone()))?;
        self.reports = offers
            .message()
            .any(|line| line.trim().eq_ignore_ascii_case("DSN"));
        if relay.user.is_empty() {
            return Ok(());
        }
        let who = Credentials::new(relay.user.clone(), relay.password.clone());
        let done = self.relay.auth(DEFAULT_MECHANISMS, &who);
        note(&mut self.said, "AUTH", &done);
        done.map(|_| ()).map_err(not_sent)
    }

    /// `Ok` only when the relay said that it has the letter.
    pub fn hand_over(&mut self, parcel: &Parcel) -> Result<(), NotSent> {
        let from = parcel.envelope.from();
        // Whoever gives no address to report to cannot ask for reports.
        let reports = self.reports && from.is_some();
        let options = self.options(parcel, reports)?;
        // A refusal so early is about us and not about the reader.
        let begun = self.say_whole(Mail::new(from.cloned(), options));
        begun.map_err(|why| match why {
            NotSent::Never(_) => NotSent::Misconfigured,
            other => other,
        })?;
        for to in parcel.envelope.to() {
            let asked = if reports { report_of(to) } else { Vec::new() };
            self.say_whole(Rcpt::new(to.clone(), asked))?;
        }
        self.say_whole(Data)?;
        let taken = self.relay.message(parcel.text);
        note(
            &mut self.said,
            &format!("({} bytes)", parcel.text.len()),
            &taken,
        );
        taken.map(|_| ()).map_err(not_sent)
    }

    fn options(&self, parcel: &Parcel, reports: bool) -> Result<Vec<MailParameter>, NotSent> {
        let offers = self.relay.server_info();
        let mut options = Vec::new();
        let named = parcel.envelope.to().iter().chain(parcel.envelope.from());
        if named.map(AsRef::<str>::as_ref).any(|it| !it.is_ascii()) {
            if !offers.supports_feature(Extension::SmtpUtfEight) {
                return Err(NotSent::Never(None));
            }
            options.push(MailParameter::SmtpUtfEight);
        }
        if !parcel.text.is_ascii() {
            if !offers.supports_feature(Extension::EightBitMime) {
                return Err(NotSent::Never(None));
            }
            options.push(MailParameter::Body(MailBodyParameter::EightBitMime));
        }
        let other = |keyword: &str, value: &str| MailParameter::Other {
            keyword: keyword.to_owned(),
            value: Some(value.to_owned()),
        };
        if reports {
            options.push(other("RET", "HDRS"));
            options.push(other("ENVID", parcel.name.trim_matches(['<', '>'])));
        }
        Ok(options)
    }

    fn say_whole(&mut self, command: impl Display) -> Result<Response, NotSent> {
        let line = command.to_string();
        self.say(line.trim_end(), command)
    }

    fn say(&mut self, shown: &str, command: impl Display) -> Result<Response, NotSent> {
        let answer = self.relay.command(command);
        note(&mut self.said, shown, &answer);
        answer.map_err(not_sent)
    }

    pub fn is_there(&mut self) -> Result<(), NotSent> {
        self.say("NOOP", Noop).map(|_| ())
    }

    /// Hangs up; whatever the relay answers to that changes nothing.
    pub fn end(mut self) -> Vec<Said> {
        let _ = self.relay.quit();
        self.said
    }
}

/// Late and failed; that it arrived is nobody's business but the reader's.
fn report_of(to: &Address) -> Vec<RcptParameter> {
    let other = |keyword: &str, value: String| RcptParameter::Other {
        keyword: keyword.to_owned(),
        value: Some(value),
    };
    let address: &str = to.as_ref();
    let mut asked = vec![other("NOTIFY", "FAILURE,DELAY".to_owned())];
    if address.is_ascii() {
        asked.push(other("ORCPT", format!("rfc822;{address}")));
    }
    asked
}

/// We greet with the domain that we write from, not with this machine's name.
fn hello(relay: &Relay) -> ClientId {
    let domain = relay.from.rsplit('@').next().unwrap_or_default();
    let known = if domain.is_empty() {
        "localhost"
    } else {
        domain
    };
    ClientId::Domain(known.to_owned())
}

fn note<T: Answer>(said: &mut Vec<Said>, ours: &str, answer: &Result<T, Error>) {
    let short = |text: String| text.chars().take(LINE_MAX).collect();
    said.push(Said {
        ours: short(ours.to_owned()),
        theirs: short(match answer {
            Ok(answer) => answer.words(),
            Err(error) => error.to_string(),
        }),
    });
}

/// What came back, as it is shown.
trait Answer {
    fn words(&self) -> String;
}

impl Answer for Response {
    fn words(&self) -> String {
        let lines: Vec<&str> = self.message().collect();
        format!("{} {}", self.code(), lines.join(" | "))
    }
}

impl Answer for () {
    fn words(&self) -> String {
        "ok".to_owned()
    }
}

impl Answer for SmtpConnection {
    fn words(&self) -> String {
        self.server_info().to_string()
    }
}

fn not_sent(error: Error) -> NotSent {
    let code = error.status().map(|code| i64::from(u16::from(code)));
    match code {
        // The relay does not let us in: a matter of settings, not of this letter.
        Some(530 | 534 | 535) => NotSent::Misconfigured,
        Some(code) if error.is_permanent() => NotSent::Never(Some(code)),
        Some(code) => NotSent::Later(code.to_string()),
        None if error.is_client() => NotSent::Never(None),
        None if error.is_tls() => NotSent::Misconfigured,
        None => NotSent::Later("no connection".to_owned()),
    }
}
