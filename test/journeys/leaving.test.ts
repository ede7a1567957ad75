// Plays issue 4, done when 1, a partner that leaves with open referrals: refused until the coordinator planned for both (O19, P16); what makes it hard to stay (O18).
import { faultsOf } from "../support/axe.js";
import { openTown, photograph, type Town } from "../support/visitor.js";

const MUSEUM = "Muzeum Ziemi Jarzębinowskiej";
const AGREED = "/siec/lsr-jarzebinow/kto-co-robi";

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

const today = (andDays = 0) =>
  new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Warsaw" }).format(
    Date.now() + andDays * 86_400_000,
  );

const pathOf = (number = "") => `/skierowania/${number.replaceAll("/", "-")}`;

async function refer(): Promise<{ number?: string; message?: string }> {
  const found = await town.ask<{
    viewer: { centre: { services: { nodes: { id: string }[] } } };
  }>(
    "kipus",
    `{ viewer { centre { services(filter: { text: "Darmowe wejścia do muzeum" }) { nodes { id } } } } }`,
  );
  const { sent } = await town.ask<{
    sent: { number?: string; message?: string };
  }>(
    "kipus",
    `mutation ($input: SendReferralInput!) { sent: sendReferral(input: $input) { ... on Referral { number } ... on Problem { message } } }`,
    {
      input: {
        requestKey: crypto.randomUUID(),
        serviceId: found.viewer.centre.services.nodes[0]?.id,
      },
    },
  );
  return sent;
}

/** Both sides agree that it ends today. */
async function endAgreement(): Promise<void> {
  const { viewer } = await town.ask<{
    viewer: {
      centre: { agreements: { nodes: { id: string; number: string }[] } };
    };
  }>(
    "ous",
    `{ viewer { centre { agreements(first: 100) { nodes { id number } } } } }`,
  );
  const { ended } = await town.ask<{ ended: { __typename: string } }>(
    "ous",
    `mutation ($input: TerminateAgreementInput!) { ended: terminateAgreement(input: $input) { __typename } }`,
    {
      input: {
        agreementId: viewer.centre.agreements.nodes.find(
          ({ number }) => number === "A21",
        )?.id,
        lastDay: today(),
        byConsent: true,
        reason: "Muzeum odchodzi z sieci",
      },
    },
  );
  expect(ended).toEqual({ __typename: "Agreement" });
}

/** Counts how often the page shows its skeleton from now on. */
const notesBlanks = `void (() => {
  window.blanks = 0;
  new MutationObserver(() => {
    if (document.querySelector("main [aria-busy=true]")) window.blanks += 1;
  }).observe(document.body, { subtree: true, childList: true });
})()`;

it("is helped over an obstacle before it gives up", async () => {
  const ous = await town.visit("ous", "/partnerzy?q=muzeum");
  await ous.getByRole("link", { name: MUSEUM }).click();
  await ous.getByRole("link", { name: "Zaproś na spotkanie" }).click();
  const meeting = ous.getByRole("dialog");
  expect(await meeting.getByLabel("Temat").inputValue()).toMatch(
    /^Spotkanie: Muzeum/,
  );
  await meeting.getByRole("button", { name: "Anuluj" }).click();
  await ous.goBack();
  await ous.getByRole("button", { name: "Zapisz przeszkodę" }).click();
  const form = ous.getByRole("dialog");
  // what nobody has chosen is not saved
  await form.getByRole("button", { name: "Zapisz" }).click();
  await form.getByRole("link", { name: /^Co przeszkadza/ }).waitFor();
  await form.getByLabel("Co przeszkadza").selectOption("Trudny dojazd");
  await form.getByLabel("Jak jest teraz").selectOption("pomoc trwa");
  await form.getByRole("button", { name: "Zapisz" }).click();
  await form.getByText("Napisz, jaka to pomoc.").first().waitFor();
  expect(await faultsOf(ous)).toEqual([]);
  await form.getByLabel("Jaka pomoc").fill("Spotkania zdalne");
  await ous.evaluate(notesBlanks);
  await form.getByRole("button", { name: "Zapisz" }).click();
  await form.waitFor({ state: "detached" });
  await ous.getByText("Pomoc: Spotkania zdalne").waitFor();
  // what was read before stays on the screen while it is read anew
  expect(await ous.evaluate<number>("window.blanks")).toBe(0);
  await photograph(ous, "obstacle", { fullPage: true });
  const muz = await town.visit("muz", new URL(ous.url()).pathname);
  await muz.getByText("Pomoc: Spotkania zdalne").waitFor();
  const kis = await town.visit("kis", new URL(ous.url()).pathname);
  await kis.getByRole("heading", { name: "Osoby do kontaktu" }).waitFor();
  expect(await kis.getByText("Przeszkody w udziale").count()).toBe(0);
});

const leavingOf = (verb: string, further: Record<string, unknown> = {}) =>
  town
    .ask<{ viewer: { partner: { memberships: Membership[] } } }>(
      "muz",
      `{ viewer { partner { memberships { id version } } } }`,
    )
    .then(({ viewer }) =>
      town.ask(
        "muz",
        `mutation ($input: ${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input!) { ${verb}(input: $input) { __typename } }`,
        {
          input: {
            membershipId: viewer.partner.memberships[0]?.id,
            ifVersion: viewer.partner.memberships[0]?.version,
            ...further,
          },
        },
      ),
    );

interface Membership {
  id: string;
  version: number;
}

it("is known to who looks for its services, from the announcement to its last day", async () => {
  await leavingOf("announceLeaving", {
    leavingOn: today(20),
    reason: "Remont budynku",
  });
  const kipus = await town.visit("kipus", "/szukaj?q=muzeum");
  await kipus.getByText("odchodzi z sieci: ").first().waitFor();
  expect(await faultsOf(kipus)).toEqual([]);
  await photograph(kipus, "leaving-search", { fullPage: true });
  await kipus
    .getByRole("button", { name: "Skieruj: Darmowe wejścia do muzeum" })
    .click();
  await kipus
    .getByRole("dialog")
    .getByText("Ta organizacja odchodzi z sieci: ")
    .waitFor();
  expect(await faultsOf(kipus)).toEqual([]);
  await photograph(kipus, "leaving-refer");
  await leavingOf("takeBackLeaving");
  await kipus.close();
});

it("hands over first, then goes, and gets nothing new", async () => {
  const numbers = [(await refer()).number, (await refer()).number];
  expect(numbers).toEqual([expect.any(String), expect.any(String)]);

  // what everybody can read, and the day and reason
  const muz = await town.visit("muz", AGREED);
  await muz
    .getByRole("heading", { name: "Jak się dołącza i odchodzi" })
    .waitFor();
  await muz.getByText("Odejść można zawsze.").waitFor();
  await muz.getByRole("button", { name: `Zgłoś odejście: ${MUSEUM}` }).click();
  const form = muz.getByRole("dialog");
  await form.getByLabel("Dzień odejścia").fill(today());
  await form.getByLabel("Dlaczego").fill("Remont budynku do końca roku");
  expect(await faultsOf(muz)).toEqual([]);
  await form.getByRole("button", { name: "Zgłoś odejście" }).click();
  await form.waitFor({ state: "detached" });
  await muz
    .getByText(
      "2 otwarte skierowania nie mają planu. Plan podają: Karolina Maj.",
    )
    .waitFor();

  const complete = muz.getByRole("button", {
    name: `Zakończ odejście: ${MUSEUM}`,
  });
  const question = muz.getByRole("dialog");
  await complete.click();
  await question.getByRole("button", { name: "Zakończ odejście" }).click();
  await question
    .getByRole("alert")
    .getByText(/^Najpierw każde otwarte skierowanie/)
    .waitFor();
  await photograph(muz, "leaving-refused", { fullPage: true });
  await question.getByRole("button", { name: "Anuluj" }).click();

  // the organiser is told who owes, never how few
  const ous = await town.visit("ous", AGREED);
  await ous
    .getByText("Są otwarte skierowania bez planu. Plan podają: Karolina Maj.")
    .waitFor();
  await photograph(ous, "leaving-organiser", { fullPage: true });

  // and whoever looks for the organisation or its services
  const kipus = await town.visit("kipus", "/partnerzy?q=muzeum");
  await kipus.getByRole("link", { name: MUSEUM }).click();
  await kipus.getByText("Odchodzi z sieci LSR Jarzębinów:").waitFor();
  expect(await faultsOf(kipus)).toEqual([]);
  const partnerPath = new URL(kipus.url()).pathname;
  await photograph(kipus, "leaving-partner", { fullPage: true });
  await kipus.goto(`${town.url}/skierowania`);
  await kipus.getByText("Organizacja odchodzi – co dalej?").first().waitFor();
  for (const number of numbers) {
    await kipus.goto(town.url + pathOf(number));
    await kipus
      .getByRole("heading", { name: /^Organizacja odchodzi z sieci/ })
      .waitFor();
    await kipus
      .getByLabel("Co dalej")
      .selectOption({ label: "Dokończy tutaj" });
    await kipus.getByRole("button", { name: "Zapisz plan" }).click();
    await kipus.getByText(/^Plan: dokończy tutaj do/).waitFor();
  }
  await photograph(kipus, "leaving-planned", { fullPage: true });

  // the organisation sees at its referral what was planned
  const team = await town.visit("muz", pathOf(numbers[0]));
  await team.getByText(/Plan: dokończycie do/).waitFor();

  // plans are there, an agreement still binds; it ends by its own way
  await muz.reload();
  await muz.getByText("Wszystkie otwarte skierowania mają plan.").waitFor();
  await complete.click();
  await question.getByRole("button", { name: "Zakończ odejście" }).click();
  await question
    .getByRole("alert")
    .getByText(/: A21\. /)
    .waitFor();
  await question.getByRole("link", { name: "Zobacz umowy" }).waitFor();
  await endAgreement();
  await question.getByRole("button", { name: "Zakończ odejście" }).click();
  await question.waitFor({ state: "detached" });
  await complete.waitFor({ state: "detached" });

  expect((await refer()).message).toBe(
    "Ta organizacja nie jest teraz w sieci. Poproś organizatorkę usług.",
  );

  // and may be asked in again
  const former = await town.visit("ous", partnerPath);
  await former.getByText("Ta organizacja odeszła z sieci.").waitFor();
  await former.getByRole("button", { name: "Zaproś ponownie" }).click();
  expect(await faultsOf(former)).toEqual([]);
  const back = former.getByRole("dialog");
  await photograph(former, "leaving-back");
  await back.getByRole("button", { name: "Zaproś do sieci" }).click();
  await former
    .getByText("Zaproszenie do sieci LSR Jarzębinów czeka na odpowiedź.")
    .waitFor();
  expect(town.complaints()).toEqual([]);
});

it("is written anew by the organiser", async () => {
  const ous = await town.visit("ous", AGREED);
  await ous.getByRole("button", { name: "Zmień procedurę" }).click();
  const form = ous.getByRole("dialog");
  await form
    .getByLabel("Procedura")
    .fill("Każdy może dołączyć. Każdy może odejść, gdy odda sprawy.");
  expect(await faultsOf(ous)).toEqual([]);
  await form.getByRole("button", { name: "Zapisz" }).click();
  await form.waitFor({ state: "detached" });
  const kipus = await town.visit("kipus", AGREED);
  await kipus.getByText("Każdy może dołączyć.").waitFor();
  await kipus.getByText(/^Obowiązuje od/).waitFor();
});

it("leaves what a coordinator had open to the organiser", async () => {
  const { viewer } = await town.ask<{
    viewer: {
      partner: { assignees: { id: string; name: string }[] };
    };
  }>("sysadmin", `{ viewer { partner { assignees { id name } } } }`);
  const { ended } = await town.ask<{ ended: { __typename: string } }>(
    "sysadmin",
    `mutation ($input: EndDutiesInput!) { ended: endDuties(input: $input) { __typename } }`,
    {
      input: {
        assigneeId: viewer.partner.assignees.find(
          ({ name }) => name === "Karolina Maj",
        )?.id,
      },
    },
  );
  expect(ended).toEqual({ __typename: "Assignee" });
  const ous = await town.visit("ous", "/oferta-teraz");
  await ous.getByRole("link", { name: /bez koordynatora czeka/ }).click();
  const one = ous
    .getByRole("listitem")
    .filter({ hasText: "wysłane przez: Karolina Maj" })
    .filter({ hasText: "Zapisz plan" })
    .first();
  await one.getByLabel("Co dalej").selectOption("Dokończy tutaj");
  expect(await faultsOf(ous)).toEqual([]);
  await photograph(ous, "left-behind", { fullPage: true });
  await one.getByRole("button", { name: "Zapisz plan" }).click();
  await ous
    .getByText(/^Plan: dokończy tutaj do/)
    .first()
    .waitFor();
  expect(town.complaints()).toEqual([]);
});
