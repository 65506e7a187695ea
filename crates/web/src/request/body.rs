//! Forms, uploads and JSON read once, within limits that the person is told:
//! ten files of 25 MiB; what is too much is a sentence beside the field.

mod begun;

use super::{Visit, flattened, language::chosen};
use crate::{Format, Trouble};
use axum::{
    body::Bytes,
    extract::{FromRequest, Multipart, Request, multipart::Field},
    http::header::CONTENT_TYPE,
};
use jiff::tz::TimeZone;
use redress_kernel::{
    fields::Fields,
    words::{Arg, Message},
};

pub const FILES_MAX: usize = 10;
pub const FILE_MAX: usize = 25 * 1024 * 1024;
/// A form without files: 20,000 characters of any script, percent-encoded, several times.
const FORM_MAX: usize = 4 * 1024 * 1024;
const PARTS_MAX: usize = 500;
const NAME_MAX: usize = 200;

/// A file as it arrived. What kind the sender says it is was not read: that is a
/// claim, and its bytes tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Upload {
    pub field: String,
    /// The last part of the name, without control characters.
    pub name: String,
    pub bytes: Bytes,
}

/// What was sent, with the visit in the language that the form speaks.
pub struct Sent {
    pub visit: Visit,
    pub fields: Fields,
    pub files: Vec<Upload>,
    /// The body as JSON, when it was JSON.
    pub json: Option<serde_json::Value>,
}

impl<S: Send + Sync> FromRequest<S> for Sent {
    type Rejection = Trouble;

    async fn from_request(request: Request, state: &S) -> Result<Sent, Trouble> {
        let visit = Visit::read(request.uri(), request.headers(), request.extensions());
        let media = media_type(&request);
        let mut sent = Sent {
            visit,
            fields: Fields::default(),
            files: Vec::new(),
            json: None,
        };
        match media.as_str() {
            "multipart/form-data" => sent.read_parts(request, state).await?,
            "application/json" => sent.read_json(request).await?,
            "application/x-www-form-urlencoded" | "" => sent.read_form(request).await?,
            _ => return Err(Trouble::MediaType),
        }
        Ok(sent.in_its_language())
    }
}

impl Sent {
    async fn read_form(&mut self, request: Request) -> Result<(), Trouble> {
        let bytes = whole(request).await?;
        let pairs: Vec<(String, String)> =
            serde_html_form::from_bytes(&bytes).map_err(|_| Trouble::BadRequest)?;
        self.fields = Fields::from_pairs(pairs);
        Ok(())
    }

    async fn read_json(&mut self, request: Request) -> Result<(), Trouble> {
        let bytes = whole(request).await?;
        let value = if bytes.is_empty() {
            serde_json::Value::Null
        } else {
            serde_json::from_slice(&bytes).map_err(|error| Trouble::NotJson {
                line: error.line(),
                column: error.column(),
            })?
        };
        self.fields = flattened(&value);
        self.json = Some(value);
        Ok(())
    }

    async fn read_parts<S: Send + Sync>(
        &mut self,
        request: Request,
        state: &S,
    ) -> Result<(), Trouble> {
        let mut parts = Multipart::from_request(begun::begun(request).await?, state)
            .await
            .map_err(|_| Trouble::BadRequest)?;
        let mut text_left = FORM_MAX;
        for _ in 0..PARTS_MAX {
            match parts.next_field().await.map_err(broken)? {
                Some(part) => self.read_part(part, &mut text_left).await?,
                None => return Ok(()),
            }
        }
        Err(Trouble::TooLarge)
    }

    async fn read_part(&mut self, part: Field<'_>, text_left: &mut usize) -> Result<(), Trouble> {
        let field = part.name().unwrap_or_default().to_owned();
        match part.file_name().map(file_name) {
            Some(name) => self.read_file(field, name, part).await,
            None => {
                let (bytes, over) = limited(part, *text_left).await?;
                if over {
                    return Err(Trouble::TooLarge);
                }
                *text_left -= bytes.len();
                let text = String::from_utf8_lossy(&bytes);
                self.fields.put(&field, text);
                Ok(())
            }
        }
    }

    async fn read_file(
        &mut self,
        field: String,
        name: String,
        part: Field<'_>,
    ) -> Result<(), Trouble> {
        let (bytes, over) = limited(part, FILE_MAX).await?;
        if name.is_empty() && bytes.is_empty() {
            // An empty file input sends one nameless part.
            return Ok(());
        }
        if let Some(problem) = self.wrong_file(&name, bytes.is_empty(), over) {
            self.fields.problem(&field, problem);
            return Ok(());
        }
        self.files.push(Upload { field, name, bytes });
        Ok(())
    }

    fn wrong_file(&self, name: &str, empty: bool, over: bool) -> Option<Message> {
        let file = || Arg::Text(name.to_owned());
        if over {
            let size = Format::new(self.visit.lang, TimeZone::UTC).size(FILE_MAX as u64);
            return Some(
                Message::new("problem-file-large")
                    .with("file", file())
                    .with("size", size),
            );
        }
        if empty {
            return Some(Message::new("problem-file-empty").with("file", file()));
        }
        (self.files.len() >= FILES_MAX)
            .then(|| Message::new("problem-files-many").with("max", FILES_MAX as i64))
    }

    /// A form says its language in the hidden field `lang`.
    fn in_its_language(mut self) -> Sent {
        if let Some(lang) = chosen(Some(self.fields.typed("lang"))) {
            self.visit = self.visit.in_language(lang);
        }
        self.fields.take("lang");
        self
    }

    /// The files of one field.
    pub fn files_of(&self, field: &str) -> impl Iterator<Item = &Upload> {
        self.files.iter().filter(move |file| file.field == field)
    }
}

fn media_type(request: &Request) -> String {
    request
        .headers()
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.split(';').next())
        .unwrap_or_default()
        .trim()
        .to_ascii_lowercase()
}

async fn whole(request: Request) -> Result<Bytes, Trouble> {
    axum::body::to_bytes(request.into_body(), FORM_MAX)
        .await
        .map_err(|_| Trouble::TooLarge)
}

/// Reads at most `max` bytes and lets the rest pass, so that the answer can be
/// a sentence beside the field and not a cut connection.
async fn limited(mut part: Field<'_>, max: usize) -> Result<(Bytes, bool), Trouble> {
    let mut bytes = Vec::new();
    let mut over = false;
    while let Some(chunk) = part.chunk().await.map_err(broken)? {
        over = over || bytes.len() + chunk.len() > max;
        if over {
            bytes = Vec::new();
        } else {
            bytes.extend_from_slice(&chunk);
        }
    }
    Ok((Bytes::from(bytes), over))
}

fn broken(error: axum::extract::multipart::MultipartError) -> Trouble {
    if error.status() == axum::http::StatusCode::PAYLOAD_TOO_LARGE {
        Trouble::TooLarge
    } else {
        Trouble::BadRequest
    }
}

/// Browsers and attackers send paths; people read names.
fn file_name(sent: &str) -> String {
    let last = sent.rsplit(['/', '\\']).next().unwrap_or_default();
    crate::html::without_controls(last)
        .chars()
        .filter(|c| !c.is_control())
        .take(NAME_MAX)
        .collect::<String>()
        .trim()
        .to_owned()
}

#[cfg(test)]
mod tests;
