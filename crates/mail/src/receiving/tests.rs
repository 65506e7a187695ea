#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]
use super::*;
use proptest::prelude::*;

#[derive(Default)]
struct Ferry {
    room: bool,
    /// A message has the room now.
    taken: bool,
}

impl House for Ferry {
    fn takes(&self, recipient: &str) -> bool {
        recipient.starts_with("care") && recipient.ends_with("@ferry.example")
    }
    fn has_room(&mut self) -> bool {
        self.taken = self.room;
        self.room
    }
    fn gives_room_back(&mut self) {
        self.taken = false;
    }
}

fn roomy() -> Ferry {
    Ferry {
        room: true,
        ..Ferry::default()
    }
}

/// All that was answered, and all that was to be kept, when `bytes` come in these pieces.
fn spoken(protocol: Protocol, pieces: &[&[u8]]) -> (String, Vec<Envelope>) {
    let (mut session, mut house) = (Session::new("ferry.example", protocol, true), roomy());
    let (mut said, mut kept) = (String::new(), Vec::new());
    for piece in pieces {
        let mut acts = session.hear(piece, &mut house);
        while !acts.is_empty() {
            match acts.remove(0) {
                Act::Say(line) => said.push_str(&line),
                Act::Keep(envelope) => {
                    kept.push(envelope);
                    acts.extend(session.kept(Answer::Kept, &mut house));
                }
                Act::Secure => session.secured(),
                Act::HangUp => said.push_str("(hung up)"),
            }
        }
    }
    (said, kept)
}

const WHOLE: &[u8] = b"EHLO there.example\r\nMAIL FROM:<rasa@example.org> SIZE=40 BODY=8BITMIME\r\nRCPT TO:<care@ferry.example>\r\nRCPT TO:<stranger@ferry.example>\r\nDATA\r\nSubject: late\r\n\r\n..The boat\r\n.\r\nQUIT\r\n";

fn codes(said: &str) -> Vec<&str> {
    let last = said
        .lines()
        .filter(|line| line.as_bytes().get(3) != Some(&b'-'));
    last.filter_map(|line| line.get(..3)).collect()
}

#[test]
fn a_message_is_brought_and_a_stranger_has_no_mailbox_here() {
    let (said, kept) = spoken(Protocol::Smtp, &[WHOLE]);
    assert_eq!(
        codes(&said),
        ["250", "250", "250", "550", "354", "250", "221", "(hu"]
    );
    assert_eq!(kept.len(), 1);
    assert_eq!(kept[0].bytes, b"Subject: late\r\n\r\n.The boat\r\n");
    assert_eq!(
        (kept[0].from.as_str(), kept[0].to.len()),
        ("rasa@example.org", 1)
    );
}

#[test]
fn over_lmtp_each_recipient_is_answered() {
    let text = b"LHLO there\r\nMAIL FROM:<>\r\nRCPT TO:<care@ferry.example>\r\nRCPT TO:<care+c1@ferry.example>\r\nDATA\r\nhi\r\n.\r\n";
    let (said, kept) = spoken(Protocol::Lmtp, &[text]);
    assert_eq!(
        codes(&said),
        ["250", "250", "250", "250", "354", "250", "250"]
    );
    assert_eq!(kept[0].from, "");
    let (said, _) = spoken(Protocol::Lmtp, &[b"EHLO there\r\n"]);
    assert_eq!(codes(&said), ["500"]);
}

#[test]
fn no_second_message_is_smuggled_in_the_first() {
    let ends: [&[u8]; 6] = [
        b"\n.\n", b"\n.\r\n", b"\r\n.\n", b"\r.\r", b"\r\n.\r", b"\n.\r",
    ];
    for end in ends {
        let second =
            b"MAIL FROM:<boss@ferry.example>\r\nRCPT TO:<care@ferry.example>\r\nDATA\r\nfalse\r\n";
        let first = b"EHLO a\r\nMAIL FROM:<a@b>\r\nRCPT TO:<care@ferry.example>\r\nDATA\r\nhi";
        let all = [first, end, second.as_slice(), b"\r\n.\r\nQUIT\r\n"].concat();
        let (said, kept) = spoken(Protocol::Smtp, &[&all]);
        assert_eq!(kept.len(), 1, "{end:?}");
        assert_eq!(kept[0].from, "a@b");
        let text = String::from_utf8_lossy(&kept[0].bytes).into_owned();
        assert!(
            text.contains("boss@ferry.example"),
            "it stays text: {text:?}"
        );
        assert!(said.ends_with("221 2.0.0 Goodbye\r\n(hung up)"));
    }
    let (said, _) = spoken(Protocol::Smtp, &[b"EHLO a\nMAIL FROM:<a@b>\n"]);
    assert_eq!(codes(&said), ["500", "(hu"], "a command ends with CR LF");
}

#[test]
fn what_is_too_long_too_large_or_too_wrong_ends() {
    let (said, _) = spoken(Protocol::Smtp, &[&[b'A'; 5000]]);
    assert_eq!(codes(&said), ["500", "(hu"]);
    let (said, _) = spoken(
        Protocol::Smtp,
        &[b"EHLO a\r\nMAIL FROM:<a@b> SIZE=999999999\r\n"],
    );
    assert_eq!(codes(&said), ["250", "552"]);
    let (said, _) = spoken(Protocol::Smtp, &[&b"WHAT\r\n".repeat(50)]);
    assert_eq!(codes(&said).len(), 23, "{said}");
    let head = b"EHLO a\r\nMAIL FROM:<a@b>\r\nRCPT TO:<care@ferry.example>\r\nDATA\r\n";
    let large = vec![b'x'; SIZE_MAX + 5];
    let (said, kept) = spoken(Protocol::Smtp, &[head, &large, b"\r\n.\r\nNOOP\r\n"]);
    assert_eq!(codes(&said), ["250", "250", "250", "354", "552", "250"]);
    assert!(kept.is_empty());
}

#[test]
fn without_room_a_large_message_is_asked_to_come_again() {
    let (mut session, mut house) = (Session::new("f", Protocol::Smtp, false), Ferry::default());
    session.hear(
        b"EHLO a\r\nMAIL FROM:<a@b>\r\nRCPT TO:<care@ferry.example>\r\nDATA\r\n",
        &mut house,
    );
    session.hear(&vec![b'x'; 2 << 20], &mut house);
    let acts = session.hear(b"\r\n.\r\n", &mut house);
    assert!(matches!(&acts[..], [Act::Say(line)] if line.starts_with("452")));
}

const OPENED: &[u8] = b"EHLO a\r\nMAIL FROM:<a@b>\r\nRCPT TO:<care@ferry.example>\r\nDATA\r\n";

#[test]
fn the_room_for_a_large_message_is_given_back_when_it_is_over() {
    let (mut session, mut house) = (Session::new("f", Protocol::Smtp, false), roomy());
    session.hear(OPENED, &mut house);
    session.hear(&vec![b'x'; 2 << 20], &mut house);
    assert!(house.taken);
    let acts = session.hear(b"\r\n.\r\n", &mut house);
    assert!(matches!(&acts[..], [Act::Keep(_)]) && house.taken);
    session.kept(Answer::Kept, &mut house);
    assert!(!house.taken, "kept");
    session.hear(OPENED, &mut house);
    session.hear(&vec![b'x'; SIZE_MAX + 5], &mut house);
    assert!(!house.taken, "too large: nothing of it is held any more");
    let acts = session.hear(b"\r\n.\r\nNOOP\r\n", &mut house);
    assert_eq!(acts.len(), 2);
    assert!(!house.taken);
}

#[test]
fn each_message_that_comes_is_told_from_the_one_before() {
    let (mut session, mut house) = (Session::new("f", Protocol::Smtp, false), roomy());
    assert_eq!(session.receiving(), None);
    session.hear(OPENED, &mut house);
    assert_eq!(session.receiving(), Some(1));
    session.hear(b"hi\r\n.\r\n", &mut house);
    assert_eq!(session.receiving(), None);
    session.kept(Answer::Later, &mut house);
    let next = &OPENED[b"EHLO a\r\n".len()..];
    session.hear(next, &mut house);
    assert_eq!(session.receiving(), Some(2));
}

#[test]
fn what_was_sent_along_in_the_clear_is_not_said_encrypted() {
    let text = b"EHLO a\r\nSTARTTLS\r\nMAIL FROM:<a@b>\r\n";
    let (said, _) = spoken(Protocol::Smtp, &[text, b"MAIL FROM:<a@b>\r\n"]);
    assert_eq!(codes(&said), ["250", "220", "503"], "greet again");
    let (said, _) = spoken(
        Protocol::Smtp,
        &[b"EHLO a\r\nSTARTTLS\r\n", b"EHLO a\r\nSTARTTLS\r\n"],
    );
    assert_eq!(codes(&said), ["250", "220", "250", "502"], "once");
}

proptest! {
    /// However the bytes are cut up on their way, the same is said and kept.
    #[test]
    fn pieces_make_no_difference(cuts in proptest::collection::vec(0..WHOLE.len(), 0..20)) {
        let mut cuts = cuts;
        cuts.extend([0, WHOLE.len()]);
        cuts.sort_unstable();
        let pieces: Vec<&[u8]> = cuts.windows(2).map(|pair| &WHOLE[pair[0]..pair[1]]).collect();
        prop_assert_eq!(spoken(Protocol::Smtp, &pieces), spoken(Protocol::Smtp, &[WHOLE]));
    }

    /// Whatever is sent, a message is kept only after DATA and for a recipient of ours,
    /// and holds no more than was sent.
    #[test]
    fn nonsense_is_endured(parts in proptest::collection::vec(prop_oneof![
        Just(b"EHLO a\r\n".to_vec()), Just(b"MAIL FROM:<a@b>\r\n".to_vec()),
        Just(b"RCPT TO:<care@ferry.example>\r\n".to_vec()), Just(b"DATA\r\n".to_vec()),
        Just(b"\r\n.\r\n".to_vec()), Just(b"\n.\n".to_vec()), Just(b"RSET\r\n".to_vec()),
        proptest::collection::vec(any::<u8>(), 0..40),
    ], 0..40)) {
        let sent: usize = parts.iter().map(Vec::len).sum();
        let pieces: Vec<&[u8]> = parts.iter().map(Vec::as_slice).collect();
        let (_, kept) = spoken(Protocol::Smtp, &pieces);
        for envelope in &kept {
            prop_assert!(envelope.to.iter().all(|to| to == "care@ferry.example"));
            prop_assert!(!envelope.to.is_empty() && envelope.bytes.len() <= sent);
        }
    }

    /// What a client stuffs comes out as it was, and ends where it ends.
    #[test]
    fn a_message_comes_out_as_it_went_in(lines in proptest::collection::vec("[ -~]{0,30}|\\.{1,3}", 0..20)) {
        let text: String = lines.iter().map(|line| format!("{line}\r\n")).collect();
        let stuffed: String = lines.iter()
            .map(|line| format!("{}{line}\r\n", if line.starts_with('.') { "." } else { "" }))
            .collect();
        let all = format!("EHLO a\r\nMAIL FROM:<a@b>\r\nRCPT TO:<care@ferry.example>\r\nDATA\r\n{stuffed}.\r\n");
        let (_, kept) = spoken(Protocol::Smtp, &[all.as_bytes()]);
        prop_assert_eq!(&kept[0].bytes, text.as_bytes());
    }
}
