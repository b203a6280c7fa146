// SPDX-License-Identifier: MIT OR Apache-2.0
pragma solidity ^0.8.20;

/// @title Lens: one call for an account, for many, and for a market
/// @notice Floor 5. Views only; owns nothing and can be replaced freely. Calls: the clearing house, the
/// margin engine, the liquidation module.
/// @dev Everything is as of this block, funding included. Units as in the clearing house.
interface ILens {
    enum Grade { None, Outdated, Doubtful, Good }
    enum Doubt { None, NoFeed, Reverted, Incomplete, NotPositive, Stale, OutOfBounds, SequencerDown, SequencerGrace }

    /// @notice A position.
    /// @param notional |size| at the mark
    /// @param fundingOwed since it was last touched; positive: to pay
    /// @param liquidationPrice mark at which equity meets maintenance margin, all else unchanged; 0: none
    struct Position { uint128 instrument; uint16 underlying; int256 size; int256 markPrice; int256 notional; int256 fundingOwed; int256 liquidationPrice; }

    /// @notice A balance of collateral.
    struct Collateral { uint16 asset; int256 amount; }

    /// @notice An account's whole state.
    /// @param freeCollateral equity over initial margin, at least 0
    /// @param withdrawable quote coin that `withdraw` would pay out now
    struct AccountState {
        bytes32 account; address owner; bool flagged; int256 cash; int256 equity; int256 initialMargin; int256 maintenanceMargin;
        int256 freeCollateral; int256 withdrawable; Grade grade; Doubt doubt; Position[] positions; Collateral[] collateral;
    }

    /// @notice A market's whole state.
    /// @param fundingRateHourly as a fraction of the index price
    struct MarketState {
        uint16 underlying; int256 indexPrice; int256 markPrice; int256 premium; int256 fundingIndex; int256 fundingRateHourly;
        int256 openInterest; int256 maxOpenInterest; int256 maxPosition; int256 band; int256 initialRate; int256 maintenanceRate;
        int256 liquidationCapacity; int256 makerFee; int256 takerFee; uint8 status; uint40 publishedAt; Grade grade; Doubt doubt;
    }

    function accountState(bytes32 account) external view returns (AccountState memory);
    /// @notice At most 32.
    function accountStates(bytes32[] calldata accounts) external view returns (AccountState[] memory);
    /// @notice At most 16.
    function marketStates(uint16[] calldata underlyings) external view returns (MarketState[] memory);
    /// @notice The contracts it reads.
    function contracts() external view returns (address clearingHouse, address exchange, address liquidation);

    error TooMany(uint256 actual, uint256 bound);
    error CallFailed(address target);
    error Overflow();
}
