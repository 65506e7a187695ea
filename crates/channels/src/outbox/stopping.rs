//! What a progress update by e-mail says besides: how letters like it are stopped, in its
//! header (RFC 8058) and as its last line. Written when it leaves: on paper and on the
//! follow-up page there is nothing to stop. Everything else is owed and has no such line
//! (decision 80).

use redress_complaint::{
    Complaint, House, case::CaseMessage, house::format_for, telling::stopping,
};
use redress_kernel::{
    Organisation,
    words::{Arg, Message},
};

pub fn is_stopped(case: &Complaint, message: &CaseMessage) -> bool {
    message.progress && case.updates_stopped.is_some()
}

pub fn page(house: &House, case: &Complaint, message: &CaseMessage) -> Option<String> {
    let key = house.db.keys().code_key();
    let language = message.language.tag();
    let page = || stopping::page(&house.base_url, key, case.id, language);
    message.progress.then(page)
}

/// A paragraph of its own below the letter; nothing where there is no such page.
pub fn line(
    house: &House,
    organisation: &Organisation,
    message: &CaseMessage,
    page: Option<&str>,
) -> String {
    let Some(page) = page else {
        return String::new();
    };
    let format = format_for(organisation, message.language);
    let said = Message::new("letter-stop-updates").with("page", Arg::Latin(page.to_owned()));
    format!("\n\n{}", house.words.tell(message.language, &said, &format))
}
