//! One figure, one value: whatever shows an organisation shows what `scoring` made of it. Panel,
//! ranking, breakdown, explanation, JSON and CSV are compared field by field, for every
//! organisation of a demonstration round of each system.

use std::collections::HashMap;

use pingxing::desk::{About, Breakdown, Chair, Desk, Landing, Panel, Request, Round};
use pingxing::number::Figure;
use pingxing::office::{Door, Explained, Office, OfficeOptions, Question, Reply, ResultRow};
use pingxing::round::RoundState;
use pingxing::scheme::{Combine, GradingRule, LevelIndex, Method, PartyIndex, Scheme};
use pingxing::text::breakdown::{Page, Piece, Section, section, steps};
use pingxing::text::{Language, scoring};
use serde_json::Value;

use super::support::Place;
use super::{demonstration, results, text};

/// A round with everything that is compared.
struct Compared {
    office: Office,
    scheme: std::sync::Arc<Scheme>,
    round: String,
    year: i32,
    rows: Vec<ResultRow>,
    json: HashMap<String, Value>,
    /// By code, then by heading.
    csv: HashMap<String, HashMap<String, String>>,
}

impl Compared {
    fn new(place: &Place, scheme: &str) -> Self {
        let round = demonstration(place, scheme);
        let path = place.path("results.csv");
        let path = path.to_str().expect("a path in UTF-8");
        place.done(&["export", "results", "--round", &round, "-o", path]);
        let printed = results(place, &round);
        let json = printed
            .into_iter()
            .map(|row| (text(&row, "org").to_owned(), row));
        let office = Office::open(&place.path("round.db"), OfficeOptions::default());
        let office = office.expect("the database opens");
        let Ok(Reply::Round(head)) = office.ask(Question::Round {
            round: round.clone(),
        }) else {
            panic!("no round {round}");
        };
        let Ok(Reply::Results(found)) = office.ask(Question::Results {
            round: round.clone(),
        }) else {
            panic!("no results of {round}");
        };
        let checked = pingxing::scheme::parse(&head.scheme).expect("a checked scheme");
        Self {
            json: json.collect(),
            csv: records(path),
            scheme: std::sync::Arc::new(checked.scheme),
            office,
            year: head.year,
            rows: found.rows,
            round,
        }
    }

    fn level(&self, level: Option<LevelIndex>) -> Option<&str> {
        level.map(|level| self.scheme.level(level).id.as_str())
    }

    fn explained(&self, organisation: &str) -> Box<Explained> {
        let question = Question::Explain {
            round: self.round.clone(),
            organisation: organisation.to_owned(),
        };
        match self.office.ask(question) {
            Ok(Reply::Explained(explained)) => explained,
            other => panic!("{organisation} is not explained: {other:?}"),
        }
    }

    /// The live panel, as somebody of a party sees it that hides nothing.
    fn panel(&self, organisation: &str) -> Panel {
        let open = self.scheme.parties.iter();
        let open = open.enumerate().find(|(_, party)| !party.independent);
        let chair = Chair {
            actor: "组织办".to_owned(),
            party: PartyIndex::at(open.expect("a party that hides nothing").0),
            rater: "核对".to_owned(),
            shared_out: false,
        };
        let round = Round {
            name: self.round.clone(),
            year: self.year,
            state: RoundState::Open,
            scheme: self.scheme.clone(),
        };
        let mut desk = Desk::new(round, Vec::new(), chair, Box::new(String::new));
        desk.open_organisation(organisation, Landing::FirstOpen);
        for request in desk.take_requests() {
            if let Request::Ask {
                about: about @ About::Open(_),
                question,
            } = request
            {
                desk.replied(&about, self.office.ask(question));
            }
        }
        desk.panel().expect("a panel of a rated organisation")
    }

    /// What `show` prints of it and the screen draws, without the blanks between columns.
    fn shown(&self, row: &ResultRow, explained: &Explained) -> String {
        let question = Question::Organisation {
            round: self.round.clone(),
            organisation: row.organisation.clone(),
        };
        let Ok(Reply::Organisation(file)) = self.office.ask(question) else {
            panic!("no file of {}", row.organisation);
        };
        let facts = Breakdown::of_file(&self.scheme, self.year, &file, explained);
        let page = Page {
            scheme: &self.scheme,
            organisation: &row.organisation,
            facts: &facts,
            steps: &explained.steps,
            earlier: Some(&[]),
            year: self.year,
            journal: &[],
            local: |at| at.to_string(),
            language: Language::Chinese,
            rows: 20,
        };
        words(section(&page, Section::Overview))
    }
}

/// Rows of a CSV file by the organisation's code.
fn records(path: &str) -> HashMap<String, HashMap<String, String>> {
    let written = std::fs::read_to_string(path).expect("an exported file");
    let mut reader = csv::Reader::from_reader(written.trim_start_matches('\u{feff}').as_bytes());
    let headings = reader.headers().expect("headings").clone();
    let record = |record: Result<csv::StringRecord, csv::Error>| {
        let record = record.expect("a record");
        let cells = headings.iter().zip(&record);
        let cells: HashMap<String, String> = cells
            .map(|(heading, cell)| (heading.to_owned(), cell.to_owned()))
            .collect();
        (cells["编码"].clone(), cells)
    };
    reader.records().map(record).collect()
}

/// The texts of pieces, one a line, cells with a blank between.
fn words(pieces: Vec<Piece>) -> String {
    let line = |piece: Piece| match piece {
        Piece::Text(_, text) | Piece::Drawn(text) => text,
        Piece::Bar { name, figure, .. } => format!("{name} {figure}"),
        Piece::Table { rows, .. } => {
            let rows = rows.into_iter().map(|row| row.cells.join(" "));
            rows.collect::<Vec<_>>().join("\n")
        }
    };
    pieces.into_iter().map(line).collect::<Vec<_>>().join("\n")
}

fn printed(figure: Option<Figure>) -> Option<String> {
    figure.map(|figure| figure.to_string())
}

fn of_json(value: &Value) -> Option<String> {
    value.as_str().map(str::to_owned)
}

#[test]
fn everything_shows_the_same_figures() {
    for scheme in pingxing::scheme::shipped() {
        let place = Place::new();
        let all = Compared::new(&place, scheme.id);
        assert_eq!(all.json.len(), all.rows.len(), "{}", scheme.id);
        assert_eq!(all.csv.len(), all.rows.len(), "{}", scheme.id);
        for row in &all.rows {
            let who = format!("{} {} {}", scheme.id, row.organisation, row.name);
            json_agrees(&all, row, &who);
            csv_agrees(&all, row, &who);
            panel_agrees(&all, row, &who);
            let explained = all.explained(&row.organisation);
            assert_eq!(explained.row, *row, "{who}: explain and ranking");
            explanation_agrees(&all, row, &explained, &who);
            show_agrees(&all, row, &explained, &who);
        }
    }
}

fn json_agrees(all: &Compared, row: &ResultRow, who: &str) {
    let (scheme, figures, standing) = (&all.scheme, &row.figures, &row.standing);
    let json = &all.json[&row.organisation];
    for (key, figure) in [
        ("composite", figures.composite),
        ("low", figures.low),
        ("high", figures.high),
        ("adjustment", Some(figures.adjustment)),
    ] {
        assert_eq!(of_json(&json[key]), printed(figure), "{who} {key}");
    }
    for (key, level) in [
        ("level", standing.level),
        ("filled", standing.filled),
        ("ceiling", figures.ceiling),
    ] {
        assert_eq!(json[key].as_str(), all.level(level), "{who} {key}");
    }
    assert_eq!(json["rank"].as_u64(), standing.rank.map(u64::from), "{who}");
    assert_eq!(json["tie"], standing.tie, "{who}");
    assert_eq!(json["complete"], figures.complete, "{who}");
    for party in scheme.parties_of(figures.track) {
        let of = scheme.party(party);
        let found = &figures.parties[party.position()];
        let score = of_json(&json["parties"][&of.id]);
        assert_eq!(score, printed(found.score), "{who} {}", of.id);
        let rate = of_json(&json["satisfaction"][&of.id]);
        assert_eq!(rate, printed(found.satisfaction), "{who} {}", of.id);
    }
    for category in scheme.categories_of(figures.track) {
        let id = &scheme.category(category).id;
        let score = of_json(&json["categories"][id]);
        let made = figures.categories[category.position()];
        assert_eq!(score, printed(made), "{who} {id}");
    }
    let stars = figures.stars.iter();
    let stars: Vec<&str> = stars
        .map(|star| scheme.category(*star).id.as_str())
        .collect();
    if scheme.grading.rule == GradingRule::Stars {
        assert_eq!(json["stars"], serde_json::json!(stars), "{who}");
    }
    let vetoes = json["vetoes"].as_array().expect("a list");
    assert_eq!(vetoes.len(), figures.vetoes.len(), "{who}");
    for (told, made) in vetoes.iter().zip(&figures.vetoes) {
        assert_eq!(told["id"], scheme.veto(made.veto).id, "{who}");
        assert_eq!(told["auto"], made.auto, "{who}");
    }
    let because = standing.because.iter().map(|rule| format!("{rule:?}"));
    let because: Vec<String> = because.collect();
    assert_eq!(json["because"], serde_json::json!(because), "{who}");
}

fn csv_agrees(all: &Compared, row: &ResultRow, who: &str) {
    let (scheme, figures) = (&all.scheme, &row.figures);
    let csv = &all.csv[&row.organisation];
    let cell = |heading: &str| Some(csv[heading].clone()).filter(|text| !text.is_empty());
    assert_eq!(cell("综合"), printed(figures.composite), "{who}");
    assert_eq!(
        cell("加减分"),
        Some(figures.adjustment.to_string()),
        "{who}"
    );
    let rank = row.standing.rank.map(|rank| rank.to_string());
    assert_eq!(cell("名次"), rank, "{who}");
    let level = row
        .standing
        .level
        .map(|level| scheme.level(level).title.clone());
    assert_eq!(cell("等次"), level, "{who}");
    for party in scheme.parties_of(figures.track) {
        let title = &scheme.party(party).title;
        let score = figures.parties[party.position()].score;
        assert_eq!(cell(title), printed(score), "{who} {title}");
    }
    for category in scheme.categories_of(figures.track) {
        let title = &scheme.category(category).title;
        let score = figures.categories[category.position()];
        assert_eq!(cell(title), printed(score), "{who} {title}");
    }
}

fn panel_agrees(all: &Compared, row: &ResultRow, who: &str) {
    let figures = &row.figures;
    let panel = all.panel(&row.organisation);
    // What the leader decides (K3) is said to come after the ranking, and is not claimed before.
    if all.scheme.combine != Combine::Best {
        assert_eq!(panel.composite, figures.composite, "{who}");
        assert_eq!(
            (panel.low, panel.high),
            (figures.low, figures.high),
            "{who}"
        );
        assert_eq!(panel.reached, figures.reached, "{who}");
        assert_eq!(panel.in_reach, figures.in_reach, "{who}");
    }
    assert_eq!(panel.adjustment, figures.adjustment, "{who}");
    assert_eq!(panel.ceiling, figures.ceiling, "{who}");
    assert_eq!(panel.unrated, figures.unrated, "{who}");
    for party in &panel.parties {
        let made = &figures.parties[party.party.position()];
        assert_eq!(&party.figures, made, "{who}");
    }
}

/// Every figure stands in the words, behind the rule that made it.
fn explanation_agrees(all: &Compared, row: &ResultRow, explained: &Explained, who: &str) {
    let scheme = &all.scheme;
    let told = words(steps(
        scheme,
        &explained.steps,
        &explained.vetoes,
        |at| at.to_string(),
        Language::Chinese,
    ));
    let says = |rule: &str, figure: Option<Figure>| {
        let Some(figure) = figure else { return };
        let figure = figure.to_string();
        let line = |line: &str| line.trim_start().starts_with(rule) && line.contains(&figure);
        assert!(told.lines().any(line), "{who}: {rule} {figure}\n{told}");
    };
    says("K4", row.figures.composite);
    if row.figures.composite.is_none() {
        says("K5", row.figures.low);
        says("K5", row.figures.high);
    }
    for party in scheme.parties_of(row.figures.track) {
        let rule = match scheme.party(party).method {
            Method::Sheet(_) => "P1",
            Method::Mark(_) => "P2",
            Method::Ballot(_) => "P3",
            Method::Ledger(_) => "P5",
        };
        let found = &row.figures.parties[party.position()];
        says(rule, found.score);
        says("P4", found.satisfaction);
    }
    for category in scheme.categories_of(row.figures.track) {
        says("K6", row.figures.categories[category.position()]);
    }
    // Every rule that made the level is cited by number, and named.
    for rule in &row.standing.because {
        let name = scoring::rule_name(Language::Chinese, *rule);
        assert!(
            told.contains(&format!("{rule:?} {name}")),
            "{who}: {rule:?}\n{told}"
        );
    }
}

fn show_agrees(all: &Compared, row: &ResultRow, explained: &Explained, who: &str) {
    let (scheme, figures, standing) = (&all.scheme, &row.figures, &row.standing);
    let shown = all.shown(row, explained);
    let says = |what: String| assert!(shown.contains(&what), "{who}: {what}\n{shown}");
    if let Some(composite) = figures.composite {
        says(format!("综合得分 {composite}\n"));
        says(format!("加减分 {}\n", figures.adjustment));
    }
    if let Some(level) = standing.level {
        says(format!("等次 {}", scheme.level(level).title));
    }
    if let Some(rank) = standing.rank {
        says(format!("第 {rank} 名，共 "));
    }
    for party in scheme.parties_of(figures.track) {
        if let Some(score) = figures.parties[party.position()].score {
            let title = &scheme.party(party).title;
            let line = |line: &str| line.starts_with(title) && line.contains(&score.to_string());
            assert!(shown.lines().any(line), "{who}: {title} {score}\n{shown}");
        }
    }
    for category in scheme.categories_of(figures.track) {
        if let Some(score) = figures.categories[category.position()] {
            let title = &scheme.category(category).title;
            let line = |line: &str| line.contains(title) && line.contains(&format!(" {score}/"));
            assert!(shown.lines().any(line), "{who}: {title} {score}\n{shown}");
        }
    }
    for veto in &figures.vetoes {
        let id = &scheme.veto(veto.veto).id;
        if veto.state != pingxing::scoring::VetoState::Lifted {
            says(format!("否决 {id} "));
        }
    }
}
