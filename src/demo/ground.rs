//! Where the organisations of a demonstration round lie: the city, its districts and towns, and
//! the organisations that are rated, in the order of the list.

use super::names::{self, BUREAU_COUNT, CITY, DISTRICTS, District, Pool};
use super::random::Random;

/// A line of the list of organisations.
#[derive(Debug, Clone)]
pub(super) struct Place {
    pub code: String,
    pub name: String,
    pub kind: Option<&'static str>,
    pub parent: Option<String>,
    /// Id of a track; none: not rated itself.
    pub track: Option<&'static str>,
    /// Position of the district.
    pub district: usize,
}

/// How many organisations of each kind a district of the city has, district by district.
pub(super) struct Counts {
    pub villages: [usize; 3],
    pub communities: [usize; 3],
    pub agencies: [usize; 3],
    pub enterprises: [usize; 3],
    pub private: [usize; 3],
    pub schools: [usize; 3],
}

impl Counts {
    pub(super) const NONE: Self = Self {
        villages: [0; 3],
        communities: [0; 3],
        agencies: [0; 3],
        enterprises: [0; 3],
        private: [0; 3],
        schools: [0; 3],
    };
}

/// The list that is being made.
struct Laying {
    places: Vec<Place>,
    pool: Pool,
    /// Towns so far, through all districts.
    towns: usize,
}

/// A city of three districts.
pub(super) fn city(counts: &Counts, random: &mut Random) -> Vec<Place> {
    let mut laying = Laying {
        places: Vec::new(),
        pool: Pool::new(random),
        towns: 0,
    };
    let (code, name) = CITY;
    laying.unrated(code, name, "city", None, 0);
    for (position, district) in DISTRICTS.iter().enumerate() {
        laying.district(district, position, counts);
    }
    laying.places
}

impl Laying {
    fn unrated(
        &mut self,
        code: &str,
        name: &str,
        kind: &'static str,
        parent: Option<&str>,
        district: usize,
    ) {
        self.places.push(Place {
            code: code.to_owned(),
            name: name.to_owned(),
            kind: Some(kind),
            parent: parent.map(str::to_owned),
            track: None,
            district,
        });
    }

    fn district(&mut self, district: &District, position: usize, counts: &Counts) {
        self.unrated(
            district.code,
            district.name,
            "district",
            Some(CITY.0),
            position,
        );
        let towns: Vec<(&str, bool)> = district
            .streets
            .iter()
            .map(|name| (*name, true))
            .chain(district.towns.iter().map(|name| (*name, false)))
            .collect();
        let codes: Vec<String> = (1..=towns.len())
            .map(|number| format!("{}{number:02}", district.code))
            .collect();
        let streets = district.streets.len();
        let mut own = Numbering::new(district, position);
        for (town, (name, is_street)) in towns.iter().enumerate() {
            let kind = if *is_street { "street" } else { "town" };
            self.unrated(&codes[town], name, kind, Some(district.code), position);
            let (of_town, all) = if *is_street {
                // Streets hold communities alone, and two thirds of those.
                (
                    share(counts.communities[position] * 2 / 3, streets, town),
                    town,
                )
            } else {
                let towns = district.towns.len();
                let rest = counts.communities[position] - counts.communities[position] * 2 / 3;
                let at = town - streets;
                for number in 0..share(counts.villages[position], towns, at) {
                    let name = self.pool.village(self.towns, number == 0);
                    self.places.push(own.place(name, &codes[town], "village"));
                }
                self.towns += 1;
                (share(rest, towns, at), town)
            };
            for _ in 0..of_town {
                let name = self.pool.community();
                self.places.push(own.place(name, &codes[all], "community"));
            }
        }
        self.of_the_district(district, position, counts, &mut own);
    }

    /// What belongs to the district itself.
    fn of_the_district(
        &mut self,
        district: &District,
        position: usize,
        counts: &Counts,
        own: &mut Numbering,
    ) {
        let mut add = |name: String, track: &'static str| {
            self.places.push(own.place(name, district.code, track));
        };
        for number in 0..counts.agencies[position] {
            add(
                format!("{}{}", district.name, names::bureau(number)),
                "agency",
            );
        }
        for number in 0..counts.enterprises[position] {
            add(names::enterprise(district, number), "enterprise");
        }
        for number in 0..counts.private[position] {
            add(names::private(district, number), "private");
        }
        for number in 0..counts.schools[position] {
            add(names::school(district, number), "school");
        }
    }
}

/// The part of `all` that the one at `position` of `among` gets.
pub(super) fn share(all: usize, among: usize, position: usize) -> usize {
    let among = among.max(1);
    all / among + usize::from(position < all % among)
}

/// Codes of the organisations of one district, one after the other.
struct Numbering {
    district: &'static str,
    position: usize,
    next: usize,
}

impl Numbering {
    fn new(district: &District, position: usize) -> Self {
        Self {
            district: district.code,
            position,
            next: 101,
        }
    }

    fn place(&mut self, name: String, parent: &str, track: &'static str) -> Place {
        let code = format!("{}{:03}", self.district, self.next);
        self.next += 1;
        Place {
            code,
            name,
            kind: None,
            parent: Some(parent.to_owned()),
            track: Some(track),
            district: self.position,
        }
    }
}

/// A township with villages, offices, and the groups of its villages.
pub(super) fn township(random: &mut Random) -> Vec<Place> {
    let mut pool = Pool::new(random);
    let district = &DISTRICTS[0];
    let town = format!("{}07", district.code);
    let mut places = vec![rated(&town, district.towns[4], None, None)];
    if let Some(first) = places.first_mut() {
        first.kind = Some("town");
    }
    for village in 0..12 {
        let code = format!("{town}{:02}", village + 1);
        let name = pool.village(village, village < 2);
        places.push(rated(&code, &name, Some(&town), Some("village")));
        for group in 0..random.position(3) + 2 {
            let name = format!("{name}第{}村民小组", names::numeral(group));
            let own = format!("{code}{:02}", group + 1);
            places.push(rated(&own, &name, Some(&code), Some("group")));
        }
    }
    let offices = [
        "中心小学",
        "卫生院",
        "农业综合服务中心",
        "自然资源所",
        "司法所",
        "供电所",
    ];
    for (number, office) in offices.iter().enumerate() {
        let name = format!("{}{office}", district.towns[4]);
        let code = format!("{town}{}", number + 91);
        places.push(rated(&code, &name, Some(&town), Some("agency")));
    }
    places
}

/// The bureaus of a district, each with so many branches; `department` and `branch` are the ids
/// of their tracks, none where there is no such organisation.
pub(super) fn bureaus(
    department: &'static str,
    branch: Option<(&'static str, usize)>,
    count: usize,
) -> Vec<Place> {
    let district = &DISTRICTS[0];
    let mut places = vec![rated(district.code, district.name, None, None)];
    if let Some(first) = places.first_mut() {
        first.kind = Some("district");
    }
    let mut branches = 0;
    for bureau in 0..count {
        let code = format!("{}{:03}", district.code, bureau + 101);
        let name = bureau_name(district, bureau);
        places.push(rated(&code, &name, Some(district.code), Some(department)));
        let Some((track, all)) = branch else { continue };
        for own in 0..share(all, count, bureau) {
            branches += 1;
            let name = format!("{name}机关第{}党支部", names::numeral(own));
            let code = format!("{}{:03}", district.code, branches + 400);
            let parent = format!("{}{:03}", district.code, bureau + 101);
            places.push(rated(&code, &name, Some(&parent), Some(track)));
        }
    }
    places
}

/// After the bureaus come centres that belong to them.
fn bureau_name(district: &District, position: usize) -> String {
    let name = names::bureau(position);
    if position < BUREAU_COUNT {
        format!("{}{name}", district.name)
    } else {
        format!("{}{}服务中心", district.name, name.trim_end_matches('局'))
    }
}

fn rated(code: &str, name: &str, parent: Option<&str>, track: Option<&'static str>) -> Place {
    Place {
        code: code.to_owned(),
        name: name.to_owned(),
        kind: None,
        parent: parent.map(str::to_owned),
        track,
        district: 0,
    }
}
