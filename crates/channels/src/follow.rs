//! Where to follow a complaint, on every receipt: the address in letters and as a QR
//! code. It leads to the door, never past it: no reference and no access code in it.
//! Behind the `#`, which no browser sends anywhere, stands the mark of the entry with
//! which the complaint began: who photographs the code keeps half of its hash.

use askama::Template;
use redress_complaint::proof::ProofOfReceipt;
use redress_web::{Html, Voice, qr};

#[derive(Template)]
#[template(path = "follow.html")]
struct Follow<'a> {
    t: &'a Voice,
    address: Html,
    code: Html,
}

pub fn follow(t: &Voice, base_url: &str, proof: Option<&ProofOfReceipt>) -> Html {
    let address = format!("{base_url}/follow");
    let mark = proof
        .map(|proof| format!("#{}", proof.proof.mark()))
        .unwrap_or_default();
    Html::from_template(&Follow {
        t,
        address: t.latin(&address),
        code: qr(
            &format!("{address}?lang={}{mark}", t.tag()),
            &t.say("follow-code"),
        ),
    })
}
