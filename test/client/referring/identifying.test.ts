// A coordinator's own reference may hold a file number or initials, never a PESEL or a telephone.
import { identifyingIn } from "../../../client/referring/identifying.js";

describe("a coordinator's own reference", () => {
  test.each([
    "JK",
    "SP/4110/123/2026",
    "4110.123.2026",
    "JAR-2026-0102",
    "sprawa 12345678901",
    "MOPS 2026/000123456",
    "",
  ])("lets %j pass", (text) => {
    expect(identifyingIn(text)).toBeNull();
  });

  test.each(["44051401359", "pesel 440514 01359", "4405-14-01359 pilne"])(
    "finds the PESEL in %j",
    (text) => {
      expect(identifyingIn(text)).toBe("pesel");
    },
  );

  test.each([
    "600 700 800",
    "tel. 600-700-800",
    "+48 600700800",
    "0048600700800",
    "14 622 33 44",
  ])("finds the telephone in %j", (text) => {
    expect(identifyingIn(text)).toBe("phone");
  });
});
