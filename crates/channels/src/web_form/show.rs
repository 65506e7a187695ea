//! The pages of the form, from values to HTML.

use super::{
    draft::{Draft, DraftFile, KEPT_DAYS, Key},
    later::TO,
    rules,
    signs::HANDED_OUT,
    steps::{ACTING, HAPPENED, PUTTING_RIGHT, REACH, SUPPORT, Step, TRAP, UNNAMED},
    typo,
};
use crate::{follow::follow, proof::block};
use askama::Template;
use redress_complaint::{Complaint, proof::ProofOfReceipt};
use redress_kernel::{Instant, Lang, Organisation, fields::Fields};
use redress_web::{
    Html, Visit, Voice,
    form::{self, Options},
};

#[derive(Template)]
#[template(path = "web_form/step.html")]
struct StepPage<'a> {
    t: &'a Voice,
    progress: Html,
    title: &'a str,
    lead: String,
    action: String,
    back: Option<String>,
    problems: Html,
    /// Groups of fields; a later group may have its own heading.
    groups: Vec<Group>,
    files: &'a [DraftFile],
    /// The first page says what to expect, with the days of an acknowledgement.
    first: bool,
    days: i64,
    trapped: bool,
    trap: &'static str,
    handed_out: &'static str,
    seal: &'a str,
}

#[derive(Template)]
#[template(path = "web_form/progress.html")]
struct Progress<'a> {
    t: &'a Voice,
    number: i64,
    all: i64,
    parts: Vec<ProgressPart>,
}

struct ProgressPart {
    label: String,
    class: &'static str,
    now: bool,
}

fn progress(t: &Voice, now: Step) -> Html {
    let part = |step: Step| ProgressPart {
        label: t.code("portal", &format!("{}-name", step.name())),
        class: if step < now { "done" } else { "" },
        now: step == now,
    };
    Html::from_template(&Progress {
        t,
        number: i64::from(now.number()),
        all: 4,
        parts: Step::ALL.into_iter().map(part).collect(),
    })
}

struct Group {
    heading: &'static str,
    fields: Html,
}

pub fn step(
    visit: &Visit,
    step: Step,
    key: &Key,
    fields: &Fields,
    draft: &Draft,
    seal: &str,
) -> Html {
    let t = visit.voice();
    let mut fields = fields.clone();
    if step == Step::AboutYou && fields.text("reply-language").is_empty() {
        fields.put("reply-language", t.tag());
    }
    let back = step.before().map(|before| t.href(&address(key, before)));
    let from = if visit.query("from") == Some("check") {
        "?from=check"
    } else {
        ""
    };
    let title = t.code("portal", &format!("{}-title", step.name()));
    let body = Html::from_template(&StepPage {
        t: &t,
        progress: progress(&t, step),
        title: &title,
        lead: t.code("portal", &format!("{}-lead", step.name())),
        action: t.href(&format!("{}{from}", address(key, step))),
        back,
        problems: form::summary(&t, &fields, &Options::default()),
        groups: groups(&t, step, &fields),
        files: if step == Step::Happened {
            &draft.files
        } else {
            &[]
        },
        first: step == Step::Happened,
        days: i64::from(visit.organisation.targets.acknowledgement),
        trapped: step == Step::AboutYou,
        trap: TRAP,
        handed_out: HANDED_OUT,
        seal,
    });
    visit.page().public(&form::title(&t, &title, &fields), body)
}

fn groups(t: &Voice, step: Step, fields: &Fields) -> Vec<Group> {
    let draw = |heading, declared| Group {
        heading,
        fields: form::draw(t, declared, fields, &Options::default()),
    };
    match step {
        Step::Happened => vec![draw("", HAPPENED)],
        Step::PuttingRight => vec![draw("", PUTTING_RIGHT)],
        Step::AboutYou => vec![
            draw("", REACH),
            draw("", UNNAMED),
            draw("portal-support-title", SUPPORT),
            draw("portal-acting-title", ACTING),
        ],
        Step::Check => Vec::new(),
    }
}

fn address(key: &Key, step: Step) -> String {
    format!("/complain/{}/{}", key.as_str(), step.number())
}

#[derive(Template)]
#[template(path = "web_form/check.html")]
struct CheckPage<'a> {
    t: &'a Voice,
    progress: Html,
    action: String,
    back: String,
    parts: Vec<Part>,
    /// The address that was probably meant.
    meant: Option<String>,
    change_email: String,
}

/// The answers of one step, with the link that changes them.
struct Part {
    heading: String,
    change: String,
    change_label: String,
    rows: Vec<Row>,
}

pub struct Row {
    label: String,
    value: Html,
}

pub fn check(visit: &Visit, key: &Key, draft: &Draft) -> Html {
    let t = visit.voice();
    let answers = draft.answers.fields();
    let change = |step| t.href(&format!("{}?from=check", address(key, step)));
    let part = |step: Step| Part {
        heading: t.code("portal", &format!("{}-name", step.name())),
        change: change(step),
        change_label: t.code("portal", &format!("{}-change", step.name())),
        rows: rows(&t, step, &answers, &draft.files),
    };
    let body = Html::from_template(&CheckPage {
        t: &t,
        progress: progress(&t, Step::Check),
        action: t.href(&address(key, Step::Check)),
        back: t.href(&address(key, Step::AboutYou)),
        parts: vec![
            part(Step::Happened),
            part(Step::PuttingRight),
            part(Step::AboutYou),
        ],
        meant: typo::meant(answers.typed("your-email")),
        change_email: format!("{}#your-email", change(Step::AboutYou)),
    });
    visit.page().public(&t.say("portal-check-title"), body)
}

/// What was answered; what was left empty is said to be empty, so that nobody
/// wonders whether it was lost.
fn rows(t: &Voice, step: Step, answers: &Fields, files: &[DraftFile]) -> Vec<Row> {
    let row = |name: &str, value: Html| Row {
        label: t.code("field", name),
        value,
    };
    let said = |name: &str| row(name, shown(t, name, answers.typed(name)));
    let codes = |name: &str, prefix: &str| {
        let labels: Vec<String> = answers
            .codes(name)
            .iter()
            .map(|code| t.code(prefix, code))
            .collect();
        row(name, list(t, &labels))
    };
    match step {
        Step::Happened => vec![
            said("story"),
            codes("still-happening", "continuing"),
            row("danger-now", yes_no(t, answers.ticked("danger-now"))),
            said("happened-when"),
            row("enclosures", names(t, files)),
        ],
        Step::PuttingRight => vec![
            codes("wished", "remedy"),
            said("wished-text"),
            said("bought"),
        ],
        Step::AboutYou => about_you(t, answers, said, codes),
        Step::Check => Vec::new(),
    }
}

fn about_you(
    t: &Voice,
    answers: &Fields,
    said: impl Fn(&str) -> Row,
    codes: impl Fn(&str, &str) -> Row,
) -> Vec<Row> {
    let mut rows = Vec::new();
    if answers.ticked("stay-anonymous") {
        rows.push(Row {
            label: t.code("field", "your-name"),
            value: Html::text(&t.say("portal-unnamed")),
        });
    } else {
        rows.push(said("your-name"));
    }
    rows.extend([said("your-email"), said("your-phone"), said("your-address")]);
    let language = Lang::from_tag(answers.typed("reply-language")).unwrap_or(t.lang());
    rows.push(Row {
        label: t.code("field", "reply-language"),
        value: t.in_lang(language.own_name(), language),
    });
    rows.push(codes("your-needs", "need"));
    if answers.optional("acting-for").is_some() {
        rows.extend([said("acting-for"), said("acting-authority")]);
    }
    rows
}

fn yes_no(t: &Voice, yes: bool) -> Html {
    Html::text(&t.say(if yes { "yes" } else { "no" }))
}

#[derive(Template)]
#[template(
    source = r#"<div class="said" dir="auto">{{ text }}</div>"#,
    ext = "html"
)]
struct Said<'a> {
    text: &'a str,
}

/// What a person answered: one line stands where the page's own lines stand,
/// addresses and numbers run left to right, longer words have their own direction.
fn shown(t: &Voice, name: &str, text: &str) -> Html {
    match (name, text.trim()) {
        (_, "") => nothing(t),
        ("your-email" | "your-phone", text) => t.latin(text),
        ("story" | "wished-text" | "your-address" | "acting-authority", text) => {
            Html::from_template(&Said { text })
        }
        (_, text) => t.bdi(text),
    }
}

fn nothing(t: &Voice) -> Html {
    Html::text(&t.say("portal-not-given"))
}

#[derive(Template)]
#[template(
    source = r#"<ul class="list-plain">{% for item in items %}<li>{{ item }}</li>{% endfor %}</ul>"#,
    ext = "html"
)]
struct List {
    items: Vec<Html>,
}

fn list(t: &Voice, items: &[String]) -> Html {
    if items.is_empty() {
        nothing(t)
    } else {
        let items = items.iter().map(|item| t.bdi(item)).collect();
        Html::from_template(&List { items })
    }
}

fn names(t: &Voice, files: &[DraftFile]) -> Html {
    let names: Vec<String> = files.iter().map(|file| file.name.clone()).collect();
    list(t, &names)
}

#[derive(Template)]
#[template(path = "web_form/later.html")]
struct LaterPage<'a> {
    t: &'a Voice,
    link: String,
    href: String,
    until: Instant,
    action: String,
    /// Where to mail it, while it can be mailed.
    form: Option<Html>,
    sent: bool,
}

/// `typed`: the form that mails the link; None where there is nobody to mail it.
pub fn later(
    visit: &Visit,
    key: &Key,
    base_url: &str,
    draft: &Draft,
    typed: Option<&Fields>,
    sent: bool,
) -> Html {
    let t = visit.voice();
    let drawn = |typed: &Fields| -> Html {
        let fields = form::draw(&t, TO, typed, &Options::default());
        let summary = form::summary(&t, typed, &Options::default());
        [summary, fields].into_iter().collect()
    };
    let nothing = Fields::default();
    let title = form::title(&t, &t.say("portal-later-title"), typed.unwrap_or(&nothing));
    let body = Html::from_template(&LaterPage {
        link: link(&t, base_url, key),
        href: t.href(&address(key, Step::Happened)),
        until: draft.used_at.plus_seconds(KEPT_DAYS * 86_400),
        action: t.href(&format!("/complain/{}/later", key.as_str())),
        form: typed.map(drawn),
        sent,
        t: &t,
    });
    visit.page().public(&title, body)
}

/// The whole address of the draft, as a letter names it.
pub fn link(t: &Voice, base_url: &str, key: &Key) -> String {
    format!("{base_url}{}", t.href(&address(key, Step::Happened)))
}

#[derive(Template)]
#[template(path = "web_form/gone.html")]
struct GonePage<'a> {
    t: &'a Voice,
    href: String,
    kept: Vec<Row>,
}

/// What the last request carried is kept, shown, and goes on in a new draft.
pub fn gone(visit: &Visit, key: &Key, draft: &Draft) -> Html {
    let t = visit.voice();
    let answers = draft.answers.fields();
    let given = |step: &Step| {
        let declared = rules::read(*step, &answers);
        declared.names().next().is_some()
    };
    let kept = Step::ALL
        .iter()
        .filter(|step| given(step))
        .flat_map(|step| rows(&t, *step, &answers, &draft.files))
        .collect();
    let body = Html::from_template(&GonePage {
        t: &t,
        href: t.href(&address(key, Step::Happened)),
        kept,
    });
    visit.page().public(&t.say("portal-gone-title"), body)
}

#[derive(Template)]
#[template(path = "web_form/done.html")]
struct DonePage<'a> {
    t: &'a Voice,
    organisation: &'a Organisation,
    case: &'a Complaint,
    code: &'a str,
    receipt: String,
}

pub fn done(visit: &Visit, key: &Key, case: &Complaint, code: &str) -> Html {
    let t = visit.voice();
    let receipt = t.href(&format!("/complain/{}/receipt", key.as_str()));
    let body = Html::from_template(&DonePage {
        t: &t,
        organisation: &visit.organisation,
        case,
        code,
        receipt,
    });
    visit.page().public(&t.say("portal-done-title"), body)
}

#[derive(Template)]
#[template(path = "web_form/elsewhere.html")]
struct ElsewherePage<'a> {
    t: &'a Voice,
    case: &'a Complaint,
}

/// It was sent; the access code is not for whoever opens the address now.
pub fn elsewhere(visit: &Visit, case: &Complaint) -> Html {
    let t = visit.voice();
    let body = Html::from_template(&ElsewherePage { t: &t, case });
    visit.page().public(&t.say("portal-done-title"), body)
}

#[derive(Template)]
#[template(path = "web_form/receipt.html")]
struct ReceiptPage<'a> {
    t: &'a Voice,
    organisation: &'a Organisation,
    case: &'a Complaint,
    code: &'a str,
    rows: Vec<Row>,
    large: bool,
    other_size: String,
    follow: Html,
    proof: Html,
}

/// The proof of receipt on paper, also in large print.
pub fn receipt(
    visit: &Visit,
    key: &Key,
    case: &Complaint,
    code: &str,
    base_url: &str,
    proof: Option<&ProofOfReceipt>,
) -> Html {
    let t = visit.voice();
    let file = t.href(&format!("/complain/{}/proof", key.as_str()));
    let large =
        visit.query("large").is_some() || case.needs.iter().any(|need| need == "large-print");
    let path = visit.path.split('?').next().unwrap_or_default();
    let other_size = t.href(&if large {
        path.to_owned()
    } else {
        format!("{path}?large=1")
    });
    let rows = particulars(&t, case);
    let body = Html::from_template(&ReceiptPage {
        t: &t,
        organisation: &visit.organisation,
        case,
        code,
        rows,
        large,
        other_size,
        follow: follow(&t, base_url, proof),
        proof: proof
            .map(|proof| block(&t, proof, Some(file)))
            .unwrap_or_default(),
    });
    visit
        .page()
        .paper(&t.say("portal-receipt-title"), body, large)
}

fn particulars(t: &Voice, case: &Complaint) -> Vec<Row> {
    let row = |name: &str, text: &str| {
        (!text.trim().is_empty()).then(|| Row {
            label: t.code("field", name),
            value: shown(t, name, text),
        })
    };
    let files: Vec<String> = case.files.iter().map(|file| file.name.clone()).collect();
    let wished: Vec<String> = case
        .remedies_sought
        .iter()
        .map(|code| t.code("remedy", code))
        .collect();
    let listed = |name: &str, items: &[String]| {
        (!items.is_empty()).then(|| Row {
            label: t.code("field", name),
            value: list(t, items),
        })
    };
    let writer = case.correspondent();
    [
        row("story", &case.description),
        row("happened-when", &case.occurred),
        listed("enclosures", &files),
        listed("wished", &wished),
        row("wished-text", &case.remedy_sought),
        row("bought", &case.product),
        row("your-name", &writer.name),
        row("your-email", &writer.email),
        row("your-phone", &writer.phone),
        row("your-address", &writer.address),
        row(
            "acting-for",
            case.representative
                .as_ref()
                .map_or("", |_| case.complainant.name.as_str()),
        ),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// A sentence with a day in it, in the reader's calendar.
pub fn dated(t: &Voice, key: &str, at: &Instant) -> Html {
    t.tell(key).with("date", t.format.day(*at)).html()
}
