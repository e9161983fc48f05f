//! The columns of the data files, in both languages.

use self::Need::{Needed, Optional};
use crate::round::Kind;

/// Declares the columns with their headings.
macro_rules! columns {
    ($($variant:ident $english:literal $chinese:literal),* $(,)?) => {
        /// A column of a data file.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Column { $($variant),* }

        impl Column {
            /// How many there are.
            pub(super) const COUNT: usize = [$(Self::$variant),*].len();

            /// The heading in English, which export writes too.
            #[must_use]
            pub const fn english(self) -> &'static str {
                match self { $(Self::$variant => $english),* }
            }

            /// The heading in Chinese.
            #[must_use]
            pub const fn chinese(self) -> &'static str {
                match self { $(Self::$variant => $chinese),* }
            }
        }
    };
}

columns! {
    Code "code" "编码", Name "name" "名称", Kind "kind" "层级", Parent "parent" "上级编码",
    Track "track" "类别", Previous "previous" "上次等次", Declared "declared" "申报等次",
    Organisation "org" "单位", Party "party" "评价主体", Rater "rater" "评分人",
    Item "item" "指标", Entry "entry" "得分", Note "note" "备注", State "state" "状态",
    Reason "reason" "事由", Question "question" "问题", Option "option" "选项",
    Ballots "count" "票数", Veto "veto" "否决情形", Document "document" "依据文号",
    Date "date" "日期", Adjustment "adjustment" "加减分", Count "count" "次数",
    Member "member" "人员", MemberKind "kind" "人员类别", Points "points" "分值",
    Id "id" "编号", Cohort "cohort" "范围", Level "level" "等次", Places "places" "名额",
    Order "order" "次序", Year "year" "年度",
}

/// Whether a file must have a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    Needed,
    Optional,
}

impl Column {
    /// Whether full-width characters stay as they are: names and notes.
    #[must_use]
    pub const fn is_name_or_note(self) -> bool {
        matches!(
            self,
            Self::Name | Self::Rater | Self::Member | Self::Note | Self::Reason
        )
    }

    /// Whether a text may come in several lines. A note is kept on one: screens and papers have a
    /// line for it.
    #[must_use]
    pub const fn may_have_lines(self) -> bool {
        matches!(self, Self::Note | Self::Reason)
    }
}

/// The columns of a kind, in the order in which they are exported.
#[must_use]
pub const fn columns(kind: Kind) -> &'static [(Column, Need)] {
    match kind {
        Kind::Orgs => &ORGS,
        Kind::Scores => &SCORES,
        Kind::Raters => &RATERS,
        Kind::Ballots => &BALLOTS,
        Kind::Vetoes => &VETOES,
        Kind::Adjustments => &ADJUSTMENTS,
        Kind::Ledger => &LEDGER,
        Kind::Places => &PLACES,
        Kind::Ties => &TIES,
        Kind::Levels => &LEVELS,
    }
}

const ORGS: [(Column, Need); 7] = [
    (Column::Code, Needed),
    (Column::Name, Needed),
    (Column::Kind, Optional),
    (Column::Parent, Optional),
    (Column::Track, Optional),
    (Column::Previous, Optional),
    (Column::Declared, Optional),
];
const SCORES: [(Column, Need); 7] = [
    (Column::Organisation, Needed),
    (Column::Party, Needed),
    (Column::Rater, Needed),
    (Column::Item, Needed),
    (Column::Entry, Needed),
    (Column::Note, Optional),
    (Column::State, Optional),
];
const RATERS: [(Column, Need); 5] = [
    (Column::Organisation, Needed),
    (Column::Party, Needed),
    (Column::Rater, Needed),
    (Column::State, Optional),
    (Column::Reason, Optional),
];
const BALLOTS: [(Column, Need); 5] = [
    (Column::Organisation, Needed),
    (Column::Party, Needed),
    (Column::Question, Needed),
    (Column::Option, Needed),
    (Column::Ballots, Needed),
];
const VETOES: [(Column, Need); 6] = [
    (Column::Organisation, Needed),
    (Column::Veto, Needed),
    (Column::State, Needed),
    (Column::Document, Optional),
    (Column::Date, Optional),
    (Column::Note, Optional),
];
const ADJUSTMENTS: [(Column, Need); 5] = [
    (Column::Organisation, Needed),
    (Column::Adjustment, Needed),
    (Column::Count, Optional),
    (Column::Document, Optional),
    (Column::Note, Optional),
];
const LEDGER: [(Column, Need); 11] = [
    (Column::Organisation, Needed),
    (Column::Member, Optional),
    (Column::MemberKind, Optional),
    (Column::Item, Needed),
    (Column::Date, Optional),
    (Column::Count, Optional),
    (Column::Points, Optional),
    (Column::Document, Optional),
    (Column::State, Needed),
    (Column::Id, Optional),
    (Column::Reason, Optional),
];
const PLACES: [(Column, Need); 4] = [
    (Column::Cohort, Optional),
    (Column::Track, Optional),
    (Column::Level, Needed),
    (Column::Places, Needed),
];
const TIES: [(Column, Need); 5] = [
    (Column::Cohort, Optional),
    (Column::Track, Optional),
    (Column::Organisation, Needed),
    (Column::Order, Needed),
    (Column::Reason, Optional),
];
const LEVELS: [(Column, Need); 3] = [
    (Column::Organisation, Needed),
    (Column::Year, Needed),
    (Column::Level, Needed),
];

/// The column of a kind that a heading names, in either language.
#[must_use]
pub fn column_of(kind: Kind, heading: &str) -> Option<Column> {
    let names = |column: Column| {
        heading.eq_ignore_ascii_case(column.english()) || heading == column.chinese()
    };
    columns(kind)
        .iter()
        .map(|(column, _)| *column)
        .find(|column| names(*column))
}
