//! Every reading of a character, without tones.

use pinyin::ToPinyinMulti;

/// Readings in names of places and families that the dictionary lacks.
const MORE: [(char, &[&str]); 7] = [
    // 乐亭、乐陵
    ('乐', &["lao", "yao"]),
    // 宕昌
    ('宕', &["tan"]),
    // 祭城
    ('祭', &["zha"]),
    // families 谌, 贠, 黑, 员
    ('谌', &["shen"]),
    ('贠', &["yun"]),
    ('黑', &["he"]),
    ('员', &["yun"]),
];

/// Every reading of a character in plain letters, `v` standing for ü; none for what has no
/// reading.
pub(super) fn readings(character: char) -> Vec<String> {
    let known = character.to_pinyin_multi().into_iter().flatten();
    let mut found: Vec<_> = known.map(|reading| spelt(reading.plain())).collect();
    let more = MORE.iter().filter(|(of, _)| *of == character);
    found.extend(more.flat_map(|(_, list)| list.iter().map(|reading| (*reading).to_owned())));
    found.retain(|reading| !reading.is_empty());
    found.sort_unstable();
    found.dedup();
    found
}

/// ü is typed as v; a few rare readings have ê.
fn spelt(reading: &str) -> String {
    let plain = reading.replace('ü', "v").replace('ê', "e");
    if plain.bytes().all(|byte| byte.is_ascii_lowercase()) {
        plain
    } else {
        String::new()
    }
}

#[cfg(test)]
mod tests {
    use super::readings;

    #[test]
    fn names_of_places_have_their_own_readings() {
        for (name, reading) in [
            ('重', "chong"),
            ('单', "shan"),
            ('尉', "yu"),
            ('乐', "lao"),
            ('乐', "yue"),
            ('六', "lu"),
            ('铅', "yan"),
            ('莘', "shen"),
            ('番', "pan"),
            ('涡', "guo"),
            ('泌', "bi"),
            ('歙', "she"),
            ('会', "kuai"),
            ('荥', "ying"),
            ('宕', "tan"),
            ('陂', "pi"),
            ('堡', "pu"),
            ('渑', "mian"),
            ('牟', "mu"),
            ('盖', "ge"),
            ('吕', "lv"),
        ] {
            let all = readings(name);
            assert!(all.iter().any(|one| one == reading), "{name}: {all:?}");
        }
    }
}
