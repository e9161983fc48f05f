//! Reading scheme files: what is right becomes a scheme, and every fault is told.

mod valid;
