//! Other words that people look for a command by.

/// Further words for a command, of both languages; its name finds it too.
#[must_use]
pub fn other_words(command: &str) -> &'static [&'static str] {
    match command {
        "help" => &["按键", "快捷键", "说明", "keys", "manual"],
        "go" => &["页面", "跳转", "切换", "screens", "jump"],
        "undo" => &["撤消", "恢复", "后悔"],
        "copy" => &["拷贝", "剪贴板", "clipboard"],
        "theme" => &[
            "主题",
            "颜色",
            "外观",
            "深色",
            "浅色",
            "高对比",
            "colours",
            "colors",
            "dark",
        ],
        "glyphs" => &["线条", "乱码", "对不齐", "borders", "ascii", "unicode"],
        "language" => &["语言", "英文", "英语", "language"],
        "redraw" => &["花屏", "刷屏", "repaint"],
        "suspend" => &["后台", "shell"],
        "quit" => &["关闭", "离开", "exit", "leave"],
        "organisations.seat" => &["换人", "换身份", "评价主体", "席位", "seat", "chair"],
        "organisations.filter" => &["排序", "order", "sort"],
        "organisations.review" => &["复核", "tick"],
        "organisations.journal" | "go.journal" => &["日志", "历史", "谁改的", "history", "log"],
        "organisations.return" => &["打回", "send back"],
        "organisations.findings" | "go.findings" => &["检查", "问题", "check"],
        "go.ranking" => &["名次", "等次", "星级", "results"],
        "go.breakdown" => &["为什么", "解释", "explain", "why"],
        "go.assignments" => &["回避", "应评", "recuse"],
        "go.waiting" => &["催交", "没交", "missing"],
        "go.vetoes" => &["一票否决"],
        "scoring.rows" => &["次数", "全扣", "rows"],
        "scoring.clear" => &["删除", "delete"],
        "scoring.flag" => &["疑问", "标记", "doubt"],
        "scoring.submit" => &["交表", "合计", "total"],
        "scoring.note" => &["事由", "理由", "佐证", "依据", "reason", "evidence"],
        "scoring.withdraw" => &["撤回提交", "take back", "withdraw"],
        "rounds.new" => &["新轮次", "创建"],
        "rounds.demonstration" => &["示例", "试用", "sample"],
        _ => &[],
    }
}
