// The second factor: asked of whoever could learn of a resident, given at sign-in, taken once, and not to be guessed.
import { Role } from "../../server/identity/index.js";
import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import { adminUrlOf, connectTo } from "../support/database.js";
import type { Sockets } from "../support/following.js";
import { openSockets } from "../support/following.js";
import { aPerson, assign } from "../support/people.js";
import type { TestCentre } from "../support/world.js";
import { aCentre } from "../support/world.js";
import type { Entering } from "./entering.js";
import { enteringBy, PASSWORD } from "./entering.js";
import { aCoordinator, setUp, standing } from "./phone.js";

let api: Api;
let sockets: Sockets;
let centre: TestCentre;
let entering: Entering;
beforeAll(async () => {
  api = await openApi();
  sockets = await openSockets(api);
  centre = await aCentre(api);
  entering = enteringBy(api);
});
afterAll(async () => {
  await sockets.close();
  await api.close();
});

const run: Entering["run"] = (...asked) => entering.run(...asked);

const cases =
  "query ($id: ID!) { centre(id: $id) { cases(first: 1) { nodes { id } } } }";

async function isLetIn(token: string | undefined): Promise<boolean> {
  const { data } = await api.ask<{
    centre: { cases: { nodes: { id: string }[] } | null };
  }>(token ?? null, cases, { id: centre.globalId });
  return (data?.centre.cases?.nodes.length ?? 0) > 0;
}

describe("who could learn of a resident and has one factor", () => {
  it("has no rights by any door until the second is set up, and then all of them at once", async () => {
    const person = await aCoordinator(api, centre);
    await centre.aCase(person);
    expect(await standing(api, person.token)).toEqual({
      roles: [],
      mustSetUpSecondFactor: true,
      needsSecondFactor: true,
      secondFactor: null,
    });
    expect(await isLetIn(person.token)).toBe(false);
    const follow = () =>
      sockets.follow(
        person.token,
        `subscription ($id: ID!) { change: referralChanged(centreId: $id) { __typename ... on CaughtUp { cursor } } }`,
        { id: centre.globalId },
      );
    expect((await follow()).deliveries).toEqual([{ refused: "FORBIDDEN" }]);
    const { codes } = await setUp(api, entering, person.token);
    expect(codes).toHaveLength(10);
    expect(await standing(api, person.token)).toEqual({
      roles: ["KIPUS"],
      mustSetUpSecondFactor: false,
      needsSecondFactor: true,
      secondFactor: { recoveryCodesLeft: 10 },
    });
    expect(await isLetIn(person.token)).toBe(true);
    expect((await follow()).deliveries).toEqual([]);
  });

  it("is asked for it by a role that is granted later, and by a membership that she switches to", async () => {
    const partner = await centre.aPartner();
    const person = await aPerson(
      api,
      { centreId: centre.id, partnerId: partner.id, roles: ["PARTNER_VIEWER"] },
      { password: PASSWORD, factors: 1 },
    );
    expect((await standing(api, person.token))?.mustSetUpSecondFactor).toBe(
      false,
    );
    const other = await centre.aPartner();
    await assign(api, person.accountId, {
      centreId: centre.id,
      partnerId: other.id,
      roles: ["PARTNER_REFERRALS"],
    });
    const { data } = await person.ask<{
      viewer: { memberships: { id: string; current: boolean }[] };
    }>("{ viewer { memberships { id current } } }");
    const there = data?.viewer.memberships.find(({ current }) => !current);
    const switched = await run(person.token, "switchMembership", {
      membershipId: there?.id,
    });
    expect(await standing(api, switched.token)).toMatchObject({
      roles: [],
      mustSetUpSecondFactor: true,
    });
  });

  it("is asked for it in each role that sees a resident's data, gives roles or reads who saw what, and in no other", async () => {
    const asked: Role[] = [];
    for (const role of Object.values(Role)) {
      const { token } = await aPerson(
        api,
        { centreId: centre.id, partnerId: centre.hub.id, roles: [role] },
        { factors: 1 },
      );
      const stands = await standing(api, token);
      expect(stands?.roles).toEqual(stands?.needsSecondFactor ? [] : [role]);
      if (stands?.mustSetUpSecondFactor) asked.push(role);
    }
    expect(asked.sort()).toEqual([
      ...["DIRECTOR", "IOD", "KIPUS", "OUS"],
      ...["PARTNER_ADMIN", "PARTNER_REFERRALS", "SYSADMIN"],
    ]);
  });

  it("may do without in the demo", async () => {
    const demo = await aCentre(api);
    await demo.asSystem((work) =>
      work.rows(`update centre set is_demo = true where id = $1`, [demo.id]),
    );
    const person = await aPerson(
      api,
      { centreId: demo.id, partnerId: demo.hub.id, roles: ["KIPUS"] },
      { password: PASSWORD, factors: 1 },
    );
    expect(await standing(api, person.token)).toMatchObject({
      roles: ["KIPUS"],
      needsSecondFactor: false,
    });
    // and give up what she set up there
    const { phone } = await setUp(api, entering, person.token);
    const removed = await run(person.token, "removeSecondFactor", {
      code: phone.shows(),
    });
    expect(removed.__typename).toBe("SecondFactorRemoved");
    const { __typename: again } = await entering.signIn(person.email);
    expect(again).toBe("SignedIn");
  });
});

describe("signing in", () => {
  it("asks for a code after the password, and opens by it", async () => {
    const person = await aCoordinator(api, centre);
    const { phone } = await setUp(api, entering, person.token);
    const first = await entering.signIn(person.email);
    expect(Object.keys(first)).toEqual(["__typename", "ticket"]);
    expect(first.__typename).toBe("SecondFactorNeeded");
    // the ticket is no session
    expect(await standing(api, first.ticket)).toBeNull();
    const { ticket } = first;
    const code = phone.shows();
    const second = await run(null, "completeSignIn", { ticket, code });
    expect(second.viewer?.roles).toEqual(["KIPUS"]);
    expect(second.token).not.toBe(ticket);
    // neither ticket nor code opens again
    const dead = await run(null, "completeSignIn", { ticket, code });
    expect(dead.__typename).toBe("SignInRefused");
    const third = await entering.signIn(person.email);
    const used = await run(null, "completeSignIn", {
      ticket: third.ticket,
      code,
    });
    expect(used).toMatchObject({
      __typename: "InvalidInput",
      message:
        "Ten kod nie pasuje albo był już użyty. Wpisz kod, który aplikacja pokazuje teraz.",
    });
  });

  it("lets one of two with the same code at the same moment in", async () => {
    const person = await aCoordinator(api, centre);
    const { phone } = await setUp(api, entering, person.token);
    const tickets = [
      (await entering.signIn(person.email)).ticket,
      (await entering.signIn(person.email)).ticket,
    ];
    const outcomes = await Promise.all(
      tickets.map((ticket) =>
        run(null, "completeSignIn", { ticket, code: phone.shows() }),
      ),
    );
    expect(outcomes.map(({ __typename }) => __typename).sort()).toEqual([
      "InvalidInput",
      "SignedIn",
    ]);
  });

  it("tells no more of a wrong password than where there is no second factor", async () => {
    const person = await aCoordinator(api, centre);
    await setUp(api, entering, person.token);
    const wrong = await entering.signIn(person.email, "zupelnie-inne");
    expect(wrong).toEqual({
      __typename: "SignInRefused",
      message: "E-mail lub hasło się nie zgadza. Sprawdź oba.",
    });
  });

  it("takes a recovery code instead, once, however it is typed", async () => {
    const person = await aCoordinator(api, centre);
    const { codes } = await setUp(api, entering, person.token);
    const [code = ""] = codes;
    const enter = async (typed: string) => {
      const { ticket } = await entering.signIn(person.email);
      return run(null, "completeSignIn", { ticket, code: typed });
    };
    const { token } = await enter(` ${code.toUpperCase().replace("-", "")}`);
    expect((await standing(api, token))?.secondFactor).toEqual({
      recoveryCodesLeft: 9,
    });
    expect((await enter(code)).__typename).toBe("InvalidInput");
    const renewed = await run(token ?? null, "renewRecoveryCodes", {
      code: codes[1],
    });
    expect(renewed.codes).toHaveLength(10);
    expect((await enter(codes[2] ?? "")).__typename).toBe("InvalidInput");
    expect((await enter(renewed.codes?.[0] ?? "")).__typename).toBe("SignedIn");
  });

  it("is slowed down after ten wrong codes, for the right one too", async () => {
    const person = await aCoordinator(api, centre);
    const { phone } = await setUp(api, entering, person.token);
    const { ticket } = await entering.signIn(person.email);
    const enter = (code: string) =>
      run(null, "completeSignIn", { ticket, code });
    for (let tries = 0; tries < 10; tries += 1)
      expect((await enter("000 000")).message).toMatch(/^Ten kod nie pasuje/);
    expect(await enter(phone.shows())).toMatchObject({
      __typename: "InvalidInput",
      message:
        "Za dużo prób. Spróbuj później albo ustaw nowe hasło przez link z e-maila.",
    });
    await enter(phone.shows());
    // what is not tried leaves one line, not one each: nobody fills the log by typing on
    const lines = await centre.asSystem((work) =>
      work.rows<{ change: string | null }>(
        `select change from access_log where centre_id = $1 and actor_account_id = $2 and action = 'LOGIN_FAILED'
         order by position`,
        [centre.id, person.accountId],
      ),
    );
    expect(lines.map(({ change }) => change)).toEqual([
      ...Array.from({ length: 10 }, () => null),
      "SignInSlowedDown",
    ]);
  });

  it("takes thirty wrong codes a day however slowly, tells the owner once, and starts anew with another password", async () => {
    const person = await aCoordinator(api, centre);
    const { phone } = await setUp(api, entering, person.token);
    const { ticket } = await entering.signIn(person.email);
    const enter = async (code: string) => {
      const outcome = await run(null, "completeSignIn", { ticket, code });
      return outcome.message ?? outcome.__typename;
    };
    const admin = await connectTo(adminUrlOf(api.database.name));
    for (let quarter = 0; quarter < 4; quarter += 1) {
      for (let tries = 0; tries < 10; tries += 1)
        expect(await enter("000 000")).toMatch(
          quarter < 3 ? /^Ten kod nie pasuje/ : /^Za dużo prób/,
        );
      await enter("000 000");
      // the quarter of an hour is over, the day is not
      await admin.query(
        "delete from sign_in_attempt where key like 'code:%' or key like 'news:%'",
      );
    }
    await admin.end();
    const letters = await centre.asSystem((work) =>
      work.rows<{ kind: string }>(
        `select kind from letter where account_id = $1 and kind = 'second-factor-guessed'`,
        [person.accountId],
      ),
    );
    expect(letters).toHaveLength(1);
    expect(await enter(phone.shows())).toMatch(/^Za dużo prób/);
    const changed = await run(person.token, "changePassword", {
      current: PASSWORD,
      new: "jeszcze-lepsze-2",
    });
    expect(changed.__typename).toBe("PasswordChanged");
    const again = await entering.signIn(person.email, "jeszcze-lepsze-2");
    const entered = await run(null, "completeSignIn", {
      ticket: again.ticket,
      code: phone.shows(),
    });
    expect(entered.__typename).toBe("SignedIn");
  });

  it("has to be begun anew after ten minutes, and after the password was set anew", async () => {
    const person = await aCoordinator(api, centre);
    const { phone } = await setUp(api, entering, person.token);
    const late = await entering.signIn(person.email);
    api.clock.pass({ minutes: 11 });
    const tooLate = await run(null, "completeSignIn", {
      ticket: late.ticket,
      code: phone.shows(),
    });
    expect(tooLate.__typename).toBe("SignInRefused");
    const stale = await entering.signIn(person.email);
    const changed = await run(person.token, "changePassword", {
      current: PASSWORD,
      new: "jeszcze-lepsze-2",
    });
    expect(changed.__typename).toBe("PasswordChanged");
    const dead = await run(null, "completeSignIn", {
      ticket: stale.ticket,
      code: phone.shows(),
    });
    expect(dead.__typename).toBe("SignInRefused");
  });
});
