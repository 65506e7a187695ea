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
    pub below: fn(&Voice, &Organisation, Instant) -> Html,
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
        let asked = asked(&mut sent);
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

    fn page(&self, seen: &Seen, effect: Option<&Effect>) -> Response {
        let t = seen.visit.voice();
        let may_change = seen.actor.may(Action::ChangeSettings);
        let fields = form::draw(&t, self.form, seen.typed, &form::Options::default());
        let whom = may_change.then(|| choice(&t, seen.recount));
        let fields = [fields].into_iter().chain(whom).collect();
        let form = Form::new(&t, self.path, fields, may_change.then_some("save"))
            .weighed()
            .with_summary(seen.typed)
            .html();
        let weighed = effect.map(|effect| part(&t, seen.actor, effect));
        let below = (self.below)(&t, seen.held, seen.house.now());
        let running = seen.running.map(|it| progress(&t, it, seen.house.now()));
        let first = running.into_iter().chain(weighed);
        let body: Html = first.chain([form, below]).collect();
        Sheet::new(seen.house, seen.visit, seen.actor, self.title).answer(seen.typed, body)
    }
}

async fn held(house: &House) -> Result<(Organisation, Option<Running>), Trouble> {
    let read =
        |reader: &mut Reader| -> Result<_, Error> { Ok((organisation(reader)?, running(reader)?)) };
    house.db.read(read).await.map_err(ours)
}
