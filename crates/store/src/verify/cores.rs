//! Hashing and signatures are all the work there is: one page is spread over the
//! machine's cores and comes back in order.

use std::thread;

pub(super) fn map<I: Send, O: Send>(items: Vec<I>, f: impl Fn(I) -> O + Sync) -> Vec<O> {
    let cores = thread::available_parallelism()
        .map_or(1, usize::from)
        .min(8);
    if cores == 1 || items.len() < 64 {
        return items.into_iter().map(f).collect();
    }
    let share = items.len().div_ceil(cores);
    let f = &f;
    let mut items = items.into_iter();
    let shares: Vec<Vec<I>> = (0..cores)
        .map(|_| items.by_ref().take(share).collect())
        .collect();
    thread::scope(|scope| {
        let work: Vec<_> = shares
            .into_iter()
            .map(|share| scope.spawn(move || share.into_iter().map(f).collect::<Vec<O>>()))
            .collect();
        work.into_iter()
            .flat_map(|part| {
                part.join()
                    .unwrap_or_else(|panic| std::panic::resume_unwind(panic))
            })
            .collect()
    })
}
