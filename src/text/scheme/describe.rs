//! What a scheme says, for people to read.

use super::limits::finding_limits;
use super::sentences::{
    adjustment, ballot_detail, condition, effect, grading_lines, ledger_detail, method, rule_lines,
};
use crate::number::Decimal;
use crate::scheme::{
    Adjustment, CategoryIndex, ItemIndex, Level, Method, Party, Rounding, Scheme, TrackIndex, Veto,
};
use crate::text::Language;
use crate::text::diagnose::listed;

crate::texts! {
    issuer(name: &str) { zh: "发文单位：{name}", en: "Issued by: {name}" }
    version(id: &str, version: &str) { zh: "编号：{id}  版本：{version}", en: "Id: {id}   Version: {version}" }
    basis(text: &str) { zh: "依据：{text}", en: "Basis: {text}" }
    scale(marks: Decimal, decimals: u8) {
        zh: "满分：{marks} 分，保留 {decimals} 位小数",
        en: "Full marks: {marks}, printed with {decimals} {digits}", digits: decimals => "decimal" / "decimals",
    }
    rounded_each_time(decimals: u8) {
        zh: "舍入：每个得数都四舍五入到 {decimals} 位小数，再往下计算用舍入后的数",
        en: "Rounding: every printed figure, half away from zero, to {decimals} {digits}; later figures are made from the printed ones", digits: decimals => "decimal" / "decimals",
    }
    rounded_in_the_end() {
        zh: "舍入：只对综合得分四舍五入，其他数只在显示时舍入",
        en: "Rounding: the composite alone; other figures only where they are printed",
    }
    composite_limit(limit: Decimal) { zh: "综合得分最高 {limit} 分", en: "No composite above {limit}" }
    bonus_limit(limit: Decimal) { zh: "加分合计最多 {limit} 分", en: "Bonuses: at most {limit} in all" }
    penalty_limit(limit: Decimal) { zh: "减分合计最多 {limit} 分", en: "Penalties: at most {limit} in all" }
    notice(days: u32) { zh: "公示：{days} 天", en: "Public notice: {days} {noun}", noun: days => "day" / "days" }
    notice_working(days: u32) { zh: "公示：{days} 个工作日", en: "Public notice: {days} working {noun}", noun: days => "day" / "days" }
}

crate::texts! {
    parties_heading() { zh: "评价主体", en: "Parties" }
    levels_heading() { zh: "等次（从高到低）", en: "Levels, best first" }
    vetoes_heading() { zh: "否决情形", en: "Vetoes" }
    adjustments_heading() { zh: "加减分", en: "Bonuses and penalties" }
    findings_heading() { zh: "公示前核查的界限", en: "Limits of the findings before publication" }
    items_heading() { zh: "指标", en: "Items" }
    items_of_track_heading(track: &str) { zh: "指标：{track}", en: "Items: {track}" }
    party_line(title: &str, method: &str) { zh: "{title}：{method}", en: "{title}: {method}" }
    weight(weight: Decimal) { zh: "，权重 {weight}", en: ", weight {weight}" }
    only_tracks(tracks: &str) { zh: "，只评{tracks}", en: ", on {tracks} only" }
    independently() {
        zh: "，提交前互不可见",
        en: ", raters see each other's marks only after their own",
    }
    level_title(title: &str, stars: &str) { zh: "{title} {stars}", en: "{title} {stars}" }
    level_min(min: Decimal) { zh: "，{min} 分以上", en: ", from {min}" }
    level_min_stars(min: Decimal) { zh: "，{min} 颗星以上", en: ", from {min} {stars}", stars: min => "star" / "stars" }
    level_at_most(limit: Decimal) { zh: "，不超过 {limit}%", en: ", at most {limit}%" }
    benefits(list: &str) { zh: "激励：{list}", en: "Benefits: {list}" }
    consequences(list: &str) { zh: "约束：{list}", en: "Consequences: {list}" }
    veto_line(id: &str, title: &str, effect: &str) { zh: "{id} {title}：{effect}", en: "{id} {title}: {effect}" }
    veto_when(condition: &str) { zh: "（{condition}时自动认定）", en: " (by itself when {condition})" }
    veto_from(from: &str) { zh: "，由{from}提供", en: ", reported by {from}" }
    category_line(id: &str, title: &str) { zh: "{id} {title}", en: "{id} {title}" }
    category_points(points: Decimal) { zh: "（{points} 分）", en: " ({points})" }
    category_pass(pass: Decimal) { zh: "，{pass} 分得星", en: ", a star from {pass}" }
    category_lead(lead: &str) { zh: "，牵头：{lead}", en: ", led by {lead}" }
    item_line(id: &str, title: &str) { zh: "{id} {title}", en: "{id} {title}" }
    item_points(points: Decimal) { zh: "，{points} 分", en: ", {points}" }
    item_optional() { zh: "，可不适用", en: ", may not apply" }
    item_evidence() { zh: "，须注明佐证", en: ", asks for the evidence seen" }
    item_reason() { zh: "，不满分须写原因", en: ", a mark below full asks for a reason" }
    item_parties(parties: &str) { zh: "，由{parties}评", en: ", scored by {parties}" }
    standard(text: &str) { zh: "标准：{text}", en: "Standard: {text}" }
    check(text: &str) { zh: "考评方式：{text}", en: "How it is checked: {text}" }
}

/// What a scheme says, line by line, indented by two blanks a step; an empty line between parts.
#[must_use]
pub fn describe(scheme: &Scheme, language: Language) -> Vec<String> {
    let mut lines = head(scheme, language);
    part(
        &mut lines,
        parties_heading(language),
        &scheme.parties,
        |party| party_lines(scheme, party, language),
    );
    part(
        &mut lines,
        levels_heading(language),
        &scheme.levels,
        |level| level_lines(scheme, level, language),
    );
    lines.push(String::new());
    lines.extend(grading_lines(scheme, language));
    part(
        &mut lines,
        vetoes_heading(language),
        &scheme.vetoes,
        |veto| vec![veto_text(scheme, veto, language)],
    );
    part(
        &mut lines,
        adjustments_heading(language),
        &scheme.adjustments,
        |one: &Adjustment| vec![adjustment(one, language)],
    );
    for limit in [
        scheme.bonus_cap.map(|limit| bonus_limit(language, limit)),
        scheme
            .penalty_cap
            .map(|limit| penalty_limit(language, limit)),
    ] {
        lines.extend(limit.map(indented));
    }
    part(
        &mut lines,
        findings_heading(language),
        &finding_limits(scheme, language),
        |line| vec![line.clone()],
    );
    for track in (0..scheme.tracks.len()).map(TrackIndex::at) {
        lines.extend(track_lines(scheme, track, language));
    }
    lines
}

/// A heading and what stands under it; nothing where there is nothing.
fn part<T>(
    lines: &mut Vec<String>,
    heading: String,
    parts: &[T],
    tell: impl Fn(&T) -> Vec<String>,
) {
    if parts.is_empty() {
        return;
    }
    lines.push(String::new());
    lines.push(heading);
    let inner = parts.iter().flat_map(tell);
    lines.extend(inner.map(indented));
}

fn indented(line: impl AsRef<str>) -> String {
    format!("  {}", line.as_ref())
}

fn head(scheme: &Scheme, language: Language) -> Vec<String> {
    let mut lines = vec![scheme.title.clone()];
    lines.push(version(language, &scheme.id, &scheme.version));
    lines.extend(scheme.issuer.iter().map(|name| issuer(language, name)));
    lines.extend(scheme.basis.iter().map(|text| basis(language, text)));
    lines.push(scale(language, scheme.marks, scheme.decimals));
    lines.push(match scheme.rounding {
        Rounding::Printed => rounded_each_time(language, scheme.decimals),
        Rounding::Final => rounded_in_the_end(language),
    });
    lines.extend(scheme.maximum.map(|limit| composite_limit(language, limit)));
    lines.extend(scheme.notice.map(|found| {
        if found.working {
            notice_working(language, found.days)
        } else {
            notice(language, found.days)
        }
    }));
    lines
}

fn party_lines(scheme: &Scheme, party: &Party, language: Language) -> Vec<String> {
    let mut line = party_line(language, &party.title, &method(party, language));
    if scheme.combine == crate::scheme::Combine::Weighted {
        line.push_str(&weight(language, party.weight));
    }
    if party.tracks.contains(&false) {
        line.push_str(&only_tracks(
            language,
            &track_names(scheme, &party.tracks, language),
        ));
    }
    if party.independent {
        line.push_str(&independently(language));
    }
    let details = match &party.method {
        Method::Ballot(ballot) => ballot_detail(ballot, language),
        Method::Ledger(ledger) => ledger_detail(ledger, language),
        Method::Sheet(_) | Method::Mark(_) => Vec::new(),
    };
    let mut lines = vec![line];
    lines.extend(details.into_iter().map(indented));
    lines
}

fn track_names(scheme: &Scheme, flags: &[bool], language: Language) -> String {
    let named = scheme
        .tracks
        .iter()
        .zip(flags)
        .filter(|(_, on_track)| **on_track);
    let titles: Vec<&str> = named.map(|(track, _)| track.title.as_str()).collect();
    listed(language, &titles)
}

fn level_lines(scheme: &Scheme, level: &Level, language: Language) -> Vec<String> {
    let stars = "★".repeat(usize::from(level.stars));
    let mut line = level_title(language, &level.title, &stars)
        .trim_end()
        .to_owned();
    if let Some(min) = level.min {
        let stars = scheme.grading.rule == crate::scheme::GradingRule::Stars;
        line.push_str(&if stars {
            level_min_stars(language, min)
        } else {
            level_min(language, min)
        });
    }
    if let Some(limit) = level.at_most {
        line.push_str(&level_at_most(language, limit));
    }
    let mut lines = vec![line];
    if !level.benefits.is_empty() {
        lines.push(indented(benefits(
            language,
            &listed(language, &level.benefits),
        )));
    }
    if !level.consequences.is_empty() {
        let list = listed(language, &level.consequences);
        lines.push(indented(consequences(language, &list)));
    }
    lines
}

fn veto_text(scheme: &Scheme, veto: &Veto, language: Language) -> String {
    let mut line = veto_line(
        language,
        &veto.id,
        &veto.title,
        &effect(scheme, veto, language),
    );
    if let Some(when) = &veto.when {
        line.push_str(&veto_when(language, &condition(scheme, when, language)));
    }
    if let Some(from) = &veto.from {
        line.push_str(&veto_from(language, from));
    }
    line
}

/// The categories and items of one track.
fn track_lines(scheme: &Scheme, track: TrackIndex, language: Language) -> Vec<String> {
    let categories: Vec<CategoryIndex> = scheme.categories_of(track).collect();
    if categories.is_empty() {
        return Vec::new();
    }
    let heading = if scheme.tracks.len() > 1 {
        items_of_track_heading(language, &scheme.track(track).title)
    } else {
        items_heading(language)
    };
    let mut lines = vec![String::new(), heading];
    for category in categories {
        lines.push(indented(category_text(scheme, track, category, language)));
        let items = scheme.items_of(track);
        for item in items.filter(|item| scheme.item(*item).category == category) {
            let inner = item_lines(scheme, item, language).into_iter();
            lines.extend(inner.map(|line| indented(indented(line))));
        }
    }
    lines
}

fn category_text(
    scheme: &Scheme,
    track: TrackIndex,
    index: CategoryIndex,
    language: Language,
) -> String {
    let category = scheme.category(index);
    let mut line = category_line(language, &category.id, &category.title);
    let own = scheme.items_of(track).map(|item| scheme.item(item));
    let points = own
        .filter(|item| item.category == index)
        .map(|item| item.points.millionths());
    let points = Decimal::from_millionths(points.sum());
    if !points.is_zero() {
        line.push_str(&category_points(language, points));
    }
    if let Some(pass) = category.pass {
        line.push_str(&category_pass(language, pass));
    }
    if let Some(lead) = &category.lead {
        line.push_str(&category_lead(language, lead));
    }
    line
}

fn item_lines(scheme: &Scheme, index: ItemIndex, language: Language) -> Vec<String> {
    let item = scheme.item(index);
    let mut line = item_line(language, &item.id, &item.title);
    if !item.points.is_zero() {
        line.push_str(&item_points(language, item.points));
    }
    for (set, text) in [
        (item.optional, item_optional as fn(Language) -> String),
        (item.evidence, item_evidence),
        (item.reason_below_full, item_reason),
    ] {
        if set {
            line.push_str(&text(language));
        }
    }
    let parties = scheme.parties.iter().zip(&item.parties);
    let sheets = parties.filter(|(party, _)| matches!(party.method, Method::Sheet(_)));
    let (own, others): (Vec<_>, Vec<_>) = sheets.partition(|(_, scores)| **scores);
    if !others.is_empty() {
        let titles: Vec<&str> = own.iter().map(|(party, _)| party.title.as_str()).collect();
        line.push_str(&item_parties(language, &listed(language, &titles)));
    }
    let mut lines = vec![line];
    let mut inner = rule_lines(item, language);
    inner.extend(item.standard.iter().map(|text| standard(language, text)));
    inner.extend(item.check.iter().map(|text| check(language, text)));
    lines.extend(inner.into_iter().map(indented));
    lines
}
