//! What other systems call a channel or a state, as our codes.

use crate::import::columns::plain;

/// None: a word that we do not know; nothing is guessed.
pub fn channel(word: &str) -> Option<&'static str> {
    Some(match plain(word).as_str() {
        "web" | "webreferral" | "webform" | "website" | "form" | "portal" | "online"
        | "helpcenter" | "mobile" | "mobilesdk" | "app" | "feedbackwidget" | "mobihelp"
        | "홈페이지" | "웹" | "網站" | "网站" | "网页" | "svetaine" | "svetainė" | "internetu"
        | "وبگاه" | "سایت" => "web",
        "email" | "mail" | "이메일" | "電子郵件" | "电子邮件" | "邮件" | "elpastas"
        | "elpaštas" | "ایمیل" | "رایانامه" => "email",
        "phone" | "telephone" | "call" | "voice" | "phonecall" | "전화" | "電話" | "电话"
        | "telefonas" | "telefonu" | "تلفن" => "phone",
        "postalmail" | "post" | "letter" | "fax" | "우편" | "서면" | "信件" | "書面" | "书面"
        | "來函" | "来信" | "laiskas" | "laiškas" | "pastu" | "paštu" | "نامه" | "پست" => {
            "letter"
        }
        "chat" | "livechat" | "messaging" | "nativemessaging" | "bot" | "채팅" | "챗봇"
        | "線上客服" | "在线客服" | "pokalbis" | "گفتگو" => "chat",
        "social" | "socialmedia" | "twitter" | "x" | "facebook" | "instagram" | "anychannel"
        | "sns" | "社群" | "社交媒体" | "微博" | "socialiniaitinklai" => "social",
        "whatsapp" | "line" | "wechat" | "kakaotalk" | "telegram" | "messenger" | "viber"
        | "카카오톡" | "微信" => "messenger",
        "sms" | "textmessage" | "문자" | "簡訊" | "短信" | "پیامک" => "sms",
        "inperson" | "counter" | "visit" | "facetoface" | "방문" | "대면" | "臨櫃" | "現場"
        | "来访" | "现场" | "atvykus" | "asmeniskai" | "asmeniškai" | "حضوری" => {
            "in-person"
        }
        // Passed on by a colleague or another authority, or made by a program there.
        "referral" | "staff" | "api" | "outboundemail" | "직원" | "내부" | "內部" | "内部"
        | "darbuotojas" | "کارمند" => "staff",
        _ => return None,
    })
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    Open,
    WaitsForComplainant,
    WaitsForOthers,
    Closed,
    /// Thrown away there, or no complaint at all.
    Gone,
}

pub fn state(word: &str) -> Option<State> {
    Some(match plain(word).as_str() {
        ""
        | "new"
        | "open"
        | "inprogress"
        | "reopened"
        | "assigned"
        | "received"
        | "접수"
        | "처리중"
        | "진행중"
        | "處理中"
        | "处理中"
        | "已登记"
        | "naujas"
        | "atviras"
        | "nagrinejamas"
        | "nagrinėjamas"
        | "باز"
        | "دردستبررسی" => State::Open,
        "pending" | "waitingoncustomer" | "awaitingyourreply" | "보류" | "待回覆" | "待回复" => {
            State::WaitsForComplainant
        }
        "hold" | "onhold" | "waitingonthirdparty" => State::WaitsForOthers,
        "solved" | "closed" | "resolved" | "done" | "completed" | "종결" | "처리완료" | "완료"
        | "已結案" | "結案" | "已办结" | "办结" | "已解决" | "uzbaigtas" | "užbaigtas"
        | "uzdarytas" | "uždarytas" | "بسته" | "بستهشده" => State::Closed,
        "deleted" | "spam" | "삭제" => State::Gone,
        _ => return None,
    })
}

pub fn is_yes(word: &str) -> bool {
    matches!(
        plain(word).as_str(),
        "yes" | "y" | "true" | "1" | "예" | "是" | "taip" | "بله"
    )
}
