// SPDX-License-Identifier: MIT OR Apache-2.0
pragma solidity ^0.8.20;

import {IClearingHouse} from "../../contracts/interfaces/IClearingHouse.sol";
import {IExchange} from "../../contracts/interfaces/IExchange.sol";
import {IVault} from "../../contracts/interfaces/IVault.sol";

interface IERC20 {
    function approve(address spender, uint256 amount) external returns (bool);
}

/// @title A treasury that holds a perpetual position of its own through Ballast
/// @notice An example for protocols: the contract owns its account (`address ‖ tag`), deposits the quote
/// coin, takes a market maker's signed order, and asks the clearing house what it holds. It needs no
/// signature: the order that it passes for itself counts because the call comes from the account's owner.
contract HedgedTreasury {
    IVault public immutable vault;
    IExchange public immutable exchange;
    IClearingHouse public immutable house;
    IERC20 public immutable quote;
    address public immutable operator;
    bytes32 public immutable account;

    error NotOperator(address sender);

    modifier onlyOperator() {
        if (msg.sender != operator) revert NotOperator(msg.sender);
        _;
    }

    constructor(IClearingHouse house_, IVault vault_, IExchange exchange_, IERC20 quote_) {
        (house, vault, exchange, quote, operator) = (house_, vault_, exchange_, quote_, msg.sender);
        account = bytes32(uint256(uint160(address(this))) << 96);
        quote_.approve(address(vault_), type(uint256).max);
    }

    /// @notice Puts quote coin held by this contract into its account.
    function fund(uint256 amount) external onlyOperator {
        vault.deposit(account, 0, amount);
    }

    /// @notice Takes `size` units (positive buys) of a maker's signed order, at the maker's price.
    function take(IExchange.Order calldata maker, bytes calldata signature, int256 size) external onlyOperator {
        IExchange.Order[] memory orders = new IExchange.Order[](2);
        orders[0] = maker;
        orders[1] = IExchange.Order({
            account: account,
            instrument: maker.instrument,
            size: size,
            limit: maker.limit,
            lane: 0,
            seq: 0,
            deadline: maker.deadline,
            flags: 0,
            maxFee: 0.01e18,
            taker: address(0)
        });
        IExchange.Match[] memory matches = new IExchange.Match[](1);
        matches[0] = IExchange.Match({maker: 0, taker: 1, size: size > 0 ? size : -size});
        // An order's signature is its length and its bytes; the treasury's own has none.
        exchange.fill(orders, abi.encodePacked(uint16(signature.length), signature, uint16(0)), matches);
    }

    /// @notice Takes quote coin out to the operator; refused if the position would no longer hold its margin.
    function withdraw(uint256 amount) external onlyOperator {
        vault.withdraw(account, 0, amount, operator);
    }

    /// @notice Equity over initial margin, and the position in `instrument`, as the clearing house counts them now.
    function standing(uint128 instrument) external view returns (int256 freeCollateral, int256 size) {
        IClearingHouse.Outcome memory health = house.health(account);
        freeCollateral = health.equity - health.initialMargin;
        (size,) = house.position(account, instrument);
    }
}
