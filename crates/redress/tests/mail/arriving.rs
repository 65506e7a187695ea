//! Somebody writes, in whatever letters, and it is a complaint.

use crate::world::{Post, from_rasa, mail_from, posts};
use redress_kernel::Lang;

#[tokio::test(flavor = "multi_thread")]
async fn a_message_is_a_complaint_with_its_original_and_is_acknowledged_in_its_language() {
    for post in posts().await {
        let text = "Laba diena,\r\n\r\nkeltas išplaukė anksčiau, o pinigų niekas negrąžino. Prašau paaiškinti, kodėl taip įvyko.";
        let bytes = from_rasa(
            1,
            "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n",
            text,
        );
        let case = post.complaint(&bytes);
        assert_eq!((case.channel.as_str(), case.language), ("email", Lang::Lt));
        assert!(case.description.contains("keltas išplaukė anksčiau"));
        assert_eq!(case.subject, "The ferry left early");
        assert_eq!(case.complainant.email, "rasa@example.lt");
        assert_eq!(case.complainant.name, "Rasa");
        let [original] = case.files.as_slice() else {
            panic!("{:?}", case.files)
        };
        assert_eq!(original.name, "message.eml");
        let path = format!("/desk/{}/files/{}", case.reference, original.id);
        let asked = post.ferry.get(crate::office::TOMAS, &path).await;
        assert!(
            asked.location.contains("open=reveal"),
            "its head says who wrote it"
        );
        post.tomas_knows(&case.reference).await;
        let file = post.ferry.get(crate::office::TOMAS, &path).await;
        assert_eq!(file.bytes, bytes.as_bytes(), "byte for byte");
        let letter = &case.messages[0];
        assert_eq!(
            (letter.purpose.as_str(), letter.language),
            ("acknowledgement", Lang::Lt)
        );
        assert_eq!(letter.to, "rasa@example.lt");
        post.stands();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_writing_is_read() {
    let post = one().await;
    let text = |words: &str| words.to_owned();
    let all = [
        (
            "euc-kr",
            Lang::Ko,
            text("배가 세 시간 늦었는데 아무도 설명하지 않았습니다"),
        ),
        (
            "big5",
            Lang::ZhHant,
            text("船班延誤三個小時，沒有人說明，請您處理這個問題"),
        ),
        (
            "gb18030",
            Lang::ZhHans,
            text("船班延误三个小时，没有人说明，请您处理这个问题"),
        ),
        (
            "windows-1257",
            Lang::Lt,
            text("Keltas vėlavo tris valandas, pinigų niekas negrąžino, įspėjimų nebuvo"),
        ),
        (
            "windows-1256",
            Lang::Fa,
            text("کشتی سه ساعت دیر کرد و هیچ کس چیزی نگفت پول را پس بدهید"),
        ),
    ];
    for (number, (charset, language, words)) in (10..).zip(all) {
        let encoding = encoding(charset);
        let (body, _, lossy) = encoding.encode(&words);
        // What Persian writes and windows-1256 does not know goes as utf-8.
        let (charset, body) = match lossy {
            true => ("utf-8", std::borrow::Cow::Borrowed(words.as_bytes())),
            false => (charset, body),
        };
        let who = format!("Somebody <w{number}@example.org>");
        let fields = format!("Content-Type: text/plain; charset={charset}\r\n");
        let mut bytes = mail_from(&who, number, &fields, "").into_bytes();
        bytes.extend_from_slice(&body);
        let case = post.complaint(&bytes);
        assert_eq!(case.language, language, "{charset}");
        assert!(
            case.description.contains(&words),
            "{charset}: {}",
            case.description
        );
    }
}

fn encoding(charset: &str) -> &'static encoding_rs::Encoding {
    encoding_rs::Encoding::for_label(charset.as_bytes()).unwrap()
}

async fn one() -> Post {
    Post::of(crate::office::Ferry::open().await)
}

#[tokio::test(flavor = "multi_thread")]
async fn what_nobody_can_read_is_a_complaint_that_a_person_answers() {
    for post in posts().await {
        let levels: String = (0..300)
            .map(|n| format!("Content-Type: multipart/mixed; boundary=\"b{n}\"\n\n--b{n}\n"))
            .collect();
        let bomb = format!("From: eve@example.org\nSubject: look\n{levels}");
        let line = post.arrives(&bomb);
        assert_eq!(line.fate, "unreadable");
        let case = post.case(line.complaint.unwrap());
        assert!(case.description.contains("sealed"), "{}", case.description);
        assert!(case.messages.is_empty(), "not answered by a machine");
        assert_eq!(case.unanswered.as_deref(), Some("unreadable"));
        let page = post.page("/desk/mail").await;
        assert!(page.contains(&case.reference) && page.contains("Send acknowledgement"));
        let case_page = post.page(&format!("/desk/{}", case.reference)).await;
        assert!(case_page.contains("Not acknowledged by itself"));
        // Sealed: nothing of it is taken out or shown; the original is a download.
        let [original] = case.files.as_slice() else {
            panic!("{:?}", case.files)
        };
        assert_eq!(original.name, "message.eml");
        let of_mail = format!("/desk/mail/{}", line.mail);
        post.tomas_knows(&case.reference).await;
        let page = post.page(&of_mail).await;
        assert!(
            page.contains("as in an attack; it was kept sealed") && !page.contains("boundary"),
            "{page}"
        );
        let kept = post
            .ferry
            .get(crate::office::TOMAS, &format!("{of_mail}/original"))
            .await;
        assert_eq!(kept.bytes, bomb.as_bytes(), "byte for byte");
        assert!(kept.header("content-disposition").starts_with("attachment"));
        post.stands();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bomb_of_thousands_of_parts_is_sealed_and_shown_as_such() {
    for post in posts().await {
        let parts = "--b\r\nContent-Type: image/png; name=a.png\r\n\r\nx\r\n".repeat(3_000);
        let fields = "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n";
        let line = post.arrives(from_rasa(1, fields, &parts));
        assert_eq!(line.fate, "unreadable");
        let case = post.case(line.complaint.unwrap());
        assert_eq!(case.files.len(), 1, "the original, and none of its parts");
        assert!(case.messages.is_empty());
        post.tomas_knows(&case.reference).await;
        let page = post.page(&format!("/desk/mail/{}", line.mail)).await;
        assert!(page.contains("It has too many parts, as in an attack; it was kept sealed"));
        assert!(!page.contains("a.png"), "{page}");
        post.stands();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn files_come_along_and_the_same_message_twice_is_one_complaint() {
    for post in posts().await {
        let parts = "--b\r\nContent-Type: text/plain\r\n\r\nSee the ticket.\r\n--b\r\nContent-Type: image/png; name=ticket.png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n--b--\r\n";
        let fields = "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n";
        let bytes = from_rasa(1, fields, parts);
        let case = post.complaint(format!("Received: by one\r\n{bytes}"));
        let names: Vec<&str> = case.files.iter().map(|file| file.name.as_str()).collect();
        assert_eq!(names, ["message.eml", "ticket.png"]);
        // Delivered to another address of ours: other bytes, the same message.
        let again = post.arrives(format!("Received: by another\r\n{bytes}"));
        assert_eq!(
            (again.fate.as_str(), again.complaint),
            ("copy", Some(case.id))
        );
        assert_eq!(post.complaints(), 1);
        post.stands();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_old_message_waits_for_a_person_and_is_not_answered() {
    let post = one().await;
    let long_ago = post.ferry.house.now().plus_seconds(-60 * 86_400);
    let line = post.arrived_at(from_rasa(1, "", "Years ago."), long_ago);
    assert_eq!((line.fate.as_str(), line.complaint), ("quarantined", None));
    assert_eq!(post.reasons(line.mail).last().unwrap(), "old");
    let yesterday = post.ferry.house.now().plus_seconds(-86_400);
    let fresh = post.arrived_at(from_rasa(2, "", "Yesterday."), yesterday);
    let case = post.case(fresh.complaint.unwrap());
    assert_eq!(
        case.received_at, yesterday,
        "the clocks count from when it arrived"
    );
    assert_eq!(case.late_basis.as_deref(), Some("mail"));
}
