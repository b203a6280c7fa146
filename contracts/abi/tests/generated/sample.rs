// Generated from contracts/abi/tests/interfaces/ISample.sol by `cargo run -p codec`. Not to be edited.

use alloy_dyn_abi::DynSolValue;
use contract_abi::{Address, Revert, Word};
use crate::support::source::Source;
use crate::support::subject::{ErrorCase, EventCase, Subject};
use crate::support::{echo, values};

#[allow(dead_code, unreachable_pub)]
mod code {
    //! Every type the codec knows, in every place it may stand

    #[allow(unused_imports)]
    use alloc::vec::Vec;

    #[allow(unused_imports)]
    use contract_abi::word::{
        blank, blob_size, dynamic_list_size, list_size, Reader, Writer,
    };
    #[allow(unused_imports)]
    use contract_abi::{Address, Word};

    /// `enum Single`
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
    #[repr(u8)]
    pub enum Single {
        /// 0.
        #[default]
        Only = 0,
    }

    impl Single {
        /// The variant of this index; `Only` when there is none.
        #[must_use]
        pub const fn from_index(index: u64) -> Self {
            match index {
                _ => Self::Only,
            }
        }
    }

    /// `enum Colour`
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
    #[repr(u8)]
    pub enum Colour {
        /// 0.
        #[default]
        Red = 0,
        /// 1.
        Green = 1,
        /// 2.
        Blue = 2,
        /// 3.
        Yellow = 3,
    }

    impl Colour {
        /// The variant of this index; `Red` when there is none.
        #[must_use]
        pub const fn from_index(index: u64) -> Self {
            match index {
                1 => Self::Green,
                2 => Self::Blue,
                3 => Self::Yellow,
                _ => Self::Red,
            }
        }
    }

    /// `struct Unsigned`
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub struct Unsigned {
        /// `uint8`
        pub a: u8,
        /// `uint16`
        pub b: u16,
        /// `uint24`
        pub c: u32,
        /// `uint32`
        pub d: u32,
        /// `uint40`
        pub e: u64,
        /// `uint64`
        pub f: u64,
        /// `uint72`
        pub g: u128,
        /// `uint96`
        pub h: u128,
        /// `uint128`
        pub i: u128,
        /// `uint256`
        pub j: u128,
        /// `uint256`
        pub k: u128,
    }

    impl Unsigned {
        /// Reads it from where it begins.
        #[inline(never)]
        pub fn read(reader: &mut Reader<'_>, at: usize) -> Self {
            Self {
                a: reader.uint64(at, 8) as u8,
                b: reader.uint64(at + 32, 16) as u16,
                c: reader.uint64(at + 64, 24) as u32,
                d: reader.uint64(at + 96, 32) as u32,
                e: reader.uint64(at + 128, 40),
                f: reader.uint64(at + 160, 64),
                g: reader.uint128(at + 192, 72),
                h: reader.uint128(at + 224, 96),
                i: reader.uint128(at + 256, 128),
                j: reader.uint256(at + 288),
                k: reader.uint256(at + 320),
            }
        }

        /// Writes it from where it begins.
        #[inline(never)]
        pub fn write(&self, writer: &mut Writer<'_>, at: usize) {
            writer.uint64(at, u64::from(self.a));
            writer.uint64(at + 32, u64::from(self.b));
            writer.uint64(at + 64, u64::from(self.c));
            writer.uint64(at + 96, u64::from(self.d));
            writer.uint64(at + 128, self.e);
            writer.uint64(at + 160, self.f);
            writer.uint128(at + 192, self.g);
            writer.uint128(at + 224, self.h);
            writer.uint128(at + 256, self.i);
            writer.uint128(at + 288, self.j);
            writer.uint128(at + 320, self.k);
        }
    }

    /// `struct Signed`
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub struct Signed {
        /// `int8`
        pub a: i64,
        /// `int16`
        pub b: i64,
        /// `int24`
        pub c: i64,
        /// `int32`
        pub d: i64,
        /// `int40`
        pub e: i64,
        /// `int64`
        pub f: i64,
        /// `int72`
        pub g: i128,
        /// `int104`
        pub h: i128,
        /// `int128`
        pub i: i128,
        /// `int256`
        pub j: i128,
        /// `int256`
        pub k: i128,
    }

    impl Signed {
        /// Reads it from where it begins.
        #[inline(never)]
        pub fn read(reader: &mut Reader<'_>, at: usize) -> Self {
            Self {
                a: reader.int64(at, 8),
                b: reader.int64(at + 32, 16),
                c: reader.int64(at + 64, 24),
                d: reader.int64(at + 96, 32),
                e: reader.int64(at + 128, 40),
                f: reader.int64(at + 160, 64),
                g: reader.int128(at + 192, 72),
                h: reader.int128(at + 224, 104),
                i: reader.int128(at + 256, 128),
                j: reader.int256(at + 288),
                k: reader.int256(at + 320),
            }
        }

        /// Writes it from where it begins.
        #[inline(never)]
        pub fn write(&self, writer: &mut Writer<'_>, at: usize) {
            writer.int128(at, i128::from(self.a));
            writer.int128(at + 32, i128::from(self.b));
            writer.int128(at + 64, i128::from(self.c));
            writer.int128(at + 96, i128::from(self.d));
            writer.int128(at + 128, i128::from(self.e));
            writer.int128(at + 160, i128::from(self.f));
            writer.int128(at + 192, self.g);
            writer.int128(at + 224, self.h);
            writer.int128(at + 256, self.i);
            writer.int128(at + 288, self.j);
            writer.int128(at + 320, self.k);
        }
    }

    /// `struct Bytes`
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub struct Bytes {
        /// `bytes1`
        pub a: [u8; 1],
        /// `bytes4`
        pub b: [u8; 4],
        /// `bytes20`
        pub c: [u8; 20],
        /// `bytes31`
        pub d: [u8; 31],
        /// `bytes32`
        pub e: Word,
        /// `bytes32`
        pub f: Word,
    }

    impl Bytes {
        /// Reads it from where it begins.
        #[inline(never)]
        pub fn read(reader: &mut Reader<'_>, at: usize) -> Self {
            Self {
                a: reader.fixed(at),
                b: reader.fixed(at + 32),
                c: reader.fixed(at + 64),
                d: reader.fixed(at + 96),
                e: reader.word(at + 128),
                f: reader.word(at + 160),
            }
        }

        /// Writes it from where it begins.
        #[inline(never)]
        pub fn write(&self, writer: &mut Writer<'_>, at: usize) {
            writer.fixed(at, &self.a);
            writer.fixed(at + 32, &self.b);
            writer.fixed(at + 64, &self.c);
            writer.fixed(at + 96, &self.d);
            writer.word(at + 128, &self.e);
            writer.word(at + 160, &self.f);
        }
    }

    /// `struct Nested`
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub struct Nested {
        /// `Bytes`
        pub bytes_: Bytes,
        /// `bool`
        pub yes: bool,
        /// `Colour`
        pub colour: Colour,
        /// a keyword in Rust
        ///
        /// `address`
        pub fn_: Address,
        /// `Pair`
        pub pair: Pair,
    }

    impl Nested {
        /// Reads it from where it begins.
        #[inline(never)]
        pub fn read(reader: &mut Reader<'_>, at: usize) -> Self {
            Self {
                bytes_: Bytes::read(reader, at),
                yes: reader.boolean(at + 192),
                colour: Colour::from_index(reader.variant(at + 224, 4)),
                fn_: reader.address(at + 256),
                pair: Pair::read(reader, at + 288),
            }
        }

        /// Writes it from where it begins.
        #[inline(never)]
        pub fn write(&self, writer: &mut Writer<'_>, at: usize) {
            self.bytes_.write(writer, at);
            writer.boolean(at + 192, self.yes);
            writer.uint64(at + 224, self.colour as u64);
            writer.address(at + 256, &self.fn_);
            self.pair.write(writer, at + 288);
        }
    }

    /// `struct Pair`
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub struct Pair {
        /// `uint8`
        pub left: u8,
        /// `int128`
        pub right: i128,
    }

    impl Pair {
        /// Reads it from where it begins.
        #[inline(never)]
        pub fn read(reader: &mut Reader<'_>, at: usize) -> Self {
            Self {
                left: reader.uint64(at, 8) as u8,
                right: reader.int128(at + 32, 128),
            }
        }

        /// Writes it from where it begins.
        #[inline(never)]
        pub fn write(&self, writer: &mut Writer<'_>, at: usize) {
            writer.uint64(at, u64::from(self.left));
            writer.int128(at + 32, self.right);
        }
    }

    /// `struct Dynamic`
    #[derive(Clone, Debug, Default, PartialEq, Eq)]
    pub struct Dynamic {
        /// `uint8`
        pub first: u8,
        /// `bytes`
        pub data: Vec<u8>,
        /// `Pair[]`
        pub pairs: Vec<Pair>,
        /// `Colour`
        pub last: Colour,
    }

    impl Dynamic {
        /// The bytes it takes from where it begins.
        #[must_use]
        pub fn size(&self) -> usize {
            128 + blob_size(self.data.len()) + list_size(self.pairs.len(), 64)
        }

        /// Reads it from where it begins.
        #[inline(never)]
        pub fn read(reader: &mut Reader<'_>, at: usize) -> Self {
            Self {
                first: reader.uint64(at, 8) as u8,
                data: reader.blob(at + 32, at),
                pairs: reader.list(at + 64, at, 64, Pair::read),
                last: Colour::from_index(reader.variant(at + 96, 4)),
            }
        }

        /// Writes it from where it begins.
        #[inline(never)]
        pub fn write(&self, writer: &mut Writer<'_>, at: usize) {
            writer.uint64(at, u64::from(self.first));
            writer.blob(at + 32, at, &self.data);
            writer
                .list(
                    at + 64,
                    at,
                    &self.pairs,
                    64,
                    |writer, at, item| item.write(writer, at),
                );
            writer.uint64(at + 96, self.last as u64);
        }
    }

    /// `struct Deep`
    #[derive(Clone, Debug, Default, PartialEq, Eq)]
    pub struct Deep {
        /// `Dynamic`
        pub one: Dynamic,
        /// `Dynamic[]`
        pub many: Vec<Dynamic>,
        /// `bytes32`
        pub root: Word,
        /// `bytes`
        pub tail: Vec<u8>,
    }

    impl Deep {
        /// The bytes it takes from where it begins.
        #[must_use]
        pub fn size(&self) -> usize {
            128 + self.one.size() + dynamic_list_size(&self.many, Dynamic::size)
                + blob_size(self.tail.len())
        }

        /// Reads it from where it begins.
        #[inline(never)]
        pub fn read(reader: &mut Reader<'_>, at: usize) -> Self {
            Self {
                one: {
                    let begin = reader.tail(at, at, 128);
                    Dynamic::read(reader, begin)
                },
                many: reader.dynamic_list(at + 32, at, 128, Dynamic::read),
                root: reader.word(at + 64),
                tail: reader.blob(at + 96, at),
            }
        }

        /// Writes it from where it begins.
        #[inline(never)]
        pub fn write(&self, writer: &mut Writer<'_>, at: usize) {
            let begin = writer.tail(at, at, 128);
            self.one.write(writer, begin);
            writer
                .dynamic_list(
                    at + 32,
                    at,
                    &self.many,
                    128,
                    |writer, at, item| item.write(writer, at),
                );
            writer.word(at + 64, &self.root);
            writer.blob(at + 96, at, &self.tail);
        }
    }

    /// What a contract that is `ISample` answers. Implemented once, by the contract.
    pub trait ISample {
        /// `unsigned(Unsigned value, uint24 plain) pure returns (Unsigned, uint24)`
        fn unsigned(value: Unsigned, plain: u32) -> Result<(Unsigned, u32), Revert>;

        /// `signed(Signed value, int40 plain) view returns (Signed, int40 named)`
        fn signed(value: Signed, plain: i64) -> Result<(Signed, i64), Revert>;

        /// `small(uint8 a, uint16 b, uint40 c, uint72 d, int8 e, int72 f, bool g, Single h, Colour i) returns (uint8, uint16, uint40, uint72, int8, int72, bool, Single, Colour)`
        fn small(
            a: u8,
            b: u16,
            c: u64,
            d: u128,
            e: i64,
            f: i128,
            g: bool,
            h: Single,
            i: Colour,
        ) -> Result<(u8, u16, u64, u128, i64, i128, bool, Single, Colour), Revert>;

        /// `bytesOf(Bytes value, bytes3 a, bytes32 b, bytes32 c, address d) returns (Bytes, bytes3, bytes32, bytes32, address)`
        fn bytes_of(
            value: Bytes,
            a: [u8; 3],
            b: Word,
            c: Word,
            d: Address,
        ) -> Result<(Bytes, [u8; 3], Word, Word, Address), Revert>;

        /// `nested(Nested value, Nested[] many) returns (Nested[] many_, Nested value_)`
        fn nested(
            value: Nested,
            many: Vec<Nested>,
        ) -> Result<(Vec<Nested>, Nested), Revert>;

        /// `lists(uint8[] a, uint64[] b, uint96[] c, uint256[] d, int32[] e, int96[] f, int256[] g) returns (uint8[], uint64[], uint96[], uint256[], int32[], int96[], int256[])`
        fn lists(
            a: Vec<u8>,
            b: Vec<u64>,
            c: Vec<u128>,
            d: Vec<u128>,
            e: Vec<i64>,
            f: Vec<i128>,
            g: Vec<i128>,
        ) -> Result<
            (Vec<u8>, Vec<u64>, Vec<u128>, Vec<u128>, Vec<i64>, Vec<i128>, Vec<i128>),
            Revert,
        >;
        /// `moreLists(bool[] a, address[] b, bytes32[] c, bytes7[] d, Colour[] e, bytes32[] f, int128[] g) returns (bool[], address[], bytes32[], bytes7[], Colour[], bytes32[], int128[])`
        fn more_lists(
            a: Vec<bool>,
            b: Vec<Address>,
            c: Vec<Word>,
            d: Vec<[u8; 7]>,
            e: Vec<Colour>,
            f: Vec<Word>,
            g: Vec<i128>,
        ) -> Result<
            (
                Vec<bool>,
                Vec<Address>,
                Vec<Word>,
                Vec<[u8; 7]>,
                Vec<Colour>,
                Vec<Word>,
                Vec<i128>,
            ),
            Revert,
        >;
        /// `blobs(bytes a, uint8 b, bytes c) returns (bytes, uint8, bytes)`
        fn blobs(
            a: Vec<u8>,
            b: u8,
            c: Vec<u8>,
        ) -> Result<(Vec<u8>, u8, Vec<u8>), Revert>;

        /// `dynamicStruct(uint8 before, Dynamic value, uint8 after_) returns (uint8, Dynamic, uint8)`
        fn dynamic_struct(
            before: u8,
            value: Dynamic,
            after_: u8,
        ) -> Result<(u8, Dynamic, u8), Revert>;

        /// `dynamicList(Dynamic[] values, bytes rest) returns (bytes, Dynamic[])`
        fn dynamic_list(
            values: Vec<Dynamic>,
            rest: Vec<u8>,
        ) -> Result<(Vec<u8>, Vec<Dynamic>), Revert>;

        /// `deep(Deep value, Deep[] values) view returns (Deep[], Deep)`
        fn deep(value: Deep, values: Vec<Deep>) -> Result<(Vec<Deep>, Deep), Revert>;

        /// `pay(uint256 amount) payable returns (bool)`
        fn pay(amount: u128) -> Result<bool, Revert>;

        /// `payNothing() payable`
        fn pay_nothing() -> Result<(), Revert>;

        /// `nothing()`
        fn nothing() -> Result<(), Revert>;

        /// `unnamed(uint8, bytes32)`
        fn unnamed(argument_0: u8, argument_1: Word) -> Result<(), Revert>;

        /// `names(uint8 target, uint8 payload, uint8 reader, uint8 writer, uint8 answer, uint8 move, uint8 value_sent, bytes data) returns (uint8 calldata_)`
        fn names(
            target_: u8,
            payload_: u8,
            reader_: u8,
            writer_: u8,
            answer_: u8,
            move_: u8,
            value_sent_: u8,
            data: Vec<u8>,
        ) -> Result<u8, Revert>;
    }
    use contract_abi::entry::{refuse_value, unknown_selector};
    use contract_abi::Revert;

    /// The selectors of the functions.
    pub mod selectors {
        /// `unsigned((uint8,uint16,uint24,uint32,uint40,uint64,uint72,uint96,uint128,uint256,uint256),uint24)`
        pub const UNSIGNED: u32 = 0x9f622ae6;

        /// `signed((int8,int16,int24,int32,int40,int64,int72,int104,int128,int256,int256),int40)`
        pub const SIGNED: u32 = 0xecef193e;

        /// `small(uint8,uint16,uint40,uint72,int8,int72,bool,uint8,uint8)`
        pub const SMALL: u32 = 0x663de9fa;

        /// `bytesOf((bytes1,bytes4,bytes20,bytes31,bytes32,bytes32),bytes3,bytes32,bytes32,address)`
        pub const BYTES_OF: u32 = 0x39b1bffc;

        /// `nested(((bytes1,bytes4,bytes20,bytes31,bytes32,bytes32),bool,uint8,address,(uint8,int128)),((bytes1,bytes4,bytes20,bytes31,bytes32,bytes32),bool,uint8,address,(uint8,int128))[])`
        pub const NESTED: u32 = 0xadb03aa9;

        /// `lists(uint8[],uint64[],uint96[],uint256[],int32[],int96[],int256[])`
        pub const LISTS: u32 = 0x0dd4f039;

        /// `moreLists(bool[],address[],bytes32[],bytes7[],uint8[],bytes32[],int128[])`
        pub const MORE_LISTS: u32 = 0xff50168b;

        /// `blobs(bytes,uint8,bytes)`
        pub const BLOBS: u32 = 0x6d56f0ef;

        /// `dynamicStruct(uint8,(uint8,bytes,(uint8,int128)[],uint8),uint8)`
        pub const DYNAMIC_STRUCT: u32 = 0x63b4a18d;

        /// `dynamicList((uint8,bytes,(uint8,int128)[],uint8)[],bytes)`
        pub const DYNAMIC_LIST: u32 = 0x25036714;

        /// `deep(((uint8,bytes,(uint8,int128)[],uint8),(uint8,bytes,(uint8,int128)[],uint8)[],bytes32,bytes),((uint8,bytes,(uint8,int128)[],uint8),(uint8,bytes,(uint8,int128)[],uint8)[],bytes32,bytes)[])`
        pub const DEEP: u32 = 0xbda55009;

        /// `pay(uint256)`
        pub const PAY: u32 = 0xc290d691;

        /// `payNothing()`
        pub const PAY_NOTHING: u32 = 0x437a6ebe;

        /// `nothing()`
        pub const NOTHING: u32 = 0x448f30a3;

        /// `unnamed(uint8,bytes32)`
        pub const UNNAMED: u32 = 0x50a3aa84;

        /// `names(uint8,uint8,uint8,uint8,uint8,uint8,uint8,bytes)`
        pub const NAMES: u32 = 0x132e535f;
    }

    /// Answers a call on a contract that is `ISample`.
    ///
    /// # Errors
    /// `UnknownSelector`, `UnexpectedValue`, `MalformedCalldata` or `OutOfRange` for a call that cannot
    /// be read, else what the contract refuses.
    pub fn route<C: ISample>(input: &[u8]) -> Result<Vec<u8>, Revert> {
        let Some((selector, data)) = input.split_first_chunk() else {
            return Err(unknown_selector(input));
        };
        match u32::from_be_bytes(*selector) {
            selectors::UNSIGNED => {
                refuse_value()?;
                handle_unsigned::<C>(data)
            }
            selectors::SIGNED => {
                refuse_value()?;
                handle_signed::<C>(data)
            }
            selectors::SMALL => {
                refuse_value()?;
                handle_small::<C>(data)
            }
            selectors::BYTES_OF => {
                refuse_value()?;
                handle_bytes_of::<C>(data)
            }
            selectors::NESTED => {
                refuse_value()?;
                handle_nested::<C>(data)
            }
            selectors::LISTS => {
                refuse_value()?;
                handle_lists::<C>(data)
            }
            selectors::MORE_LISTS => {
                refuse_value()?;
                handle_more_lists::<C>(data)
            }
            selectors::BLOBS => {
                refuse_value()?;
                handle_blobs::<C>(data)
            }
            selectors::DYNAMIC_STRUCT => {
                refuse_value()?;
                handle_dynamic_struct::<C>(data)
            }
            selectors::DYNAMIC_LIST => {
                refuse_value()?;
                handle_dynamic_list::<C>(data)
            }
            selectors::DEEP => {
                refuse_value()?;
                handle_deep::<C>(data)
            }
            selectors::PAY => handle_pay::<C>(data),
            selectors::PAY_NOTHING => handle_pay_nothing::<C>(data),
            selectors::NOTHING => {
                refuse_value()?;
                handle_nothing::<C>(data)
            }
            selectors::UNNAMED => {
                refuse_value()?;
                handle_unnamed::<C>(data)
            }
            selectors::NAMES => {
                refuse_value()?;
                handle_names::<C>(data)
            }
            _ => Err(unknown_selector(selector)),
        }
    }

    #[inline(never)]
    fn handle_unsigned<C: ISample>(data: &[u8]) -> Result<Vec<u8>, Revert> {
        let reader = &mut Reader::new(data, 384);
        let value = Unsigned::read(reader, 0);
        let plain = reader.uint64(352, 24) as u32;
        reader.finish()?;
        let (result_0, result_1) = C::unsigned(value, plain)?;
        let mut payload = blank(384);
        let writer = &mut Writer::new(&mut payload, 384);
        result_0.write(writer, 0);
        writer.uint64(352, u64::from(result_1));
        Ok(payload)
    }

    #[inline(never)]
    fn handle_signed<C: ISample>(data: &[u8]) -> Result<Vec<u8>, Revert> {
        let reader = &mut Reader::new(data, 384);
        let value = Signed::read(reader, 0);
        let plain = reader.int64(352, 40);
        reader.finish()?;
        let (result_0, result_1) = C::signed(value, plain)?;
        let mut payload = blank(384);
        let writer = &mut Writer::new(&mut payload, 384);
        result_0.write(writer, 0);
        writer.int128(352, i128::from(result_1));
        Ok(payload)
    }

    #[inline(never)]
    fn handle_small<C: ISample>(data: &[u8]) -> Result<Vec<u8>, Revert> {
        let reader = &mut Reader::new(data, 288);
        let a = reader.uint64(0, 8) as u8;
        let b = reader.uint64(32, 16) as u16;
        let c = reader.uint64(64, 40);
        let d = reader.uint128(96, 72);
        let e = reader.int64(128, 8);
        let f = reader.int128(160, 72);
        let g = reader.boolean(192);
        let h = Single::from_index(reader.variant(224, 1));
        let i = Colour::from_index(reader.variant(256, 4));
        reader.finish()?;
        let (
            result_0,
            result_1,
            result_2,
            result_3,
            result_4,
            result_5,
            result_6,
            result_7,
            result_8,
        ) = C::small(a, b, c, d, e, f, g, h, i)?;
        let mut payload = blank(288);
        let writer = &mut Writer::new(&mut payload, 288);
        writer.uint64(0, u64::from(result_0));
        writer.uint64(32, u64::from(result_1));
        writer.uint64(64, result_2);
        writer.uint128(96, result_3);
        writer.int128(128, i128::from(result_4));
        writer.int128(160, result_5);
        writer.boolean(192, result_6);
        writer.uint64(224, result_7 as u64);
        writer.uint64(256, result_8 as u64);
        Ok(payload)
    }

    #[inline(never)]
    fn handle_bytes_of<C: ISample>(data: &[u8]) -> Result<Vec<u8>, Revert> {
        let reader = &mut Reader::new(data, 320);
        let value = Bytes::read(reader, 0);
        let a = reader.fixed(192);
        let b = reader.word(224);
        let c = reader.word(256);
        let d = reader.address(288);
        reader.finish()?;
        let (result_0, result_1, result_2, result_3, result_4) = C::bytes_of(
            value,
            a,
            b,
            c,
            d,
        )?;
        let mut payload = blank(320);
        let writer = &mut Writer::new(&mut payload, 320);
        result_0.write(writer, 0);
        writer.fixed(192, &result_1);
        writer.word(224, &result_2);
        writer.word(256, &result_3);
        writer.address(288, &result_4);
        Ok(payload)
    }

    #[inline(never)]
    fn handle_nested<C: ISample>(data: &[u8]) -> Result<Vec<u8>, Revert> {
        let reader = &mut Reader::new(data, 384);
        let value = Nested::read(reader, 0);
        let many = reader.list(352, 0, 352, Nested::read);
        reader.finish()?;
        let (result_0, result_1) = C::nested(value, many)?;
        let mut payload = blank(384 + list_size(result_0.len(), 352));
        let writer = &mut Writer::new(&mut payload, 384);
        writer.list(0, 0, &result_0, 352, |writer, at, item| item.write(writer, at));
        result_1.write(writer, 32);
        Ok(payload)
    }

    #[inline(never)]
    fn handle_lists<C: ISample>(data: &[u8]) -> Result<Vec<u8>, Revert> {
        let reader = &mut Reader::new(data, 224);
        let a = reader.list(0, 0, 32, |reader, at| reader.uint64(at, 8) as u8);
        let b = reader.list(32, 0, 32, |reader, at| reader.uint64(at, 64));
        let c = reader.list(64, 0, 32, |reader, at| reader.uint128(at, 96));
        let d = reader.list(96, 0, 32, Reader::uint256);
        let e = reader.list(128, 0, 32, |reader, at| reader.int64(at, 32));
        let f = reader.list(160, 0, 32, |reader, at| reader.int128(at, 96));
        let g = reader.list(192, 0, 32, Reader::int256);
        reader.finish()?;
        let (result_0, result_1, result_2, result_3, result_4, result_5, result_6) = C::lists(
            a,
            b,
            c,
            d,
            e,
            f,
            g,
        )?;
        let mut payload = blank(
            224 + list_size(result_0.len(), 32) + list_size(result_1.len(), 32)
                + list_size(result_2.len(), 32) + list_size(result_3.len(), 32)
                + list_size(result_4.len(), 32) + list_size(result_5.len(), 32)
                + list_size(result_6.len(), 32),
        );
        let writer = &mut Writer::new(&mut payload, 224);
        writer
            .list(
                0,
                0,
                &result_0,
                32,
                |writer, at, item| {
                    writer.uint64(at, u64::from(*item));
                },
            );
        writer
            .list(
                32,
                0,
                &result_1,
                32,
                |writer, at, item| {
                    writer.uint64(at, *item);
                },
            );
        writer
            .list(
                64,
                0,
                &result_2,
                32,
                |writer, at, item| {
                    writer.uint128(at, *item);
                },
            );
        writer
            .list(
                96,
                0,
                &result_3,
                32,
                |writer, at, item| {
                    writer.uint128(at, *item);
                },
            );
        writer
            .list(
                128,
                0,
                &result_4,
                32,
                |writer, at, item| {
                    writer.int128(at, i128::from(*item));
                },
            );
        writer
            .list(
                160,
                0,
                &result_5,
                32,
                |writer, at, item| {
                    writer.int128(at, *item);
                },
            );
        writer
            .list(
                192,
                0,
                &result_6,
                32,
                |writer, at, item| {
                    writer.int128(at, *item);
                },
            );
        Ok(payload)
    }

    #[inline(never)]
    fn handle_more_lists<C: ISample>(data: &[u8]) -> Result<Vec<u8>, Revert> {
        let reader = &mut Reader::new(data, 224);
        let a = reader.list(0, 0, 32, Reader::boolean);
        let b = reader.list(32, 0, 32, Reader::address);
        let c = reader.list(64, 0, 32, Reader::word);
        let d = reader.list(96, 0, 32, Reader::fixed);
        let e = reader
            .list(128, 0, 32, |reader, at| Colour::from_index(reader.variant(at, 4)));
        let f = reader.list(160, 0, 32, Reader::word);
        let g = reader.list(192, 0, 32, |reader, at| reader.int128(at, 128));
        reader.finish()?;
        let (result_0, result_1, result_2, result_3, result_4, result_5, result_6) = C::more_lists(
            a,
            b,
            c,
            d,
            e,
            f,
            g,
        )?;
        let mut payload = blank(
            224 + list_size(result_0.len(), 32) + list_size(result_1.len(), 32)
                + list_size(result_2.len(), 32) + list_size(result_3.len(), 32)
                + list_size(result_4.len(), 32) + list_size(result_5.len(), 32)
                + list_size(result_6.len(), 32),
        );
        let writer = &mut Writer::new(&mut payload, 224);
        writer
            .list(
                0,
                0,
                &result_0,
                32,
                |writer, at, item| {
                    writer.boolean(at, *item);
                },
            );
        writer.list(32, 0, &result_1, 32, Writer::address);
        writer.list(64, 0, &result_2, 32, Writer::word);
        writer.list(96, 0, &result_3, 32, Writer::fixed);
        writer
            .list(
                128,
                0,
                &result_4,
                32,
                |writer, at, item| {
                    writer.uint64(at, *item as u64);
                },
            );
        writer.list(160, 0, &result_5, 32, Writer::word);
        writer
            .list(
                192,
                0,
                &result_6,
                32,
                |writer, at, item| {
                    writer.int128(at, *item);
                },
            );
        Ok(payload)
    }

    #[inline(never)]
    fn handle_blobs<C: ISample>(data: &[u8]) -> Result<Vec<u8>, Revert> {
        let reader = &mut Reader::new(data, 96);
        let a = reader.blob(0, 0);
        let b = reader.uint64(32, 8) as u8;
        let c = reader.blob(64, 0);
        reader.finish()?;
        let (result_0, result_1, result_2) = C::blobs(a, b, c)?;
        let mut payload = blank(
            96 + blob_size(result_0.len()) + blob_size(result_2.len()),
        );
        let writer = &mut Writer::new(&mut payload, 96);
        writer.blob(0, 0, &result_0);
        writer.uint64(32, u64::from(result_1));
        writer.blob(64, 0, &result_2);
        Ok(payload)
    }

    #[inline(never)]
    fn handle_dynamic_struct<C: ISample>(data: &[u8]) -> Result<Vec<u8>, Revert> {
        let reader = &mut Reader::new(data, 96);
        let before = reader.uint64(0, 8) as u8;
        let value = {
            let begin = reader.tail(32, 0, 128);
            Dynamic::read(reader, begin)
        };
        let after_ = reader.uint64(64, 8) as u8;
        reader.finish()?;
        let (result_0, result_1, result_2) = C::dynamic_struct(before, value, after_)?;
        let mut payload = blank(96 + result_1.size());
        let writer = &mut Writer::new(&mut payload, 96);
        writer.uint64(0, u64::from(result_0));
        let begin = writer.tail(32, 0, 128);
        result_1.write(writer, begin);
        writer.uint64(64, u64::from(result_2));
        Ok(payload)
    }

    #[inline(never)]
    fn handle_dynamic_list<C: ISample>(data: &[u8]) -> Result<Vec<u8>, Revert> {
        let reader = &mut Reader::new(data, 64);
        let values = reader.dynamic_list(0, 0, 128, Dynamic::read);
        let rest = reader.blob(32, 0);
        reader.finish()?;
        let (result_0, result_1) = C::dynamic_list(values, rest)?;
        let mut payload = blank(
            64 + blob_size(result_0.len()) + dynamic_list_size(&result_1, Dynamic::size),
        );
        let writer = &mut Writer::new(&mut payload, 64);
        writer.blob(0, 0, &result_0);
        writer
            .dynamic_list(
                32,
                0,
                &result_1,
                128,
                |writer, at, item| item.write(writer, at),
            );
        Ok(payload)
    }

    #[inline(never)]
    fn handle_deep<C: ISample>(data: &[u8]) -> Result<Vec<u8>, Revert> {
        let reader = &mut Reader::new(data, 64);
        let value = {
            let begin = reader.tail(0, 0, 128);
            Deep::read(reader, begin)
        };
        let values = reader.dynamic_list(32, 0, 128, Deep::read);
        reader.finish()?;
        let (result_0, result_1) = C::deep(value, values)?;
        let mut payload = blank(
            64 + dynamic_list_size(&result_0, Deep::size) + result_1.size(),
        );
        let writer = &mut Writer::new(&mut payload, 64);
        writer
            .dynamic_list(
                0,
                0,
                &result_0,
                128,
                |writer, at, item| item.write(writer, at),
            );
        let begin = writer.tail(32, 0, 128);
        result_1.write(writer, begin);
        Ok(payload)
    }

    #[inline(never)]
    fn handle_pay<C: ISample>(data: &[u8]) -> Result<Vec<u8>, Revert> {
        let reader = &mut Reader::new(data, 32);
        let amount = reader.uint256(0);
        reader.finish()?;
        let result_0 = C::pay(amount)?;
        let mut payload = blank(32);
        let writer = &mut Writer::new(&mut payload, 32);
        writer.boolean(0, result_0);
        Ok(payload)
    }

    #[inline(never)]
    fn handle_pay_nothing<C: ISample>(_data: &[u8]) -> Result<Vec<u8>, Revert> {
        C::pay_nothing()?;
        Ok(Vec::new())
    }

    #[inline(never)]
    fn handle_nothing<C: ISample>(_data: &[u8]) -> Result<Vec<u8>, Revert> {
        C::nothing()?;
        Ok(Vec::new())
    }

    #[inline(never)]
    fn handle_unnamed<C: ISample>(data: &[u8]) -> Result<Vec<u8>, Revert> {
        let reader = &mut Reader::new(data, 64);
        let argument_0 = reader.uint64(0, 8) as u8;
        let argument_1 = reader.word(32);
        reader.finish()?;
        C::unnamed(argument_0, argument_1)?;
        Ok(Vec::new())
    }

    #[inline(never)]
    fn handle_names<C: ISample>(data: &[u8]) -> Result<Vec<u8>, Revert> {
        let reader = &mut Reader::new(data, 256);
        let target_ = reader.uint64(0, 8) as u8;
        let payload_ = reader.uint64(32, 8) as u8;
        let reader_ = reader.uint64(64, 8) as u8;
        let writer_ = reader.uint64(96, 8) as u8;
        let answer_ = reader.uint64(128, 8) as u8;
        let move_ = reader.uint64(160, 8) as u8;
        let value_sent_ = reader.uint64(192, 8) as u8;
        let data = reader.blob(224, 0);
        reader.finish()?;
        let result_0 = C::names(
            target_,
            payload_,
            reader_,
            writer_,
            answer_,
            move_,
            value_sent_,
            data,
        )?;
        let mut payload = blank(32);
        let writer = &mut Writer::new(&mut payload, 32);
        writer.uint64(0, u64::from(result_0));
        Ok(payload)
    }

    /// Errors: the selector and the constructor of each.
    pub mod errors {
        #[allow(unused_imports)]
        use super::*;

        #[allow(unused_imports)]
        use contract_abi::word::{blob_size, dynamic_list_size, list_size, Writer};

        #[allow(unused_imports)]
        use contract_abi::{Address, Revert, Word};
        pub use contract_abi::generated::common::errors::*;

        /// `Empty()`
        pub const EMPTY: u32 = 0x3db2a12a;

        /// `Fields(uint8,int256,uint8,bytes4,((bytes1,bytes4,bytes20,bytes31,bytes32,bytes32),bool,uint8,address,(uint8,int128)))`
        pub const FIELDS: u32 = 0xcb59fc97;

        /// `Tail(bytes,(uint8,bytes,(uint8,int128)[],uint8)[],uint16[])`
        pub const TAIL: u32 = 0x73eb952b;

        /// `Empty()`
        #[cold]
        #[inline(never)]
        #[must_use]
        pub fn empty() -> Revert {
            Revert::new(EMPTY, 0)
        }

        /// `Fields(uint8 a, int256 b, Colour c, bytes4 d, Nested e)`
        #[cold]
        #[inline(never)]
        #[must_use]
        pub fn fields(a: u8, b: i128, c: Colour, d: &[u8; 4], e: &Nested) -> Revert {
            let mut payload = Revert::new(FIELDS, 480);
            let writer = &mut payload.writer(484);
            writer.uint64(4, u64::from(a));
            writer.int128(36, b);
            writer.uint64(68, c as u64);
            writer.fixed(100, d);
            e.write(writer, 132);
            payload
        }

        /// `Tail(bytes data, Dynamic[] values, uint16[] numbers)`
        #[cold]
        #[inline(never)]
        #[must_use]
        pub fn tail(data: &[u8], values: &[Dynamic], numbers: &[u16]) -> Revert {
            let mut payload = Revert::new(
                TAIL,
                96 + blob_size(data.len()) + dynamic_list_size(values, Dynamic::size)
                    + list_size(numbers.len(), 32),
            );
            let writer = &mut payload.writer(100);
            writer.blob(4, 4, data);
            writer
                .dynamic_list(
                    36,
                    4,
                    values,
                    128,
                    |writer, at, item| item.write(writer, at),
                );
            writer
                .list(
                    68,
                    4,
                    numbers,
                    32,
                    |writer, at, item| {
                        writer.uint64(at, u64::from(*item));
                    },
                );
            payload
        }
    }

    /// Events: the topic (as four lanes) and the emitter of each.
    pub mod events {
        #[allow(unused_imports)]
        use super::*;
        use contract_abi::host;

        /// `Plain()`
        pub const PLAIN: [u64; 4] = [
            0x4cfa3fcd6fa8434a, 0x2199fdbb86e88c7d, 0x77df26577209e00e,
            0xa1aa193f241af2f9,
        ];
        /// `Topics(uint8,uint8,bytes4,int64)`
        pub const TOPICS: [u64; 4] = [
            0x46263ee190334b69, 0x861fb5ed40b688b6, 0xb952821deea4e957,
            0xd5e71a67cd1d87e2,
        ];
        /// `MoreTopics(address,bool,int256)`
        pub const MORE_TOPICS: [u64; 4] = [
            0x436430c333ad22e2, 0x564aa6988355693e, 0x6efb24d2b7dd1279,
            0xaf46861a325421a1,
        ];
        /// `Structs(((bytes1,bytes4,bytes20,bytes31,bytes32,bytes32),bool,uint8,address,(uint8,int128)),uint256,(uint8,int128))`
        pub const STRUCTS: [u64; 4] = [
            0x2ee4f2cc0f521e1c, 0x00658b7e9b56607d, 0xd7bcb071640d3ca7,
            0xe70945903fa08975,
        ];
        /// `Tails(bytes32,bytes,bytes32[],(uint8,bytes,(uint8,int128)[],uint8),uint8)`
        pub const TAILS: [u64; 4] = [
            0x2ef6845ef968c524, 0x557ef194aef92727, 0x3164c9fce4f74177,
            0x02f43a3600aa876e,
        ];
        /// `Plain()`
        #[inline(never)]
        pub fn plain() {
            let mut payload = [0; 32];
            let writer = &mut Writer::new(&mut payload, 32);
            writer.topic(PLAIN[0], PLAIN[1], PLAIN[2], PLAIN[3]);
            host::log(1, &payload);
        }

        /// `Topics(uint8 indexed a, Colour indexed b, bytes4 indexed c, int64 d)`
        #[inline(never)]
        pub fn topics(a: u8, b: Colour, c: &[u8; 4], d: i64) {
            let mut payload = [0; 160];
            let writer = &mut Writer::new(&mut payload, 160);
            writer.topic(TOPICS[0], TOPICS[1], TOPICS[2], TOPICS[3]);
            writer.uint64(32, u64::from(a));
            writer.uint64(64, b as u64);
            writer.fixed(96, c);
            writer.int128(128, i128::from(d));
            host::log(4, &payload);
        }

        /// `MoreTopics(address indexed a, bool indexed b, int256 indexed c)`
        #[inline(never)]
        pub fn more_topics(a: &Address, b: bool, c: i128) {
            let mut payload = [0; 128];
            let writer = &mut Writer::new(&mut payload, 128);
            writer.topic(MORE_TOPICS[0], MORE_TOPICS[1], MORE_TOPICS[2], MORE_TOPICS[3]);
            writer.address(32, a);
            writer.boolean(64, b);
            writer.int128(96, c);
            host::log(4, &payload);
        }

        /// `Structs(Nested nested, uint256 indexed index, Pair pair)`
        #[inline(never)]
        pub fn structs(nested: &Nested, index: u128, pair: &Pair) {
            let mut payload = [0; 480];
            let writer = &mut Writer::new(&mut payload, 480);
            writer.topic(STRUCTS[0], STRUCTS[1], STRUCTS[2], STRUCTS[3]);
            writer.uint128(32, index);
            nested.write(writer, 64);
            pair.write(writer, 416);
            host::log(2, &payload);
        }

        /// `Tails(bytes32 indexed account, bytes data, bytes32[] words, Dynamic value, uint8 last)`
        #[inline(never)]
        pub fn tails(
            account: &Word,
            data: &[u8],
            words: &[Word],
            value: &Dynamic,
            last: u8,
        ) {
            let mut payload = blank(
                192 + blob_size(data.len()) + list_size(words.len(), 32) + value.size(),
            );
            let writer = &mut Writer::new(&mut payload, 192);
            writer.topic(TAILS[0], TAILS[1], TAILS[2], TAILS[3]);
            writer.word(32, account);
            writer.blob(64, 64, data);
            writer.list(96, 64, words, 32, Writer::word);
            let begin = writer.tail(128, 64, 128);
            value.write(writer, begin);
            writer.uint64(160, u64::from(last));
            host::log(2, &payload);
        }
    }

    /// Calls on a contract that has this interface, with at most `gas_cap` gas: static for views, else
    /// after a flush of what was written. Answers are decoded as strictly as calldata.
    pub mod calls {
        #[allow(unused_imports)]
        use super::*;

        #[allow(unused_imports)]
        use contract_abi::word::message;

        #[allow(unused_imports)]
        use contract_abi::{host, CallFailure, MAX_RETURN};

        /// `unsigned(Unsigned value, uint24 plain) pure returns (Unsigned, uint24)`
        ///
        /// # Errors
        /// The callee's revert data, or that its answer is malformed.
        pub fn unsigned(
            target: &Address,
            gas_cap: u64,
            value: &Unsigned,
            plain: u32,
        ) -> Result<(Unsigned, u32), CallFailure> {
            let mut payload = message(selectors::UNSIGNED, 384);
            let writer = &mut Writer::new(&mut payload, 388);
            value.write(writer, 4);
            writer.uint64(356, u64::from(plain));
            let answer = host::static_call(target, gas_cap, &payload, 384)?;
            let reader = &mut Reader::new(&answer, 384);
            let result_0 = Unsigned::read(reader, 0);
            let result_1 = reader.uint64(352, 24) as u32;
            reader.returned((result_0, result_1))
        }

        /// `signed(Signed value, int40 plain) view returns (Signed, int40 named)`
        ///
        /// # Errors
        /// The callee's revert data, or that its answer is malformed.
        pub fn signed(
            target: &Address,
            gas_cap: u64,
            value: &Signed,
            plain: i64,
        ) -> Result<(Signed, i64), CallFailure> {
            let mut payload = message(selectors::SIGNED, 384);
            let writer = &mut Writer::new(&mut payload, 388);
            value.write(writer, 4);
            writer.int128(356, i128::from(plain));
            let answer = host::static_call(target, gas_cap, &payload, 384)?;
            let reader = &mut Reader::new(&answer, 384);
            let result_0 = Signed::read(reader, 0);
            let result_1 = reader.int64(352, 40);
            reader.returned((result_0, result_1))
        }

        /// `small(uint8 a, uint16 b, uint40 c, uint72 d, int8 e, int72 f, bool g, Single h, Colour i) returns (uint8, uint16, uint40, uint72, int8, int72, bool, Single, Colour)`
        ///
        /// # Errors
        /// The callee's revert data, or that its answer is malformed.
        pub fn small(
            target: &Address,
            gas_cap: u64,
            a: u8,
            b: u16,
            c: u64,
            d: u128,
            e: i64,
            f: i128,
            g: bool,
            h: Single,
            i: Colour,
        ) -> Result<(u8, u16, u64, u128, i64, i128, bool, Single, Colour), CallFailure> {
            let mut payload = message(selectors::SMALL, 288);
            let writer = &mut Writer::new(&mut payload, 292);
            writer.uint64(4, u64::from(a));
            writer.uint64(36, u64::from(b));
            writer.uint64(68, c);
            writer.uint128(100, d);
            writer.int128(132, i128::from(e));
            writer.int128(164, f);
            writer.boolean(196, g);
            writer.uint64(228, h as u64);
            writer.uint64(260, i as u64);
            let answer = host::call(target, gas_cap, 0, &payload, 288)?;
            let reader = &mut Reader::new(&answer, 288);
            let result_0 = reader.uint64(0, 8) as u8;
            let result_1 = reader.uint64(32, 16) as u16;
            let result_2 = reader.uint64(64, 40);
            let result_3 = reader.uint128(96, 72);
            let result_4 = reader.int64(128, 8);
            let result_5 = reader.int128(160, 72);
            let result_6 = reader.boolean(192);
            let result_7 = Single::from_index(reader.variant(224, 1));
            let result_8 = Colour::from_index(reader.variant(256, 4));
            reader
                .returned((
                    result_0,
                    result_1,
                    result_2,
                    result_3,
                    result_4,
                    result_5,
                    result_6,
                    result_7,
                    result_8,
                ))
        }

        /// `bytesOf(Bytes value, bytes3 a, bytes32 b, bytes32 c, address d) returns (Bytes, bytes3, bytes32, bytes32, address)`
        ///
        /// # Errors
        /// The callee's revert data, or that its answer is malformed.
        pub fn bytes_of(
            target: &Address,
            gas_cap: u64,
            value: &Bytes,
            a: &[u8; 3],
            b: &Word,
            c: &Word,
            d: &Address,
        ) -> Result<(Bytes, [u8; 3], Word, Word, Address), CallFailure> {
            let mut payload = message(selectors::BYTES_OF, 320);
            let writer = &mut Writer::new(&mut payload, 324);
            value.write(writer, 4);
            writer.fixed(196, a);
            writer.word(228, b);
            writer.word(260, c);
            writer.address(292, d);
            let answer = host::call(target, gas_cap, 0, &payload, 320)?;
            let reader = &mut Reader::new(&answer, 320);
            let result_0 = Bytes::read(reader, 0);
            let result_1 = reader.fixed(192);
            let result_2 = reader.word(224);
            let result_3 = reader.word(256);
            let result_4 = reader.address(288);
            reader.returned((result_0, result_1, result_2, result_3, result_4))
        }

        /// `nested(Nested value, Nested[] many) returns (Nested[] many_, Nested value_)`
        ///
        /// # Errors
        /// The callee's revert data, or that its answer is malformed.
        pub fn nested(
            target: &Address,
            gas_cap: u64,
            value: &Nested,
            many: &[Nested],
        ) -> Result<(Vec<Nested>, Nested), CallFailure> {
            let mut payload = message(
                selectors::NESTED,
                384 + list_size(many.len(), 352),
            );
            let writer = &mut Writer::new(&mut payload, 388);
            value.write(writer, 4);
            writer.list(356, 4, many, 352, |writer, at, item| item.write(writer, at));
            let answer = host::call(target, gas_cap, 0, &payload, MAX_RETURN)?;
            let reader = &mut Reader::new(&answer, 384);
            let result_0 = reader.list(0, 0, 352, Nested::read);
            let result_1 = Nested::read(reader, 32);
            reader.returned((result_0, result_1))
        }

        /// `lists(uint8[] a, uint64[] b, uint96[] c, uint256[] d, int32[] e, int96[] f, int256[] g) returns (uint8[], uint64[], uint96[], uint256[], int32[], int96[], int256[])`
        ///
        /// # Errors
        /// The callee's revert data, or that its answer is malformed.
        pub fn lists(
            target: &Address,
            gas_cap: u64,
            a: &[u8],
            b: &[u64],
            c: &[u128],
            d: &[u128],
            e: &[i64],
            f: &[i128],
            g: &[i128],
        ) -> Result<
            (Vec<u8>, Vec<u64>, Vec<u128>, Vec<u128>, Vec<i64>, Vec<i128>, Vec<i128>),
            CallFailure,
        > {
            let mut payload = message(
                selectors::LISTS,
                224 + list_size(a.len(), 32) + list_size(b.len(), 32)
                    + list_size(c.len(), 32) + list_size(d.len(), 32)
                    + list_size(e.len(), 32) + list_size(f.len(), 32)
                    + list_size(g.len(), 32),
            );
            let writer = &mut Writer::new(&mut payload, 228);
            writer
                .list(
                    4,
                    4,
                    a,
                    32,
                    |writer, at, item| {
                        writer.uint64(at, u64::from(*item));
                    },
                );
            writer
                .list(
                    36,
                    4,
                    b,
                    32,
                    |writer, at, item| {
                        writer.uint64(at, *item);
                    },
                );
            writer
                .list(
                    68,
                    4,
                    c,
                    32,
                    |writer, at, item| {
                        writer.uint128(at, *item);
                    },
                );
            writer
                .list(
                    100,
                    4,
                    d,
                    32,
                    |writer, at, item| {
                        writer.uint128(at, *item);
                    },
                );
            writer
                .list(
                    132,
                    4,
                    e,
                    32,
                    |writer, at, item| {
                        writer.int128(at, i128::from(*item));
                    },
                );
            writer
                .list(
                    164,
                    4,
                    f,
                    32,
                    |writer, at, item| {
                        writer.int128(at, *item);
                    },
                );
            writer
                .list(
                    196,
                    4,
                    g,
                    32,
                    |writer, at, item| {
                        writer.int128(at, *item);
                    },
                );
            let answer = host::call(target, gas_cap, 0, &payload, MAX_RETURN)?;
            let reader = &mut Reader::new(&answer, 224);
            let result_0 = reader
                .list(0, 0, 32, |reader, at| reader.uint64(at, 8) as u8);
            let result_1 = reader.list(32, 0, 32, |reader, at| reader.uint64(at, 64));
            let result_2 = reader.list(64, 0, 32, |reader, at| reader.uint128(at, 96));
            let result_3 = reader.list(96, 0, 32, Reader::uint256);
            let result_4 = reader.list(128, 0, 32, |reader, at| reader.int64(at, 32));
            let result_5 = reader.list(160, 0, 32, |reader, at| reader.int128(at, 96));
            let result_6 = reader.list(192, 0, 32, Reader::int256);
            reader
                .returned((
                    result_0,
                    result_1,
                    result_2,
                    result_3,
                    result_4,
                    result_5,
                    result_6,
                ))
        }

        /// `moreLists(bool[] a, address[] b, bytes32[] c, bytes7[] d, Colour[] e, bytes32[] f, int128[] g) returns (bool[], address[], bytes32[], bytes7[], Colour[], bytes32[], int128[])`
        ///
        /// # Errors
        /// The callee's revert data, or that its answer is malformed.
        pub fn more_lists(
            target: &Address,
            gas_cap: u64,
            a: &[bool],
            b: &[Address],
            c: &[Word],
            d: &[[u8; 7]],
            e: &[Colour],
            f: &[Word],
            g: &[i128],
        ) -> Result<
            (
                Vec<bool>,
                Vec<Address>,
                Vec<Word>,
                Vec<[u8; 7]>,
                Vec<Colour>,
                Vec<Word>,
                Vec<i128>,
            ),
            CallFailure,
        > {
            let mut payload = message(
                selectors::MORE_LISTS,
                224 + list_size(a.len(), 32) + list_size(b.len(), 32)
                    + list_size(c.len(), 32) + list_size(d.len(), 32)
                    + list_size(e.len(), 32) + list_size(f.len(), 32)
                    + list_size(g.len(), 32),
            );
            let writer = &mut Writer::new(&mut payload, 228);
            writer
                .list(
                    4,
                    4,
                    a,
                    32,
                    |writer, at, item| {
                        writer.boolean(at, *item);
                    },
                );
            writer.list(36, 4, b, 32, Writer::address);
            writer.list(68, 4, c, 32, Writer::word);
            writer.list(100, 4, d, 32, Writer::fixed);
            writer
                .list(
                    132,
                    4,
                    e,
                    32,
                    |writer, at, item| {
                        writer.uint64(at, *item as u64);
                    },
                );
            writer.list(164, 4, f, 32, Writer::word);
            writer
                .list(
                    196,
                    4,
                    g,
                    32,
                    |writer, at, item| {
                        writer.int128(at, *item);
                    },
                );
            let answer = host::call(target, gas_cap, 0, &payload, MAX_RETURN)?;
            let reader = &mut Reader::new(&answer, 224);
            let result_0 = reader.list(0, 0, 32, Reader::boolean);
            let result_1 = reader.list(32, 0, 32, Reader::address);
            let result_2 = reader.list(64, 0, 32, Reader::word);
            let result_3 = reader.list(96, 0, 32, Reader::fixed);
            let result_4 = reader
                .list(
                    128,
                    0,
                    32,
                    |reader, at| Colour::from_index(reader.variant(at, 4)),
                );
            let result_5 = reader.list(160, 0, 32, Reader::word);
            let result_6 = reader.list(192, 0, 32, |reader, at| reader.int128(at, 128));
            reader
                .returned((
                    result_0,
                    result_1,
                    result_2,
                    result_3,
                    result_4,
                    result_5,
                    result_6,
                ))
        }

        /// `blobs(bytes a, uint8 b, bytes c) returns (bytes, uint8, bytes)`
        ///
        /// # Errors
        /// The callee's revert data, or that its answer is malformed.
        pub fn blobs(
            target: &Address,
            gas_cap: u64,
            a: &[u8],
            b: u8,
            c: &[u8],
        ) -> Result<(Vec<u8>, u8, Vec<u8>), CallFailure> {
            let mut payload = message(
                selectors::BLOBS,
                96 + blob_size(a.len()) + blob_size(c.len()),
            );
            let writer = &mut Writer::new(&mut payload, 100);
            writer.blob(4, 4, a);
            writer.uint64(36, u64::from(b));
            writer.blob(68, 4, c);
            let answer = host::call(target, gas_cap, 0, &payload, MAX_RETURN)?;
            let reader = &mut Reader::new(&answer, 96);
            let result_0 = reader.blob(0, 0);
            let result_1 = reader.uint64(32, 8) as u8;
            let result_2 = reader.blob(64, 0);
            reader.returned((result_0, result_1, result_2))
        }

        /// `dynamicStruct(uint8 before, Dynamic value, uint8 after_) returns (uint8, Dynamic, uint8)`
        ///
        /// # Errors
        /// The callee's revert data, or that its answer is malformed.
        pub fn dynamic_struct(
            target: &Address,
            gas_cap: u64,
            before: u8,
            value: &Dynamic,
            after_: u8,
        ) -> Result<(u8, Dynamic, u8), CallFailure> {
            let mut payload = message(selectors::DYNAMIC_STRUCT, 96 + value.size());
            let writer = &mut Writer::new(&mut payload, 100);
            writer.uint64(4, u64::from(before));
            let begin = writer.tail(36, 4, 128);
            value.write(writer, begin);
            writer.uint64(68, u64::from(after_));
            let answer = host::call(target, gas_cap, 0, &payload, MAX_RETURN)?;
            let reader = &mut Reader::new(&answer, 96);
            let result_0 = reader.uint64(0, 8) as u8;
            let result_1 = {
                let begin = reader.tail(32, 0, 128);
                Dynamic::read(reader, begin)
            };
            let result_2 = reader.uint64(64, 8) as u8;
            reader.returned((result_0, result_1, result_2))
        }

        /// `dynamicList(Dynamic[] values, bytes rest) returns (bytes, Dynamic[])`
        ///
        /// # Errors
        /// The callee's revert data, or that its answer is malformed.
        pub fn dynamic_list(
            target: &Address,
            gas_cap: u64,
            values: &[Dynamic],
            rest: &[u8],
        ) -> Result<(Vec<u8>, Vec<Dynamic>), CallFailure> {
            let mut payload = message(
                selectors::DYNAMIC_LIST,
                64 + dynamic_list_size(values, Dynamic::size) + blob_size(rest.len()),
            );
            let writer = &mut Writer::new(&mut payload, 68);
            writer
                .dynamic_list(
                    4,
                    4,
                    values,
                    128,
                    |writer, at, item| item.write(writer, at),
                );
            writer.blob(36, 4, rest);
            let answer = host::call(target, gas_cap, 0, &payload, MAX_RETURN)?;
            let reader = &mut Reader::new(&answer, 64);
            let result_0 = reader.blob(0, 0);
            let result_1 = reader.dynamic_list(32, 0, 128, Dynamic::read);
            reader.returned((result_0, result_1))
        }

        /// `deep(Deep value, Deep[] values) view returns (Deep[], Deep)`
        ///
        /// # Errors
        /// The callee's revert data, or that its answer is malformed.
        pub fn deep(
            target: &Address,
            gas_cap: u64,
            value: &Deep,
            values: &[Deep],
        ) -> Result<(Vec<Deep>, Deep), CallFailure> {
            let mut payload = message(
                selectors::DEEP,
                64 + value.size() + dynamic_list_size(values, Deep::size),
            );
            let writer = &mut Writer::new(&mut payload, 68);
            let begin = writer.tail(4, 4, 128);
            value.write(writer, begin);
            writer
                .dynamic_list(
                    36,
                    4,
                    values,
                    128,
                    |writer, at, item| item.write(writer, at),
                );
            let answer = host::static_call(target, gas_cap, &payload, MAX_RETURN)?;
            let reader = &mut Reader::new(&answer, 64);
            let result_0 = reader.dynamic_list(0, 0, 128, Deep::read);
            let result_1 = {
                let begin = reader.tail(32, 0, 128);
                Deep::read(reader, begin)
            };
            reader.returned((result_0, result_1))
        }

        /// `pay(uint256 amount) payable returns (bool)`
        ///
        /// # Errors
        /// The callee's revert data, or that its answer is malformed.
        pub fn pay(
            target: &Address,
            gas_cap: u64,
            value_sent: u128,
            amount: u128,
        ) -> Result<bool, CallFailure> {
            let mut payload = message(selectors::PAY, 32);
            let writer = &mut Writer::new(&mut payload, 36);
            writer.uint128(4, amount);
            let answer = host::call(target, gas_cap, value_sent, &payload, 32)?;
            let reader = &mut Reader::new(&answer, 32);
            let result_0 = reader.boolean(0);
            reader.returned(result_0)
        }

        /// `payNothing() payable`
        ///
        /// # Errors
        /// The callee's revert data, or that its answer is malformed.
        pub fn pay_nothing(
            target: &Address,
            gas_cap: u64,
            value_sent: u128,
        ) -> Result<(), CallFailure> {
            let payload = message(selectors::PAY_NOTHING, 0);
            host::call(target, gas_cap, value_sent, &payload, 0)?;
            host::require_code(target)
        }

        /// `nothing()`
        ///
        /// # Errors
        /// The callee's revert data, or that its answer is malformed.
        pub fn nothing(target: &Address, gas_cap: u64) -> Result<(), CallFailure> {
            let payload = message(selectors::NOTHING, 0);
            host::call(target, gas_cap, 0, &payload, 0)?;
            host::require_code(target)
        }

        /// `unnamed(uint8, bytes32)`
        ///
        /// # Errors
        /// The callee's revert data, or that its answer is malformed.
        pub fn unnamed(
            target: &Address,
            gas_cap: u64,
            argument_0: u8,
            argument_1: &Word,
        ) -> Result<(), CallFailure> {
            let mut payload = message(selectors::UNNAMED, 64);
            let writer = &mut Writer::new(&mut payload, 68);
            writer.uint64(4, u64::from(argument_0));
            writer.word(36, argument_1);
            host::call(target, gas_cap, 0, &payload, 0)?;
            host::require_code(target)
        }

        /// `names(uint8 target, uint8 payload, uint8 reader, uint8 writer, uint8 answer, uint8 move, uint8 value_sent, bytes data) returns (uint8 calldata_)`
        ///
        /// # Errors
        /// The callee's revert data, or that its answer is malformed.
        pub fn names(
            target: &Address,
            gas_cap: u64,
            target_: u8,
            payload_: u8,
            reader_: u8,
            writer_: u8,
            answer_: u8,
            move_: u8,
            value_sent_: u8,
            data: &[u8],
        ) -> Result<u8, CallFailure> {
            let mut payload = message(selectors::NAMES, 256 + blob_size(data.len()));
            let writer = &mut Writer::new(&mut payload, 260);
            writer.uint64(4, u64::from(target_));
            writer.uint64(36, u64::from(payload_));
            writer.uint64(68, u64::from(reader_));
            writer.uint64(100, u64::from(writer_));
            writer.uint64(132, u64::from(answer_));
            writer.uint64(164, u64::from(move_));
            writer.uint64(196, u64::from(value_sent_));
            writer.blob(228, 4, data);
            let answer = host::call(target, gas_cap, 0, &payload, 32)?;
            let reader = &mut Reader::new(&answer, 32);
            let result_0 = reader.uint64(0, 8) as u8;
            reader.returned(result_0)
        }
    }
}
use code::*;
use code::{events, calls, errors};
mod alloy {
    alloy_sol_types::sol!(#![sol(abi)] "tests/interfaces/ISample.sol");
}
crate::checks!(subject);
fn subject() -> Subject {
    Subject {
        name: "ISample",
        route: route::<Echo>,
        alloy: alloy::ISample::abi::contract,
        json: include_str!("ISample.json"),
        enums: &[("Single", 1), ("Colour", 4)],
        functions: &[
            ("unsigned", selectors::UNSIGNED),
            ("signed", selectors::SIGNED),
            ("small", selectors::SMALL),
            ("bytesOf", selectors::BYTES_OF),
            ("nested", selectors::NESTED),
            ("lists", selectors::LISTS),
            ("moreLists", selectors::MORE_LISTS),
            ("blobs", selectors::BLOBS),
            ("dynamicStruct", selectors::DYNAMIC_STRUCT),
            ("dynamicList", selectors::DYNAMIC_LIST),
            ("deep", selectors::DEEP),
            ("pay", selectors::PAY),
            ("payNothing", selectors::PAY_NOTHING),
            ("nothing", selectors::NOTHING),
            ("unnamed", selectors::UNNAMED),
            ("names", selectors::NAMES),
        ],
        errors: &[
            ErrorCase {
                name: "Empty",
                selector: errors::EMPTY,
                build: |source| { (errors::empty(), vec![]) },
            },
            ErrorCase {
                name: "Fields",
                selector: errors::FIELDS,
                build: |source| {
                    let value_0 = source.uint(8) as u8;
                    let value_1 = source.int(256);
                    let value_2 = Colour::from_index(source.below(4));
                    let value_3 = source.fixed::<4>();
                    let value_4 = sample_nested(source);
                    (
                        errors::fields(value_0, value_1, value_2, &value_3, &value_4),
                        vec![
                            values::uint(8, u128::from(value_0)), values::int(256,
                            value_1), values::uint(8, value_2 as u128), values::fixed(&
                            value_3), convert_nested(& value_4)
                        ],
                    )
                },
            },
            ErrorCase {
                name: "Tail",
                selector: errors::TAIL,
                build: |source| {
                    let value_0 = source.bytes();
                    let value_1 = source.list(|source| sample_dynamic(source));
                    let value_2 = source.list(|source| source.uint(16) as u16);
                    (
                        errors::tail(&value_0, &value_1, &value_2),
                        vec![
                            values::bytes(& value_0), values::list(& value_1, | item |
                            convert_dynamic(item)), values::list(& value_2, | item |
                            values::uint(16, u128::from(* item)))
                        ],
                    )
                },
            },
        ],
        events: &[
            EventCase {
                name: "Plain",
                topic: events::PLAIN,
                emit: |source| {
                    events::plain();
                    vec![]
                },
            },
            EventCase {
                name: "Topics",
                topic: events::TOPICS,
                emit: |source| {
                    let value_0 = source.uint(8) as u8;
                    let value_1 = Colour::from_index(source.below(4));
                    let value_2 = source.fixed::<4>();
                    let value_3 = source.int(64) as i64;
                    events::topics(value_0, value_1, &value_2, value_3);
                    vec![
                        values::uint(8, u128::from(value_0)), values::uint(8, value_1 as
                        u128), values::fixed(& value_2), values::int(64,
                        i128::from(value_3))
                    ]
                },
            },
            EventCase {
                name: "MoreTopics",
                topic: events::MORE_TOPICS,
                emit: |source| {
                    let value_0 = source.fixed::<20>();
                    let value_1 = source.flip();
                    let value_2 = source.int(256);
                    events::more_topics(&value_0, value_1, value_2);
                    vec![
                        values::address(& value_0), DynSolValue::Bool(value_1),
                        values::int(256, value_2)
                    ]
                },
            },
            EventCase {
                name: "Structs",
                topic: events::STRUCTS,
                emit: |source| {
                    let value_0 = sample_nested(source);
                    let value_1 = source.uint(256);
                    let value_2 = sample_pair(source);
                    events::structs(&value_0, value_1, &value_2);
                    vec![
                        convert_nested(& value_0), values::uint(256, value_1),
                        convert_pair(& value_2)
                    ]
                },
            },
            EventCase {
                name: "Tails",
                topic: events::TAILS,
                emit: |source| {
                    let value_0 = source.fixed::<32>();
                    let value_1 = source.bytes();
                    let value_2 = source.list(|source| source.fixed::<32>());
                    let value_3 = sample_dynamic(source);
                    let value_4 = source.uint(8) as u8;
                    events::tails(&value_0, &value_1, &value_2, &value_3, value_4);
                    vec![
                        values::fixed(& value_0), values::bytes(& value_1),
                        values::list(& value_2, | item | values::fixed(item)),
                        convert_dynamic(& value_3), values::uint(8, u128::from(value_4))
                    ]
                },
            },
        ],
    }
}

/// Passes every call on to its peer and every answer back.
struct Echo;
impl ISample for Echo {
    fn unsigned(value: Unsigned, plain: u32) -> Result<(Unsigned, u32), Revert> {
        echo::seen(vec![convert_unsigned(& value), values::uint(24, u128::from(plain))]);
        let (result_0, result_1) = calls::unsigned(&echo::PEER, echo::GAS, &value, plain)
            .map_err(echo::failed)?;
        echo::answered(
            vec![convert_unsigned(& result_0), values::uint(24, u128::from(result_1))],
        );
        Ok((result_0, result_1))
    }

    fn signed(value: Signed, plain: i64) -> Result<(Signed, i64), Revert> {
        echo::seen(vec![convert_signed(& value), values::int(40, i128::from(plain))]);
        let (result_0, result_1) = calls::signed(&echo::PEER, echo::GAS, &value, plain)
            .map_err(echo::failed)?;
        echo::answered(
            vec![convert_signed(& result_0), values::int(40, i128::from(result_1))],
        );
        Ok((result_0, result_1))
    }

    fn small(
        a: u8,
        b: u16,
        c: u64,
        d: u128,
        e: i64,
        f: i128,
        g: bool,
        h: Single,
        i: Colour,
    ) -> Result<(u8, u16, u64, u128, i64, i128, bool, Single, Colour), Revert> {
        echo::seen(
            vec![
                values::uint(8, u128::from(a)), values::uint(16, u128::from(b)),
                values::uint(40, u128::from(c)), values::uint(72, d), values::int(8,
                i128::from(e)), values::int(72, f), DynSolValue::Bool(g), values::uint(8,
                h as u128), values::uint(8, i as u128)
            ],
        );
        let (
            result_0,
            result_1,
            result_2,
            result_3,
            result_4,
            result_5,
            result_6,
            result_7,
            result_8,
        ) = calls::small(&echo::PEER, echo::GAS, a, b, c, d, e, f, g, h, i)
            .map_err(echo::failed)?;
        echo::answered(
            vec![
                values::uint(8, u128::from(result_0)), values::uint(16,
                u128::from(result_1)), values::uint(40, u128::from(result_2)),
                values::uint(72, result_3), values::int(8, i128::from(result_4)),
                values::int(72, result_5), DynSolValue::Bool(result_6), values::uint(8,
                result_7 as u128), values::uint(8, result_8 as u128)
            ],
        );
        Ok((
            result_0,
            result_1,
            result_2,
            result_3,
            result_4,
            result_5,
            result_6,
            result_7,
            result_8,
        ))
    }

    fn bytes_of(
        value: Bytes,
        a: [u8; 3],
        b: Word,
        c: Word,
        d: Address,
    ) -> Result<(Bytes, [u8; 3], Word, Word, Address), Revert> {
        echo::seen(
            vec![
                convert_bytes(& value), values::fixed(& a), values::fixed(& b),
                values::fixed(& c), values::address(& d)
            ],
        );
        let (result_0, result_1, result_2, result_3, result_4) = calls::bytes_of(
                &echo::PEER,
                echo::GAS,
                &value,
                &a,
                &b,
                &c,
                &d,
            )
            .map_err(echo::failed)?;
        echo::answered(
            vec![
                convert_bytes(& result_0), values::fixed(& result_1), values::fixed(&
                result_2), values::fixed(& result_3), values::address(& result_4)
            ],
        );
        Ok((result_0, result_1, result_2, result_3, result_4))
    }

    fn nested(
        value: Nested,
        many: Vec<Nested>,
    ) -> Result<(Vec<Nested>, Nested), Revert> {
        echo::seen(
            vec![
                convert_nested(& value), values::list(& many, | item |
                convert_nested(item))
            ],
        );
        let (result_0, result_1) = calls::nested(&echo::PEER, echo::GAS, &value, &many)
            .map_err(echo::failed)?;
        echo::answered(
            vec![
                values::list(& result_0, | item | convert_nested(item)), convert_nested(&
                result_1)
            ],
        );
        Ok((result_0, result_1))
    }

    fn lists(
        a: Vec<u8>,
        b: Vec<u64>,
        c: Vec<u128>,
        d: Vec<u128>,
        e: Vec<i64>,
        f: Vec<i128>,
        g: Vec<i128>,
    ) -> Result<
        (Vec<u8>, Vec<u64>, Vec<u128>, Vec<u128>, Vec<i64>, Vec<i128>, Vec<i128>),
        Revert,
    > {
        echo::seen(
            vec![
                values::list(& a, | item | values::uint(8, u128::from(* item))),
                values::list(& b, | item | values::uint(64, u128::from(* item))),
                values::list(& c, | item | values::uint(96, * item)), values::list(& d, |
                item | values::uint(256, * item)), values::list(& e, | item |
                values::int(32, i128::from(* item))), values::list(& f, | item |
                values::int(96, * item)), values::list(& g, | item | values::int(256, *
                item))
            ],
        );
        let (result_0, result_1, result_2, result_3, result_4, result_5, result_6) = calls::lists(
                &echo::PEER,
                echo::GAS,
                &a,
                &b,
                &c,
                &d,
                &e,
                &f,
                &g,
            )
            .map_err(echo::failed)?;
        echo::answered(
            vec![
                values::list(& result_0, | item | values::uint(8, u128::from(* item))),
                values::list(& result_1, | item | values::uint(64, u128::from(* item))),
                values::list(& result_2, | item | values::uint(96, * item)),
                values::list(& result_3, | item | values::uint(256, * item)),
                values::list(& result_4, | item | values::int(32, i128::from(* item))),
                values::list(& result_5, | item | values::int(96, * item)),
                values::list(& result_6, | item | values::int(256, * item))
            ],
        );
        Ok((result_0, result_1, result_2, result_3, result_4, result_5, result_6))
    }

    fn more_lists(
        a: Vec<bool>,
        b: Vec<Address>,
        c: Vec<Word>,
        d: Vec<[u8; 7]>,
        e: Vec<Colour>,
        f: Vec<Word>,
        g: Vec<i128>,
    ) -> Result<
        (
            Vec<bool>,
            Vec<Address>,
            Vec<Word>,
            Vec<[u8; 7]>,
            Vec<Colour>,
            Vec<Word>,
            Vec<i128>,
        ),
        Revert,
    > {
        echo::seen(
            vec![
                values::list(& a, | item | DynSolValue::Bool(* item)), values::list(& b,
                | item | values::address(item)), values::list(& c, | item |
                values::fixed(item)), values::list(& d, | item | values::fixed(item)),
                values::list(& e, | item | values::uint(8, * item as u128)),
                values::list(& f, | item | values::fixed(item)), values::list(& g, | item
                | values::int(128, * item))
            ],
        );
        let (result_0, result_1, result_2, result_3, result_4, result_5, result_6) = calls::more_lists(
                &echo::PEER,
                echo::GAS,
                &a,
                &b,
                &c,
                &d,
                &e,
                &f,
                &g,
            )
            .map_err(echo::failed)?;
        echo::answered(
            vec![
                values::list(& result_0, | item | DynSolValue::Bool(* item)),
                values::list(& result_1, | item | values::address(item)), values::list(&
                result_2, | item | values::fixed(item)), values::list(& result_3, | item
                | values::fixed(item)), values::list(& result_4, | item | values::uint(8,
                * item as u128)), values::list(& result_5, | item | values::fixed(item)),
                values::list(& result_6, | item | values::int(128, * item))
            ],
        );
        Ok((result_0, result_1, result_2, result_3, result_4, result_5, result_6))
    }

    fn blobs(a: Vec<u8>, b: u8, c: Vec<u8>) -> Result<(Vec<u8>, u8, Vec<u8>), Revert> {
        echo::seen(
            vec![values::bytes(& a), values::uint(8, u128::from(b)), values::bytes(& c)],
        );
        let (result_0, result_1, result_2) = calls::blobs(
                &echo::PEER,
                echo::GAS,
                &a,
                b,
                &c,
            )
            .map_err(echo::failed)?;
        echo::answered(
            vec![
                values::bytes(& result_0), values::uint(8, u128::from(result_1)),
                values::bytes(& result_2)
            ],
        );
        Ok((result_0, result_1, result_2))
    }

    fn dynamic_struct(
        before: u8,
        value: Dynamic,
        after_: u8,
    ) -> Result<(u8, Dynamic, u8), Revert> {
        echo::seen(
            vec![
                values::uint(8, u128::from(before)), convert_dynamic(& value),
                values::uint(8, u128::from(after_))
            ],
        );
        let (result_0, result_1, result_2) = calls::dynamic_struct(
                &echo::PEER,
                echo::GAS,
                before,
                &value,
                after_,
            )
            .map_err(echo::failed)?;
        echo::answered(
            vec![
                values::uint(8, u128::from(result_0)), convert_dynamic(& result_1),
                values::uint(8, u128::from(result_2))
            ],
        );
        Ok((result_0, result_1, result_2))
    }

    fn dynamic_list(
        values: Vec<Dynamic>,
        rest: Vec<u8>,
    ) -> Result<(Vec<u8>, Vec<Dynamic>), Revert> {
        echo::seen(
            vec![
                values::list(& values, | item | convert_dynamic(item)), values::bytes(&
                rest)
            ],
        );
        let (result_0, result_1) = calls::dynamic_list(
                &echo::PEER,
                echo::GAS,
                &values,
                &rest,
            )
            .map_err(echo::failed)?;
        echo::answered(
            vec![
                values::bytes(& result_0), values::list(& result_1, | item |
                convert_dynamic(item))
            ],
        );
        Ok((result_0, result_1))
    }

    fn deep(value: Deep, values: Vec<Deep>) -> Result<(Vec<Deep>, Deep), Revert> {
        echo::seen(
            vec![
                convert_deep(& value), values::list(& values, | item |
                convert_deep(item))
            ],
        );
        let (result_0, result_1) = calls::deep(&echo::PEER, echo::GAS, &value, &values)
            .map_err(echo::failed)?;
        echo::answered(
            vec![
                values::list(& result_0, | item | convert_deep(item)), convert_deep(&
                result_1)
            ],
        );
        Ok((result_0, result_1))
    }

    fn pay(amount: u128) -> Result<bool, Revert> {
        echo::seen(vec![values::uint(256, amount)]);
        let result_0 = calls::pay(&echo::PEER, echo::GAS, 0, amount)
            .map_err(echo::failed)?;
        echo::answered(vec![DynSolValue::Bool(result_0)]);
        Ok(result_0)
    }

    fn pay_nothing() -> Result<(), Revert> {
        echo::seen(vec![]);
        let () = calls::pay_nothing(&echo::PEER, echo::GAS, 0).map_err(echo::failed)?;
        echo::answered(vec![]);
        Ok(())
    }

    fn nothing() -> Result<(), Revert> {
        echo::seen(vec![]);
        let () = calls::nothing(&echo::PEER, echo::GAS).map_err(echo::failed)?;
        echo::answered(vec![]);
        Ok(())
    }

    fn unnamed(argument_0: u8, argument_1: Word) -> Result<(), Revert> {
        echo::seen(
            vec![values::uint(8, u128::from(argument_0)), values::fixed(& argument_1)],
        );
        let () = calls::unnamed(&echo::PEER, echo::GAS, argument_0, &argument_1)
            .map_err(echo::failed)?;
        echo::answered(vec![]);
        Ok(())
    }

    fn names(
        target_: u8,
        payload_: u8,
        reader_: u8,
        writer_: u8,
        answer_: u8,
        move_: u8,
        value_sent_: u8,
        data: Vec<u8>,
    ) -> Result<u8, Revert> {
        echo::seen(
            vec![
                values::uint(8, u128::from(target_)), values::uint(8,
                u128::from(payload_)), values::uint(8, u128::from(reader_)),
                values::uint(8, u128::from(writer_)), values::uint(8,
                u128::from(answer_)), values::uint(8, u128::from(move_)), values::uint(8,
                u128::from(value_sent_)), values::bytes(& data)
            ],
        );
        let result_0 = calls::names(
                &echo::PEER,
                echo::GAS,
                target_,
                payload_,
                reader_,
                writer_,
                answer_,
                move_,
                value_sent_,
                &data,
            )
            .map_err(echo::failed)?;
        echo::answered(vec![values::uint(8, u128::from(result_0))]);
        Ok(result_0)
    }
}

#[allow(dead_code)]
fn sample_unsigned(source: &mut Source) -> Unsigned {
    Unsigned {
        a: source.uint(8) as u8,
        b: source.uint(16) as u16,
        c: source.uint(24) as u32,
        d: source.uint(32) as u32,
        e: source.uint(40) as u64,
        f: source.uint(64) as u64,
        g: source.uint(72),
        h: source.uint(96),
        i: source.uint(128),
        j: source.uint(256),
        k: source.uint(256),
    }
}

#[allow(dead_code)]
fn sample_signed(source: &mut Source) -> Signed {
    Signed {
        a: source.int(8) as i64,
        b: source.int(16) as i64,
        c: source.int(24) as i64,
        d: source.int(32) as i64,
        e: source.int(40) as i64,
        f: source.int(64) as i64,
        g: source.int(72),
        h: source.int(104),
        i: source.int(128),
        j: source.int(256),
        k: source.int(256),
    }
}

#[allow(dead_code)]
fn sample_bytes(source: &mut Source) -> Bytes {
    Bytes {
        a: source.fixed::<1>(),
        b: source.fixed::<4>(),
        c: source.fixed::<20>(),
        d: source.fixed::<31>(),
        e: source.fixed::<32>(),
        f: source.fixed::<32>(),
    }
}

#[allow(dead_code)]
fn sample_nested(source: &mut Source) -> Nested {
    Nested {
        bytes_: sample_bytes(source),
        yes: source.flip(),
        colour: Colour::from_index(source.below(4)),
        fn_: source.fixed::<20>(),
        pair: sample_pair(source),
    }
}

#[allow(dead_code)]
fn sample_pair(source: &mut Source) -> Pair {
    Pair {
        left: source.uint(8) as u8,
        right: source.int(128),
    }
}

#[allow(dead_code)]
fn sample_dynamic(source: &mut Source) -> Dynamic {
    Dynamic {
        first: source.uint(8) as u8,
        data: source.bytes(),
        pairs: source.list(|source| sample_pair(source)),
        last: Colour::from_index(source.below(4)),
    }
}

#[allow(dead_code)]
fn sample_deep(source: &mut Source) -> Deep {
    Deep {
        one: sample_dynamic(source),
        many: source.list(|source| sample_dynamic(source)),
        root: source.fixed::<32>(),
        tail: source.bytes(),
    }
}

#[allow(dead_code)]
fn convert_unsigned(item: &Unsigned) -> DynSolValue {
    DynSolValue::Tuple(
        vec![
            values::uint(8, u128::from(item.a)), values::uint(16, u128::from(item.b)),
            values::uint(24, u128::from(item.c)), values::uint(32, u128::from(item.d)),
            values::uint(40, u128::from(item.e)), values::uint(64, u128::from(item.f)),
            values::uint(72, item.g), values::uint(96, item.h), values::uint(128, item
            .i), values::uint(256, item.j), values::uint(256, item.k)
        ],
    )
}

#[allow(dead_code)]
fn convert_signed(item: &Signed) -> DynSolValue {
    DynSolValue::Tuple(
        vec![
            values::int(8, i128::from(item.a)), values::int(16, i128::from(item.b)),
            values::int(24, i128::from(item.c)), values::int(32, i128::from(item.d)),
            values::int(40, i128::from(item.e)), values::int(64, i128::from(item.f)),
            values::int(72, item.g), values::int(104, item.h), values::int(128, item.i),
            values::int(256, item.j), values::int(256, item.k)
        ],
    )
}

#[allow(dead_code)]
fn convert_bytes(item: &Bytes) -> DynSolValue {
    DynSolValue::Tuple(
        vec![
            values::fixed(& item.a), values::fixed(& item.b), values::fixed(& item.c),
            values::fixed(& item.d), values::fixed(& item.e), values::fixed(& item.f)
        ],
    )
}

#[allow(dead_code)]
fn convert_nested(item: &Nested) -> DynSolValue {
    DynSolValue::Tuple(
        vec![
            convert_bytes(& item.bytes_), DynSolValue::Bool(item.yes), values::uint(8,
            item.colour as u128), values::address(& item.fn_), convert_pair(& item.pair)
        ],
    )
}

#[allow(dead_code)]
fn convert_pair(item: &Pair) -> DynSolValue {
    DynSolValue::Tuple(
        vec![values::uint(8, u128::from(item.left)), values::int(128, item.right)],
    )
}

#[allow(dead_code)]
fn convert_dynamic(item: &Dynamic) -> DynSolValue {
    DynSolValue::Tuple(
        vec![
            values::uint(8, u128::from(item.first)), values::bytes(& item.data),
            values::list(& item.pairs, | item | convert_pair(item)), values::uint(8, item
            .last as u128)
        ],
    )
}

#[allow(dead_code)]
fn convert_deep(item: &Deep) -> DynSolValue {
    DynSolValue::Tuple(
        vec![
            convert_dynamic(& item.one), values::list(& item.many, | item |
            convert_dynamic(item)), values::fixed(& item.root), values::bytes(& item
            .tail)
        ],
    )
}
