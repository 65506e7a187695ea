//! Which column says what: our names for what a complaint consists of, the names
//! that other systems have for it, and the choice that somebody made.

use super::table::Column;
use std::collections::BTreeMap;

/// What a column can be for. In a mapping file and in the wizard's form these
/// names stand; `import-field-{name}` is the label.
pub const FIELDS: &[&str] = &[
    "received_at",
    "subject",
    "subject_detail",
    "description",
    "product",
    "product_detail",
    "channel",
    "category",
    "language",
    "name",
    "email",
    "phone",
    "address",
    "remedy_sought",
    "external_id",
    "status",
    "resolved_at",
    "forwarded_at",
    "answer",
    "public_answer",
    "not_accepted",
];

/// Those that hold dates.
pub const DATES: &[&str] = &["received_at", "resolved_at", "forwarded_at"];

/// Headers as other systems and six languages write them, in the shape that
/// `plain` gives; the first that is there wins.
const KNOWN: &[(&str, &[&str])] = &[
    (
        "received_at",
        &[
            "datereceived",
            "receivedat",
            "receiveddate",
            "received",
            "createdat",
            "createdtime",
            "created",
            "dateopened",
            "opened",
            "date",
            "접수일",
            "접수일자",
            "접수일시",
            "收件日期",
            "受理日期",
            "收到日期",
            "登记日期",
            "日期",
            "gavimodata",
            "gauta",
            "data",
            "تاریخدریافت",
            "تاریخ",
        ],
    ),
    (
        "subject",
        &[
            "issue",
            "subject",
            "title",
            "summary",
            "제목",
            "主旨",
            "主題",
            "主题",
            "标题",
            "tema",
            "pavadinimas",
            "موضوع",
            "عنوان",
        ],
    ),
    ("subject_detail", &["subissue"]),
    (
        "description",
        &[
            "consumercomplaintnarrative",
            "consumernarrative",
            "narrative",
            "description",
            "details",
            "complaint",
            "text",
            "message",
            "whathappened",
            "내용",
            "불만내용",
            "설명",
            "內容",
            "內文",
            "内容",
            "描述",
            "aprasymas",
            "aprašymas",
            "skundas",
            "شرح",
            "متن",
            "توضیحات",
        ],
    ),
    (
        "product",
        &[
            "product",
            "service",
            "제품",
            "상품",
            "產品",
            "产品",
            "produktas",
            "paslauga",
            "محصول",
            "خدمت",
        ],
    ),
    ("product_detail", &["subproduct"]),
    (
        "channel",
        &[
            "submittedvia",
            "channel",
            "via",
            "source",
            "접수경로",
            "경로",
            "管道",
            "渠道",
            "來源",
            "来源",
            "kanalas",
            "راه",
            "کانال",
        ],
    ),
    (
        "category",
        &[
            "category",
            "categorycode",
            "분류",
            "類別",
            "类别",
            "kategorija",
            "دسته",
        ],
    ),
    (
        "language",
        &[
            "language", "lang", "locale", "언어", "語言", "语言", "kalba", "زبان",
        ],
    ),
    (
        "name",
        &[
            "name",
            "fullname",
            "customername",
            "complainant",
            "customer",
            "requester",
            "contact",
            "이름",
            "성명",
            "고객명",
            "姓名",
            "客戶姓名",
            "客户姓名",
            "vardas",
            "vardasirpavarde",
            "vardasirpavardė",
            "نام",
            "نامشاکی",
        ],
    ),
    (
        "email",
        &[
            "email",
            "emailaddress",
            "customeremail",
            "requesteremail",
            "contactemail",
            "mail",
            "이메일",
            "電子郵件",
            "电子邮件",
            "邮箱",
            "elpastas",
            "elpaštas",
            "رایانامه",
            "ایمیل",
        ],
    ),
    (
        "phone",
        &[
            "phone",
            "telephone",
            "mobile",
            "mobilephone",
            "workphone",
            "phonenumber",
            "전화",
            "전화번호",
            "연락처",
            "電話",
            "电话",
            "手机",
            "telefonas",
            "تلفن",
        ],
    ),
    (
        "address",
        &[
            "address",
            "postaladdress",
            "주소",
            "地址",
            "adresas",
            "نشانی",
        ],
    ),
    (
        "remedy_sought",
        &[
            "remedysought",
            "desiredoutcome",
            "request",
            "요청사항",
            "訴求",
            "诉求",
            "prasymas",
            "prašymas",
            "خواسته",
        ],
    ),
    (
        "external_id",
        &[
            "complaintid",
            "publicid",
            "id",
            "ticketid",
            "number",
            "reference",
            "caseid",
            "externalid",
            "번호",
            "접수번호",
            "編號",
            "编号",
            "案號",
            "numeris",
            "nr",
            "شماره",
            "شمارهٔپیگیری",
        ],
    ),
    (
        "status",
        &[
            "status",
            "stage",
            "상태",
            "狀態",
            "状态",
            "busena",
            "būsena",
            "وضعیت",
        ],
    ),
    (
        "resolved_at",
        &[
            "dateresolved",
            "resolvedat",
            "resolvedtime",
            "closedat",
            "closedtime",
            "closed",
            "solvedat",
            "dateclosed",
            "종결일",
            "처리일",
            "結案日期",
            "办结日期",
            "užbaigta",
            "uzbaigta",
            "تاریخبستن",
        ],
    ),
    ("forwarded_at", &["datesenttocompany"]),
    (
        "answer",
        &[
            "companyresponsetoconsumer",
            "companyresponse",
            "response",
            "answer",
            "답변",
            "答覆",
            "答复",
            "atsakymas",
            "پاسخ",
        ],
    ),
    (
        "public_answer",
        &["companypublicresponse", "publicresponse"],
    ),
    ("not_accepted", &["consumerdisputed", "disputed"]),
];

/// Letters and digits alone, in lower case: `date_received` is `Date received`.
pub fn plain(name: &str) -> String {
    name.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// What somebody chose: our field to a column's label; an empty label leaves the
/// field out on purpose.
pub type Chosen = BTreeMap<String, String>;

/// Our field to the column's place.
pub type Mapping = BTreeMap<&'static str, usize>;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WrongChoice {
    Field(String),
    Column(String),
}

/// The proposal by headers, with what was chosen over it. Also tells which
/// fields were decided by somebody, so that twins need no further choice.
pub fn mapped(
    columns: &[Column],
    chosen: &Chosen,
) -> Result<(Mapping, Vec<&'static str>), WrongChoice> {
    let mut mapping = proposed(columns);
    let mut decided = Vec::new();
    for (field, label) in chosen {
        let field = FIELDS
            .iter()
            .copied()
            .find(|its| its == field)
            .ok_or_else(|| WrongChoice::Field(field.clone()))?;
        mapping.remove(field);
        if !label.trim().is_empty() {
            let (at, clear) = column(columns, label)?;
            mapping.insert(field, at);
            if !clear {
                continue;
            }
        }
        decided.push(field);
    }
    Ok((mapping, decided))
}

/// The column of this label, and whether the label names just one.
fn column(columns: &[Column], label: &str) -> Result<(usize, bool), WrongChoice> {
    let label = label.trim();
    let exact = columns.iter().position(|column| column.label() == label);
    if let Some(at) = exact {
        return Ok((at, true));
    }
    let wanted = |column: &Column| {
        column.name == label
            || (column.of > 1 && format!("{}#{}", column.name, column.nth) == label)
    };
    let by_name = columns.iter().position(wanted);
    let by_shape = || {
        columns
            .iter()
            .position(|column| plain(&column.label()) == plain(label))
    };
    let at = by_name.or_else(by_shape);
    let at = at.ok_or_else(|| WrongChoice::Column(label.to_owned()))?;
    Ok((at, columns.get(at).is_some_and(|column| column.of == 1)))
}

/// Each column is proposed for one field, each field gets the best known name.
pub fn proposed(columns: &[Column]) -> Mapping {
    let names: Vec<String> = columns.iter().map(|column| plain(&column.name)).collect();
    let mut mapping = Mapping::new();
    for (field, known) in KNOWN {
        let free = |at: &usize| !mapping.values().any(|taken| taken == at);
        let found = known
            .iter()
            .filter_map(|name| names.iter().position(|its| its == name))
            .find(free);
        if let Some(at) = found {
            mapping.insert(field, at);
        }
    }
    mapping
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn columns(names: &[&str]) -> Vec<Column> {
        names
            .iter()
            .enumerate()
            .map(|(at, name)| Column {
                name: (*name).to_owned(),
                nth: names.iter().take(at).filter(|n| n == &name).count() + 1,
                of: names.iter().filter(|n| n == &name).count(),
            })
            .collect()
    }

    #[test]
    fn a_header_is_known_however_it_is_written() {
        for header in [
            ["Date received", "Issue", "Complaint ID"],
            ["date_received", "issue", "complaint_id"],
            ["접수일", "제목", "접수번호"],
            ["تاریخ دریافت", "موضوع", "شماره"],
        ] {
            let mapping = proposed(&columns(&header));
            assert_eq!(mapping.get("received_at"), Some(&0), "{header:?}");
            assert_eq!(mapping.get("subject"), Some(&1), "{header:?}");
            assert_eq!(mapping.get("external_id"), Some(&2), "{header:?}");
        }
    }

    #[test]
    fn a_choice_wins_over_the_proposal_and_a_bare_twin_is_no_choice() {
        let columns = columns(&["Date received", "Issue", "Date received"]);
        let choice = |label: &str| Chosen::from([("received_at".to_owned(), label.to_owned())]);
        let (mapping, decided) = mapped(&columns, &choice("Date received#2")).unwrap();
        assert_eq!((mapping["received_at"], decided), (2, vec!["received_at"]));
        let (mapping, decided) = mapped(&columns, &choice("Date received")).unwrap();
        assert_eq!((mapping["received_at"], decided), (0, vec![]));
        let (mapping, _) = mapped(&columns, &choice("")).unwrap();
        assert_eq!(mapping.get("received_at"), None);
        assert_eq!(
            mapped(&columns, &choice("Dtae")),
            Err(WrongChoice::Column("Dtae".into()))
        );
    }
}
