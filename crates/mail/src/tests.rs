#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

use super::*;
use redress_kernel::{Id, Instant, Lang};

fn letter() -> Letter {
    Letter {
        id: Id::from_bytes([7; 16]),
        from_name: "Blue Ferry Co.".into(),
        to: "maryam@example.org".into(),
        to_name: "مریم کریمی".into(),
        subject: "شکایت شما ثبت شد \u{2066}BF-26-004J-7KQ\u{2069}".into(),
        body: "سلام\n\nشکایت شما ثبت شد.".into(),
        language: Lang::Fa,
        automatic: true,
        earlier: Vec::new(),
        files: Vec::new(),
        at: "2026-03-02T07:00:00Z".parse::<Instant>().unwrap(),
        back: Back::default(),
    }
}

fn text(letter: &Letter) -> String {
    let message = letter.message("desk@blueferry.example").unwrap();
    String::from_utf8(message.formatted()).unwrap()
}

#[test]
fn a_letter_says_its_language_and_that_nobody_typed_it() {
    let text = text(&letter());
    assert!(text.contains("Content-Language: fa\r\n"), "{text}");
    assert!(text.contains("Auto-Submitted: auto-generated\r\n"));
    assert!(text.contains("Date: Mon, 02 Mar 2026 07:00:00 +0000"));
    assert!(!text.contains("In-Reply-To"));
}

#[test]
fn a_second_try_is_the_same_letter() {
    let name = format!("Message-ID: <{}@blueferry.example>", "07".repeat(16));
    assert!(text(&letter()).contains(&name));
    let without_boundaries = |text: String| -> Vec<String> {
        let kept = text
            .lines()
            .filter(|line| !line.contains("boundary=") && !line.starts_with("--"));
        kept.map(str::to_owned).collect()
    };
    assert_eq!(
        without_boundaries(text(&letter())),
        without_boundaries(text(&letter()))
    );
}

#[test]
fn letters_about_one_case_stand_in_one_thread() {
    let from = "desk@blueferry.example";
    let named = |byte| message_id(Id::from_bytes([byte; 16]), from);
    let earlier = vec![
        named(1),
        "<their own@reply>".into(),
        "<CAK=x1@mail.example>".into(),
        named(2),
    ];
    let text = text(&Letter {
        earlier,
        automatic: false,
        ..letter()
    });
    assert!(text.contains(&format!(
        "In-Reply-To: <{}@blueferry.example>",
        "02".repeat(16)
    )));
    let folded = text.replace("\r\n ", " ");
    let references = format!(
        "References: {} <CAK=x1@mail.example> {}\r\n",
        named(1),
        named(2)
    );
    assert!(
        folded.contains(&references),
        "what is no name is left out: {text}"
    );
    assert!(text.contains("Auto-Submitted: no\r\n"));
}

#[test]
fn a_subject_cannot_bring_a_header_of_its_own() {
    let text = text(&Letter {
        subject: "Hello\r\nBcc: all@example.org".into(),
        ..letter()
    });
    assert!(!text.lines().any(|line| line.starts_with("Bcc:")), "{text}");
}

#[test]
fn an_address_that_is_none_is_never_tried_again() {
    let wrong = Letter {
        to: "not an address".into(),
        ..letter()
    };
    assert_eq!(
        wrong.message("desk@blueferry.example").unwrap_err(),
        NotSent::Never(None)
    );
    assert_eq!(
        letter().message("nobody").unwrap_err(),
        NotSent::Misconfigured
    );
}

#[test]
fn without_a_relay_letters_can_lie_in_a_folder() {
    let folder = std::env::temp_dir().join(format!("redress-mail-{}", std::process::id()));
    let post = Post::Folder {
        folder: folder.clone(),
        from: "desk@blueferry.example".into(),
    };
    post.send(&letter()).unwrap();
    post.send(&letter()).unwrap();
    let files: Vec<_> = std::fs::read_dir(&folder).unwrap().collect();
    assert_eq!(files.len(), 1, "the second try overwrites the first");
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_relay_that_is_not_there_is_tried_again_later() {
    let relay = Relay {
        host: "127.0.0.1".into(),
        port: 1,
        tls: Tls::None,
        from: "desk@blueferry.example".into(),
        ..Relay::default()
    };
    assert!(matches!(
        Post::Relay(relay.clone()).send(&letter()),
        Err(NotSent::Later(_))
    ));
    assert!(matches!(relay.answers(), Err(NotSent::Later(_))));
    let shown = format!(
        "{:?}",
        Relay {
            password: "secret".into(),
            ..relay
        }
    );
    assert!(!shown.contains("secret"));
}

#[test]
fn a_long_conversation_names_its_beginning_and_its_end() {
    let earlier = (1..=30).map(|n| format!("<{n}@a.example>")).collect();
    let text = text(&Letter {
        earlier,
        ..letter()
    })
    .replace("\r\n ", " ");
    let line = text
        .lines()
        .find(|line| line.starts_with("References:"))
        .unwrap();
    assert_eq!(line.matches('<').count(), 10);
    assert!(
        line.contains("References: <1@a.example> <22@a.example>"),
        "{line}"
    );
    assert!(text.contains("In-Reply-To: <30@a.example>"));
}

fn back(answers_mail: bool, receiving: Option<&Receiving>) -> Back {
    let about = About {
        message: Id::from_bytes([7; 16]),
        case: Some(Id::from_bytes([9; 16])),
        automatic: true,
        answers_mail,
    };
    Back::of(about, &[7; 32], receiving)
}

#[test]
fn only_an_answer_to_a_mail_is_sent_by_nobody() {
    let receiving = Receiving {
        address: "complaints@blueferry.example".into(),
        plus: true,
    };
    let of = |answers, receiving| Letter {
        back: back(answers, receiving),
        ..letter()
    };
    let answer = of(true, Some(&receiving));
    let message = answer.message("desk@blueferry.example").unwrap();
    assert_eq!(message.envelope().from(), None);
    assert!(text(&answer).contains("Auto-Submitted: auto-replied"));
    let notice = of(false, Some(&receiving))
        .message("desk@blueferry.example")
        .unwrap();
    let sender = notice.envelope().from().unwrap().to_string();
    assert_eq!(
        fate::bounced_message(&sender, &[7; 32]),
        Some(Id::from_bytes([7; 16]))
    );
    let plain = of(false, None).message("desk@blueferry.example").unwrap();
    assert_eq!(
        plain.envelope().from().unwrap().to_string(),
        "desk@blueferry.example"
    );
}

#[test]
fn an_answer_finds_the_case_by_its_address_where_the_server_knows_plus_addresses() {
    let mut receiving = Receiving {
        address: "complaints@blueferry.example".into(),
        plus: true,
    };
    let reply_to = back(false, Some(&receiving)).reply_to.unwrap();
    let text = text(&Letter {
        back: back(false, Some(&receiving)),
        ..letter()
    });
    assert!(
        text.replace("\r\n ", " ")
            .contains(&format!("Reply-To: \"Blue Ferry Co.\" <{reply_to}>")),
        "{text}"
    );
    receiving.plus = false;
    let plain = back(false, Some(&receiving));
    assert_eq!(
        plain.reply_to.as_deref(),
        Some("complaints@blueferry.example")
    );
    assert_eq!(
        plain.sender,
        Sender::Bounces("complaints@blueferry.example".into())
    );
    assert_eq!(back(false, None).reply_to, None);
}

#[test]
fn our_own_reading_knows_our_own_letter() {
    let desk = fate::Desk {
        reply_key: Some([7; 32]),
        ..fate::Desk::default()
    };
    let bytes = Letter {
        back: back(false, None),
        ..letter()
    }
    .message("desk@elsewhere.example")
    .unwrap()
    .formatted();
    let read = reading::read(&bytes);
    assert_eq!(fate::fate(&read, &desk).fate, fate::Fate::OwnLoop);
    assert_eq!(
        fate::fate(&read, &fate::Desk::default()).fate,
        fate::Fate::Automatic
    );
}

#[test]
fn one_click_stops_it_where_it_may_be_stopped() {
    let stopped_at = |page: &str| {
        text(&Letter {
            back: Back {
                stop: Some(page.to_owned()),
                ..Back::default()
            },
            ..letter()
        })
    };
    let text = stopped_at("https://a.example/updates/x");
    assert!(text.contains("List-Unsubscribe: <https://a.example/updates/x>"));
    assert!(text.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"));
    assert!(!text.contains("Precedence"), "we are no list");
    let plain = stopped_at("http://127.0.0.1:8080/updates/x");
    assert!(plain.contains("List-Unsubscribe: <http://127.0.0.1:8080/updates/x>"));
    assert!(
        !plain.contains("List-Unsubscribe-Post"),
        "one click needs HTTPS"
    );
}
