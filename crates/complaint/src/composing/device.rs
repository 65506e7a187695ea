//! The key under which a browser seals what its person is writing, as long as the server
//! has not got it. It comes with their pages and lies in no storage: once the session is
//! over, what is left on the device opens for nobody until the same person signs in again.

use base64::{Engine, engine::general_purpose::STANDARD};
use redress_kernel::{Id, reference::hmac_sha256};
use redress_store::Keys;

pub fn device_key(keys: &Keys, person: Id) -> String {
    let key = keys.derived("words in progress on a device");
    STANDARD.encode(hmac_sha256(&key, &[person.to_string().as_bytes()]))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use redress_kernel::Instant;

    #[test]
    fn each_person_of_each_installation_has_a_key_of_their_own_that_stays() {
        let ours = Keys::fresh(Instant::from_micros(1)).unwrap();
        let others = Keys::fresh(Instant::from_micros(1)).unwrap();
        let (jonas, aiste) = (Id::SYSTEM, Id::ORGANISATION);
        let key = device_key(&ours, jonas);
        assert_eq!(STANDARD.decode(&key).unwrap().len(), 32);
        assert_eq!(key, device_key(&ours, jonas), "after signing in again");
        assert_ne!(key, device_key(&ours, aiste));
        assert_ne!(key, device_key(&others, jonas));
    }
}
