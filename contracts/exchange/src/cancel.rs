//! `cancel`: one write ends every order of a lane below a number.

use contract_abi::generated::exchange::{errors, events};
use contract_abi::{host, Revert, Word};

use crate::{consent, storage};

/// Raises what is cancelled of a lane; a lower number changes nothing.
pub(crate) fn cancel(account: &Word, lane: u64, below_seq: u64) -> Result<(), Revert> {
    let sender = host::sender();
    if consent::owner(account) != sender {
        return Err(errors::not_authorised(account, &sender));
    }
    let mut word = storage::lane(account, lane);
    if below_seq > word.cancelled_below {
        word.cancelled_below = below_seq;
        storage::store_lane(account, lane, &word)?;
        events::lane_cancelled(account, lane, below_seq);
    }
    Ok(())
}
