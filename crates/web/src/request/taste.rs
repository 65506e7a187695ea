//! How a person likes the desk: what they chose in their profile. Put into the
//! request's extensions by the sign-in layer, as the language is.

/// Light or dark; `Auto` follows the device.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    #[default]
    Auto,
    Light,
    Dark,
}

/// Where a person comes to when something was sent or closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum After {
    #[default]
    Stay,
    /// The next case of the same list.
    Next,
    List,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Taste {
    pub theme: Theme,
    pub compact: bool,
    /// Single keys do nothing (WCAG 2.1.4): somebody speaks to their computer.
    pub keys_off: bool,
    pub after: After,
}

impl Theme {
    pub const ALL: [Theme; 3] = [Theme::Auto, Theme::Light, Theme::Dark];

    pub const fn name(self) -> &'static str {
        match self {
            Theme::Auto => "auto",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }

    pub fn from_name(name: &str) -> Option<Theme> {
        Theme::ALL.into_iter().find(|theme| theme.name() == name)
    }
}

impl After {
    pub const ALL: [After; 3] = [After::Stay, After::Next, After::List];

    pub const fn name(self) -> &'static str {
        match self {
            After::Stay => "stay",
            After::Next => "next",
            After::List => "list",
        }
    }

    pub fn from_name(name: &str) -> Option<After> {
        After::ALL.into_iter().find(|after| after.name() == name)
    }
}

/// The part of a page that a script asks for; a person asks for whole pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    List,
    Main,
}

/// `redress-part: list` or `main`.
pub const PART: &str = "redress-part";
/// A script asked by itself: nobody is at the keyboard, the session is not used.
pub const QUIET: &str = "redress-quiet";

impl Part {
    pub(super) fn read(headers: &axum::http::HeaderMap) -> Option<Part> {
        match headers.get(PART)?.to_str().ok()? {
            "list" => Some(Part::List),
            "main" => Some(Part::Main),
            _ => None,
        }
    }
}
