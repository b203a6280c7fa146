// SPDX-License-Identifier: MIT OR Apache-2.0
pragma solidity ^0.8.20;

/// @title Vault: custody of the collateral tokens
/// @notice Floor 4. The only contract that holds and moves tokens. Calls: the token, to read the vault's
/// balance (gas cap 500,000) and once to move it (no cap: a token can burn nothing but the caller's own
/// gas), and the clearing house.
/// @dev Amounts are in the token's own units, at most 2^127 − 1; the clearing house is told 18-decimal amounts.
/// VAU-1: the vault's balance of a token is never below what the clearing house credits for it.
/// VAU-2: a token that moves another amount than asked, answers false or reverts is refused and nothing changes.
interface IVault {
    /// @notice A token that the vault takes.
    /// @param cap greatest custody, in token units, to 12 significant digits, rounded down; lowering it
    /// never stops a withdrawal
    /// @param custody what the vault holds for accounts; more may have been sent to it by mistake
    struct Asset { address token; uint8 decimals; uint256 cap; uint256 custody; }

    /// @notice Moves `amount` from the sender into an account. Anyone may deposit the quote coin (asset 0)
    /// for anyone, the insurance account included; other assets only for an account of one's own.
    /// @return credited the 18-decimal amount
    function deposit(bytes32 account, uint16 asset, uint256 amount) external returns (int256 credited);

    /// @notice `deposit` with an EIP-2612 permit first; a permit that was front-run is no obstacle as long
    /// as the allowance stands. The deadline is at most 2^128 − 1.
    function depositWithPermit(bytes32 account, uint16 asset, uint256 amount, uint256 deadline, uint8 v, bytes32 r, bytes32 s) external returns (int256 credited);

    /// @notice Moves `amount` from an account of the sender's to `to`. What is left must hold the initial margin.
    function withdraw(bytes32 account, uint16 asset, uint256 amount, address to) external;

    /// @notice What `withdraw` would leave: equity and initial margin; reverts as it would.
    function previewWithdraw(bytes32 account, uint16 asset, uint256 amount) external view returns (int256 equity, int256 initialMargin);

    function asset(uint16 id) external view returns (Asset memory);
    function clearingHouse() external view returns (address);

    /// @notice Lists a token or changes its cap. A listed token stays; its decimals must be the token's own, at most 18.
    function setAsset(uint16 id, address token, uint8 decimals, uint256 cap) external;

    function owner() external view returns (address);
    function pendingOwner() external view returns (address);
    function transferOwnership(address next) external;
    function acceptOwnership() external;

    event Deposited(bytes32 indexed account, uint16 indexed asset, address indexed from, uint256 amount, int256 credited);
    event Withdrawn(bytes32 indexed account, uint16 indexed asset, address indexed to, uint256 amount, int256 debited);
    event AssetSet(uint16 indexed asset, address indexed token, uint8 decimals, uint256 cap);
    event OwnershipTransferStarted(address indexed owner, address indexed next);
    event OwnershipTransferred(address indexed previous, address indexed owner);

    error NotOwner(address sender);
    error NotAuthorised(bytes32 account, address sender);
    error ZeroAmount();
    error UnknownAsset(uint16 asset);
    error CapExceeded(uint16 asset, uint256 actual, uint256 bound);
    error InsufficientCustody(uint16 asset, uint256 custody, uint256 amount);
    error TransferFailed(address token);
    error WrongAmountMoved(address token, uint256 actual, uint256 expected);
    error PermitFailed(address token);
    error BadRecipient(address to);
    error BadToken(address token);
    error WrongDecimals(address token, uint8 actual, uint8 expected);
    error AssetListed(uint16 asset, address token);
    error AmountTooLarge(uint256 amount);
    error CallFailed(address target);
}
