//! Our side of complementary user entity controls (`practice.md` §3.5).

pub(super) mod implemented;
