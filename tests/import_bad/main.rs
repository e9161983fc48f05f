//! Files that are wrong in every way, and files that only look it.

#![expect(clippy::unwrap_used, reason = "what prepares a test may fail it too")]

mod kinds;
mod round_trips;
mod scheme;
mod whole_files;
mod workbooks;

use pingxing::exchange::{Names, RowFault, RowFaults, read};
use pingxing::round::{Kind, Write};
use pingxing::scheme::Scheme;

/// A district with two villages of one name, a village, an agency.
const ORGANISATIONS: &str = "code,name,kind,parent,track,previous,declared
D1,红果子镇,district,,,,
0001,宝马村,village,D1,village,five,四星
0002,石门村,village,红果子镇,行政村,,
0003,石门村,village,D1,village,,
0004,财政局,,D1,agency,,
";

fn names(scheme: &Scheme) -> Names<'_> {
    let empty = Names::new(scheme, []);
    let writes = read(Kind::Orgs, ORGANISATIONS.as_bytes(), &empty).unwrap();
    Names::of_writes(scheme, &writes)
}

fn reads(kind: Kind, bytes: impl AsRef<[u8]>) -> Result<Vec<Write>, RowFaults> {
    let scheme = match kind {
        Kind::Ledger => scheme::ledger(),
        _ => scheme::sheets(),
    };
    read(kind, bytes.as_ref(), &names(&scheme))
}

/// The one fault of a file.
fn fault(kind: Kind, bytes: impl AsRef<[u8]>) -> RowFault {
    let faults = reads(kind, bytes).unwrap_err();
    assert_eq!(faults.count, 1, "{faults:?}");
    faults.first.into_iter().next().unwrap()
}

/// Row, column, value: where a fault is.
fn place(fault: &RowFault) -> (u32, &str, &str) {
    let column = fault.column.as_deref().unwrap_or_default();
    (fault.row, column, &fault.value)
}
