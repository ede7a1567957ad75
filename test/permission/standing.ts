// Somebody of the cast as the database is told of her: the settings that every policy asks.
import type pg from "pg";

import type { ActorName, Cast } from "./cast.js";

export interface Settings extends Record<string, string> {
  kind: string;
  centre: string;
  account: string;
  partner: string;
  roles: string;
}

export const nobody: Settings = {
  kind: "",
  centre: "",
  account: "",
  partner: "",
  roles: "",
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
    kind: "member",
    centre,
    partner,
    account: person.accountId,
    // a one-time password gives no role yet
    roles: name === "oneTime" ? "" : roles,
  };
}

/** The same as calls of a SELECT. */
export async function settingsOf(
  admin: pg.Client,
  cast: Cast,
  name: ActorName,
): Promise<string> {
  return Object.entries(await standingOf(admin, cast, name))
    .map(([key, value]) => `set_config('splot.${key}', '${value}', true)`)
    .join(", ");
}
