//! What the generated tests stand on.

pub mod cases;
pub mod checks;
pub mod echo;
pub mod oracle;
pub mod shape;
pub mod source;
pub mod subject;
pub mod values;

/// The tests of one interface.
#[macro_export]
macro_rules! checks {
    ($subject:ident) => {
        $crate::checks! { $subject:
            selectors_and_topics_match_alloy,
            json_matches_alloy,
            calls_of_random_values_pass_both_ways,
            calldata_cut_short_is_refused,
            calldata_with_one_bad_word_is_judged_as_alloy_does,
            calldata_with_flipped_bytes_is_judged_as_alloy_does,
            answers_cut_short_are_refused,
            answers_with_one_bad_word_are_judged_as_alloy_does,
            errors_of_random_values_match_alloy,
            events_of_random_values_match_alloy,
            value_and_unknown_selectors_and_reentry_are_refused,
        }
    };
    ($subject:ident: $($check:ident,)+) => {
        $(
            #[test]
            fn $check() {
                $crate::support::checks::$check(&$subject());
            }
        )+
    };
}
