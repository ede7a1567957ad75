// The world of a mix: an organisation with an agreement and two services, people of both sides, one coordinator who has left, and how everything stands before a round.
import { toGlobalId } from "../../../server/platform/graphql/global-id.js";
import { ANNA, openFor } from "../../cases/keeping.js";
import type { Api } from "../../support/api.js";
import type { Person } from "../../support/people.js";
import { aKey } from "../../support/world.js";
import { dateOf } from "../appointments/arranging.js";
import { aReferring, move, send } from "../referring.js";
import type { Mix, Standing } from "./mix.js";
import { recordBasis } from "./mix-acts.js";

export async function aMix(
  api: Api,
  { admin, mails, done }: Pick<Mix, "admin" | "mails" | "done">,
): Promise<Mix> {
  const world = await aReferring(api, {
    service: { total: 3, unit: "PLACES" },
    partner: { agreement: { toDays: 12 } },
  });
  const { centre, partner, kipus, team, service } = world;
  const hours = await partner.aService({ total: 24, unit: "HOURS_WEEK" });
  const { id: caseId = "" } = await openFor(kipus, ANNA);
  const left = await centre.aPerson("KIPUS");
  const { id: leftId = "", pseudonym = "" } = await openFor(left, {
    ...ANNA,
    name: "Barbara",
    surname: "Kanarek",
    born: "1961-02-03",
  });
  const [agreement] = await centre.asSystem((job) =>
    job.rows<{ id: string }>(`select id from agreement where centre_id = $1`, [
      centre.id,
    ]),
  );
  // the rules are asked in the system's name, of this centre
  await admin.query(
    `select set_config('splot.centre', $1, false), set_config('splot.kind', 'system', false)`,
    [centre.id],
  );
  const mix: Mix = {
    ...world,
    services: [service, hours],
    elsewhere: await partner.aService({ total: 40 }),
    coordinators: [kipus, await centre.aPerson("KIPUS")],
    teams: [team, await partner.aPerson("PARTNER_REFERRALS")],
    ous: await centre.aPerson("OUS"),
    officer: await centre.aPerson("IOD"),
    agreementId: toGlobalId("Agreement", agreement?.id ?? ""),
    isSuspended: false,
    pseudonym,
    caseId,
    bases: [],
    known: [],
    stands: new Map(),
    begun: "",
    admin,
    mails,
    done,
  };
  const travels = { disclosureLevel: "L1_CONTACT", units: 1 };
  await recordBasis(api, { ...mix, bases: [] }, aKey(), 40, {
    kipus: left,
    caseId: leftId,
  });
  const ofLeft = await send(left, hours, { ...travels, caseId: leftId });
  await leave(centre, left);
  await recordBasis(api, mix, aKey(), 9, mix);
  // who may be looked at, and is on the list of today
  const { id: begun = "" } = await send(kipus, hours, { ...travels, caseId });
  await move(team, "acceptReferral", begun);
  await move(team, "startReferral", begun);
  // there is something to do from the first hour on
  for (const [hour, further] of [
    [1, ["startReferral"]],
    [1, []],
    [72, []],
    [72, []],
  ] as const) {
    const { id = "" } = await send(mix.kipus, hours, { units: 1 });
    await move(team, "acceptReferral", id, {
      appointment: dateOf(api, hour),
    });
    for (const verb of further) await move(team, verb, id);
  }
  return { ...mix, begun, known: [begun, ofLeft.id ?? ""] };
}

async function leave(
  { asSystem, id }: Mix["centre"],
  { accountId }: Person,
): Promise<void> {
  await asSystem((job) =>
    job.rows(
      `update assignment set ended_at = $3 where centre_id = $1 and account_id = $2`,
      [id, accountId, job.now],
    ),
  );
}

/** What went out by itself is acted on like all else; how everything stands is what people see on their screens. */
export async function learnOf({ clock }: Api, mix: Mix): Promise<void> {
  const rows = await mix.centre.asSystem((job) =>
    job.rows<Standing>(
      `select r.id, r.status, r.sender_account_id as sender, r.service_id as service, c.version as "chainVersion",
         a.number, a.state, a.at <= $2 as "hasCome", coalesce((select max(revision) from attendance t where t.centre_id = r.centre_id
           and t.referral_id = r.id), 0) as revision
       from referral r left join referral_chain c on c.centre_id = r.centre_id and c.current_id = r.id
         and c.stopped_by is null
       left join lateral (select number, state, at from appointment p where p.centre_id = r.centre_id and p.referral_id = r.id
         order by number desc limit 1) a on true
       where r.centre_id = $1 order by r.created_at, r.id`,
      [mix.centre.id, clock.now()],
    ),
  );
  const [agreement] = await mix.centre.asSystem((job) =>
    job.rows<{ status: string }>(
      `select status from agreement where centre_id = $1`,
      [mix.centre.id],
    ),
  );
  mix.isSuspended = agreement?.status === "SUSPENDED";
  for (const row of rows) {
    const id = toGlobalId("Referral", row.id);
    mix.stands.set(id, { ...row, id });
    if (!mix.known.includes(id)) mix.known.push(id);
  }
}
