//! Scores a demonstration round: cells → figures → places, cohort by cohort.

use std::collections::BTreeMap;

use pingxing::demo::DemoRound;
use pingxing::exchange::Names;
use pingxing::round::{Cell, assemble};
use pingxing::scheme::TrackIndex;
use pingxing::scoring::{
    Contender, Leaders, OrganisationFigures, Placed, Plan, Silent, Standing, own, place, relate,
};

/// What became of an organisation.
pub struct Outcome {
    pub code: String,
    pub cohort: Option<String>,
    pub figures: OrganisationFigures,
    pub standing: Standing,
}

/// All results of a round.
pub struct Results {
    pub outcomes: BTreeMap<String, Outcome>,
    pub placed: BTreeMap<(Option<String>, TrackIndex), Placed>,
}

impl Results {
    pub fn of(&self, code: &str) -> &Outcome {
        &self.outcomes[code]
    }
}

/// Scores cells, whether they come from the generator or from a file.
pub fn score(round: &DemoRound, cells: &[Cell]) -> Results {
    let plan = Plan::new(&round.scheme);
    let names = Names::new(&round.scheme, round.organisations());
    let mut by_organisation: BTreeMap<&str, Vec<&Cell>> = BTreeMap::new();
    for cell in cells {
        // An event is keyed by its own id and names its organisation in the record.
        let code = match cell.what {
            pingxing::round::What::Event => {
                cell.record.as_ref().and_then(|event| event[0].as_deref())
            }
            _ => cell.key.first().map(String::as_str),
        };
        by_organisation.entry(code.unwrap()).or_default().push(cell);
    }
    let mut all = Vec::new();
    let mut leaders = Leaders::new(&plan);
    for organisation in names.organisations() {
        let own_cells = by_organisation[organisation.code.as_str()].iter().copied();
        let Some(input) = assemble(&plan, own_cells, round.year, None) else {
            continue;
        };
        let figures = own(&plan, &input, &mut Silent);
        leaders.meet(&figures);
        let cohort = names.cohort_of(organisation).map(str::to_owned);
        all.push((organisation.code.clone(), cohort, figures));
    }
    let mut groups: BTreeMap<(Option<String>, TrackIndex), Vec<_>> = BTreeMap::new();
    for (code, cohort, mut figures) in all {
        relate(&plan, &leaders, &mut figures, &mut Silent);
        groups
            .entry((cohort, figures.track))
            .or_default()
            .push((code, figures));
    }
    let (mut outcomes, mut placed) = (BTreeMap::new(), BTreeMap::new());
    for ((cohort, track), group) in groups {
        let contenders: Vec<_> = group
            .iter()
            .map(|(_, figures)| Contender {
                figures,
                order: None,
            })
            .collect();
        let stated = vec![None; round.scheme.levels.len()];
        let result = place(&plan, &contenders, &stated, None, &mut Silent);
        let standings = result.standings.clone();
        for ((code, figures), standing) in group.into_iter().zip(standings) {
            let outcome = Outcome {
                code: code.clone(),
                cohort: cohort.clone(),
                figures,
                standing,
            };
            outcomes.insert(code, outcome);
        }
        placed.insert((cohort, track), result);
    }
    Results { outcomes, placed }
}
