//! Copying to the clipboard of the computer at which the person sits, through the terminal.

use crossterm::Command;
use crossterm::clipboard::CopyToClipboard;

/// Terminals take no more than this at once; some drop the whole.
pub const LONGEST_COPY: usize = 70_000;

/// The bytes that ask the terminal to take a text (OSC 52). Within tmux the request is sent
/// twice: as tmux itself takes it, and as it passes it on.
#[must_use]
pub fn copy_bytes(text: &str, within_tmux: bool) -> Vec<u8> {
    let mut request = String::new();
    // Writing into a text cannot fail.
    let _ = CopyToClipboard::to_clipboard_from(text).write_ansi(&mut request);
    if within_tmux {
        let doubled = request.replace('\x1b', "\x1b\x1b");
        request.push_str(&format!("\x1bPtmux;{doubled}\x1b\\"));
    }
    request.into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_goes_out_as_base64() {
        let bytes = String::from_utf8(copy_bytes("宝马村", false)).unwrap();
        assert!(bytes.starts_with("\x1b]52;c;5a6d6ams5p2R"), "{bytes:?}");
        let bytes = String::from_utf8(copy_bytes("a", true)).unwrap();
        assert!(bytes.contains("\x1bPtmux;\x1b\x1b]52;c;YQ=="), "{bytes:?}");
    }
}
