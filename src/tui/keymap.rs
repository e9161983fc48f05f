//! Which keys run a command: its own, or those that the configuration file gives it.

use std::collections::HashMap;

use super::catalogue::{LISTS, List};
use super::commands::{Command, EVERYWHERE};
use super::keys::Key;
use crate::config::{ConfigFault, Fault, KeyWish};
use crate::diagnose::{Located, Shape, nearest};
use crate::term::KeyCode;

/// The keys that differ from the commands' own.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Keymap {
    changed: HashMap<&'static str, Vec<Key>>,
}

impl Keymap {
    /// Takes what people wish for as far as it can be had, and says what cannot and why.
    #[must_use]
    pub fn of(wishes: &[KeyWish]) -> (Self, Vec<Fault>) {
        let mut faults = Vec::new();
        let understood = |wish| Understood::of(wish, &mut faults);
        let named: Vec<Understood<'_>> = wishes.iter().filter_map(understood).collect();
        let mut keymap = Self::default();
        for wish in &named {
            let keys = wish.keys.iter().map(|(key, _)| *key).collect();
            keymap.changed.insert(wish.command.id, keys);
        }
        // With all wishes in force, so that two commands can exchange their keys.
        let all = keymap.clone();
        for Understood {
            command,
            wish,
            keys,
        } in &named
        {
            let mut kept = all.untaken(command, keys, &mut faults);
            if kept.iter().any(|key| key.is_letter_free()) {
                // What types into fields goes on doing so.
                let typing = command.keys.iter().filter(|key| is_reserved(**key));
                for key in typing {
                    if !kept.contains(key) {
                        kept.push(*key);
                    }
                }
                keymap.changed.insert(command.id, kept);
            } else {
                keymap.changed.remove(command.id);
                if !kept.is_empty() {
                    let place = wish.command.place.clone();
                    faults.push(Fault::new(place, ConfigFault::OnlyLetters));
                }
            }
        }
        (keymap, faults)
    }

    /// The keys of a command; the first can be pressed while an input method is on.
    #[must_use]
    pub fn keys<'a>(&'a self, command: &'a Command) -> &'a [Key] {
        let changed = self.changed.get(command.id);
        changed.map_or(command.keys, Vec::as_slice)
    }

    /// The command that a key runs, in the list of a screen and in that of every screen.
    #[must_use]
    pub fn look_up(&self, key: Key, here: &'static [Command]) -> Option<&'static Command> {
        let bound = |command: &&Command| self.keys(command).contains(&key);
        here.iter()
            .find(bound)
            .or_else(|| EVERYWHERE.iter().find(bound))
    }

    /// Of the keys wished for a command, those that mean nothing else where it can run.
    fn untaken(
        &self,
        command: &Command,
        keys: &[(Key, &Located<String>)],
        faults: &mut Vec<Fault>,
    ) -> Vec<Key> {
        let mut kept = Vec::new();
        for (key, wished) in keys {
            let taken = beside(command).find(|other| self.keys(other).contains(key));
            match taken.filter(|_| !command.keys.contains(key)) {
                None => kept.push(*key),
                Some(other) => faults.push(Fault::new(
                    wished.place.clone(),
                    ConfigFault::KeyTaken {
                        key: key.to_string(),
                        command: other.id.to_owned(),
                    },
                )),
            }
        }
        kept
    }
}

/// A wish whose command is there.
struct Understood<'w> {
    command: &'static Command,
    wish: &'w KeyWish,
    /// Those that can be given away, with where they stand.
    keys: Vec<(Key, &'w Located<String>)>,
}

impl<'w> Understood<'w> {
    fn of(wish: &'w KeyWish, faults: &mut Vec<Fault>) -> Option<Self> {
        let command = command_of(wish, faults)?;
        let keys = keys_of(command, wish, faults);
        Some(Self {
            command,
            wish,
            keys,
        })
    }
}

/// The other commands that can run where this one can.
fn beside(command: &Command) -> impl Iterator<Item = &'static Command> {
    let id = command.id;
    let holds = move |list: &[Command]| list.iter().any(|other| other.id == id);
    let everywhere = holds(EVERYWHERE);
    LISTS
        .iter()
        .map(|list: &List| list.commands)
        .filter(move |list| everywhere || holds(list))
        .chain([EVERYWHERE])
        .flatten()
        .filter(move |other| other.id != id)
}

/// The command that a wish names.
fn command_of(wish: &KeyWish, faults: &mut Vec<Fault>) -> Option<&'static Command> {
    let wanted = &wish.command.value;
    let every = || LISTS.iter().flat_map(|list| list.commands);
    let found = every().find(|command| command.id == wanted);
    if found.is_none() {
        let near = nearest(wanted, every().map(|command| command.id));
        let kind = ConfigFault::UnknownCommand(wanted.clone());
        faults.push(Fault::new(wish.command.place.clone(), kind).near(near));
    }
    found
}

/// The keys that a wish names and that can be given to its command.
fn keys_of<'w>(
    command: &Command,
    wish: &'w KeyWish,
    faults: &mut Vec<Fault>,
) -> Vec<(Key, &'w Located<String>)> {
    if wish.keys.is_empty() {
        let place = wish.command.place.clone();
        faults.push(Fault::new(place, Shape::EmptyList));
    }
    let mut keys = Vec::new();
    for wished in &wish.keys {
        let name = wished.value.clone();
        let kind = match name.parse::<Key>() {
            Err(_) => ConfigFault::UnknownKey(name),
            Ok(key) if is_reserved(key) && !command.keys.contains(&key) => {
                ConfigFault::KeyReserved(name)
            }
            Ok(key) => {
                keys.push((key, wished));
                continue;
            }
        };
        faults.push(Fault::new(wished.place.clone(), kind));
    }
    keys
}

/// Keys that type into fields, or that must always lead out.
const fn is_reserved(key: Key) -> bool {
    if key.control {
        return matches!(key.code, KeyCode::Char('c' | 'q'));
    }
    match key.code {
        KeyCode::Char(letter) => {
            letter.is_ascii_digit() || matches!(letter, '.' | '*' | '-' | '+' | ' ')
        }
        KeyCode::Enter
        | KeyCode::Esc
        | KeyCode::Tab
        | KeyCode::Backspace
        | KeyCode::Delete
        | KeyCode::Up
        | KeyCode::Down => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnose::Kind;

    fn read(text: &str) -> (Keymap, Vec<(String, &'static str)>) {
        let (file, shape) = crate::config::parse(text);
        assert!(shape.is_empty(), "{shape:?}");
        let (keymap, faults) = Keymap::of(&file.keys);
        let told = faults
            .iter()
            .map(|fault| (fault.place.path.clone(), fault.kind.code()))
            .collect();
        (keymap, told)
    }

    fn keys(keymap: &Keymap, id: &str) -> Vec<String> {
        let command = LISTS
            .iter()
            .flat_map(|list| list.commands)
            .find(|command| command.id == id)
            .unwrap();
        keymap
            .keys(command)
            .iter()
            .map(ToString::to_string)
            .collect()
    }

    #[test]
    fn a_key_that_is_free_is_given() {
        let (keymap, faults) = read("[keys]\n\"scoring.submit\" = [\"Ctrl-S\", \"F9\"]");
        assert_eq!(faults, []);
        assert_eq!(keys(&keymap, "scoring.submit"), ["Ctrl-S", "F9"]);
        let found = keymap.look_up(Key::ctrl('s'), super::super::scoring::COMMANDS);
        assert_eq!(found.map(|command| command.id), Some("scoring.submit"));
    }

    #[test]
    fn a_key_that_types_into_fields_stays_beside_the_new_one() {
        let (keymap, faults) = read("[keys]\n\"scoring.full\" = [\"F11\"]");
        assert_eq!(faults, []);
        assert_eq!(keys(&keymap, "scoring.full"), ["F11", "*"]);
    }

    #[test]
    fn two_commands_exchange_their_keys() {
        let text = "[keys]\n\"scoring.submit\" = [\"F4\"]\n\"scoring.pane\" = [\"F9\"]";
        let (keymap, faults) = read(text);
        assert_eq!(faults, []);
        assert_eq!(keys(&keymap, "scoring.submit"), ["F4"]);
        assert_eq!(keys(&keymap, "scoring.pane"), ["F9"]);
    }

    #[test]
    fn what_cannot_be_had_is_told_and_the_own_keys_stay() {
        let text = "[keys]\n\"scoring.submit\" = [\"F1\", \"7\", \"Hyper-X\"]\n\
                    \"scoring.pane\" = [\"x\"]\n\"scoring.submti\" = [\"F9\"]\nundo = []";
        let (keymap, mut faults) = read(text);
        faults.sort();
        assert_eq!(
            faults,
            [
                ("keys.scoring.pane".to_owned(), "only-letters"),
                ("keys.scoring.submit[0]".to_owned(), "key-taken"),
                ("keys.scoring.submit[1]".to_owned(), "key-reserved"),
                ("keys.scoring.submit[2]".to_owned(), "unknown-key-name"),
                ("keys.scoring.submti".to_owned(), "unknown-command"),
                ("keys.undo".to_owned(), "empty-list"),
            ]
        );
        assert_eq!(keymap, Keymap::default());
    }

    #[test]
    fn every_default_key_is_written_as_it_is_read() {
        for command in LISTS.iter().flat_map(|list| list.commands) {
            for key in command.keys {
                assert_eq!(key.to_string().parse(), Ok(*key), "{}", command.id);
            }
        }
    }
}
