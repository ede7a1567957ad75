// Who is signed in, and for which organisation they act.
import { createContext, useContext } from "react";

import { graphql } from "../../graphql/generated/gql.js";
import type {
  Role,
  SignedInViewerFragment,
} from "../../graphql/generated/graphql.js";

graphql(`
  fragment SignedInViewer on Viewer {
    membershipId
    name
    email
    language
    roles
    mustChangePassword
    mustSetUpSecondFactor
    hasLeft
    partner {
      id
      name
      shortName
      isHub
    }
    centre {
      id
      name
      shortName
      slug
      isTrial
    }
    memberships {
      id
      centreName
      partnerName
      current
    }
  }
`);

export const ViewerQuery = graphql(`
  query Viewer {
    viewer {
      ...SignedInViewer @unmask
    }
  }
`);

export type Viewer = SignedInViewerFragment;

export const ViewerContext = createContext<Viewer | null>(null);

/** Pages stand behind the sign-in, so there is always a viewer. */
export function useViewer(): Viewer {
  const viewer = useContext(ViewerContext);
  if (!viewer) throw new Error("a page was drawn outside the session");
  return viewer;
}

export function holdsAny(viewer: Viewer, roles: readonly Role[]): boolean {
  return viewer.roles.some((role) => roles.includes(role));
}

/** Who reads the register of partners with its contact persons. */
export const registerRoles = [
  "PARTNER_VIEWER",
  "PARTNER_EDITOR",
  "PARTNER_REFERRALS",
  "PARTNER_ADMIN",
  "KIPUS",
  "OSL",
  "OUS",
  "DIRECTOR",
  "RESIDENT_REP",
  "IOD",
] as const satisfies readonly Role[];

/** Who works in the network: reads its inventory, its standards and what is said to them. */
export const networkRoles: readonly Role[] = registerRoles.filter(
  (role) => role !== "IOD",
);

/** Who has the list of agreements: keeps them, approves them, is a party, or watches over the data that they let travel. */
export const agreementRoles = [
  "OUS",
  "DIRECTOR",
  "PARTNER_VIEWER",
  "PARTNER_EDITOR",
  "PARTNER_REFERRALS",
  "PARTNER_ADMIN",
  "IOD",
] as const satisfies readonly Role[];
