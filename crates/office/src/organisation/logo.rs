//! The logo: a small picture, drawn anew so that nothing hidden in the uploaded
//! file (a place, a device, a script) reaches the public pages.

use crate::fault::ours;
use axum::{
    extract::State,
    http::{HeaderValue, header::CONTENT_TYPE},
    response::{IntoResponse, Response},
};
use image::{ImageFormat, ImageReader, Limits};
use redress_complaint::{House, house::organisation};
use redress_kernel::words::Message;
use redress_store::{Error, Read, Reader};
use redress_web::Trouble;
use std::io::Cursor;

const BYTES_MAX: usize = 1024 * 1024;
const SIDE_MAX: u32 = 4_000;
const WIDTH: u32 = 480;
const HEIGHT: u32 = 160;

/// A PNG that fits the head of a page, or the sentence that says what is wrong.
pub fn redrawn(bytes: &[u8]) -> Result<Vec<u8>, Message> {
    if bytes.len() > BYTES_MAX {
        return Err(Message::new("problem-logo-large"));
    }
    let unreadable = || Message::new("problem-logo-format");
    let format = image::guess_format(bytes).map_err(|_| unreadable())?;
    if !matches!(format, ImageFormat::Png | ImageFormat::Jpeg) {
        return Err(unreadable());
    }
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::default();
    limits.max_image_width = Some(SIDE_MAX);
    limits.max_image_height = Some(SIDE_MAX);
    limits.max_alloc = Some(64 * 1024 * 1024);
    reader.limits(limits);
    let picture = reader.decode().map_err(|_| unreadable())?;
    let picture = if picture.width() > WIDTH || picture.height() > HEIGHT {
        picture.thumbnail(WIDTH, HEIGHT)
    } else {
        picture
    };
    let mut drawn = Vec::new();
    picture
        .write_to(&mut Cursor::new(&mut drawn), ImageFormat::Png)
        .map_err(|_| unreadable())?;
    Ok(drawn)
}

pub async fn show(State(house): State<House>) -> Result<Response, Trouble> {
    let read = |reader: &mut Reader| -> Result<Option<Vec<u8>>, Error> {
        match organisation(reader)?.logo {
            Some(logo) => reader.blob(logo),
            None => Ok(None),
        }
    };
    let bytes = house
        .db
        .read(read)
        .await
        .map_err(ours)?
        .ok_or(Trouble::NotFound)?;
    Ok((
        [(CONTENT_TYPE, HeaderValue::from_static("image/png"))],
        bytes,
    )
        .into_response())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = Vec::new();
        image::DynamicImage::new_rgba8(width, height)
            .write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png)
            .unwrap();
        bytes
    }

    #[test]
    fn a_large_picture_is_drawn_small_and_nothing_else_of_the_file_is_kept() {
        let mut sent = png(1200, 300);
        sent.extend_from_slice(b"<script>alert(1)</script>");
        let drawn = redrawn(&sent).unwrap();
        let size = image::load_from_memory(&drawn).unwrap();
        assert_eq!((size.width(), size.height()), (480, 120));
        assert!(!drawn.windows(8).any(|bytes| bytes == b"<script>"));
    }

    #[test]
    fn what_is_no_picture_is_said_so() {
        let key = |bytes: &[u8]| redrawn(bytes).unwrap_err().key;
        assert_eq!(
            key(b"MZ an executable called logo.png"),
            "problem-logo-format"
        );
        assert_eq!(key(&png(4_001, 1)), "problem-logo-format");
        assert_eq!(key(&vec![0; BYTES_MAX + 1]), "problem-logo-large");
    }
}
