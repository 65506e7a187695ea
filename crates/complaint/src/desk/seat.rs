//! Who sits at the desk, in which language, at which moment; and where a form
//! leads back to.

use crate::{House, composing::device_key, door::our_fault};
use axum::{extract::FromRequestParts, http::request::Parts};
use redress_kernel::{Action, Actor, Instant};
use redress_web::{Html, Page, Trouble, Visit, Voice};

/// One request of a signed-in person.
#[derive(Clone)]
pub struct Seat {
    pub house: House,
    pub actor: Actor,
    pub visit: Visit,
    pub now: Instant,
    voice: Voice,
}

impl Seat {
    pub fn new(house: House, actor: Actor, visit: Visit) -> Seat {
        let (now, voice) = (house.now(), visit.voice());
        Seat {
            house,
            actor,
            visit,
            now,
            voice,
        }
    }

    pub fn t(&self) -> &Voice {
        &self.voice
    }

    pub fn page(&self) -> Page {
        self.visit
            .page()
            .signed_in(self.actor.name.clone())
            .of(self.actor.id, self.now)
            .sealing(device_key(self.house.db.keys(), self.actor.id))
    }

    /// The last instant of the office's day.
    pub fn end_of_today(&self) -> Instant {
        let calendar = self.visit.organisation.calendar();
        calendar.end_of(self.now.date_in(&calendar.zone))
    }

    /// The office's day.
    pub fn today(&self) -> jiff::civil::Date {
        self.now.date_in(&self.visit.organisation.zone())
    }

    /// May this person do that at all (the case is asked about where there is one)?
    pub fn may(&self, action: Action) -> bool {
        self.actor.may(action)
    }

    /// A page of the desk with one wide board beside the rail.
    pub async fn board(&self, title: &str, body: Html) -> Result<Html, Trouble> {
        let read = self.look(|reader, seat| {
            let (now, today) = (seat.now, seat.end_of_today());
            let counts = crate::inbox::counts(reader, &seat.actor, now, today)?;
            Ok((counts, super::Besides::read(reader, seat)?))
        });
        let (counts, besides) = read.await?;
        let rail = super::rail(self, &counts, &besides, None, "");
        Ok(self.page().desk(title, &rail, body))
    }

    /// A sheet of paper in the reader's language and not in the desk's.
    pub fn sheet(&self, lang: redress_kernel::Lang) -> Page {
        let organisation = self.visit.organisation.clone();
        Page::new(
            Voice::of(lang, &organisation),
            organisation,
            self.visit.path.clone(),
        )
    }

    /// Looks something up; a failure of the store is ours and is logged by the guard.
    pub async fn look<T: Send + 'static>(
        &self,
        f: impl FnOnce(&mut redress_store::Reader, &Seat) -> Result<T, redress_store::Error>
        + Send
        + 'static,
    ) -> Result<T, Trouble> {
        let seat = self.clone();
        self.house
            .db
            .read(move |reader| f(reader, &seat))
            .await
            .map_err(|error| our_fault(&error))
    }
}

impl FromRequestParts<House> for Seat {
    type Rejection = Trouble;

    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<Seat, Trouble> {
        // The permit put the person there; without one nobody comes this far.
        let actor = parts
            .extensions
            .get::<Actor>()
            .cloned()
            .ok_or(Trouble::SignInNeeded)?;
        let visit = Visit::read(&parts.uri, &parts.headers, &parts.extensions);
        Ok(Seat::new(house.clone(), actor, visit))
    }
}

/// Where a form leads after it was done. A closed list: an address from outside
/// would send people elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Back {
    #[default]
    Case,
    Outbox,
}

impl Back {
    pub fn read(typed: &[String]) -> Back {
        match typed.first().map(String::as_str) {
            Some("outbox") => Back::Outbox,
            _ => Back::Case,
        }
    }

    pub fn after(self, reference: &str, verb: &str) -> String {
        match self {
            Back::Case => format!("/desk/{reference}?done={verb}"),
            Back::Outbox => format!("/desk/outbox?done={verb}"),
        }
    }
}
