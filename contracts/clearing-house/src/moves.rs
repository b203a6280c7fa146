//! Payments that accompany a liquidation: rewards, and what the insurance pays.

use contract_abi::generated::clearing_house::{errors, Move};
use contract_abi::Word;

use crate::account::{insurance, is_same, require_creditable};
use crate::book::{Book, Fact};
use crate::bounds::MOVES;
use crate::money::negated;
use crate::refused::Refused;
use crate::storage;

/// Makes the moves of a liquidation of `subject`. Whether the subject may pay them is for the rules on
/// margin to say; the insurance pays what it has.
///
/// # Errors
/// `TooMany`, then move by move `ZeroAmount`, `BadMove` unless it goes from the subject or the insurance
/// to another account, `ReservedAccount`, `InsufficientBalance` of the insurance, `Overflow`.
#[inline(never)]
pub(crate) fn make(book: &mut Book, subject: &Word, moves: &[Move]) -> Result<(), Refused> {
    if moves.len() > MOVES {
        return Err(errors::too_many(moves.len() as u128, MOVES as u128).into());
    }
    for Move { from, to, amount } in moves {
        let (from, to, amount) = (*from, *to, *amount);
        if amount <= 0 {
            return Err(errors::zero_amount().into());
        }
        if is_same(&from, &to) || !(is_same(&from, subject) || is_same(&from, &insurance())) {
            return Err(errors::bad_move(&from).into());
        }
        require_creditable(&to)?;
        storage::open_purse(book, &from);
        storage::open_purse(book, &to);
        let paid = pay(book, &from, negated(amount)?)?;
        let cash = [paid, pay(book, &to, amount)?];
        book.facts.push(Fact::Moved { from, to, amount, cash });
    }
    Ok(())
}

/// Changes an account's cash. Returns what it is then.
fn pay(book: &mut Book, id: &Word, amount: i128) -> Result<i128, Refused> {
    let account = book.purse_mut(id)?;
    let held = account.header.cash;
    account.add_cash(amount)?;
    let left = account.header.cash;
    if left < 0 && amount < 0 && is_same(id, &insurance()) {
        return Err(errors::insufficient_balance(id, 0, held, negated(amount)?).into());
    }
    Ok(left)
}
