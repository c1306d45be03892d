//! Companies whose services others are built on.

use super::{KELDER, NORTHFELL};
use crate::sample::report::Company;

pub(in super::super) static TIDEWRACK: Company = Company {
    name: "Tidewrack Hosting, Inc.",
    short: "Tidewrack",
    system: "Tidewrack Instrument Cloud",
    city: "Duluth, Minnesota",
    founded: 2014,
    staff: 180,
    does: "stores and serves the readings of measuring instruments for manufacturers and laboratories: devices send readings, customers keep, query, and share them.",
    parts: &[
        ("Device gateway", "Accepts readings from instruments and checks who sends them"),
        ("Reading store", "Keeps readings by customer, device, and time"),
        ("Query service", "Answers queries from the browser and from customers’ programs"),
        ("Console", "Lets customers manage devices, users, and sharing"),
        ("Deployment pipeline", "Builds, tests, and puts changes into service"),
        ("Log platform", "Collects logs and raises alerts"),
    ],
    data: &[
        ("Readings", "Measured values with device, time, and place"),
        ("Account data", "Names, e-mail addresses, and roles of customers’ users"),
        ("Calibration records", "Certificates and correction values that customers upload"),
        ("Usage data", "Volumes and times, for billing and planning"),
    ],
    signs: ("Petra Osei", "Chief Technology Officer"),
    rests_on: &[NORTHFELL, KELDER],
    expects: &[
        (
            "CC6.1",
            "Connect your own identity provider, or require a second factor for everyone who signs in to the console.",
        ),
        ("CC6.2", "Tell which people may administer your account, and remove those who leave."),
        ("CC6.3", "Review your users and their roles regularly, at least every half year."),
        ("CC6.1", "Keep device keys secret, and replace a key that may be known to others."),
        ("CC6.7", "Send readings over encrypted connections only where your devices allow a choice."),
        ("CC7.3", "Report suspicious use of your account to the service desk without delay."),
        ("CC2.3", "Keep the addresses current to which notices of incidents and maintenance go."),
        ("A1.2", "Export what your own rules oblige you to keep for longer than the agreed time."),
        ("C1.2", "Ask for the return of your content before the contract ends."),
    ],
};

pub(in super::super) static BRAMBLEGATE: Company = Company {
    name: "Bramblegate Identity, Inc.",
    short: "Bramblegate",
    system: "Bramblegate Sign-In Service",
    city: "Burlington, Vermont",
    founded: 2017,
    staff: 95,
    does: "lets companies’ people sign in once to all the services that they use, and keeps who may use what.",
    parts: &[
        ("Sign-in service", "Checks passwords and second factors and issues tokens"),
        ("Directory", "Keeps people, groups, and rights"),
        ("Connectors", "Enter and remove people in connected services"),
        ("Administration console", "Lets customers set rules and read their own log"),
        ("Key service", "Keeps signing keys in hardware"),
    ],
    data: &[
        ("Directory data", "Names, e-mail addresses, groups, and leads"),
        ("Credentials", "Hashes of passwords and public keys of second factors"),
        ("Sign-in log", "Who signed in when, from where, to what"),
    ],
    signs: ("Callum Reyes-Hart", "Chief Executive Officer"),
    rests_on: &[NORTHFELL],
    expects: &[
        ("CC6.1", "Require a second factor of everyone, and of administrators one that cannot be phished."),
        ("CC6.2", "Feed joiners and leavers from your personnel system, or enter them on the same day."),
        ("CC6.3", "Keep the number of administrators small and review them every quarter."),
        ("CC6.6", "Restrict administration to networks that you trust."),
        ("CC7.2", "Read the sign-in log, or have it sent to your own monitoring."),
    ],
};
