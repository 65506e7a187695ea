//! One letter of all that waits for a person: reference, what happened, and the way to the
//! case, which opens after signing in. No name and no word of the complainant.

use super::{
    choice::OF_OTHERS,
    listen::next,
    waiting::{self, Waits},
};
use crate::roster::{Member, member};
use redress_complaint::{
    House,
    door::visible,
    house::{format_for, organisation, stood_in_for},
};
use redress_kernel::{
    Id, Instant, Organisation,
    words::{Arg, Message},
};
use redress_mail::{Back, Letter};
use redress_store::{Error, Reader, Tx};

/// None: nothing is left to tell. What is told of a case is told to its owner, to whoever
/// stands in for them, and to whom a note points, while they may see it.
pub fn letter(
    reader: &mut Reader,
    house: &House,
    person: Id,
    until: Instant,
) -> Result<Option<Letter>, Error> {
    let member = member(reader, person)?.filter(|one| one.active && !one.email.is_empty());
    let Some(member) = member else {
        return Ok(None);
    };
    let mut lines = Vec::new();
    let today = until.date_in(&organisation(reader)?.zone());
    let absent = stood_in_for(reader, person, today)?;
    let stands_in = |owner: Id| absent.iter().any(|away| away.person == owner);
    for one in waiting::of(reader, person, until)? {
        let theirs = OF_OTHERS.contains(&one.kind.as_str())
            || one
                .owner
                .is_some_and(|owner| owner == person || stands_in(owner));
        if theirs && visible(reader, &member.actor(), &one.reference, until)?.is_some() {
            lines.push(one);
        }
    }
    let it = organisation(reader)?;
    Ok((!lines.is_empty()).then(|| written(house, &it, &member, &lines)))
}

fn written(house: &House, it: &Organisation, member: &Member, lines: &[Waits]) -> Letter {
    let language = member.language.unwrap_or(it.first_language());
    let format = format_for(it, language);
    let say = |message: Message| house.words.tell(language, &message, &format);
    let line = |one: &Waits| {
        let said = Message::new(format!("notice-line-{}", one.kind));
        let said = say(said.with("reference", Arg::Latin(one.reference.clone())));
        format!("{said}\n{}/desk/{}", house.base_url, one.reference)
    };
    let mut parts = vec![say(
        Message::new("notice-letter").with("place", it.name.as_str())
    )];
    parts.extend(lines.iter().map(line));
    parts.push(format!(
        "{}\n{}/desk/notices",
        say(Message::new("notice-letter-why")),
        house.base_url
    ));
    Letter {
        id: house.new_id(),
        from_name: it.name.clone(),
        to: member.email.clone(),
        to_name: member.name.clone(),
        subject: say(Message::new("notice-subject").with("n", lines.len())),
        body: parts.join("\n\n"),
        language,
        automatic: true,
        earlier: Vec::new(),
        files: Vec::new(),
        at: house.now(),
        back: Back::default(),
    }
}

/// It has left, or there was nobody to give it to.
pub fn told(tx: &mut Tx, person: Id, read: &[Waits], now: Instant) -> Result<(), Error> {
    match waiting::done(tx, person, read)? {
        true => next(tx, person, now),
        false => Ok(()),
    }
}
