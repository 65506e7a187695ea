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
    assert!(text.contains("Auto-Submitted: auto-replied\r\n"));
    assert!(text.contains("Date: Mon, 02 Mar 2026 07:00:00 +0000"));
    assert!(!text.contains("In-Reply-To"));
}

#[test]
fn a_second_try_is_the_same_letter() {
    let name = format!("Message-ID: <{}@blueferry.example>", "07".repeat(16));
    assert!(text(&letter()).contains(&name));
    assert_eq!(text(&letter()), text(&letter()));
}

#[test]
fn letters_about_one_case_stand_in_one_thread() {
    let earlier = vec![Id::from_bytes([1; 16]), Id::from_bytes([2; 16])];
    let text = text(&Letter {
        earlier,
        automatic: false,
        ..letter()
    });
    assert!(text.contains(&format!(
        "In-Reply-To: <{}@blueferry.example>",
        "02".repeat(16)
    )));
    assert!(text.contains("References: "), "{text}");
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
