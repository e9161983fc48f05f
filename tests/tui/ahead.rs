//! Keys that come before what they are meant for is there.

use pingxing::office::{Failure, Trouble};
use pingxing::tui::{Effect, Message, update_all};

use crate::driver::Driver;
use crate::go::number;

/// Pages that are read as they open, and a key that needs what they list.
const READ: [(&str, &str); 6] = [
    ("公示前核查", "<Down>"),
    ("本轮全部否决", "<Enter>"),
    ("加减分", "<Enter>"),
    ("分工与回避", "<Enter>"),
    ("名额", "<Enter>"),
    ("未提交名单", "<Down>"),
];

#[test]
fn keys_typed_ahead_wait_for_what_they_are_meant_for() {
    for (page, key) in READ {
        let mut slow = Driver::in_organisations(80, 24);
        let mut quick = Driver::in_organisations(80, 24);
        let number = number(&mut slow, page);
        slow.press("<C-g>");
        slow.press(&number);
        if slow.top() == Some("commands") {
            slow.press("<Enter>");
        }
        let opened = slow.text();
        slow.press(key);
        assert_ne!(slow.text(), opened, "{key} does something in {page}");

        quick.press("<C-g>");
        let chosen = if number == "1" { "1<Enter>" } else { &number };
        let effects = quick.press_together(&format!("{chosen}{key}"));
        quick.carry_out(effects);
        quick.draw();
        assert_eq!(quick.text().trim_end(), slow.text().trim_end(), "{page}");
    }
}

#[test]
fn what_cannot_be_read_holds_no_key_up() {
    let mut driver = Driver::in_organisations(80, 24);
    let number = number(&mut driver, "公示前核查");
    driver.press("<C-g>");
    let effects = driver.press_together(&format!("{number}<F1>"));
    let asked = |effect| match effect {
        Effect::Ask { ticket, .. } => Some(ticket),
        _ => None,
    };
    let tickets: Vec<_> = effects.into_iter().filter_map(asked).collect();
    assert_eq!(driver.top(), Some("findings"), "F1 waits for the list");
    let trouble = || Err(Failure::Trouble(Trouble::Locked { waited_ms: 5000 }));
    let answers = tickets
        .into_iter()
        .map(|ticket| Message::Answer(ticket, trouble()));
    update_all(&mut driver.model, answers.collect());
    assert_eq!(driver.top(), Some("commands"));
}
