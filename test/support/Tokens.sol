// SPDX-License-Identifier: MIT OR Apache-2.0
pragma solidity ^0.8.20;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";

/// @notice An ordinary token with permit; anybody mints.
contract TestToken is ERC20, ERC20Permit {
    uint8 private immutable scale;

    constructor(string memory name_, string memory symbol_, uint8 decimals_) ERC20(name_, symbol_) ERC20Permit(name_) {
        scale = decimals_;
    }

    function decimals() public view override returns (uint8) {
        return scale;
    }

    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }
}

/// @notice Takes one percent of every transfer.
contract FeeOnTransferToken is TestToken("Fee", "FEE", 18) {
    function _update(address from, address to, uint256 value) internal override {
        if (from != address(0) && to != address(0)) {
            super._update(from, address(0xdead), value / 100);
            value -= value / 100;
        }
        super._update(from, to, value);
    }
}

/// @notice Answers false and moves nothing while it is told to.
contract FalseReturningToken is TestToken("False", "FALSE", 18) {
    bool public lying;

    function lie(bool on) external {
        lying = on;
    }

    function transfer(address to, uint256 value) public override returns (bool) {
        return lying ? false : super.transfer(to, value);
    }

    function transferFrom(address from, address to, uint256 value) public override returns (bool) {
        return lying ? false : super.transferFrom(from, to, value);
    }
}

/// @notice Answers true and moves nothing while it is told to.
contract LyingToken is TestToken("Lying", "LIE", 18) {
    bool public lying;

    function lie(bool on) external {
        lying = on;
    }

    function transferFrom(address from, address to, uint256 value) public override returns (bool) {
        return lying ? true : super.transferFrom(from, to, value);
    }
}

/// @notice Refuses transfers from and to the addresses on its list.
contract BlocklistingToken is TestToken("Block", "BLOCK", 6) {
    mapping(address => bool) public blocked;

    error Blocked(address who);

    function block_(address who, bool on) external {
        blocked[who] = on;
    }

    function _update(address from, address to, uint256 value) internal override {
        if (blocked[from]) revert Blocked(from);
        if (blocked[to]) revert Blocked(to);
        super._update(from, to, value);
    }
}

/// @notice Calls somebody with prepared data in the middle of a transfer and keeps the answer.
contract ReentrantToken is TestToken("Reenter", "REENT", 18) {
    address public target;
    bytes public data;
    bool public succeeded;
    bytes public answer;

    function arm(address target_, bytes calldata data_) external {
        target = target_;
        data = data_;
    }

    function _update(address from, address to, uint256 value) internal override {
        super._update(from, to, value);
        if (target != address(0) && from != address(0)) (succeeded, answer) = target.call(data);
    }
}

/// @notice Returns nothing from its transfers, as some old tokens do.
contract SilentToken {
    string public constant name = "Silent";
    string public constant symbol = "SILENT";
    uint8 public constant decimals = 6;
    mapping(address => uint256) public balanceOf;
    mapping(address => mapping(address => uint256)) public allowance;

    function mint(address to, uint256 amount) external {
        balanceOf[to] += amount;
    }

    function approve(address spender, uint256 amount) external {
        allowance[msg.sender][spender] = amount;
    }

    function transfer(address to, uint256 amount) external {
        balanceOf[msg.sender] -= amount;
        balanceOf[to] += amount;
    }

    function transferFrom(address from, address to, uint256 amount) external {
        allowance[from][msg.sender] -= amount;
        balanceOf[from] -= amount;
        balanceOf[to] += amount;
    }
}

/// @notice Moves nothing and takes all gas, once told to.
contract BurningToken is TestToken("Burning", "BURN", 18) {
    bool public burns;

    function burn(bool on) external {
        burns = on;
    }

    function _update(address from, address to, uint256 amount) internal override {
        while (burns) {}
        super._update(from, to, amount);
    }
}
