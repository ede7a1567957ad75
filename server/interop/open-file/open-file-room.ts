// The public offer of a centre as one described table, for dane.gov.pl, the BIP page and anybody's spreadsheet, under /otwarte-dane/<centre>.
import { NotHandedOver } from "../../platform/file-door.js";
import type { OpenAnswer, OpenRoom } from "../../platform/open-room.js";
import type { Publication } from "../hsds/publication.js";
import type { Asked } from "../hsds/published.reads.js";
import { findServices } from "../hsds/published.reads.js";
import { COLUMNS, headOf, lineOf } from "./service-line.js";

export function openFileRoom(
  publication: Publication,
  publicUrl: string,
): OpenRoom {
  return async ({ path: [slug = "", file = "", ...rest], query }) => {
    const centre = await publication.centre(slug);
    if (!centre || rest.length > 0)
      throw new NotHandedOver(404, "There is nothing here.");
    if ([...query.keys()].length > 0)
      throw new NotHandedOver(400, "Nothing is asked here beside the file.");
    switch (file) {
      case "uslugi.csv":
        return {
          lines: everyLine((question) => publication.ask(centre.id, question)),
          type: "text/csv; charset=utf-8; header=present",
          name: `uslugi-${slug}.csv`,
        };
      case "opis.json":
        return described(
          centre.name,
          `${publicUrl.replace(/\/$/, "")}/otwarte-dane/${slug}`,
        );
      default:
        throw new NotHandedOver(
          404,
          "There are two files here: uslugi.csv and opis.json.",
        );
    }
  };
}

/** What whoever publishes it elsewhere has to say of it. */
function described(centre: string, base: string): OpenAnswer {
  return {
    json: {
      title: `Usługi społeczne – ${centre}`,
      description:
        "Usługi dla mieszkańców, które centrum usług społecznych i jego partnerzy mają w ofercie albo na czas przerwały. Bez danych o osobach, skierowaniach i umowach.",
      publisher: centre,
      language: "pl",
      update_frequency: "na bieżąco",
      terms: "Można wykorzystywać bez opłat. Podaj źródło i dzień pobrania.",
      distributions: [
        {
          format: "CSV",
          encoding: "UTF-8",
          separator: ",",
          url: `${base}/uslugi.csv`,
        },
        {
          format: "JSON (HSDS 3.1)",
          url: base.replace("/otwarte-dane/", "/hsds/"),
        },
      ],
      columns: COLUMNS.map(({ name, says }) => ({ name, description: says })),
    },
  };
}

const BATCH = 200;

/** Batch after batch, each in a snapshot of its own. */
async function* everyLine(
  ask: <Result>(question: (asked: Asked) => Promise<Result>) => Promise<Result>,
): AsyncGenerator<string> {
  yield headOf();
  let after: string | undefined;
  for (;;) {
    const wanted = after === undefined ? {} : { after };
    const batch = await ask((asked) =>
      findServices(asked, wanted, { first: BATCH }),
    );
    for (const service of batch) yield lineOf(service);
    const last = batch.at(-1);
    if (!last || batch.length < BATCH) return;
    after = last.id;
  }
}
