//! The books at the end: cash equals custody, sizes sum to zero.

use alloy_primitives::I256;
use anyhow::{Result, anyhow, ensure};
use ballast_abi::RevertReason;
use ballast_abi::account::{FEES, INSURANCE};
use ballast_abi::vault::IVault::assetCall;
use ballast_sandbox::{Actor, MARKETS, Sandbox};

/// Wei of an 18-decimal amount in a unit of the quote coin.
const WEI_PER_COIN_UNIT: i64 = 1_000_000_000_000;

/// Checks the books and says so.
pub(crate) fn books(sandbox: &Sandbox, people: &[Actor]) -> Result<()> {
    let mut cash = I256::ZERO;
    let mut owed = I256::ZERO;
    let mut sizes = I256::ZERO;
    let accounts = people.iter().map(Actor::account).chain([FEES, INSURANCE]);
    for account in accounts {
        cash += read(sandbox.cash(account))?;
        for market in &MARKETS {
            let (size, funding) = read(sandbox.position(account, market.underlying))?;
            sizes += size;
            owed += funding;
        }
    }
    let custody = read(sandbox.view(sandbox.at.vault, &assetCall { id: 0 }))?.custody;
    let balance = read(sandbox.token_balance(sandbox.at.quote, sandbox.at.vault))?;
    let wad = I256::try_from(custody)? * I256::try_from(WEI_PER_COIN_UNIT)?;
    let dust = wad - cash + owed;
    println!("custody of the quote coin   {custody} of its units, {balance} held");
    println!(
        "cash of all accounts        {cash} wei, and {dust} wei of rounding kept by the house"
    );
    println!("sum of all sizes            {sizes}");
    ensure!(balance == custody, "the vault does not hold what it counts");
    ensure!(dust >= I256::ZERO && dust < I256::try_from(100)?, "cash is not custody");
    ensure!(sizes == I256::ZERO, "sizes do not sum to zero");
    println!("The books add up.");
    Ok(())
}

fn read<T>(answer: Result<T, RevertReason>) -> Result<T> {
    answer.map_err(|reason| anyhow!("a view was refused: {reason:?}"))
}
