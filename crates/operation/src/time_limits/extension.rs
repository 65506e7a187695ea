//! More time for one limit: a decision with a reason, by whom its rule names. Whoever
//! stands below asks, and somebody else decides. The complainant hears of it at once.

use super::letter;
use redress_complaint::{
    Complaint, Decided,
    at::At,
    case::Extension,
    clocks::{Clock, blocks},
    facts::{Extended, ExtensionAsked, ExtensionRefused, Reason},
    telling::{Telling, leads_to},
    verb::while_open,
};
use redress_kernel::{
    Action, Draft, Instant, Refusal,
    clock::{Ask, Due, Level, NoExtension},
    fields::Fields,
};

pub fn some_to_extend(c: &Complaint, at: &At) -> Result<(), Refusal> {
    while_open(c, at)?;
    match c.extendable().is_empty() {
        true => Err(Refusal::new("nothing-to-extend")),
        false => Ok(()),
    }
}

pub fn some_to_decide(c: &Complaint, at: &At) -> Result<(), Refusal> {
    while_open(c, at)?;
    match c.asked_extensions().next() {
        Some(_) => Ok(()),
        None => Err(Refusal::new("no-extension-asked")),
    }
}

/// Grants it, or asks for it where another has to.
pub fn extend(c: &Complaint, fields: &Fields, at: &At) -> Result<Decided, Refusal> {
    let code = fields.text("limit");
    let clock = c.extendable().into_iter().find(|it| it.code() == code);
    let clock = clock.ok_or(Refusal::new("limit-unknown").at("limit"))?;
    if asked(c, &clock).is_some() {
        return Err(Refusal::new("extension-asked-already").at("limit"));
    }
    let rule = &clock.clock.rule;
    let most = rule.extension.as_ref().map_or(0, |it| it.amount);
    let amount = fields
        .number("extend-by")
        .and_then(|n| u32::try_from(n).ok());
    let wish = Wish {
        amount: amount.unwrap_or(most),
        reason: fields.text("reason"),
        way: fields.optional("way"),
        consent: fields.optional("consent"),
    };
    let approver = approver(&clock);
    allowed(c, &clock, &wish, approver, at.now)?;
    match stands_for(c, approver, at) {
        true => grant(c, &clock, &wish, &wish.reason, at),
        false => ask(c, &clock, wish),
    }
}

/// Grants or refuses what a colleague asked for.
pub fn decide(c: &Complaint, fields: &Fields, at: &At) -> Result<Decided, Refusal> {
    let code = fields.text("limit-asked");
    let mut open = c.asked_extensions();
    let asked = open.find(|it| format!("{}/{}", it.pack, it.clock) == code);
    let asked = asked.ok_or(Refusal::new("limit-unknown").at("limit-asked"))?;
    if asked.asked_by == Some(at.actor.id) {
        return Err(Refusal::new("extension-by-somebody-else"));
    }
    let reason = fields.text("decision-reason");
    if fields.yes("granted") != Some(true) {
        return Ok(refuse(c, asked, reason));
    }
    let clock = c.clock(asked.pack, asked.clock);
    let clock = clock.ok_or(Refusal::new("limit-unknown").at("limit-asked"))?;
    let approver = approver(&clock);
    if !stands_for(c, approver, at) {
        return Err(not_yours(approver));
    }
    let wish = Wish {
        amount: asked.amount,
        reason: asked.reason.clone(),
        way: fields.optional("way"),
        consent: asked.consent.clone(),
    };
    allowed(c, &clock, &wish, approver, at.now)?;
    grant(c, &clock, &wish, &reason, at)
}

/// What is wished for, with the reason that the complainant reads.
struct Wish {
    amount: u32,
    reason: String,
    way: Option<String>,
    /// By which way the complainant agreed, where the rule asks for it.
    consent: Option<String>,
}

fn asked<'a>(c: &'a Complaint, clock: &Clock) -> Option<&'a Extension> {
    let mut open = c.asked_extensions();
    open.find(|it| it.is_of(&clock.pack.id, &clock.clock.id))
}

fn approver(clock: &Clock) -> Level {
    let extension = clock.clock.rule.extension.as_ref();
    extension.map_or(Level::TopManagement, |it| it.approver)
}

/// May this person decide what that level decides?
fn stands_for(c: &Complaint, level: Level, at: &At) -> bool {
    match level {
        Level::Handler => true,
        Level::Manager => at.actor.may(Action::GrantExtension),
        Level::TopManagement => {
            redress_complaint::authority::stands_at_top(at.actor, c, at.colleagues)
        }
    }
}

/// What the rule itself says to it, whoever decides.
fn allowed(
    c: &Complaint,
    clock: &Clock,
    wish: &Wish,
    by: Level,
    now: Instant,
) -> Result<(), Refusal> {
    let rule = &clock.clock.rule;
    let due = clock
        .due
        .as_ref()
        .map_err(|_| Refusal::new("limit-unknown").at("limit"))?;
    let ask = Ask {
        by,
        reason: &wish.reason,
        amount: wish.amount,
        at: now,
        consent: wish.consent.is_some(),
    };
    rule.may_extend(&ask, c.taken(clock), due)
        .map_err(refusal)?;
    // A letter cannot give a reason that nobody wrote.
    let notice = rule.extension.as_ref().and_then(|it| it.notice);
    match notice.is_some() && wish.reason.is_empty() {
        true => Err(refusal(NoExtension::NoReason)),
        false => Ok(()),
    }
}

fn refusal(no: NoExtension) -> Refusal {
    match no {
        NoExtension::NotProvided => Refusal::new("nothing-to-extend"),
        NoExtension::TooLate => Refusal::new("extension-too-late"),
        NoExtension::TooMany { times } => Refusal::new("extension-too-many").with("times", times),
        NoExtension::TooMuch { amount } => Refusal::new("extension-too-much")
            .with("most", amount)
            .at("extend-by"),
        NoExtension::NotApproved { approver } => not_yours(approver),
        NoExtension::NoReason => Refusal::new("extension-why").at("reason"),
        NoExtension::NoConsent => Refusal::new("extension-consent").at("consent"),
    }
}

fn not_yours(approver: Level) -> Refusal {
    Refusal::new(match approver {
        Level::TopManagement => "extension-by-the-top",
        _ => "extension-by-a-manager",
    })
}

fn ask(c: &Complaint, clock: &Clock, wish: Wish) -> Result<Decided, Refusal> {
    let due = clock
        .due
        .as_ref()
        .map_err(|_| Refusal::new("limit-unknown"))?;
    let asked = ExtensionAsked {
        pack: clock.pack.id.clone(),
        clock: clock.clock.id.clone(),
        amount: wish.amount,
        due: due.due,
        consent: wish.consent,
    };
    let reason = Reason {
        reason: wish.reason,
    };
    Ok(Decided::fact(Draft::with(c.id, &asked, &reason)))
}

fn refuse(c: &Complaint, asked: &Extension, reason: String) -> Decided {
    let refused = ExtensionRefused {
        pack: asked.pack.to_owned(),
        clock: asked.clock.to_owned(),
    };
    Decided::fact(Draft::with(c.id, &refused, &Reason { reason }))
}

/// The fact, and the letter that the rule asks for with it. The extension counts from
/// here; if the letter is taken back, its notice stays owed.
fn grant(
    c: &Complaint,
    clock: &Clock,
    wish: &Wish,
    why: &str,
    at: &At,
) -> Result<Decided, Refusal> {
    let no_date = || Refusal::new("limit-unknown");
    let before = clock.due.as_ref().map_err(|_| no_date())?;
    let after = c
        .if_extended(clock, wish.amount, at.now)
        .ok_or_else(no_date)?;
    if after.due <= before.due {
        return Err(Refusal::new("extension-not-longer").at("extend-by"));
    }
    let notice = clock.clock.rule.extension.as_ref().and_then(|it| it.notice);
    let letter = notice.map(|_| notice_of(c, clock, wish, before, &after, at));
    let letter = letter.transpose()?;
    let extended = Extended {
        pack: clock.pack.id.clone(),
        clock: clock.clock.id.clone(),
        amount: wish.amount,
        from: before.due,
        to: after.due,
        message: letter.as_ref().map(|it| it.message),
        consent: wish.consent.clone(),
    };
    let reason = Reason {
        reason: why.to_owned(),
    };
    let decided = Decided::fact(Draft::with(c.id, &extended, &reason));
    Ok(match letter {
        Some(letter) => decided.telling(letter),
        None => decided,
    })
}

fn notice_of(
    c: &Complaint,
    clock: &Clock,
    wish: &Wish,
    before: &Due,
    after: &Due,
    at: &At,
) -> Result<Telling, Refusal> {
    leads_to(c.correspondent(), wish.way.as_deref())?;
    let blocks = clock.notice_blocks();
    let days = (before.due_on, after.due_on);
    let paragraphs = letter::extension(c, at, &wish.reason, days, &blocks);
    let way = wish.way.as_deref();
    blocks::Draft::new(c, at.organisation, &paragraphs, way).hold(&blocks)?;
    let telling = letter::notice(c, at, paragraphs).by_way(wish.way.clone());
    Ok(match moves_our_own(c, clock, after.due, at.now) {
        true => telling.response_due(after.due),
        false => telling,
    })
}

/// The complainant was told a later date for the answer: our own target follows, unless
/// it has passed already and stays on record as missed.
fn moves_our_own(c: &Complaint, clock: &Clock, to: Instant, now: Instant) -> bool {
    let ends = &clock.clock.rule.satisfied_by;
    let answers = ends.iter().any(|it| it.name() == "decided");
    let own = c.due.response;
    answers && own.is_some_and(|own| now <= own && own < to)
}
