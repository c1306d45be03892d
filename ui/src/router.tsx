// Every screen and its address. Each screen is loaded when it is first shown.
import { createHashHistory, createRootRoute, createRoute, createRouter, type RouterHistory } from "@tanstack/react-router";
import { lazy } from "react";
import type { MetricName } from "./contract/generated";
import { Frame } from "./views/frame/Frame";
import { NoSuchScreen } from "./views/frame/NoSuchScreen";

const root = createRootRoute({ component: Frame, notFoundComponent: NoSuchScreen });

const TodayView = lazy(() => import("./views/today/TodayView").then(({ TodayView: view }) => ({ default: view })));
const today = createRoute({ getParentRoute: () => root, path: "/", component: () => <TodayView /> });

const CalendarView = lazy(() => import("./views/calendar/CalendarView").then(({ CalendarView: view }) => ({ default: view })));
const calendar = createRoute({ getParentRoute: () => root, path: "/calendar", component: () => <CalendarView /> });

const InboxView = lazy(() => import("./views/inbox/InboxView").then(({ InboxView: view }) => ({ default: view })));
const inbox = createRoute({
  getParentRoute: () => root,
  path: "/inbox",
  validateSearch: (search: { document?: unknown }): { document?: string } => (typeof search.document === "string" ? { document: search.document } : {}),
  component: function InboxRoute() {
    return <InboxView document={inbox.useSearch().document} />;
  },
});

const VendorsView = lazy(() => import("./views/vendors/VendorsView").then(({ VendorsView: view }) => ({ default: view })));
const vendors = createRoute({ getParentRoute: () => root, path: "/vendors", component: () => <VendorsView /> });

const ImportView = lazy(() => import("./views/import/ImportView").then(({ ImportView: view }) => ({ default: view })));
const importing = createRoute({ getParentRoute: () => root, path: "/vendors/import", component: () => <ImportView /> });

const VendorView = lazy(() => import("./views/vendor/VendorView").then(({ VendorView: view }) => ({ default: view })));
const vendor = createRoute({
  getParentRoute: () => root,
  path: "/vendors/$vendor",
  validateSearch: (search: { tab?: unknown; entry?: unknown; report?: unknown }): { tab?: string; entry?: string; report?: string } => ({
    ...(typeof search.tab === "string" ? { tab: search.tab } : {}),
    ...(typeof search.entry === "string" ? { entry: search.entry } : {}),
    ...(typeof search.report === "string" ? { report: search.report } : {}),
  }),
  component: function VendorRoute() {
    const { vendor: id } = vendor.useParams();
    const { tab, entry, report } = vendor.useSearch();
    return <VendorView key={`${id} ${tab} ${entry} ${report}`} vendor={id} tab={tab} entry={entry} report={report} />;
  },
});

const DecisionView = lazy(() => import("./views/decision/DecisionView").then(({ DecisionView: view }) => ({ default: view })));
const decision = createRoute({
  getParentRoute: () => root,
  path: "/vendors/$vendor/decision",
  component: function DecisionRoute() {
    const { vendor: id } = decision.useParams();
    return <DecisionView key={id} vendor={id} />;
  },
});

const AssessView = lazy(() => import("./views/assess/AssessView").then(({ AssessView: view }) => ({ default: view })));
const assess = createRoute({
  getParentRoute: () => root,
  path: "/reviews/$review",
  validateSearch: (search: { question?: unknown }): { question?: string } => (typeof search.question === "string" ? { question: search.question } : {}),
  staticData: { rail: true },
  component: function AssessRoute() {
    const { review: id } = assess.useParams();
    return <AssessView key={id} review={id} question={assess.useSearch().question} />;
  },
});

const ReviewView = lazy(() => import("./views/review/ReviewView").then(({ ReviewView: view }) => ({ default: view })));
const review = createRoute({
  getParentRoute: () => root,
  path: "/documents/$document",
  validateSearch: (search: { page?: unknown }): { page?: number } => (Number.isInteger(Number(search.page)) && Number(search.page) > 0 ? { page: Number(search.page) } : {}),
  staticData: { rail: true },
  component: function ReviewRoute() {
    const { document: id } = review.useParams();
    return <ReviewView key={id} document={id} page={review.useSearch().page} />;
  },
});

const CompareView = lazy(() => import("./views/compare/CompareView").then(({ CompareView: view }) => ({ default: view })));
const compare = createRoute({
  getParentRoute: () => root,
  path: "/compare/$first/$second",
  component: function CompareRoute() {
    const { first, second } = compare.useParams();
    return <CompareView key={`${first} ${second}`} first={first} second={second} />;
  },
});

const ExceptionsView = lazy(() => import("./views/exceptions/ExceptionsView").then(({ ExceptionsView: view }) => ({ default: view })));
const exceptions = createRoute({ getParentRoute: () => root, path: "/exceptions", component: () => <ExceptionsView /> });

const ExceptionView = lazy(() => import("./views/exceptions/ExceptionView").then(({ ExceptionView: view }) => ({ default: view })));
const exception = createRoute({
  getParentRoute: () => root,
  path: "/exceptions/one",
  validateSearch: (search: { key?: unknown }): { key: string } => ({ key: typeof search.key === "string" ? search.key : "" }),
  component: function ExceptionRoute() {
    return <ExceptionView name={exception.useSearch().key} />;
  },
});

const FourthPartiesView = lazy(() => import("./views/fourth/FourthPartiesView").then(({ FourthPartiesView: view }) => ({ default: view })));
const fourthParties = createRoute({ getParentRoute: () => root, path: "/fourth-parties", component: () => <FourthPartiesView /> });

const FourthPartyView = lazy(() => import("./views/fourth/FourthPartyView").then(({ FourthPartyView: view }) => ({ default: view })));
const fourthParty = createRoute({
  getParentRoute: () => root,
  path: "/fourth-parties/one",
  validateSearch: (search: { key?: unknown }): { key: string } => ({ key: typeof search.key === "string" ? search.key : "" }),
  component: function FourthPartyRoute() {
    const { key } = fourthParty.useSearch();
    return <FourthPartyView key={key} name={key} />;
  },
});

const CuecsView = lazy(() => import("./views/cuecs/CuecsView").then(({ CuecsView: view }) => ({ default: view })));
const cuecs = createRoute({ getParentRoute: () => root, path: "/cuecs", component: () => <CuecsView /> });

const PacketsView = lazy(() => import("./views/packets/PacketsView").then(({ PacketsView: view }) => ({ default: view })));
const packets = createRoute({ getParentRoute: () => root, path: "/packets", component: () => <PacketsView /> });

const CheckView = lazy(() => import("./views/check/CheckView").then(({ CheckView: view }) => ({ default: view })));
const check = createRoute({
  getParentRoute: () => root,
  path: "/packets/check",
  validateSearch: (search: { packet?: unknown }): { packet?: string } => (typeof search.packet === "string" ? { packet: search.packet } : {}),
  component: function CheckRoute() {
    return <CheckView packet={check.useSearch().packet} />;
  },
});

const PacketView = lazy(() => import("./views/packet/PacketView").then(({ PacketView: view }) => ({ default: view })));
const packet = createRoute({
  getParentRoute: () => root,
  path: "/packets/$packet",
  component: function PacketRoute() {
    const { packet: id } = packet.useParams();
    return <PacketView key={id} packet={id} />;
  },
});

const PolicyView = lazy(() => import("./views/policy/PolicyView").then(({ PolicyView: view }) => ({ default: view })));
const policy = createRoute({ getParentRoute: () => root, path: "/policy", component: () => <PolicyView /> });

const HistoryView = lazy(() => import("./views/history/HistoryView").then(({ HistoryView: view }) => ({ default: view })));
const history = createRoute({ getParentRoute: () => root, path: "/history", component: () => <HistoryView /> });

const InsightsView = lazy(() => import("./views/insights/InsightsView").then(({ InsightsView: view }) => ({ default: view })));
const InsightView = lazy(() => import("./views/insights/InsightView").then(({ InsightView: view }) => ({ default: view })));
const SettingsView = lazy(() => import("./views/settings/SettingsView").then(({ SettingsView: view }) => ({ default: view })));
const insights = createRoute({ getParentRoute: () => root, path: "/insights", component: () => <InsightsView /> });
const insight = createRoute({
  getParentRoute: () => root,
  path: "/insights/$metric",
  validateSearch: (search: { as_of?: unknown }): { as_of?: string } => (typeof search.as_of === "string" ? { as_of: search.as_of } : {}),
  component: function InsightRoute() {
    const { metric } = insight.useParams();
    return <InsightView key={metric} metric={metric as MetricName} asOf={insight.useSearch().as_of ?? null} />;
  },
});

const settings = createRoute({ getParentRoute: () => root, path: "/settings", component: () => <SettingsView /> });

const routeTree = root.addChildren([today, calendar, inbox, vendors, importing, vendor, decision, assess, review, compare, exceptions, exception, cuecs, fourthParties, fourthParty, packets, check, packet, policy, insights, insight, history, settings]);

/** Addresses stand behind the hash, so that a reload works under every scheme the window is served from. */
export function appRouter(history: RouterHistory = createHashHistory()) {
  return createRouter({ routeTree, history, scrollRestoration: false });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof appRouter>;
  }
  interface StaticDataRouteOption {
    /** Whether the navigation folds to a rail, because the screen needs the width. */
    rail?: boolean;
  }
}
