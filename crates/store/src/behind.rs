//! Work behind what people wait for. A thread that counts a million dates anew takes
//! whatever the machine has left over; when a page is asked for it stands back at once.

/// The calling thread stands back from here on, and for good: nobody may raise their own
/// priority again. So it is called first thing in a thread of its own. Where the system
/// does not know how, or does not let us, the work is done all the same.
pub fn stand_back() {
    #[cfg(target_os = "linux")]
    if let Err(why) = rustix::process::setpriority_process(Some(rustix::thread::gettid()), LAST) {
        tracing::debug!(%why, "work in the background stands back for nobody");
    }
}

/// The lowest that there is (setpriority(2)); on Linux it is of one thread.
#[cfg(target_os = "linux")]
const LAST: i32 = 19;

#[cfg(all(test, target_os = "linux"))]
mod tests {
    #[test]
    fn a_thread_stands_back_alone() {
        let nice = || rustix::process::getpriority_process(Some(rustix::thread::gettid()));
        let before = nice().unwrap();
        let inside = std::thread::spawn(move || {
            super::stand_back();
            nice().unwrap()
        });
        assert_eq!(inside.join().unwrap(), 19);
        assert_eq!(nice().unwrap(), before);
    }
}
