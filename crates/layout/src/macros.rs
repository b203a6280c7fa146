//! The one table that declares a packed word.

/// Declares a 256-bit word as a table of fields and widths, high bits first.
///
/// Yields a plain struct with typed fields and
/// * `pack(&self) -> Result<Word, DoesNotFit>`: refuses a value that its field cannot hold;
/// * `unpack(&Word) -> Self`: extends the sign of signed fields, ignores spare bits;
/// * `FIELDS: &[Field]`: names, positions and descriptions, for readers of raw storage.
///
/// `then n spare` leaves n bits unused after a field; bits below the last field are spare. Compilation
/// fails if the fields exceed 256 bits.
///
/// # Examples
/// ```
/// ballast_layout::packed_word! {
///     /// A reading.
///     pub struct Reading {
///         /// Degrees.
///         temperature: i16 = 12;
///         /// Unix seconds.
///         at: u64 = 40;
///     }
/// }
/// let word = Reading { temperature: -3, at: 1_700_000_000 }.pack().unwrap();
/// assert_eq!(word[0], 0xff);
/// assert_eq!(word[1] >> 4, 0xd);
/// assert_eq!(Reading::unpack(&word).temperature, -3);
/// assert_eq!(Reading { temperature: 2048, at: 0 }.pack().unwrap_err().field, 0);
/// assert_eq!(Reading::FIELDS[1].low_bit, 204);
/// ```
#[macro_export]
macro_rules! packed_word {
    (
        $(#[doc = $about:literal])*
        pub struct $name:ident {
            $(
                $(#[doc = $description:literal])*
                $field:ident: $type:ty = $width:literal $(then $spare:literal spare)?;
            )*
        }
    ) => {
        $(#[doc = $about])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub struct $name {
            $(
                $(#[doc = $description])*
                pub $field: $type,
            )*
        }

        const _: () = {
            #[allow(non_camel_case_types)]
            enum Index { $($field),* }

            const SPANS: &[(u32, u32)] = &[$(($width, 0 $(+ $spare)?)),*];

            assert!($crate::field::total_width(SPANS) <= 256, "the fields exceed 256 bits");

            impl $name {
                /// The fields from the high bits down.
                pub const FIELDS: &'static [$crate::Field] = &[$(
                    $crate::Field {
                        name: stringify!($field),
                        kind: stringify!($type),
                        low_bit: $crate::field::low_bit(SPANS, Index::$field as usize),
                        width: $width,
                        signed: <$type as $crate::FieldValue>::SIGNED,
                        description: concat!($($description),*).trim_ascii(),
                    }
                ),*];

                /// The word.
                ///
                /// # Errors
                /// `DoesNotFit` names the first field whose value needs more bits
                /// than it has.
                #[inline]
                pub fn pack(&self) -> Result<$crate::Word, $crate::DoesNotFit> {
                    let mut bits = $crate::bits::Bits::default();
                    $(
                        const { assert!($width >= 1 && $width <= 8 * size_of::<$type>()) };
                        match $crate::field::place(
                            self.$field,
                            const { $crate::field::low_bit(SPANS, Index::$field as usize) },
                            $width,
                        ) {
                            Some(placed) => bits = bits.or(placed),
                            None => {
                                return Err($crate::DoesNotFit { field: Index::$field as u8 })
                            }
                        }
                    )*
                    Ok(bits.into_word())
                }

                /// The fields of a word.
                #[inline]
                pub fn unpack(word: &$crate::Word) -> Self {
                    let bits = $crate::bits::Bits::from_word(word);
                    Self {
                        $(
                            $field: $crate::field::read(
                                bits,
                                const { $crate::field::low_bit(SPANS, Index::$field as usize) },
                                $width,
                            ),
                        )*
                    }
                }
            }
        };
    };
}
