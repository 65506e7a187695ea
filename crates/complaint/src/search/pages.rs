//! `/desk/search`: what was found, where it stands in the texts, what was asked
//! as chips that can be taken off, and how to ask when nothing was found.

use super::{Found, Page, Place, Wanted, find, place, understand};
use crate::{
    desk::{Besides, Seat, rail},
    door::visible,
    identity::who,
    inbox::{Counts, Filter, InboxRow, counts},
};
use askama::Template;
use axum::response::{IntoResponse, Redirect, Response};
use redress_kernel::{Lang, reference::Reference};
use redress_store::{Error, Phrase, Read};
use redress_text::{Field, Mark, Part, marks};
use redress_web::{Html, Trouble, Voice};

/// Hits on one page.
const PAGE: usize = 20;
/// Characters of a question that are read.
const WORDS_MAX: usize = 200;

/// What a page shows, read at one moment.
struct Sought {
    wanted: Wanted,
    found: Found,
    places: Vec<Option<Place>>,
    counts: Counts,
    besides: Besides,
}

pub async fn page(seat: Seat) -> Response {
    let typed = seat.visit.query("q").unwrap_or_default().trim();
    let typed: String = typed.chars().take(WORDS_MAX).collect();
    let after = seat
        .visit
        .query("after")
        .and_then(|after| after.parse().ok());
    let done = match jump(&seat, &typed).await {
        Ok(Some(found)) => return found,
        Ok(None) => sought(&seat, &typed, after).await,
        Err(trouble) => Err(trouble),
    };
    match done {
        Ok(sought) => shown(&seat, &typed, after.is_some(), &sought).into_response(),
        Err(trouble) => trouble.into_response(),
    }
}

/// The case whose reference was typed, when this person may see it.
async fn jump(seat: &Seat, typed: &str) -> Result<Option<Response>, Trouble> {
    let Some(reference) = Reference::read(typed) else {
        return Ok(None);
    };
    let reference = reference.to_string();
    let case = seat
        .look(move |reader, seat| visible(reader, &seat.actor, &reference, seat.now))
        .await?;
    Ok(case.map(|case| {
        let to = seat.t().href(&format!("/desk/{}", case.reference));
        Redirect::to(&to).into_response()
    }))
}

async fn sought(seat: &Seat, typed: &str, after: Option<i64>) -> Result<Sought, Trouble> {
    let typed = typed.to_owned();
    seat.look(move |reader, seat| {
        let label = |prefix: &str, code: &str| seat.t().code(prefix, code);
        let organisation = &seat.visit.organisation;
        let wanted = understand(reader, &typed, &label, seat.now, organisation)?;
        let page = Page {
            viewer: &seat.actor,
            filter: &Filter::default(),
            after,
            limit: PAGE,
            now: seat.now,
            end_of_today: seat.end_of_today(),
        };
        let mut found = find(reader, &wanted, &page)?;
        best_first(&mut found, &wanted, after);
        let places = places(reader, &found, &wanted)?;
        let counts = counts(reader, &seat.actor, seat.now, page.end_of_today)?;
        Ok(Sought {
            wanted,
            found,
            places,
            counts,
            besides: Besides::read(reader, seat)?,
        })
    })
    .await
}

/// A single page can be put in order: cases that have the words in their names or
/// subject come first. Of many hits the newest are shown.
fn best_first(found: &mut Found, wanted: &Wanted, after: Option<i64>) {
    if found.next.is_some() || after.is_some() {
        return;
    }
    let phrases = to_mark(wanted);
    let named = |row: &InboxRow| {
        let known = row.complainant.name_for(&row.sight);
        let all = [known.map_or("", String::as_str), &row.subject];
        all.map(|text| marks(text, &phrases).len())
            .iter()
            .sum::<usize>()
    };
    found
        .hits
        .sort_by_cached_key(|hit| std::cmp::Reverse(named(&hit.row).min(phrases.len())));
}

fn places(
    reader: &mut impl Read,
    found: &Found,
    wanted: &Wanted,
) -> Result<Vec<Option<Place>>, Error> {
    let phrases: Vec<&Phrase> = wanted.query.words(false).collect();
    found
        .hits
        .iter()
        .map(|hit| place(reader, hit, &phrases))
        .collect()
}

/// What is marked in names and subjects: words, and whom `from:` asks for.
fn to_mark(wanted: &Wanted) -> Vec<&Phrase> {
    let from = wanted
        .query
        .fields(Field::From)
        .filter(|part| !part.without);
    wanted
        .query
        .words(false)
        .chain(from.flat_map(|part| &part.phrases))
        .collect()
}

struct HitView {
    href: String,
    who: Html,
    due: Html,
    about: Html,
    icon: Html,
    channel: String,
    stage: String,
    reference: Html,
    safety: bool,
    /// Where it was found, and the words there.
    place: Option<(String, Html)>,
}

struct ChipView {
    text: String,
    href: String,
    unknown: bool,
}

/// An example of how to ask, and what it asks for.
struct Tip {
    sample: String,
    href: String,
    says: String,
}

#[derive(Template)]
#[template(path = "search/page.html")]
struct Shown<'a> {
    t: &'a Voice,
    typed: &'a str,
    chips: Vec<ChipView>,
    unknown: Vec<Html>,
    count: Option<Html>,
    partial: Option<Html>,
    best: bool,
    empty: Option<Html>,
    hits: Vec<HitView>,
    tips: Vec<Tip>,
    first: Option<String>,
    next: Option<String>,
}

fn shown(seat: &Seat, typed: &str, turned: bool, sought: &Sought) -> Html {
    let t = seat.t();
    let found = &sought.found;
    let nothing = found.hits.is_empty();
    let title = t.say("search");
    let body = Html::from_template(&Shown {
        t,
        typed,
        chips: chips(t, &sought.wanted),
        unknown: unknown(t, &sought.wanted),
        count: (!nothing).then(|| count(t, found)),
        partial: found.looked_at.map(|most| {
            let most = seat.t().format.number(most as i64);
            t.tell("search-partial").with("most", most).html()
        }),
        best: found.next.is_none() && !turned,
        empty: (nothing && !typed.is_empty())
            .then(|| t.tell("empty-search").with("query", typed).html()),
        hits: hits(seat, typed, sought),
        tips: if nothing { tips(t) } else { Vec::new() },
        first: turned.then(|| address(t, typed, None)),
        next: found.next.map(|after| address(t, typed, Some(after))),
    });
    let rail = rail(seat, &sought.counts, &sought.besides, None, typed);
    seat.page().desk(&title, &rail, body)
}

fn address(t: &Voice, typed: &str, after: Option<i64>) -> String {
    let after = after.map(|after| ("after", after.to_string()));
    let pairs: Vec<_> = std::iter::once(("q", typed.to_owned()))
        .chain(after)
        .collect();
    let query = serde_html_form::to_string(pairs).unwrap_or_default();
    t.href(&format!("/desk/search?{query}"))
}

fn count(t: &Voice, found: &Found) -> Html {
    match found.capped {
        true => {
            let most = t.format.number(found.count as i64);
            t.tell("search-count-most").with("most", most).html()
        }
        false => t.tell("search-count").with("n", found.count as i64).html(),
    }
}

fn chips(t: &Voice, wanted: &Wanted) -> Vec<ChipView> {
    let chip = |(place, part): (usize, &Part)| ChipView {
        text: part_text(wanted, part),
        href: address(t, &wanted.query.without(part), None),
        unknown: wanted.unknown.contains(&place),
    };
    wanted.query.parts.iter().enumerate().map(chip).collect()
}

fn part_text(wanted: &Wanted, part: &Part) -> String {
    let text = wanted.query.typed.get(part.span.clone());
    text.unwrap_or_default().to_owned()
}

fn unknown(t: &Voice, wanted: &Wanted) -> Vec<Html> {
    let parts = wanted.query.parts.iter().enumerate();
    parts
        .filter(|(place, _)| wanted.unknown.contains(place))
        .map(|(_, part)| {
            let part = part_text(wanted, part);
            t.tell("search-not-used").with("part", part).html()
        })
        .collect()
}

fn hits(seat: &Seat, typed: &str, sought: &Sought) -> Vec<HitView> {
    let t = seat.t();
    let phrases = to_mark(&sought.wanted);
    let query = serde_html_form::to_string([("q", typed)]).unwrap_or_default();
    let hits = sought.found.hits.iter().zip(&sought.places);
    hits.map(|(hit, place)| {
        let row = &hit.row;
        let lang = Lang::from_tag(&row.language).unwrap_or_default();
        HitView {
            href: t.href(&format!("/desk/{}?{query}", row.reference)),
            who: match row.complainant.name_for(&row.sight).map(String::as_str) {
                None | Some("") => who(t, row),
                Some(name) => marked(name, &marks(name, &phrases), Some(lang)),
            },
            due: match row.due_at.filter(|_| row.is_open) {
                Some(due) => t.due(due, seat.now),
                None => Html::default(),
            },
            about: marked(&row.subject, &marks(&row.subject, &phrases), Some(lang)),
            icon: t.icon(&row.channel),
            channel: t.code("channel", &row.channel),
            stage: t.code("stage", &row.stage),
            reference: t.reference(&row.reference),
            safety: row.safety,
            place: place.as_ref().map(|place| found_in(t, place)),
        }
    })
    .collect()
}

fn found_in(t: &Voice, place: &Place) -> (String, Html) {
    let code = match place.kind.as_str() {
        "received" => "complaint",
        "message-received" | "supplemented" | "withdrawn" | "accepted" | "not-accepted" => {
            "message"
        }
        "queued" | "decided" => "letter",
        "noted" | "call-logged" => "note",
        _ => "handling",
    };
    let mut text = Html::trusted(if place.cut.0 { "… " } else { "" });
    text.push(&marked(&place.text, &place.marks, None));
    text.push(&Html::trusted(if place.cut.1 { " …" } else { "" }));
    (t.code("search-in", code), text)
}

/// Somebody's own text with marks in it; its language is told where it is known.
fn marked(text: &str, marks: &[Mark], lang: Option<Lang>) -> Html {
    let mut html = Html::trusted(match lang {
        Some(lang) => format!("<bdi lang=\"{}\" dir=\"{}\">", lang.tag(), lang.dir()),
        None => "<bdi>".to_owned(),
    });
    let mut at = 0;
    for mark in marks {
        html.push(&Html::text(text.get(at..mark.start).unwrap_or_default()));
        html.push(&Html::trusted("<mark>"));
        html.push(&Html::text(text.get(mark.clone()).unwrap_or_default()));
        html.push(&Html::trusted("</mark>"));
        at = mark.end;
    }
    html.push(&Html::text(text.get(at..).unwrap_or_default()));
    html.push(&Html::trusted("</bdi>"));
    html
}

fn tips(t: &Voice) -> Vec<Tip> {
    let sample = |code: &str| t.code("search-sample", code);
    let asks = |field: Field, value: String| match value.contains(' ') {
        true => format!("{}:\"{value}\"", t.code("search-op", field.name())),
        false => format!("{}:{value}", t.code("search-op", field.name())),
    };
    let soon = format!("<{}", t.format.number(3));
    [
        ("phrase", format!("\"{}\"", sample("phrase"))),
        ("without", format!("-{}", sample("without"))),
        ("from", asks(Field::From, sample("from"))),
        ("is", asks(Field::Is, t.code("search-is", "overdue"))),
        ("due", asks(Field::Due, soon)),
        ("category", asks(Field::Category, sample("category"))),
        ("unit", asks(Field::Unit, sample("unit"))),
    ]
    .into_iter()
    .map(|(code, sample)| Tip {
        href: address(t, &sample, None),
        sample,
        says: t.code("search-tip", code),
    })
    .collect()
}
