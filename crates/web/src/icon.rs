//! Line icons as inline SVG; always beside words, so hidden from screen readers.

use crate::Html;

/// The icon of this name, or a plain dot: a missing picture breaks no page.
pub fn icon(name: &str) -> Html {
    let flip = if matches!(name, "back" | "next") {
        " flip"
    } else {
        ""
    };
    // Stroke and ends are in the stylesheet: a busy page draws fifty of these.
    let (open, lines) = ("<svg class=\"i", lines(name));
    let size = "\" width=\"18\" viewBox=\"0 0 24 24\" aria-hidden=\"true\">";
    Html::trusted([open, flip, size, lines, "</svg>"].concat())
}

fn lines(name: &str) -> &'static str {
    match name {
        "logo" => r#"<path d="M4 4h16v12H9l-5 4z"/><path d="m8.5 10 2.5 2.5L16 8"/>"#,
        "tick" => r#"<path d="m4 12.5 5 5L20 6.5"/>"#,
        "open" => r#"<circle cx="12" cy="12" r="7"/>"#,
        "lock" => r#"<path d="M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3"/>"#,
        "warning" => r#"<path d="M12 4 2.5 20h19z"/><path d="M12 10v5M12 17.5v.5"/>"#,
        "info" => r#"<circle cx="12" cy="12" r="9"/><path d="M12 11v6M12 7v.5"/>"#,
        "clip" => {
            r#"<path d="m20 11-8.5 8.5a5 5 0 0 1-7-7L13 4a3.3 3.3 0 0 1 5 5l-8.5 8.5a1.7 1.7 0 0 1-2.5-2.5L15 7"/>"#
        }
        "search" => r#"<circle cx="11" cy="11" r="6"/><path d="m20 20-4.5-4.5"/>"#,
        "plus" => r#"<path d="M12 5v14M5 12h14"/>"#,
        "menu" => r#"<path d="M4 7h16M4 12h16M4 17h16"/>"#,
        "back" => r#"<path d="m15 5-7 7 7 7"/>"#,
        "next" => r#"<path d="m9 5 7 7-7 7"/>"#,
        "print" => r#"<path d="M7 9V4h10v5M7 17H4v-7h16v7h-3M7 14h10v6H7z"/>"#,
        "download" => r#"<path d="M12 4v11m-5-4.5 5 5 5-5M5 20h14"/>"#,
        "clock" => r#"<circle cx="12" cy="12" r="9"/><path d="M12 7v5l3.5 2"/>"#,
        "person" => r#"<circle cx="12" cy="8" r="4"/><path d="M4 20c1-4 4-6 8-6s7 2 8 6"/>"#,
        "people" => {
            r#"<circle cx="9" cy="9" r="3.5"/><path d="M2.5 19c.8-3.5 3-5 6.5-5s5.700 1.500 6.500 5M16 5.700a3.500 3.500 0 0 1 0 6.600M18 14.500c2 .7 3 2 3.500 4.500"/>"#
        }
        "note" => r#"<path d="M5 4h14v10l-6 6H5zM13 20v-6h6"/>"#,
        "link" => {
            r#"<path d="M10 14a4 4 0 0 0 6 .5l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6-.5l-3 3a4 4 0 0 0 6 6l1-1"/>"#
        }
        "chart" => r#"<path d="M4 20h16M7 16v-5M12 16V6M17 16v-8"/>"#,
        "gear" => {
            r#"<circle cx="12" cy="12" r="3.5"/><path d="M12 3v3M12 18v3M3 12h3M18 12h3M5.600 5.600l2.100 2.100M16.300 16.300l2.100 2.100M5.600 18.400l2.100-2.100M16.300 7.700l2.100-2.100"/>"#
        }
        "book" => r#"<path d="M5 4h11a3 3 0 0 1 3 3v13H8a3 3 0 0 1-3-3zM5 17a3 3 0 0 1 3-3h11"/>"#,
        "refresh" => {
            r#"<path d="M20 11a8 8 0 0 0-14-4L4 9M4 4v5h5M4 13a8 8 0 0 0 14 4l2-2M20 20v-5h-5"/>"#
        }
        // Channels, by their code.
        "email" => r#"<path d="M3 6h18v12H3z"/><path d="m3 7 9 7 9-7"/>"#,
        "web" => {
            r#"<circle cx="12" cy="12" r="9"/><path d="M3 12h18M12 3c3 3 3 15 0 18M12 3c-3 3-3 15 0 18"/>"#
        }
        "phone" => {
            r#"<path d="M6 3h4l1.500 5-2.500 2a11 11 0 0 0 5 5l2-2.500 5 1.500v4c0 1-1 2-2 2C10.500 20 4 13.500 4 5c0-1 1-2 2-2z"/>"#
        }
        "chat" | "messenger" => r#"<path d="M4 5h16v11H10l-5 4v-4H4z"/>"#,
        "sms" => r#"<path d="M7 3h10v18H7zM11 18h2"/>"#,
        "social" => r#"<path d="M4 10v4h4l7 5V5L8 10z"/><path d="M18 9c1 1.500 1 4.500 0 6"/>"#,
        "letter" => r#"<path d="M6 3h9l4 4v14H6zM15 3v4h4M9 12h6M9 16h6"/>"#,
        "in-person" | "staff" => {
            r#"<circle cx="12" cy="7" r="3.500"/><path d="M5 21v-3c0-3 3-5 7-5s7 2 7 5v3z"/>"#
        }
        _ => r#"<circle cx="12" cy="12" r="2"/>"#,
    }
}
