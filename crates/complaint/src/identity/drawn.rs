//! How somebody is called whose name may not be known: the word for them in the reader's
//! language, and the end of the reference, so that two cases can be told apart.

use crate::{Complaint, inbox::InboxRow};
use redress_kernel::{Lang, person::Sight, personal::Personal, words::Arg};
use redress_web::{Html, Voice};

/// Characters of the reference that stand for whoever complained.
const MARK: usize = 3;

pub fn masked_name(t: &Voice, reference: &str) -> Html {
    let from = reference.len().saturating_sub(MARK);
    let mark = reference.get(from..).unwrap_or_default();
    t.tell("identity-masked")
        .with("mark", Arg::Latin(mark.to_owned()))
        .html()
}

/// The complainant of a row, as its reader may know them.
pub fn known_as(
    t: &Voice,
    name: &Personal<String>,
    sight: &Sight,
    reference: &str,
    lang: Lang,
) -> Html {
    if name.asked(String::is_empty) {
        return Html::text(&t.say("desk-nameless"));
    }
    match name.name_for(sight) {
        Some(name) => t.in_lang(name, lang),
        None => masked_name(t, reference),
    }
}

pub fn who(t: &Voice, row: &InboxRow) -> Html {
    let lang = Lang::from_tag(&row.language).unwrap_or_default();
    known_as(t, &row.complainant, &row.sight, &row.reference, lang)
}

impl Complaint {
    /// Its complainant in one line.
    pub fn known_as(&self, t: &Voice) -> Html {
        match (self.complainant_name(), self.is_masked()) {
            ("", _) => Html::text(&t.say("desk-nameless")),
            (_, true) => masked_name(t, &self.reference),
            (name, false) => t.in_lang(name, self.language),
        }
    }
}
