//! The frame of every letter: a greeting without titles or guesses, what is
//! said, where to turn, who writes. Slices put their own sentences between.

use super::{Body, Paragraph};
use crate::{
    Complaint,
    facts::{FOLLOW_PAGE, Person},
};
use redress_kernel::{
    Organisation,
    words::{Arg, Message},
};

#[derive(Debug, Clone, Default)]
pub struct LetterText(Vec<Paragraph>);

impl LetterText {
    /// Opens with the name as the person gave it, or without one.
    pub fn to(person: &Person) -> LetterText {
        let greeting = match person.name.as_str() {
            "" => Message::new("letter-greeting-nameless"),
            name => Message::new("letter-greeting").with("name", name),
        };
        LetterText(vec![Paragraph::Said(greeting)])
    }

    pub fn say(mut self, message: Message) -> LetterText {
        self.0.push(Paragraph::Said(message));
        self
    }

    /// What a person wrote; nothing when they wrote nothing.
    pub fn write(mut self, text: &str) -> LetterText {
        if !text.trim().is_empty() {
            self.0.push(Paragraph::Written(text.trim().to_owned()));
        }
        self
    }

    pub fn list(mut self, lines: Vec<Message>) -> LetterText {
        if !lines.is_empty() {
            self.0.push(Paragraph::Lines(lines));
        }
        self
    }

    /// A sentence that belongs in only under a condition.
    pub fn say_if(self, there: bool, message: impl FnOnce() -> Message) -> LetterText {
        if there { self.say(message()) } else { self }
    }

    /// Where the complainant can turn outside the organisation (7.8, 7.9): the
    /// bodies that the organisation named in this language, or how to find the right one.
    pub fn external(self, c: &Complaint, organisation: &Organisation) -> LetterText {
        match organisation.outside_body(c.language) {
            "" => self.say(Message::new("letter-external-unnamed")),
            body => self.say(Message::new("letter-external")).write(body),
        }
    }

    /// Closes with the reference, the ways to reach us, and who writes.
    pub fn from(self, c: &Complaint, organisation: &Organisation) -> Vec<Paragraph> {
        self.list(contact(c, organisation))
            .write(&organisation.name)
            .0
    }

    pub fn body(self, c: &Complaint, organisation: &Organisation) -> Body {
        Body::Letter(self.from(c, organisation))
    }
}

fn contact(c: &Complaint, organisation: &Organisation) -> Vec<Message> {
    let latin = |text: &str| Arg::Latin(text.to_owned());
    let mut lines = vec![
        Message::new("letter-contact").with("reference", latin(&c.reference)),
        Message::new("letter-contact-page").with("page", latin(FOLLOW_PAGE)),
    ];
    if !organisation.phone.is_empty() {
        lines.push(Message::new("letter-contact-phone").with("phone", latin(&organisation.phone)));
    }
    if !organisation.email.is_empty() {
        lines.push(Message::new("letter-contact-email").with("email", latin(&organisation.email)));
    }
    if !organisation.address.is_empty() {
        let address = organisation.address.as_str();
        lines.push(Message::new("letter-contact-address").with("address", address));
    }
    lines
}
