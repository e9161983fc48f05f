//! Invented names of places and organisations. Nothing here is a county, and nobody a person.

use super::random::Random;

/// A district of the invented city.
pub(super) struct District {
    pub code: &'static str,
    pub name: &'static str,
    /// What its enterprises and schools begin with.
    pub short: &'static str,
    pub streets: &'static [&'static str],
    pub towns: &'static [&'static str],
}

/// The invented city.
pub(super) const CITY: (&str, &str) = ("640900", "云泽市");

pub(super) const DISTRICTS: [District; 3] = [
    District {
        code: "640901",
        name: "青禾区",
        short: "青禾",
        streets: &["朝晖街道", "文汇街道"],
        towns: &["青禾镇", "柳湾镇", "石岗镇", "三渠镇", "双井乡"],
    },
    District {
        code: "640902",
        name: "望河区",
        short: "望河",
        streets: &["滨河路街道", "建新街道"],
        towns: &["望河镇", "沙滩镇", "双渡镇", "渔坪镇", "红柳乡"],
    },
    District {
        code: "640903",
        name: "临岭区",
        short: "临岭",
        streets: &["矿山路街道", "新站街道"],
        towns: &["临岭镇", "黑石镇", "松坡镇", "白杨乡"],
    },
];

/// Village names that every other town has too.
const COMMON: [&str; 6] = ["团结村", "新民村", "前进村", "和平村", "东风村", "胜利村"];

const VILLAGE_HEADS: [&str; 16] = [
    "柳树", "沙枣", "白杨", "榆树", "石板", "青石", "黄土", "芦苇", "官庄", "大营", "双槐", "长流",
    "高台", "马场", "北塔", "清水",
];

const VILLAGE_TAILS: [&str; 10] = ["湾", "沟", "渠", "桥", "滩", "坪", "岗", "圈", "堡", "闸"];

const COMMUNITIES: [&str; 40] = [
    "朝阳",
    "幸福",
    "文昌",
    "锦绣",
    "康乐",
    "阳光",
    "站前",
    "学府",
    "东苑",
    "西苑",
    "南苑",
    "北苑",
    "花园",
    "建设",
    "友谊",
    "金桥",
    "湖滨",
    "广场",
    "新华",
    "工农",
    "光明",
    "长安",
    "安居",
    "平安",
    "翠园",
    "桃园",
    "杏园",
    "春晖",
    "兰亭",
    "紫荆",
    "丁香",
    "银杏",
    "祥和",
    "吉庆",
    "永乐",
    "金穗",
    "育才",
    "体育场",
    "水塔",
    "铁路",
];

const BUREAUS: [&str; 26] = [
    "财政局",
    "教育局",
    "民政局",
    "司法局",
    "水务局",
    "农业农村局",
    "卫生健康局",
    "交通运输局",
    "统计局",
    "审计局",
    "文化旅游局",
    "市场监督管理局",
    "应急管理局",
    "自然资源局",
    "医疗保障局",
    "城市管理局",
    "发展改革局",
    "工业信息化局",
    "人力资源社会保障局",
    "住房城乡建设局",
    "林业草原局",
    "退役军人事务局",
    "行政审批局",
    "信访局",
    "档案馆",
    "机关事务中心",
];

const ENTERPRISES: [&str; 6] = [
    "供水公司",
    "供热公司",
    "公共交通公司",
    "粮食储备公司",
    "城市建设投资公司",
    "环境卫生公司",
];

const PRIVATE: [&str; 6] = [
    "鑫源农机合作社",
    "永盛机械厂",
    "宏达物流公司",
    "惠民药房连锁公司",
    "物业服务行业协会",
    "家政服务协会",
];

const SCHOOLS: [&str; 6] = [
    "第一中学",
    "第二中学",
    "实验小学",
    "第一小学",
    "职业技术学校",
    "第三小学",
];

const NUMERALS: [&str; 16] = [
    "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四",
    "十五", "十六",
];

/// The name of the bureau at a position, as a district's own.
pub(super) fn bureau(position: usize) -> &'static str {
    BUREAUS[position % BUREAUS.len()]
}

/// How many bureaus have a name of their own.
pub(super) const BUREAU_COUNT: usize = BUREAUS.len();

/// A numeral for groups and branches, 一 for position 0.
pub(super) fn numeral(position: usize) -> &'static str {
    NUMERALS[position % NUMERALS.len()]
}

pub(super) fn enterprise(district: &District, position: usize) -> String {
    format!(
        "{}{}",
        district.short,
        ENTERPRISES[position % ENTERPRISES.len()]
    )
}

pub(super) fn private(district: &District, position: usize) -> String {
    format!("{}{}", district.short, PRIVATE[position % PRIVATE.len()])
}

pub(super) fn school(district: &District, position: usize) -> String {
    format!("{}{}", district.name, SCHOOLS[position % SCHOOLS.len()])
}

/// A name of a village that no other position below 160 has, and the same again after that.
pub(super) fn village(position: usize) -> String {
    let head = VILLAGE_HEADS[position % VILLAGE_HEADS.len()];
    let tail = VILLAGE_TAILS[(position / VILLAGE_HEADS.len()) % VILLAGE_TAILS.len()];
    format!("{head}{tail}村")
}

/// A name of a community, used again after 40.
pub(super) fn community(position: usize) -> String {
    format!("{}社区", COMMUNITIES[position % COMMUNITIES.len()])
}

/// Hands out names without repeating one, except the common village names.
pub(super) struct Pool {
    villages: Vec<usize>,
    communities: Vec<usize>,
}

impl Pool {
    pub(super) fn new(random: &mut Random) -> Self {
        let mut villages: Vec<usize> = (0..VILLAGE_HEADS.len() * VILLAGE_TAILS.len()).collect();
        let mut communities: Vec<usize> = (0..COMMUNITIES.len()).collect();
        random.shuffle(&mut villages);
        random.shuffle(&mut communities);
        Self {
            villages,
            communities,
        }
    }

    /// The next village of a town; the first one of each has a common name, so that two towns of
    /// the city share it.
    pub(super) fn village(&mut self, town: usize, first: bool) -> String {
        if first && town < 2 * COMMON.len() {
            return COMMON[town % COMMON.len()].to_owned();
        }
        village(self.villages.pop().unwrap_or_default())
    }

    pub(super) fn community(&mut self) -> String {
        community(self.communities.pop().unwrap_or_default())
    }
}
