//! Writes the tables of keys into `README.md`: `cargo run --example key_tables`.

mod tables;

use std::error::Error;
use std::fs;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let written = tables::renewed(&fs::read_to_string(&path)?)?;
    fs::write(path, written)?;
    Ok(())
}
