// SPDX-License-Identifier: MIT OR Apache-2.0
pragma solidity ^0.8.20;

type Ticket is bytes32;
type Price is int128;

/// @title Every type the codec knows, in every place it may stand
interface ISample {
    enum Single { Only }
    enum Colour { Red, Green, Blue, Yellow }

    struct Unsigned { uint8 a; uint16 b; uint24 c; uint32 d; uint40 e; uint64 f; uint72 g; uint96 h; uint128 i; uint256 j; uint k; }
    struct Signed { int8 a; int16 b; int24 c; int32 d; int40 e; int64 f; int72 g; int104 h; int128 i; int256 j; int k; }
    struct Bytes { bytes1 a; bytes4 b; bytes20 c; bytes31 d; bytes32 e; Ticket f; }
    /// @param fn a keyword in Rust
    struct Nested { Bytes bytes_; bool yes; Colour colour; address fn; Pair pair; }
    struct Pair { uint8 left; Price right; }
    struct Dynamic { uint8 first; bytes data; Pair[] pairs; Colour last; }
    struct Deep { Dynamic one; Dynamic[] many; bytes32 root; bytes tail; }

    function unsigned(Unsigned calldata value, uint24 plain) external pure returns (Unsigned memory, uint24);
    function signed(Signed calldata value, int40 plain) external view returns (Signed memory, int40 named);
    function small(uint8 a, uint16 b, uint40 c, uint72 d, int8 e, int72 f, bool g, Single h, Colour i) external returns (uint8, uint16, uint40, uint72, int8, int72, bool, Single, Colour);
    function bytesOf(Bytes calldata value, bytes3 a, bytes32 b, Ticket c, address payable d) external returns (Bytes memory, bytes3, bytes32, Ticket, address);
    function nested(Nested calldata value, Nested[] calldata many) external returns (Nested[] memory many_, Nested memory value_);
    function lists(uint8[] calldata a, uint64[] calldata b, uint96[] calldata c, uint256[] calldata d, int32[] calldata e, int96[] calldata f, int256[] calldata g) external returns (uint8[] memory, uint64[] memory, uint96[] memory, uint256[] memory, int32[] memory, int96[] memory, int256[] memory);
    function moreLists(bool[] calldata a, address[] calldata b, bytes32[] calldata c, bytes7[] calldata d, Colour[] calldata e, Ticket[] calldata f, Price[] calldata g) external returns (bool[] memory, address[] memory, bytes32[] memory, bytes7[] memory, Colour[] memory, Ticket[] memory, Price[] memory);
    function blobs(bytes calldata a, uint8 b, bytes calldata c) external returns (bytes memory, uint8, bytes memory);
    function dynamicStruct(uint8 before, Dynamic calldata value, uint8 after_) external returns (uint8, Dynamic memory, uint8);
    function dynamicList(Dynamic[] calldata values, bytes calldata rest) external returns (bytes memory, Dynamic[] memory);
    function deep(Deep calldata value, Deep[] calldata values) external view returns (Deep[] memory, Deep memory);
    function pay(uint256 amount) external payable returns (bool);
    function payNothing() external payable;
    function nothing() external;
    function unnamed(uint8, bytes32) external;
    function names(uint8 target, uint8 payload, uint8 reader, uint8 writer, uint8 answer, uint8 move, uint8 value_sent, bytes calldata data) external returns (uint8 calldata_);

    event Plain();
    event Topics(uint8 indexed a, Colour indexed b, bytes4 indexed c, int64 d);
    event MoreTopics(address indexed a, bool indexed b, int256 indexed c);
    event Structs(Nested nested, uint256 indexed index, Pair pair);
    event Tails(bytes32 indexed account, bytes data, bytes32[] words, Dynamic value, uint8 last);

    error Empty();
    error Fields(uint8 a, int256 b, Colour c, bytes4 d, Nested e);
    error Tail(bytes data, Dynamic[] values, uint16[] numbers);
}
