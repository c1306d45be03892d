import type { RoleName } from "../contract/generated";

/** All roles in the order in which they sign. */
export const roles: readonly RoleName[] = ["reviewer", "second_reader", "business_owner", "security_owner", "privacy_legal", "procurement", "executive", "administrator"];

export interface RoleText {
  name: string;
  /** What somebody in this role is there for. */
  purpose: string;
}

/** Names a role as on paper and says in plain words what it is for. */
export function roleText(role: RoleName): RoleText {
  switch (role) {
    case "reviewer":
      return { name: "Reviewer", purpose: "Prepares reviews: receives documents and confirms what was read" };
    case "second_reader":
      return { name: "Second reader", purpose: "Reads again what a reviewer prepared" };
    case "business_owner":
      return { name: "Business owner", purpose: "Needs the service and accepts our duties in using it" };
    case "security_owner":
      return { name: "Security owner", purpose: "Answers for security risk and recommends" };
    case "privacy_legal":
      return { name: "Privacy and legal", purpose: "Answers for privacy and contracts" };
    case "procurement":
      return { name: "Procurement", purpose: "Answers for the process" };
    case "executive":
      return { name: "Executive", purpose: "Signs where much is at stake" };
    case "administrator":
      return { name: "Administrator", purpose: "Keeps the workspace: people, protection" };
  }
}
