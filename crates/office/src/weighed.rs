//! The page of a setting that moves due dates: its form, what a change would do before
//! it is made, and the choice for whom it holds (6.2). Which fact it leaves is the
//! setting's own.

use crate::{
    effect::{apply, asked, choice, part, progress, weigh},
    fault::ours,
    frame::{Form, Sheet, back},
};
use axum::response::Response;
use redress_complaint::{
    House,
    house::organisation,
    inbox::recount::{Effect, Running, running},
};
use redress_kernel::{
    Action, Actor, Instant, Organisation, Refusal,
    fields::{Field, Fields},
};
use redress_store::{Error, Reader};
use redress_web::{Html, Sent, Trouble, Visit, Voice, form};

pub struct Weighed {
    pub path: &'static str,
    pub title: &'static str,
    pub form: &'static [Field],
    /// What holds, as the form shows it.
    pub held: fn(&Organisation) -> Fields,
    pub accept: fn(&mut Fields, &Organisation) -> Option<Organisation>,
    /// What stands below the form.
    pub below: fn(&Below) -> Html,
    /// Open complaints are counted anew in any case: the law asks for it.
    pub always: bool,
}

/// What the part below the form is drawn from.
pub struct Below<'a> {
    pub t: &'a Voice,
    pub held: &'a Organisation,
    pub typed: &'a Fields,
    pub now: Instant,
    pub may_change: bool,
}

/// Whose page it is and what stands in the form.
struct Seen<'a> {
    house: &'a House,
    actor: &'a Actor,
    visit: &'a Visit,
    held: &'a Organisation,
    typed: &'a Fields,
    recount: bool,
    /// One that is under way already.
    running: Option<&'a Running>,
}

impl Weighed {
    pub async fn show(
        &self,
        house: &House,
        actor: &Actor,
        visit: &Visit,
    ) -> Result<Response, Trouble> {
        let (held, running) = held(house).await?;
        let seen = Seen {
            house,
            actor,
            visit,
            held: &held,
            typed: &(self.held)(&held),
            recount: false,
            running: running.as_ref(),
        };
        Ok(self.page(&seen, None))
    }

    pub async fn change(
        &'static self,
        house: &House,
        actor: &Actor,
        mut sent: Sent,
    ) -> Result<Response, Trouble> {
        let mut asked = asked(&mut sent);
        asked.recount |= self.always;
        let (before, running) = held(house).await?;
        let mut typed = sent.fields.clone();
        let accepted = (self.accept)(&mut typed, &before);
        let seen = Seen {
            house,
            actor,
            visit: &sent.visit,
            held: &before,
            typed: &typed,
            recount: asked.recount,
            running: running.as_ref(),
        };
        let Some(after) = accepted else {
            return Ok(self.page(&seen, None));
        };
        if asked.weigh {
            let effect = weigh(house, after.counting()).await.map_err(ours)?;
            return Ok(self.page(&seen, Some(&effect)));
        }
        let mut fields = sent.fields;
        let change = move |it: Organisation| {
            (self.accept)(&mut fields, &it).ok_or(Refusal::new("not-possible"))
        };
        apply(house, actor, asked.recount, change).await?;
        let done = if asked.recount { "recounted" } else { "saved" };
        Ok(back(&sent.visit, self.path, done))
    }

    /// What somebody proposes and nobody has kept yet: in the form, weighed, with a word
    /// before it.
    pub async fn proposed(
        &self,
        house: &House,
        actor: &Actor,
        visit: &Visit,
        mut typed: Fields,
        first: Html,
    ) -> Result<Response, Trouble> {
        let (held, running) = held(house).await?;
        let good = typed.problems().is_empty();
        let after = good.then(|| (self.accept)(&mut typed, &held)).flatten();
        let effect = match &after {
            Some(after) => Some(weigh(house, after.counting()).await.map_err(ours)?),
            None => None,
        };
        let seen = Seen {
            house,
            actor,
            visit,
            held: &held,
            typed: &typed,
            recount: false,
            running: running.as_ref(),
        };
        let first = if after.is_some() {
            first
        } else {
            Html::default()
        };
        Ok(self.answer(&seen, first, effect.as_ref()))
    }

    fn page(&self, seen: &Seen, effect: Option<&Effect>) -> Response {
        self.answer(seen, Html::default(), effect)
    }

    fn answer(&self, seen: &Seen, first: Html, effect: Option<&Effect>) -> Response {
        let t = seen.visit.voice();
        let may_change = seen.actor.may(Action::ChangeSettings);
        let fields = form::draw(&t, self.form, seen.typed, &form::Options::default());
        let whom = (may_change && !self.always).then(|| choice(&t, seen.recount));
        let fields = [fields].into_iter().chain(whom).collect();
        let form = Form::new(&t, self.path, fields, may_change.then_some("save"))
            .weighed()
            .with_summary(seen.typed)
            .html();
        let weighed = effect.map(|effect| part(&t, seen.actor, effect));
        let below = (self.below)(&Below {
            t: &t,
            held: seen.held,
            typed: seen.typed,
            now: seen.house.now(),
            may_change,
        });
        let running = seen.running.map(|it| progress(&t, it, seen.house.now()));
        let first = [first].into_iter().chain(running).chain(weighed);
        let body: Html = first.chain([form, below]).collect();
        Sheet::new(seen.house, seen.visit, seen.actor, self.title).answer(seen.typed, body)
    }
}

async fn held(house: &House) -> Result<(Organisation, Option<Running>), Trouble> {
    let read = |reader: &mut Reader| -> Result<_, Error> {
        let running = running(reader)?.filter(|it| it.moves_dates);
        Ok((organisation(reader)?, running))
    };
    house.db.read(read).await.map_err(ours)
}
