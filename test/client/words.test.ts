// The words of the client: glued letters, plurals, days as people say them, safe ways back.
import { readdirSync, readFileSync } from "node:fs";

import i18next from "i18next";

import { deviceName } from "../../client/account/device-name.js";
import { signInPath, wayBack } from "../../client/app/session/way-back.js";
import {
  numberInPath,
  referralPath,
} from "../../client/app/shell/referral-path.js";
import { daysBetween, timeOf } from "../../client/design/dates.js";
import { glue } from "../../client/i18n/glue.js";

const folder = "client/i18n/pl";

function catalogue(file: string): Record<string, unknown> {
  const read: unknown = JSON.parse(readFileSync(`${folder}/${file}`, "utf8"));
  return typeof read === "object" ? { ...read } : {};
}

describe("the catalogue", () => {
  it("never leaves a one-letter word at the end of a line", () => {
    expect(glue({ a: { b: "Jest w drodze i z kodem" } })).toEqual({
      a: { b: "Jest w\u00a0drodze i\u00a0z\u00a0kodem" },
    });
  });

  it("has all four forms of each plural", () => {
    for (const file of readdirSync(folder)) {
      const keys = new Set(keysOf(catalogue(file)));
      for (const key of keys) {
        const [, stem] = /^(.*)_(?:one|few|many|other)$/.exec(key) ?? [];
        if (!stem) continue;
        for (const form of ["one", "few", "many", "other"])
          expect(keys).toContain(`${stem}_${form}`);
      }
    }
  });

  it("speaks of free places as Polish does", async () => {
    const words = i18next.createInstance();
    await words.init({
      lng: "pl",
      resources: { pl: { design: catalogue("design.json") } },
      defaultNS: "design",
    });
    const free = (count: number) => words.t("free.PLACES", { count });
    expect([0, 1, 2, 5, 12, 22].map(free)).toEqual([
      "0 wolnych miejsc",
      "1 wolne miejsce",
      "2 wolne miejsca",
      "5 wolnych miejsc",
      "12 wolnych miejsc",
      "22 wolne miejsca",
    ]);
  });
});

describe("days and hours", () => {
  it("are those of the centre's own calendar", () => {
    const lateEvening = new Date("2026-11-24T22:30:00Z");
    const earlyNight = new Date("2026-11-24T23:30:00Z");
    expect(daysBetween(lateEvening, earlyNight)).toBe(1);
    expect(timeOf(new Date("2026-11-24T07:05:00Z"), "pl")).toBe("8:05");
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

function keysOf(texts: Record<string, unknown>, before = ""): string[] {
  return Object.entries(texts).flatMap(([key, text]) =>
    typeof text === "object" && text !== null
      ? keysOf({ ...text }, `${before}${key}.`)
      : [`${before}${key}`],
  );
}
