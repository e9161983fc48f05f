use proptest::prelude::*;

use super::*;

const LIST: [(&str, &str); 16] = [
    ("640205001", "宝马村"),
    ("640205002", "红果子社区"),
    ("640205003", "石门村"),
    ("640221003", "石门村"),
    ("500001", "重庆路社区"),
    ("130002", "单家庄"),
    ("652823", "尉犁县"),
    ("130225", "乐亭县"),
    ("330382", "乐清市"),
    ("340001", "六安路"),
    ("150001", "北马场A区"),
    ("610001", "第3社区"),
    ("620001", "吕家湾（西）"),
    ("630001", "西宝马庄"),
    ("D1", "惠农区"),
    ("360001", "长安镇"),
];

fn finder() -> Finder {
    Finder::new(LIST)
}

fn names(typed: &str) -> Vec<&'static str> {
    let hits = finder().search(typed, 20);
    assert_eq!(hits.count, hits.first.len(), "{typed}");
    let name = |hit: &Hit| LIST[hit.position].1;
    hits.first.iter().map(name).collect()
}

#[test]
fn pinyin_and_initials_find_names() {
    assert_eq!(names("bmc"), ["宝马村", "北马场A区"]);
    assert_eq!(names("baoma"), ["宝马村", "西宝马庄"]);
    assert_eq!(names("baomac"), ["宝马村"]);
    assert_eq!(names("baom"), ["宝马村", "西宝马庄"]);
    assert_eq!(names("shm"), names("石门"));
    assert_eq!(names("shimencun"), ["石门村", "石门村"]);
    assert_eq!(names("lvjia"), ["吕家湾（西）"]);
    assert_eq!(names("lujia"), ["吕家湾（西）"]);
    assert_eq!(names("ＢＭＣ")[0], "宝马村");
    assert_eq!(names("bao ma cun"), ["宝马村"]);
    assert!(names("bmx").is_empty());
}

#[test]
fn every_reading_of_a_character_finds_it() {
    for (typed, name) in [
        ("cq", "重庆路社区"),
        ("zq", "重庆路社区"),
        ("chongqing", "重庆路社区"),
        ("sjz", "单家庄"),
        ("djz", "单家庄"),
        ("yl", "尉犁县"),
        ("wl", "尉犁县"),
        ("yuli", "尉犁县"),
        ("lt", "乐亭县"),
        ("yt", "乐亭县"),
        ("laoting", "乐亭县"),
        ("yueqing", "乐清市"),
        ("luan", "六安路"),
        ("changan", "长安镇"),
        ("zhangan", "长安镇"),
    ] {
        assert!(names(typed).contains(&name), "{typed}: {:?}", names(typed));
    }
}

#[test]
fn characters_and_pinyin_may_be_mixed() {
    assert_eq!(names("宝mc"), ["宝马村"]);
    assert_eq!(names("石men村"), ["石门村", "石门村"]);
    assert_eq!(names("aq"), ["北马场A区"]);
    assert_eq!(names("A区"), ["北马场A区"]);
    assert_eq!(names("d3社"), ["第3社区"]);
    assert_eq!(names("(西)"), ["吕家湾（西）"]);
}

#[test]
fn codes_are_found_whole_by_beginning_and_by_tail() {
    let hits = finder().search("130225", 5).first;
    assert_eq!(
        (hits[0].fit, LIST[hits[0].position].1),
        (Fit::Code, "乐亭县")
    );
    assert_eq!(names("640205").len(), 3);
    let tail = finder().search("5002", 5).first;
    assert_eq!((tail[0].fit, tail[0].position), (Fit::CodeEnds, 1));
    assert_eq!(names("d1")[0], "惠农区");
    let inside = finder().search("2210", 5).first;
    assert_eq!(inside[0].fit, Fit::CodeHolds);
}

#[test]
fn the_better_fit_comes_first() {
    assert_eq!(names("宝马"), ["宝马村", "西宝马庄"]);
    let fits: Vec<_> = finder()
        .search("宝马", 5)
        .first
        .iter()
        .map(|hit| hit.fit)
        .collect();
    assert_eq!(fits, [Fit::NameBegins, Fit::NameHolds]);
}

#[test]
fn characters_without_a_hit_are_tried_by_their_pinyin() {
    let hits = finder().search("包马村", 5);
    assert_eq!((hits.count, hits.first[0].fit), (1, Fit::Sound));
    assert_eq!(names("不明处")[0], "宝马村");
    assert!(names("宝牛").is_empty());
}

#[test]
fn duplicates_say_that_they_are_some() {
    let hits = finder().search("石门村", 5).first;
    assert!(hits.iter().all(|hit| hit.duplicate));
    assert!(!finder().search("宝马村", 1).first[0].duplicate);
}

#[test]
fn codes_and_unique_names_resolve() {
    let finder = finder();
    assert_eq!(finder.resolve(" 宝马村 "), Resolved::Found(0));
    assert_eq!(finder.resolve("６４０２０５００１"), Resolved::Found(0));
    assert_eq!(finder.resolve("吕家湾(西)"), Resolved::Found(12));
    assert_eq!(finder.resolve("石门村"), Resolved::Ambiguous(vec![2, 3]));
    assert_eq!(finder.resolve("宝马"), Resolved::NotFound(vec![0, 13]));
    assert_eq!(finder.resolve(""), Resolved::NotFound(Vec::new()));
}

#[test]
fn a_limit_cuts_the_list_and_not_the_count() {
    let hits = finder().search("6", 2);
    assert_eq!(hits.first.len(), 2);
    assert!(hits.count > 2);
}

proptest! {
    #[test]
    fn any_text_can_be_typed(typed in "\\PC{0,80}") {
        let hits = finder().search(&typed, 3);
        prop_assert!(hits.first.len() <= hits.count);
    }

    #[test]
    fn a_name_is_found_by_any_part_of_it(name in "[一-龥]{2,8}", from in 0..4_usize) {
        let finder = Finder::new([("1", name.as_str())]);
        let part: String = name.chars().skip(from).collect();
        prop_assume!(!part.is_empty());
        prop_assert_eq!(finder.search(&part, 1).count, 1);
    }
}
