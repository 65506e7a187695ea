//! The list of a queue, and what a search found. A reference typed into the
//! search field leads straight to its case.

use super::{
    Seat,
    address::{PAGE, PRIORITIES, Wish},
    picking::{acts, keeping, selection},
    rail::{Besides, queue_name, rail},
    rows::{RowView, Shared},
};
use crate::{
    at::Colleague,
    case::Stage,
    door::{verb_named, visible},
    facts::CHANNELS,
    figures::Behind,
    house::{colleagues, units},
    inbox::{
        self, Counts, Cursor, Filter, InboxRow, Queue, Sort,
        recount::{Running, running},
    },
    obligations::named_by,
    search,
};
use askama::Template;
use axum::response::{IntoResponse, Redirect, Response};
use redress_kernel::{Action, Id, Lang, indicator::View, reference::Reference, terms};
use redress_store::{Error, Read, Reader};
use redress_web::{Html, Voice, frame::DeskBody};

/// What the list is made of, read at one moment.
pub struct Inbox {
    pub rows: Vec<InboxRow>,
    /// Where the next page starts, if there is one.
    pub next: Option<Cursor>,
    pub counts: Counts,
    pub besides: Besides,
    /// Dates that are being counted anew: the rows follow one after the other.
    pub recount: Option<Running>,
    pub colleagues: Vec<Colleague>,
    /// Only where the list is one of a unit.
    pub units: Vec<(Id, String)>,
}

impl Inbox {
    pub fn read(reader: &mut Reader, seat: &Seat, wish: &Wish, page: i64) -> Result<Inbox, Error> {
        let today = seat.end_of_today();
        let (rows, next) = match wish.words.as_str() {
            "" => queued(reader, seat, wish, page)?,
            _ => found(reader, seat, wish, page)?,
        };
        let counts = inbox::counts(reader, &seat.actor, seat.now, today)?;
        Ok(Inbox {
            rows,
            next,
            counts,
            besides: Besides::read(reader, seat)?,
            recount: running(reader)?.filter(|it| it.moves_dates),
            colleagues: colleagues(reader)?,
            units: match wish.unit {
                Some(_) => units(reader)?
                    .into_iter()
                    .map(|unit| (unit.id, unit.name))
                    .collect(),
                None => Vec::new(),
            },
        })
    }
}

/// What is late behind a figure is asked of the office's day.
fn filter(seat: &Seat, wish: &Wish, limit: i64) -> Filter {
    let filter = wish.filter(limit);
    let owing = filter
        .owing
        .map(|owing| owing.resolved(seat.now, &seat.visit.organisation.calendar()));
    Filter {
        today: seat.today(),
        owing,
        ..filter
    }
}

fn queued(
    reader: &mut impl Read,
    seat: &Seat,
    wish: &Wish,
    page: i64,
) -> Result<(Vec<InboxRow>, Option<Cursor>), Error> {
    let (now, today) = (seat.now, seat.end_of_today());
    let filter = filter(seat, wish, page + 1);
    let mut rows = inbox::list(reader, &seat.actor, &filter, now, today)?;
    let more = rows.len() as i64 > page;
    rows.truncate(usize::try_from(page).unwrap_or_default());
    let next = rows
        .last()
        .filter(|_| more)
        .map(|last| last.cursor(wish.sort));
    Ok((rows, next))
}

/// The list beside a case that a search led to: the newest hits.
fn found(
    reader: &mut impl Read,
    seat: &Seat,
    wish: &Wish,
    page: i64,
) -> Result<(Vec<InboxRow>, Option<Cursor>), Error> {
    let label = |prefix: &str, code: &str| seat.t().code(prefix, code);
    let organisation = &seat.visit.organisation;
    let wanted = search::understand(reader, &wish.words, &label, seat.now, organisation)?;
    let found = search::find(
        reader,
        &wanted,
        &search::Page {
            viewer: &seat.actor,
            filter: &filter(seat, wish, page),
            after: wish.cursor.as_ref().map(|cursor| cursor.at),
            limit: usize::try_from(page).unwrap_or_default(),
            now: seat.now,
            end_of_today: seat.end_of_today(),
        },
    )?;
    let next = found.next.zip(found.hits.last()).map(|(at, last)| Cursor {
        rank: 0,
        at,
        id: last.row.id,
    });
    Ok((found.hits.into_iter().map(|hit| hit.row).collect(), next))
}

pub async fn page(seat: Seat) -> Response {
    let wish = Wish::read(&seat.visit, &seat.actor);
    if let Some(found) = jump(&seat, &wish).await {
        return found;
    }
    let asked = wish.clone();
    match seat
        .look(move |reader, seat| Inbox::read(reader, seat, &asked, PAGE))
        .await
    {
        Ok(inbox) => shown(&seat, &wish, &inbox).into_response(),
        Err(trouble) => trouble.into_response(),
    }
}

/// The case whose reference was typed, when this person may see it.
async fn jump(seat: &Seat, wish: &Wish) -> Option<Response> {
    let reference = Reference::read(&wish.words)?.to_string();
    let found = seat
        .look(move |reader, seat| visible(reader, &seat.actor, &reference, seat.now))
        .await;
    match found {
        Ok(Some(case)) => {
            let to = seat.t().href(&format!("/desk/{}", case.reference));
            Some(Redirect::to(&to).into_response())
        }
        Ok(None) => None,
        Err(trouble) => Some(trouble.into_response()),
    }
}

fn shown(seat: &Seat, wish: &Wish, inbox: &Inbox) -> Html {
    let t = seat.t();
    let heading = heading(t, wish);
    let body = DeskBody::List {
        list: list(seat, wish, inbox, None, true),
        main: Html::from_template(&Overview {
            t,
            heading: &heading,
            lead: lead(t, wish, inbox),
            done: done(seat),
            tiles: tiles(t, &inbox.counts),
        }),
    };
    seat.page().desk_with(
        &heading,
        &rail(seat, &inbox.counts, &inbox.besides, wish.queue, &wish.words),
        body,
    )
}

/// What was just done, and to which case: the way back to it leads past the undo.
fn done(seat: &Seat) -> Option<Html> {
    let (t, visit) = (seat.t(), &seat.visit);
    let verb = verb_named(seat.house.slices, visit.query("done")?)?;
    let of = Reference::read(visit.query("of")?)?.to_string();
    let href = t.href(&format!("/desk/{of}"));
    let said = Html::text(&t.code("done", verb.name));
    let reference = t.reference(&of);
    Some(Html::trusted(format!(
        "<a href=\"{href}\">{reference}</a> {said}"
    )))
}

fn heading(t: &Voice, wish: &Wish) -> String {
    if let Some(figure) = &wish.figure {
        return t.code("indicator", figure.indicator.key);
    }
    match wish.queue {
        Some(queue) => t.say(queue_name(queue)).into_owned(),
        None => t.say("desk-found").into_owned(),
    }
}

fn lead(t: &Voice, wish: &Wish, inbox: &Inbox) -> Html {
    match (inbox.rows.is_empty(), wish.words.as_str()) {
        (true, _) => empty(t, wish, &inbox.counts),
        (false, "") => Html::text(&t.say("desk-choose")),
        (false, words) => t.tell("desk-found-for").with("query", words).html(),
    }
}

/// An empty list names the next step.
fn empty(t: &Voice, wish: &Wish, counts: &Counts) -> Html {
    let unassigned = counts.of(Queue::Unassigned);
    if !wish.words.is_empty() {
        return t
            .tell("empty-search")
            .with("query", wish.words.as_str())
            .html();
    }
    if wish.is_filtered() || wish.cursor.is_some() {
        return Html::text(&t.say("desk-empty-filter"));
    }
    match wish.queue {
        Some(Queue::Mine) if unassigned > 0 => {
            t.tell("desk-empty-mine").with("n", unassigned).html()
        }
        Some(Queue::All) => Html::text(&t.say("desk-empty-all")),
        _ => Html::text(&t.say("empty-inbox")),
    }
}

struct Tile {
    label: String,
    href: String,
    n: i64,
}

fn tiles(t: &Voice, counts: &Counts) -> Vec<Tile> {
    let tile = |queue: Queue| Tile {
        label: t.say(queue_name(queue)).into_owned(),
        href: t.href(&format!("/desk?queue={}", queue.name())),
        n: counts.of(queue),
    };
    [
        Queue::Overdue,
        Queue::Today,
        Queue::Unassigned,
        Queue::Waiting,
    ]
    .into_iter()
    .map(tile)
    .collect()
}

#[derive(Template)]
#[template(path = "desk/overview.html")]
struct Overview<'a> {
    t: &'a Voice,
    heading: &'a str,
    lead: Html,
    done: Option<Html>,
    tiles: Vec<Tile>,
}

#[derive(Template)]
#[template(path = "desk/rows.html")]
struct Rows<'a> {
    t: &'a Voice,
    ticked: bool,
    rows: Vec<RowView>,
}

#[derive(Template)]
#[template(path = "desk/inbox.html")]
struct List<'a> {
    t: &'a Voice,
    heading: String,
    count: Option<i64>,
    sort: Option<(&'static str, String)>,
    chips: Vec<(Html, String)>,
    form: Option<Html>,
    bulk: Html,
    keep: Html,
    recount: Option<&'a Running>,
    rows: Html,
    empty: Option<Html>,
    first: Option<String>,
    next: Option<String>,
}

/// The list pane; beside a case it stays short and without its filter form.
pub fn list(seat: &Seat, wish: &Wish, inbox: &Inbox, current: Option<Id>, whole: bool) -> Html {
    let t = seat.t();
    let acts = if whole { acts(seat) } else { Vec::new() };
    let picking = !acts.is_empty() && !inbox.rows.is_empty();
    let ticked = seat.visit.query("select") == Some("page");
    let rows = Shared::new(seat, &inbox.colleagues, picking).rows(&inbox.rows, wish, current);
    let next = inbox.next.clone().map(|cursor| {
        let wish = Wish {
            cursor: Some(cursor),
            ..wish.clone()
        };
        t.href(&wish.href())
    });
    Html::from_template(&List {
        t,
        heading: heading(t, wish),
        count: wish
            .queue
            .filter(|_| !wish.is_filtered())
            .map(|queue| inbox.counts.of(queue)),
        // What stands behind a figure is found by its receipt.
        sort: (wish.figure.is_none() && wish.age.is_none() && wish.obligation.is_none())
            .then(|| other_sort(t, wish)),
        chips: chips(t, wish, inbox),
        form: whole.then(|| filter_form(t, wish, &inbox.colleagues)),
        bulk: match picking {
            true => selection(t, wish, acts, ticked),
            false => Html::default(),
        },
        keep: match whole {
            true => keeping(t, wish),
            false => Html::default(),
        },
        recount: inbox.recount.as_ref(),
        rows: Html::from_template(&Rows { t, ticked, rows }),
        empty: (inbox.rows.is_empty() && !whole).then(|| empty(t, wish, &inbox.counts)),
        first: wish
            .cursor
            .is_some()
            .then(|| t.href(&wish.with(|_| ()).href())),
        next,
    })
}

fn other_sort(t: &Voice, wish: &Wish) -> (&'static str, String) {
    let (key, sort) = match wish.sort {
        Sort::Due | Sort::Significant => ("desk-sort-received", Sort::Received),
        Sort::Received => ("desk-sort-due", Sort::Due),
    };
    (key, t.href(&wish.with(|wish| wish.sort = sort).href()))
}

/// The filters in use, each with the address of the list without it.
fn chips(t: &Voice, wish: &Wish, inbox: &Inbox) -> Vec<(Html, String)> {
    wish.filters()
        .into_iter()
        .map(|(name, prefix, code)| {
            let label = match name {
                "language" => Html::text(Lang::from_tag(&code).map_or("", Lang::own_name)),
                "owner" if code == "none" => Html::text(&t.say("unassigned")),
                "owner" => t.bdi(owner(&inbox.colleagues, &code)),
                "unit" => t.bdi(&unit(t, &inbox.units, &code)),
                "obligation" => Html::text(&named_by(t, &code)),
                "on" => wish.on.map_or_else(Html::default, |day| t.long(day)),
                "figure" => wish.figure.map_or_else(Html::default, |f| behind(t, &f)),
                _ => Html::text(&t.code(prefix, &code)),
            };
            let without = wish.with(|_| ()).query_without(name);
            (label, t.href(&format!("/desk?{without}")))
        })
        .collect()
}

fn unit(t: &Voice, units: &[(Id, String)], id: &str) -> String {
    let named = units.iter().find(|(its, _)| its.to_string() == id);
    named.map_or_else(
        || t.say("figures-no-unit").into_owned(),
        |(_, name)| name.clone(),
    )
}

/// The figure, its period and its view, each said by itself.
fn behind(t: &Voice, behind: &Behind) -> Html {
    let mut parts = vec![t.code("indicator", behind.indicator.key)];
    if behind.denominator {
        parts.push(t.say("figures-denominator").into_owned());
    }
    parts.push(t.format.period(behind.period));
    if behind.view == View::Closed {
        parts.push(t.say("figures-by-closing").into_owned());
    }
    Html::text(&parts.join(" · "))
}

fn owner<'a>(colleagues: &'a [Colleague], id: &str) -> &'a str {
    colleagues
        .iter()
        .find(|c| c.id.to_string() == id)
        .map_or("", |c| c.name.as_str())
}

struct Choice {
    name: &'static str,
    label: String,
    /// Value, label, chosen.
    options: Vec<(String, String, bool)>,
}

#[derive(Template)]
#[template(path = "desk/filter.html")]
struct FilterForm<'a> {
    t: &'a Voice,
    queue: Option<&'static str>,
    received: bool,
    words: &'a str,
    /// Narrowed already, and to stay so.
    kept: Vec<(&'static str, String)>,
    choices: Vec<Choice>,
}

fn filter_form(t: &Voice, wish: &Wish, colleagues: &[Colleague]) -> Html {
    let stages: Vec<&str> = Stage::ALL.iter().map(|stage| stage.name()).collect();
    let coded = |name, prefix: &str, codes: &[&str], chosen: Option<&str>| Choice {
        name,
        label: t.code("desk-by", name),
        options: codes
            .iter()
            .map(|code| {
                (
                    (*code).to_owned(),
                    t.code(prefix, code),
                    chosen == Some(*code),
                )
            })
            .collect(),
    };
    let known = t.format.terms.known(terms::List::Categories);
    let categories: Vec<&str> = known.iter().map(String::as_str).collect();
    let choices = vec![
        coded("stage", "stage", &stages, wish.stage),
        coded("channel", "channel", CHANNELS, wish.channel),
        languages(t, wish),
        coded("category", "problem", &categories, wish.category.as_deref()),
        coded("priority", "priority", PRIORITIES, wish.priority),
        owners(t, wish, colleagues),
    ];
    Html::from_template(&FilterForm {
        t,
        queue: wish.queue.map(Queue::name),
        received: wish.sort == Sort::Received,
        words: &wish.words,
        kept: wish
            .filters()
            .into_iter()
            .filter(|(name, _, _)| {
                ["figure", "age", "due", "unit", "obligation", "on", "begun"].contains(name)
            })
            .map(|(name, _, code)| (name, code))
            .collect(),
        choices,
    })
}

fn languages(t: &Voice, wish: &Wish) -> Choice {
    let option = |lang: Lang| {
        (
            lang.tag().to_owned(),
            lang.own_name().to_owned(),
            wish.language == Some(lang),
        )
    };
    Choice {
        name: "language",
        label: t.code("desk-by", "language"),
        options: Lang::ALL.into_iter().map(option).collect(),
    }
}

/// Those to whom cases can be assigned.
fn owners(t: &Voice, wish: &Wish, colleagues: &[Colleague]) -> Choice {
    let options = colleagues
        .iter()
        .filter(|colleague| redress_kernel::person::granted(colleague.role, Action::Assess))
        .map(|colleague| {
            (
                colleague.id.to_string(),
                colleague.name.clone(),
                wish.owner == Some(colleague.id),
            )
        })
        .collect();
    Choice {
        name: "owner",
        label: t.code("desk-by", "owner"),
        options,
    }
}
