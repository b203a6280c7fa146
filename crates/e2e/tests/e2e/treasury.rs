//! The example of a Solidity contract that holds a position through the exchange.

use crate::support::{ETH, PRICE, UNIT, assert_near, ok, read, sandbox, trader};
use alloy_primitives::{Address, U256};
use alloy_sol_types::{SolValue, sol};
use ballast_abi::account::account;
use ballast_abi::exchange::IExchange::Order;
use ballast_abi::instrument::perpetual;
use ballast_sandbox::{Solidity, coins, wad};

sol! {
    interface ITreasury {
        struct TreasuryOrder { bytes32 account; uint128 instrument; int256 size; int256 limit; uint64 lane; uint64 seq; uint40 deadline; uint16 flags; int256 maxFee; address taker; }
        function fund(uint256 amount) external;
        function take(TreasuryOrder maker, bytes signature, int256 size) external;
        function withdraw(uint256 amount) external;
        function standing(uint128 instrument) external view returns (int256 freeCollateral, int256 size);
    }
    interface IMint {
        function mint(address to, uint256 amount) external;
    }
}

fn order(order: &Order) -> ITreasury::TreasuryOrder {
    ITreasury::TreasuryOrder {
        account: order.account,
        instrument: order.instrument,
        size: order.size,
        limit: order.limit,
        lane: order.lane,
        seq: order.seq,
        deadline: order.deadline,
        flags: order.flags,
        maxFee: order.maxFee,
        taker: order.taker,
    }
}

#[test]
fn treasury_holds_a_position_of_its_own() {
    let mut sandbox = sandbox();
    let maker = trader(&mut sandbox, "maker", 10_000);
    let operator = sandbox.actor("operator");
    let at = sandbox.at.clone();
    let code = Solidity::read("HedgedTreasury", "HedgedTreasury").unwrap();
    let init =
        code.init_code(&(at.clearing_house, at.vault, at.exchange, at.quote).abi_encode_params());
    let treasury: Address = sandbox.chain.deploy(operator.address(), init).unwrap();
    ok(sandbox.send(&operator, at.quote, &IMint::mintCall { to: treasury, amount: coins(5_000) }));
    ok(sandbox.send(&operator, treasury, &ITreasury::fundCall { amount: coins(5_000) }));

    let quote = sandbox.quote(&maker, ETH, 3 * UNIT, PRICE, 1);
    let take = ITreasury::takeCall {
        maker: order(&quote.order),
        signature: quote.signature,
        size: wad(-3),
    };
    ok(sandbox.send(&operator, treasury, &take));
    assert_eq!(sandbox.position(account(treasury, 0), ETH).unwrap().0, wad(-3));
    let standing =
        read(&sandbox, treasury, &ITreasury::standingCall { instrument: perpetual(ETH) });
    assert_near(standing.freeCollateral, wad(5_000 - 3 - 300));
    assert_eq!(standing.size, wad(-3));

    // What it holds for its position stays; the rest comes out. The refusal bubbles up unchanged.
    let too_much = ITreasury::withdrawCall { amount: coins(4_800) };
    let refused = sandbox.send(&operator, treasury, &too_much).unwrap();
    let reason = ballast_abi::decode_revert(&refused.output);
    assert!(format!("{reason:?}").contains("InsufficientMargin"), "{reason:?}");
    ok(sandbox.send(&operator, treasury, &ITreasury::withdrawCall { amount: coins(4_000) }));
    assert_eq!(
        sandbox.token_balance(at.quote, operator.address()).unwrap(),
        U256::from(4_000_000_000u64)
    );
}
