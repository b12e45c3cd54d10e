use std::path::Path;
use std::process::Command;

use super::{oas3_gen, openapi_generator, progenitor};
use crate::context::Context;
use crate::error::Result;

/// A generator of Rust clients from OpenAPI documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Peer {
    /// `cargo progenitor`, in Rust.
    Progenitor,
    /// `oas3-gen`, in Rust.
    Oas3Gen,
    /// `openapi-generator-cli`, in Java.
    OpenapiGenerator,
}

impl Peer {
    /// All of them.
    pub(crate) const ALL: [Self; 3] = [Self::Progenitor, Self::Oas3Gen, Self::OpenapiGenerator];

    /// Its name, which can be that of a file.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Progenitor => "progenitor",
            Self::Oas3Gen => "oas3-gen",
            Self::OpenapiGenerator => "openapi-generator",
        }
    }

    /// Installs it where it is not installed, and gives its version.
    ///
    /// # Errors
    ///
    /// It cannot be had here: then it is skipped, for this reason.
    pub(crate) fn install(self, context: &Context) -> Result<String> {
        match self {
            Self::Progenitor => progenitor::install(context),
            Self::Oas3Gen => oas3_gen::install(context),
            Self::OpenapiGenerator => openapi_generator::install(context),
        }
    }

    /// The command that generates a client crate into a folder, and nothing else.
    ///
    /// # Errors
    ///
    /// None of the present peers.
    pub(crate) fn command(self, context: &Context, openapi: &Path, out: &Path) -> Result<Command> {
        Ok(match self {
            Self::Progenitor => progenitor::command(context, openapi, out),
            Self::Oas3Gen => oas3_gen::command(context, openapi, out),
            Self::OpenapiGenerator => openapi_generator::command(context, openapi, out),
        })
    }

    /// Makes of the output a package that compiles by itself.
    ///
    /// # Errors
    ///
    /// A file is not there or cannot be written.
    pub(crate) fn finish(self, out: &Path) -> Result<()> {
        match self {
            // What it writes is one.
            Self::Progenitor => Ok(()),
            Self::Oas3Gen => oas3_gen::finish(out),
            Self::OpenapiGenerator => openapi_generator::finish(out),
        }
    }

    /// Text of a program that calls every operation of the output once, with what is required.
    ///
    /// # Errors
    ///
    /// A file cannot be read or parsed.
    pub(crate) fn calls(self, out: &Path) -> Result<String> {
        let program = match self {
            Self::Progenitor => progenitor::calls(out),
            Self::Oas3Gen => oas3_gen::calls(out),
            Self::OpenapiGenerator => openapi_generator::calls(out),
        };
        Ok(program?.text())
    }
}
