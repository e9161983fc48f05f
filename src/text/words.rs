//! Words for states and kinds, one for each variant, in both languages.

use super::Language;
use crate::office::{FindingKind, FindingWeight};
use crate::round::{
    AssignmentState, EventState, Kind, OperationKind, Part, RoundState, SheetState, What,
};
use crate::scoring::VetoState;

/// Declares the words of an enumeration: Chinese, then English.
macro_rules! words {
    ($($(#[$meta:meta])* $name:ident($kind:ty) { $($variant:ident: $zh:literal, $en:literal;)* })*) => {$(
        $(#[$meta])*
        #[must_use]
        pub const fn $name(language: Language, value: $kind) -> &'static str {
            match (value, language) {
                $((<$kind>::$variant, Language::Chinese) => $zh,
                (<$kind>::$variant, Language::English) => $en,)*
            }
        }
    )*};
}

words! {
    /// Where a round is in its life.
    round_state(RoundState) {
        Draft: "筹备中", "draft";
        Open: "评分中", "open";
        Closed: "评分已截止", "closed";
        Provisional: "初步结果", "provisional";
        Notice: "公示中", "on notice";
        Final: "已审定", "final";
    }

    /// Where a sheet is.
    sheet_state(SheetState) {
        Open: "未提交", "not submitted";
        Submitted: "已提交", "submitted";
        Returned: "已退回", "returned";
    }

    /// Where a veto is.
    veto_state(VetoState) {
        Proposed: "待认定", "proposed";
        Decided: "已认定", "decided";
        Lifted: "已解除", "lifted";
    }

    /// Whether a rater is to fill a sheet.
    assignment_state(AssignmentState) {
        Due: "应评", "due";
        Recused: "回避", "recused";
    }

    /// How much a finding matters.
    finding_weight(FindingWeight) {
        Must: "须处理", "must";
        Check: "请核对", "check";
        Note: "提示", "note";
    }

    /// What is found, in a word.
    finding_kind(FindingKind) {
        VetoProposed: "否决待认定", "vetoes proposed";
        Tie: "并列待排序", "ties";
        SheetMissing: "没有评分表", "sheets missing";
        MutualMissing: "互评未评", "mutual ratings missing";
        MarksMissing: "有未评项", "marks missing";
        NotSubmitted: "评完未提交", "not submitted";
        Returned: "退回未重交", "returned";
        TooFewBallots: "测评票不足", "too few ballots";
        BallotsDoNotAddUp: "票数对不上", "ballots do not add up";
        BallotsUneven: "各题票数不一", "questions differ";
        FewReturned: "收回率偏低", "few ballots came back";
        NoCohort: "缺少排名层级", "no cohorts";
        OutsideCohorts: "在排名层级之外", "outside of cohorts";
        PlacesDoNotAddUp: "名额对不上", "places do not add up";
        AdjustmentPending: "加减分缺文号", "adjustments pending";
        EventsWaiting: "积分待审", "events waiting";
        EventsWithoutDocument: "积分缺依据", "events without a document";
        DocumentTwice: "文号重复", "documents twice";
        Flagged: "存疑", "flagged";
        EvidenceMissing: "缺佐证", "evidence missing";
        ReasonMissing: "缺原因", "reasons missing";
        RecusedMarks: "回避而评分", "recused, but rated";
        SelfAboveSuperior: "自评明显偏高", "self far above superior";
        RatersApart: "评分人相差大", "raters far apart";
        CopiedFromSelf: "照抄自评", "copied from self";
        CopiedFromLastYear: "照抄去年", "copied from last year";
        AllEqual: "得分率全相同", "all equal";
        AlwaysFull: "张张满分", "always full marks";
        PlacesOpen: "名额未用完", "places open";
    }

    /// A kind of data file.
    data_kind(Kind) {
        Orgs: "单位", "organisations";
        Scores: "评分", "scores";
        Raters: "分工", "raters";
        Ballots: "测评票", "ballots";
        Vetoes: "否决", "vetoes";
        Adjustments: "加减分", "adjustments";
        Ledger: "积分台账", "ledger";
        Places: "名额", "places";
        Ties: "并列排序", "ties";
        Levels: "历年等次", "levels";
    }

    /// A kind of cell.
    cell_kind(What) {
        Round: "轮次", "round";
        Organisation: "单位", "organisation";
        Mark: "得分", "mark";
        Sheet: "评分表", "sheet";
        Assignment: "分工", "assignment";
        Ballot: "票数", "ballot count";
        Veto: "否决", "veto";
        Adjustment: "加减分", "adjustment";
        Event: "积分事项", "ledger event";
        Places: "名额", "places";
        Tie: "并列排序", "order within a tie";
        Level: "历年等次", "earlier level";
        Review: "复核", "review";
    }

    /// A part of a scheme or round.
    part(Part) {
        Organisation: "单位", "organisation";
        Track: "类别", "track";
        Party: "评价主体", "party";
        Item: "指标", "item";
        Question: "测评问题", "question";
        Option: "选项", "option";
        Veto: "否决情形", "veto";
        Adjustment: "加减分项", "adjustment";
        Level: "等次", "level";
        Cohort: "排名范围", "cohort";
        Event: "积分事项", "ledger event";
    }
}

/// Where a ledger event is; a number of signatures where they are not all there.
#[must_use]
pub fn event_state(language: Language, state: EventState) -> String {
    let word = match (state, language) {
        (EventState::Declared, Language::Chinese) => "已申报",
        (EventState::Declared, Language::English) => "declared",
        (EventState::Confirmed, Language::Chinese) => "已确认",
        (EventState::Confirmed, Language::English) => "confirmed",
        (EventState::Counted, Language::Chinese) => "已计入",
        (EventState::Counted, Language::English) => "counted",
        (EventState::SentBack, Language::Chinese) => "已退回",
        (EventState::SentBack, Language::English) => "sent back",
        (EventState::Signed(count), Language::Chinese) => return format!("已审签 {count} 级"),
        (EventState::Signed(count), Language::English) => return format!("signed by {count}"),
    };
    word.to_owned()
}

/// The kind of an operation in a book (`write`, `submit`, `import` …); an unknown one as it is.
#[must_use]
pub fn operation_kind(language: Language, kind: &str) -> &str {
    if language == Language::English {
        return kind;
    }
    let Ok(known) = kind.parse() else {
        return match kind {
            "decision" => "认定、解除或并列排序",
            other => other,
        };
    };
    match known {
        OperationKind::CreateRound => "新建轮次",
        OperationKind::Write => "录入",
        OperationKind::Import => "导入",
        OperationKind::Submit => "提交",
        OperationKind::Withdraw => "撤回提交",
        OperationKind::Return => "退回",
        OperationKind::Undo => "撤销",
        OperationKind::Redo => "重做",
    }
}

/// Who acts where the system names nobody; one word in the journal, whatever language is read.
pub const UNNAMED: &str = "未署名";

/// Who acted, as people read it.
#[must_use]
pub fn person(language: Language, actor: &str) -> &str {
    if actor == UNNAMED && language == Language::English {
        "unnamed"
    } else {
        actor
    }
}

/// By which way an operation came (`screen`, `command`, `import`); an unknown one as it is.
#[must_use]
pub fn via(language: Language, via: &str) -> &str {
    if language == Language::English {
        return via;
    }
    match via {
        "screen" => "界面",
        "command" => "命令行",
        "import" => "导入",
        other => other,
    }
}

/// The heading of a field of a cell's record (`entry`, `document` …); an unknown one as it is.
#[must_use]
pub fn field(language: Language, field: &str) -> &str {
    if language == Language::English {
        return field;
    }
    match field {
        "year" => "年度",
        "round" => "轮次",
        "state" => "状态",
        "scheme" => "办法",
        "code" => "编码",
        "name" => "名称",
        "kind" => "类型",
        "parent" => "上级",
        "track" => "类别",
        "previous" => "上次等次",
        "declared" => "申报等次",
        "position" => "顺序",
        "entry" => "得分",
        "note" => "备注",
        "flagged" => "存疑",
        "imported" => "由导入提交",
        "reason" => "事由",
        "count" => "次数",
        "document" => "依据文号",
        "date" => "日期",
        "organisation" => "单位",
        "member" => "人员",
        "item" => "指标",
        "points" => "分值",
        "places" => "名额",
        "order" => "次序",
        "level" => "等次",
        "party" => "评价主体",
        "rater" => "评分人",
        "question" => "问题",
        "option" => "选项",
        "veto" => "否决情形",
        "adjustment" => "加减分项",
        "cohort" => "排名范围",
        "actor" => "操作人",
        "seen" => "看到第几次操作",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_of_every_cell_has_a_chinese_heading() {
        for what in What::ALL {
            for name in what.fields().iter().chain(what.key_parts()) {
                // A number of our own, never shown.
                if *name != "event" {
                    assert_ne!(field(Language::Chinese, name), *name, "{what:?}");
                }
            }
        }
    }
}
