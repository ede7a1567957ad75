// Documents of agreements over HTTP: what is taken for what it is, kept as it came, read by whom the policy names, and gone only while unsigned.
import { createHash } from "node:crypto";
import { request } from "node:http";

import type { Api } from "../support/api.js";
import { openApi } from "../support/api.js";
import { adminUrlOf, connectTo } from "../support/database.js";
import type { Doors } from "../support/doors.js";
import { openDoors } from "../support/doors.js";
import type { Person } from "../support/people.js";
import type { TestCentre, TestPartner } from "../support/world.js";
import { aCentre, aKey } from "../support/world.js";
import { agree, anAgreement, signature } from "./agreeing.js";
import { aDocx, aPdf, aPng, aZip } from "./papers.js";

const MB = 1024 * 1024;

let api: Api;
let doors: Doors;
let centre: TestCentre;
let partner: TestPartner;
let ous: Person;
let admin: Person;
let director: Person;
let viewer: Person;
let stranger: Person;
let agreementId: string;
beforeAll(async () => {
  api = await openApi();
  doors = await openDoors(api);
  centre = await aCentre(api);
  partner = await centre.aPartner({ agreement: null });
  const other = await centre.aPartner({ agreement: null });
  ous = await centre.aPerson("OUS");
  director = await centre.aPerson("DIRECTOR");
  admin = await partner.aPerson("PARTNER_ADMIN");
  viewer = await partner.aPerson("PARTNER_VIEWER");
  stranger = await other.aPerson("PARTNER_ADMIN");
  agreementId = await anAgreement(ous, [partner], "IN_NEGOTIATION");
});
afterAll(async () => {
  await doors.close();
  await api.close();
});

const bearer = ({ token }: Person) => ({ authorization: `Bearer ${token}` });

function handIn(
  headers: Record<string, string>,
  name: string,
  content: Buffer,
  { to = agreementId, key = aKey() } = {},
): Promise<Response> {
  // they are listed by their time
  api.clock.pass({ minutes: 1 });
  return fetch(`${doors.url}/agreement-documents/${to}`, {
    method: "POST",
    headers: {
      "x-file-name": encodeURIComponent(name),
      "x-request-key": key,
      ...headers,
    },
    body: new Uint8Array(content),
  });
}

const handOut = (id: string, headers: Record<string, string> = {}) =>
  fetch(`${doors.url}/agreement-documents/${id}`, { headers });

async function idIn(answer: Response): Promise<string> {
  expect(answer.status).toBe(201);
  const told: unknown = await answer.json();
  return typeof told === "object" && told && "id" in told
    ? String(told.id)
    : "";
}

/** Past every wall but the guards. */
async function ownersRows<Row extends object>(
  sql: string,
  given: string[],
): Promise<Row[]> {
  const database = await connectTo(adminUrlOf(api.database.name));
  try {
    return (await database.query<Row>(sql, given)).rows;
  } finally {
    await database.end();
  }
}

interface Listed {
  id: string;
  fileName: string;
  mime: string;
  size: number;
  sha256: string;
  viewerCanRemove: boolean;
  partner: { id: string };
}

async function listed(person: Person, id = agreementId): Promise<Listed[]> {
  const { data } = await person.ask<{ node: { documents: Listed[] } }>(
    `query ($id: ID!) { node(id: $id) { ... on Agreement { documents {
       id fileName mime size sha256 viewerCanRemove partner { id } } } } }`,
    { id },
  );
  return data?.node.documents ?? [];
}

it("keeps what it knows by its bytes, once, and hands it out as it came", async () => {
  const key = aKey();
  const name = "Załącznik nr 1 „zasady”.pdf";
  const pdf = aPdf();
  const id = await idIn(await handIn(bearer(admin), name, pdf, { key }));
  // the same key is done once, and says no other file
  expect(await idIn(await handIn(bearer(admin), name, pdf, { key }))).toBe(id);
  expect((await handIn(bearer(admin), "b.png", aPng(), { key })).status).toBe(
    422,
  );
  await idIn(await handIn(bearer(ous), "skan.png", aPng()));
  await idIn(await handIn(bearer(ous), "umowa.docx", aDocx()));
  const documents = await listed(ous);
  expect(documents).toMatchObject([
    {
      fileName: name,
      mime: "application/pdf",
      size: pdf.length,
      sha256: createHash("sha256").update(pdf).digest("hex"),
      partner: { id: partner.globalId },
    },
    { fileName: "skan.png", mime: "image/png" },
    {
      fileName: "umowa.docx",
      partner: { id: centre.hub.globalId },
    },
  ]);

  const answer = await handOut(id, bearer(director));
  expect(Buffer.from(await answer.arrayBuffer()).equals(pdf)).toBe(true);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "content-type": "application/pdf",
    "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
    "content-security-policy": "sandbox; default-src 'none'",
  });
  // what came and what went is on record, without the name of the file
  const lines = await ownersRows<{ told: string }>(
    `select change as told from access_log where centre_id = $1
     and change like 'AgreementDocument%' order by position`,
    [centre.id],
  );
  expect(lines.map(({ told }) => told)).toEqual([
    "AgreementDocumentAttached",
    "AgreementDocumentAttached",
    "AgreementDocumentAttached",
    "AgreementDocumentFetched",
  ]);
  const events = await centre.asSystem((work) =>
    work.rows<{ facts: object }>(
      `select facts from event where type = 'AgreementDocumentAttached'`,
    ),
  );
  expect(events.map(({ facts }) => Object.keys(facts).sort())).toEqual(
    events.map(() => ["documentId", "size"]),
  );
});

it("takes nothing else for a document", async () => {
  const before = await listed(ous);
  const refused: [string, Buffer][] = [
    ["umowa.pdf", Buffer.from("MZ a program")],
    ["umowa.pdf", aPng()],
    ["umowa.exe", aPdf()],
    ["obraz.png", aPdf()],
    ["paczka.docx", aZip(["word/other.xml", "[Content_Types].xml"])],
    [
      "makra.docx",
      aZip(["[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"]),
    ],
    ["urwany.docx", aDocx().subarray(0, -30)],
    ["dalej.docx", Buffer.concat([aDocx(), aDocx()])],
    // it says that it has fewer files than it names
    ["mniej.docx", withCount(aDocx(), 1)],
    ["pusty.pdf", Buffer.alloc(0)],
    ["../umowa.pdf", aPdf()],
    ["um\u202Efdp.pdf", aPdf()],
    ["", aPdf()],
  ];
  for (const [name, content] of refused)
    expect([name, (await handIn(bearer(ous), name, content)).status]).toEqual([
      name,
      422,
    ]);
  const large = Buffer.concat([aPdf(), Buffer.alloc(10 * MB)]);
  expect(await sent(large, { "content-length": String(large.length) })).toBe(
    413,
  );
  expect(await sent(large, { "transfer-encoding": "chunked" })).toBe(413);
  expect(await listed(ous)).toEqual(before);
  // the largest that is taken, to the byte
  const whole = Buffer.concat([aPdf(), Buffer.alloc(10 * MB)]).subarray(
    0,
    10 * MB,
  );
  await idIn(await handIn(bearer(ous), "duza.pdf", whole));
}, 30_000);

function withCount(zip: Buffer, count: number): Buffer {
  zip.writeUInt16LE(count, zip.length - 12);
  return zip;
}

/** What is answered before all has been sent. */
async function sent(
  content: Buffer,
  headers: Record<string, string>,
): Promise<number | undefined> {
  const sending = request(`${doors.url}/agreement-documents/${agreementId}`, {
    method: "POST",
    headers: { ...bearer(ous), "x-file-name": "a.pdf", ...headers },
  });
  const answered = new Promise<number | undefined>((resolve, reject) => {
    sending.once("response", ({ statusCode }) => resolve(statusCode));
    sending.once("error", reject);
  });
  // once answered, the rest is nobody's
  sending.write(content.subarray(0, -1));
  const status = await answered;
  sending.on("error", () => undefined);
  sending.destroy();
  return status;
}

it("keeps nothing of what breaks off", async () => {
  const before = await listed(ous);
  const sending = request(`${doors.url}/agreement-documents/${agreementId}`, {
    method: "POST",
    headers: {
      ...bearer(ous),
      "x-file-name": "a.pdf",
      "x-request-key": aKey(),
      "content-length": String(aPdf().length + 100),
    },
  });
  sending.on("error", () => undefined);
  // it is on its way
  await new Promise((resolve) => sending.write(aPdf(), resolve));
  const closed = new Promise((resolve) => sending.once("close", resolve));
  sending.destroy();
  await closed;
  // the door is open, and nothing came
  await idIn(await handIn(bearer(ous), "po-przerwie.pdf", aPdf()));
  expect((await listed(ous)).slice(before.length)).toMatchObject([
    { fileName: "po-przerwie.pdf" },
  ]);
});

it("is closed to whom the policy does not name, as if there were nothing", async () => {
  const [document] = await listed(ous);
  const id = document?.id ?? "";
  const absent = Buffer.from(
    "AgreementDocument:00000000-0000-4000-8000-000000000000",
  ).toString("base64url");
  const words = async (answer: Response) => [
    answer.status,
    await answer.text(),
  ];
  const nothing = await words(await handOut(absent, bearer(ous)));
  expect(nothing[0]).toBe(404);
  for (const person of [viewer, stranger])
    expect(await words(await handOut(id, bearer(person)))).toEqual(nothing);
  expect((await handOut(agreementId, bearer(ous))).status).toBe(404);
  expect((await handOut(`${id}/x`, bearer(ous))).status).toBe(404);
  const elsewhere = await (await aCentre(api)).aPerson("OUS");
  expect(await words(await handOut(id, bearer(elsewhere)))).toEqual(nothing);
  // director and viewer may not attach, a stranger neither
  for (const person of [director, viewer, stranger, elsewhere])
    expect(await words(await handIn(bearer(person), "a.pdf", aPdf()))).toEqual(
      nothing,
    );

  // no session, the link of a mail, a foreign page with her cookie
  const link = await partner.aLink(await partner.aContact());
  for (const headers of [{}, { authorization: `Bearer ${link}` }]) {
    expect((await handOut(id, headers)).status).toBe(401);
    expect((await handIn(headers, "a.pdf", aPdf())).status).toBe(401);
  }
  const page = (origin: string) => ({
    origin,
    cookie: `splot_session=${ous.token}`,
  });
  expect((await handOut(id, page("https://evil.example"))).status).toBe(403);
  expect(
    (await handIn(page("https://evil.example"), "a.pdf", aPdf())).status,
  ).toBe(403);
  await idIn(await handIn(page(doors.url), "strona.pdf", aPdf()));
  const put = await fetch(`${doors.url}/agreement-documents/${id}`, {
    method: "PUT",
    headers: bearer(ous),
  });
  expect(put.status).toBe(405);
});

it("is taken away by its party or the organiser, and by nobody once somebody has signed", async () => {
  const own = await anAgreement(ous, [partner], "AGREED");
  const of = (person: Person, name: string) =>
    handIn(bearer(person), name, aPdf(), { to: own }).then(idIn);
  const hubs = await of(ous, "cus.pdf");
  const partners = await of(admin, "partner.pdf");
  const third = await of(admin, "trzeci.pdf");
  const remove = (person: Person, documentId: string) =>
    agree(person, "removeAgreementDocument", { agreementId: own, documentId });
  const claims = async (person: Person) =>
    (await listed(person, own)).map((one) => one.viewerCanRemove);
  expect(await claims(admin)).toEqual([false, true, true]);
  expect(await claims(ous)).toEqual([true, true, true]);
  expect(await claims(director)).toEqual([false, false, false]);
  await expect(remove(admin, hubs)).rejects.toThrow("FORBIDDEN");
  expect(await remove(admin, partners)).toMatchObject({ id: own });
  expect(await remove(admin, partners)).toMatchObject({
    fields: [{ path: "documentId" }],
  });
  expect((await handOut(partners, bearer(ous))).status).toBe(404);

  await agree(ous, "signAgreement", signature({ agreementId: own }));
  expect(await claims(ous)).toEqual([false, false]);
  expect(await remove(ous, third)).toMatchObject({
    __typename: "AgreementMoved",
  });
  // nor past the application, by whoever owns the rows
  await expect(
    ownersRows(`delete from agreement_document where file_name = $1`, [
      "trzeci.pdf",
    ]),
  ).rejects.toMatchObject({ code: "42501" });
  // what comes later is kept for good at once
  await of(admin, "aneks.pdf");
  expect(await claims(admin)).toEqual([false, false, false]);
});

it("is the organiser's alone while the agreement is a draft, and goes with the draft", async () => {
  const draft = await anAgreement(ous, [partner], "DRAFT");
  const id = await idIn(
    await handIn(bearer(ous), "szkic.pdf", aPdf(), { to: draft }),
  );
  expect((await handOut(id, bearer(ous))).status).toBe(200);
  expect((await handOut(id, bearer(admin))).status).toBe(404);
  const byParty = await handIn(bearer(admin), "a.pdf", aPdf(), { to: draft });
  expect(byParty.status).toBe(404);
  await agree(ous, "discardAgreement", { agreementId: draft });
  expect((await handOut(id, bearer(ous))).status).toBe(404);
  expect(
    await ownersRows(`select from agreement_document where file_name = $1`, [
      "szkic.pdf",
    ]),
  ).toEqual([]);
});
