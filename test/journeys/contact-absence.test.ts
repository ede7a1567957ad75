// Plays issue 4, done when 1, a contact's absence: her letters reach the deputy, a successor in one step, an alert when nobody is left (P5, O5).
import type { Page } from "playwright-core";

import { faultsOf } from "../support/axe.js";
import { adminUrlOf, connectTo } from "../support/database.js";
import { openTown, photograph, type Town } from "../support/visitor.js";

const PARTNER = "Fundacja „Oddech” (opiekunowie osób zależnych)";
const DEPUTY = { name: "Irena Zastępcza", email: "irena@jarzebinow.example" };

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

/** The days of the centre, from today on. */
const dayAfter = (days: number) =>
  new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Warsaw" }).format(
    new Date(Date.now() + days * 86_400_000),
  );

/** Nights and Sundays go by: what waits for its hour goes out now. */
async function letTimePass(): Promise<void> {
  const admin = await connectTo(adminUrlOf(town.database.name));
  await admin.query(
    `select graphile_worker.reschedule_jobs(array(select id from graphile_worker.jobs where run_at > now()
       and task_identifier = 'send-letter'), now())`,
  );
  await admin.end();
}

/** Reads the demo's mailbox until the letter is there. */
async function letterTo(page: Page, to: string, subject: RegExp) {
  for (let looks = 0; looks < 100; looks++) {
    const { mailbox } = await town.ask<{
      mailbox: { nodes: { to: string; subject: string; text: string }[] };
    }>("ous", `{ mailbox(first: 50) { nodes { to subject text } } }`);
    const letter = mailbox.nodes.find(
      (one) => one.to === to && subject.test(one.subject),
    );
    if (letter) return letter;
    await page.waitForTimeout(100);
  }
  throw new Error(`${to} got no letter ${String(subject)}`);
}

async function setAway(page: Page, name: string) {
  await page.getByRole("button", { name: `Nieobecność: ${name}` }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Pierwszy dzień").fill(dayAfter(0));
  await dialog.getByLabel("Ostatni dzień").fill(dayAfter(3));
  expect(await faultsOf(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Zapisz nieobecność" }).click();
  await dialog.waitFor({ state: "detached" });
}

async function refer(): Promise<string> {
  const found = await town.ask<{
    viewer: { centre: { services: { nodes: { id: string }[] } } };
  }>(
    "kipus",
    `{ viewer { centre { services(filter: { text: "Klub Samopomocy osób" }) { nodes { id } } } } }`,
  );
  const { sent } = await town.ask<{
    sent: { __typename: string; number?: string };
  }>(
    "kipus",
    `mutation ($input: SendReferralInput!) { sent: sendReferral(input: $input) { __typename ... on Referral { number } } }`,
    {
      input: {
        requestKey: crypto.randomUUID(),
        serviceId: found.viewer.centre.services.nodes[0]?.id,
        priority: "EMERGENCY",
      },
    },
  );
  if (!sent.number) throw new Error(`not sent: ${sent.__typename}`);
  return sent.number;
}

it("goes on while somebody is left, and alerts the organiser when nobody is", async () => {
  // the organisation keeps its own people: a deputy first, then the absence
  const fop = await town.visit("fop", "/partnerzy?q=oddech");
  await fop.getByRole("link", { name: PARTNER }).click();
  await fop.getByText("Brak zastępcy.").waitFor();
  await fop.getByRole("button", { name: "Dodaj osobę" }).click();
  const form = fop.getByRole("dialog");
  await form.getByLabel("Imię i nazwisko").fill(DEPUTY.name);
  await form.getByLabel("Służbowy e-mail").fill("nie to");
  await form.getByLabel("zastępuje główny kontakt").check();
  await form.getByLabel("Służbowy e-mail").fill(DEPUTY.email);
  expect(await faultsOf(fop)).toEqual([]);
  await photograph(fop, "contact-form");
  await form.getByRole("button", { name: "Zapisz osobę" }).click();
  await form.waitFor({ state: "detached" });
  await fop.getByText("zastępca", { exact: true }).waitFor();

  // she says herself that she is willing, and that she is away
  await fop.getByRole("button", { name: "Chcę być osobą do kontaktu" }).click();
  await fop.getByRole("button", { name: "Tak, chcę" }).click();
  await fop.getByText("chce być osobą do kontaktu").waitFor();
  await setAway(fop, "Beata Kosińska");
  await fop.getByText(/^nieobecność do /).waitFor();
  await photograph(fop, "contact-away", { fullPage: true });

  const number = await refer();
  const letter = await letterTo(fop, DEPUTY.email, /^Nowe skierowani/);
  // by its link the deputy answers
  const [, after = ""] = letter.text.split(number);
  const [, path] = /(\/o\/[\w-]+)/.exec(after) ?? [];
  const deputy = await (await town.aBrowser()).newPage();
  await deputy.goto(`${town.url}${path ?? ""}`);
  await deputy.getByRole("button", { name: "Przyjmij" }).click();
  await deputy.getByText("jest przyjęte").waitFor();

  // the organiser names the successor in the step in which the first one leaves
  const ous = await town.visit("ous", "/partnerzy?q=oddech");
  await ous.getByRole("link", { name: PARTNER }).click();
  await ous.getByRole("button", { name: "Usuń: Beata Kosińska" }).click();
  const leave = ous.getByRole("dialog");
  expect(await faultsOf(ous)).toEqual([]);
  await leave.getByRole("button", { name: "Usuń" }).click();
  await leave.waitFor({ state: "detached" });
  await ous
    .getByText("Beata Kosińska", { exact: true })
    .waitFor({ state: "detached" });
  await ous.getByText("główny kontakt", { exact: true }).waitFor();
  await ous
    .getByRole("button", { name: `Zapisz gotowość: ${DEPUTY.name}` })
    .click();
  await ous.getByLabel("Skąd to wiesz").fill("rozmowa telefoniczna");
  await ous.getByRole("dialog").getByRole("button", { name: "Zapisz" }).click();
  await ous.getByText("chce być osobą do kontaktu").waitFor();

  // and when she goes away too, nobody is left
  await setAway(ous, DEPUTY.name);
  await ous.getByText("Nikogo z tej organizacji teraz nie ma.").waitFor();
  await photograph(ous, "contact-nobody", { fullPage: true });
  await letTimePass();
  const alert = await letterTo(
    ous,
    "ous@jarzebinow.example",
    /^Nikogo teraz nie ma: Fundacja „Oddech”/,
  );
  expect(alert.text).toContain("/partnerzy?brakuje=bez-kontaktu");
  await ous.goto(`${town.url}/partnerzy?brakuje=bez-kontaktu&q=oddech`);
  await ous.getByText("nikogo teraz nie ma").waitFor();
}, 120_000);

it("keeps the register: numbers are checked, nobody is in it twice, and who rests says why (O5)", async () => {
  const ous = await town.visit("ous", "/organizacje/nowa");
  await ous.getByLabel("Pełna nazwa").fill("Zupełnie nowa organizacja");
  await ous.getByLabel("Imię i nazwisko").fill("Nowa Osoba");
  await ous.getByLabel("Służbowy e-mail").fill("nowa@jarzebinow.example");
  // of the CIS
  await ous.getByLabel("KRS").fill("0009000022");
  await ous.getByRole("button", { name: "Zarejestruj organizację" }).click();
  await ous
    .getByText("Organizacja z tym numerem KRS już tu jest.")
    .first()
    .waitFor();
  await ous.getByLabel("KRS").fill("");
  await ous.getByLabel("NIP").fill("999 001 07 45");
  await ous.getByRole("button", { name: "Zarejestruj organizację" }).click();
  await ous.getByText("Podobna organizacja już tu jest.").waitFor();
  await ous.getByRole("link", { name: "„Nowy Start”" }).click();

  await ous.getByRole("button", { name: "Popraw dane" }).click();
  const dialog = ous.getByRole("dialog");
  await dialog.getByLabel("NIP").fill("9990010746");
  await dialog.getByRole("button", { name: "Zapisz dane" }).click();
  await dialog.getByText("Ten NIP ma zły układ cyfr.").first().waitFor();
  await dialog.getByLabel("NIP").fill("9990010745");
  await dialog.getByLabel("Cele statutowe").fill("powrót na rynek pracy");
  await dialog.getByLabel("Reintegracja w celach").selectOption("MAIN");
  await dialog.getByText("Podpowiada: typ A.").waitFor();
  await dialog.getByRole("button", { name: "Zapisz dane" }).click();
  await dialog.waitFor({ state: "detached" });
  await ous.getByText("powrót na rynek pracy").waitFor();
  await photograph(ous, "partner-register", { fullPage: true });

  // the first contact and who stands in for him change places, once that was read
  const first = "Ustaw jako główny kontakt";
  await ous.getByRole("button", { name: `${first}: Bogdan Klon` }).click();
  await dialog.getByText("Zastępuje ją: Marek Olszański").waitFor();
  await dialog.getByText("Ta osoba nie potwierdziła jeszcze").waitFor();
  expect(await faultsOf(ous)).toEqual([]);
  await photograph(ous, "contact-first");
  await dialog.getByRole("button", { name: first }).click();
  await ous
    .getByRole("button", { name: `${first}: Marek Olszański` })
    .waitFor();

  await ous.getByRole("button", { name: "Zawieś" }).click();
  await ous.getByLabel("Powód").fill("remont do wiosny");
  await ous.getByRole("dialog").getByRole("button", { name: "Zawieś" }).click();
  await ous.getByText("Współpraca jest zawieszona.").waitFor();
  await ous.getByRole("button", { name: "Wznów współpracę" }).click();
  await ous
    .getByText("Współpraca jest zawieszona.")
    .waitFor({ state: "detached" });
}, 60_000);
