#![allow(clippy::unwrap_used)]

use super::*;

fn page(lang: Lang, path: &str) -> Page {
    let organisation = Organisation {
        name: "Blue Ferry Co.".into(),
        phone: "0800 555 014".into(),
        ..Organisation::default()
    };
    Page::new(Voice::of(lang, &organisation), Arc::new(organisation), path)
}

#[test]
fn a_public_page_names_its_language_and_keeps_its_query_in_the_switch() {
    let html = page(Lang::Fa, "/follow?ref=BF-1")
        .public("پیگیری", Html::text("x"))
        .into_string();
    assert!(html.contains("<html lang=\"fa\" dir=\"rtl\">"));
    assert!(
        html.contains("href=\"/follow?ref=BF-1&#38;lang=ko\"")
            || html.contains("href=\"/follow?ref=BF-1&amp;lang=ko\""),
        "{html}"
    );
    assert!(html.find("class=\"skip\"").unwrap() < html.find("<nav").unwrap());
    assert!(!html.contains("style=\"") && !html.contains("<script"));
}

#[test]
fn an_organisations_name_cannot_bring_markup() {
    let mut page = page(Lang::En, "/");
    let organisation = Organisation {
        name: "<b>Ferry</b>".into(),
        ..Organisation::default()
    };
    page.organisation = Arc::new(organisation);
    assert!(
        !page
            .public("x", Html::default())
            .as_str()
            .contains("<b>Ferry")
    );
}

#[test]
fn the_desk_has_one_main_and_a_rail() {
    let rail = Rail::default().group(
        "Queues",
        vec![RailItem::new("Mine", "/desk?queue=mine").count(3)],
    );
    let html = page(Lang::En, "/desk")
        .signed_in("Jonas Petrauskas")
        .desk("Desk", &rail, Html::text("x"))
        .into_string();
    assert_eq!(html.matches("<main").count(), 1);
    assert!(html.contains("Mine<span class=\"n\">3</span>"), "{html}");
}
