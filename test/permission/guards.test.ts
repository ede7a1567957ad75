// The guards of the database one by one: each is missed when it falls, each function of the owner answers whom the table says.
import type pg from "pg";

import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import { adminUrlOf, connectTo } from "../support/database.js";
import { bare } from "./canaries.js";
import type { ActorName, Cast } from "./cast.js";
import { aCast, actorNames } from "./cast.js";
import {
  openTables,
  ownersFunctions,
  trespasses,
  workers,
} from "./guards.table.js";
import { settingsOf } from "./standing.js";

let api: Api;
let admin: pg.Client;
let cast: Cast;
beforeAll(async () => {
  api = await openApi();
  admin = await connectTo(adminUrlOf(api.database.name));
  cast = await aCast(api);
});
afterAll(async () => {
  await admin.end();
  await api.close();
});

/** Statements with the ids of the cast, tried as somebody in one transaction that is undone. */
async function attempt(
  by: ActorName | "link",
  statements: readonly string[],
  fallen: string | null = null,
  { keepsBooks = true } = {},
): Promise<"done" | "nothing" | "refused"> {
  const ids: Record<string, string> = {
    service: cast.service.id,
    waiting: cast.waitingService.id,
    full: cast.fullService.id,
    referral: bare(cast.referralId),
    invitation: bare(cast.invitationId),
    sheet: bare(cast.sheetId),
    shortfall: bare(cast.shortfallId),
    loan: bare(cast.loanId),
    meeting: bare(cast.meetingId),
    standard: bare(cast.consultedId),
    user: cast.team.assignmentId,
    case: bare(cast.caseId),
    centre: cast.centre.id,
    partner: cast.partner.id,
    network: cast.centre.networkId,
    account:
      (by === "link" ? cast.sender : cast.actors[by].person)?.accountId ??
      cast.centre.id,
  };
  await admin.query("begin");
  try {
    if (fallen) {
      const [table = "", trigger = ""] = fallen.split(".");
      await admin.query(`alter table ${table} disable trigger ${trigger}`);
    }
    await admin.query(
      `set local role splot_app; select ${await settingsOf(admin, cast, by)}`,
    );
    let touched = 0;
    for (const statement of statements) {
      const { rowCount } = await admin.query(
        statement.replaceAll(
          /\$(\w+)/g,
          (_, name: string) => `'${ids[name] ?? ""}'::uuid`,
        ),
      );
      touched = rowCount ?? 0;
    }
    if (keepsBooks) await admin.query("set constraints all immediate");
    return touched > 0 ? "done" : "nothing";
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : null;
    if (code === "42501" || code === "23514") return "refused";
    throw error;
  } finally {
    await admin.query("rollback");
  }
}

/** No more roles than the links of mails lend, and no account. */
const lent = (name: ActorName | "link"): string[] =>
  name === "link"
    ? [
        `select set_config('splot.roles', 'PARTNER_EDITOR,PARTNER_REFERRALS', true), set_config('splot.account', '', true)`,
      ]
    : [];

it.each(trespasses)(
  "$guard alone stops what $by tries",
  async ({ guard, by, statements, keepsBooks = true }) => {
    const tried = (fallen: string | null) =>
      attempt(by, statements, fallen, { keepsBooks });
    expect(await tried(null)).toBe("refused");
    expect(await tried(guard)).toBe("done");
  },
);

it.each(ownersFunctions.filter(({ call }) => call !== null))(
  "$name answers whom the table says",
  async ({ call, answers }) => {
    const answered: (ActorName | "link")[] = [];
    for (const name of [...actorNames, "link"] as const)
      if ((await attempt(name, [...lent(name), call ?? ""])) === "done")
        answered.push(name);
    expect(answered).toEqual(answers);
  },
);

it("gives a place by the agreements of the day on which it is offered", async () => {
  const offer = (day: string) =>
    `update referral set status = 'OFFERED', takes = 'RESERVED', version = version + 1, updated_at = ${day}
     where service_id = $waiting and status = 'WAITLISTED'`;
  const guard = "referral.guard_referral_grounds";
  // deferred books aside, which the same transaction would have to keep
  const tried = (day: string, fallen: string | null = null) =>
    attempt("team", [offer(day)], fallen, { keepsBooks: false });
  expect(await tried("now()")).toBe("done");
  expect(await tried("'1995-01-01'")).toBe("refused");
  expect(await tried("'1995-01-01'", guard)).toBe("done");
});

describe("the catalogue", () => {
  const namesOf = async (sql: string): Promise<string[]> =>
    (await admin.query<{ name: string }>(sql)).rows.map(({ name }) => name);

  it("has no trigger that nobody tried to pass: a row in guards.table.ts says how", async () => {
    const triggers = await namesOf(
      `select tgrelid::regclass || '.' || tgname as name from pg_trigger
       where not tgisinternal and tgrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace) order by 1`,
    );
    const guards = new Set(trespasses.map(({ guard }) => guard));
    const tried = [...guards, ...workers];
    expect(triggers).toEqual(tried.sort());
  });

  it("has no function with the owner's rights that guards.table.ts does not know", async () => {
    const functions = await namesOf(
      `select proname as name from pg_proc where pronamespace = 'public'::regnamespace and prosecdef order by 1`,
    );
    expect(functions).toEqual(ownersFunctions.map(({ name }) => name).sort());
  });

  it("lets none of them look for names elsewhere, nor everybody call it", async () => {
    expect(
      await namesOf(
        `select proname as name from pg_proc where pronamespace = 'public'::regnamespace and prosecdef
         and (not coalesce(proconfig::text, '') ~ 'search_path=.?public, pg_temp'
           or exists (select from aclexplode(coalesce(proacl, acldefault('f', proowner))) where grantee = 0))`,
      ),
    ).toEqual([]);
  });

  it("has no table without row security, forced, but those that guards.table.ts names", async () => {
    const open = await namesOf(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
         and not (relrowsecurity and relforcerowsecurity) order by 1`,
    );
    expect(open).toEqual(Object.keys(openTables).sort());
  });

  it("has no policy that lets everybody through, and none that forgets to ask for the actor", async () => {
    expect(
      await namesOf(
        `select polname as name from pg_policy
         where coalesce(pg_get_expr(polqual, polrelid), 'actor_') !~ 'actor_'
           or coalesce(pg_get_expr(polwithcheck, polrelid), 'actor_') !~ 'actor_'
           or 'true' in (pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid))`,
      ),
    ).toEqual([]);
  });
});
