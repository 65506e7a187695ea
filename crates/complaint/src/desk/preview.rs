//! A picture of a case to look at: drawn anew from its pixels, so that place,
//! device and whatever else hides in the file stay in the sealed original, which
//! only the download hands out. Bounded before the first pixel is decoded; one
//! at a time, off the threads that answer requests.

use super::Seat;
use crate::door::visible;
use axum::{
    extract::Path,
    http::header::{
        CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE,
        X_CONTENT_TYPE_OPTIONS,
    },
    response::{IntoResponse, Response},
};
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};
use redress_kernel::Id;
use redress_store::Read;
use redress_web::{Trouble, guard::SEALED};
use std::io::Cursor;
use tokio::sync::Semaphore;

/// What a large telephone takes; a drawing beyond it is downloaded.
const PIXELS_MAX: u64 = 50_000_000;
const SIDE_MAX: u32 = 16_000;
const MEMORY_MAX: u64 = 200 * 1024 * 1024;
/// The longer side of what is shown.
const SHOWN: u32 = 1_600;
const QUALITY: u8 = 82;

/// One picture in memory at a time, however many pages are open.
static EASEL: Semaphore = Semaphore::const_new(1);

/// Are pictures of this kind drawn at all? By the first bytes, as recognised at the door.
pub fn is_picture(media: &str) -> bool {
    matches!(media, "image/png" | "image/jpeg")
}

pub async fn show(seat: Seat, Path((reference, file)): Path<(String, String)>) -> Response {
    let Ok(id) = file.parse::<Id>() else {
        return Trouble::NotFound.into_response();
    };
    let Ok(_turn) = EASEL.acquire().await else {
        return Trouble::Unavailable.into_response();
    };
    let found = seat.look(move |reader, seat| {
        let case = visible(reader, &seat.actor, &reference, seat.now)?;
        let shown = case.as_ref().and_then(|case| case.file(id));
        match shown.filter(|file| !file.erased && is_picture(&file.media)) {
            Some(_) => reader.blob(id),
            None => Ok(None),
        }
    });
    let bytes = match found.await {
        Ok(Some(bytes)) => bytes,
        Ok(None) => return Trouble::NotFound.into_response(),
        Err(trouble) => return trouble.into_response(),
    };
    match tokio::task::spawn_blocking(move || redrawn(&bytes)).await {
        Ok(Some(picture)) => inline(picture),
        // Nothing to look at: the download beside it still hands out the original.
        Ok(None) => Trouble::NotFound.into_response(),
        Err(_) => Trouble::internal("a picture stopped its thread").into_response(),
    }
}

fn inline(picture: Vec<u8>) -> Response {
    let headers = [
        (CONTENT_TYPE, "image/jpeg"),
        (CONTENT_DISPOSITION, "inline; filename=\"preview.jpg\""),
        (CONTENT_SECURITY_POLICY, SEALED),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (CACHE_CONTROL, "private, no-store"),
    ];
    (headers, picture).into_response()
}

/// The pixels alone, turned as the camera was held; None for what is too large
/// or no picture after all.
pub fn redrawn(bytes: &[u8]) -> Option<Vec<u8>> {
    let format = image::guess_format(bytes).ok()?;
    if !matches!(format, ImageFormat::Png | ImageFormat::Jpeg) {
        return None;
    }
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits());
    let mut decoder = reader.into_decoder().ok()?;
    let (width, height) = decoder.dimensions();
    let pixels = u64::from(width) * u64::from(height);
    if pixels == 0 || pixels > PIXELS_MAX || decoder.total_bytes() > MEMORY_MAX {
        return None;
    }
    let orientation = decoder.orientation().ok()?;
    let picture = DynamicImage::from_decoder(decoder).ok()?;
    let mut small = if width.max(height) > SHOWN {
        picture.thumbnail(SHOWN, SHOWN)
    } else {
        picture
    };
    small.apply_orientation(orientation);
    encoded(&on_white(&small))
}

fn limits() -> Limits {
    let mut limits = Limits::default();
    limits.max_image_width = Some(SIDE_MAX);
    limits.max_image_height = Some(SIDE_MAX);
    limits.max_alloc = Some(MEMORY_MAX);
    limits
}

/// JPEG knows no transparency: what lies under it is paper.
fn on_white(picture: &DynamicImage) -> image::RgbImage {
    let mut sheet = picture.to_rgba8();
    for pixel in sheet.pixels_mut() {
        let image::Rgba([r, g, b, a]) = *pixel;
        let over = |c: u8| {
            let (c, a) = (u16::from(c), u16::from(a));
            u8::try_from((c * a + 255 * (255 - a)) / 255).unwrap_or(255)
        };
        *pixel = image::Rgba([over(r), over(g), over(b), 255]);
    }
    DynamicImage::ImageRgba8(sheet).to_rgb8()
}

fn encoded(picture: &image::RgbImage) -> Option<Vec<u8>> {
    let mut drawn = Vec::new();
    let mut encoder = image::codecs::jpeg::JpegEncoder::new_with_quality(&mut drawn, QUALITY);
    encoder.encode_image(picture).ok()?;
    Some(drawn)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::*;

    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = Vec::new();
        DynamicImage::new_rgb8(width, height)
            .write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png)
            .unwrap();
        bytes
    }

    /// A photograph whose camera wrote where it was taken, lying on its side.
    fn photograph() -> Vec<u8> {
        let mut plain = Vec::new();
        DynamicImage::new_rgb8(40, 20)
            .write_to(&mut Cursor::new(&mut plain), ImageFormat::Jpeg)
            .unwrap();
        let place = b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0GPS 54.68N 25.28E";
        let length = u16::try_from(place.len() + 2).unwrap().to_be_bytes();
        let mut bytes = plain[..2].to_vec();
        bytes.extend([0xff, 0xe1]);
        bytes.extend(length);
        bytes.extend(place);
        bytes.extend(&plain[2..]);
        bytes
    }

    #[test]
    fn a_photograph_keeps_its_pixels_and_loses_where_it_was_taken() {
        let sent = photograph();
        assert!(sent.windows(3).any(|three| three == b"GPS"), "the control");
        let drawn = redrawn(&sent).unwrap();
        assert!(!drawn.windows(3).any(|three| three == b"GPS"));
        assert!(!drawn.windows(4).any(|four| four == b"Exif"));
        let picture = image::load_from_memory(&drawn).unwrap();
        assert_eq!((picture.width(), picture.height()), (20, 40), "upright");
    }

    #[test]
    fn a_large_picture_is_shown_smaller() {
        let picture = image::load_from_memory(&redrawn(&png(3_200, 100)).unwrap()).unwrap();
        assert_eq!((picture.width(), picture.height()), (1_600, 50));
    }

    /// The head of a PNG claims its size long before the pixels come: 20,000 times
    /// 20,000 would be 1.2 GB, and is refused on that claim alone.
    #[test]
    fn a_picture_that_claims_more_than_memory_is_refused_by_its_head() {
        let mut bomb = png(1, 1);
        let side = 20_000_u32.to_be_bytes();
        bomb[16..20].copy_from_slice(&side);
        bomb[20..24].copy_from_slice(&side);
        let sum = crc(&bomb[12..29]).to_be_bytes();
        bomb[29..33].copy_from_slice(&sum);
        assert!(redrawn(&bomb).is_none());
        let long = png(8_000, 6_300);
        assert!(
            redrawn(&long).is_none(),
            "fifty million pixels are the most"
        );
    }

    #[test]
    fn what_is_no_picture_is_not_shown() {
        assert!(redrawn(b"").is_none());
        assert!(redrawn(b"<svg onload=alert(1)>").is_none());
        let png = png(30, 30);
        assert!(redrawn(&png[..png.len() / 2]).is_none(), "cut off");
        assert!(is_picture("image/png") && !is_picture("image/svg+xml"));
    }

    fn crc(bytes: &[u8]) -> u32 {
        !bytes.iter().fold(!0_u32, |crc, byte| {
            (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
                (crc >> 1) ^ (0xedb8_8320 & (!(crc & 1)).wrapping_add(1))
            })
        })
    }
}
