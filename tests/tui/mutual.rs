//! 互评: the secretaries of a town rate each other, one column each.

use pingxing::office::{Door, ListRow, Office, Question, Reply};
use pingxing::round::{MarkRecord, SheetState, What};

use crate::driver::{Driver, Seated, in_chair};
use crate::pictures::{picture, sizes};

const ROUND: &str = "2026村社评星";

fn rows(office: &Office) -> Vec<ListRow> {
    let round = ROUND.to_owned();
    match office.ask(Question::List { round }) {
        Ok(Reply::List(rows)) => rows,
        _ => Vec::new(),
    }
}

fn submitted(row: &ListRow) -> usize {
    let peers = row.sheets.iter().filter(|sheet| sheet.party == "peers");
    peers
        .filter(|sheet| sheet.state == SheetState::Submitted)
        .count()
}

/// The organisations of the first town whose counts of submitted peers' marks fit.
fn town(office: &Office, fits: impl Fn(&[usize]) -> bool) -> Vec<ListRow> {
    let rows = rows(office);
    let of = |town: &ListRow| -> Vec<ListRow> {
        let inside = rows
            .iter()
            .filter(|row| row.parent.as_ref() == Some(&town.organisation));
        inside.filter(|row| row.track.is_some()).cloned().collect()
    };
    let mut towns = rows.iter().filter(|row| row.track.is_none()).map(of);
    let counts = |town: &[ListRow]| town.iter().map(submitted).collect::<Vec<_>>();
    let found = towns.find(|town| town.len() > 3 && fits(&counts(town)));
    found.expect("a town")
}

/// The secretary of the second organisation of a town where nobody has begun, in the grid.
fn secretary(size: (u16, u16)) -> (Seated, Vec<ListRow>) {
    let mut seated = in_chair("tianjin", "peers", "nobody", size);
    let town = town(&seated.office, |counts| {
        counts.iter().all(|count| *count == 0)
    });
    seated.sit("peers", &town[1].name);
    seated.driver.press("<Enter>");
    assert_eq!(seated.driver.top(), Some("mutual"));
    (seated, town)
}

/// What a secretary has entered for an organisation.
fn entered(office: &Office, organisation: &str, rater: &str) -> Option<String> {
    let question = Question::ItemMarks {
        round: ROUND.to_owned(),
        party: "peers".to_owned(),
        item: "*".to_owned(),
    };
    let Ok(Reply::Cells(cells)) = office.ask(question) else {
        return None;
    };
    let key = [organisation, "peers", rater, "*"];
    let cell = cells
        .into_iter()
        .find(|cell| cell.what == What::Mark && cell.key == key)?;
    MarkRecord::read(&cell.record?).expect("a record").entry
}

/// The line of an organisation.
fn line(driver: &Driver, name: &str) -> String {
    let text = driver.text();
    let frame = ['│', '▸', ' '];
    let mut lines = text.lines();
    let found = lines.find(|line| line.trim_start_matches(frame).starts_with(name));
    found.unwrap_or_default().to_owned()
}

#[test]
fn a_column_is_filled_going_down_and_the_own_organisation_is_refused() {
    let (
        Seated {
            mut driver, office, ..
        },
        town,
    ) = secretary((80, 24));
    let own = &town[1].name;
    assert_eq!(driver.named_under_hand(), town[0].name);
    // A mark is its digits and Enter, the full mark one key; the own organisation is passed over.
    driver.press("88.5<Enter>");
    assert_eq!(driver.named_under_hand(), town[2].name);
    driver.press("*");
    assert_eq!(driver.named_under_hand(), town[3].name);
    assert!(driver.text().contains("已保存"), "{}", driver.text());
    assert_eq!(
        entered(&office, &town[0].organisation, own).as_deref(),
        Some("88.5")
    );
    assert_eq!(
        entered(&office, &town[2].organisation, own).as_deref(),
        Some("100")
    );
    driver.press("<Up><Up>");
    assert_eq!(driver.named_under_hand(), *own);
    assert!(line(&driver, own).contains("本单位"));
    driver.press("9");
    assert!(
        driver.text().contains("不给本单位评分"),
        "{}",
        driver.text()
    );
    assert_eq!(entered(&office, &town[1].organisation, own), None);
    // What breaks the rule holds the move back, and Enter on an untouched cell never scores.
    driver.press("<Down><Down>100.5<Down>");
    assert_eq!(driver.named_under_hand(), town[3].name);
    assert!(
        driver.text().contains("应在 0 到 100 之间"),
        "{}",
        driver.text()
    );
    driver.press("<Esc><Enter>");
    assert!(driver.text().contains("此项未评"), "{}", driver.text());
    assert_eq!(entered(&office, &town[3].organisation, own), None);
    // An undo takes the last mark back where it stands.
    driver.press("<C-z>");
    assert_eq!(entered(&office, &town[2].organisation, own), None);
    assert!(
        line(&driver, &town[2].name).contains("未评"),
        "{}",
        driver.text()
    );
}

#[test]
fn a_column_is_submitted_at_once_saying_what_lacks() {
    let (
        Seated {
            mut driver, office, ..
        },
        town,
    ) = secretary((80, 24));
    let own = town[1].name.clone();
    driver.press("<F9>");
    assert!(
        driver.text().contains("这一列还没有评分"),
        "{}",
        driver.text()
    );
    driver.press("88<Enter>*");
    driver.press("<F9>");
    let lacking = town.len() - 3;
    assert!(
        driver
            .text()
            .contains(&format!("还有 {lacking} 家未评：{}", town[3].name)),
        "{}",
        driver.text()
    );
    driver.press("1");
    for _ in 0..lacking {
        driver.press("90<Enter>");
    }
    assert!(driver.text().contains("这一列都已评"), "{}", driver.text());
    driver.press("<F9>");
    assert!(
        driver.text().contains("应评的单位都已评"),
        "{}",
        driver.text()
    );
    driver.press("2");
    let count = town.len() - 1;
    assert!(
        driver.text().contains(&format!("已提交 {count} 张评分表")),
        "{}",
        driver.text()
    );
    let now = rows(&office);
    let now = now
        .iter()
        .filter(|row| row.parent == town[0].parent && row.track.is_some());
    assert_eq!(now.map(submitted).sum::<usize>(), count);
    // Submitted is read-only, and can be taken back with a reason.
    driver.press("<Home>7");
    assert!(
        driver.text().contains("已提交，只能看"),
        "{}",
        driver.text()
    );
    driver.press("<F2>3");
    driver.press("看错了行<Enter>");
    assert!(driver.text().contains("已撤回"), "{}", driver.text());
    driver.press("70<Enter>");
    assert_eq!(
        entered(&office, &town[0].organisation, &own).as_deref(),
        Some("70")
    );
}

#[test]
fn others_marks_are_hidden_until_the_own_sheet_is_in() {
    let mut seated = in_chair("tianjin", "peers", "nobody", (120, 36));
    let busy = |counts: &[usize]| {
        counts.iter().any(|count| *count > 0) && counts.iter().any(|count| *count != counts[0])
    };
    let town = town(&seated.office, busy);
    // The secretary who has given all marks and submitted none.
    let open = |name: &str| {
        let of = |row: &&ListRow| {
            row.sheets.iter().any(|sheet| {
                sheet.party == "peers"
                    && sheet.rater == name
                    && sheet.there > 0
                    && sheet.state == SheetState::Open
            })
        };
        town.iter().filter(of).count()
    };
    let rater = town
        .iter()
        .find(|row| open(&row.name) == town.len() - 1)
        .expect("a secretary");
    seated.sit("peers", &rater.name);
    let driver = &mut seated.driver;
    driver.press("<Enter>");
    assert!(driver.text().contains("各自独立评分"), "{}", driver.text());
    let other = town
        .iter()
        .find(|row| row.name != rater.name)
        .expect("another");
    let hidden = line(driver, &other.name);
    driver.press("<F9>2");
    let shown = line(driver, &other.name);
    assert!(hidden.contains('-') && !hidden.contains('~'), "{hidden}");
    assert!(shown.contains('~') && !shown.contains(" - "), "{shown}");
}

#[test]
fn whoever_types_paper_sheets_is_asked_once_and_is_in_the_journal() {
    let (
        Seated {
            mut driver, office, ..
        },
        town,
    ) = secretary((80, 24));
    driver.press("<F8>");
    assert!(
        driver
            .text()
            .contains(&format!("以 {} 的名义记", town[2].name)),
        "{}",
        driver.text()
    );
    driver.press("1");
    driver.press("66<Enter>");
    assert_eq!(
        entered(&office, &town[0].organisation, &town[1].name).as_deref(),
        Some("66")
    );
    driver.press("<F8>2");
    assert!(
        driver
            .text()
            .contains(&format!("评分人 {}（录入 考评二组）", town[2].name)),
        "{}",
        driver.text()
    );
    driver.press("<Home>77<Enter>");
    assert_eq!(
        entered(&office, &town[0].organisation, &town[2].name).as_deref(),
        Some("77")
    );
    // Any other column follows without a question, and its undo leads back to it.
    driver.press("<F8>");
    assert!(
        driver.text().contains(&format!("评分人 {}", town[3].name)),
        "{}",
        driver.text()
    );
    driver.press("<C-z><C-z>");
    assert_eq!(entered(&office, &town[0].organisation, &town[2].name), None);
}

#[test]
fn a_column_out_of_a_spreadsheet_is_one_step() {
    let (
        Seated {
            mut driver, office, ..
        },
        town,
    ) = secretary((80, 24));
    let own = &town[1].name;
    driver.paste("91\n\n92\n");
    assert!(driver.text().contains("2 个得分从"), "{}", driver.text());
    driver.press("<Enter>");
    assert!(
        driver.text().contains("已录入 2 个得分"),
        "{}",
        driver.text()
    );
    assert_eq!(
        entered(&office, &town[2].organisation, own).as_deref(),
        Some("92")
    );
    driver.press("<C-z>");
    assert_eq!(entered(&office, &town[0].organisation, own), None);
    assert_eq!(entered(&office, &town[2].organisation, own), None);
    // A mark for the own organisation, or a word, is a fault, and nothing is stored.
    driver.press("<Home>");
    driver.paste("91\n90\n好\n");
    assert!(driver.text().contains("2 处有误"), "{}", driver.text());
    driver.press("<Enter>");
    assert!(driver.text().contains("一个也没有存"), "{}", driver.text());
    assert_eq!(entered(&office, &town[0].organisation, own), None);
}

#[test]
fn looks_while_filling() {
    for size in sizes() {
        let (Seated { mut driver, .. }, _) = secretary(size);
        driver.press("88<Enter>92.5<Enter>7");
        let name = format!("mutual_{}x{}", size.0, size.1);
        insta::assert_snapshot!(name, picture(&driver));
    }
}

#[test]
fn the_review_says_what_is_left_out_and_who_is_missing() {
    for size in sizes() {
        let mut seated = in_chair("tianjin", "peers", "nobody", size);
        let uneven =
            |counts: &[usize]| counts.len() > 3 && counts.iter().any(|count| *count != counts[0]);
        let town = town(&seated.office, uneven);
        seated.driver.model.session.seat = None;
        let driver = &mut seated.driver;
        crate::go::go(driver, "互评");
        driver.press("<F4><F3>");
        driver.press(&town[0].organisation);
        driver.press("<Enter>");
        assert!(driver.text().contains('~'), "{}", driver.text());
        let name = format!("mutual_review_{}x{}", size.0, size.1);
        insta::assert_snapshot!(name, picture(driver));
        driver.press("<Right>5");
        assert!(
            driver.text().contains("核对时不能录入"),
            "{}",
            driver.text()
        );
    }
}

#[test]
fn a_chair_that_is_called_by_a_code_is_offered_by_its_name_too() {
    let seated = in_chair("tianjin", "peers", "nobody", (80, 24));
    let question = Question::Round {
        round: ROUND.to_owned(),
    };
    let Ok(Reply::Round(head)) = seated.office.ask(question) else {
        unreachable!("the head of the round");
    };
    let rows = rows(&seated.office);
    let peers = head.raters.iter().filter(|(party, _)| party == "peers");
    let mut called = 0;
    for (_, rater) in peers {
        let row = rows.iter().find(|row| row.organisation == *rater);
        assert_eq!(head.names.get(rater), row.map(|row| &row.name));
        called += usize::from(row.is_some());
    }
    assert!(called > 0, "names that several bear are codes");
    let (code, name) = head.names.first_key_value().expect("a code");
    let mut driver = Driver::new(seated.office.clone(), 80, 24);
    driver.press("<Enter>");
    let offered = format!("书记互评 · {name} {code}");
    assert!(driver.text().contains(&offered), "{}", driver.text());
}
