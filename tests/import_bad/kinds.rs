//! What each kind of file brings, and what it refuses.

use pingxing::exchange::{Names, Why, read};
use pingxing::round::{Kind, Part, What, Write};
use pingxing::scoring::EntryRefusal;

use crate::scheme::{decimal, sheets};
use crate::{fault, place, reads};

/// Key and record, parts separated by blanks, `~` for a field that is not there.
fn lines(writes: &[Write]) -> Vec<String> {
    let line = |write: &Write| {
        let fields = write.record.iter().flatten();
        let fields = fields.map(|field| field.as_deref().unwrap_or("~").to_owned());
        let texts: Vec<_> = write.key.iter().cloned().chain(fields).collect();
        texts.join(" ")
    };
    writes.iter().map(line).collect()
}

fn good(kind: Kind, text: &str) -> Vec<String> {
    lines(&reads(kind, text).unwrap())
}

/// G5: the kind within which the scheme ranks is the same however wide its brackets are typed.
#[test]
fn the_kind_that_is_ranked_within_is_kept_as_the_scheme_writes_it() {
    let mut scheme = sheets();
    scheme.grading.cohort = Some("镇（街道）".into());
    let names = Names::new(&scheme, []);
    for typed in ["镇（街道）", "镇(街道)"] {
        let file = format!(
            "code,name,kind,parent,track\nD1,红果子镇,{typed},,\n0001,宝马村,,D1,village\n"
        );
        let writes = read(Kind::Orgs, file.as_bytes(), &names).unwrap();
        let names = Names::of_writes(&scheme, &writes);
        let village = names.by_code("0001").unwrap();
        assert_eq!(names.cohort_of(village), Some("D1"), "{typed}");
    }
}

#[test]
fn what_lies_in_a_refused_organisation_is_not_told_besides() {
    let file = "code,name,parent,track\nD9,新镇,,nowhere\n0009,新村,D9,village\n\
                0010,又村,新镇,village\n0011,他村,D8,village\n";
    let faults = reads(Kind::Orgs, file).unwrap_err();
    let places: Vec<_> = faults.first.iter().map(place).collect();
    assert_eq!(places, [(2, "track", "nowhere"), (5, "parent", "D8")]);
}

#[test]
fn organisations_are_a_tree_whatever_their_order() {
    let scheme = sheets();
    let file = "编码,名称,层级,上级编码,类别,上次等次,申报等次\n\
                ０００１,宝马村（西）,village,红果子镇,行政村,五星,four\nD1,红果子镇,district,,,,\n";
    let writes = read(Kind::Orgs, file.as_bytes(), &Names::new(&scheme, [])).unwrap();
    assert_eq!(
        lines(&writes),
        [
            "0001 宝马村（西） village D1 village five four 1",
            "D1 红果子镇 district ~ ~ ~ ~ 2"
        ]
    );
}

#[test]
fn organisations_keep_their_place_in_a_round() {
    let file = "code,name,parent\n0005,新村,D1\n0002,石门村,D1\n";
    let writes = good(Kind::Orgs, file);
    assert_eq!(
        writes,
        [
            "0005 新村 ~ D1 ~ ~ ~ 6",
            "0002 石门村 village D1 village ~ ~ 3"
        ]
    );
}

#[test]
fn organisations_in_circles_or_twice_are_refused() {
    let circle = "code,name,parent\nA,甲,B\nB,乙,A\nC,丙,A\n";
    let faults = reads(Kind::Orgs, circle).unwrap_err();
    let rows: Vec<_> = faults
        .first
        .iter()
        .map(|fault| (fault.row, &fault.why))
        .collect();
    assert_eq!(rows, [(2, &Why::Circle), (3, &Why::Circle)]);
    let twice = fault(Kind::Orgs, "code,name\nA,甲\nA,甲\n");
    assert_eq!((twice.row, twice.why), (3, Why::CodeTwice { first: 2 }));
    let lost = fault(Kind::Orgs, "code,name,parent\nA,甲,D9\n");
    assert_eq!(place(&lost), (2, "parent", "D9"));
    let two = fault(Kind::Orgs, "code,name,parent\nA,甲,石门村\n");
    assert!(matches!(two.why, Why::Ambiguous { count: 2, .. }));
}

#[test]
fn scores_are_kept_in_the_one_grammar() {
    let file = "单位,评价主体,评分人,指标,得分,备注,状态\n\
        宝马村,自评,支部书记,班子团结,３８。５,,\n\
        0001,self,支部书记,A2,a=2 b=0,\"有据\n可查\",已提交\n\
        0001,self,支部书记,A3,好,,submitted\n\
        0001,self,支部书记,A4,不适用,,\n\
        0001,self,支部书记,A5,,,\n\
        0001,self,支部书记,A5,,未见材料,\n\
        0001,peers,0002,,88.50,,\n";
    assert_eq!(
        good(Kind::Scores, file),
        [
            "0001 self 支部书记 A1 38.5 ~",
            "0001 self 支部书记 A2 a=2 有据 可查",
            "0001 self 支部书记 submitted",
            "0001 self 支部书记 A3 1 ~",
            "0001 self 支部书记 A4 NA ~",
            "0001 self 支部书记 A5 ~ 未见材料",
            "0001 peers 0002 * 88.5 ~",
        ]
    );
}

#[test]
fn every_faulty_score_is_told_with_its_place() {
    let file = "org,party,rater,item,entry\n\
        0009,self,甲组,A1,1\n\
        石门村,self,甲组,A1,1\n\
        红果子镇,self,甲组,A1,1\n\
        0001,shelf,甲组,A1,1\n\
        0004,peers,甲组,,1\n\
        0001,masses,甲组,A1,1\n\
        0001,self,,A1,1\n\
        0001,self,甲组,A9,1\n\
        0004,self,甲组,A5,1\n\
        0001,self,甲组,A6,1\n\
        0001,peers,甲组,A1,1\n\
        0001,self,甲组,A1,40.5\n\
        0001,self,甲组,A1,3.3\n\
        0001,self,甲组,A1,NA\n\
        0001,self,甲组,A2,c=1\n\
        0001,self,甲组,A1,3\n\
        0001,self,甲组,A1,4\n\
        0001,self,甲组,A1,3.0\n";
    let faults = reads(Kind::Scores, file).unwrap_err();
    let places: Vec<_> = faults.first.iter().map(place).collect();
    assert_eq!(
        places,
        [
            (2, "org", "0009"),
            (3, "org", "石门村"),
            (4, "org", "红果子镇"),
            (5, "party", "shelf"),
            (6, "party", "peers"),
            (7, "party", "masses"),
            (8, "rater", ""),
            (9, "item", "A9"),
            (10, "item", "A5"),
            (11, "item", "A6"),
            (12, "item", "A1"),
            (13, "entry", "40.5"),
            (14, "entry", "3.3"),
            (15, "entry", "NA"),
            (16, "entry", "c=1"),
            (18, "entry", "4"),
        ]
    );
    let whys: Vec<_> = faults.first.into_iter().map(|fault| fault.why).collect();
    let entry = |why| Why::Entry {
        item: "A1".into(),
        why,
    };
    assert!(
        matches!(&whys[1], Why::Ambiguous { count: 2, candidates, .. }
        if candidates[1].id == "0003" && candidates[1].within.as_deref() == Some("红果子镇"))
    );
    assert_eq!(whys[2], Why::NotRated);
    assert_eq!(
        whys[3],
        Why::Unknown {
            what: Part::Party,
            nearest: Some("self".into()),
            known: Vec::new(),
        }
    );
    assert_eq!(whys[4], Why::PartyNotOnTrack);
    assert_eq!(whys[5], Why::WrongMethod);
    assert_eq!(whys[6], Why::Missing);
    assert_eq!(whys[8], Why::ItemNotOnTrack);
    assert_eq!(whys[9], Why::ItemNotOnSheet);
    assert_eq!(whys[10], Why::ItemNotEmpty);
    let points = decimal("40");
    assert_eq!(whys[11], entry(EntryRefusal::OutOfRange { points }));
    let step = decimal("0.5");
    assert_eq!(whys[12], entry(EntryRefusal::NotAMultiple { step }));
    assert_eq!(whys[13], entry(EntryRefusal::NotOptional));
    assert_eq!(whys[15], Why::Differs { first: 17 });
}

#[test]
fn a_title_that_tracks_share_is_the_one_of_the_track() {
    let file = "org,party,rater,item,entry\n0001,self,甲组,日常管理,1\n0004,self,甲组,日常管理,2\n";
    assert_eq!(
        good(Kind::Scores, file),
        ["0001 self 甲组 A7 1", "0004 self 甲组 A8 2"]
    );
}

#[test]
fn what_a_file_has_no_column_for_is_not_in_its_writes() {
    let scores = "org,party,rater,item,entry\n0001,self,甲组,A1,1\n";
    assert_eq!(good(Kind::Scores, scores), ["0001 self 甲组 A1 1"]);
    let vetoes = "org,veto,state,document\n0001,V1,lifted,\n";
    assert_eq!(good(Kind::Vetoes, vetoes), ["0001 V1 lifted ~"]);
    let dated = "org,veto,state,date\n0001,V1,lifted,2026-06-09\n";
    assert_eq!(good(Kind::Vetoes, dated), ["0001 V1 lifted ~ 2026-06-09"]);
    let orgs = "code,name\n0001,宝马新村\n";
    assert_eq!(
        good(Kind::Orgs, orgs),
        ["0001 宝马新村 village D1 village five four 2"]
    );
}

#[test]
fn one_sheet_has_one_state() {
    let file = "org,party,rater,item,entry,state\n\
        0001,self,甲组,A1,1,open\n0001,self,甲组,A3,1,submitted\n";
    let two = fault(Kind::Scores, file);
    assert_eq!(place(&two), (3, "state", "submitted"));
    assert_eq!(two.why, Why::Differs { first: 2 });
}

#[test]
fn raters_are_due_unless_they_are_recused() {
    let file = "org,party,rater,state,reason\n0001,self,甲组,,\n0001,互评,乙组,回避,亲属\n";
    assert_eq!(
        good(Kind::Raters, file),
        ["0001 self 甲组 due ~", "0001 peers 乙组 recused 亲属"]
    );
}

#[test]
fn ballots_count_options_and_what_is_none() {
    let file = "org,party,question,option,count\n\
        0001,masses,Q1,满意,41\n宝马村,群众测评,总体评价,B,12\n\
        0001,masses,Q1,弃权,2\n0001,masses,Q1,spoilt,0\n0001,masses,Q1,发出,60\n";
    assert_eq!(
        good(Kind::Ballots, file),
        [
            "0001 masses Q1 A 41",
            "0001 masses Q1 B 12",
            "0001 masses Q1 abstain 2",
            "0001 masses Q1 spoilt 0",
            "0001 masses Q1 issued 60",
        ]
    );
    for count in ["-1", "1.5", "", "一", "1e3", "9999999999999999"] {
        let file = format!("org,party,question,option,count\n0001,masses,Q1,A,{count}\n");
        assert_eq!(place(&fault(Kind::Ballots, file)), (2, "count", count));
    }
}

#[test]
fn the_last_row_of_a_veto_stands() {
    let file = "org,veto,state,document,date,note\n\
        0001,V1,拟定,,,\n\
        0001,发生安全生产责任事故,已认定,纪〔2026〕1号,2026年6月9日,\n\
        0002,V1,lifted,,,\n";
    assert_eq!(
        good(Kind::Vetoes, file),
        [
            "0001 V1 decided 纪〔2026〕1号 2026-06-09 ~",
            "0002 V1 lifted ~ ~ ~"
        ]
    );
    let bare = fault(Kind::Vetoes, "org,veto,state,document\n0001,V1,已定,\n");
    assert_eq!(bare.why, Why::DocumentNeeded);
    let word = fault(Kind::Vetoes, "org,veto,state\n0001,V1,maybe\n");
    assert!(matches!(word.why, Why::UnknownWord { .. }));
}

#[test]
fn adjustments_are_one_a_document() {
    let file = "org,adjustment,count,document,note\n\
        0001,J1,,市表〔2026〕1号,\n0001,受表彰,1,市表〔2026〕1号,\n\
        0001,J1,2,市表〔2026〕2号,\n0002,J1,3,,待补文号\n";
    assert_eq!(
        good(Kind::Adjustments, file),
        [
            "0001 J1 市表〔2026〕1号 1 ~",
            "0001 J1 市表〔2026〕2号 2 ~",
            "0002 J1 * 3 待补文号",
        ]
    );
}

#[test]
fn equal_events_are_different_ones_and_the_same_file_adds_none() {
    let file = "org,member,kind,item,date,count,points,document,state\n\
        0001,甲户,党员,C1,2026-06-19,,,文1,已申报\n\
        0001,甲户,党员,C1,2026-06-19,1,3,文1,declared\n\
        0001,,,C2,,,2.5,,分管领导\n";
    let writes = reads(Kind::Ledger, file).unwrap();
    assert_eq!(writes.len(), 3);
    assert_ne!(writes[0].key, writes[1].key);
    assert_eq!(writes[0].record, writes[1].record);
    assert_eq!(reads(Kind::Ledger, file).unwrap(), writes);
    let confirmed = file.replace("declared", "已确认");
    let again = reads(Kind::Ledger, confirmed).unwrap();
    assert_eq!(again[1].key, writes[1].key);
    let last = writes[2].record.as_ref().unwrap();
    assert_eq!(last[8].as_deref(), Some("signed 2"));
}

#[test]
fn events_outside_their_rule_are_refused() {
    let head = "org,member,kind,item,points,state\n";
    for (row, column) in [
        ("0001,,,C2,,declared", "points"),
        ("0001,,,C2,5.5,declared", "points"),
        ("0001,,,C2,1.3,declared", "points"),
        ("0001,,,C1,4,declared", "points"),
        ("0001,,党员,C1,,declared", "kind"),
        ("0001,甲户,群众,C1,,declared", "kind"),
        ("0001,,,C1,,局长", "state"),
        ("0001,,,C1,,", "state"),
    ] {
        let fault = fault(Kind::Ledger, format!("{head}{row}\n"));
        assert_eq!(
            (fault.row, fault.column.as_deref()),
            (2, Some(column)),
            "{row}"
        );
    }
}

#[test]
fn places_without_a_cohort_or_track_are_for_every_one() {
    let file =
        "cohort,track,level,places\nD1,行政村,五星,2\n,village,five,3\n,,four,0\n-,,none,1\n";
    assert_eq!(
        good(Kind::Places, file),
        [
            "D1 village five 2",
            "* village five 3",
            "* * four 0",
            "- * none 1"
        ]
    );
}

#[test]
fn ties_and_levels() {
    let ties = "cohort,track,org,order,reason\nD1,village,0001,2,会议纪要\n,,0002,1,\n";
    assert_eq!(good(Kind::Ties, ties), ["0001 2 会议纪要", "0002 1 ~"]);
    let other = fault(Kind::Ties, "track,org,order\nagency,0001,1\n");
    assert_eq!(
        other.why,
        Why::Contradicts {
            found: "village".into()
        }
    );
    let zero = fault(Kind::Ties, "org,order\n0001,0\n");
    assert_eq!(zero.why, Why::NotPositive);
    let levels = "单位,年度,等次\n宝马村,2025,五星\n";
    let writes = reads(Kind::Levels, levels).unwrap();
    assert_eq!(lines(&writes), ["0001 2025 five"]);
    assert_eq!(writes[0].what, What::Level);
}
