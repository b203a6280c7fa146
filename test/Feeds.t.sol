// SPDX-License-Identifier: MIT OR Apache-2.0
pragma solidity ^0.8.20;

import {Aggregator} from "./support/Aggregator.sol";
import {AggregatorProxy} from "./support/AggregatorProxy.sol";
import {Test} from "./Test.sol";

/// @notice The feed that the end-to-end tests deploy behaves as consumers of Chainlink feeds expect.
contract FeedsTest is Test {
    Aggregator internal aggregator;
    AggregatorProxy internal proxy;

    function setUp() public {
        vm.warp(1_800_000_000);
        aggregator = new Aggregator(8, "ETH / USD");
        proxy = new AggregatorProxy(aggregator);
    }

    function test_proxy_forwardsLatestRound_withPhaseInRoundId(int192 answer) public {
        aggregator.transmit(answer);

        (uint80 roundId, int256 price, uint256 startedAt, uint256 updatedAt, uint80 answeredInRound) =
            proxy.latestRoundData();

        assertEq(uint256(roundId), (1 << 64) | 1);
        assertEq(uint256(answeredInRound), roundId);
        assertEq(price, int256(answer));
        assertEq(startedAt, block.timestamp);
        assertEq(updatedAt, block.timestamp);
    }

    function test_proxy_afterConfirmAggregator_keepsOldRoundsReadable() public {
        aggregator.transmit(2_000e8);
        Aggregator next = new Aggregator(8, "ETH / USD");
        next.transmit(3_000e8);

        proxy.confirmAggregator(next);

        (uint80 roundId, int256 price,,,) = proxy.latestRoundData();
        assertEq(uint256(roundId), (2 << 64) | 1);
        assertEq(price, 3_000e8);
        (, int256 oldPrice,,,) = proxy.getRoundData((1 << 64) | 1);
        assertEq(oldPrice, 2_000e8);
    }

    function test_transmit_byStranger_isRefused() public {
        address stranger = makeAddr("stranger");
        vm.prank(stranger);
        vm.expectRevert(abi.encodeWithSelector(Aggregator.NotTransmitter.selector, stranger));
        aggregator.transmit(1);
    }

    function test_confirmAggregator_byStranger_isRefused() public {
        address stranger = makeAddr("stranger");
        vm.prank(stranger);
        vm.expectRevert(abi.encodeWithSelector(AggregatorProxy.NotOwner.selector, stranger));
        proxy.confirmAggregator(aggregator);
    }

    function test_unfinishedRound_isReportedAsSuch() public {
        aggregator.transmitAt(2_000e8, uint32(block.timestamp), 0);
        (,,, uint256 updatedAt,) = proxy.latestRoundData();
        assertEq(updatedAt, 0);
    }
}
