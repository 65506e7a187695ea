//! A telephone call in either direction, summed up. One that told the
//! complainant how the case stands counts as an update (7.3).

use redress_complaint::{
    Complaint, Decided,
    at::At,
    facts::{CallLogged, Text},
};
use redress_kernel::{
    Draft, Refusal,
    deadline::Step,
    fields::{Field, Fields, Kind, LONG_TEXT_MAX},
};

pub const DIRECTIONS: &[&str] = &["in", "out"];

pub const FIELDS: &[Field] = &[
    Field::new("direction", Kind::Choice("direction", DIRECTIONS)).required(),
    Field::new("reached", Kind::Tick).hinted(),
    Field::new("informed", Kind::Tick).hinted(),
    Field::new("text", Kind::Text(LONG_TEXT_MAX)).required(),
];

pub fn decide(c: &Complaint, fields: &Fields, at: &At) -> Result<Decided, Refusal> {
    let call = log(c, &fields.text("direction"), Heard::read(fields), at)?;
    let text = Text {
        text: fields.text("text"),
    };
    Ok(Decided::fact(Draft::with(c.id, &call, &text)))
}

#[derive(Debug, Clone, Copy)]
pub struct Heard {
    pub reached: bool,
    pub informed: bool,
}

impl Heard {
    fn read(fields: &Fields) -> Heard {
        Heard {
            reached: fields.ticked("reached"),
            informed: fields.ticked("informed"),
        }
    }
}

/// Whoever rings us has been reached; nobody is informed who was not.
pub fn log(c: &Complaint, direction: &str, heard: Heard, at: &At) -> Result<CallLogged, Refusal> {
    let reached = heard.reached || direction == "in";
    if heard.informed && !reached {
        return Err(Refusal::new("informed-without-reaching").at("informed"));
    }
    let next = (heard.informed && c.is_open()).then(|| at.organisation.due(Step::Update, at.now));
    Ok(CallLogged {
        direction: direction.to_owned(),
        reached,
        informed: heard.informed,
        next_update: next,
    })
}
