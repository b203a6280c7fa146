// SPDX-License-Identifier: MIT OR Apache-2.0
pragma solidity ^0.8.20;

/// @notice The interface that Chainlink's consumers read.
interface AggregatorV3Interface {
    function decimals() external view returns (uint8);
    function description() external view returns (string memory);
    function version() external view returns (uint256);
    function getRoundData(uint80 roundId) external view returns (uint80, int256, uint256, uint256, uint80);
    function latestRoundData()
        external
        view
        returns (uint80 roundId, int256 answer, uint256 startedAt, uint256 updatedAt, uint80 answeredInRound);
}

/// @notice A price aggregator whose rounds its owner transmits; what an off-chain reporting committee
/// does on a real chain. Serves as the sequencer uptime feed too (answer 0: up, 1: down).
contract Aggregator is AggregatorV3Interface {
    struct Round {
        int192 answer;
        uint32 startedAt;
        uint32 updatedAt;
    }

    address public immutable transmitter;
    uint8 public immutable decimals;
    string public description;
    uint256 public constant version = 4;
    uint80 public latestRound;
    mapping(uint80 => Round) private rounds;

    event AnswerUpdated(int256 indexed current, uint256 indexed roundId, uint256 updatedAt);

    error NotTransmitter(address sender);

    constructor(uint8 decimals_, string memory description_) {
        transmitter = msg.sender;
        decimals = decimals_;
        description = description_;
    }

    /// @notice Publishes an answer as of now.
    function transmit(int192 answer) external {
        transmitAt(answer, uint32(block.timestamp), uint32(block.timestamp));
    }

    /// @notice Publishes an answer with times of the transmitter's choice: 0 is an unfinished round.
    function transmitAt(int192 answer, uint32 startedAt, uint32 updatedAt) public {
        if (msg.sender != transmitter) revert NotTransmitter(msg.sender);
        uint80 id = ++latestRound;
        rounds[id] = Round(answer, startedAt, updatedAt);
        emit AnswerUpdated(answer, id, updatedAt);
    }

    function getRoundData(uint80 id) public view returns (uint80, int256, uint256, uint256, uint80) {
        Round memory round = rounds[id];
        return (id, round.answer, round.startedAt, round.updatedAt, id);
    }

    function latestRoundData() external view returns (uint80, int256, uint256, uint256, uint80) {
        return getRoundData(latestRound);
    }
}
