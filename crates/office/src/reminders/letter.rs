//! What a colleague was told in one round, as one letter in their language: reference,
//! which obligation, until when, and the way to the case. No name, no subject: a
//! mailbox is not the desk. Evidence: `colleague-told` at each of its complaints, once the
//! relay has taken it.

use super::records::held;
use crate::roster::{Member, member};
use redress_complaint::{
    House,
    case::Told,
    facts::ColleagueTold,
    house::{format_for, organisation},
    obligations::{MAILED_MAX, ToMail, name_in, told_in_round},
    record::find,
};
use redress_kernel::{
    By, Draft, Id, Instant, Lang, Organisation,
    words::{Arg, Message},
};
use redress_mail::{Back, Letter};
use redress_store::{Error, Reader, Tx};
use redress_web::format::Format;
use std::collections::BTreeSet;

/// A letter, and of what it tells.
pub struct Mail {
    pub letter: Letter,
    person: Id,
    round: Instant,
    told: Vec<ToMail>,
}

impl Mail {
    /// The relay took it: each of its complaints says so, once, however often the job
    /// comes this far.
    pub fn left(&self, tx: &mut Tx, now: Instant) -> Result<(), Error> {
        let (mut before, mut said) = (None, BTreeSet::new());
        for one in &self.told {
            let known = (one.complaint, one.code.as_str());
            if before != Some(one.complaint) {
                said.extend(self.said_of(tx, one.complaint)?);
                before = Some(one.complaint);
            }
            if said.insert((known.0, known.1.to_owned())) {
                let fact = self.fact(one);
                tx.record(Draft::of(one.complaint, &fact), &By::system(now))?;
            }
        }
        Ok(())
    }

    fn said_of(&self, tx: &mut Tx, id: Id) -> Result<Vec<(Id, String)>, Error> {
        let case = find(tx, id)?.unwrap_or_default();
        let mine = |it: &Told| it.person == self.person && it.round == Some(self.round);
        let said = case.told.into_iter().filter(mine);
        Ok(said.map(|it| (id, it.what)).collect())
    }

    fn fact(&self, one: &ToMail) -> ColleagueTold {
        ColleagueTold {
            person: self.person,
            what: one.code.clone(),
            way: "email".to_owned(),
            round: Some(self.round),
        }
    }
}

/// None: nothing is left to tell, or no letter is wanted.
pub fn letter(
    reader: &mut Reader,
    house: &House,
    person: Id,
    round: Instant,
    letter: Id,
) -> Result<Option<Mail>, Error> {
    let wanted = held(reader)?.writes_to(person);
    let member = member(reader, person)?.filter(|one| one.active && !one.email.is_empty());
    let (Some(member), true) = (member, wanted) else {
        return Ok(None);
    };
    let told = told_in_round(reader, person, round)?;
    if told.is_empty() {
        return Ok(None);
    }
    let it = organisation(reader)?;
    let letter = written(house, &it, &member, &told, letter);
    Ok(Some(Mail {
        letter,
        person,
        round,
        told,
    }))
}

fn written(
    house: &House,
    it: &Organisation,
    member: &Member,
    told: &[ToMail],
    letter: Id,
) -> Letter {
    let first = it.languages.first().copied().unwrap_or_default();
    let language = member.language.unwrap_or(first);
    let format = format_for(it, language);
    let say = |message: Message| house.words.tell(language, &message, &format);
    let mut parts = vec![say(
        Message::new("reminder-letter").with("place", it.name.as_str())
    )];
    parts.extend(told.iter().map(|one| line(house, one, language, &format)));
    if told.len() as i64 == MAILED_MAX {
        parts.push(say(Message::new("reminder-letter-more")));
    }
    parts.push(format!(
        "{}\n{}/desk/deadlines",
        say(Message::new("reminder-letter-all")),
        house.base_url
    ));
    parts.push(say(Message::new("reminder-letter-why")));
    Letter {
        id: letter,
        from_name: it.name.clone(),
        to: member.email.clone(),
        to_name: member.name.clone(),
        subject: say(Message::new("reminder-subject").with("n", told.len())),
        body: parts.join("\n\n"),
        language,
        automatic: true,
        earlier: Vec::new(),
        back: Back::default(),
        files: Vec::new(),
        at: house.now(),
    }
}

fn line(house: &House, one: &ToMail, language: Lang, format: &Format) -> String {
    let say = |message: Message| house.words.tell(language, &message, format);
    let said = Message::new(format!("reminder-line-{}", one.rung))
        .with("reference", Arg::Latin(one.reference.clone()))
        .with("obligation", name_in(format, &one.code))
        .with("due", Arg::from(one.due));
    format!("{}\n{}/desk/{}", say(said), house.base_url, one.reference)
}
