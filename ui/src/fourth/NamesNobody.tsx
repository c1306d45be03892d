import { Link, useNavigate } from "@tanstack/react-router";
import type { RestingVendor } from "../contract/generated";
import { PageChip } from "../page/PageChip";
import { StateLabel } from "../shared";
import { TierMark } from "../vendor/TierMark";
import classes from "./fourth.module.css";

/** Vendors whose reports name nobody: that a report states so is another thing than that nothing was found in it. */
export function NamesNobody({ vendors }: { vendors: readonly RestingVendor[] }) {
  const rows = vendors.toSorted((a, b) => weight(a) - weight(b));
  return (
    <table className={classes.table} aria-label="Vendors that name nobody">
      <thead>
        <tr>
          <th scope="col">Vendor</th>
          <th scope="col">What its current report says</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((vendor) => (
          <tr key={vendor.vendor}>
            <td>
              <span className={classes.who}>
                <TierMark tier={vendor.tier} compact />
                <Link to="/vendors/$vendor" params={{ vendor: vendor.vendor }} search={{ tab: "subservice" }}>
                  {vendor.name}
                </Link>
              </span>
            </td>
            <td>
              <Says vendor={vendor} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What the report of one vendor says that names nobody. */
export function Says({ vendor }: { vendor: RestingVendor }) {
  const navigate = useNavigate();
  const { document } = vendor;
  if (document === null) return <span className={classes.dim}>No report is held that would say it.</span>;
  const show = (page: number) => void navigate({ to: "/documents/$document", params: { document }, search: { page } });
  if (vendor.denied === null) return <StateLabel state="warn">Nothing found: a person should look</StateLabel>;
  const [place] = vendor.denied;
  return (
    <span className={classes.who}>
      <StateLabel state="pass">States that it uses none</StateLabel>
      {place && <PageChip citation={place} about={`No subservice organizations in ${vendor.file_name ?? "the report"}`} onShow={() => show(place.page)} />}
    </span>
  );
}

/** First what somebody should look at, then what is stated, then those without a report. */
function weight(vendor: RestingVendor): number {
  return vendor.document === null ? 2 : vendor.denied === null ? 0 : 1;
}
