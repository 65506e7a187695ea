use crate::{ferries, office::AISTE, office::Ferry, office::ONA};
use axum::http::StatusCode;
use image::{DynamicImage, ImageFormat};
use std::io::Cursor;

/// A photograph that says where it was taken.
fn photograph() -> Vec<u8> {
    let mut plain = Vec::new();
    DynamicImage::new_rgb8(64, 32)
        .write_to(&mut Cursor::new(&mut plain), ImageFormat::Jpeg)
        .unwrap();
    let place = b"Exif\0\0II*\0\x08\0\0\0\0\0\0\0\0\0GPS 54.68N 25.28E";
    let length = u16::try_from(place.len() + 2).unwrap().to_be_bytes();
    let head = [&plain[..2], &[0xff, 0xe1], &length, place, &plain[2..]];
    head.concat()
}

async fn filed(ferry: &Ferry, name: &str, bytes: &[u8]) -> (String, String) {
    let reference = ferry.call_of(&[]).await;
    let filed = ferry
        .upload(
            AISTE,
            &format!("/desk/{reference}/evidence"),
            &[("evidence-text", "What she sent.")],
            ("files", name, bytes),
        )
        .await;
    assert_eq!(filed.status, StatusCode::SEE_OTHER, "{}", filed.text());
    let page = ferry.get(AISTE, &format!("/desk/{reference}")).await.text();
    let file = crate::between(&page, &format!("/desk/{reference}/files/"), "\"");
    (reference, file.trim_end_matches("/preview").to_owned())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_photograph_is_shown_without_its_place_and_downloaded_as_it_came() {
    for ferry in ferries().await {
        let (reference, file) = filed(&ferry, "deck.jpg", &photograph()).await;
        let page = ferry.get(AISTE, &format!("/desk/{reference}")).await.text();
        assert!(page.contains("Shown without hidden data"), "{page}");
        let address = format!("/desk/{reference}/files/{file}");
        let shown = ferry.get(AISTE, &format!("{address}/preview")).await;
        assert_eq!(shown.status, StatusCode::OK);
        assert_eq!(shown.headers["content-type"], "image/jpeg");
        assert_eq!(
            shown.headers["content-security-policy"],
            redress_web::guard::SEALED
        );
        assert!(!shown.bytes.windows(3).any(|three| three == b"GPS"));
        let original = ferry.get(AISTE, &address).await;
        assert_eq!(original.bytes, photograph(), "sealed and unchanged");
        let disposition = original.headers["content-disposition"].to_str().unwrap();
        assert!(disposition.starts_with("attachment"));
        let nobody = ferry.get("nobody", &format!("{address}/preview")).await;
        assert_eq!(nobody.status, StatusCode::SEE_OTHER, "sign in first");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_text_and_a_broken_picture_are_downloaded_only() {
    for ferry in ferries().await {
        let (reference, file) = filed(&ferry, "story.png", b"<svg onload=alert(1)>").await;
        let page = ferry.get(ONA, &format!("/desk/{reference}")).await.text();
        assert!(
            !page.contains("/preview\""),
            "no picture, whatever its name"
        );
        let preview = format!("/desk/{reference}/files/{file}/preview");
        assert_eq!(ferry.get(ONA, &preview).await.status, StatusCode::NOT_FOUND);
        let cut = &photograph()[..80];
        let (reference, file) = filed(&ferry, "cut.jpg", cut).await;
        let preview = format!("/desk/{reference}/files/{file}/preview");
        assert_eq!(ferry.get(ONA, &preview).await.status, StatusCode::NOT_FOUND);
    }
}
