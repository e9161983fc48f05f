//! Tables of commands and their keys, as plain data: the screens make them, the manual page and
//! the README print them.

/// What can be done on one screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyTable {
    /// The screen's name.
    pub title: String,
    pub rows: Vec<KeyRow>,
}

/// One command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyRow {
    /// Its id, by which the configuration file names it.
    pub command: String,
    pub name: String,
    /// The names of its keys; none: in the menu of actions (F2) and in the palette.
    pub keys: Vec<String>,
}
