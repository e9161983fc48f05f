//! What export writes, import reads: every kind, both forms, both languages.

use pingxing::exchange::{Format, Names, Unwritable, Wording, read, write, write_table};
use pingxing::round::{Cell, Kind, What, Write};
use pingxing::scheme::Scheme;
use proptest::prelude::*;

use crate::{ORGANISATIONS, names, scheme};

fn cells(writes: &[Write]) -> Vec<Cell> {
    let cell = |write: &Write| Cell {
        what: write.what,
        key: write.key.clone(),
        record: write.record.clone(),
        revision: 1,
    };
    writes.iter().map(cell).collect()
}

/// What a file says, whatever its rows.
fn content(mut writes: Vec<Write>) -> Vec<Write> {
    writes.iter_mut().for_each(|write| write.row = None);
    writes.sort_by(|one, other| (one.what, &one.key).cmp(&(other.what, &other.key)));
    writes
}

fn goes_round(kind: Kind, writes: Vec<Write>, names: &Names<'_>) {
    let cells = cells(&writes);
    let want = content(writes);
    for format in [Format::Csv, Format::Xlsx] {
        for wording in [Wording::English, Wording::Chinese] {
            let bytes = write(kind, &cells, names, format, wording).unwrap();
            let again = read(kind, &bytes, names).unwrap();
            assert_eq!(content(again), want, "{kind:?} {format:?} {wording:?}");
        }
    }
}

fn text_goes_round(kind: Kind, scheme: &Scheme, text: &str) {
    let names = names(scheme);
    let writes = read(kind, text.as_bytes(), &names).unwrap();
    assert!(!writes.is_empty());
    goes_round(kind, writes, &names);
}

#[test]
fn organisations() {
    let scheme = scheme::sheets();
    text_goes_round(Kind::Orgs, &scheme, ORGANISATIONS);
    let file = "code,name,parent\n007,\"甲,\"\"乙\"\"村（西）\",\n1E5,=1+1,007\n-3,@丙,1E5\n";
    text_goes_round(Kind::Orgs, &scheme, file);
    let empty = Names::new(&scheme, []);
    let writes = read(Kind::Orgs, ORGANISATIONS.as_bytes(), &empty).unwrap();
    let mut shuffled = cells(&writes);
    shuffled.reverse();
    let bytes = write(Kind::Orgs, &shuffled, &empty, Format::Csv, Wording::English).unwrap();
    assert_eq!(
        content(read(Kind::Orgs, &bytes, &empty).unwrap()),
        content(writes)
    );
}

#[test]
fn scores_with_notes_and_states() {
    let scheme = scheme::sheets();
    let file = "org,party,rater,item,entry,note,state\n\
        0001,self,支部书记,A1,38.5,\"=见记录,\"\"甲\"\"\n第二行\",submitted\n\
        0001,self,支部书记,A2,a=2 b=1,-,submitted\n\
        0001,self,支部书记,A3,1,+1,submitted\n\
        0001,self,支部书记,A4,123456789012345.123456,,submitted\n\
        0002,self,支部书记,A4,NA,@,\n0002,self,支部书记,A2,none,,\n\
        0004,superior,考评二组,A1,,,returned\n\
        0001,peers,0002,,88.5,,open\n0001,peers,0003,,,,open\n";
    text_goes_round(Kind::Scores, &scheme, file);
}

#[test]
fn the_other_kinds() {
    let sheets = scheme::sheets();
    for (kind, file) in [
        (
            Kind::Raters,
            "org,party,rater,state,reason\n0001,self,甲组,due,\n0001,peers,乙组,recused,亲属\n",
        ),
        (
            Kind::Ballots,
            "org,party,question,option,count\n0001,masses,Q1,A,41\n0001,masses,Q1,abstain,2\n\
             0001,masses,Q1,spoilt,0\n0001,masses,Q1,issued,999999999999999\n",
        ),
        (
            Kind::Vetoes,
            "org,veto,state,document,date,note\n0001,V1,decided,纪〔2026〕1号,2026-06-09,=注\n\
             0002,V1,proposed,,,\n0003,V1,lifted,,,\n",
        ),
        (
            Kind::Adjustments,
            "org,adjustment,count,document,note\n0001,J1,1,文1,\n0001,J1,2,007,注\n0002,J1,3,,\n",
        ),
        (
            Kind::Places,
            "cohort,track,level,places\nD1,village,five,2\n,,four,0\n-,village,none,1\n",
        ),
        (
            Kind::Ties,
            "cohort,track,org,order,reason\nD1,village,0001,2,会议纪要\n,,0002,1,\n",
        ),
        (
            Kind::Levels,
            "org,year,level\n0001,2025,five\n0001,2024,none\n",
        ),
    ] {
        text_goes_round(kind, &sheets, file);
    }
    let file = "org,member,kind,item,date,count,points,document,state,id,reason\n\
        0001,甲户,member,C1,2026-06-19,2,,文1,declared,,\n\
        0001,甲户,member,C1,2026-06-19,2,,文1,confirmed,,\n\
        0001,,,C2,,1,2.5,,分管领导,E-7,\n0002,,,C2,,1,3,,科长,007,\n0003,,,C2,,1,3,,counted,,\n\
        0003,,,C2,,1,3.5,,sent back,,\"=缺少\"\"签到表\"\"\"\n";
    text_goes_round(Kind::Ledger, &scheme::ledger(), file);
}

#[test]
fn a_table_keeps_its_digits() {
    let headings = ["单位", "综合"].map(String::from);
    let rows =
        [["=宝马村", "91.50"], ["石门村", "90.00"]].map(|row| row.map(String::from).to_vec());
    let bytes = write_table(&headings, &rows, &[false, true], Format::Csv).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    assert_eq!(
        text,
        "\u{FEFF}单位,综合\r\n=宝马村,91.50\r\n石门村,90.00\r\n"
    );
    assert!(write_table(&headings, &rows, &[false, true], Format::Xlsx).is_ok());
}

#[test]
fn more_rows_than_a_sheet_holds_are_for_csv() {
    let rows = vec![Vec::new(); 1_048_576];
    let refused = write_table(&[], &rows, &[], Format::Xlsx);
    assert_eq!(
        refused,
        Err(Unwritable::TooManyRows {
            rows: 1_048_576,
            limit: 1_048_575
        })
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_name_and_note_goes_round(
        name in "[!-~一-龥，。（）“”＝]{1,20}",
        note in "[!-~一-龥，。（）“”＝]([ -~一-龥，。]{0,30}[!-~一-龥])?",
    ) {
        prop_assume!(name != "*" && name != "-");
        let scheme = scheme::sheets();
        let mark = Write {
            what: What::Mark,
            key: ["0001", "self", &name, "A1"].map(String::from).to_vec(),
            record: Some(vec![Some("1".into()), Some(note)]),
            seen: None,
            row: None,
        };
        goes_round(Kind::Scores, vec![mark], &names(&scheme));
    }
}
