//! Where a mouse can press, and which keys it stands for: whatever a mouse does a key does too.

use ratatui::layout::{Position, Rect};

use crate::term::{KeyCode, KeyEvent, KeyModifiers};
use crate::tui::keys::Key;

/// Rows that one step of the wheel moves.
pub const WHEEL: usize = 3;

/// What a place of the screen stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Target {
    /// A row so many below the one under the hand; negative: above.
    Row(isize),
    Key(Key),
    /// Something is drawn over what was here.
    Nothing,
}

/// The places of a frame that stand for something; what was drawn later lies above.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Zones(Vec<(Rect, Target)>);

impl Zones {
    /// A row of a list, by its position and that of the row under the hand.
    pub fn row(&mut self, area: Rect, position: usize, selected: usize) {
        let away = position.cast_signed() - selected.cast_signed();
        self.0.push((area, Target::Row(away)));
    }

    /// A key that is named on the screen.
    pub fn key(&mut self, area: Rect, key: Key) {
        self.0.push((area, Target::Key(key)));
    }

    /// An area is drawn over.
    pub fn cover(&mut self, area: Rect) {
        if !self.0.is_empty() {
            self.0.push((area, Target::Nothing));
        }
    }

    /// The keys that a press at a place stands for: to a row, Enter on the row under the hand,
    /// or the key that is named there.
    #[must_use]
    pub fn pressed(&self, at: Position) -> Vec<KeyEvent> {
        let found = self.0.iter().rev().find(|(area, _)| area.contains(at));
        match found.map(|(_, target)| *target) {
            Some(Target::Row(0)) => vec![event(Key::plain(KeyCode::Enter))],
            Some(Target::Row(away)) => steps(away < 0, away.unsigned_abs()),
            Some(Target::Key(key)) => vec![event(key)],
            Some(Target::Nothing) | None => Vec::new(),
        }
    }
}

/// So many steps up or down.
#[must_use]
pub fn steps(up: bool, count: usize) -> Vec<KeyEvent> {
    let code = if up { KeyCode::Up } else { KeyCode::Down };
    vec![event(Key::plain(code)); count]
}

const fn event(key: Key) -> KeyEvent {
    let modifiers = if key.control {
        KeyModifiers::CONTROL
    } else {
        KeyModifiers::NONE
    };
    KeyEvent::new(key.code, modifiers)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_press_is_the_keys_that_lead_there() {
        let mut zones = Zones::default();
        zones.row(Rect::new(0, 4, 80, 1), 7, 5);
        zones.row(Rect::new(0, 2, 80, 1), 5, 5);
        zones.key(Rect::new(1, 23, 6, 1), Key::ctrl('g'));
        let codes = |x, y| {
            let keys = zones.pressed(Position::new(x, y));
            keys.iter().map(|event| event.code).collect::<Vec<_>>()
        };
        assert_eq!(codes(3, 4), [KeyCode::Down, KeyCode::Down]);
        assert_eq!(codes(3, 2), [KeyCode::Enter]);
        assert_eq!(codes(2, 23), [KeyCode::Char('g')]);
        assert_eq!(codes(3, 9), []);
    }

    #[test]
    fn what_lies_under_a_popup_cannot_be_pressed() {
        let mut zones = Zones::default();
        zones.row(Rect::new(0, 4, 80, 1), 5, 5);
        zones.cover(Rect::new(20, 3, 40, 8));
        assert!(zones.pressed(Position::new(30, 4)).is_empty());
        assert_eq!(zones.pressed(Position::new(3, 4)).len(), 1);
    }
}
