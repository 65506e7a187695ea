//! Messages like those of the corpora that the mail tests read (1,518 messages of eleven
//! projects): as long, with as many files, in as many charsets. Made by a seed, so that
//! every run has the same; every address is of a domain that nobody can have.

/// Of the lengths of those messages: nine in ten are shorter than 7,857 bytes.
const LENGTHS: [(f64, f64); 10] = [
    (0.0, 250.0),
    (0.1, 481.0),
    (0.25, 1_112.0),
    (0.5, 2_295.0),
    (0.75, 3_628.0),
    (0.9, 7_857.0),
    (0.95, 14_203.0),
    (0.99, 74_105.0),
    (0.999, 377_645.0),
    (1.0, 2_987_765.0),
];

/// As many in a hundred as there. Of their 33 reports only 12 are kept, for a report makes
/// less work than a complaint, and a mailbox of complaints has fewer.
const PLAIN: u64 = 52;
const CHOICE: u64 = 10;
const PAGE: u64 = 4;
const WITH_FILE: u64 = 22;

const WORDS: [(&str, &str); 6] = [
    (
        "us-ascii",
        "the ferry left early again and nobody on the quay could tell us when the next one goes although the ticket names nine o'clock",
    ),
    (
        "windows-1257",
        "keltas išplaukė anksčiau nei nurodyta o pinigų už bilietą niekas negrąžino prašau paaiškinti kodėl taip įvyko šiandien",
    ),
    (
        "euc-kr",
        "배가 세 시간 늦었는데 아무도 설명하지 않았습니다 환불을 요청했지만 답변을 받지 못했습니다 확인 부탁드립니다",
    ),
    (
        "big5",
        "船班延誤 三個小時 沒有人 說明 請您 處理 這個 問題 我的 船票 沒有 退費",
    ),
    (
        "gb18030",
        "船班延误 三个小时 没有人 说明 请您 处理 这个 问题 我的 船票 没有 退费",
    ),
    (
        "utf-8",
        "کشتی سه ساعت دیر کرد و هیچ کس چیزی نگفت لطفاً پول بلیت را پس بدهید و توضیح بدهید چرا",
    ),
];

/// xorshift64: the same messages on every machine.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Dice {
        Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    fn roll(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, n: u64) -> u64 {
        self.roll() % n.max(1)
    }
}

/// How long, as so many of a thousand of those messages are.
fn length(dice: &mut Dice) -> usize {
    let at = dice.below(100_000) as f64 / 100_000.0;
    let above = LENGTHS.iter().position(|(share, _)| *share > at).unwrap();
    let ((a, low), (b, high)) = (LENGTHS[above - 1], LENGTHS[above]);
    (low * (high / low).powf((at - a) / (b - a))) as usize
}

pub fn letter(number: u64) -> Vec<u8> {
    let mut dice = Dice::new(number + 1);
    let length = length(&mut dice);
    let (charset, words) = WORDS[language(&mut dice)];
    let head = head(number, &mut dice);
    let text = text(number, words, &mut dice, length);
    let kind = dice.below(100);
    let body = match kind {
        _ if kind < PLAIN => part(charset, "text/plain", &text),
        _ if kind < PLAIN + CHOICE => choice(charset, &text),
        _ if kind < PLAIN + CHOICE + PAGE => part(charset, "text/html", &page(&text)),
        _ if kind < PLAIN + CHOICE + PAGE + WITH_FILE => {
            with_file(charset, words, &mut dice, length)
        }
        _ => report(number),
    };
    [head.into_bytes(), b"MIME-Version: 1.0\r\n".to_vec(), body].concat()
}

/// Half of what is written to an office is in its own language.
fn language(dice: &mut Dice) -> usize {
    match dice.below(10) {
        0..=4 => 0,
        5..=6 => 1,
        other => (other - 4) as usize % 6,
    }
}

fn head(number: u64, dice: &mut Dice) -> String {
    let (way, who) = (dice.roll(), number % 7_919);
    format!(
        "Return-Path: <sender{who}@mail.example>\r\nReceived: from out{}.mail.example (out.mail.example [192.0.2.{}])\r\n\tby mx.ferry.example with ESMTPS id {way:016x}\r\nFrom: Sender {who} <sender{who}@mail.example>\r\nTo: care@ferry.example\r\nSubject: The ferry of nine, {number}\r\nMessage-ID: <{number}.{way:x}@mail.example>\r\n",
        way % 9,
        way % 250
    )
}

/// Sentences without end would be found by one word: every line has a number of its own.
fn text(number: u64, words: &str, dice: &mut Dice, length: usize) -> String {
    let all: Vec<&str> = words.split(' ').collect();
    let mut text = String::with_capacity(length + 100);
    while text.len() < length {
        let line: Vec<&str> = (0..8)
            .map(|_| all[dice.below(all.len() as u64) as usize])
            .collect();
        text.push_str(&format!(
            "{} {number}-{}\r\n",
            line.join(" "),
            dice.below(100_000)
        ));
    }
    text
}

fn page(text: &str) -> String {
    let lines: String = text
        .lines()
        .map(|line| format!("<p style=\"margin:0\">{line}</p>\r\n"))
        .collect();
    format!("<html><body>{lines}</body></html>\r\n")
}

fn part(charset: &str, kind: &str, text: &str) -> Vec<u8> {
    let encoding = encoding_rs::Encoding::for_label(charset.as_bytes()).unwrap();
    let (bytes, _, _) = encoding.encode(text);
    let head = format!(
        "Content-Type: {kind}; charset={charset}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    );
    [head.as_bytes(), &bytes].concat()
}

fn choice(charset: &str, text: &str) -> Vec<u8> {
    // Twice the same: half the length each.
    let half = text
        .get(..text.floor_char_boundary(text.len() / 2))
        .unwrap_or(text);
    let head = b"Content-Type: multipart/alternative; boundary=\"=_c\"\r\n\r\n--=_c\r\n";
    let (plain, page) = (
        part(charset, "text/plain", half),
        part(charset, "text/html", &page(half)),
    );
    [
        head.as_slice(),
        &plain,
        b"\r\n--=_c\r\n",
        &page,
        b"\r\n--=_c--\r\n",
    ]
    .concat()
}

/// Most of what is long is a file.
fn with_file(charset: &str, words: &str, dice: &mut Dice, length: usize) -> Vec<u8> {
    let said = part(
        charset,
        "text/plain",
        &text(0, words, dice, length.min(1_000)),
    );
    let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
    while file.len() < length.saturating_sub(1_000) * 3 / 4 + 100 {
        file.extend_from_slice(&dice.roll().to_le_bytes());
    }
    let head = b"Content-Type: multipart/mixed; boundary=\"=_m\"\r\n\r\n--=_m\r\n";
    let about = b"\r\n--=_m\r\nContent-Type: image/png; name=\"quay.png\"\r\nContent-Disposition: attachment; filename=\"quay.png\"\r\nContent-Transfer-Encoding: base64\r\n\r\n";
    [
        head.as_slice(),
        &said,
        about,
        &base64(&file),
        b"\r\n--=_m--\r\n",
    ]
    .concat()
}

fn base64(bytes: &[u8]) -> Vec<u8> {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = Vec::with_capacity(bytes.len() / 3 * 4 + bytes.len() / 57 * 2 + 8);
    for line in bytes.chunks(57) {
        for three in line.chunks(3) {
            let at = |n: usize| u32::from(three.get(n).copied().unwrap_or_default());
            let all = at(0) << 16 | at(1) << 8 | at(2);
            for place in 0..4 {
                let sign = SIGNS[(all >> (18 - 6 * place)) as usize & 63];
                out.push(if place > three.len() { b'=' } else { sign });
            }
        }
        out.extend_from_slice(b"\r\n");
    }
    out
}

fn report(number: u64) -> Vec<u8> {
    format!(
        "Content-Type: multipart/report; report-type=delivery-status; boundary=\"=_r\"\r\n\r\n--=_r\r\nContent-Type: text/plain\r\n\r\nYour message could not be delivered.\r\n--=_r\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.mail.example\r\n\r\nFinal-Recipient: rfc822; nobody{number}@mail.example\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n--=_r--\r\n"
    )
    .into_bytes()
}
