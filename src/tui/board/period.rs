//! The days from which a board is made.

use crate::office::BoardAsked;
use crate::text::{Language, ledger as text};
use crate::tui::ask::{Choice, Form, Line};
use crate::tui::screen::{Context, Tone};
use crate::tui::session::Session;

/// What the questions are called in their answers.
pub(super) const PERIOD: &str = "board period";
pub(super) const DAYS: &str = "board days";

/// First and last day of the quarters of a year.
const QUARTERS: [(&str, &str); 4] = [
    ("01-01", "03-31"),
    ("04-01", "06-30"),
    ("07-01", "09-30"),
    ("10-01", "12-31"),
];

/// Days, both included; none: no limit.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Period {
    pub from: Option<String>,
    pub to: Option<String>,
}

impl Period {
    pub fn asked(&self) -> BoardAsked {
        BoardAsked {
            from: self.from.clone(),
            to: self.to.clone(),
            trial: Vec::new(),
        }
    }

    /// The period in words; nothing where there is no limit.
    pub fn told(&self, language: Language) -> Option<String> {
        match (&self.from, &self.to) {
            (None, None) => None,
            (Some(from), None) => Some(text::period_since(language, from)),
            (None, Some(to)) => Some(text::period_until(language, to)),
            (Some(from), Some(to)) => Some(text::period_told(language, from, to)),
        }
    }

    pub fn ask(&self, context: &mut Context<'_>) {
        let language = context.session.language;
        let quarters = (1..=QUARTERS.len()).map(|number| text::period_quarter(language, number));
        let options = std::iter::once(text::period_all(language))
            .chain(quarters)
            .chain([text::period_own(language)])
            .map(Into::into);
        let title = text::period_title(language);
        context.push(Choice::new(PERIOD, title, options.collect()));
    }

    /// The period of a choice; none where its days are asked for first.
    pub fn chosen(&self, position: usize, context: &mut Context<'_>) -> Option<Self> {
        let year = year(context.session);
        let day = |day: &str| Some(format!("{year}-{day}"));
        match position.checked_sub(1).map(|at| QUARTERS.get(at)) {
            None => Some(Self::default()),
            Some(Some((from, to))) => Some(Self {
                from: day(from),
                to: day(to),
            }),
            Some(None) => {
                let typed =
                    |text: &Option<String>| text.clone().unwrap_or_else(|| format!("{year}-"));
                self.ask_days(&[typed(&self.from), typed(&self.to)], 0, context);
                None
            }
        }
    }

    fn ask_days(&self, typed: &[String; 2], at: usize, context: &mut Context<'_>) {
        let language = context.session.language;
        let [from, to] = typed;
        let lines = vec![
            Line::new(text::period_from(language), from, false),
            Line::new(text::period_to(language), to, false),
        ];
        let intro = vec![text::period_form(language)];
        let title = text::period_title(language);
        context.push(Form::new(DAYS, title, intro, lines).beginning_at(at));
    }

    /// The period of typed days; none where one is no day, which is said while the form stays.
    pub fn filled(&self, texts: &[String], context: &mut Context<'_>) -> Option<Self> {
        let language = context.session.language;
        let [from, to] = texts else { return None };
        let untouched = format!("{}-", year(context.session));
        let mut days = [None, None];
        for (at, typed) in [from, to].into_iter().enumerate() {
            let typed = crate::exchange::fold(typed.trim()).into_owned();
            if typed.is_empty() || typed == untouched {
                continue;
            }
            if !crate::round::is_day(&typed) {
                self.ask_days(&[from.clone(), to.clone()], at, context);
                context.say(Tone::Refusal, text::period_bad(language, &typed));
                return None;
            }
            days[at] = Some(typed);
        }
        let [first, last] = days;
        if first.is_some() && last.is_some() && first > last {
            self.ask_days(&[from.clone(), to.clone()], 0, context);
            context.say(Tone::Refusal, text::period_turned(language));
            return None;
        }
        Some(Self {
            from: first,
            to: last,
        })
    }
}

fn year(session: &Session) -> i32 {
    session.round.as_ref().map_or(0, |round| round.year)
}
