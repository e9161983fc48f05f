//! What a sheet comes to: the list of organisations and the sheet show one figure.

use std::sync::Arc;

use pingxing::office::{Door, Office, Question, Reply};
use pingxing::round::{
    Command, MarkRecord, NewRound, Operation, OrganisationRecord, Record, VetoRecord, Via, What,
    Write,
};
use pingxing::scoring::VetoState;

use crate::driver::{Driver, empty_office};

/// Two measured items, whose marks are hardly ever whole, and one that need not apply.
const MEASURED: &str = r#"format = 1
[scheme]
id = "measured"
title = "示例办法"
version = "2026.1"
[grading]
rule = "thresholds"
[[party]]
id = "superior"
title = "上级"
method = "sheet"
weight = 1
[[category]]
id = "A"
title = "甲类"
[[category.item]]
id = "A1"
title = "甲一"
points = 40
measure = { zero = 0, full = 7 }
[[category.item]]
id = "A2"
title = "甲二"
points = 40
measure = { zero = 0, full = 7 }
[[category]]
id = "B"
title = "乙类"
[[category.item]]
id = "B1"
title = "乙一"
points = 20
optional = true
[[veto]]
id = "V1"
title = "弄虚作假"
zero = "A1"
[[level]]
id = "good"
title = "好"
min = 80
[[level]]
id = "fair"
title = "一般"
"#;

const RATER: &str = "考评二组";

fn write(what: What, key: &[&str], record: Record) -> Write {
    Write {
        what,
        key: key.iter().map(|part| (*part).to_owned()).collect(),
        record: Some(record),
        seen: None,
        row: None,
    }
}

fn mark(item: &str, entry: &str) -> Write {
    let record = MarkRecord {
        entry: Some(entry.to_owned()),
        note: None,
        flagged: false,
    };
    write(
        What::Mark,
        &["0001", "superior", RATER, item],
        record.write(),
    )
}

fn apply(office: &Office, command: Command) {
    let operation = Operation {
        id: format!("{command:?}"),
        actor: "办公室".to_owned(),
        via: Via::Screen,
        round: "2026".to_owned(),
        reason: Some("示例".to_owned()),
        command,
    };
    office.apply(operation).expect("applied");
}

/// A round of one organisation, with marks of one rater.
fn rated(marks: &[(&str, &str)], zeroed: bool) -> (tempfile::TempDir, Arc<Office>) {
    let (folder, office) = empty_office();
    let organisation = OrganisationRecord {
        name: "宝马村".to_owned(),
        kind: Some("village".to_owned()),
        parent: None,
        track: Some("all".to_owned()),
        previous: None,
        declared: None,
        position: 1,
    };
    let round = NewRound {
        year: 2026,
        scheme: MEASURED.to_owned(),
        organisations: vec![write(What::Organisation, &["0001"], organisation.write())],
    };
    apply(&office, Command::CreateRound(round));
    let marks = marks.iter().map(|(item, entry)| mark(item, entry));
    apply(&office, Command::Write(marks.collect()));
    if zeroed {
        let record = VetoRecord {
            state: VetoState::Decided,
            document: Some("组发〔2026〕3号".to_owned()),
            date: None,
            note: None,
        };
        let veto = write(What::Veto, &["0001", "V1"], record.write());
        apply(&office, Command::Write(vec![veto]));
    }
    (folder, office)
}

/// Items with their entries, whether V5 sets the first to 0, and the total.
type Case<'a> = (&'a [(&'a str, &'a str)], bool, &'a str);

#[test]
fn n2_the_list_and_the_sheet_show_one_total() {
    // 40 × 1/7 = 5.714…, twice: 11.42 from printed marks, 11.43 from exact ones.
    let cases: [Case<'_>; 5] = [
        (&[("A1", "1"), ("A2", "1")], false, "11.42"),
        (&[("A1", "1"), ("A2", "1"), ("B1", "9")], false, "20.42"),
        // C2, C3: the second category does not apply, 11.42 × 100 ÷ 80.
        (&[("A1", "1"), ("A2", "1"), ("B1", "NA")], false, "14.28"),
        // V5
        (&[("A1", "1"), ("A2", "1")], true, "5.71"),
        (&[("A1", "1"), ("A2", "1"), ("B1", "9")], true, "14.71"),
    ];
    for (marks, zeroed, expected) in cases {
        let (_folder, office) = rated(marks, zeroed);
        let question = Question::List {
            round: "2026".to_owned(),
        };
        let Ok(Reply::List(rows)) = office.ask(question) else {
            panic!("no list")
        };
        let total = rows[0].sheets[0].total.map(|total| total.to_string());
        assert_eq!(total.as_deref(), Some(expected), "{marks:?} {zeroed}");

        // The one chair that is begun, and then its sheet.
        let mut driver = Driver::new(Arc::clone(&office) as Arc<dyn Door>, 80, 24);
        driver.press("<Enter>1");
        driver.says(expected);
        driver.press("<Enter>");
        assert_eq!(driver.top(), Some("scoring"), "{}", driver.text());
        let header = driver.text();
        let header = header.lines().next().unwrap_or_default();
        assert!(header.contains(expected), "{expected}: {header}");
    }
}
