// SPDX-License-Identifier: MIT OR Apache-2.0
pragma solidity ^0.8.20;

import {AggregatorV3Interface} from "./Aggregator.sol";

/// @notice The address that consumers are given: it forwards to the aggregator of the present phase and
/// puts the phase into the round ids, so that the aggregator can be replaced. Read access goes through
/// a controller, which is consulted on every call, as on the deployed ones.
contract AggregatorProxy is AggregatorV3Interface {
    struct Phase {
        uint16 id;
        AggregatorV3Interface aggregator;
    }

    uint256 private constant PHASE_OFFSET = 64;
    address public immutable owner;
    Phase private phase;
    address public accessController;
    mapping(uint16 => AggregatorV3Interface) public phaseAggregators;

    error NotOwner(address sender);
    error NoAccess(address sender);

    constructor(AggregatorV3Interface aggregator) {
        owner = msg.sender;
        phase = Phase(1, aggregator);
        phaseAggregators[1] = aggregator;
    }

    /// @notice Replaces the aggregator.
    function confirmAggregator(AggregatorV3Interface aggregator) external {
        if (msg.sender != owner) revert NotOwner(msg.sender);
        uint16 id = phase.id + 1;
        phase = Phase(id, aggregator);
        phaseAggregators[id] = aggregator;
    }

    function aggregator() external view returns (address) {
        return address(phase.aggregator);
    }

    function phaseId() external view returns (uint16) {
        return phase.id;
    }

    function decimals() external view returns (uint8) {
        return phase.aggregator.decimals();
    }

    function description() external view returns (string memory) {
        return phase.aggregator.description();
    }

    function version() external view returns (uint256) {
        return phase.aggregator.version();
    }

    function latestRoundData() external view returns (uint80, int256, uint256, uint256, uint80) {
        _checkAccess();
        Phase memory current = phase;
        (uint80 id, int256 answer, uint256 startedAt, uint256 updatedAt, uint80 answeredIn) =
            current.aggregator.latestRoundData();
        return (_withPhase(current.id, id), answer, startedAt, updatedAt, _withPhase(current.id, answeredIn));
    }

    function getRoundData(uint80 roundId) external view returns (uint80, int256, uint256, uint256, uint80) {
        _checkAccess();
        uint16 phaseOf = uint16(roundId >> PHASE_OFFSET);
        (uint80 id, int256 answer, uint256 startedAt, uint256 updatedAt, uint80 answeredIn) =
            phaseAggregators[phaseOf].getRoundData(uint64(roundId));
        return (_withPhase(phaseOf, id), answer, startedAt, updatedAt, _withPhase(phaseOf, answeredIn));
    }

    function _withPhase(uint16 id, uint80 round) private pure returns (uint80) {
        return uint80((uint256(id) << PHASE_OFFSET) | uint64(round));
    }

    /// @dev Open to all while no controller is set: one storage read, as on the deployed proxies.
    function _checkAccess() private view {
        if (accessController != address(0) && msg.sender != owner) revert NoAccess(msg.sender);
    }
}
