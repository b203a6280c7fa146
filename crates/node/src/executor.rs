//! Where methods run: never on the threads that serve connections.
//!
//! What may change the chain is a job in a bounded queue for one thread, which holds the chain's lock
//! meanwhile, so that an embedder's own use of the chain and the requests of clients never interleave.
//! What only computes runs beside it, on a copy of the chain, which costs a few pointers; as many at once
//! as there are cores. So a call that computes for a second delays neither transactions nor connections.
//! Work whose client has gone before it began is skipped.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, TrySendError, sync_channel};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::Duration;

use devnet::Chain;
use tokio::sync::{Semaphore, oneshot};

use crate::limits::Limits;
use crate::state::{Context, Copy, State, lock};
use crate::wire::{ErrorCode, Reply, RpcError};

/// How often the thread looks for blocks that an embedder mined, and mines by the interval, while
/// there are no requests.
const TICK: Duration = Duration::from_millis(50);

/// Calls of contracts nest on the heap; what needs this stack is writing a trace of a thousand levels.
pub(crate) const STACK_BYTES: usize = 16 << 20;

type Job = Box<dyn FnOnce(&mut Context<'_>) + Send>;

/// Runs methods.
#[derive(Clone)]
pub(crate) struct Executor {
    jobs: SyncSender<Job>,
    chain: Arc<Mutex<Chain>>,
    limits: Arc<Limits>,
    /// One permit for each computation that may run at once.
    cores: Arc<Semaphore>,
}

impl Executor {
    /// Starts the thread, which ends when the last clone of the executor is dropped.
    ///
    /// # Errors
    /// The thread cannot be started.
    pub(crate) fn start(
        chain: Arc<Mutex<Chain>>,
        state: State,
        limits: Arc<Limits>,
    ) -> std::io::Result<(Self, JoinHandle<()>)> {
        // A connection waits for its request's reply, so that the queue is never longer than this.
        let (jobs, queue) = sync_channel(limits.max_connections);
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        let thread = std::thread::Builder::new()
            .name("devnet-chain".into())
            .stack_size(STACK_BYTES)
            .spawn(move || run(state, &queue))?;
        let cores = Arc::new(Semaphore::new(cores));
        Ok((Self { jobs, chain, limits, cores }, thread))
    }

    /// Runs `job` on a copy of the chain and waits for its reply.
    ///
    /// # Errors
    /// The job's own; a job that panicked.
    pub(crate) async fn view<F>(&self, job: F) -> Reply
    where
        F: FnOnce(&Copy) -> Reply + Send + 'static,
    {
        let core = self.cores.clone().acquire_owned().await;
        let (chain, limits) = (self.chain.clone(), self.limits.clone());
        let work = tokio::task::spawn_blocking(move || {
            let _core = core;
            let chain = lock(&chain).clone();
            job(&Copy { chain, limits })
        });
        work.await.unwrap_or_else(|_| Err(failed_inside()))
    }

    /// Runs `job` on the chain's thread and waits for its reply.
    ///
    /// # Errors
    /// The job's own; a full queue; a job that panicked, which leaves the node alive.
    pub(crate) async fn act<F>(&self, job: F) -> Reply
    where
        F: FnOnce(&mut Context<'_>) -> Reply + Send + 'static,
    {
        let (done, reply) = oneshot::channel();
        let job: Job = Box::new(move |context| {
            if !done.is_closed() {
                let _ = done.send(job(context));
            }
        });
        self.jobs.try_send(job).map_err(|error| match error {
            TrySendError::Full(_) => RpcError::new(ErrorCode::Limit, "the node is busy"),
            TrySendError::Disconnected(_) => RpcError::server("the node is shutting down"),
        })?;
        reply.await.unwrap_or_else(|_| Err(failed_inside()))
    }
}

fn failed_inside() -> RpcError {
    RpcError::internal("the request failed inside the node")
}

fn run(mut state: State, queue: &Receiver<Job>) {
    loop {
        match queue.recv_timeout(TICK) {
            Ok(job) => guarded(&mut state, job),
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return,
        }
        guarded(&mut state, |context| context.tick());
    }
}

/// A panic in a handler is a bug; it must cost that request its answer and nobody else theirs.
fn guarded(state: &mut State, job: impl FnOnce(&mut Context<'_>)) {
    let _ = catch_unwind(AssertUnwindSafe(|| state.with(job)));
}
