//! The page of a list and the page of one term.

use super::{
    decide::{CODE, SUM, WORD_MAX, added, as_typed, reordered, word_name, worded},
    records::in_use,
};
use crate::{
    amend::amend,
    fault::{Fault, beside, ours},
    frame::{Form, Sheet, back},
};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use redress_complaint::{House, house::organisation};
use redress_kernel::{
    Action, Actor, Lang, Organisation, Refusal,
    fields::Fields,
    terms::{List, Term, Terms},
};
use redress_store::{Error, Reader};
use redress_web::{Html, Sent, Trouble, Visit, Voice, form};
use std::{collections::BTreeMap, sync::Arc};

struct Line {
    code: String,
    place: usize,
    name: String,
    retired: bool,
    own: bool,
    /// Languages in which an own term has no word.
    missing: String,
    used: Option<i64>,
}

#[derive(Template)]
#[template(path = "lists/list.html")]
struct ListPage<'a> {
    t: &'a Voice,
    list: List,
    path: String,
    problems: Html,
    lines: Vec<Line>,
    counted: bool,
    may_change: bool,
    new: Html,
}

impl ListPage<'_> {
    fn term(&self, line: &Line) -> String {
        self.t.href(&format!("{}/{}", path(self.list), line.code))
    }

    /// Digits as this reader writes them; any digits are read back.
    fn place(&self, line: &Line) -> String {
        self.t.format.number(line.place as i64)
    }
}

#[derive(Template)]
#[template(path = "lists/words.html")]
struct WordsPart<'a> {
    t: &'a Voice,
    words: Vec<WordField<'a>>,
    error: Option<Html>,
    max: usize,
}

struct WordField<'a> {
    lang: Lang,
    name: String,
    value: &'a str,
    /// Our own word, which stands where this one is left empty.
    ours: String,
    offered: bool,
}

pub async fn categories(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    visit: Visit,
) -> Result<Response, Trouble> {
    list_page(&house, &actor, &visit, List::Categories, &Fields::default()).await
}

pub async fn remedies(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    visit: Visit,
) -> Result<Response, Trouble> {
    list_page(&house, &actor, &visit, List::Remedies, &Fields::default()).await
}

fn path(list: List) -> String {
    format!("/admin/{}", list.name())
}

const fn key(list: List) -> &'static str {
    match list {
        List::Categories => "office-categories",
        List::Remedies => "office-remedies",
    }
}

async fn list_page(
    house: &House,
    actor: &Actor,
    visit: &Visit,
    list: List,
    typed: &Fields,
) -> Result<Response, Trouble> {
    let read = move |reader: &mut Reader| -> Result<_, Error> {
        Ok((organisation(reader)?, in_use(reader, list)?))
    };
    let (it, used) = house.db.read(read).await.map_err(ours)?;
    let t = visit.voice();
    let may_change = actor.may(Action::ChangeSettings);
    let of_new = typed.problem_at("word").is_some() || typed.problem_at(CODE.name).is_some();
    let summary = form::summary(&t, typed, &form::Options::default());
    let new = if may_change {
        new_form(&t, &it, list, typed)
    } else {
        Html::default()
    };
    let body = Html::from_template(&ListPage {
        list,
        path: t.href(&path(list)),
        problems: if of_new { Html::default() } else { summary },
        lines: lines(&t, &it, list, &used),
        counted: list == List::Categories,
        may_change,
        new,
        t: &t,
    });
    Ok(Sheet::new(house, visit, actor, key(list)).answer(typed, body))
}

fn lines(t: &Voice, it: &Organisation, list: List, used: &BTreeMap<String, i64>) -> Vec<Line> {
    let line = |(at, term): (usize, Term)| Line {
        place: at + 1,
        name: t.code(list.prefix(), &term.code),
        own: !list.is_default(&term.code),
        missing: missing(it, list, &term),
        retired: term.retired,
        used: used.get(&term.code).copied(),
        code: term.code,
    };
    it.terms
        .all(list)
        .into_iter()
        .enumerate()
        .map(line)
        .collect()
}

/// Our own terms have words in all six languages; only those of the organisation can lack one.
fn missing(it: &Organisation, list: List, term: &Term) -> String {
    if list.is_default(&term.code) {
        return String::new();
    }
    let without = it
        .languages
        .iter()
        .filter(|lang| !term.words.contains_key(lang));
    without
        .map(|lang| lang.own_name())
        .collect::<Vec<_>>()
        .join(" · ")
}

fn new_form(t: &Voice, it: &Organisation, list: List, typed: &Fields) -> Html {
    let mut parts = vec![
        form::draw(t, &[CODE], typed, &form::Options::default()),
        words(t, it, list, None, typed),
    ];
    if list == List::Remedies {
        parts.push(form::draw(t, &[SUM], typed, &form::Options::default()));
    }
    let of_new = typed.problem_at("word").is_some() || typed.problem_at(CODE.name).is_some();
    let fields = parts.into_iter().collect();
    let action = format!("{}/new", path(list));
    let form = Form::new(t, &action, fields, Some("term-add"));
    if of_new {
        form.with_summary(typed).html()
    } else {
        form.html()
    }
}

fn words(t: &Voice, it: &Organisation, list: List, code: Option<&str>, typed: &Fields) -> Html {
    let ours = |lang: Lang| match code.filter(|code| list.is_default(code)) {
        Some(code) => t
            .words
            .say(lang, &format!("{}-{code}", list.prefix()))
            .into_owned(),
        None => String::new(),
    };
    let names: Vec<String> = Lang::ALL.into_iter().map(word_name).collect();
    let fields = Lang::ALL
        .into_iter()
        .zip(&names)
        .map(|(lang, name)| WordField {
            lang,
            name: name.clone(),
            value: typed.typed(name),
            ours: ours(lang),
            offered: it.speaks(lang),
        });
    Html::from_template(&WordsPart {
        t,
        words: fields.collect(),
        error: typed
            .problem_at("word")
            .map(|problem| t.html(&problem.message)),
        max: WORD_MAX,
    })
}

pub async fn order_categories(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    sent: Sent,
) -> Result<Response, Trouble> {
    changed(&house, &actor, sent, List::Categories, reordered).await
}

pub async fn order_remedies(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    sent: Sent,
) -> Result<Response, Trouble> {
    changed(&house, &actor, sent, List::Remedies, reordered).await
}

pub async fn add_category(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    sent: Sent,
) -> Result<Response, Trouble> {
    changed(&house, &actor, sent, List::Categories, added).await
}

pub async fn add_remedy(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    sent: Sent,
) -> Result<Response, Trouble> {
    changed(&house, &actor, sent, List::Remedies, added).await
}

type Decide = fn(&Terms, List, &Fields) -> Result<Terms, Refusal>;

async fn changed(
    house: &House,
    actor: &Actor,
    mut sent: Sent,
    list: List,
    decide: Decide,
) -> Result<Response, Trouble> {
    let typed = sent.fields.clone();
    let change = move |mut it: Organisation| {
        it.terms = Arc::new(decide(&it.terms, list, &typed)?);
        Ok(it)
    };
    match amend(house, actor, change).await {
        Ok(()) => Ok(back(&sent.visit, &path(list), "saved")),
        Err(Fault::Refused(refusal)) => {
            beside(&mut sent.fields, refusal);
            list_page(house, actor, &sent.visit, list, &sent.fields).await
        }
        Err(fault) => Err(fault.into()),
    }
}

pub async fn category(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    Path(code): Path<String>,
    visit: Visit,
) -> Result<Response, Trouble> {
    term_page(&house, &actor, &visit, List::Categories, &code, None).await
}

pub async fn remedy(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    Path(code): Path<String>,
    visit: Visit,
) -> Result<Response, Trouble> {
    term_page(&house, &actor, &visit, List::Remedies, &code, None).await
}

async fn term_page(
    house: &House,
    actor: &Actor,
    visit: &Visit,
    list: List,
    code: &str,
    typed: Option<&Fields>,
) -> Result<Response, Trouble> {
    let it = house
        .db
        .read(|reader: &mut Reader| organisation(reader))
        .await
        .map_err(ours)?;
    let all = it.terms.all(list);
    let term = all
        .iter()
        .find(|term| term.code == code)
        .ok_or(Trouble::NotFound)?;
    let kept = as_typed(term);
    let typed = typed.unwrap_or(&kept);
    let t = visit.voice();
    let mut parts = vec![words(&t, &it, list, Some(code), typed)];
    if list == List::Remedies && !list.is_default(code) {
        parts.push(form::draw(&t, &[SUM], typed, &form::Options::default()));
    }
    let button = actor.may(Action::ChangeSettings).then_some("save");
    let action = format!("{}/{code}", path(list));
    let form = Form::new(&t, &action, parts.into_iter().collect(), button)
        .with_summary(typed)
        .html();
    let name = t.code(list.prefix(), code);
    let above = path(list);
    Ok(Sheet::new(house, visit, actor, "office-term")
        .named(&name)
        .below(&above, key(list))
        .answer(typed, form))
}

pub async fn word_category(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    Path(code): Path<String>,
    sent: Sent,
) -> Result<Response, Trouble> {
    reword(&house, &actor, sent, List::Categories, code).await
}

pub async fn word_remedy(
    State(house): State<House>,
    Extension(actor): Extension<Actor>,
    Path(code): Path<String>,
    sent: Sent,
) -> Result<Response, Trouble> {
    reword(&house, &actor, sent, List::Remedies, code).await
}

async fn reword(
    house: &House,
    actor: &Actor,
    mut sent: Sent,
    list: List,
    code: String,
) -> Result<Response, Trouble> {
    let (typed, its) = (sent.fields.clone(), code.clone());
    let change = move |mut it: Organisation| {
        it.terms = Arc::new(worded(&it.terms, list, &its, &typed)?);
        Ok(it)
    };
    match amend(house, actor, change).await {
        Ok(()) => Ok(back(&sent.visit, &path(list), "saved")),
        Err(Fault::Refused(refusal)) if refusal.code == "no-such-term" => Err(Trouble::NotFound),
        Err(Fault::Refused(refusal)) => {
            beside(&mut sent.fields, refusal);
            term_page(house, actor, &sent.visit, list, &code, Some(&sent.fields)).await
        }
        Err(fault) => Err(fault.into()),
    }
}
