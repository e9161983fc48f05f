//! Decimals and exact quotients; the one place that rounds (N1, N2, N5).
//!
//! Three kinds of number, from what was typed to what is printed:
//!
//! * [`Decimal`]: what stands in a scheme or a data file, in millionths; a [`Measurement`] is finer;
//! * [`Exact`]: a sum, product or quotient on its way, never rounded;
//! * [`Figure`]: a printed figure, made by [`Exact::round`] and by nothing else.

mod decimal;
mod exact;
mod figure;
mod ratio;
#[cfg(test)]
mod tests;

pub use decimal::{Decimal, DecimalFault, Fixed, Measurement};
pub use exact::Exact;
pub use figure::Figure;
