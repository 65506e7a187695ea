//! The form kit: draws the fields that a verb declares, the same for every page.
//! A label for each, the hint and the sentence beside it, and one summary on top.

mod choices;
mod draw;
mod read;

pub use draw::{draw, typed_date};
pub use read::{check, dates_to_iso};

use crate::{Html, Voice};
use redress_kernel::{
    Id,
    fields::{Fields, Problem},
    words::Arg,
};

/// What the kit cannot know by itself: the lists to choose from, and a prefix
/// that keeps identifiers apart where a page has several forms.
#[derive(Debug, Clone, Default)]
pub struct Options {
    pub colleagues: Vec<(Id, String)>,
    /// Where the boxes of colleagues are, when there is no room for them here.
    pub boxes_at: Option<String>,
    pub units: Vec<(Id, String)>,
    /// Number and name of each issue of this complaint.
    pub issues: Vec<(u32, String)>,
    pub remedies: Vec<(u32, String)>,
    /// Messages that can still be acted on, by a line that tells which.
    pub messages: Vec<(Id, String)>,
    /// What a field of kind `Offered` has to choose from: its name, code and label.
    pub offered: Vec<(&'static str, String, String)>,
    /// `reply-`: the field `text` gets the id `reply-text`.
    pub prefix: String,
    /// The line in which the page begins, where it is there for nothing else.
    pub begins_at: &'static str,
}

impl Options {
    pub fn prefixed(prefix: impl Into<String>) -> Options {
        Options {
            prefix: prefix.into(),
            ..Options::default()
        }
    }

    pub(crate) fn id(&self, name: &str) -> String {
        format!("{}{name}", self.prefix)
    }
}

/// The summary of all problems, with a link to each field; nothing when all is well.
pub fn summary(t: &Voice, fields: &Fields, options: &Options) -> Html {
    if fields.problems().is_empty() {
        return Html::default();
    }
    let items: String = fields
        .problems()
        .iter()
        .map(|problem| summary_item(t, problem, options))
        .collect();
    let title = crate::html::escaped(&t.say("err-summary"));
    Html::trusted(format!(
        "<div class=\"problem\" role=\"alert\" tabindex=\"-1\" autofocus><h2>{title}</h2><ul>{items}</ul></div>"
    ))
}

fn summary_item(t: &Voice, problem: &Problem, options: &Options) -> String {
    let label = format!("field-{}", problem.field);
    if problem.field.is_empty() || problem.message.key == "problem-unknown-field" {
        return format!("<li>{}</li>", sentence(t, problem));
    }
    let text = match own_sentence(t, problem) {
        Some(text) => text,
        None => t
            .tell("problem-at")
            .with("field", Arg::Key(label))
            .with("problem", t.text(&problem.message))
            .html(),
    };
    let id = options.id(&problem.field);
    format!(
        "<li><a href=\"#{}\">{text}</a></li>",
        crate::html::escaped(&id)
    )
}

/// The sentence beside a field.
pub(crate) fn sentence(t: &Voice, problem: &Problem) -> Html {
    own_sentence(t, problem).unwrap_or_else(|| t.html(&problem.message))
}

/// "Tell us what happened" instead of "fill this in", where a field has its own.
fn own_sentence(t: &Voice, problem: &Problem) -> Option<Html> {
    let missing = matches!(
        problem.message.key.as_str(),
        "problem-required" | "problem-choose" | "problem-no-file"
    );
    let key = format!("field-{}-missing", problem.field);
    (missing && t.has(&key)).then(|| Html::text(&t.say(&key)))
}

/// The page's title, with the error prefix when the form came back.
pub fn title(t: &Voice, title: &str, fields: &Fields) -> String {
    if fields.problems().is_empty() {
        title.to_owned()
    } else {
        format!("{} {title}", t.say("err-prefix"))
    }
}

/// The hidden fields that a form carries besides its own: its language.
pub fn hidden(t: &Voice) -> Html {
    Html::trusted(format!(
        "<input type=\"hidden\" name=\"lang\" value=\"{}\">",
        t.tag()
    ))
}

#[cfg(test)]
mod tests;
