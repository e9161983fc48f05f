//! Counting ballots with the real office.

use crate::pictures::show;

#[test]
fn looks() {
    show("ballots", "<F2>7");
    show("ballots_in_hand", "<F2>7１2");
    show("ballots_table", "<F2>7<Tab><Down><Down>57");
}
