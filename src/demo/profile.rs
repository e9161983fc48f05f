//! What the demonstration of each shipped scheme looks like.

use super::ground::{self, Counts, Place};
use super::municipality;
use super::names::{DISTRICTS, numeral};
use super::random::Random;

/// The demonstration of one scheme.
pub(super) struct Profile {
    pub scheme: &'static str,
    /// The name of the round.
    pub name: &'static str,
    pub ground: fn(&mut Random) -> Vec<Place>,
    /// Parties that are still at work, with the thousandth of their sheets that are submitted;
    /// all others have finished.
    pub under_way: &'static [(&'static str, u64)],
}

const PROFILES: [Profile; 6] = [
    Profile {
        scheme: "shizuishan",
        name: "2026年度",
        ground: |random| {
            let counts = Counts {
                villages: [28, 26, 24],
                communities: [14, 12, 10],
                agencies: [8, 7, 6],
                enterprises: [5, 4, 3],
                private: [5, 5, 5],
                schools: [6, 6, 6],
            };
            ground::city(&counts, random)
        },
        under_way: &[("superior", 500)],
    },
    Profile {
        scheme: "karamay",
        name: "2026十星创评",
        ground: |random| {
            let villages = [18, 15, 12];
            ground::city(
                &Counts {
                    villages,
                    ..Counts::NONE
                },
                random,
            )
        },
        under_way: &[("district", 600), ("city", 0)],
    },
    Profile {
        scheme: "tianjin",
        name: "2026村社评星",
        ground: |random| {
            let (villages, communities) = ([30, 26, 22], [14, 12, 10]);
            ground::city(
                &Counts {
                    villages,
                    communities,
                    ..Counts::NONE
                },
                random,
            )
        },
        under_way: &[("superior", 700), ("peers", 0)],
    },
    Profile {
        scheme: "luowang",
        name: "2026分类定级",
        ground: ground::township,
        under_way: &[("superior", 500)],
    },
    Profile {
        scheme: "yangquan",
        name: "2026晋级验收",
        ground: |_| ground::bureaus("all", None, 26),
        under_way: &[("check", 600)],
    },
    Profile {
        scheme: "lanshan",
        name: "2026动态积分",
        ground: |_| ground::bureaus("department", Some(("branch", 122)), 45),
        under_way: &[],
    },
];

/// Rounds of the size that is published, all done.
const FULL: [Profile; 1] = [Profile {
    scheme: "tianjin",
    name: "2026村社评星",
    ground: |_| municipality::municipality(),
    under_way: &[],
}];

/// The demonstration of a scheme at its published size; none where the shipped one has that, or
/// no size is published.
pub(super) fn full(scheme: &str) -> Option<&'static Profile> {
    FULL.iter().find(|profile| profile.scheme == scheme)
}

/// The demonstration of a scheme.
pub(super) fn profile(scheme: &str) -> Option<&'static Profile> {
    PROFILES.iter().find(|profile| profile.scheme == scheme)
}

/// The chairs of a party that fills sheets, for organisations of a district: the group that is
/// due, and the one that steps in or looks a second time. Groups and posts, never persons.
pub(super) fn chairs(party: &str, district: usize) -> [String; 2] {
    let short = DISTRICTS[district % DISTRICTS.len()].short;
    let pair = |one: &str, other: &str| [one.to_owned(), other.to_owned()];
    match party {
        "self" | "village" => pair("支部书记", "支部委员会"),
        "township" => pair("乡镇初评一组", "乡镇初评二组"),
        "district" => [format!("{short}联评一组"), format!("{short}联评二组")],
        "city" => pair("市复核一组", "市复核二组"),
        _ => {
            let group = |at: usize| format!("考评{}组", numeral(at % DISTRICTS.len()));
            [group(district), group(district + 1)]
        }
    }
}
