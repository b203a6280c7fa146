// SPDX-License-Identifier: MIT OR Apache-2.0
pragma solidity ^0.8.20;

/// @title Clearing house: cash, collateral, positions, open interest and funding
/// @notice Floor 3, the ledger. Holds no token, prices nothing and verifies no signature: venues bring
/// fills, the vault brings deposits and withdrawals, the liquidation module brings flags, and the
/// margin engine says what a portfolio must hold. Calls: the margin engine, once or twice, statically,
/// with a gas cap of 8,000,000.
/// @dev Units: 18-decimal. Cash is signed quote units; sizes are signed units of the underlying, positive
/// is long. An account is `owner address (20 bytes) ‖ sub-account tag (12 bytes)`; it needs no
/// registration and whoever controls the owner address controls it. An instrument is `kind u8 ‖
/// underlying u16 ‖ expiry u40 ‖ strike u64` (high bits first, as uint128); a perpetual has kind 1,
/// expiry 0 and strike 0.
/// HOU-1: the cash of all accounts, less the funding they owe, is at most the vault's custody of the
/// quote coin, and less than it by at most 1e-18 for each time funding was realised: a payer's share
/// is rounded up, a receiver's down, and the dust stays with the house.
/// HOU-2: the sizes of an instrument sum to zero.
/// HOU-3: after a trade every touched account holds its initial margin, or it only reduced, by the rule of `trade`.
/// HOU-4: an account without positions and debt deposits and withdraws without engine or oracle; the
/// outcome of its debit values nothing but its cash.
/// HOU-5: nothing that an account does depends on another account, save its counterparty's consent and margin.
interface IClearingHouse {
    enum Grade { None, Outdated, Doubtful, Good }
    enum Doubt { None, NoFeed, Reverted, Incomplete, NotPositive, Stale, OutOfBounds, SequencerDown, SequencerGrace }

    /// @notice What a contract of floor 4 may do. A venue right is custody: whoever holds `Trade` decides
    /// prices within the band and must have checked both sides' consent.
    enum Right { Trade, Credit, Debit, Flag, Reduce }

    /// @notice `Closed`: no fills. `ReduceOnly`: batches of fills after which no position is greater than
    /// before or of the other sign, and liquidations. `Open`: everything.
    enum Status { Unlisted, Open, ReduceOnly, Closed }

    /// @notice A fill. The taker's position grows by `size`, the maker's by its negative.
    /// @param size signed for the taker, not zero
    /// @param price quote units per unit, positive, within the market's band of the mark
    /// @param makerFee charged to the maker; negative is a rebate; the two fees sum to at least zero
    /// @param reduceOnly bit 0 for the maker, bit 1 for the taker: the fill must bring that side nearer to zero
    struct Fill { bytes32 maker; bytes32 taker; uint128 instrument; int256 size; int256 price; int256 makerFee; int256 takerFee; uint8 reduceOnly; }

    /// @notice An account after the fact; margins are requirements. `cash` is the balance as stored, as
    /// `account` shows it; `equity` counts the funding owed on every position up to now. `settledQuote` is
    /// equity less collateral: negative where collateral stands for quote that is owed.
    struct Outcome { bytes32 account; int256 cash; int256 equity; int256 settledQuote; int256 initialMargin; int256 maintenanceMargin; Grade grade; Doubt doubt; }

    /// @notice A payment of cash that accompanies a liquidation.
    struct Move { bytes32 from; bytes32 to; int256 amount; }

    /// @notice The limits of a market.
    /// @param maxOpenInterest cap on open interest, in units
    /// @param maxPosition cap on one account's position, in units
    /// @param band greatest distance of a fill's price from the mark, as a fraction; twice that while the
    /// mark is in doubt, when there are only reductions
    /// @param feeCap greatest absolute fee, as a fraction of notional, both rounded up
    /// @param lot a fill's size is a multiple of this
    /// @param tick a fill's price is a multiple of this; lot times tick is a multiple of 1e-18 quote units
    struct Limits { Status status; int256 maxOpenInterest; int256 maxPosition; int256 band; int256 feeCap; int256 lot; int256 tick; }

    /// @notice A perpetual market: the ledger's state and the engine's view of it.
    /// @param fundingIndex accrued to now, quote units per unit
    /// @param fundingRate in force now, quote units per unit and second: what it was beyond interest at the
    /// last accrual fades from there and is gone after an hour
    struct MarketState {
        uint16 underlying; int256 indexPrice; int256 markPrice; int256 premium; int256 initialRate; int256 maintenanceRate;
        int256 fundingIndex; int256 fundingRate; uint40 accruedAt; int256 openInterest; uint40 publishedAt; Grade grade; Doubt doubt;
    }

    // ── Venues (Right.Trade) ───────────────────────────────────────────────────────────────────────

    /// @notice Applies all fills, then assesses every touched account once.
    /// @dev Order: right, counts (32 fills, 16 accounts), each fill against its market (size, price,
    /// instrument, status, grid, accounts, fees, reduceOnly), the limits of the batch, engine, band,
    /// admission. What is over a limit may fall. Engine calls: one, and one more if an account must show
    /// that it reduced; accounts that are together in more than 8 markets need more, 8 markets each. An account is admitted when its equity is at least its initial margin, with all
    /// its prices live; or when no leg grew or changed sign, its margin balance over maintenance did
    /// not fall, and its equity is not below the lesser of zero and what it was. A flagged account
    /// may only reduce; an account without positions and debt may do anything. Reserved accounts, and
    /// owners that are precompiles (below 0x10000), are refused.
    function trade(Fill[] calldata fills) external returns (Outcome[] memory);

    /// @notice What `trade` would answer if a venue called it now, with the same errors.
    function previewTrade(Fill[] calldata fills) external view returns (Outcome[] memory);

    // ── Vault (Right.Credit, Right.Debit) ──────────────────────────────────────────────────────────

    /// @notice Adds to an account's balance of an asset (0: the quote coin, up to 15: collateral).
    /// @return balance afterwards
    function credit(bytes32 account, uint16 asset, int256 amount) external returns (int256 balance);

    /// @notice Takes from an account's balance. `caller` must own the account (the house's owner: the
    /// account that collects fees); what is left must hold the initial margin at live prices. Cash may
    /// go below zero where positions back it; what collateral backs is not lent, so quote is refused where
    /// `settledQuote` would be negative. A flagged account takes out only without positions and debt.
    function debit(bytes32 account, uint16 asset, int256 amount, address caller) external returns (int256 balance);

    /// @notice What `debit` would leave, with the same errors save authority.
    function previewDebit(bytes32 account, uint16 asset, int256 amount) external view returns (Outcome memory);

    // ── Liquidation (Right.Flag, Right.Reduce) ─────────────────────────────────────────────────────

    /// @notice Sets or clears an account's flag: a flagged account may only deposit and reduce. Setting it
    /// needs equity below maintenance margin before the moves, which may leave no debt; clearing it needs
    /// a buffer of 15% of maintenance margin over it after them, at live prices. Setting a flag that is set
    /// makes the moves. Not while the sequencer is down or in its grace, nor at an outdated price.
    /// @param moves at most 8, from the account or the insurance account only, to accounts that may be
    /// credited; insurance never goes below zero
    function setFlag(bytes32 account, bool flagged, Move[] calldata moves) external returns (Outcome memory);

    /// @notice One fill by which `fill.taker` takes over a part of the flagged `fill.maker`'s position, no
    /// worse than the mark by the lesser of 0.25% and half the maintenance rate. The maker must
    /// not have the buffer that would clear its flag. Its margin balance over maintenance must not fall,
    /// moves included, nor its equity below the lesser of zero and what it was; the taker, whom `caller` must own, must hold its initial margin. No fees. A price
    /// whose feed is in doubt serves, but not one that is outdated, nor any while the sequencer is down or in
    /// its grace. The size keeps to the lot unless nothing is left, and, of a maker with an equity of 50
    /// or more that it would leave with 50 or more over that buffer, to what restores it, rounded up to the lot.
    function reduce(Fill calldata fill, Move[] calldata moves, address caller) external returns (Outcome memory maker, Outcome memory taker);

    // ── Anyone ─────────────────────────────────────────────────────────────────────────────────────

    /// @notice Brings funding up to now and stores the rate that follows from the present premium. At most 8.
    function accrue(uint16[] calldata underlyings) external;

    // ── Views ──────────────────────────────────────────────────────────────────────────────────────

    function account(bytes32 id) external view returns (int256 cash, uint8 mode, bool flagged, uint8 legCount, uint16 collateralBitmap, uint40 touchedAt);
    /// @notice The raw leg words: kind u8, underlying u16, funding index i104, size i128.
    function legs(bytes32 id) external view returns (bytes32[] memory);
    /// @notice The position in an instrument (zero: none) and the funding owed on it since it was last touched (positive: to pay).
    function position(bytes32 id, uint128 instrument) external view returns (int256 size, int256 fundingOwed);
    function collateral(bytes32 id, uint16 asset) external view returns (int256);
    /// @notice Equity and requirements now, funding included. `healths`: at most 32.
    function health(bytes32 id) external view returns (Outcome memory);
    function healths(bytes32[] calldata ids) external view returns (Outcome[] memory);
    function market(uint16 underlying) external view returns (MarketState memory);
    function limits(uint16 underlying) external view returns (Limits memory);
    function hasRight(address venue, Right right) external view returns (bool);
    function engine() external view returns (address target, bytes32 codehash);

    // ── Owner ──────────────────────────────────────────────────────────────────────────────────────

    /// @notice Grants and revokes rights: bit n is `Right(n)`.
    function setVenue(address venue, uint8 rights) external;
    /// @notice Lists a market or changes its limits, which must be representable exactly: fractions in
    /// billionths, caps in 17 digits, lot and tick in three and a power of ten. An open market's band is
    /// at most its initial rate less its maintenance rate. A listed market cannot be unlisted.
    function setLimits(uint16 underlying, Limits calldata limits_) external;
    /// @notice Replaces the engine; the address must hold code with that hash.
    function setEngine(address engine_, bytes32 codehash) external;

    function owner() external view returns (address);
    function pendingOwner() external view returns (address);
    function transferOwnership(address next) external;
    function acceptOwnership() external;

    event Traded(bytes32 indexed maker, bytes32 indexed taker, uint128 indexed instrument, int256 size, int256 price, int256 makerSize, int256 takerSize, int256 makerCash, int256 takerCash);
    event Credited(bytes32 indexed account, uint16 indexed asset, int256 amount, int256 balance);
    event Debited(bytes32 indexed account, uint16 indexed asset, int256 amount, int256 balance);
    event FundingAccrued(uint16 indexed underlying, int256 fundingIndex, int256 fundingRate, uint40 at);
    /// @param amount what the cash changed by: positive, received
    event FundingRealised(bytes32 indexed account, uint16 indexed underlying, int256 amount, int256 cash);
    event FeesCollected(int256 amount, int256 cash);
    event FlagSet(bytes32 indexed account, bool flagged);
    event Moved(bytes32 indexed from, bytes32 indexed to, int256 amount, int256 fromCash, int256 toCash);
    event VenueSet(address indexed venue, uint8 rights);
    event LimitsSet(uint16 indexed underlying, Limits limits);
    event EngineSet(address indexed engine, bytes32 codehash);
    event OwnershipTransferStarted(address indexed owner, address indexed next);
    event OwnershipTransferred(address indexed previous, address indexed owner);

    error NotOwner(address sender);
    error MissingRight(address sender, Right right);
    error NotAuthorised(bytes32 account, address sender);
    error ReservedAccount(bytes32 account);
    error SelfTrade(bytes32 account);
    error UnknownInstrument(uint128 instrument);
    error MarketClosed(uint16 underlying, Status status);
    error ZeroSize();
    error ZeroAmount();
    error BadPrice(int256 price);
    error OffGrid(int256 value, int256 step);
    error OutsideBand(uint128 instrument, int256 price, int256 mark, int256 band);
    error FeeTooHigh(int256 fee, int256 bound);
    error OpenInterestExceeded(uint16 underlying, int256 actual, int256 bound);
    error PositionExceeded(bytes32 account, int256 size, int256 bound);
    error NotReducing(bytes32 account, uint128 instrument);
    error InsufficientMargin(bytes32 account, int256 equity, int256 initialMargin);
    error MarginNotImproved(bytes32 account, int256 balanceAfter, int256 balanceBefore);
    error DoubtfulPrice(bytes32 account, Grade grade, Doubt doubt);
    error AccountFlagged(bytes32 account);
    error NotFlagged(bytes32 account);
    error AccountHealthy(bytes32 account, int256 equity, int256 maintenanceMargin);
    /// @param largest what would have been allowed, signed as `size`
    error TakeoverTooLarge(bytes32 account, int256 size, int256 largest);
    error QuoteShortfall(bytes32 account, int256 settledQuote);
    error InsufficientBalance(bytes32 account, uint16 asset, int256 balance, int256 amount);
    error UnknownAsset(uint16 asset);
    error TooMany(uint256 actual, uint256 bound);
    error TooManyLegs(bytes32 account, uint256 actual, uint256 bound);
    error BadMove(bytes32 from);
    /// @param field place in `Limits`, from 0
    error BadLimits(uint16 field);
    error WrongCode(bytes32 actual, bytes32 expected);
    error CallFailed(address target);
    error Overflow();
}
