import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { EmptyState } from "../../shared";

/** Shown for an address that leads nowhere. */
export function NoSuchScreen() {
  return (
    <EmptyState icon="search" title="There is no such screen" action={<Button component={Link} to="/inbox" variant="filled">Go to the inbox</Button>}>
      The address may come from another version of Countersign.
    </EmptyState>
  );
}
