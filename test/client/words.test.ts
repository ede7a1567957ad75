// The words of the client: glued letters, plurals, days as people say them, safe ways back.
import { readFileSync } from "node:fs";

import i18next, { type i18n } from "i18next";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider } from "react-i18next";

import { whyOf } from "../../client/access-log/access-line.js";
import { deviceName } from "../../client/account/device-name.js";
import { signInPath, wayBack } from "../../client/app/session/way-back.js";
import {
  numberInPath,
  referralPath,
} from "../../client/app/shell/referral-path.js";
import { daysBetween, timeOf, useDates } from "../../client/design/dates.js";
import { glue } from "../../client/i18n/glue.js";

/** The words of the design, as the interface speaks them. */
function speaking(language: "pl" | "en"): i18n {
  const words = i18next.createInstance();
  const locale = language === "pl" ? "pl" : "en-GB";
  const read: unknown = JSON.parse(
    readFileSync(`client/i18n/${language}/design.json`, "utf8"),
  );
  const design = typeof read === "object" ? { ...read } : {};
  void words.init({
    lng: locale,
    load: "currentOnly",
    resources: { [locale]: { design } },
    defaultNS: "design",
  });
  return words;
}

describe("a line of the access log", () => {
  it("says why as it was: nothing is arranged by a list of attendance", () => {
    const look = { purpose: "ARRANGING", action: "VIEW" } as const;
    expect(whyOf({ ...look, change: "PersonShown" })).toEqual([
      "purpose.ARRANGING",
    ]);
    expect(whyOf({ ...look, change: "NamesShown" })).toEqual([
      "whyOf.NamesShown",
    ]);
    expect(
      whyOf({ purpose: null, action: "UPDATE", change: "BasisWithdrawn" }),
    ).toEqual(["whyOf.BasisWithdrawn", "reason.UPDATE"]);
  });
});

describe("the catalogue", () => {
  it("never leaves a one-letter word at the end of a line", () => {
    expect(glue({ a: { b: "Jest w drodze i z kodem" } })).toEqual({
      a: { b: "Jest w\u00a0drodze i\u00a0z\u00a0kodem" },
    });
  });

  it.each([
    [
      "pl",
      "free.PLACES",
      "0 wolnych miejsc, 1 wolne miejsce, 2 wolne miejsca, 5 wolnych miejsc, 12 wolnych miejsc, 22 wolne miejsca",
    ],
    [
      "en",
      "free.PLACES",
      "0 free places, 1 free place, 2 free places, 5 free places, 12 free places, 22 free places",
    ],
    [
      "pl",
      "fresh.ago",
      "potwierdzone 0 dni temu, potwierdzone 1 dzień temu, potwierdzone 2 dni temu, potwierdzone 5 dni temu, potwierdzone 12 dni temu, potwierdzone 22 dni temu",
    ],
    [
      "en",
      "fresh.ago",
      "confirmed 0 days ago, confirmed 1 day ago, confirmed 2 days ago, confirmed 5 days ago, confirmed 12 days ago, confirmed 22 days ago",
    ],
    [
      "pl",
      "capacity.waitingPeople",
      "czeka 0 osób, czeka 1 osoba, czekają 2 osoby, czeka 5 osób, czeka 12 osób, czekają 22 osoby",
    ],
    [
      "en",
      "capacity.waitingPeople",
      "0 people wait, 1 person waits, 2 people wait, 5 people wait, 12 people wait, 22 people wait",
    ],
  ] as const)("counts in %s: %s", (language, key, said) => {
    const words = speaking(language);
    const counted = [0, 1, 2, 5, 12, 22].map((count) =>
      words.t(key, { count }),
    );
    expect(counted.join(", ")).toBe(said);
  });
});

describe("days and hours", () => {
  it("are those of the centre's own calendar", () => {
    const lateEvening = new Date("2026-11-24T22:30:00Z");
    const earlyNight = new Date("2026-11-24T23:30:00Z");
    expect(daysBetween(lateEvening, earlyNight)).toBe(1);
    expect(timeOf(new Date("2026-11-24T07:05:00Z"), "pl")).toBe("8:05");
  });

  it.each([
    ["pl", "moment", "2026-11-24T07:05:00Z", "dziś, 8:05"],
    ["en", "moment", "2026-11-24T07:05:00Z", "today, 8:05"],
    ["pl", "moment", "2026-12-01T20:30:00Z", "wtorek, 1 grudnia, 21:30"],
    ["en", "moment", "2026-12-01T20:30:00Z", "Tuesday 1 December, 21:30"],
    ["pl", "date", "2027-01-05T12:00:00Z", "5 stycznia 2027"],
    ["en", "date", "2027-01-05T12:00:00Z", "5 January 2027"],
    ["pl", "until", "2026-11-25T08:41:00Z", "do jutra, 9:41"],
    ["en", "until", "2026-11-25T08:41:00Z", "tomorrow, 9:41"],
    ["pl", "until", "2026-12-03T07:00:00Z", "do czwartku, 3 grudnia, 8:00"],
    ["en", "until", "2026-12-03T07:00:00Z", "Thursday 3 December, 8:00"],
    ["pl", "short", "2026-11-09T12:00:00Z", "9.11"],
    ["en", "short", "2026-11-09T12:00:00Z", "9 Nov"],
    ["pl", "left", "2026-11-24T11:41:00Z", "2 godz. 58 min"],
    ["en", "left", "2026-11-24T11:41:00Z", "2 h 58 min"],
    ["pl", "left", "2026-11-29T11:41:00Z", "5 dni"],
    ["en", "left", "2026-11-29T11:41:00Z", "5 days"],
  ] as const)("are said in %s (%s)", (language, how, at, said) => {
    function Said() {
      return useDates(new Date("2026-11-24T08:43:00Z"))[how](new Date(at));
    }
    const i18n = speaking(language);
    const page = createElement(I18nextProvider, { i18n }, createElement(Said));
    expect(renderToStaticMarkup(page)).toBe(said);
  });

  it.each([
    ["2026-01-09", "2026-04-25", "9 stycznia – 25 kwietnia"],
    ["2026-01-14", "2027-01-14", "14 stycznia 2026 – 14 stycznia 2027"],
    ["2027-02-01", "2027-03-01", "1 lutego 2027 – 1 marca 2027"],
  ])("from %s to %s name their years together", (from, to, said) => {
    function Said() {
      const { dates } = useDates(new Date("2026-11-24T08:43:00Z"));
      return dates(new Date(from), new Date(to)).join(" – ");
    }
    const page = createElement(
      I18nextProvider,
      { i18n: speaking("pl") },
      createElement(Said),
    );
    expect(renderToStaticMarkup(page)).toBe(said);
  });
});

describe("a device", () => {
  it.each([
    [
      "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Safari/537.36",
      "Chrome, Linux",
    ],
    [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1",
      "Safari, iOS",
    ],
    [
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/147.0.0.0 Safari/537.36 Edg/147.0.0.0",
      "Edge, Windows",
    ],
    ["curl/8.5.0", "curl"],
    ["", null],
  ])("%s", (device, name) => {
    expect(deviceName(device)).toBe(name);
  });
});

describe("addresses", () => {
  it("hold a referral's number", () => {
    expect(referralPath("SK/2026/00123")).toBe("/skierowania/SK-2026-00123");
    expect(numberInPath("SK-2026-00123")).toBe("SK/2026/00123");
  });

  it("lead back to where the session ended, and to no other site", () => {
    const { search } = new URL(signInPath("/oferta?x=1"), "http://a");
    expect(wayBack(search)).toBe("/oferta?x=1");
    expect(wayBack("?powrot=https://zly.example")).toBe("/");
    expect(wayBack("?powrot=//zly.example")).toBe("/");
    expect(wayBack("?powrot=/%5Czly.example")).toBe("/");
  });
});
