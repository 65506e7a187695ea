//! Checking by ourselves, through the name servers of this machine.

use super::{
    Again, Passed, Verdict,
    again::{aligned, settled},
    noted,
};
use mail_auth::{
    AuthenticatedMessage, DkimOutput, DkimResult, DmarcResult, MessageAuthenticator, SpfOutput,
    SpfResult,
    common::crypto::Algorithm,
    dkim::Signature,
    dmarc::verify::DmarcParameters,
    hickory_resolver::config::{ConnectionConfig, NameServerConfig, ResolverConfig, ResolverOpts},
    spf::verify::SpfParameters,
};
use std::{
    net::{IpAddr, SocketAddr},
    time::Duration,
};

/// Signatures of one message that are looked at. Each costs a question to a name server
/// that the sender chose, and may ask for another hash of the whole body.
const SIGNATURES_MAX: usize = 10;
/// A name server that takes longer has not answered.
const PATIENCE: Duration = Duration::from_secs(5);

#[derive(Clone)]
pub struct Checker(MessageAuthenticator);

/// Who brings a message.
#[derive(Debug, Clone, Copy)]
pub struct Bringer<'a> {
    pub ip: IpAddr,
    pub hello: &'a str,
    /// Empty: from nobody.
    pub from: &'a str,
}

impl Checker {
    /// Through the name servers that this machine is set up with.
    pub fn of_machine() -> Option<Checker> {
        MessageAuthenticator::new_system_conf().ok().map(Checker)
    }

    /// Through this one.
    pub fn asking(server: SocketAddr) -> Option<Checker> {
        let mut udp = ConnectionConfig::udp();
        udp.port = server.port();
        let server = NameServerConfig::new(server.ip(), true, vec![udp]);
        let config = ResolverConfig::from_parts(None, Vec::new(), vec![server]);
        let mut options = ResolverOpts::default();
        options.timeout = PATIENCE;
        options.attempts = 1;
        MessageAuthenticator::new(config, options).ok().map(Checker)
    }

    /// A message that a server brings: SPF, DKIM and DMARC.
    pub async fn brought(&self, raw: &[u8], by: Bringer<'_>, name: &str) -> Verdict {
        if signatures(raw) > SIGNATURES_MAX {
            return Verdict::of(Passed::Unknown, Passed::Unknown, Passed::Unknown);
        }
        let Some(message) = AuthenticatedMessage::parse(raw) else {
            return Verdict::default();
        };
        let dkim = self.0.verify_dkim(&message).await;
        let spf = self.spf(by, name).await;
        let found = of_dkim(&dkim);
        let (weak, strong): (Vec<_>, Vec<_>) = dkim.into_iter().partition(is_weak);
        let (dmarc, from) = self.dmarc(&message, &strong, &spf, by).await;
        let verdict = Verdict::of(of_spf(spf.result()), found, or_weak(dmarc, &weak, &from));
        verdict.about(&from).signed_by(signer(&strong))
    }

    /// A message that was fetched: what our server noted, and the signatures once more,
    /// where the server found the sender proven: nothing else can be lost by them. Who
    /// names no server, or gets no answer of the name servers in this time, knows less
    /// and has the message all the same.
    pub async fn fetched(&self, raw: &[u8], authserv_id: &str, within: Duration) -> Verdict {
        let Some(noted) = noted(raw, authserv_id) else {
            return Verdict::default();
        };
        if noted.dmarc != Passed::Yes {
            return noted;
        }
        let again = self.again(raw, &noted.from);
        let again = tokio::time::timeout(within, again).await;
        settled(noted, again.unwrap_or(Again::Open(Passed::Unknown)))
    }

    async fn again(&self, raw: &[u8], from: &str) -> Again {
        if signatures(raw) > SIGNATURES_MAX {
            return Again::Open(Passed::Unknown);
        }
        let Some(message) = AuthenticatedMessage::parse(raw) else {
            return Again::Unsigned;
        };
        let all = self.0.verify_dkim(&message).await;
        let theirs = |it: &&DkimOutput<'_>| it.signature().is_some_and(|it| aligned(&it.d, from));
        let mut own = all.iter().filter(theirs);
        let holds = own.find(|it| *it.result() == DkimResult::Pass && !is_weak(it));
        let weak = all.iter().any(|it| theirs(&it) && is_weak(it));
        match holds.and_then(DkimOutput::signature) {
            Some(signature) => Again::Holds(signature.d.clone()),
            None if all.is_empty() && !message.has_dkim_errors => Again::Unsigned,
            None if weak => Again::Open(Passed::Weak),
            None => Again::Open(match all.iter().any(is_open) {
                true => Passed::Unknown,
                false => Passed::No,
            }),
        }
    }

    async fn spf(&self, by: Bringer<'_>, name: &str) -> SpfOutput {
        let asked = match by.from.is_empty() {
            true => SpfParameters::verify_ehlo(by.ip, by.hello, name),
            false => SpfParameters::verify_mail_from(by.ip, by.hello, name, by.from),
        };
        self.0.verify_spf(asked).await
    }

    async fn dmarc(
        &self,
        message: &AuthenticatedMessage<'_>,
        dkim: &[DkimOutput<'_>],
        spf: &SpfOutput,
        by: Bringer<'_>,
    ) -> (Passed, String) {
        let domain = by
            .from
            .rsplit_once('@')
            .map_or(by.hello, |(_, domain)| domain);
        let asked = DmarcParameters::new(message, dkim, domain, spf);
        let found = self.0.verify_dmarc(asked).await;
        let passed = match found.result() {
            DmarcResult::Pass => Passed::Yes,
            DmarcResult::None => Passed::Unchecked,
            DmarcResult::TempError(_) => Passed::Unknown,
            DmarcResult::Fail(_) | DmarcResult::PermError(_) => Passed::No,
        };
        (passed, found.into_domain())
    }
}

/// Counted before anything is taken apart: those of DKIM, and those of ARC, which ask for
/// hashes as well. The head ends with an empty line and no sooner.
fn signatures(raw: &[u8]) -> usize {
    let lines = raw.split(|byte| *byte == b'\n');
    let head = lines.take_while(|line| !matches!(line, [] | [b'\r']));
    let is_one = |line: &&[u8]| {
        let end = line.iter().position(|byte| *byte == b':');
        let name = end.and_then(|end| line.get(..end)).unwrap_or_default();
        let name = name.to_ascii_lowercase();
        !name.starts_with(b" ") && !name.starts_with(b"\t") && name.ends_with(b"-signature")
    };
    head.filter(is_one).count()
}

fn of_spf(result: SpfResult) -> Passed {
    match result {
        SpfResult::Pass => Passed::Yes,
        SpfResult::None | SpfResult::Neutral => Passed::Unchecked,
        SpfResult::TempError => Passed::Unknown,
        SpfResult::Fail | SpfResult::SoftFail | SpfResult::PermError => Passed::No,
    }
}

fn signer<'a>(all: &'a [DkimOutput<'_>]) -> &'a str {
    let mut holding = all.iter().filter(|it| *it.result() == DkimResult::Pass);
    let first = holding.find_map(DkimOutput::signature);
    first.map_or("", |signature| signature.d.as_str())
}

fn is_open(output: &DkimOutput<'_>) -> bool {
    matches!(output.result(), DkimResult::TempError(_))
}

/// A signature of RSA is as long as its key.
const RSA_MIN: usize = 2048 / 8;

const fn is_short(algorithm: Algorithm, signature: usize) -> bool {
    match algorithm {
        Algorithm::Ed25519Sha256 => false,
        Algorithm::RsaSha1 | Algorithm::RsaSha256 => signature < RSA_MIN,
    }
}

/// It holds, and proves little: whoever has some months of computing time makes the same.
fn is_weak(output: &DkimOutput<'_>) -> bool {
    let short = |it: &Signature| is_short(it.a, it.b.len());
    *output.result() == DkimResult::Pass && output.signature().is_some_and(short)
}

/// Nothing but a weak signature of the sender's own domain speaks for it.
fn or_weak(dmarc: Passed, weak: &[DkimOutput<'_>], from: &str) -> Passed {
    let its = |it: &DkimOutput<'_>| it.signature().is_some_and(|it| aligned(&it.d, from));
    match dmarc {
        Passed::No | Passed::Unknown if weak.iter().any(its) => Passed::Weak,
        dmarc => dmarc,
    }
}

/// One signature that holds is enough.
fn of_dkim(all: &[DkimOutput<'_>]) -> Passed {
    let one = |output: &DkimOutput<'_>| match output.result() {
        DkimResult::Pass if is_weak(output) => Passed::Weak,
        DkimResult::Pass => Passed::Yes,
        DkimResult::None => Passed::Unchecked,
        DkimResult::TempError(_) => Passed::Unknown,
        DkimResult::Neutral(_) | DkimResult::Fail(_) | DkimResult::PermError(_) => Passed::No,
    };
    let found: Vec<Passed> = all.iter().map(one).collect();
    let any = |passed| found.contains(&passed).then_some(passed);
    let worst = any(Passed::Yes)
        .or(any(Passed::Weak))
        .or(any(Passed::Unknown))
        .or(any(Passed::No));
    worst.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_below_2048_bits_is_short_and_a_curve_is_not() {
        assert!(is_short(Algorithm::RsaSha256, 128) && is_short(Algorithm::RsaSha1, 255));
        assert!(!is_short(Algorithm::RsaSha256, 256) && !is_short(Algorithm::RsaSha256, 512));
        assert!(!is_short(Algorithm::Ed25519Sha256, 64));
    }
}
