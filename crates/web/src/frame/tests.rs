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
fn every_frame_shows_the_organisations_own_mark_beside_its_name() {
    let mut page = page(Lang::Ko, "/");
    let standard = page.public("x", Html::default());
    assert!(!standard.as_str().contains("<img"));
    let mut organisation = (*page.organisation).clone();
    organisation.logo_mark = Some(redress_kernel::organisation::LogoMark {
        hash: "0123456789abcdef".into(),
        width: 160,
        height: 40,
    });
    page.organisation = Arc::new(organisation);
    let frames = [
        page.public("x", Html::default()),
        page.desk("x", &Rail::default(), Html::default()),
        page.paper("x", Html::default(), false),
    ];
    for frame in frames {
        let html = frame.as_str();
        let mark = "<img class=\"logo\" src=\"/logo/0123456789abcdef.png\" width=\"160\" height=\"40\" alt=\"\">";
        assert_eq!(html.matches(mark).count(), 1, "{html}");
        assert!(html.contains("Blue Ferry Co."), "the name stays: {html}");
    }
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
