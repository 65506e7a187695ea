//! The frames round a page: public, desk, paper. A slice renders its body with
//! its own template (one `<h1>` in it) and puts it into one of these.

mod rail;

pub use rail::{Rail, RailGroup, RailItem};

use crate::{
    Html, Voice, assets,
    request::{Part, Taste, Theme},
};
use askama::Template;
use redress_kernel::{Id, Instant, Lang, Organisation, words::Message};
use std::sync::Arc;

/// What every page of one request shares.
#[derive(Clone)]
pub struct Page {
    pub t: Voice,
    pub organisation: Arc<Organisation>,
    /// Path and query of this page without its `lang`, for the language switch.
    pub path: String,
    /// Name of the signed-in person.
    pub person: Option<String>,
    /// Who and when: what the scripts of the desk need to know.
    pub seat: Option<(Id, Instant)>,
    /// Under which the scripts seal words in progress.
    pub seal: Option<String>,
    pub taste: Taste,
    pub part: Option<Part>,
}

/// The shapes of the desk: one wide board, or a list beside a case. On a phone
/// only one of the two is shown: the case, or the list while no case is open.
pub enum DeskBody {
    Board(Html),
    /// `list` is `<header>` and rows; `main` is the case or the empty state.
    Panes {
        list: Html,
        main: Html,
    },
    /// The same with no case open: the list comes first.
    List {
        list: Html,
        main: Html,
    },
}

#[derive(Template)]
#[template(path = "frame/public.html")]
struct Public<'a> {
    page: &'a Page,
    t: &'a Voice,
    title: &'a str,
    body: Html,
}

#[derive(Template)]
#[template(path = "frame/desk.html")]
struct Desk<'a> {
    page: &'a Page,
    t: &'a Voice,
    title: &'a str,
    rail: &'a Rail,
    body: DeskBody,
}

/// The rail with its counts and the asked part of the panes, for a script that
/// puts them where the old ones stood.
#[derive(Template)]
#[template(path = "frame/part.html")]
struct PartOfDesk<'a> {
    page: &'a Page,
    t: &'a Voice,
    title: &'a str,
    rail: &'a Rail,
    body: DeskBody,
}

#[derive(Template)]
#[template(path = "frame/paper.html")]
struct Paper<'a> {
    page: &'a Page,
    t: &'a Voice,
    title: &'a str,
    body: Html,
    large: bool,
}

impl DeskBody {
    fn class(&self) -> &'static str {
        match self {
            DeskBody::Board(_) => "desk",
            DeskBody::Panes { .. } => "desk panes",
            DeskBody::List { .. } => "desk panes list-first",
        }
    }

    /// The list is the heavy part: left out unless it is what was asked for.
    fn only(self, part: Part) -> DeskBody {
        match (part, self) {
            (Part::Main, DeskBody::Panes { main, .. } | DeskBody::List { main, .. }) => {
                DeskBody::Panes {
                    list: Html::default(),
                    main,
                }
            }
            (Part::List, DeskBody::Panes { list, .. } | DeskBody::List { list, .. }) => {
                DeskBody::List {
                    list,
                    main: Html::default(),
                }
            }
            (_, body) => body,
        }
    }
}

/// One entry of the language switch.
pub struct Tongue {
    pub tag: &'static str,
    pub name: &'static str,
    pub href: String,
    pub current: bool,
}

impl Page {
    pub fn new(t: Voice, organisation: Arc<Organisation>, path: impl Into<String>) -> Page {
        Page {
            t,
            organisation,
            path: path.into(),
            person: None,
            seat: None,
            seal: None,
            taste: Taste::default(),
            part: None,
        }
    }

    pub fn signed_in(mut self, name: impl Into<String>) -> Page {
        self.person = Some(name.into());
        self
    }

    /// The person whose drafts and stream this page belongs to.
    pub fn of(mut self, person: Id, now: Instant) -> Page {
        self.seat = Some((person, now));
        self
    }

    /// The key under which the scripts seal what this person is writing, as long as the
    /// server has not got it: it lies in no storage of the browser.
    pub fn sealing(mut self, key: String) -> Page {
        self.seal = Some(key);
        self
    }

    /// The portal's frame: a complainant reads it, on a phone, without JavaScript.
    pub fn public(&self, title: &str, body: Html) -> Html {
        Html::from_template(&Public {
            page: self,
            t: &self.t,
            title,
            body,
        })
    }

    /// The desk's frame with one wide board.
    pub fn desk(&self, title: &str, rail: &Rail, body: Html) -> Html {
        self.desk_with(title, rail, DeskBody::Board(body))
    }

    pub fn desk_with(&self, title: &str, rail: &Rail, body: DeskBody) -> Html {
        let t = &self.t;
        match self.part {
            Some(part) => Html::from_template(&PartOfDesk {
                page: self,
                t,
                title,
                rail,
                body: body.only(part),
            }),
            None => Html::from_template(&Desk {
                page: self,
                t,
                title,
                rail,
                body,
            }),
        }
    }

    /// A printable sheet: letter, receipt, report. `large`: 18 pt for a reader who asked for it.
    pub fn paper(&self, title: &str, body: Html, large: bool) -> Html {
        Html::from_template(&Paper {
            page: self,
            t: &self.t,
            title,
            body,
            large,
        })
    }

    pub fn org_name(&self) -> &str {
        if self.organisation.name.is_empty() {
            "Redress"
        } else {
            &self.organisation.name
        }
    }

    /// The organisation's own mark, or the standard one. Its size stands in the page,
    /// so that nothing jumps when it arrives; the name beside it says whose it is.
    fn mark(&self) -> Html {
        match &self.organisation.logo_mark {
            Some(logo) => Html::trusted(format!(
                "<img class=\"logo\" src=\"{}\" width=\"{}\" height=\"{}\" alt=\"\">",
                crate::html::escaped(&logo.path()),
                logo.width,
                logo.height
            )),
            None => self.t.icon("logo"),
        }
    }

    /// `data-theme` and `data-density` of the root, where the person chose.
    fn look(&self) -> Html {
        let mut look = String::new();
        if self.taste.theme != Theme::Auto {
            look.push_str(&format!(" data-theme=\"{}\"", self.taste.theme.name()));
        }
        if self.taste.compact {
            look.push_str(" data-density=\"compact\"");
        }
        Html::trusted(look)
    }

    /// What the scripts read from the body: whose page, when it was written, whether
    /// single keys work.
    fn marks(&self) -> Html {
        let mut marks = String::new();
        if let Some((person, now)) = self.seat {
            marks.push_str(&format!(
                " data-me=\"{person}\" data-at=\"{}\"",
                now.micros()
            ));
        }
        if let Some(key) = &self.seal {
            marks.push_str(&format!(" data-seal=\"{key}\""));
        }
        if self.taste.keys_off {
            marks.push_str(" data-keys=\"off\"");
        }
        Html::trusted(marks)
    }

    fn stylesheet(&self) -> &'static str {
        assets::stylesheet()
    }

    fn first_script(&self) -> String {
        assets::first_script()
    }

    fn other_scripts(&self) -> Vec<&'static str> {
        assets::other_scripts().collect()
    }

    /// The languages on offer; a link keeps the page, its query and nothing else.
    pub fn tongues(&self) -> Vec<Tongue> {
        let lang = self.t.lang();
        let mut offered = self.organisation.languages.clone();
        if !offered.contains(&lang) && lang != Lang::Pseudo {
            offered.push(lang);
        }
        offered
            .into_iter()
            .map(|lang| Tongue {
                tag: lang.tag(),
                name: lang.own_name(),
                href: self.in_language(lang),
                current: lang == self.t.lang(),
            })
            .collect()
    }

    fn in_language(&self, lang: Lang) -> String {
        let join = if self.path.contains('?') { '&' } else { '?' };
        format!("{}{join}lang={}", self.path, lang.tag())
    }

    fn help_line(&self) -> Html {
        let message = Message::new("frame-help").with(
            "phone",
            redress_kernel::words::Arg::Latin(self.organisation.phone.clone()),
        );
        self.t.html(&message)
    }

    /// A telephone number that a phone can dial: `tel:` with digits and plus only.
    fn tel(&self) -> String {
        redress_kernel::fields::latin_digits(&self.organisation.phone)
            .chars()
            .filter(|c| c.is_ascii_digit() || *c == '+')
            .collect()
    }

    /// Two letters for the round mark of a person; nothing else comes from a name.
    fn initials(&self) -> String {
        self.person
            .as_deref()
            .unwrap_or_default()
            .split_whitespace()
            .filter_map(|word| word.chars().next())
            .take(2)
            .collect()
    }
}

#[cfg(test)]
mod tests;
