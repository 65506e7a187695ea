//! Replies in six languages and the ways of programs to quote.

use super::split;

fn said(text: &str) -> String {
    split(text).said
}

#[test]
fn a_reply_is_parted_from_what_it_quotes_in_six_languages() {
    for (reply, quoted) in [
        (
            "Please look again.",
            "On Mon, Mar 2, 2026 at 9:00 AM Blue Ferry <desk@blueferry.example> wrote:\n\n> We closed it.",
        ),
        (
            "Prašau pažiūrėti dar kartą.",
            "2026-03-02 09:00, Blue Ferry <desk@blueferry.example> rašė:\n> Uždarėme.",
        ),
        (
            "다시 확인해 주세요.",
            "2026년 3월 2일 (월) 오전 9:00, Blue Ferry <desk@blueferry.example>님이 작성:\n> 종결했습니다.",
        ),
        (
            "請再看一次。",
            "Blue Ferry <desk@blueferry.example> 於 2026年3月2日 週一 上午9:00寫道：\n> 已結案。",
        ),
        (
            "请再看一次。",
            "在 2026年3月2日，Blue Ferry <desk@blueferry.example> 写道：\n> 已结案。",
        ),
        (
            "لطفاً دوباره بررسی کنید.",
            "در تاریخ ۲ مارس ۲۰۲۶ Blue Ferry <desk@blueferry.example> نوشت:\n> بسته شد.",
        ),
    ] {
        let split = split(&format!("{reply}\n\n{quoted}\n"));
        assert_eq!(split.said, reply);
        assert!(split.rest.contains('>'), "{split:?}");
    }
}

#[test]
fn an_answer_between_the_quotes_stays_with_them() {
    let text = "On 2 Mar 2026, Ann <a@b.example> wrote:\n> one?\nYes.\n> two?\nNo.\n";
    let said = said(text);
    assert!(said.contains("Yes.") && said.contains("No."), "{said}");
}

#[test]
fn a_signature_and_the_head_of_an_earlier_letter_are_no_reply() {
    assert_eq!(said("Thanks\n\n-- \nAnn Smith\n+44"), "Thanks");
    assert_eq!(said("谢谢\n\n发自我的 iPhone"), "谢谢");
    assert_eq!(said("네\n\n-----Original Message-----\nFrom: a\nx"), "네");
    assert_eq!(
        said("Gerai.\n\nNuo: A <a@b.lt>\nIšsiųsta: 2026-03-02\nKam: B\nTema: C\n\nsenas"),
        "Gerai."
    );
}

#[test]
fn what_is_not_the_reply_is_given_back_too() {
    let whole = split("Yes\n\nOn 2 Mar 2026, A <a@b.c> wrote:\n> old");
    assert_eq!(
        (whole.said.as_str(), whole.rest.as_str()),
        ("Yes", "On 2 Mar 2026, A <a@b.c> wrote:\n> old")
    );
    assert_eq!(said("> only a quote"), "> only a quote");
    assert_eq!(said(""), "");
}
