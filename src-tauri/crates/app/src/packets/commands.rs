//! The commands on packets and their signed copies, in the order of the contract's list: one line to its use case, as in
//! `commands.rs`.

/// Gives the functions of [`countersign_contract::Commands`] on packets, inside its implementation.
macro_rules! commands {
    () => {
        fn packet_make(&self, input: w::MakePacket) -> Answer<w::PacketView> {
            let _turn = self.turn();
            self.make_packet(&input)
        }
        fn packet_appendices(&self, input: w::DecisionRef) -> Answer<Vec<w::AppendixView>> {
            self.appendix_candidates(input.decision)
        }
        fn packet(&self, input: w::PacketRef) -> Answer<w::PacketView> {
            self.packet_view(input.packet)
        }
        fn packets(&self, _: w::Nothing) -> Answer<Vec<w::PacketView>> {
            self.packet_views()
        }
        fn signed_copy(&self, input: w::PacketRef) -> Answer<w::SignedCopyView> {
            self.copy_view(input.packet)
        }
        fn signed_copy_attach(&self, input: w::AttachCopy) -> Answer<w::SignedCopyView> {
            let _turn = self.turn();
            self.attach_copy(&input)
        }
        fn signed_copy_remove(&self, input: w::RemoveCopy) -> Answer<w::DocumentView> {
            let _turn = self.turn();
            self.remove_copy(&input)
        }
        fn paper_signatures_save(&self, input: w::SavePaperSignatures) -> Answer<w::SignedCopyView> {
            let _turn = self.turn();
            self.save_signed(&input)
        }
        fn packet_save(&self, input: w::PacketRef) -> Answer<w::SavedFile> {
            self.save_packet(input.packet)
        }
        fn packet_check(&self, input: w::PacketRef) -> Answer<w::PacketCheckView> {
            self.check_stored_packet(input.packet)
        }
        fn packet_check_choose(&self, _: w::Nothing) -> Answer<Vec<w::PacketCheckView>> {
            self.check_chosen_packets()
        }
        fn packet_open(&self, input: w::PacketRef) -> Answer<w::Nothing> {
            self.open_packet(input.packet)
        }
        fn packet_print(&self, input: w::PacketRef) -> Answer<w::PrintedPacket> {
            self.print_packet(input.packet)
        }
        fn packet_drag(&self, input: w::PacketRef) -> Answer<w::Nothing> {
            self.drag_packet(input.packet)
        }
    };
}
pub(crate) use commands;
