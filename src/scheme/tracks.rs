//! `[[track]]`

use super::fault::List;
use super::model::Track;
use super::names::{Named, Names, Register};
use super::read::Table;
use crate::diagnose::Place;

/// The tracks of a scheme, with what refers to them needs.
pub(super) struct Tracks {
    pub list: Vec<Track>,
    pub names: Names,
    pub places: Vec<Place>,
}

impl Tracks {
    /// A scheme that names no track has one, with id `all`.
    pub fn read(root: &Table) -> Self {
        let mut register = Register::new(List::Tracks);
        let mut list = Vec::new();
        let mut places = Vec::new();
        for table in root.tables("track") {
            let named = Named::read(&table);
            register.add(table.document(), &named);
            places.push(table.place().clone());
            list.push(Track {
                id: named.id(),
                title: named.title(),
            });
            table.finish();
        }
        if list.is_empty() {
            let named = Named::all();
            register.add(root.document(), &named);
            places.push(root.place().clone());
            list.push(Track {
                id: named.id(),
                title: named.title(),
            });
        }
        Self {
            list,
            names: register.finish(),
            places,
        }
    }

    /// The title of a track, where the file gives it one.
    pub fn title(&self, position: usize) -> Option<String> {
        let named = !self.places.get(position)?.path.is_empty();
        self.list
            .get(position)
            .filter(|_| named)
            .map(|track| track.title.clone())
    }

    pub fn count(&self) -> usize {
        self.list.len()
    }
}
