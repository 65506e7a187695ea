//! What is known of a caller or a case, looked for in what is on file.

use crate::{
    Complaint,
    identity::Eyes,
    inbox::InboxRow,
    search::{Like, Why, similar},
};
use redress_kernel::{Action, Actor, Id, Instant, fields::Fields};
use redress_store::{Error, Read};

/// Suggestions shown.
const SHOWN: usize = 8;
/// A name of one short word fits too many people.
const NAME_MIN: usize = 3;

#[derive(Clone, Default)]
pub struct Known {
    pub email: String,
    pub phone: String,
    pub name: String,
    /// Product and story: much the same words are much the same matter.
    pub words: String,
    /// The case itself, which is not to be proposed.
    pub except: Option<Id>,
}

/// A row with the reason for which it is shown: `related-same-{why}`.
pub type Suggested = (&'static str, InboxRow);

impl Known {
    pub fn of(case: &Complaint) -> Known {
        let person = case.correspondent();
        Known {
            email: person.email.clone(),
            phone: person.phone.clone(),
            name: case.complainant_name().to_owned(),
            words: format!("{} {}", case.product, case.description),
            except: Some(case.id),
        }
    }

    /// What was typed into the form of a call so far; one field takes address or number.
    pub fn typed(fields: &Fields) -> Known {
        let reach = fields.text("caller-reach");
        let (email, phone) = match reach.contains('@') {
            true => (reach, String::new()),
            false => (String::new(), reach),
        };
        Known {
            email,
            phone,
            name: fields.text("caller-name"),
            words: format!(
                "{} {}",
                fields.text("caller-product"),
                fields.text("caller-story")
            ),
            except: None,
        }
    }
}

/// The surest reason first; each complaint once.
pub fn suggest(
    reader: &mut impl Read,
    viewer: &Actor,
    known: &Known,
    now: Instant,
) -> Result<Vec<Suggested>, Error> {
    // Who takes no complaints down has no caller to ask for: nobody finds out here
    // whether a name is among those who complained.
    let (person, name) = match viewer.may(Action::Receive) {
        true => callers(known),
        false => (Like::default(), Like::default()),
    };
    let matter = Like {
        words: &known.words,
        except: known.except,
        ..Like::default()
    };
    let mut found: Vec<Suggested> = Vec::new();
    for like in [person, name, matter] {
        for one in similar(reader, viewer, &like, SHOWN)? {
            if found.iter().all(|(_, row)| row.id != one.row.id) {
                found.push((named(one.why), one.row));
            }
        }
    }
    found.truncate(SHOWN);
    let eyes = Eyes::of(reader, viewer, now)?;
    found.iter_mut().for_each(|(_, row)| row.seen_by(&eyes));
    Ok(found)
}

/// The same address or number, and the same whole name.
fn callers(known: &Known) -> (Like<'_>, Like<'_>) {
    let person = Like {
        email: &known.email,
        phone: &known.phone,
        except: known.except,
        ..Like::default()
    };
    let name = Like {
        name: match known.name.chars().count() {
            0..NAME_MIN => "",
            _ => &known.name,
        },
        except: known.except,
        ..Like::default()
    };
    (person, name)
}

fn named(why: Why) -> &'static str {
    match why {
        Why::Email => "email",
        Why::Phone => "phone",
        Why::Reference | Why::Name => "name",
        Why::Words => "words",
    }
}
