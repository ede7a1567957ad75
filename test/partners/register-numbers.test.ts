// Numbers of registers by the vectors of public material, and what each kind of organisation needs (domain 2.1, 2.2).
import type { PartnerKind } from "../../server/partners/index.js";
import {
  aimByType,
  missingNumbers,
  typeByAim,
} from "../../server/partners/partner-entry.js";
import {
  cleanNumber,
  isKrs,
  isNip,
  isRegon,
  isTerc,
} from "../../server/partners/register-number.js";

it.each([
  [isNip, "8567346215", true],
  [isNip, "1234563218", true],
  [isNip, "8567346216", false],
  [isNip, "0000002000", false],
  [isNip, "0000000000", false],
  [isNip, "12345678", false],
  [isRegon, "192598184", true],
  [isRegon, "123456785", true],
  // 205 mod 11 is 7, and it ends in 4
  [isRegon, "732065834", false],
  [isRegon, "12345678512347", true],
  [isRegon, "12345678512348", false],
  [isRegon, "19259818512347", false],
  [isKrs, "0009000022", true],
  [isKrs, "9000022", false],
  [isKrs, "0000000000", false],
  [isTerc, "9801013", true],
  [isTerc, "9701013", false],
  [isTerc, "9800013", false],
  [isTerc, "9801016", false],
  [isTerc, "980101", false],
] as const)("%p takes %s: %p", (rule, digits, isRight) => {
  expect(rule(digits)).toBe(isRight);
});

it("reads numbers as people write them", () => {
  expect(cleanNumber("PL 856-734-62-15")).toBe("8567346215");
});

const numbers = { nip: null, regon: null, krs: null, registerEntry: null };

it.each<[PartnerKind, Partial<typeof numbers> | object, string[]]>([
  ["INFORMAL_GROUP", {}, []],
  ["NGO", {}, ["KRS", "REGON", "NIP"]],
  ["NGO", { registerEntry: "OR.7/2020" }, ["REGON"]],
  ["LIBRARY", {}, ["REGON"]],
  ["LIBRARY", { regon: "192598184" }, []],
  ["EMPLOYER", {}, ["NIP"]],
  ["SOCIAL_COOPERATIVE", { krs: "0009000044" }, ["REGON", "NIP"]],
])("%s with %j lacks %j", (kind, given, lacks) => {
  expect(missingNumbers({ kind, ...numbers, ...given })).toEqual(lacks);
});

it("suggests the type by the aims, and no more than that", () => {
  expect((["MAIN", "ONE_OF", "NONE"] as const).map(typeByAim)).toEqual([
    "A",
    "B",
    "C",
  ]);
  expect(
    (["A", "B", "C"] as const).map((type) => typeByAim(aimByType(type))),
  ).toEqual(["A", "B", "C"]);
});
