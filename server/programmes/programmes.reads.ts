// Reads of programmes, their history, and the services under them.
import { In } from "typeorm";

import type { Work } from "../events/index.js";
import { Service, serviceById } from "../offer/index.js";
import type { Network } from "../partnership/index.js";
import { networkById } from "../partnership/index.js";
import { ofEach } from "../platform/database/of-each.js";
import type { Context } from "../platform/graphql/context.js";
import { grouped, inOrder, loader } from "../platform/graphql/loader.js";
import { allows } from "../platform/permission/allows.js";
import { render } from "../platform/permission/render.js";
import { Programme } from "./programme.js";
import { ProgrammeChange } from "./programme-change.js";
import { programmePolicy } from "./programmes.policy.js";

/** A centre has a handful of programmes, and each its services. */
const MOST = 200;

const TAKES_PART = "takes_part(p.id, p.network_id)";

export const programmeById = loader<string, Programme | null>(
  async (context, ids) => {
    const { centreId } = context.actor;
    if (!centreId) return ids.map(() => null);
    const visible = await visibleIds(context, "p.id = any($2)", [...ids]);
    const programmes = await context.reads.ask((manager) =>
      manager.getRepository(Programme).findBy({ centreId, id: In(visible) }),
    );
    return inOrder(ids, programmes, (programme) => programme.id);
  },
);

async function visibleIds(
  context: Context,
  which: string,
  given: unknown,
): Promise<string[]> {
  const values: unknown[] = [context.actor.centreId, given];
  const bind = (value: unknown) => `$${String(values.push(value))}`;
  const may = render(programmePolicy.read, context.actor, bind, "p", {
    takesPart: TAKES_PART,
  });
  const rows = await context.reads.rows<{ id: string }>(
    `select p.id from programme p where p.centre_id = $1 and ${which} and ${may}
     order by p.starts_on desc nulls first, p.id limit ${String(MOST)}`,
    values,
  );
  return rows.map(({ id }) => id);
}

/** Of the viewer's centre, the latest first; drafts without dates stand before them. */
export async function programmesVisibleTo(
  context: Context,
): Promise<Programme[]> {
  if (!context.actor.centreId) return [];
  const ids = await visibleIds(context, "$2::boolean", true);
  const programmes = await Promise.all(
    ids.map((id) => context.load(programmeById, id)),
  );
  return programmes.filter((programme) => programme !== null);
}

/** Null where it is absent or not the actor's to see. */
export async function findProgramme(
  work: Work,
  id: string,
): Promise<Programme | null> {
  const { centreId, actor, manager } = work;
  const [row] = await work.rows<{ takes_part: boolean }>(
    `select ${TAKES_PART} as takes_part from programme p where p.centre_id = $1 and p.id = $2`,
    [centreId, id],
  );
  const takesPart = row?.takes_part ?? false;
  return row && allows(programmePolicy.read, actor, { centreId, takesPart })
    ? manager.getRepository(Programme).findOneBy({ centreId, id })
    : null;
}

export const changesOfProgramme = loader<string, ProgrammeChange[]>(
  async (context, ids) => {
    const { centreId } = context.actor;
    if (!centreId) return ids.map(() => []);
    const changes = await context.reads.ask((manager) =>
      ofEach(manager, ProgrammeChange, {
        centreId,
        of: "programmeId",
        ids: ids,
        order: { at: "DESC", version: "DESC", kind: "DESC" },
        most: MOST,
      }),
    );
    return grouped(ids, changes, (change) => change.programmeId);
  },
);

/** Services under a programme that the viewer may see, by name. */
export const servicesOfProgramme = loader<string, Service[]>(
  async (context, ids) => {
    const { centreId } = context.actor;
    if (!centreId) return ids.map(() => []);
    const rows = await context.reads.rows<{ id: string }>(
      `select n.id from (
         select id, row_number() over (partition by programme_id order by folded(name), id) as place
         from service where centre_id = $1 and programme_id = any($2)) n
       where n.place <= ${String(MOST)} order by n.place`,
      [centreId, ids],
    );
    const services = await Promise.all(
      rows.map(({ id }) => context.load(serviceById, id)),
    );
    return grouped(
      ids,
      services.filter((service) => service !== null),
      (service) => service.programmeId ?? "",
    );
  },
);

export function partnershipOf(
  context: Context,
  { networkId }: Programme,
): Promise<Network | null> {
  return networkId
    ? context.load(networkById, networkId)
    : Promise.resolve(null);
}
