// Somebody of the cast as the database is told of her: the settings that every policy asks.
import type pg from "pg";

import { Role } from "../../server/identity/index.js";
import { bare } from "./canaries.js";
import type { ActorName, Cast } from "./cast.js";

export interface Settings extends Record<string, string> {
  kind: string;
  centre: string;
  account: string;
  partner: string;
  roles: string;
  /** Her organisation is in no network any more. */
  left: string;
  /** Who came by the link of a mail, and the referral that it answers. */
  link: string;
  subject: string;
}

export const nobody: Settings = {
  kind: "",
  centre: "",
  account: "",
  partner: "",
  roles: "",
  left: "",
  link: "",
  subject: "",
};

export async function standingOf(
  admin: pg.Client,
  cast: Cast,
  name: ActorName,
): Promise<Settings> {
  const { person } = cast.actors[name];
  if (!person) return { ...nobody, kind: "visitor", centre: cast.centre.id };
  const { rows } = await admin.query<
    Pick<Settings, "centre" | "partner" | "roles">
  >(
    `select centre_id as centre, partner_id as partner, array_to_string(roles, ',') as roles from assignment where id = $1`,
    [person.assignmentId],
  );
  const [assigned] = rows;
  if (!assigned) throw new Error(`${name} is assigned nowhere`);
  const { centre, partner, roles } = assigned;
  return {
    ...nobody,
    kind: "member",
    centre,
    partner,
    account: person.accountId,
    // a one-time password gives no role yet
    roles: name === "oneTime" ? "" : roles,
  };
}

/** Who came by a link, with more roles than any link lends, so that the wall around links alone narrows her. */
export function linkStanding(cast: Cast): Settings {
  const { centre, partner, sender, linkToken, referralId, api } = cast;
  return {
    kind: "member",
    centre: centre.id,
    account: sender.accountId,
    partner: partner.id,
    roles: Object.keys(Role).join(","),
    left: "",
    link: api.desk(centre.id).keys.idIn("action-link", linkToken) ?? "",
    subject: bare(referralId),
  };
}

/** The same as calls of a SELECT. */
export async function settingsOf(
  admin: pg.Client,
  cast: Cast,
  name: ActorName | "link",
): Promise<string> {
  const settings =
    name === "link" ? linkStanding(cast) : await standingOf(admin, cast, name);
  return Object.entries(settings)
    .map(([key, value]) => `set_config('splot.${key}', '${value}', true)`)
    .join(", ");
}
