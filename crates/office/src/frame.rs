//! The frame of administration: its rail, a form with its button, the sentence
//! after a change. Every page works as plain HTML.

use askama::Template;
use axum::{
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use redress_complaint::{
    House,
    menu::{Area, HEARD, administration, home, items},
};
use redress_kernel::{Action, Actor, fields::Fields};
use redress_web::{
    Html, Visit, Voice, form,
    frame::{Rail, RailItem},
};

#[derive(Template)]
#[template(path = "frame.html")]
struct Board<'a> {
    t: &'a Voice,
    crumb: Option<(&'a str, String)>,
    title: &'a str,
    lead: String,
    done: Option<Html>,
    body: Html,
}

/// A page of administration: `key` names its title, `office-lead-{place}` is its first sentence.
pub struct Sheet<'a> {
    pub house: &'a House,
    pub visit: &'a Visit,
    pub actor: &'a Actor,
    pub key: &'a str,
    /// Title instead of the one of `key`: a person's or a unit's name.
    pub name: Option<&'a str>,
    /// The page above: path and key.
    pub above: (&'a str, &'a str),
}

impl<'a> Sheet<'a> {
    pub fn new(house: &'a House, visit: &'a Visit, actor: &'a Actor, key: &'a str) -> Sheet<'a> {
        Sheet {
            house,
            visit,
            actor,
            key,
            name: None,
            above: ("/admin", "office-admin"),
        }
    }

    pub fn below(mut self, path: &'a str, key: &'a str) -> Sheet<'a> {
        self.above = (path, key);
        self
    }

    /// There is no page above it.
    pub fn at_home(mut self) -> Sheet<'a> {
        self.above = ("", "");
        self
    }

    pub fn named(mut self, name: &'a str) -> Sheet<'a> {
        self.name = Some(name);
        self
    }

    pub fn page(&self, fields: &Fields, body: Html) -> Html {
        let t = self.visit.voice();
        let title = self
            .name
            .map_or_else(|| t.say(self.key).into_owned(), str::to_owned);
        let place = self.key.trim_start_matches("office-");
        let lead = format!("office-lead-{place}");
        let board = Html::from_template(&Board {
            t: &t,
            crumb: (self.key != "office-admin" && !self.above.0.is_empty())
                .then(|| (self.above.0, t.say(self.above.1).into_owned())),
            title: &title,
            lead: if self.name.is_none() && t.has(&lead) {
                t.say(&lead).into_owned()
            } else {
                String::new()
            },
            done: done(self.visit, &t),
            body,
        });
        let page = self.visit.page().signed_in(self.actor.name.as_str());
        // The scripts of the desk, for whoever works there.
        let page = match self.actor.may(Action::SeeDesk) {
            true => page.of(self.actor.id, self.house.now()),
            false => page,
        };
        page.desk(
            &form::title(&t, &title, fields),
            &rail(self.house, &t, self.actor, self.visit),
            board,
        )
    }

    /// The page itself, or with problems as 422.
    pub fn answer(&self, fields: &Fields, body: Html) -> Response {
        let status = if fields.problems().is_empty() {
            StatusCode::OK
        } else {
            StatusCode::UNPROCESSABLE_ENTITY
        };
        (status, self.page(fields, body)).into_response()
    }
}

/// After a change: the page again, with a sentence that says what was done.
pub fn back(visit: &Visit, path: &str, done: &str) -> Response {
    Redirect::to(&visit.voice().href(&format!("{path}?done={done}"))).into_response()
}

fn done(visit: &Visit, t: &Voice) -> Option<Html> {
    let key = format!("office-done-{}", visit.query("done")?);
    t.has(&key).then(|| Html::text(&t.say(&key)))
}

fn rail(house: &House, t: &Voice, actor: &Actor, visit: &Visit) -> Rail {
    let here = visit.path.split('?').next().unwrap_or_default();
    let places = administration(house.slices, actor, t, here);
    let system = items(house.slices, Area::System, actor, t, here);
    let mut own = vec![
        RailItem::new(t.say("office-profile").into_owned(), "/desk/profile")
            .current(here == "/desk/profile"),
    ];
    if actor.may(Action::SeeDesk) {
        own.insert(0, RailItem::new(t.say("office-desk").into_owned(), "/desk"));
    }
    // Whoever records complaints has a page of their own for it.
    if actor.may(Action::ReportHeard) && !actor.may(Action::Receive) {
        own.push(RailItem::new(t.say("heard").into_owned(), HEARD).current(here == HEARD));
    }
    let rail = Rail {
        may_receive: actor.may(Action::Receive),
        home: Some(home(actor.role)).filter(|home| *home != "/desk"),
        ..Rail::default()
    };
    let own = (t.say("office-own").into_owned(), own);
    // On a page of one's own the way back to one's work comes first.
    let (first, last) = match here.starts_with("/desk") {
        true => (Some(own), None),
        false => (None, Some(own)),
    };
    let group = |rail: Rail, (heading, items): (String, Vec<RailItem>)| rail.group(heading, items);
    let sections = places.into_iter();
    let sections = sections.map(|(section, places)| (t.say(section.word()).into_owned(), places));
    first
        .into_iter()
        .chain(sections)
        .chain([(t.say("management-system").into_owned(), system)])
        .chain(last)
        .fold(rail, group)
}

#[derive(Template)]
#[template(path = "form.html")]
pub struct Form<'a> {
    pub t: &'a Voice,
    pub action: String,
    pub summary: Html,
    pub fields: Html,
    /// Key of the button's label; None for who may look and not change.
    pub button: Option<&'a str>,
    /// Files travel with it.
    pub files: bool,
    /// Key of a second button that shows what the change would do, without saving.
    pub weighed: Option<&'a str>,
}

impl<'a> Form<'a> {
    pub fn new(t: &'a Voice, action: &str, fields: Html, button: Option<&'a str>) -> Form<'a> {
        let action = t.href(action);
        Form {
            t,
            action,
            summary: Html::default(),
            fields,
            button,
            files: false,
            weighed: None,
        }
    }

    pub fn with_summary(mut self, typed: &Fields) -> Form<'a> {
        self.summary = form::summary(self.t, typed, &form::Options::default());
        self
    }

    pub fn weighed(mut self) -> Form<'a> {
        self.weighed = Some("effect-show");
        self
    }

    pub fn previewed(mut self) -> Form<'a> {
        self.weighed = Some("portal-preview-show");
        self
    }

    pub fn with_files(mut self) -> Form<'a> {
        self.files = true;
        self
    }

    pub fn html(&self) -> Html {
        Html::from_template(self)
    }
}
