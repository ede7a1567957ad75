// A network as its table and its picture read it: order, masked counts, places around the hub, keys.
import { slugOf } from "../../../client/app/slug.js";
import { widthOf } from "../../../client/picture/edges.js";
import { layOut, stepTo } from "../../../client/picture/layout.js";
import {
  bondsOf,
  inOrder,
  isWanted,
  type Member,
  signOf,
  type Tie,
} from "../../../client/picture/network-view.js";

function aMember(code: string, given: Partial<Member> = {}): Member {
  return {
    stakeholderType: "A",
    isHub: false,
    role: "MEMBER",
    degree: 1,
    agreementUntil: null,
    agreementStatus: "ACTIVE",
    openReferrals: 0,
    services: 1,
    offerStale: false,
    partner: {
      id: `Partner:${code}`,
      code,
      name: `Organizacja ${code}`,
      shortName: code,
      sector: "NGO",
      contactPersons: [],
    },
    ...given,
  };
}

const hub = aMember("CUS", { isHub: true, stakeholderType: null });

function codes(members: readonly Member[]) {
  return members.map(({ partner }) => partner.code);
}

describe("the table of a network", () => {
  it("puts the weakest agreement first, then the one that ends soonest", () => {
    const members = [
      aMember("OPEN"),
      aMember("SOON", { agreementUntil: "2026-12-01" }),
      aMember("DRAFT", { agreementStatus: "IN_NEGOTIATION" }),
      aMember("GONE", { agreementStatus: "EXPIRED" }),
    ];
    expect(codes(inOrder(members, "umowa"))).toEqual([
      "GONE",
      "DRAFT",
      "SOON",
      "OPEN",
    ]);
  });

  it("puts a masked count between 0 and 5", () => {
    const members = [
      aMember("FIVE", { openReferrals: 5 }),
      aMember("FEW", { openReferrals: 3 }),
      aMember("NONE", { openReferrals: 0 }),
    ];
    expect(codes(inOrder(members, "skierowania"))).toEqual([
      "NONE",
      "FEW",
      "FIVE",
    ]);
  });

  it("is narrowed by type and by words without Polish marks", () => {
    const member = aMember("ŁĄK");
    const all = { types: ["A" as const], text: "", sorting: "umowa" };
    expect(isWanted(member, { ...all, text: "lak" })).toBe(true);
    expect(isWanted(member, { ...all, types: ["B"] })).toBe(false);
  });

  it("has a readable address", () => {
    expect(slugOf("LSR Jarzębinów")).toBe("lsr-jarzebinow");
    expect(slugOf("Partnerstwo „Opieka blisko domu”")).toBe(
      "partnerstwo-opieka-blisko-domu",
    );
  });
});

describe("the picture of a network", () => {
  const tie = (to: string, kind: Tie["kind"], weight: number | null): Tie => ({
    from: "hub",
    to,
    kind,
    weight,
  });

  it("draws one line for a pair; what is not told stays untold", () => {
    const bonds = bondsOf([
      tie("a", "AGREEMENT", 1),
      tie("a", "REFERRALS", null),
      tie("b", "REFERRALS", 9),
    ]);
    expect(bonds).toEqual([
      { ends: ["a", "hub"], hasAgreement: true, referrals: null },
      { ends: ["b", "hub"], hasAgreement: false, referrals: 9 },
    ]);
    expect(widthOf(null)).toBe(widthOf(4));
    expect(widthOf(9)).toBeGreaterThan(widthOf(null));
  });

  it("keeps the hub in the middle and firmer agreements nearer", () => {
    const places = layOut([
      aMember("FAR", { agreementStatus: "EXPIRED" }),
      aMember("NEAR"),
      hub,
    ]);
    const distance = (code: string) =>
      places
        .filter(({ member }) => member.partner.code === code)
        .map(({ x, y }) => Math.hypot(x, y))
        .at(0) ?? NaN;
    expect(distance("CUS")).toBe(0);
    expect(distance("FAR")).toBeGreaterThan(distance("NEAR"));
  });

  it("is the same whenever it is drawn, and holds nobody over another", () => {
    const members = Array.from({ length: 120 }, (_, n) => aMember(`P${n}`));
    const places = layOut([hub, ...members]);
    expect(layOut([hub, ...members])).toEqual(places);
    const spots = new Set(places.map(({ x, y }) => `${x} ${y}`));
    expect(spots.size).toBe(121);
  });

  it("is walked with arrows around the ring, and Home is the hub", () => {
    const places = layOut([hub, aMember("A"), aMember("B"), aMember("C")]);
    const go = (from: string, key: string) =>
      stepTo(places, `Partner:${from}`, key);
    expect(go("A", "ArrowRight")).toBe("Partner:B");
    expect(go("A", "ArrowLeft")).toBe("Partner:C");
    expect(go("CUS", "ArrowDown")).toBe("Partner:A");
    expect(go("B", "Home")).toBe("Partner:CUS");
    expect(go("B", "x")).toBeNull();
  });

  it.each([
    ["Caritas", "CAR"],
    ["OSP", "OSP"],
    ["Fundacja Jasny Dom", "FJD"],
    ["Klub Seniora „Złota Jesień” w Łąkach", "KSZJW"],
  ])("has a sign that cuts no word: %s is %s", (shortName, sign) => {
    const { partner, ...member } = aMember("X");
    const named = { ...member, partner: { ...partner, code: null, shortName } };
    expect(signOf(named)).toBe(sign);
    expect(signOf(aMember("KIS"))).toBe("KIS");
  });
});
