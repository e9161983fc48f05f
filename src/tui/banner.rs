//! The decided vetoes of an organisation, in one line over the whole width of its screens.

use ratatui::layout::Rect;

use super::theme::Role;
use super::widget::{Canvas, Span, cut_end, shorten};
use crate::desk::Desk;
use crate::office::{ListRow, OrganisationFile};
use crate::round::{VetoRecord, What};
use crate::scheme::{Scheme, VetoIndex};
use crate::scoring::{VetoStanding, VetoState};
use crate::term::Widths;
use crate::text::{Language, day, organisations, scoring, scoring_screen as text};

/// What is told in one line: where it is too long its title is cut, and what it does after that,
/// but never a day or the number of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    title: String,
    /// Days and documents.
    facts: String,
    effect: String,
}

/// What is left of a title at least.
const TITLE: usize = 12;

impl Told {
    const fn of_titles(titles: String) -> Self {
        Self {
            title: titles,
            facts: String::new(),
            effect: String::new(),
        }
    }

    /// The line in so many columns.
    #[must_use]
    pub fn within(&self, width: usize, widths: &Widths, cut: &str) -> String {
        let parts = [&self.facts, &self.effect];
        let parts: Vec<String> = parts
            .into_iter()
            .filter(|part| !part.is_empty())
            .map(|part| format!("  {part}"))
            .collect();
        let rest = parts.concat();
        let room = width.saturating_sub(widths.text(&rest));
        let least = TITLE.min(widths.text(&self.title));
        let title = shorten(&self.title, room.max(least), widths, cut);
        cut_end(&(title + &rest), width, widths, cut)
    }
}

/// What is decided: of one veto since when, on what document and what it does; of several their
/// titles. None where nothing is decided.
pub fn told(
    scheme: &Scheme,
    language: Language,
    decided: &[VetoStanding],
    record: impl Fn(VetoIndex) -> Option<VetoRecord>,
) -> Option<Told> {
    let title = |veto: VetoIndex| {
        let veto = scheme.veto(veto);
        format!("{} {}", veto.id, veto.title)
    };
    match decided {
        [] => None,
        [veto] => {
            let mut facts = Vec::new();
            if let Some(record) = record(veto.veto) {
                facts.extend(
                    record
                        .date
                        .map(|date| text::since(language, &day(language, &date))),
                );
                facts.extend(record.document);
            }
            if veto.auto {
                facts.extend(scoring::condition_in_short(scheme, veto));
                facts.push(text::by_itself(language));
            }
            Some(Told {
                title: text::banner_one(language, &title(veto.veto)),
                facts: facts.join(" "),
                effect: scoring::effect(scheme, language, veto.veto),
            })
        }
        many => {
            let titles: Vec<String> = many.iter().map(|veto| title(veto.veto)).collect();
            Some(Told {
                effect: text::banner_all(language),
                ..Told::of_titles(text::banner_many(language, many.len(), &titles.join("，")))
            })
        }
    }
}

/// The same from everything of an organisation; what decided itself tells what others gave, and
/// is left out where that is not to be seen.
pub fn of_file(
    scheme: &Scheme,
    language: Language,
    file: &OrganisationFile,
    hidden: bool,
) -> Option<Told> {
    let vetoes = file
        .figures
        .as_ref()
        .map(|figures| figures.vetoes.as_slice());
    let is_seen = |veto: &&VetoStanding| veto.state == VetoState::Decided && !(hidden && veto.auto);
    let decided: Vec<VetoStanding> = vetoes
        .unwrap_or_default()
        .iter()
        .filter(is_seen)
        .cloned()
        .collect();
    told(scheme, language, &decided, |veto| {
        let id = &scheme.veto(veto).id;
        let is_it = |cell: &&crate::round::Cell| {
            cell.what == What::Veto && cell.key.get(1).is_some_and(|key| key == id)
        };
        let cell = file.cells.iter().find(is_it)?;
        VetoRecord::read(cell.record.as_ref()?).ok()
    })
}

/// The same of the organisation that is open on a desk.
pub fn of_desk(desk: &Desk, decided: &[VetoStanding], language: Language) -> Option<Told> {
    told(desk.scheme(), language, decided, |veto| {
        desk.veto_cell(veto)
    })
}

/// The vetoes of a row of a list, in one line: the decided ones as everywhere, else those that
/// wait for a decision.
pub fn of_row(scheme: &Scheme, language: Language, row: &ListRow) -> Option<(Role, Told)> {
    let find = |id: &String| scheme.find_veto(id);
    let standing = |veto: VetoIndex| VetoStanding {
        veto,
        state: VetoState::Decided,
        auto: false,
        seen: None,
    };
    let decided: Vec<_> = row.decided.iter().filter_map(find).map(standing).collect();
    if let Some(told) = told(scheme, language, &decided, |_| None) {
        return Some((Role::Banner, told));
    }
    let proposed = row.proposed.iter().filter_map(find);
    let titles: Vec<String> = proposed
        .map(|veto| format!("{} {}", scheme.veto(veto).id, scheme.veto(veto).title))
        .collect();
    let told = || Told::of_titles(text::banner_proposed(language, &titles.join("，")));
    (!titles.is_empty()).then(|| (Role::Warning, told()))
}

/// The name of an organisation in a grid, after a sign and a word where it has a veto: `!` a
/// decided one, `?` one that waits for a decision.
pub fn marked_name(row: &ListRow, language: Language) -> Span<'_> {
    marked(row, &row.name, language)
}

/// The same under another name than the row's own.
pub fn marked<'a>(row: &ListRow, name: &'a str, language: Language) -> Span<'a> {
    let vetoed = |sign: &str| {
        let word = organisations::vetoed(language);
        format!("{sign}{word} {name}").into()
    };
    match (row.decided.is_empty(), row.proposed.is_empty()) {
        (false, _) => (Role::Danger, vetoed("!")),
        (true, false) => (Role::Warning, vetoed("?")),
        (true, true) => (Role::Text, name.into()),
    }
}

/// Draws what is told of a row over one line; what is decided reversed, over its whole width.
pub fn draw_of_row(told: &(Role, Told), line: Rect, canvas: &mut Canvas<'_>) {
    let (role, told) = told;
    if *role == Role::Banner {
        canvas.mark(line, Role::Banner);
    }
    let room = line.width.saturating_sub(2);
    let told = told.within(usize::from(room), &canvas.widths, canvas.glyphs.cut);
    canvas.put(line.x + 1, line.y, room, &told, *role);
}

/// Draws it, reversed, over the first row; returns what is left of the area.
pub fn draw(told: Option<&Told>, area: Rect, canvas: &mut Canvas<'_>) -> Rect {
    let Some(told) = told.filter(|_| area.height > 1) else {
        return area;
    };
    let row = Rect { height: 1, ..area };
    canvas.mark(row, Role::Banner);
    let room = row.width.saturating_sub(2);
    let told = told.within(usize::from(room), &canvas.widths, canvas.glyphs.cut);
    canvas.put(row.x + 1, row.y, room, &told, Role::Banner);
    Rect {
        y: area.y + 1,
        height: area.height - 1,
        ..area
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_title_is_cut_before_a_day_or_a_document_is() {
        let told = Told {
            title: "否决：V3 党组织班子成员严重违纪违法被立案审查".to_owned(),
            facts: "2026-03-18 起 市纪委通报〔2026〕7号".to_owned(),
            effect: "不得高于一星".to_owned(),
        };
        let widths = Widths::default();
        for width in [60, 66, 78] {
            let line = told.within(width, &widths, "⋯");
            assert!(widths.text(&line) <= width, "{line}");
            assert!(
                line.contains(&told.facts) && line.starts_with("否决"),
                "{line}"
            );
        }
        assert!(told.within(60, &widths, "⋯").ends_with('⋯'));
        assert!(told.within(78, &widths, "⋯").ends_with("不得高于一星"));
    }
}
