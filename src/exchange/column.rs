//! The columns of the data files, in both languages (files.md).

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

    /// Whether a text may have several lines.
    #[must_use]
    pub const fn is_note(self) -> bool {
        matches!(self, Self::Note | Self::Reason)
    }
}

/// The columns of a kind, in the order in which they are exported.
#[must_use]
pub const fn columns(kind: Kind) -> &'static [(Column, Need)] {
    use Column as C;
    use Need::{Needed, Optional};
    match kind {
        Kind::Orgs => &[
            (C::Code, Needed),
            (C::Name, Needed),
            (C::Kind, Optional),
            (C::Parent, Optional),
            (C::Track, Optional),
            (C::Previous, Optional),
            (C::Declared, Optional),
        ],
        Kind::Scores => &[
            (C::Organisation, Needed),
            (C::Party, Needed),
            (C::Rater, Needed),
            (C::Item, Needed),
            (C::Entry, Needed),
            (C::Note, Optional),
            (C::State, Optional),
        ],
        Kind::Raters => &[
            (C::Organisation, Needed),
            (C::Party, Needed),
            (C::Rater, Needed),
            (C::State, Optional),
            (C::Reason, Optional),
        ],
        Kind::Ballots => &[
            (C::Organisation, Needed),
            (C::Party, Needed),
            (C::Question, Needed),
            (C::Option, Needed),
            (C::Ballots, Needed),
        ],
        Kind::Vetoes => &[
            (C::Organisation, Needed),
            (C::Veto, Needed),
            (C::State, Needed),
            (C::Document, Optional),
            (C::Date, Optional),
            (C::Note, Optional),
        ],
        Kind::Adjustments => &[
            (C::Organisation, Needed),
            (C::Adjustment, Needed),
            (C::Count, Optional),
            (C::Document, Optional),
            (C::Note, Optional),
        ],
        Kind::Ledger => &[
            (C::Organisation, Needed),
            (C::Member, Optional),
            (C::MemberKind, Optional),
            (C::Item, Needed),
            (C::Date, Optional),
            (C::Count, Optional),
            (C::Points, Optional),
            (C::Document, Optional),
            (C::State, Needed),
            (C::Id, Optional),
            (C::Reason, Optional),
        ],
        Kind::Places => &[
            (C::Cohort, Optional),
            (C::Track, Optional),
            (C::Level, Needed),
            (C::Places, Needed),
        ],
        Kind::Ties => &[
            (C::Cohort, Optional),
            (C::Track, Optional),
            (C::Organisation, Needed),
            (C::Order, Needed),
            (C::Reason, Optional),
        ],
        Kind::Levels => &[
            (C::Organisation, Needed),
            (C::Year, Needed),
            (C::Level, Needed),
        ],
    }
}

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
