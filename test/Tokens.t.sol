// SPDX-License-Identifier: MIT OR Apache-2.0
pragma solidity ^0.8.20;

import {BlocklistingToken, FalseReturningToken, FeeOnTransferToken, LyingToken} from "./support/Tokens.sol";
import {Test} from "./Test.sol";

/// @notice The hostile tokens are hostile in the way their names say: what the vault's tests rest on.
contract TokensTest is Test {
    address internal alice = makeAddr("alice");
    address internal bob = makeAddr("bob");

    function test_feeOnTransfer_deliversLessThanSent(uint256 amount) public {
        amount = bound(amount, 100, 1e30);
        FeeOnTransferToken token = new FeeOnTransferToken();
        token.mint(alice, amount);

        vm.prank(alice);
        token.transfer(bob, amount);

        assertEq(token.balanceOf(bob), amount - amount / 100);
        assertEq(token.balanceOf(alice), 0);
    }

    function test_falseReturning_answersFalseAndMovesNothing() public {
        FalseReturningToken token = new FalseReturningToken();
        token.mint(alice, 5);
        token.lie(true);

        vm.prank(alice);
        assertFalse(token.transfer(bob, 5));

        assertEq(token.balanceOf(alice), 5);
    }

    function test_lying_answersTrueAndMovesNothing() public {
        LyingToken token = new LyingToken();
        token.mint(alice, 5);
        vm.prank(alice);
        token.approve(bob, 5);
        token.lie(true);

        vm.prank(bob);
        assertTrue(token.transferFrom(alice, bob, 5));

        assertEq(token.balanceOf(bob), 0);
    }

    function test_blocklisting_refusesBothDirections() public {
        BlocklistingToken token = new BlocklistingToken();
        token.mint(alice, 5);
        token.block_(bob, true);

        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(BlocklistingToken.Blocked.selector, bob));
        token.transfer(bob, 1);
        vm.prank(bob);
        vm.expectRevert(abi.encodeWithSelector(BlocklistingToken.Blocked.selector, bob));
        token.transfer(alice, 0);
    }
}
