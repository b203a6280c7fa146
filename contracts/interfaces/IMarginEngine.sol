// SPDX-License-Identifier: MIT OR Apache-2.0
pragma solidity ^0.8.20;

/// @title Margin engine: what a portfolio is worth and must hold
/// @notice Floor 2. A pure function of portfolios, parameters and the oracle's prices: anybody may ask
/// about any portfolio, stored or imagined. Holds no balance and no position. Calls: the oracle
/// adapter, once, with a gas cap of 4,000,000.
/// @dev Units: 18-decimal quote units for money and prices, 18-decimal units of underlying for sizes,
/// 18-decimal fractions for rates. Requirements are rounded up, values down.
/// ENG-1: `initialMargin >= maintenanceMargin >= 0` for every portfolio.
/// ENG-2: a portfolio without legs and collateral is assessed without a price: equity is its cash.
/// ENG-3: a price that is not live never fails the call; it lowers the grade of the portfolios using it.
interface IMarginEngine {
    /// @notice How an account is margined. Only `Cross` is available yet.
    enum Mode { Cross, Isolated, Portfolio }
    enum Grade { None, Outdated, Doubtful, Good }
    enum Doubt { None, NoFeed, Reverted, Incomplete, NotPositive, Stale, OutOfBounds, SequencerDown, SequencerGrace }

    /// @notice A portfolio; its legs and collateral follow in the flat arrays of `assess`.
    /// @param cash signed quote balance, funding realised
    /// @param legCount number of its words in `legs`
    /// @param collateralCount number of its words in `collateral`
    struct Portfolio { bytes32 account; Mode mode; int256 cash; uint32 legCount; uint32 collateralCount; }

    /// @notice What a portfolio is worth and must hold; margins are requirements.
    /// @param settledQuote cash with the positions at their marks: equity less collateral. Negative: quote owed
    /// @param grade the lowest grade of the prices used. Collateral at a price that is outdated, or without
    /// one, counts as doubtful, unless the account would hold its maintenance margin were that collateral
    /// worth twice as much: then as outdated
    /// @param doubt why, for the first price that was not live
    struct Assessment { int256 equity; int256 settledQuote; int256 initialMargin; int256 maintenanceMargin; Grade grade; Doubt doubt; }

    /// @notice A perpetual market as the engine sees it now.
    /// @param premium mark over index less one, as a fraction
    /// @param initialRate IM rate at the open interest sent down
    /// @param maintenanceRate MM rate
    struct MarketView {
        uint16 underlying; int256 indexPrice; int256 markPrice; int256 premium; int256 initialRate;
        int256 maintenanceRate; int256 impactNotional; uint40 publishedAt; Grade grade; Doubt doubt;
    }

    /// @notice The parameters of one market, all 18-decimal.
    /// @param sizeScale N0 of the size factor, in quote units
    /// @param openInterestLow open interest from which the IM rate rises, in units
    /// @param openInterestHigh open interest at which the IM rate is 1
    /// @param impactNotional notional at which a fill moves the premium average in full
    struct MarketParameters {
        uint16 underlying; int256 initialRate; int256 maintenanceRate; int256 sizeScale; int256 spreadInitial;
        int256 spreadMaintenance; int256 openInterestLow; int256 openInterestHigh; int256 impactNotional;
    }

    /// @notice The parameters of one collateral asset: what it follows and what is taken off its value.
    /// @param maintenanceHaircut fraction of the value that counts as maintenance and as initial margin
    /// @param initialHaircut fraction that counts as initial margin besides: 10% and 5% make 15%
    struct CollateralParameters { uint16 asset; uint16 underlying; int256 maintenanceHaircut; int256 initialHaircut; }

    // ── Views ──────────────────────────────────────────────────────────────────────────────────────

    /// @notice Assesses portfolios and reports the markets named in `openInterest`.
    /// @dev Order of checks: counts, modes, markets known, prices. Every leg's underlying must be named in
    /// `openInterest`. Bounds: 32 portfolios, 128 legs a portfolio, 16 collaterals a portfolio, 8 markets.
    /// Collateral that the parameters do not know is worth nothing.
    /// @param legs leg words of all portfolios, one after another: kind u8, underlying u16, funding
    /// index i104, size i128 (high bits first)
    /// @param collateral collateral words likewise: asset u16 in the high bits, amount i128 in the low
    /// @param openInterest market words: underlying u16, premium average i64, its time u40 in 1/256 of a
    /// second, long size u128, 8 spare bits (high bits first)
    function assess(Portfolio[] calldata portfolios, bytes32[] calldata legs, bytes32[] calldata collateral, bytes32[] calldata openInterest)
        external view returns (Assessment[] memory, MarketView[] memory);

    /// @notice The parameters in force of a market; zero rates when there is none.
    function market(uint16 underlying) external view returns (MarketParameters memory);

    /// @notice The parameters in force of a collateral asset; the maintenance haircut is 1 when there are none.
    function collateral(uint16 asset) external view returns (CollateralParameters memory);

    /// @notice The smallest reward a keeper is owed, in quote units: any position must hold twice this as
    /// maintenance and three times this as initial margin.
    function keeperMinimum() external view returns (int256);

    /// @notice The data contract in force with its version, and the one scheduled with its time (zero: none).
    function parameters() external view returns (address current, uint32 version, address next, uint40 effectiveAt);

    function oracle() external view returns (address);

    // ── Owner ──────────────────────────────────────────────────────────────────────────────────────

    /// @notice Schedules a parameter set held as the code of a data contract, validated here and once.
    /// @dev The first set is in force at once; every later one at least six hours from now, so that an
    /// account can react before it can be liquidated by a parameter. Scheduling again replaces what waits.
    /// A set must know every market and asset of the set in force.
    /// @param data a contract whose code is 0x00 followed by the set
    /// @param codehash keccak-256 of that code, so that what was reviewed is what takes effect
    function setParameters(address data, bytes32 codehash, uint40 effectiveAt) external;

    function owner() external view returns (address);
    function pendingOwner() external view returns (address);
    function transferOwnership(address next) external;
    function acceptOwnership() external;

    event ParametersScheduled(address indexed data, bytes32 codehash, uint32 version, uint40 effectiveAt);
    event OwnershipTransferStarted(address indexed owner, address indexed next);
    event OwnershipTransferred(address indexed previous, address indexed owner);

    error NotOwner(address sender);
    error UnknownMarket(uint16 underlying);
    error UnknownKind(uint8 kind);
    error ModeUnavailable(Mode mode);
    error CountMismatch(uint256 actual, uint256 expected);
    error TooMany(uint256 actual, uint256 bound);
    error NoParameters();
    /// @notice The set, or a field of it, is not allowed. `field` is 256·record + number: record 0 is the
    /// header, then come the markets and the collateral assets in their order. Numbers: 1 format or length,
    /// 2 keeper minimum, 3 underlying, 4 initial rate, 5 maintenance rate, 6 initial spread, 7 maintenance
    /// spread, 8 leverage floor, 9 size scale, 10 and 11 low and high open interest, 12 impact notional,
    /// 13 asset, 14 maintenance haircut, 15 initial haircut.
    error BadParameters(uint16 field);
    error WrongCode(bytes32 actual, bytes32 expected);
    error TooSoon(uint40 effectiveAt, uint40 earliest);
    error CallFailed(address target);
    error Overflow();
}
