// Somebody with two factors: the app on her phone, which shows its codes, and how her session stands.
import { Secret, TOTP } from "otpauth";

import type { Api } from "../support/api.js";
import type { Person } from "../support/people.js";
import { aPerson } from "../support/people.js";
import type { TestCentre } from "../support/world.js";
import type { Entering } from "./entering.js";
import { PASSWORD } from "./entering.js";

export interface Phone {
  /** What it shows so many steps of thirty seconds from now. */
  shows(steps?: number): string;
}

export function aPhone(
  { clock }: { clock: { now(): Date } },
  secret: string,
): Phone {
  const totp = new TOTP({ secret: Secret.fromBase32(secret) });
  return {
    shows: (steps = 0) =>
      totp.generate({ timestamp: clock.now().getTime() + steps * 30_000 }),
  };
}

/** Sets a second factor up for who is signed in with the token; the clock goes on, so that the next code is a new one. */
export async function setUp(
  api: Api,
  { run }: Entering,
  token: string,
): Promise<{ phone: Phone; codes: string[] }> {
  const { secret = "" } = await run(token, "beginSecondFactor", {});
  const phone = aPhone(api, secret);
  const confirmed = await run(token, "confirmSecondFactor", {
    code: phone.shows(),
  });
  if (!confirmed.codes) throw new Error(confirmed.message);
  api.clock.pass({ minutes: 1 });
  return { phone, codes: confirmed.codes };
}

/** A coordinator who has a password, and is signed in by it alone. */
export function aCoordinator(api: Api, centre: TestCentre): Promise<Person> {
  return aPerson(
    api,
    { centreId: centre.id, partnerId: centre.hub.id, roles: ["KIPUS"] },
    { password: PASSWORD, factors: 1 },
  );
}

interface Standing {
  roles: string[];
  mustSetUpSecondFactor: boolean;
  needsSecondFactor: boolean;
  secondFactor: { recoveryCodesLeft: number } | null;
}

/** Null where the token opens nothing. */
export async function standing(
  api: Api,
  token: string | undefined,
): Promise<Standing | null> {
  const { data } = await api.ask<{ viewer: Standing | null }>(
    token ?? null,
    `{ viewer { roles mustSetUpSecondFactor needsSecondFactor secondFactor { recoveryCodesLeft } } }`,
  );
  return data?.viewer ?? null;
}
