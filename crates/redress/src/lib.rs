//! Redress, put together: the list of slices, the server, the commands. The
//! binary is `main.rs`; tests and benches open the same house from here.

pub mod clock;
pub mod house;
pub mod post;
pub mod serve;
