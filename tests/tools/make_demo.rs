//! Writes the demonstration data into `data/`: `cargo run --example make_demo`.

use std::error::Error;
use std::fs;
use std::path::Path;

use pingxing::demo;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    fs::create_dir_all(&folder)?;
    let round = demo::round(demo::CITY, demo::SEED).ok_or("the scheme is not shipped")?;
    for file in round.files()? {
        fs::write(folder.join(file.name), file.bytes)?;
    }
    Ok(())
}
