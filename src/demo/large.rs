//! Rounds as large as a province has them, for benches and tests. Nothing holds a whole one: an
//! organisation's cells are made from the seed and its number whenever they are asked for.

use super::names;
use super::organisation::cell;
use super::random::Random;
use crate::number::Decimal;
use crate::round::{
    BallotRecord, Cell, MarkRecord, OrganisationRecord, SheetRecord, SheetState, What,
};

/// Of the organisations of a round, so many of so many are villages, the others communities:
/// the proportion of a city of 3,538 villages and 1,639 communities.
const VILLAGES: (u64, u64) = (3538, 5177);

/// Items of a sheet.
const ITEMS: u64 = 25;

/// Items of a category.
const ITEMS_OF_CATEGORY: u64 = 5;

/// Questions and options of the ballot.
const BALLOT: ([&str; 3], [&str; 3]) = (["Q1", "Q2", "Q3"], ["A", "B", "C"]);

/// A large round: villages and communities of some districts, 25 items, so many parties that
/// fill sheets, and one ballot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Large {
    pub organisations: u64,
    pub districts: u64,
    pub sheet_parties: u64,
    pub seed: u64,
}

impl Large {
    /// A city of 16 districts with 5,177 organisations and three parties that fill sheets.
    #[must_use]
    pub const fn city(seed: u64) -> Self {
        Self {
            organisations: 5177,
            districts: 16,
            sheet_parties: 3,
            seed,
        }
    }

    /// The text of its scheme: places of 1:4:4:1 within a district.
    #[must_use]
    pub fn scheme(&self) -> String {
        let mut text = String::from(
            "format = 1\n\n[scheme]\nid = \"large\"\ntitle = \"大轮次\"\nversion = \"1\"\n\
             basis = \"示例：全部内容，用于测量速度\"\n\n[grading]\nrule = \"split\"\n\
             parts = [1, 4, 4, 1]\ncohort = \"district\"\nties = [\"party:s1\"]\n\n\
             [[track]]\nid = \"village\"\ntitle = \"村\"\n\n\
             [[track]]\nid = \"community\"\ntitle = \"社区\"\n",
        );
        for party in 1..=self.sheet_parties {
            text.push_str(&format!(
                "\n[[party]]\nid = \"s{party}\"\ntitle = \"第{party}评价方\"\n\
                 method = \"sheet\"\nweight = 20\n"
            ));
        }
        text.push_str(
            "\n[[party]]\nid = \"masses\"\ntitle = \"群众测评\"\nmethod = \"ballot\"\n\
             weight = 40\noptions = [\n",
        );
        let [a, b, c] = BALLOT.1;
        for (id, title, rest) in [
            (a, "满意", "value = 100, satisfied = true"),
            (b, "基本满意", "value = 80, satisfied = true"),
            (c, "不满意", "value = 0"),
        ] {
            text.push_str(&format!(
                "  {{ id = \"{id}\", title = \"{title}\", {rest} }},\n"
            ));
        }
        text.push_str("]\nquestions = [\n");
        for id in BALLOT.0 {
            text.push_str(&format!("  {{ id = \"{id}\", title = \"问题{id}\" }},\n"));
        }
        text.push_str("]\n");
        for item in 0..ITEMS {
            if item % ITEMS_OF_CATEGORY == 0 {
                let number = item / ITEMS_OF_CATEGORY + 1;
                text.push_str(&format!(
                    "\n[[category]]\nid = \"C{number}\"\ntitle = \"第{number}类\"\n"
                ));
            }
            text.push_str(&format!(
                "\n[[category.item]]\nid = \"{id}\"\ntitle = \"指标{id}\"\npoints = 4\nstep = 0.5\n",
                id = item_id(item)
            ));
        }
        for (id, title) in [
            ("five", "五星"),
            ("four", "四星"),
            ("three", "三星"),
            ("none", "无星"),
        ] {
            text.push_str(&format!(
                "\n[[level]]\nid = \"{id}\"\ntitle = \"{title}\"\n"
            ));
        }
        text
    }

    /// The lines of the list of organisations, districts first.
    pub fn list(self) -> impl Iterator<Item = Cell> {
        let districts = (0..self.districts).map(move |district| {
            let name = format!("第{}区", district + 1);
            listed(
                &district_code(district),
                name,
                Some("district"),
                None,
                None,
                district,
            )
        });
        districts.chain((0..self.organisations).map(move |number| self.in_list(number)))
    }

    fn in_list(self, number: u64) -> Cell {
        let (villages, all) = VILLAGES;
        // Spread evenly, so that every district has both.
        let is_village = number * villages / all != (number + 1) * villages / all;
        let position = usize::try_from(number).unwrap_or_default();
        let (name, track) = match is_village {
            true => (names::village(position), "village"),
            false => (names::community(position), "community"),
        };
        let district = district_code(number % self.districts.max(1));
        let code = self.code(number);
        listed(
            &code,
            name,
            None,
            Some(&district),
            Some(track),
            self.districts + number,
        )
    }

    /// The code of an organisation.
    #[must_use]
    pub fn code(&self, number: u64) -> String {
        let districts = self.districts.max(1);
        format!(
            "{}{:06}",
            district_code(number % districts),
            number / districts + 1
        )
    }

    /// The marks, sheets and ballots of one organisation.
    #[must_use]
    pub fn cells(&self, number: u64) -> Vec<Cell> {
        let mut random = Random::of_part(self.seed, number + 1);
        let code = self.code(number);
        let strength = 1000 - random.below(600);
        let mut cells = Vec::new();
        for party in 1..=self.sheet_parties {
            let party = format!("s{party}");
            for item in 0..ITEMS {
                let down = random.below((1100 - strength) / 120 + 1);
                let half = Decimal::ONE / 2;
                let mark = Decimal::from_millionths((8 - i128::from(down.min(8))) * half);
                let record = MarkRecord {
                    entry: Some(mark.to_string()),
                    note: None,
                    flagged: false,
                };
                let key = [code.as_str(), &party, "考评一组", &item_id(item)];
                cells.push(cell(What::Mark, &key, record.write()));
            }
            let record = SheetRecord {
                state: SheetState::Submitted,
                reason: None,
                imported: false,
            };
            cells.push(cell(
                What::Sheet,
                &[&code, &party, "考评一组"],
                record.write(),
            ));
        }
        let valid = random.between(30, 120);
        for question in BALLOT.0 {
            let content = valid * strength.saturating_sub(random.below(80)) / 1000;
            let half = (valid - content) / 2;
            for (option, count) in BALLOT.1.iter().zip([content, half, valid - content - half]) {
                let key = [code.as_str(), "masses", question, option];
                cells.push(cell(What::Ballot, &key, BallotRecord { count }.write()));
            }
        }
        cells
    }
}

fn item_id(item: u64) -> String {
    format!(
        "C{}-{}",
        item / ITEMS_OF_CATEGORY + 1,
        item % ITEMS_OF_CATEGORY + 1
    )
}

fn district_code(district: u64) -> String {
    format!("99{:04}", district + 1)
}

fn listed(
    code: &str,
    name: String,
    kind: Option<&str>,
    parent: Option<&str>,
    track: Option<&str>,
    position: u64,
) -> Cell {
    let record = OrganisationRecord {
        name,
        kind: kind.map(str::to_owned),
        parent: parent.map(str::to_owned),
        track: track.map(str::to_owned),
        previous: None,
        declared: None,
        position: u32::try_from(position + 1).unwrap_or(u32::MAX),
    };
    cell(What::Organisation, &[code], record.write())
}
