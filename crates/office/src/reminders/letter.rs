//! What a colleague was told in one round, as one letter in their language: reference,
//! which obligation, until when, and the way to the case. No name, no subject: a
//! mailbox is not the desk.

use super::records::held;
use crate::roster::{Member, member};
use redress_complaint::{
    House,
    house::{format_for, organisation},
    obligations::{MAILED_MAX, ToMail, name_in, told_in_round},
};
use redress_kernel::{
    Id, Instant, Lang, Organisation,
    words::{Arg, Message},
};
use redress_mail::{Back, Letter};
use redress_store::{Error, Reader};
use redress_web::format::Format;

/// None: nothing is left to tell, or no letter is wanted.
pub fn letter(
    reader: &mut Reader,
    house: &House,
    person: Id,
    round: Instant,
    letter: Id,
) -> Result<Option<Letter>, Error> {
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
    Ok(Some(written(house, &it, &member, &told, letter)))
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
