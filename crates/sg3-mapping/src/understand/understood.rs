//! What source files hold, in the words of a model: understood once, and given to everything that asks.

use super::dictionary::Dictionary;
use super::lexicon::Lexicon;
use super::list::SourceList;
use super::list_finder::find_lists;
use super::members::Members;
use super::table_meaning::{TableMeaning, interpret_tables};
use crate::source::file::SourceFile;
use sg3_form::Respondent;
use sg3_lang::Model;
use std::cell::OnceCell;

/// Source files understood in the words of a model: what proposes, applies and renews a mapping.
///
/// Tables are understood when it is made; lists when a proposal first asks for them, because a confirmed mapping never does.
pub struct Understood<'a> {
    pub(crate) model: &'a Model,
    pub(crate) respondent: Respondent,
    pub(crate) files: &'a [SourceFile],
    pub(crate) dictionary: &'a Dictionary,
    /// Members that are known, by which labels are understood.
    pub(crate) members: Members,
    pub(crate) lexicon: Lexicon,
    pub(crate) tables: Vec<TableMeaning>,
    lists: OnceCell<UnderstoodLists>,
}

/// Lists, in words that also say what their rows are called.
pub(crate) struct UnderstoodLists {
    /// Members that are known, and the options of inputs whose values are members.
    pub(crate) options: Members,
    pub(crate) lexicon: Lexicon,
    pub(crate) lists: Vec<SourceList>,
}

impl<'a> Understood<'a> {
    /// Understands files in the words of the inputs that a respondent answers for.
    pub fn of(
        model: &'a Model,
        respondent: Respondent,
        files: &'a [SourceFile],
        dictionary: &'a Dictionary,
    ) -> Understood<'a> {
        let members = Members::of_model(model, respondent);
        Understood::with_members(model, respondent, files, dictionary, members)
    }

    fn with_members(
        model: &'a Model,
        respondent: Respondent,
        files: &'a [SourceFile],
        dictionary: &'a Dictionary,
        members: Members,
    ) -> Understood<'a> {
        let lexicon = Lexicon::of(model, dictionary, &members);
        let tables = interpret_tables(files, &lexicon);
        Understood { model, respondent, files, dictionary, members, lexicon, tables, lists: OnceCell::new() }
    }

    /// The same files, in words that name more members: a table of cost centres gives the rows of other tables their meaning.
    pub(crate) fn knowing(&self, members: &Members) -> Understood<'a> {
        Understood::with_members(self.model, self.respondent, self.files, self.dictionary, members.clone())
    }

    /// The same files in the words of all inputs, whoever answers for them; nothing if those are the words already.
    ///
    /// Totals are held against a mapping that may fill inputs of anybody, so they are read alike whoever it was proposed for.
    pub(crate) fn for_everyone(&self) -> Option<Understood<'a>> {
        let members = Members::of_model(self.model, Respondent::Everyone);
        (members != self.members).then(|| self.knowing(&members))
    }

    pub(crate) fn lists(&self) -> &UnderstoodLists {
        self.lists.get_or_init(|| {
            let options = self.members.clone().with_options(self.model, self.respondent);
            let lexicon = Lexicon::of_lists(self.model, self.dictionary, &options);
            let lists = find_lists(self.files, &lexicon);
            UnderstoodLists { options, lexicon, lists }
        })
    }
}
