// The codes of the phone: as RFC 6238 says, each of them once, and none of another moment.
import {
  addressFor,
  newRecoveryCodes,
  newSecret,
  plainCode,
  SecondFactor,
  stepOf,
} from "../../server/identity/second-factor.js";

/** "12345678901234567890", the key of the RFC's table. */
const RFC_SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

const at = (seconds: number) => new Date(seconds * 1000);

it.each([
  [59, "287082"],
  [1_111_111_109, "081804"],
  [1_111_111_111, "050471"],
  [1_234_567_890, "005924"],
  [2_000_000_000, "279037"],
  [20_000_000_000, "353130"],
])("knows the code of second %i", (seconds, code) => {
  expect(stepOf(RFC_SECRET, code, at(seconds))).toBe(Math.floor(seconds / 30));
});

it("takes a clock that is one step wrong, and no more", () => {
  const code = "005924";
  const step = Math.floor(1_234_567_890 / 30);
  const begin = step * 30;
  for (const [seconds, fits] of [
    [begin - 31, false],
    [begin - 30, true],
    [begin + 59, true],
    [begin + 60, false],
  ] as const)
    expect(stepOf(RFC_SECRET, code, at(seconds))).toBe(fits ? step : null);
});

it("takes each code once, and none older than one it took", () => {
  const factor = Object.assign(new SecondFactor(), { lastStep: null });
  const now = at(1_111_111_111);
  expect(factor.takeCode(RFC_SECRET, "050471", now)).toBe(true);
  expect(factor.takeCode(RFC_SECRET, "050471", now)).toBe(false);
  // the code of the step before is still in its window
  expect(factor.takeCode(RFC_SECRET, "081804", now)).toBe(false);
});

it("takes each recovery code once", () => {
  const factor = Object.assign(new SecondFactor(), { recovery: ["a", "b"] });
  expect(factor.takeRecovery("c")).toBe(false);
  expect(factor.takeRecovery("a")).toBe(true);
  expect(factor.takeRecovery("a")).toBe(false);
  expect(factor.recovery).toEqual(["b"]);
});

it("makes secrets of 160 bits and ten codes that are typed as one likes", () => {
  expect(newSecret()).toMatch(/^[A-Z2-7]{32}$/);
  const codes = newRecoveryCodes();
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) expect(code).toMatch(/^[a-z2-9]{5}-[a-z2-9]{5}$/);
  const [code = ""] = codes;
  expect(plainCode(` ${code.toUpperCase().replace("-", " ")} `)).toBe(
    plainCode(code),
  );
});

it("is read by apps from an address that names Splot and the account", () => {
  const address = new URL(addressFor(RFC_SECRET, "ktos@cus.example"));
  expect(decodeURIComponent(address.pathname)).toBe(
    "//totp/Splot:ktos@cus.example".slice(address.host ? 6 : 0),
  );
  expect(Object.fromEntries(address.searchParams)).toEqual({
    issuer: "Splot",
    secret: RFC_SECRET,
    algorithm: "SHA1",
    digits: "6",
    period: "30",
  });
});
