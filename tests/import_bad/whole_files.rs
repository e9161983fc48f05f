//! Files that are wrong as a whole: encodings, headings, cut lines, garbage, size.

use pingxing::exchange::{Column, RowFaults, Why};
use pingxing::round::Kind;
use proptest::prelude::*;

use crate::{fault, place, reads};

const HEAD: &str = "org,party,rater,item,entry\n";

#[test]
fn an_empty_file_has_no_headings() {
    for bytes in ["", "\n\n", "\u{FEFF}", " ,\n"] {
        assert_eq!(fault(Kind::Scores, bytes).why, Why::Empty, "{bytes:?}");
    }
}

#[test]
fn headings_alone_are_a_file_without_rows() {
    assert_eq!(reads(Kind::Scores, HEAD), Ok(Vec::new()));
}

#[test]
fn headings_that_are_wrong_are_all_told() {
    let faults = reads(Kind::Scores, "org,partei,rater,rater,item,得份\n").unwrap_err();
    let whys: Vec<_> = faults.first.iter().map(|fault| fault.why.clone()).collect();
    let unknown = |nearest: &str| Why::UnknownColumn {
        nearest: Some(nearest.into()),
    };
    assert!(whys.contains(&unknown("party")), "{whys:?}");
    assert!(whys.contains(&Why::ColumnTwice));
    assert!(whys.contains(&Why::MissingColumn {
        column: Column::Party
    }));
    assert!(whys.contains(&Why::MissingColumn {
        column: Column::Entry
    }));
}

#[test]
fn gb18030_and_utf8_give_the_same() {
    let text = "单位,评价主体,评分人,指标,得分\n宝马村,自评,甲组,班子团结,38\n";
    let want = reads(Kind::Scores, text).unwrap();
    let (gb, _, _) = encoding_rs::GB18030.encode(text);
    assert_eq!(reads(Kind::Scores, &gb).unwrap(), want);
    assert_eq!(
        reads(Kind::Scores, format!("\u{FEFF}{text}")).unwrap(),
        want
    );
    let windows = text.replace('\n', "\r\n");
    assert_eq!(reads(Kind::Scores, windows).unwrap(), want);
}

#[test]
fn rows_that_were_cut_or_grew_are_refused() {
    let cut = fault(
        Kind::Scores,
        format!("{HEAD}0001,self,甲组,A1,1\n0001,self,甲"),
    );
    assert_eq!(cut.row, 3);
    assert_eq!(
        cut.why,
        Why::TooFewCells {
            headings: 5,
            cells: 3
        }
    );
    let long = fault(Kind::Scores, format!("{HEAD}0001,self,甲组,A1,1,2\n"));
    assert!(matches!(long.why, Why::TooManyCells { cells: 6, .. }));
    let empty_ends = format!("{HEAD}0001,self,甲组,A1,1,,\n,,,,,,,\n");
    assert_eq!(
        reads(Kind::Scores, empty_ends).map(|writes| writes.len()),
        Ok(1)
    );
    let open = fault(Kind::Scores, format!("{HEAD}0001,self,\"甲组,A1,1\n"));
    assert_eq!((open.row, open.why), (2, Why::OpenQuote));
}

#[test]
fn characters_that_no_name_has_are_refused() {
    let nul = fault(Kind::Scores, format!("{HEAD}0001,self,甲\0组,A1,1\n"));
    assert_eq!(place(&nul), (2, "rater", "甲\0组"));
    assert_eq!(nul.why, Why::Control { character: '\0' });
    let turned = fault(Kind::Scores, format!("{HEAD}0001,self,甲\u{202E}组,A1,1\n"));
    assert_eq!(
        turned.why,
        Why::Control {
            character: '\u{202E}'
        }
    );
    for character in ['\u{061C}', '\u{2061}', '\u{2065}', '\u{2028}'] {
        let hidden = fault(
            Kind::Scores,
            format!("{HEAD}0001,self,甲{character}组,A1,1\n"),
        );
        assert_eq!(place(&hidden).1, "rater");
        assert_eq!(hidden.why, Why::Control { character });
    }
    let endless = format!("{HEAD}0001,self,{},A1,1\n", "甲".repeat(60_000));
    assert!(matches!(
        fault(Kind::Scores, endless).why,
        Why::TooLong { .. }
    ));
}

#[test]
fn other_files_are_named_for_what_they_are() {
    let garbage: Vec<u8> = (0..5000_u32).map(|n| (n * n % 251 + 4) as u8).collect();
    assert!(reads(Kind::Scores, garbage).is_err());
    let old = fault(Kind::Scores, b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1rest");
    assert_eq!(old.why, Why::OldWorkbook);
    let torn = fault(Kind::Scores, b"PK\x03\x04 torn");
    assert!(matches!(torn.why, Why::Workbook { .. }));
}

#[test]
fn a_large_file_is_read_and_its_faults_are_counted() {
    let note = "现场查看、个别谈话、查阅资料后认定，".repeat(6);
    let mut text = String::from("org,party,rater,item,entry,note\n");
    for rater in 0..50_000 {
        text.push_str(&format!("0001,self,第{rater}号评分人,A1,38.5,{note}\n"));
        text.push_str(&format!("0001,self,第{rater}号评分人,A9,38.5,{note}\n"));
    }
    assert!(text.len() > 30_000_000);
    let faults: RowFaults = reads(Kind::Scores, text).unwrap_err();
    assert_eq!(faults.count, 50_000);
    assert_eq!(faults.first.len(), RowFaults::KEPT);
    assert_eq!(faults.first[1].row, 5);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_damaged_workbook_stops_the_program(
        at in 0..1_000_usize,
        byte in any::<u8>(),
        length in 0..10_000_usize,
    ) {
        let mut bytes = include_bytes!("files/formulas.xlsx").to_vec();
        let position = at * bytes.len() / 1_000;
        bytes[position] = byte;
        bytes.truncate(length.max(4));
        let _ = reads(Kind::Scores, bytes);
    }

    #[test]
    fn no_bytes_stop_the_program(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        for kind in Kind::ALL {
            let _ = reads(kind, &bytes);
        }
    }

    #[test]
    fn no_rows_stop_the_program(rows in "([a-zA-Z0-9宝马村自评无,=.\"*\r-]{0,40}\n){0,8}") {
        let heads = [
            "code,name,kind,parent,track,previous,declared\n",
            "org,party,rater,item,entry,note,state\n",
            "org,party,question,option,count\n",
            "org,member,kind,item,date,count,points,document,state,id\n",
        ];
        for (head, kind) in heads.iter().zip([Kind::Orgs, Kind::Scores, Kind::Ballots, Kind::Ledger]) {
            let _ = reads(kind, format!("{head}{rows}"));
        }
    }
}
