// A second factor through the years: a new phone, a lost one, one given up; and nothing of it lies open.
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import { operatorAt } from "../support/commands.js";
import { adminUrlOf, connectTo } from "../support/database.js";
import type { TestCentre } from "../support/world.js";
import { aCentre } from "../support/world.js";
import type { Entering } from "./entering.js";
import { enteringBy, PASSWORD } from "./entering.js";
import { aCoordinator, aPhone, setUp, standing } from "./phone.js";

let api: Api;
let centre: TestCentre;
let entering: Entering;
beforeAll(async () => {
  api = await openApi();
  centre = await aCentre(api);
  entering = enteringBy(api);
});
afterAll(() => api.close());

const run: Entering["run"] = (...asked) => entering.run(...asked);

describe("the second factor itself", () => {
  it("signs all other devices out when it is set up", async () => {
    const person = await aCoordinator(api, centre);
    const { token } = await entering.signIn(person.email);
    await setUp(api, entering, person.token);
    expect(await standing(api, token)).toBeNull();
  });

  it("moves to a new phone by a code of the old one, which holds until then", async () => {
    const person = await aCoordinator(api, centre);
    const { phone } = await setUp(api, entering, person.token);
    const begin = (code?: string) =>
      run(person.token, "beginSecondFactor", code ? { code } : {});
    expect((await begin()).__typename).toBe("InvalidInput");
    expect((await begin("123456")).__typename).toBe("InvalidInput");
    const { secret = "" } = await begin(phone.shows());
    api.clock.pass({ minutes: 1 });
    const { ticket } = await entering.signIn(person.email);
    const still = await run(null, "completeSignIn", {
      ticket,
      code: phone.shows(),
    });
    expect(still.__typename).toBe("SignedIn");
    const newer = aPhone(api, secret);
    const confirmed = await run(person.token, "confirmSecondFactor", {
      code: newer.shows(),
    });
    expect(confirmed.__typename).toBe("RecoveryCodes");
    api.clock.pass({ minutes: 1 });
    const next = await entering.signIn(person.email);
    const enter = (code: string) =>
      run(null, "completeSignIn", { ticket: next.ticket, code });
    expect((await enter(phone.shows())).__typename).toBe("InvalidInput");
    expect((await enter(newer.shows())).__typename).toBe("SignedIn");
  });

  it("asks for the password anew where she signed in a while ago: to set up, to move, for new codes", async () => {
    const person = await aCoordinator(api, centre);
    api.clock.pass({ minutes: 16 });
    const begin = (input: Record<string, string> = {}) =>
      run(person.token, "beginSecondFactor", input);
    expect(await begin()).toMatchObject({
      __typename: "InvalidInput",
      message:
        "Od zalogowania minęła chwila. Podaj hasło albo zaloguj się od nowa.",
    });
    expect((await begin({ password: "zupelnie-inne" })).message).toBe(
      "To nie jest Twoje hasło.",
    );
    const { secret = "" } = await begin({ password: PASSWORD });
    const phone = aPhone(api, secret);
    const { codes = [] } = await run(person.token, "confirmSecondFactor", {
      code: phone.shows(),
    });
    api.clock.pass({ minutes: 1 });
    // the code alone is not enough, and is not used up by a wrong password
    const [code = ""] = codes;
    expect((await begin({ code })).__typename).toBe("InvalidInput");
    const renew = (password?: string) =>
      run(person.token, "renewRecoveryCodes", {
        code,
        ...(password ? { password } : {}),
      });
    expect((await renew()).__typename).toBe("InvalidInput");
    expect((await renew("zupelnie-inne")).__typename).toBe("InvalidInput");
    expect((await renew(PASSWORD)).__typename).toBe("RecoveryCodes");
    const moved = await begin({ code: phone.shows(), password: PASSWORD });
    expect(moved.__typename).toBe("SecondFactorBegun");
  });

  it("is not in force before its first code, nor by one that comes after half an hour", async () => {
    const person = await aCoordinator(api, centre);
    const { secret = "" } = await run(person.token, "beginSecondFactor", {});
    const phone = aPhone(api, secret);
    expect((await entering.signIn(person.email)).__typename).toBe("SignedIn");
    api.clock.pass({ minutes: 31 });
    const late = await run(person.token, "confirmSecondFactor", {
      code: phone.shows(),
    });
    expect(late.__typename).toBe("InvalidInput");
  });

  it("cannot be given up where a role needs it", async () => {
    const person = await aCoordinator(api, centre);
    const { phone } = await setUp(api, entering, person.token);
    const kept = await run(person.token, "removeSecondFactor", {
      code: phone.shows(),
    });
    expect(kept.message).toMatch(/^Twoja rola wymaga drugiego składnika/);
    expect((await entering.signIn(person.email)).__typename).toBe(
      "SecondFactorNeeded",
    );
  });

  it("is taken off by the operator for who lost all: signed out, told by mail, asked for a new one", async () => {
    const person = await aCoordinator(api, centre);
    await setUp(api, entering, person.token);
    const [found] = await centre.asSystem((work) =>
      work.rows<{ slug: string }>(`select slug from centre where id = $1`, [
        centre.id,
      ]),
    );
    const slug = found?.slug ?? "";
    const told = await operatorAt(api).centre(
      ...["reset-second-factor", "--centre", slug, "--email", person.email],
    );
    expect(told).toMatchObject({ status: 0, complained: [] });
    expect(await standing(api, person.token)).toBeNull();
    const { token } = await entering.signIn(person.email);
    expect(await standing(api, token)).toMatchObject({
      roles: [],
      mustSetUpSecondFactor: true,
    });
    const letters = await centre.asSystem((work) =>
      work.rows<{ kind: string }>(
        `select kind from letter where account_id = $1 order by written_at`,
        [person.accountId],
      ),
    );
    expect(letters.map(({ kind }) => kind)).toEqual([
      "second-factor-set",
      "second-factor-removed",
    ]);
  });

  it("keeps neither the secret nor a code in clear, and none of them in the log", async () => {
    const person = await aCoordinator(api, centre);
    const { secret = "" } = await run(person.token, "beginSecondFactor", {});
    const phone = aPhone(api, secret);
    const { codes = [] } = await run(person.token, "confirmSecondFactor", {
      code: phone.shows(),
    });
    const admin = await connectTo(adminUrlOf(api.database.name));
    const { rows } = await admin.query<{ text: string }>(
      `select f::text as text from second_factor f union all select e::text from event e
       union all select l::text from letter l union all select a::text from sign_in_attempt a`,
    );
    await admin.end();
    const all = rows.map(({ text }) => text).join("\n");
    const bytes = Buffer.from(secret).toString("hex");
    for (const hidden of [
      secret,
      bytes,
      ...codes,
      ...codes.map((one) => one.replace("-", "")),
    ])
      expect(all).not.toContain(hidden);
  });
});
