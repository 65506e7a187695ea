//! Getting in: encryption as it was asked for, what the server can, and who we are.

use super::{
    Account, Fault, Secret, Session,
    folder::quoted,
    reply::{Reply, Status},
};
use crate::Tls;
use base64::{Engine, engine::general_purpose::STANDARD};

impl Session {
    /// As far as being known to the server.
    pub(super) fn begin(&mut self, account: &Account) -> Result<(), Fault> {
        if account.tls == Tls::Implicit {
            self.secure(account)?;
        }
        let known = self.greeted()?;
        if account.tls == Tls::Starttls {
            if known {
                // Signed in before anything was encrypted: not by us.
                return Err(Fault::NoStarttls);
            }
            self.starttls(account)?;
        }
        if self.capabilities.is_empty() {
            self.ask_capabilities()?;
        }
        if !known {
            self.sign_in(account)?;
        }
        if self.capabilities.is_empty() {
            self.ask_capabilities()?;
        }
        Ok(())
    }

    fn secure(&mut self, account: &Account) -> Result<(), Fault> {
        self.wire.stream.secure(account)?;
        self.wire.dialogue.note("encrypted");
        Ok(())
    }

    /// True when the server knows us already.
    fn greeted(&mut self) -> Result<bool, Fault> {
        match self.wire.hear()? {
            Reply::Status {
                tag: None,
                status,
                code,
            } => match status {
                Status::Ok | Status::Preauth => {
                    self.learn(&code);
                    Ok(status == Status::Preauth)
                }
                Status::Bye => Err(Fault::Busy),
                _ => Err(Fault::NotImap),
            },
            _ => Err(Fault::NotImap),
        }
    }

    fn starttls(&mut self, account: &Account) -> Result<(), Fault> {
        match self.command("STARTTLS", |_| {}) {
            Err(Fault::Refused(_)) => return Err(Fault::NoStarttls),
            other => other?,
        }
        if !self.wire.is_empty() {
            return Err(Fault::Senseless);
        }
        // What was promised in the clear, anybody could have said.
        self.capabilities.clear();
        self.secure(account)
    }

    fn ask_capabilities(&mut self) -> Result<(), Fault> {
        let mut all = Vec::new();
        self.command("CAPABILITY", |reply| {
            if let Reply::Capability(these) = reply {
                all = these;
            }
        })?;
        self.capabilities = all;
        Ok(())
    }

    pub fn can(&self, capability: &str) -> bool {
        self.capabilities.iter().any(|its| its == capability)
    }

    pub(super) fn learn(&mut self, code: &[String]) {
        if let Some((first, rest)) = code.split_first()
            && first == "CAPABILITY"
        {
            self.capabilities = rest.to_vec();
        }
    }

    fn sign_in(&mut self, account: &Account) -> Result<(), Fault> {
        let user = &account.user;
        let signed = match &account.secret {
            Secret::Token(token) if self.can("AUTH=XOAUTH2") => {
                self.authenticate("XOAUTH2", &xoauth2(user, token))
            }
            Secret::Token(_) => Err(Fault::NoWayIn),
            Secret::Password(password) if self.can("AUTH=PLAIN") => {
                self.authenticate("PLAIN", &plain(user, password))
            }
            Secret::Password(_) if self.can("LOGINDISABLED") => Err(Fault::NoWayIn),
            Secret::Password(password) => self.login(user, password),
        };
        match signed {
            Err(Fault::Refused(_)) => Err(Fault::LoginRefused),
            other => other,
        }
    }

    fn authenticate(&mut self, way: &str, response: &str) -> Result<(), Fault> {
        let response = STANDARD.encode(response);
        let tag = self.tag();
        let at_once = self.can("SASL-IR");
        match at_once {
            true => self.wire.say(
                &format!("{tag} AUTHENTICATE {way} {response}"),
                &format!("{tag} AUTHENTICATE {way} •••"),
            )?,
            false => {
                let line = format!("{tag} AUTHENTICATE {way}");
                self.wire.say(&line, &line)?;
            }
        }
        let mut said = at_once;
        self.until(&tag, "AUTHENTICATE", |session, reply| {
            if let Reply::Go(_) = reply {
                // A second question is how a refused token is explained; an empty
                // line asks for the end.
                match std::mem::replace(&mut said, true) {
                    false => session.wire.say(&response, "•••")?,
                    true => session.wire.say("", "")?,
                }
            }
            Ok(())
        })
    }

    fn login(&mut self, user: &str, password: &str) -> Result<(), Fault> {
        let (Some(user), Some(password)) = (quoted(user), quoted(password)) else {
            return Err(Fault::NoWayIn);
        };
        let tag = self.tag();
        self.wire.say(
            &format!("{tag} LOGIN {user} {password}"),
            &format!("{tag} LOGIN {user} •••"),
        )?;
        self.until(&tag, "LOGIN", |_, _| Ok(()))
    }
}

pub(super) fn plain(user: &str, password: &str) -> String {
    format!("\0{user}\0{password}")
}

pub(super) fn xoauth2(user: &str, token: &str) -> String {
    format!("user={user}\x01auth=Bearer {token}\x01\x01")
}
