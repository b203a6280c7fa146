// SPDX-License-Identifier: MIT OR Apache-2.0
pragma solidity ^0.8.20;

/// @title Exchange: signed orders, lanes and fees
/// @notice Floor 4, a venue. Checks consent (signatures, lanes, limits) and hands the fills to the
/// clearing house, which decides margin. Calls: the signature precompile or an owner's ERC-1271 check
/// (static, gas cap 100,000), then the clearing house.
/// @dev EIP-712 domain: name "Ballast", version "1", chain id, this contract. Type:
/// Order(bytes32 account,uint128 instrument,int256 size,int256 limit,uint64 lane,uint64 seq,uint40 deadline,uint16 flags,int256 maxFee,address taker)
/// EXC-1: an order fills at most its size, at its limit or better, by its deadline, for at most its fee rate.
/// EXC-2: in a lane, an order whose sequence is below the lane's, or below what was cancelled, never fills again.
/// EXC-3: a signature counts once for its order, chain and exchange; a malleable one does not count.
interface IExchange {
    /// @notice An order.
    /// @param size signed units, positive buys
    /// @param limit worst price, quote units per unit
    /// @param lane any number: a sequence of orders that share one storage slot; once one fills, those with a
    /// lower `seq` never fill again. Until then they do: a new order replaces nothing by being signed
    /// @param seq number in the lane, from 1
    /// @param deadline last second at which it may fill
    /// @param flags bit 0: reduce only
    /// @param maxFee greatest fee rate the owner pays, 18-decimal fraction of notional
    /// @param taker owner address that alone may take it; zero: anyone
    struct Order { bytes32 account; uint128 instrument; int256 size; int256 limit; uint64 lane; uint64 seq; uint40 deadline; uint16 flags; int256 maxFee; address taker; }

    /// @notice A match of two orders of the call, by index, at the maker's limit.
    /// @param size units, positive
    struct Match { uint8 maker; uint8 taker; int256 size; }

    struct Outcome { bytes32 account; int256 cash; int256 equity; int256 initialMargin; int256 maintenanceMargin; }

    /// @notice Fills. Bounds: 16 orders, 32 matches.
    /// @dev Order of checks: counts, each order (deadline, lane, consent), each match (instrument, sides,
    /// limits, sizes), the clearing house's checks.
    /// @param signatures for each order a length (uint16, big-endian) and so many bytes; an order without
    /// one must belong to the sender, and takes no lane: its size bounds this call only
    function fill(Order[] calldata orders, bytes calldata signatures, Match[] calldata matches) external returns (Outcome[] memory);

    /// @notice What `fill` would answer, with the same errors, without signatures: of the orders as if signed.
    function previewFill(Order[] calldata orders, Match[] calldata matches) external view returns (Outcome[] memory);

    /// @notice Cancels every order of a lane with a sequence below `belowSeq`. Only the owner of the account; never lowers.
    function cancel(bytes32 account, uint64 lane, uint64 belowSeq) external;

    /// @notice A lane's present sequence, how much of that order is filled (units), and what is cancelled below.
    function laneStatus(bytes32 account, uint64 lane) external view returns (uint64 seq, int256 filled, uint64 cancelledBelow);
    /// @notice The EIP-712 hash to sign.
    function orderHash(Order calldata order) external view returns (bytes32);
    function domainSeparator() external view returns (bytes32);
    function fees(uint16 underlying) external view returns (int256 maker, int256 taker);
    function clearingHouse() external view returns (address);

    /// @notice Sets the fee rates of a market: at most 1% either way, the two summing to at least zero.
    function setFees(uint16 underlying, int256 maker, int256 taker) external;

    function owner() external view returns (address);
    function pendingOwner() external view returns (address);
    function transferOwnership(address next) external;
    function acceptOwnership() external;

    event OrderFilled(bytes32 indexed account, uint64 indexed lane, uint64 indexed seq, int256 size, int256 filled, int256 price, int256 fee);
    event LaneCancelled(bytes32 indexed account, uint64 indexed lane, uint64 belowSeq);
    event FeesSet(uint16 indexed underlying, int256 maker, int256 taker);
    event OwnershipTransferStarted(address indexed owner, address indexed next);
    event OwnershipTransferred(address indexed previous, address indexed owner);

    error NotOwner(address sender);
    error NotAuthorised(bytes32 account, address sender);
    error TooMany(uint256 actual, uint256 bound);
    error Empty();
    error OrderExpired(bytes32 account, uint40 deadline);
    error SequencePassed(bytes32 account, uint64 seq, uint64 current);
    error BadSignature(bytes32 account);
    error BadSignatures(uint256 position);
    error BadOrder(uint256 index);
    error UnknownFlags(uint16 flags);
    error UnknownOrder(uint8 index);
    error InstrumentMismatch(uint128 maker, uint128 taker);
    error SameSide(uint256 index);
    error TakerNotAllowed(bytes32 account, address allowed);
    error Overfilled(bytes32 account, int256 actual, int256 bound);
    error LimitCrossed(bytes32 account, int256 price, int256 limit);
    error FeeTooHigh(bytes32 account, int256 rate, int256 bound);
    error BadFees(int256 maker, int256 taker);
    error CallFailed(address target);
    error Overflow();
}
