//! A dozen complaints at Northfield Water, in six languages and in every stage,
//! told as what happened on which day. Nobody in them exists.

use redress_kernel::Lang;

/// One complaint: how it arrived and what was done about it.
pub struct Story {
    pub lang: Lang,
    pub channel: &'static str,
    pub name: &'static str,
    /// E-mail address, telephone number, or nothing.
    pub email: &'static str,
    pub phone: &'static str,
    pub subject: &'static str,
    pub text: &'static str,
    pub wanted: &'static str,
    pub category: &'static str,
    pub remedies: &'static [&'static str],
    pub needs: &'static [&'static str],
    pub danger: bool,
    /// Days before now on which it arrived.
    pub days_ago: i64,
    pub steps: &'static [Step],
}

/// What somebody did, so many hours after receipt.
pub struct Step {
    pub after_hours: i64,
    pub by: Who,
    pub verb: &'static str,
    pub fields: &'static [(&'static str, &'static str)],
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    Handler,
    OtherHandler,
    Manager,
    Complainant,
}

const fn step(
    after_hours: i64,
    by: Who,
    verb: &'static str,
    fields: &'static [(&'static str, &'static str)],
) -> Step {
    Step {
        after_hours,
        by,
        verb,
        fields,
    }
}

use Who::{Complainant, Handler, Manager, OtherHandler};

const TAKE: Step = step(2, Handler, "assignment", &[("colleague", "handler")]);
const ASSESS: Step = step(
    3,
    Handler,
    "assessment",
    &[
        ("severity", "medium"),
        ("complexity", "low"),
        ("impact", "medium"),
        (
            "rationale",
            "One household, several days, no risk to health. A visit is enough to find the cause.",
        ),
    ],
);
const COMPLAINT: Step = step(
    3,
    Handler,
    "scope",
    &[
        ("scope", "complaint"),
        ("reason", "An answer is expected about our own service."),
    ],
);
const PLAN: Step = step(
    20,
    Handler,
    "investigation",
    &[
        (
            "plan",
            "Read the visit log, ask Field Operations, look at the meter data of the last 30 days.",
        ),
        ("impartial", "1"),
    ],
);
const ASK: Step = step(
    21,
    Handler,
    "question",
    &[
        ("question-to", "Field Operations"),
        (
            "question",
            "Was work order WO-48213 closed with a visit? Please send the log.",
        ),
    ],
);

pub const STORIES: &[Story] = &[
    Story {
        lang: Lang::Fa,
        channel: "web",
        name: "مریم کریمی",
        email: "m.karimi@example.org",
        phone: "",
        subject: "فشار آب از ۱۲ آبان کم است",
        text: "از ۱۲ آبان فشار آب واحد ما بسیار کم است. دو بار با شمارهٔ ۰۲۱-۵۵۵۰۱۴ تماس گرفتم و کد پیگیری WO-48213 دادند، اما کسی مراجعه نکرد. دو کودک خردسال داریم و دوش گرفتن ممکن نیست.",
        wanted: "یک بازدید و عذرخواهی",
        category: "06",
        remedies: &["17"],
        needs: &["large-print"],
        danger: false,
        days_ago: 3,
        steps: &[
            TAKE,
            ASSESS,
            COMPLAINT,
            PLAN,
            ASK,
            step(
                22,
                Handler,
                "notes",
                &[(
                    "text",
                    "Field Operations confirm by phone: WO-48213 was closed without a visit. Same crew as two other cases this month.",
                )],
            ),
            step(
                26,
                Handler,
                "messages",
                &[(
                    "body",
                    "از اینکه مراجعه انجام نشد عذر می‌خواهیم. گزارش گروه اعزام را خواسته‌ایم و نتیجه را تا پایان هفته به شما می‌گوییم.",
                )],
            ),
        ],
    },
    Story {
        lang: Lang::Ko,
        channel: "web",
        name: "김서연",
        email: "seoyeon.kim@example.org",
        phone: "",
        subject: "검침 오류로 요금이 두 배 청구되었습니다",
        text: "10월 요금이 평소의 두 배로 청구되었습니다. 검침원이 방문하지 않았는데 검침 기록이 있습니다. 계량기 사진을 보내드립니다.",
        wanted: "요금 정정과 설명",
        category: "33",
        remedies: &["13"],
        needs: &[],
        danger: false,
        days_ago: 12,
        steps: &[
            TAKE,
            ASSESS,
            COMPLAINT,
            PLAN,
            step(
                30,
                Handler,
                "evidence",
                &[(
                    "evidence-text",
                    "Meter reading of 2 October: estimated, not read. Photograph shows 1,204 m³ against 1,391 m³ billed.",
                )],
            ),
            step(
                40,
                Handler,
                "finding",
                &[
                    ("issue", "1"),
                    ("finding", "upheld"),
                    ("cause", "process"),
                    (
                        "finding-reason",
                        "10월 검침값은 실제 검침이 아니라 추정값이었습니다. 사진의 계량기 값과 다릅니다.",
                    ),
                ],
            ),
            step(
                41,
                Handler,
                "response",
                &[
                    ("issue", "1"),
                    ("remedy", "14"),
                    ("amount", "38.40"),
                    ("due-on", "+10"),
                    ("promise", "초과 청구된 금액을 돌려 드립니다."),
                ],
            ),
        ],
    },
    Story {
        lang: Lang::En,
        channel: "phone",
        name: "Robert Hale",
        email: "",
        phone: "+44 20 7946 0011",
        subject: "Engineer left the gate open, dog got out",
        text: "Your engineer left our garden gate open on Monday. The dog got out and was found two hours later on the main road. Nobody has apologised.",
        wanted: "An apology, and that it does not happen again",
        category: "06",
        remedies: &["17"],
        needs: &[],
        danger: false,
        days_ago: 24,
        steps: &[
            TAKE,
            ASSESS,
            COMPLAINT,
            step(
                4,
                Handler,
                "call",
                &[
                    ("direction", "out"),
                    ("reached", "1"),
                    ("informed", "1"),
                    (
                        "text",
                        "Apologised for the delay, told him we ask the engineer and come back in ten working days.",
                    ),
                ],
            ),
            PLAN,
        ],
    },
    Story {
        lang: Lang::ZhHant,
        channel: "chat",
        name: "陳怡君",
        email: "yijun.chen@example.org",
        phone: "",
        subject: "客服電話等了四十分鐘沒有人接",
        text: "昨天打客服電話等了四十分鐘都沒有人接，家裡已經停水兩天，完全找不到人。",
        wanted: "請回電說明何時恢復供水",
        category: "34",
        remedies: &["10"],
        needs: &[],
        danger: false,
        days_ago: 1,
        steps: &[TAKE],
    },
    Story {
        lang: Lang::Lt,
        channel: "email",
        name: "Rasa Jankauskienė",
        email: "rasa.j@example.org",
        phone: "+370 612 34567",
        subject: "Negautas atsakymas į gegužės laišką",
        text: "Gegužę parašiau dėl neteisingos sąskaitos. Praėjo pusė metų, atsakymo nėra, o permoka vis dar negrąžinta.",
        wanted: "Atsakymo ir permokos grąžinimo",
        category: "34",
        remedies: &["14", "17"],
        needs: &[],
        danger: false,
        days_ago: 30,
        steps: &[
            TAKE,
            ASSESS,
            COMPLAINT,
            PLAN,
            step(
                40,
                Handler,
                "finding",
                &[
                    ("issue", "1"),
                    ("finding", "upheld"),
                    ("cause", "process"),
                    (
                        "finding-reason",
                        "Gegužės 12 d. laiškas užregistruotas, bet nepriskirtas niekam. Permoka – 64,20 Eur.",
                    ),
                ],
            ),
            step(
                41,
                Handler,
                "response",
                &[
                    ("issue", "1"),
                    ("remedy", "14"),
                    ("amount", "64.20"),
                    ("due-on", "+14"),
                    ("promise", "Permoką grąžinsime į jūsų sąskaitą."),
                ],
            ),
            step(44, Manager, "remedy-approval", &[("remedy", "1")]),
            step(
                48,
                Handler,
                "decision",
                &[(
                    "summary",
                    "Jūsų skundas pagrįstas. Laiškas liko be atsakymo dėl mūsų klaidos, permoką grąžinsime.",
                )],
            ),
            step(
                60,
                Complainant,
                "acceptance",
                &[
                    ("accepted", "yes"),
                    ("reason", "Ačiū, lauksiu pinigų."),
                    ("channel", "email"),
                ],
            ),
            step(
                200,
                Handler,
                "remedy-delivery",
                &[("remedy", "1"), ("delivered-on", "+8")],
            ),
            step(
                210,
                Handler,
                "remedy-verification",
                &[
                    ("remedy", "1"),
                    ("verified-with", "complainant"),
                    ("put-right", "yes"),
                ],
            ),
            step(
                212,
                Handler,
                "closure",
                &[("reason", "accepted"), ("corrective-action", "yes")],
            ),
        ],
    },
    Story {
        lang: Lang::En,
        channel: "social",
        name: "",
        email: "",
        phone: "",
        subject: "Brown water at Mill Lane school",
        text: "Brown water from the taps at Mill Lane school this morning. Children were told not to drink it. What are you doing about it?",
        wanted: "",
        category: "05",
        remedies: &[],
        needs: &[],
        danger: true,
        days_ago: 0,
        steps: &[],
    },
    Story {
        lang: Lang::ZhHans,
        channel: "web",
        name: "李伟",
        email: "",
        phone: "138 0000 0000",
        subject: "施工噪音影响休息，要求赔偿",
        text: "小区门口施工连续五天到凌晨一点，全家无法休息。打了三次电话都说会处理，但没有任何变化。",
        wanted: "停止夜间施工并赔偿",
        category: "06",
        remedies: &["12"],
        needs: &[],
        danger: false,
        days_ago: 6,
        steps: &[
            step(2, OtherHandler, "assignment", &[("colleague", "other")]),
            step(
                3,
                OtherHandler,
                "assessment",
                &[
                    ("severity", "high"),
                    ("complexity", "medium"),
                    ("impact", "high"),
                    ("immediate-needed", "1"),
                    ("immediate-possible", "1"),
                    (
                        "immediate-action",
                        "Night work stopped from tonight, agreed with the contractor.",
                    ),
                    (
                        "rationale",
                        "Many households, several nights. The contractor can stop at once.",
                    ),
                ],
            ),
            step(
                4,
                OtherHandler,
                "scope",
                &[
                    ("scope", "complaint"),
                    ("reason", "Our contractor, our street works."),
                ],
            ),
            step(
                30,
                OtherHandler,
                "waiting",
                &[
                    ("waiting-on", "third-party"),
                    ("waiting-text", "Contractor sends the site diary."),
                ],
            ),
        ],
    },
    Story {
        lang: Lang::En,
        channel: "letter",
        name: "Helen Okafor",
        email: "helen.okafor@example.org",
        phone: "",
        subject: "Wrong name on three letters",
        text: "You have addressed three letters to a person who has never lived here. I have told you each time.",
        wanted: "Correct it once and for all",
        category: "14",
        remedies: &["08"],
        needs: &[],
        danger: false,
        days_ago: 26,
        steps: &[
            TAKE,
            ASSESS,
            COMPLAINT,
            PLAN,
            step(
                60,
                Handler,
                "finding",
                &[
                    ("issue", "1"),
                    ("finding", "partly"),
                    ("cause", "information"),
                    (
                        "finding-reason",
                        "Two of the three letters came from us; the name was taken over from an old tenancy. The third came from another company.",
                    ),
                ],
            ),
            step(
                70,
                Handler,
                "decision",
                &[(
                    "summary",
                    "Two letters were our mistake and we are sorry. We have corrected the name in our records. The third letter did not come from us.",
                )],
            ),
            step(
                130,
                Complainant,
                "acceptance",
                &[
                    ("accepted", "no"),
                    ("reason", "All three envelopes carry your name."),
                    ("review-wanted", "1"),
                    ("channel", "web"),
                ],
            ),
            step(
                150,
                Handler,
                "review",
                &[
                    ("colleague", "manager"),
                    (
                        "reason",
                        "She asks for a review and sends a photograph of the third envelope.",
                    ),
                ],
            ),
        ],
    },
    Story {
        lang: Lang::En,
        channel: "phone",
        name: "Tom Baird",
        email: "tom.baird@example.org",
        phone: "",
        subject: "Refund promised in September not paid",
        text: "In September I was promised a refund of 25.00. It has not arrived.",
        wanted: "The money",
        category: "32",
        remedies: &["14"],
        needs: &[],
        danger: false,
        days_ago: 9,
        steps: &[
            TAKE,
            ASSESS,
            COMPLAINT,
            PLAN,
            step(
                50,
                Handler,
                "finding",
                &[
                    ("issue", "1"),
                    ("finding", "upheld"),
                    ("cause", "system"),
                    (
                        "finding-reason",
                        "The refund was approved on 14 September and never paid out: the account number had a digit missing.",
                    ),
                ],
            ),
            step(
                52,
                Handler,
                "response",
                &[
                    ("issue", "1"),
                    ("remedy", "14"),
                    ("amount", "25.00"),
                    ("due-on", "+5"),
                    ("promise", "We pay the refund within five days."),
                ],
            ),
            step(55, Manager, "remedy-approval", &[("remedy", "1")]),
            step(
                56,
                Handler,
                "decision",
                &[(
                    "summary",
                    "You are right: the refund was promised and not paid. We pay it now and are sorry for the wait.",
                )],
            ),
        ],
    },
    Story {
        lang: Lang::Ko,
        channel: "phone",
        name: "박민준",
        email: "",
        phone: "010-1234-5678",
        subject: "수도관 공사 일정 문의",
        text: "우리 동네 수도관 공사가 언제 끝나는지 알고 싶습니다.",
        wanted: "",
        category: "35",
        remedies: &["10"],
        needs: &["interpreter"],
        danger: false,
        days_ago: 5,
        steps: &[
            TAKE,
            step(
                3,
                Handler,
                "scope",
                &[
                    ("scope", "enquiry"),
                    (
                        "reason",
                        "A question about dates, no dissatisfaction with us.",
                    ),
                ],
            ),
            step(
                5,
                Handler,
                "call",
                &[
                    ("direction", "out"),
                    ("reached", "1"),
                    ("informed", "1"),
                    (
                        "text",
                        "Told him: works end on 30 November. He is content with that.",
                    ),
                ],
            ),
            step(
                6,
                Handler,
                "closure",
                &[
                    ("reason", "not-a-complaint"),
                    ("corrective-action", "no"),
                    (
                        "body",
                        "문의하신 공사는 11월 30일에 끝납니다. 더 궁금하신 점이 있으면 연락해 주세요.",
                    ),
                ],
            ),
        ],
    },
    Story {
        lang: Lang::Lt,
        channel: "in-person",
        name: "Petras Kazlauskas",
        email: "",
        phone: "",
        subject: "Nemandagus bendravimas skyriuje",
        text: "Aptarnavimo skyriuje darbuotojas kalbėjo pakeltu tonu ir nepriėmė prašymo raštu.",
        wanted: "Kad prašymas būtų priimtas",
        category: "12",
        remedies: &["17"],
        needs: &["braille"],
        danger: false,
        days_ago: 2,
        steps: &[step(
            1,
            Handler,
            "concern",
            &[("concerned-name", "Aptarnavimo skyriaus darbuotojas")],
        )],
    },
    Story {
        lang: Lang::Fa,
        channel: "phone",
        name: "علی رضایی",
        email: "",
        phone: "۰۹۱۲۳۴۵۶۷۸۹",
        subject: "قبض اشتباه",
        text: "قبض این ماه برای واحد همسایه است. می‌خواهم قبض درست صادر شود.",
        wanted: "صدور قبض درست",
        category: "33",
        remedies: &["09"],
        needs: &[],
        danger: false,
        days_ago: 1,
        steps: &[step(
            1,
            Handler,
            "notes",
            &[("text", "Meter numbers of flats 4 and 5 look exchanged.")],
        )],
    },
];
