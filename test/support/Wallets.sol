// SPDX-License-Identifier: MIT OR Apache-2.0
pragma solidity ^0.8.20;

/// @notice A contract wallet with one signer: approves what the signer signed, and relays the signer's calls.
contract SignerWallet {
    address public immutable signer;

    error NotSigner(address sender);

    constructor(address signer_) {
        signer = signer_;
    }

    function isValidSignature(bytes32 hash, bytes calldata signature) external view returns (bytes4) {
        if (signature.length != 65) return 0xffffffff;
        bytes32 r = bytes32(signature[0:32]);
        bytes32 s = bytes32(signature[32:64]);
        return ecrecover(hash, uint8(signature[64]), r, s) == signer ? bytes4(0x1626ba7e) : bytes4(0xffffffff);
    }

    function execute(address target, bytes calldata data) external returns (bytes memory) {
        if (msg.sender != signer) revert NotSigner(msg.sender);
        (bool ok, bytes memory answer) = target.call(data);
        if (!ok) {
            assembly { revert(add(answer, 0x20), mload(answer)) }
        }
        return answer;
    }
}

/// @notice A wallet whose check misbehaves on command.
contract BrokenWallet {
    enum Fault { Reverts, Burns, ReturnsGarbage, ReturnsShort, ReturnsLong, ReturnsDirtyMagic, ReturnsNothing }

    Fault public fault;

    function set(Fault fault_) external {
        fault = fault_;
    }

    function isValidSignature(bytes32, bytes calldata) external view returns (bytes4) {
        Fault now_ = fault;
        if (now_ == Fault.Reverts) revert("no");
        if (now_ == Fault.Burns) {
            while (true) {}
        }
        if (now_ == Fault.ReturnsShort) {
            assembly {
                mstore(0, shl(224, 0x1626ba7e))
                return(0, 4)
            }
        }
        if (now_ == Fault.ReturnsLong) {
            assembly { return(0, 0x40000) }
        }
        if (now_ == Fault.ReturnsDirtyMagic) {
            assembly {
                mstore(0, or(shl(224, 0x1626ba7e), 1))
                return(0, 0x20)
            }
        }
        if (now_ == Fault.ReturnsNothing) {
            assembly { return(0, 0) }
        }
        return 0xdeadbeef;
    }
}
