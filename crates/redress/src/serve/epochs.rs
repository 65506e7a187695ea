//! Once an hour: is it time for another epoch, or for an old one to be destroyed?

use redress_complaint::House;
use redress_store::{Error, Rotated, rotate, rotation_is_due};
use std::time::Duration;

const PAUSE: Duration = Duration::from_secs(3600);

pub async fn go_on(house: House) {
    loop {
        let inside = house.clone();
        match tokio::task::spawn_blocking(move || turn(&inside)).await {
            Ok(Ok(Some(done))) => tracing::info!(
                began = done.began,
                wrapped_anew = done.wrapped_anew,
                destroyed = ?done.destroyed,
                "the epochs of the keys went on"
            ),
            Ok(Ok(None)) => {}
            Ok(Err(error)) => tracing::error!(%error, "the epochs of the keys cannot go on"),
            Err(_) => tracing::error!("turning the epochs stopped in the middle"),
        }
        tokio::time::sleep(PAUSE).await;
    }
}

fn turn(house: &House) -> Result<Option<Rotated>, Error> {
    let now = house.now();
    match rotation_is_due(&house.db, now)? {
        true => rotate(&house.db, now).map(Some),
        false => Ok(None),
    }
}
