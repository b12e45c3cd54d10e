use crate::spec::layout::{Layout, Shape};
use crate::spec::raw;

/// Folder below the spec folder that holds the schemas.
pub(super) const FOLDER: &str = "schema";

/// How a modeline begins.
pub const MODELINE: &str = "# yaml-language-server:";

/// What a spec file describes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// `product.yaml`.
    Product,
    /// Every other file beside it.
    Operation,
    /// A file in the folder `shapes` beside it.
    Shape,
    /// `corrections.yaml` beside it.
    Corrections,
}

impl FileKind {
    /// All kinds.
    pub const ALL: [Self; 4] = [Self::Product, Self::Operation, Self::Shape, Self::Corrections];

    /// The kind of a file, from its path with `/`, which may begin anywhere above the folder of the product version.
    #[must_use]
    pub fn of(path: &str) -> Self {
        match path.rsplit_once('/') {
            Some((folder, _)) if folder.ends_with("/shapes") => Self::Shape,
            Some((_, "product.yaml")) => Self::Product,
            Some((_, "corrections.yaml")) => Self::Corrections,
            None if path == "product.yaml" => Self::Product,
            None if path == "corrections.yaml" => Self::Corrections,
            _ => Self::Operation,
        }
    }

    /// What the root of such a file must be.
    #[must_use]
    pub fn shape(self) -> Shape {
        match self {
            Self::Product => raw::Product::shape(),
            Self::Operation => raw::Operation::shape(),
            Self::Shape => raw::SharedShape::shape(),
            Self::Corrections => raw::Corrections::shape(),
        }
    }

    /// Name of the schema's file in the folder `schema` of a spec folder.
    #[must_use]
    pub const fn schema_file(self) -> &'static str {
        match self {
            Self::Product => "product.schema.json",
            Self::Operation => "operation.schema.json",
            Self::Shape => "shape.schema.json",
            Self::Corrections => "corrections.schema.json",
        }
    }

    /// First line of such a file, without a line break: tells language servers where the schema is, relative to the
    /// file.
    #[must_use]
    pub fn modeline(self) -> String {
        let up = match self {
            Self::Product | Self::Operation | Self::Corrections => "../..",
            Self::Shape => "../../..",
        };
        format!("{MODELINE} $schema={up}/{FOLDER}/{}", self.schema_file())
    }

    pub(super) const fn title(self) -> &'static str {
        match self {
            Self::Product => "Product of Alibaba Cloud",
            Self::Operation => "Operation of Alibaba Cloud",
            Self::Shape => "Shape that operations of Alibaba Cloud share",
            Self::Corrections => "Corrections of imported metadata of Alibaba Cloud",
        }
    }
}
