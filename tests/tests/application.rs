//! Journeys through the application: one program, because linking each by itself takes longer than running it, and so that
//! every core has something to do until the end. One of them: `cargo test --workspace --test application signed::`.

mod acceptance;
mod alternative;
mod at_risk;
mod auditor;
mod business_days;
mod calendar;
mod copies;
mod cuecs;
mod cuecs_all;
mod drafts;
mod findings;
mod firms;
mod fourth;
mod import;
mod inbox;
mod insights;
mod invented;
mod journeys;
mod lists;
mod monitoring;
mod packet;
mod recognition;
mod register;
mod reviews;
mod services;
mod signed;
mod today;
mod verify;
mod years;
