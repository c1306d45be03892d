//! The invented companies of the sample. None of them exists; to add one, a constant in the file of its line of business.

mod business;
mod people;
mod platform;

pub(super) use business::{COBBLEWICK, QUERNSTONE, SALTMARROW};
pub(super) use people::{GORSEWIND, HOLLOWMERE, LINTELBROOK, OSPREYLINE};
pub(super) use platform::{BRAMBLEGATE, TIDEWRACK};

use super::report::{Firm, Subservice};

/// Firms that examine.
pub(super) const THORNBURY: Firm = Firm { name: "Thornbury Quill LLP", city: "Columbus, Ohio" };
pub(super) const VESSEY: Firm = Firm { name: "Vessey & Ardmoor CPAs, PLLC", city: "Boise, Idaho" };
pub(super) const PELLWORTH: Firm = Firm { name: "Pellworth Ames, P.C.", city: "Hartford, Connecticut" };
/// A body that certifies.
pub(super) const MARRAM: Firm =
    Firm { name: "Marram Register of Management Systems Ltd.", city: "Leeds, United Kingdom" };

/// The provider of infrastructure on which most of the companies rest.
const NORTHFELL: Subservice = Subservice {
    name: "Northfell Compute, Inc.",
    provides: "virtual machines, managed databases, and data centers",
    assumed: &[
        (
            "CC6.1, CC6.3",
            "Access of the provider’s people to hosts and storage is granted by need and reviewed regularly.",
        ),
        (
            "CC6.4",
            "Data centers are entered only by people who are authorized and registered; visitors are accompanied.",
        ),
        ("CC6.5", "Storage media are erased or destroyed before they leave a data center."),
        ("CC7.2, CC7.3", "Hosts and networks are watched, and events that concern customers are reported to them."),
        ("CC8.1", "Changes to the platform are tested and announced before they reach customers."),
        (
            "A1.2",
            "Power, cooling, and fire protection are provided and maintained, and zones fail independently of each other.",
        ),
    ],
};

/// The provider through which several of the companies send messages.
const KELDER: Subservice = Subservice {
    name: "Kelder Relay Ltd.",
    provides: "sending of e-mail and text messages",
    assumed: &[
        ("CC6.1", "Messages and addresses are accessible only to people who run the relay."),
        ("CC6.7", "Messages are encrypted on their way wherever the receiving system allows it."),
        ("CC7.4", "Incidents that touch messages are reported within a day."),
    ],
};
