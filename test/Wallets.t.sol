// SPDX-License-Identifier: MIT OR Apache-2.0
pragma solidity ^0.8.20;

import {SignerWallet} from "./support/Wallets.sol";
import {Test} from "./Test.sol";

/// @notice The contract wallet that the end-to-end tests trade through follows ERC-1271.
contract WalletsTest is Test {
    bytes4 internal constant MAGIC = 0x1626ba7e;

    SignerWallet internal wallet;
    uint256 internal signerKey;

    function setUp() public {
        address signer;
        (signer, signerKey) = makeAddrAndKey("signer");
        wallet = new SignerWallet(signer);
    }

    function test_isValidSignature_ofItsSigner_answersMagic(bytes32 digest) public view {
        assertEq(bytes32(wallet.isValidSignature(digest, _sign(signerKey, digest))), bytes32(MAGIC));
    }

    function test_isValidSignature_ofAnotherDigest_isRefused(bytes32 digest, bytes32 other) public view {
        vm.assume(digest != other);
        assertFalse(wallet.isValidSignature(digest, _sign(signerKey, other)) == MAGIC);
    }

    function test_isValidSignature_ofAnotherKey_isRefused(bytes32 digest) public {
        (, uint256 strangerKey) = makeAddrAndKey("stranger");
        assertFalse(wallet.isValidSignature(digest, _sign(strangerKey, digest)) == MAGIC);
    }

    function test_execute_byStranger_isRefused() public {
        address stranger = makeAddr("stranger");
        vm.prank(stranger);
        vm.expectRevert(abi.encodeWithSelector(SignerWallet.NotSigner.selector, stranger));
        wallet.execute(address(this), "");
    }

    function _sign(uint256 key, bytes32 digest) internal pure returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, digest);
        return abi.encodePacked(r, s, v);
    }
}
