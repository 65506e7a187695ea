//! What the organisation decided about itself: name, languages, calendar,
//! target times. It is a projection of its own facts (`OrganisationSet` and
//! later changes), never a file that somebody edits unseen.

use crate::{
    Instant, Lang,
    calendar::{Calendar, Hours, NamedDay, unnamed, weekday},
    deadline::{Step, Targets, due},
    holidays::Holidays,
    intake_limits::IntakeLimits,
    mail_limits::MailLimits,
    objectivity::Objectivity,
    person::Role,
    portal::Portal,
    provider::Provider,
    retention::Retention,
    significance::Significance,
    terms::{Terms, shared},
};
use jiff::{civil::Date, tz::TimeZone};
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, sync::Arc};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Organisation {
    pub name: String,
    /// IANA name, for example `Europe/Vilnius`.
    pub time_zone: String,
    /// In the order in which the public pages offer them; the first is the fallback.
    pub languages: Vec<Lang>,
    /// Two to four capital letters.
    pub prefix: String,
    /// "sat", "sun" and so on.
    pub weekend: Vec<String>,
    #[serde(default)]
    pub closures: Vec<Date>,
    /// Why the office is closed on such a day, where somebody said so.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub closure_names: BTreeMap<Date, String>,
    /// When the office is open; None: nine to five, and the hours of each rule pack.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<Hours>,
    /// The public holidays that are kept besides; None: only what is named here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub holidays: Option<Holidays>,
    /// National lists as this office counts over them: which version, and which days
    /// were decided otherwise.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub national: Vec<InUse>,
    /// The rule packs that hold for complaints received from now on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub packs: Vec<InForce>,
    #[serde(default)]
    pub targets: Targets,
    /// Telephone of the office, shown on every public page.
    #[serde(default)]
    pub phone: String,
    #[serde(default)]
    pub email: String,
    #[serde(default)]
    pub address: String,
    /// Where a complainant can turn outside the organisation (name and address, one line each).
    #[serde(default)]
    pub external_body: String,
    /// ISO 4217 currency of remedies.
    #[serde(default = "euro")]
    pub currency: String,
    /// Republic of China years for Traditional Chinese.
    #[serde(default)]
    pub roc_years: bool,
    /// Identifier of the logo's file, if one was given.
    #[serde(default)]
    pub logo: Option<crate::Id>,
    /// Problem categories and remedies as this organisation has them.
    #[serde(default, with = "shared", skip_serializing_if = "default_terms")]
    pub terms: Arc<Terms>,
    /// What the public pages offer and say of their own.
    #[serde(default, skip_serializing_if = "Portal::is_default")]
    pub portal: Portal,
    /// How long the personal part of closed complaints is kept.
    #[serde(default, skip_serializing_if = "Retention::is_default")]
    pub retention: Retention,
    /// How much e-mail becomes complaints and is answered without a person.
    #[serde(default, skip_serializing_if = "MailLimits::is_default")]
    pub mail_limits: MailLimits,
    /// When a new complaint waits until somebody confirms it.
    #[serde(default, skip_serializing_if = "IntakeLimits::is_default")]
    pub intake_limits: IntakeLimits,
    /// At whom colleagues can sign in instead of here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub providers: Vec<Provider>,
    /// When a complaint is told to top management, and how soon it confirms.
    #[serde(default, skip_serializing_if = "Significance::is_default")]
    pub significance: Significance,
    /// Who learns the name of a complainant by seeing the case.
    #[serde(default, skip_serializing_if = "Names::are_for_few")]
    pub names: Names,
    /// Declarations before judging, competence, and cases that two persons open.
    #[serde(default, skip_serializing_if = "Objectivity::is_default")]
    pub objectivity: Objectivity,
    /// Who may not sign in without a second factor; the others may have one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub second_factor: Vec<Role>,
    /// Why whoever holds the keys to everybody's access may do without one.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub second_factor_reason: String,
    /// What a page needs to show it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub logo_mark: Option<LogoMark>,
    /// True in the throw-away demo and in `sample/`: a banner stands on every page.
    #[serde(default)]
    pub sample: bool,
}

/// Who may know the name of whoever complained (4.10).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Names {
    /// Whoever has the case, and others with a reason.
    #[default]
    NeedToKnow,
    /// Everybody who may see the case: an office of three people has no secrets.
    Open,
}

impl Names {
    pub const CODES: &[&str] = &["need-to-know", "open"];

    pub const fn code(self) -> &'static str {
        match self {
            Names::NeedToKnow => "need-to-know",
            Names::Open => "open",
        }
    }

    pub fn from_code(code: &str) -> Option<Names> {
        [Names::NeedToKnow, Names::Open]
            .into_iter()
            .find(|it| it.code() == code)
    }

    fn are_for_few(&self) -> bool {
        *self == Names::NeedToKnow
    }
}

fn default_terms(terms: &Arc<Terms>) -> bool {
    terms.is_default()
}

/// The logo as it was drawn: its name for ever, and the room that it takes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogoMark {
    /// The first sixteen hexadecimal digits of SHA-256 over the picture.
    pub hash: String,
    pub width: u32,
    pub height: u32,
}

impl LogoMark {
    /// Another picture has another address, so a browser may keep this one for ever.
    pub fn path(&self) -> String {
        format!("/logo/{}.png", self.hash)
    }
}

/// A rule pack that this organisation works by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InForce {
    pub pack: String,
    /// The national calendar over which its business days are counted.
    pub calendar: String,
    /// Which kinds of complaint come here, where it tells them apart; none: not said.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kinds: Vec<String>,
}

/// A national list as an office counts over it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InUse {
    pub calendar: String,
    pub version: String,
    /// In order of days.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub days: Vec<Decreed>,
}

/// A day that is off or worked whatever the list says: a sudden public holiday, a
/// working day that was added.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decreed {
    pub day: Date,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub works: bool,
    pub name: String,
}

impl Decreed {
    pub fn named(&self) -> NamedDay {
        NamedDay {
            day: self.day,
            works: self.works,
            name: self.name.as_str().into(),
        }
    }
}

/// The days that were decided otherwise in the list under these holidays.
fn decreed<'a>(
    national: &'a [InUse],
    holidays: Option<&'a Holidays>,
) -> impl Iterator<Item = NamedDay> + 'a {
    let lists = national
        .iter()
        .filter(move |list| holidays.is_some_and(|held| held.calendar() == list.calendar));
    lists.flat_map(|list| &list.days).map(Decreed::named)
}

fn euro() -> String {
    "EUR".to_owned()
}

/// All that due dates are counted with.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Counting {
    pub time_zone: String,
    pub weekend: Vec<String>,
    #[serde(default)]
    pub closures: Vec<Date>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<Hours>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub holidays: Option<Holidays>,
    /// What complaints that are pinned to these lists are counted over from now on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub national: Vec<InUse>,
    pub targets: Targets,
}

impl Counting {
    pub fn calendar(&self) -> Calendar {
        let zone = TimeZone::get(&self.time_zone).unwrap_or(TimeZone::UTC);
        let closures = self.closures.iter().map(|day| (*day, Arc::from("")));
        worked(zone, &self.weekend, self.holidays.as_ref(), self.hours)
            .with_days(decreed(&self.national, self.holidays.as_ref()))
            .closed(closures)
    }
}

/// The days that are worked before the organisation's own closures.
fn worked(
    zone: TimeZone,
    weekend: &[String],
    holidays: Option<&Holidays>,
    hours: Option<Hours>,
) -> Calendar {
    let weekend: Vec<_> = weekend.iter().filter_map(|day| weekday(day)).collect();
    let calendar = match holidays {
        Some(holidays) => holidays.over(zone, &weekend),
        None => Calendar::new(zone, &weekend, []),
    };
    match hours {
        Some(hours) => calendar.with_hours(hours),
        None => calendar,
    }
}

impl Organisation {
    /// Does whoever sees a case see the complainant's name in it?
    pub fn names_for_all(&self) -> bool {
        self.names == Names::Open
    }

    pub fn counting(&self) -> Counting {
        Counting {
            time_zone: self.time_zone.clone(),
            weekend: self.weekend.clone(),
            closures: self.closures.clone(),
            hours: self.hours,
            holidays: self.holidays.clone(),
            national: self.national.clone(),
            targets: self.targets,
        }
    }

    /// Open at the same times as that one was.
    pub fn opens_as(&self, other: &Organisation) -> bool {
        let targets = self.targets;
        let hours = |it: &Organisation| Counting {
            targets,
            ..it.counting()
        };
        hours(self) == hours(other)
    }

    pub fn calendar(&self) -> Calendar {
        let closures = self.closures.iter().map(|day| {
            let name = self.closure_names.get(day).map(|name| name.as_str().into());
            (*day, name.unwrap_or_else(unnamed))
        });
        worked(
            self.zone(),
            &self.weekend,
            self.holidays.as_ref(),
            self.hours,
        )
        .with_days(decreed(&self.national, self.holidays.as_ref()))
        .closed(closures)
    }

    /// How this office counts over a national list, if it decided anything about it.
    pub fn in_use(&self, calendar: &str) -> Option<&InUse> {
        self.national.iter().find(|list| list.calendar == calendar)
    }

    pub fn zone(&self) -> TimeZone {
        TimeZone::get(&self.time_zone).unwrap_or(TimeZone::UTC)
    }

    /// The last instant of the target time for this step, counted from `from`.
    pub fn due(&self, step: Step, from: Instant) -> Instant {
        due(from, step, &self.targets, &self.calendar())
    }

    /// Whom a complainant can turn to outside, as this language says it.
    pub fn outside_body(&self, lang: Lang) -> &str {
        let own = self.portal.text(lang).map(|text| text.outside.trim());
        own.filter(|text| !text.is_empty())
            .unwrap_or(self.external_body.trim())
    }

    pub fn speaks(&self, lang: Lang) -> bool {
        self.languages.contains(&lang)
    }

    pub fn first_language(&self) -> Lang {
        self.languages.first().copied().unwrap_or_default()
    }
}

/// Whoever decides over people, settings, data or all cases: asked for a second factor
/// from the set-up on, and let off with a reason alone.
pub const KEYS_TO_THE_HOUSE: [Role; 3] = [Role::Representative, Role::Admin, Role::Dpo];

impl Default for Organisation {
    fn default() -> Organisation {
        Organisation {
            name: String::new(),
            time_zone: "UTC".to_owned(),
            languages: Lang::ALL.to_vec(),
            prefix: "RD".to_owned(),
            weekend: vec!["sat".to_owned(), "sun".to_owned()],
            closures: Vec::new(),
            closure_names: BTreeMap::new(),
            hours: None,
            holidays: None,
            national: Vec::new(),
            packs: Vec::new(),
            targets: Targets::default(),
            phone: String::new(),
            email: String::new(),
            address: String::new(),
            external_body: String::new(),
            currency: euro(),
            roc_years: false,
            logo: None,
            terms: Arc::default(),
            portal: Portal::default(),
            retention: Retention::default(),
            mail_limits: MailLimits::default(),
            intake_limits: IntakeLimits::default(),
            providers: Vec::new(),
            significance: Significance::default(),
            names: Names::default(),
            objectivity: Objectivity::default(),
            second_factor: Vec::new(),
            second_factor_reason: String::new(),
            logo_mark: None,
            sample: false,
        }
    }
}
