// SPDX-License-Identifier: MIT OR Apache-2.0
pragma solidity ^0.8.20;

/// @title Liquidation: flags and rebalances
/// @notice Floor 4. Whoever finds an account below its maintenance margin flags it and is paid; then
/// anyone takes over parts of its positions at the mark less a bounded fee, as fast as the market's
/// capacity allows. Writes no position: it asks the clearing house. Calls: the clearing house.
/// @dev LIQ-1: flagging and rebalancing are open to everyone and cannot be blocked by the account.
/// LIQ-2: in any interval L a market passes at most C·(1 + L/W) units, W = 30 s, C its capacity.
/// LIQ-3: the rewards of one liquidation sum to at most the reward of closing its notional at once,
/// and to at most half the equity the account had when flagged, save the insurance's top-up.
/// LIQ-4: while the sequencer is down and in the grace after, nothing new is flagged or taken over.
/// LIQ-5: nobody is flagged or taken over at a price that was accepted more than an hour ago and is not live.
interface ILiquidation {
    /// @notice A liquidation.
    /// @param equityAtFlag E0 of the reward
    /// @param closed notional closed so far
    /// @param rewarded paid to keepers so far
    struct Liquidation { bool flagged; uint40 flaggedAt; int256 equityAtFlag; int256 closed; int256 rewarded; }

    /// @notice Flags an account whose equity is below its maintenance margin. Pays the keeper minimum,
    /// at most half the account's equity; the insurance account tops up to the minimum once per account and day.
    /// @param rewardTo account that is paid
    function flag(bytes32 account, bytes32 rewardTo) external returns (int256 reward);

    /// @notice Clears the flag of an account that has 1.15 times its maintenance margin again.
    function unflag(bytes32 account) external;

    /// @notice Takes over `size` of the account's perpetual (signed as the account's position, at most
    /// that) into `counterparty`, an account of the sender's, at the mark less the fee for a long and
    /// plus the fee for a short; pays the reward due to `counterparty`. Fee and reward are at most what the
    /// account can pay: its equity, and, unless this is all of its last position, its maintenance margin
    /// less the minimum of any position. Who can pay nothing is taken over at the mark. Not while the
    /// account has the buffer that would clear its flag, and no more than restores it: the clearing house
    /// refuses with the largest size, unless the account has less than 50 or is left with less over it.
    /// @return price at which it was taken over
    function rebalance(bytes32 account, uint16 underlying, int256 size, bytes32 counterparty) external returns (int256 price, int256 reward);

    /// @notice The insurance account pays the debt of an account without positions, as far as it reaches.
    /// Collateral worth less than the keeper minimum counts against the debt, and with it the account stays
    /// flagged; collateral worth more is refused.
    function cover(bytes32 account) external returns (int256 paid);

    /// @notice The price and reward of a `rebalance` now, and how much the capacity allows.
    function previewRebalance(bytes32 account, uint16 underlying, int256 size) external view returns (int256 price, int256 reward, int256 allowed);

    function liquidation(bytes32 account) external view returns (Liquidation memory);
    /// @notice Units that may still be taken over now, and units per second at which that refills.
    function capacity(uint16 underlying) external view returns (int256 left, int256 perSecond);
    function clearingHouse() external view returns (address);

    /// @notice Sets a market's capacity, in units per second.
    function setCapacity(uint16 underlying, int256 perSecond) external;

    function owner() external view returns (address);
    function pendingOwner() external view returns (address);
    function transferOwnership(address next) external;
    function acceptOwnership() external;

    event Flagged(bytes32 indexed account, bytes32 indexed rewardTo, int256 equity, int256 maintenanceMargin, int256 reward);
    event Unflagged(bytes32 indexed account, int256 equity, int256 maintenanceMargin);
    event Rebalanced(bytes32 indexed account, bytes32 indexed counterparty, uint16 indexed underlying, int256 size, int256 price, int256 reward);
    event Covered(bytes32 indexed account, int256 paid, int256 cash);
    event CapacitySet(uint16 indexed underlying, int256 perSecond);
    event OwnershipTransferStarted(address indexed owner, address indexed next);
    event OwnershipTransferred(address indexed previous, address indexed owner);

    error NotOwner(address sender);
    error AlreadyFlagged(bytes32 account);
    error NotFlagged(bytes32 account);
    error SequencerUnavailable();
    error BadSize(int256 size, int256 position);
    error CapacityExhausted(uint16 underlying, int256 left, int256 asked);
    error NotCoverable(bytes32 account);
    error BadCapacity(int256 perSecond);
    error CallFailed(address target);
    error Overflow();
}
