// Numbers of Polish registers and addresses, as far as a number itself can tell (domain 2.1, 2.2).

const NIP = [6, 5, 7, 2, 3, 4, 5, 6, 7];
const REGON = [8, 9, 2, 3, 4, 5, 6, 7];
const REGON_LONG = [2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8];

function weighed(digits: string, weights: readonly number[]): number {
  return (
    weights.reduce(
      (sum, weight, place) => sum + weight * Number(digits[place]),
      0,
    ) % 11
  );
}

/** Spaces, hyphens and the prefix PL are no part of it. */
export function cleanNumber(text: string): string {
  return text.replaceAll(/[\s-]/g, "").replace(/^PL/i, "");
}

export function isNip(digits: string): boolean {
  return (
    /^\d{10}$/.test(digits) &&
    /[1-9]/.test(digits) &&
    weighed(digits, NIP) === Number(digits[9])
  );
}

export function isRegon(digits: string): boolean {
  if (!/^(\d{9}|\d{14})$/.test(digits) || !/[1-9]/.test(digits)) return false;
  const isShort = weighed(digits, REGON) % 10 === Number(digits[8]);
  return (
    isShort &&
    (digits.length === 9 ||
      weighed(digits, REGON_LONG) % 10 === Number(digits[13]))
  );
}

/** Ten digits, without a check digit; whether the register knows it is not asked. */
export function isKrs(digits: string): boolean {
  return /^\d{10}$/.test(digits) && /[1-9]/.test(digits);
}

/** Seven digits of a municipality; voivodeships have even numbers. */
export function isTerc(digits: string): boolean {
  return (
    /^(0[2-9]|[1-8]\d|9[0-8])(0[1-9]|[1-9]\d)(0[1-9]|[1-9]\d)[1-589]$/.test(
      digits,
    ) && Number(digits.slice(0, 2)) % 2 === 0
  );
}

export function isPostcode(text: string): boolean {
  return /^\d\d-\d{3}$/.test(text);
}

export function isWebAddress(text: string): boolean {
  return /^https?:\/\/\S+$/i.test(text) && URL.canParse(text);
}

/** E.164 */
export function isPhone(text: string): boolean {
  return /^\+[1-9]\d{7,14}$/.test(text);
}

/** Nine digits are a Polish number, as people write it. */
export function phoneNumber(typed: string | null | undefined): string | null {
  const digits = typed?.replaceAll(/[\s()-]/g, "") ?? "";
  if (!digits) return null;
  return /^\d{9}$/.test(digits) ? `+48${digits}` : digits;
}
