//! Where to follow a complaint, on every receipt: the address in letters and as a QR
//! code. It leads to the door, never past it: no reference and no access code in it.

use askama::Template;
use redress_web::{Html, Voice, qr};

#[derive(Template)]
#[template(path = "follow.html")]
struct Follow<'a> {
    t: &'a Voice,
    address: Html,
    code: Html,
}

pub fn follow(t: &Voice, base_url: &str) -> Html {
    let address = format!("{base_url}/follow");
    Html::from_template(&Follow {
        t,
        address: t.latin(&address),
        code: qr(
            &format!("{address}?lang={}", t.tag()),
            &t.say("follow-code"),
        ),
    })
}
