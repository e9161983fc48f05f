//! A municipality of the size of the one whose rating is published: its villages and communities
//! in sixteen districts.

use super::ground::{Place, share};
use super::names;

/// Published: so many villages and communities were rated in the first year, in 16 districts.
const VILLAGES: usize = 3538;
const COMMUNITIES: usize = 1639;
const DISTRICTS: usize = 16;
/// Made up: towns of a district.
const TOWNS: usize = 12;

const CODE: &str = "640900";

/// The whole list: the municipality, and district by district its towns with what lies in them.
pub(super) fn municipality() -> Vec<Place> {
    let mut places = vec![unrated(
        CODE.to_owned(),
        "云泽市".to_owned(),
        "city",
        None,
        0,
    )];
    let mut villages = 0;
    for district in 0..DISTRICTS {
        let code = format!("6409{:02}", district + 1);
        let name = format!("第{}区", names::numeral(district));
        places.push(unrated(
            code.clone(),
            name.clone(),
            "district",
            Some(CODE),
            district,
        ));
        let mut own = 0;
        for town in 0..TOWNS {
            let town_code = format!("{code}{:02}", town + 1);
            let town_name = format!("{name}第{}镇", names::numeral(town));
            places.push(unrated(
                town_code.clone(),
                town_name,
                "town",
                Some(&code),
                district,
            ));
            let of_town = |all| share(share(all, DISTRICTS, district), TOWNS, town);
            let mut add = |name: String, track| {
                own += 1;
                places.push(Place {
                    code: format!("{code}{own:04}"),
                    name,
                    kind: None,
                    parent: Some(town_code.clone()),
                    track: Some(track),
                    district,
                });
            };
            for _ in 0..of_town(VILLAGES) {
                add(names::village(villages), "village");
                villages += 1;
            }
            for number in 0..of_town(COMMUNITIES) {
                add(names::community(town * 10 + number), "community");
            }
        }
    }
    places
}

fn unrated(
    code: String,
    name: String,
    kind: &'static str,
    parent: Option<&str>,
    district: usize,
) -> Place {
    Place {
        code,
        name,
        kind: Some(kind),
        parent: parent.map(str::to_owned),
        track: None,
        district,
    }
}
