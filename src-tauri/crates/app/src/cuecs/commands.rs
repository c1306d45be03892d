//! The commands on our side of controls, in the order of the contract's list: one line to its use case, as in `commands.rs`.

/// Gives the functions of [`countersign_contract::Commands`] on CUECs and on our own controls, inside its implementation.
macro_rules! commands {
    () => {
        fn cuecs(&self, input: w::CuecBookRef) -> Answer<w::CuecBook> {
            self.cuec_book(input.vendor, input.report)
        }
        fn cuec_save(&self, input: w::SaveCuec) -> Answer<w::CuecBook> {
            let _turn = self.turn();
            self.save_cuec(&input)
        }
        fn cuecs_confirm(&self, input: w::ConfirmCuecs) -> Answer<w::CuecBook> {
            let _turn = self.turn();
            self.confirm_cuecs(&input)
        }
        fn cuecs_export(&self, input: w::CuecScope) -> Answer<w::SavedFile> {
            self.export_cuecs(&input)
        }
        fn cuecs_import_choose(&self, _: w::Nothing) -> Answer<Option<w::CuecImport>> {
            self.choose_cuec_import()
        }
        fn cuecs_import_apply(&self, input: w::ApplyCuecImport) -> Answer<w::CuecsImported> {
            let _turn = self.turn();
            self.apply_cuec_import(&input)
        }
        fn cuecs_imports(&self, _: w::Nothing) -> Answer<Vec<w::CuecImportView>> {
            self.cuec_import_views()
        }
        fn cuecs_import_undo(&self, input: w::ImportRef) -> Answer<w::CuecImportUndone> {
            let _turn = self.turn();
            self.undo_cuec_import(input.import)
        }
        fn cuecs_all(&self, _: w::Nothing) -> Answer<w::CuecsOfAll> {
            self.cuecs_of_all()
        }
        fn cuecs_memo(&self, input: w::CuecMemoRequest) -> Answer<w::SavedPaper> {
            self.save_cuec_memo(&input)
        }
        fn cuecs_due(&self, input: w::CuecScope) -> Answer<Vec<w::CuecDue>> {
            self.cuecs_due_views(input.vendor)
        }
        fn own_controls(&self, _: w::Nothing) -> Answer<Vec<w::OwnControlView>> {
            self.own_control_views()
        }
        fn own_control_save(&self, input: w::SaveOwnControl) -> Answer<w::OwnControlView> {
            let _turn = self.turn();
            self.save_own_control(&input)
        }
        fn own_control_remove(&self, input: w::OwnControlRef) -> Answer<w::Nothing> {
            let _turn = self.turn();
            self.remove_own_control(&input)
        }
    };
}
pub(crate) use commands;
