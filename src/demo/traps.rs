//! Organisations of the city on which a careless calculation, or a careless reader, stumbles.

use super::entries::best;
use super::organisation::{Count, Rated, Rater, Sheet};
use super::profile::chairs;
use crate::number::Decimal;
use crate::round::{SheetState, assemble};
use crate::scheme::{Item, Method, Scheme};
use crate::scoring::{Plan, own};

/// Where the traps lie; codes of organisations.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Landmarks {
    /// Its superior sheet stands at 12 of 25 items.
    pub mid_sheet: Option<String>,
    /// Its composite is 0.01 below the line of the best level.
    pub below_line: Option<String>,
    /// Equal in everything that ranks, with one place of the best level for the two of them.
    pub tied: Vec<String>,
    /// The satisfaction of the first lies just under a veto's condition, that of the second
    /// exactly on it.
    pub dissatisfied: Vec<String>,
}

/// How many items of the open sheet are there.
const MID_SHEET: usize = 12;

/// What the traps are made with.
pub(super) struct Traps<'a> {
    pub scheme: &'a Scheme,
    pub year: i32,
}

impl Traps<'_> {
    /// Chooses the organisations and keeps what is random away from them.
    pub(super) fn reserve(&self, list: &mut [Rated]) -> Landmarks {
        let mut take = |track: &str, district: usize, number: usize| {
            let track = self.scheme.find_track(track)?;
            let of = |rated: &&mut Rated| rated.track == track && rated.district == district;
            let rated = list.iter_mut().filter(of).nth(number)?;
            rated.reserved = true;
            Some(rated.code.clone())
        };
        let mid_sheet = take("village", 0, 1);
        let below_line = take("village", 0, 4);
        // All five of a cohort, so that it is complete: one place of five stars, two of four.
        let enterprises: Vec<_> = (0..5).filter_map(|at| take("enterprise", 0, at)).collect();
        let villages = [take("village", 2, 3), take("village", 2, 8)];
        Landmarks {
            mid_sheet,
            below_line,
            tied: enterprises.into_iter().take(2).collect(),
            dissatisfied: villages.into_iter().flatten().collect(),
        }
    }

    /// Lays the traps.
    pub(super) fn lay(&self, list: &mut [Rated], landmarks: &Landmarks) {
        for rated in list.iter_mut().filter(|rated| rated.reserved) {
            let is = |code: &Option<String>| code.as_deref() == Some(rated.code.as_str());
            if is(&landmarks.mid_sheet) {
                self.open(rated);
            } else if is(&landmarks.below_line) {
                self.below_line(rated);
            } else if let Some(at) = landmarks.tied.iter().position(|code| *code == rated.code) {
                self.tied(rated, at);
            } else if let Some(at) = landmarks
                .dissatisfied
                .iter()
                .position(|code| *code == rated.code)
            {
                self.dissatisfied(rated, at);
            } else {
                self.middling(rated);
            }
        }
    }

    fn items(&self, rated: &Rated, party: &str) -> Vec<&Item> {
        let party = self.scheme.find_party(party);
        let on_sheet = party.map(|party| self.scheme.items_on_sheet(rated.track, party));
        on_sheet
            .into_iter()
            .flatten()
            .map(|item| self.scheme.item(item))
            .collect()
    }

    /// A submitted sheet of full marks, but for what `losses` says: (id of the item, entry).
    fn sheet(&self, rated: &Rated, party: &str, losses: &[(&str, String)]) -> Sheet {
        let marks = self.items(rated, party).into_iter().map(|item| {
            let lost = losses.iter().find(|(id, _)| *id == item.id);
            let note = lost.map(|_| "查阅台账核实，已当面反馈".to_owned());
            let note = note.or_else(|| item.evidence.then(|| "见台账及签到表".to_owned()));
            let entry = lost.map_or_else(|| best(item), |(_, entry)| entry.clone());
            (item.id.clone(), super::entries::Entered { entry, note })
        });
        let marks = marks.collect();
        let [rater, _] = chairs(party, rated.district);
        Sheet {
            party: party.to_owned(),
            rater,
            state: SheetState::Submitted,
            marks,
        }
    }

    /// Replaces levels, raters, sheets and ballots.
    fn settle(&self, rated: &mut Rated, previous: &str, declared: &str, ballots: &[u64; 9]) {
        (rated.previous, rated.declared) = (Some(previous.to_owned()), Some(declared.to_owned()));
        for (year, level) in &mut rated.levels {
            if *year == self.year - 1 {
                previous.clone_into(level);
            }
        }
        rated.sheets.clear();
        rated.raters.clear();
        for party in ["self", "superior"] {
            let [rater, _] = chairs(party, rated.district);
            rated.raters.push(Rater {
                party: party.to_owned(),
                rater,
                recused: None,
            });
        }
        rated.ballots = self.ballots(ballots);
    }

    /// Three questions of three options each.
    fn ballots(&self, counts: &[u64; 9]) -> Vec<Count> {
        let mut list = Vec::new();
        for party in &self.scheme.parties {
            let Method::Ballot(ballot) = &party.method else {
                continue;
            };
            for (question, counts) in ballot.questions.iter().zip(counts.chunks(3)) {
                let returned = counts.iter().sum();
                let options = ballot.options.iter().map(|option| option.id.as_str());
                let named = options.zip(counts.iter().copied());
                let others = [("abstain", 0), ("spoilt", 0), ("issued", returned)];
                list.extend(named.chain(others).map(|(option, count)| Count {
                    party: party.id.clone(),
                    question: question.id.clone(),
                    option: option.to_owned(),
                    count,
                }));
            }
        }
        list
    }

    /// An open superior sheet, in the middle of the work.
    fn open(&self, rated: &mut Rated) {
        self.settle(rated, "three", "four", &[46, 9, 2, 47, 7, 3, 45, 10, 2]);
        let own_sheet = self.sheet(rated, "self", &self.losses(rated, 2));
        let sheet = self.sheet(rated, "superior", &self.losses(rated, 3));
        let marks = sheet.marks.into_iter().take(MID_SHEET).collect();
        let open = Sheet {
            state: SheetState::Open,
            marks,
            ..sheet
        };
        rated.sheets.extend([own_sheet, open]);
    }

    /// The first losses of one mark each, so many, one an item.
    fn losses(&self, rated: &Rated, count: usize) -> Vec<(&str, String)> {
        let one = Decimal::whole(1);
        self.items(rated, "superior")
            .into_iter()
            .filter_map(|item| Some((item.id.as_str(), super::entries::losing(item, one)?)))
            .take(count)
            .collect()
    }

    /// The income of the village makes up what its sheet lacks, to the last hundredth but one.
    fn below_line(&self, rated: &mut Rated) {
        self.settle(rated, "four", "five", &[43, 14, 3, 44, 13, 3, 42, 15, 3]);
        let own_sheet = self.sheet(rated, "self", &self.losses(rated, 3));
        rated.sheets.push(own_sheet);
        let mut sheet = self.sheet(rated, "superior", &self.losses(rated, 11));
        sheet.set("F1-village", "0", Some("见年度报表"));
        rated.sheets.push(sheet);
        let line = self.scheme.levels.first().and_then(|level| level.min);
        let Some(line) = line else { return };
        let hundredth = Decimal::ONE / 100;
        let wanted = Decimal::from_millionths(line.millionths() - hundredth);
        // The least income, in hundredths of 万元, that reaches the wanted composite.
        let (mut low, mut high) = (0, 5000);
        while low < high {
            let middle = low + (high - low) / 2;
            match self.reaches(rated, middle, wanted) {
                true => high = middle,
                false => low = middle + 1,
            }
        }
        // One digit after the point is how such incomes are stated.
        let rounded = (low + 9) / 10 * 10;
        let next = Decimal::from_millionths(wanted.millionths() + hundredth);
        if self.reaches(rated, rounded, next) {
            self.reaches(rated, low, wanted);
        }
    }

    /// Enters an income and says whether the composite is at least so much.
    fn reaches(&self, rated: &mut Rated, income: i128, wanted: Decimal) -> bool {
        let text = Decimal::from_millionths(income * Decimal::ONE / 100).to_string();
        if let Some(sheet) = rated.sheet_of("superior") {
            sheet.set("F1-village", &text, Some("见年度报表"));
        }
        let plan = Plan::new(self.scheme);
        let mut cells = rated.cells();
        let track = &self.scheme.track(rated.track).id;
        cells.push(rated.in_list(track, None, None, 1));
        let input = assemble(&plan, &cells, self.year, None);
        let figures = input.map(|input| own(&plan, &input, &mut crate::scoring::Silent));
        let composite = figures.and_then(|figures| figures.composite);
        composite.is_some_and(|composite| composite.compare(wanted).is_ge())
    }

    /// Both lose half a mark within one category, on different items.
    fn tied(&self, rated: &mut Rated, at: usize) {
        self.settle(rated, "four", "five", &[51, 6, 1, 50, 7, 1, 52, 5, 1]);
        let half = Decimal::from_millionths(Decimal::ONE / 2);
        let category = self.scheme.find_category("D");
        let losses: Vec<(&str, String)> = self
            .items(rated, "superior")
            .into_iter()
            .filter(|item| Some(item.category) == category)
            .filter_map(|item| Some((item.id.as_str(), super::entries::losing(item, half)?)))
            .skip(at)
            .take(1)
            .collect();
        for party in ["self", "superior"] {
            let sheet = self.sheet(rated, party, &losses);
            rated.sheets.push(sheet);
        }
    }

    /// Of 249 answers 199 are content, 79.92 per cent; of 240 in the other one 192, which is 80.
    fn dissatisfied(&self, rated: &mut Rated, at: usize) {
        let ballots = match at {
            0 => [50, 16, 17, 51, 15, 17, 52, 15, 16],
            _ => [50, 14, 16, 49, 15, 16, 51, 13, 16],
        };
        self.settle(rated, "three", "four", &ballots);
        for (party, losses) in [("self", 2), ("superior", 5)] {
            let sheet = self.sheet(rated, party, &self.losses(rated, losses));
            rated.sheets.push(sheet);
        }
    }

    /// Complete, and below the line.
    fn middling(&self, rated: &mut Rated) {
        self.settle(rated, "three", "four", &[36, 14, 4, 35, 15, 4, 36, 13, 5]);
        for (party, losses) in [("self", 4), ("superior", 9)] {
            let sheet = self.sheet(rated, party, &self.losses(rated, losses));
            rated.sheets.push(sheet);
        }
    }
}
