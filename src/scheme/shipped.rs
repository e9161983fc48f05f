//! The schemes that come with the program.

/// A shipped scheme: its id, and the text of its file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shipped {
    pub id: &'static str,
    pub text: &'static str,
}

/// One line a file of `schemes/`.
macro_rules! schemes {
    ($($id:literal),* $(,)?) => {
        &[$(Shipped {
            id: $id,
            text: include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/schemes/", $id, ".toml")),
        }),*]
    };
}

/// All shipped schemes.
#[must_use]
pub fn shipped() -> &'static [Shipped] {
    schemes![
        "shizuishan",
        "karamay",
        "tianjin",
        "luowang",
        "yangquan",
        "lanshan"
    ]
}

/// The shipped scheme of an id.
#[must_use]
pub fn shipped_by_id(id: &str) -> Option<&'static Shipped> {
    shipped().iter().find(|scheme| scheme.id == id)
}
