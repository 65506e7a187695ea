//! The logo: a small picture, drawn anew so that nothing hidden in the uploaded
//! file (a place, a device, a script) reaches the public pages, and light enough
//! for a slow line. Its address holds its hash, so it is fetched once.

use crate::fault::ours;
use axum::{
    extract::{Path, State},
    http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE},
    response::{IntoResponse, Response},
};
use image::{DynamicImage, ImageFormat, ImageReader, Limits};
use redress_complaint::{House, house::organisation};
use redress_kernel::{organisation::LogoMark, words::Message};
use redress_store::{Error, Read, Reader};
use redress_web::{Trouble, guard::SEALED};
use sha2::{Digest, Sha256};
use std::io::Cursor;

const BYTES_MAX: usize = 1024 * 1024;
const SIDE_MAX: u32 = 4_000;
/// Twice the size at which the widest page shows it.
const WIDTH: u32 = 320;
const HEIGHT: u32 = 80;
/// Of the 25 KB that the first page of the portal may weigh.
const LIGHT: usize = 8 * 1024;
const SMALLEST: u32 = 32;

/// The picture as pages show it.
#[derive(Debug)]
pub struct Drawn {
    pub png: Vec<u8>,
    pub mark: LogoMark,
}

/// A PNG that fits the head of a page, or the sentence that says what is wrong.
pub fn redrawn(bytes: &[u8]) -> Result<Drawn, Message> {
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
    light(&picture).ok_or_else(unreadable)
}

/// As large as it may be, and smaller as long as it is too heavy.
fn light(picture: &DynamicImage) -> Option<Drawn> {
    let (mut width, mut height) = (WIDTH, HEIGHT);
    loop {
        let small = match picture.width() > width || picture.height() > height {
            true => &picture.thumbnail(width, height),
            false => picture,
        };
        let mut png = Vec::new();
        small
            .write_to(&mut Cursor::new(&mut png), ImageFormat::Png)
            .ok()?;
        if png.len() <= LIGHT || height <= SMALLEST {
            let mark = LogoMark {
                hash: hash(&png),
                width: small.width(),
                height: small.height(),
            };
            return Some(Drawn { png, mark });
        }
        (width, height) = (width * 3 / 4, height * 3 / 4);
    }
}

fn hash(png: &[u8]) -> String {
    let hash = Sha256::digest(png);
    hash.iter().take(8).map(|b| format!("{b:02x}")).collect()
}

/// The logo that is shown now; an address of an earlier one leads nowhere.
pub async fn show(
    State(house): State<House>,
    Path(name): Path<String>,
) -> Result<Response, Trouble> {
    let read = move |reader: &mut Reader| -> Result<Option<Vec<u8>>, Error> {
        let it = organisation(reader)?;
        let asked = it
            .logo_mark
            .is_some_and(|mark| mark.path() == format!("/logo/{name}"));
        match it.logo.filter(|_| asked) {
            Some(logo) => reader.blob(logo),
            None => Ok(None),
        }
    };
    let found = house.db.read(read).await.map_err(ours)?;
    let png = found.ok_or(Trouble::NotFound)?;
    let headers = [
        (CONTENT_TYPE, "image/png"),
        (CACHE_CONTROL, "public, max-age=31536000, immutable"),
        (CONTENT_SECURITY_POLICY, SEALED),
    ];
    Ok((headers, png).into_response())
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
        let size = image::load_from_memory(&drawn.png).unwrap();
        assert_eq!((size.width(), size.height()), (320, 80));
        assert_eq!((drawn.mark.width, drawn.mark.height), (320, 80));
        assert!(!drawn.png.windows(8).any(|bytes| bytes == b"<script>"));
    }

    #[test]
    fn a_photograph_is_drawn_smaller_until_it_is_light() {
        let mut noise = 7_u32;
        let photo = image::RgbImage::from_fn(1200, 300, |_, _| {
            noise = noise.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let [r, g, b, _] = noise.to_be_bytes();
            image::Rgb([r, g, b])
        });
        let mut sent = Vec::new();
        DynamicImage::from(photo)
            .write_to(&mut Cursor::new(&mut sent), ImageFormat::Png)
            .unwrap();
        // Too heavy to send is refused; this one is sent as a JPEG would be.
        let drawn = light(&image::load_from_memory(&sent).unwrap()).unwrap();
        assert!(drawn.png.len() <= 16 * 1024, "{}", drawn.png.len());
        assert!(drawn.mark.height < 80);
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
