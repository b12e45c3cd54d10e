//! Sizes of sections in files of the format ELF.

use object::read::archive::ArchiveFile;
use object::{Object, ObjectSection, SectionFlags, SectionKind, elf};

/// Bytes of machine code in all objects of a library.
pub(crate) fn machine_code(library: &[u8]) -> u64 {
    let archive = ArchiveFile::parse(library).unwrap();
    let members = archive.members().map(|member| member.unwrap().data(library).unwrap());
    // The compiler's own data lies there too.
    let objects = members.filter_map(|data| object::File::parse(data).ok());
    objects.map(|object| sum(&object, |section| section.kind() == SectionKind::Text)).sum()
}

/// Bytes of a program that are loaded when it runs: without symbols and what is for debuggers.
pub(crate) fn loaded(program: &[u8]) -> u64 {
    let file = object::File::parse(program).unwrap();
    let is_loaded = |section: &object::Section<'_, '_>| match section.flags() {
        SectionFlags::Elf { sh_flags } => sh_flags & u64::from(elf::SHF_ALLOC) != 0,
        other => panic!("{other:?} are no flags of ELF"),
    };
    sum(&file, is_loaded)
}

fn sum(file: &object::File<'_>, is_counted: impl Fn(&object::Section<'_, '_>) -> bool) -> u64 {
    file.sections().filter(is_counted).map(|section| section.size()).sum()
}
