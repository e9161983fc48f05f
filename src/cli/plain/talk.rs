//! A conversation: a line out, a line in.

use std::io::{self, BufRead, Write};

use crate::cli::table::clean;
use crate::exchange::fold;

/// Whoever answers, and whoever is told.
pub struct Talk<'a> {
    pub answers: &'a mut dyn BufRead,
    pub out: &'a mut dyn Write,
}

/// The person wants no more, or the line has gone.
#[derive(Debug)]
pub enum Ended {
    /// `..`, or nothing more to read.
    Left,
    Broken(io::Error),
}

impl From<io::Error> for Ended {
    fn from(error: io::Error) -> Self {
        Self::Broken(error)
    }
}

impl Talk<'_> {
    /// Says a line, or several.
    ///
    /// # Errors
    /// Nobody listens.
    pub fn say(&mut self, text: &str) -> Result<(), Ended> {
        for line in text.lines() {
            writeln!(self.out, "{}", clean(line))?;
        }
        Ok(())
    }

    /// Asks; the answer without blanks around it, as it was typed.
    ///
    /// # Errors
    /// The person leaves, or the line has gone.
    pub fn ask(&mut self, question: &str) -> Result<String, Ended> {
        self.say(question)?;
        write!(self.out, "> ")?;
        self.out.flush()?;
        let mut bytes = Vec::new();
        if self.answers.read_until(b'\n', &mut bytes)? == 0 {
            return Err(Ended::Left);
        }
        let line = String::from_utf8_lossy(&bytes).trim().to_owned();
        if fold(&line) == ".." {
            return Err(Ended::Left);
        }
        Ok(line)
    }

    /// Asks for one of some numbered things, from 1; asks again until it is one.
    ///
    /// # Errors
    /// As for [`Talk::ask`].
    pub fn choose(
        &mut self,
        question: &str,
        count: usize,
        wrong: impl Fn(&str) -> String,
    ) -> Result<usize, Ended> {
        loop {
            let answer = self.ask(question)?;
            let number: Option<usize> = fold(&answer).parse().ok();
            match number.filter(|number| (1..=count).contains(number)) {
                Some(number) => return Ok(number - 1),
                None => self.say(&wrong(&answer))?,
            }
        }
    }
}
