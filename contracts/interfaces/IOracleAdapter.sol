// SPDX-License-Identifier: MIT OR Apache-2.0
pragma solidity ^0.8.20;

/// @title Oracle adapter: validated prices with an age and a grade
/// @notice Floor 1. Reads Chainlink aggregators and the L2 sequencer feed, and keeps the last price it
/// accepted of each underlying. Knows no account. Calls: feeds only, each with a gas cap of 500,000.
/// @dev Units: prices are 18-decimal quote units per unit of underlying; times are unix seconds.
/// ORA-1: a price is *live* when the sequencer has been up for the grace period and the feed's round is
/// complete, positive, within the configured bounds and no older than the heartbeat.
/// ORA-2: a view never fails because a feed does: it answers with the last accepted price, or with the
/// feed's round if that is newer and only too old, grade `Doubtful` or `Outdated` and the reason. Only a call whose gas may have been too little for a feed fails, with
/// `FeedFailed`, so that nobody can make a price doubtful by sending little.
/// ORA-3: accepted prices advance only in `observe` and `setFeed`, and their publish times never go back.
interface IOracleAdapter {
    /// @notice How far a price may be relied on. `None`: never accepted. `Doubtful`: the last accepted
    /// price or a newer round that is too old, because the live one failed. `Outdated`: such a price that
    /// was accepted more than an hour ago, or such a round that was too old already an hour ago. `Good`: live.
    enum Grade { None, Outdated, Doubtful, Good }

    /// @notice Why a live price was not available.
    enum Doubt { None, NoFeed, Reverted, Incomplete, NotPositive, Stale, OutOfBounds, SequencerDown, SequencerGrace }

    /// @notice One answer of `marketData`.
    /// @param price 18-decimal price; 0 when the grade is `None`
    /// @param publishedAt when the feed published it
    struct Spot { int256 price; uint40 publishedAt; Grade grade; Doubt doubt; }

    /// @notice The configuration of an underlying's feed. A zero `feed` means none.
    /// @param heartbeat greatest age of a round, in seconds
    /// @param minimum least price accepted; stored rounded up to 12 significant bits
    /// @param maximum greatest price accepted; stored rounded down to 12 significant bits
    struct Feed { address feed; uint8 decimals; uint32 heartbeat; int256 minimum; int256 maximum; }

    // ── Views ──────────────────────────────────────────────────────────────────────────────────────

    /// @notice Prices of many underlyings, in the order asked. At most 24: eight markets and sixteen collateral assets.
    function marketData(uint16[] calldata underlyings) external view returns (Spot[] memory);

    /// @notice The price of one underlying.
    function spot(uint16 underlying) external view returns (int256 price, uint40 publishedAt, Grade grade, Doubt doubt);

    /// @notice The last price that `observe` accepted, and when its round was published and accepted.
    function lastAccepted(uint16 underlying) external view returns (int256 price, uint40 publishedAt, uint40 acceptedAt);

    /// @notice The feed of an underlying.
    function feed(uint16 underlying) external view returns (Feed memory);

    /// @notice The sequencer uptime feed (zero: none, as on a chain without one) and the grace period after a restart.
    function sequencer() external view returns (address uptimeFeed, uint32 grace);

    // ── Anyone ─────────────────────────────────────────────────────────────────────────────────────

    /// @notice Accepts the live price of each underlying. Reverts, changing nothing, at the first one that
    /// is not live, with the reason. A round already accepted is left as it is. At most 16. Whoever
    /// liquidates should call it with every round: should the feed break, liquidation at an accepted price
    /// ends an hour after its acceptance.
    function observe(uint16[] calldata underlyings) external;

    // ── Owner ──────────────────────────────────────────────────────────────────────────────────────

    /// @notice Configures a feed. Reads its decimals; refuses more than 18, bounds that are not
    /// 0 < minimum < maximum, a heartbeat of zero or over 7 days, an address without code.
    /// A new feed forgets the last accepted price unless it is the same feed. Accepts its price, which must be
    /// live: a feed that is set has an accepted price.
    function setFeed(uint16 underlying, address feed_, uint32 heartbeat, int256 minimum, int256 maximum) external;

    /// @notice Configures the sequencer feed; the grace period is at most one day.
    function setSequencer(address uptimeFeed, uint32 grace) external;

    function owner() external view returns (address);
    function pendingOwner() external view returns (address);
    /// @notice Names the next owner, who must accept.
    function transferOwnership(address next) external;
    function acceptOwnership() external;

    event PriceAccepted(uint16 indexed underlying, int256 price, uint40 publishedAt, uint40 acceptedAt);
    event FeedSet(uint16 indexed underlying, address indexed feed, uint8 decimals, uint32 heartbeat, int256 minimum, int256 maximum);
    event SequencerSet(address indexed uptimeFeed, uint32 grace);
    event OwnershipTransferStarted(address indexed owner, address indexed next);
    event OwnershipTransferred(address indexed previous, address indexed owner);

    error NotOwner(address sender);
    error NoFeed(uint16 underlying);
    error FeedFailed(uint16 underlying, address feed);
    error IncompleteRound(uint16 underlying, uint256 roundId);
    error PriceNotPositive(uint16 underlying);
    error StalePrice(uint16 underlying, uint40 publishedAt, uint40 oldest);
    error PriceOutOfBounds(uint16 underlying, int256 price, int256 minimum, int256 maximum);
    error SequencerDown(uint40 since);
    error SequencerGrace(uint40 until);
    error TooMany(uint256 actual, uint256 bound);
    error BadFeed(uint16 underlying, address feed);
    error BadBounds(int256 minimum, int256 maximum);
    error BadHeartbeat(uint32 heartbeat, uint32 bound);
    error BadGrace(uint32 grace, uint32 bound);
    error BadDecimals(uint8 decimals, uint8 bound);
}
